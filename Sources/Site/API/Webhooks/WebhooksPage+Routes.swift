import Domain
import HTTP
import Operations

extension Routes {
    static let webhooks = Route("/agencies/:agency/webhooks", String.self)
    static let webhook = Route("/agencies/:agency/webhooks/:webhook", String.self, String.self)
}

extension SitePages {
    mutating func addWebhooks() {
        get(Routes.webhooks) { visit in
            visit.html(try await visit.webhooksPage(of: visit.id("agency")).view(visit.screen))
        }
        post(Routes.webhooks) { visit, form in
            try await visit.registerWebhook(of: visit.id("agency"), form)
        }
        get(Routes.webhook) { visit in
            visit.html(
                try await visit.webhookPage(visit.id("webhook"), of: visit.id("agency")).view(visit.screen))
        }
        post(Routes.webhook) { visit, form in
            try await visit.changeWebhook(visit.id("webhook"), of: visit.id("agency"), form)
        }
    }
}

extension Visit {
    fileprivate func webhooksPage(of agency: Agency.ID) async throws -> WebhooksPage {
        let view = try await ListWebhooks(agency: agency).run(in: site.office, as: actor)
        return WebhooksPage(agency: view.agency, webhooks: view.webhooks)
    }

    fileprivate func webhookPage(_ webhook: Webhook.ID, of agency: Agency.ID) async throws -> WebhookPage {
        WebhookPage(view: try await ShowWebhook(webhook, of: agency).run(in: site.office, as: actor))
    }

    /// The secret stands in the answer itself: a redirection would have to carry it somewhere.
    private func telling(_ response: Response) -> Response {
        var response = response
        // The secret and what somebody typed stand in one body.
        response.mayCompress = false
        return response
    }

    /// As ticked; nil where all are, so that what later versions tell is told as well.
    private func chosenEvents(_ form: Form) -> Set<WebhookEvent>? {
        let ticked = Set(form.all("event").compactMap(WebhookEvent.init(rawValue:)))
        return ticked == Set(WebhookEvent.choices) ? nil : ticked
    }

    fileprivate func registerWebhook(of agency: Agency.ID, _ form: Form) async throws -> Response {
        let address = (form["address"] ?? "").trimmingSpaces()
        let events = chosenEvents(form)
        do {
            let made = try await RegisterWebhook(
                agency: agency, address: address, events: events, reach: site.settings.webhookReach
            ).run(in: site.office, as: actor)
            var page = try await webhooksPage(of: agency)
            page.made = made
            return telling(html(page.view(screen)))
        } catch let refusal as WebhookRefused {
            var page = try await webhooksPage(of: agency)
            page.fault = Phrase(refusal.vietnamese, refusal.english)
            page.typedAddress = String(address.prefix(Webhook.longestAddressBytes))
            page.typedEvents = events
            return refused(refusal, page.view(screen))
        }
    }

    fileprivate func changeWebhook(_ webhook: Webhook.ID, of agency: Agency.ID, _ form: Form) async throws
        -> Response
    {
        let address = Routes.webhook(agency.rawValue, webhook.rawValue)
        do {
            switch form["do"] {
            case "rotate":
                let made = try await RotateWebhookSecret(webhook, of: agency).run(in: site.office, as: actor)
                var page = try await webhookPage(webhook, of: agency)
                page.made = made
                return telling(html(page.view(screen)))
            case "choose":
                try await ChooseWebhookEvents(chosenEvents(form), webhook, of: agency)
                    .run(in: site.office, as: actor)
            case "again":
                try await RedeliverWebhook(
                    WebhookDelivery.ID(form["delivery"] ?? ""), to: webhook, of: agency
                ).run(in: site.office, as: actor)
            case let name?:
                guard let change = ChangeWebhook.Change(rawValue: name) else {
                    throw RequestRefused(.badRequest)
                }
                try await ChangeWebhook(change, webhook, of: agency).run(in: site.office, as: actor)
                if change == .remove { return redirect(Routes.webhooks(agency.rawValue), flash: .changed) }
            case nil: throw RequestRefused(.badRequest)
            }
        } catch let refusal as WebhookRefused where refusal != .noSuchWebhook {
            var page = try await webhookPage(webhook, of: agency)
            // What was ticked stays.
            if form["do"] == "choose" { page.view.webhook.events = chosenEvents(form) }
            page.fault = Phrase(refusal.vietnamese, refusal.english)
            return refused(refusal, page.view(screen))
        }
        return redirect(address, flash: .changed)
    }
}
