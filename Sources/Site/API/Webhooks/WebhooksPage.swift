import Domain
import Markup
import Operations

/// An agency's addresses for events, and the form that adds one.
struct WebhooksPage: Sendable {
    var agency: Agency
    var webhooks: [Webhook]
    /// What was just made: the only time that its secret is shown.
    var made: NewWebhook?
    var fault: Phrase?
    /// What a refused form held.
    var typedAddress = ""
    var typedEvents: Set<WebhookEvent>?

    func view(_ screen: Screen) -> Markup {
        let address = Routes.webhooks(agency.id.rawValue)
        return screen.page(
            screen(.webhooks), at: .agencies,
            """
            \(WebhooksPage.path(screen, agency))
            \(screen.head("\(screen, .webhooks)", "\(screen, .webhooksSentence)"))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            \(when: made, { WebhooksPage.secret(screen, $0) })
            <section class="sheet" aria-labelledby="known"><h2 id="known">\(screen, .webhooks)</h2>
            \(when: webhooks.isEmpty, screen.nothing(.noWebhooks))
            <ul class="plainlist">\(each: webhooks, { webhook in
                """
                <li><a href="\(Routes.webhook(agency.id.rawValue, webhook.id.rawValue))">\(webhook.address)</a> \
                \(WebhooksPage.sign(screen, webhook))</li>
                """
            })</ul></section>
            <section class="sheet" aria-labelledby="make"><h2 id="make">\(screen, .webhookNew)</h2>
            \(screen.form(
                address, class: "stack prose",
                """
                \(screen.input(.webhookAddress, name: "address", type: "url", value: typedAddress, hint: .webhookAddressHint, autocomplete: "off", maximum: Webhook.longestAddressBytes))
                \(WebhooksPage.choice(screen, typedEvents))
                <button class="first">\(screen, .webhookRegister)</button>
                """))</section>
            """)
    }

    static func path(_ screen: Screen, _ agency: Agency, _ more: Markup = .empty) -> Markup {
        """
        <p class="path"><a href="\(Routes.agencies())">\(screen, .agencies)</a> › \
        <a href="\(Routes.agency(agency.id.rawValue))" lang="vi">\(agency.name)</a>\(more)</p>
        """
    }

    static func secret(_ screen: Screen, _ made: NewWebhook) -> Markup {
        screen.notice(
            .good, "<p>\(screen, .webhookSecret)</p><p><code id=\"secret\">\(made.secret)</code></p>",
            isLive: true)
    }

    /// A box for each kind of event; nil ticks them all.
    static func choice(_ screen: Screen, _ events: Set<WebhookEvent>?) -> Markup {
        """
        <fieldset class="field"><legend>\(screen, .webhookEvents)</legend>
        \(each: WebhookEvent.choices, { event in
            """
            <label><input type="checkbox" name="event" value="\(event.rawValue)"\(when: events?.contains(event) ?? true, " checked")> \
            \(screen, .webhookEvent(event))</label>
            """
        })</fieldset>
        """
    }

    static func sign(_ screen: Screen, _ webhook: Webhook) -> Markup {
        let sign = webhook.state == .on ? "full good" : webhook.state == .off ? "" : "square bad"
        return """
            <span class="tag \(sign)">\(screen, .webhookState(webhook.state))</span>\
            \(when: webhook.failingSince, { " <span class=\"soft\">\(screen, .webhookFailing) \(Spelling.instant($0))</span>" })\
            \(when: webhook.quietUntil, { " <span class=\"soft\">\(screen, .webhookQuiet) \(Spelling.instant($0))</span>" })
            """
    }
}

/// One address: what was sent to it and answered, and what can be done.
struct WebhookPage: Sendable {
    var view: ShowWebhook.View
    var made: NewWebhook?
    var fault: Phrase?

    private var address: Link { Routes.webhook(view.agency.id.rawValue, view.webhook.id.rawValue) }

    func view(_ screen: Screen) -> Markup {
        let webhook = view.webhook
        let all: Markup =
            " › <a href=\"\(Routes.webhooks(view.agency.id.rawValue))\">\(screen, .webhooks)</a>"
        let changes: [ChangeWebhook.Change] = webhook.state == .on ? [.test, .off, .remove] : [.on, .remove]
        return screen.page(
            screen(.webhooks), at: .agencies,
            """
            \(WebhooksPage.path(screen, view.agency, all))
            \(screen.head("\(screen, .webhooks)", "<code>\(webhook.address)</code>"))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            \(when: made, { WebhooksPage.secret(screen, $0) })
            <section class="sheet" aria-labelledby="state"><h2 id="state">\(screen, .state)</h2>
            <p>\(WebhooksPage.sign(screen, webhook))</p>
            \(screen.form(
                address, class: "row",
                """
                \(each: changes, { change in
                    "<button name=\"do\" value=\"\(change.rawValue)\"\(when: change == .remove, " class=\"danger\"")>\(screen, .webhookChange(change))</button>"
                })
                <button name="do" value="rotate">\(screen, .webhookRotate)</button>
                """))
            \(screen.form(
                address, class: "stack prose",
                """
                \(WebhooksPage.choice(screen, webhook.events))
                <button name="do" value="choose">\(screen, .webhookChoose)</button>
                """))</section>
            <section class="sheet" aria-labelledby="sent"><h2 id="sent">\(screen, .webhookDeliveries)</h2>
            \(when: view.deliveries.isEmpty, screen.nothing(.webhookNoDeliveries))
            <ul class="plainlist">\(each: view.deliveries, { row(screen, $0) })</ul></section>
            """)
    }

    private func row(_ screen: Screen, _ delivery: WebhookDelivery) -> Markup {
        let sign =
            switch delivery.state {
            case .delivered: "full good"
            case .givenUp: "square bad"
            case .waiting, .sending: ""
            }
        let answer = [delivery.status.map { String($0) }, delivery.answer].compactMap { $0 }.joined(
            separator: " ")
        return """
            <li><b>\(screen, .webhookEvent(delivery.event))</b> <span class="tag \(sign)">\(screen, .deliveryState(delivery.state))</span>
            <span class="under"><span class="date">\(Spelling.instant(delivery.madeAt))</span> · \(screen, .webhookAttempts): \(String(delivery.attempts))\
            \(when: !answer.isEmpty, " · \(screen, .webhookAnswer): \(answer)")\
            \(when: delivery.state == .waiting && delivery.attempts > 0, " · \(screen, .webhookNext) \(Spelling.instant(delivery.nextAt))")</span>
            <details><summary>\(screen, .webhookBody)</summary><p><code>\(delivery.id.rawValue)</code></p><p><code>\(delivery.body)</code></p></details>
            \(when: view.webhook.state == .on && delivery.endedAt != nil, screen.form(
                address,
                """
                <input type="hidden" name="delivery" value="\(delivery.id.rawValue)">\
                <button class="small" name="do" value="again">\(screen, .webhookAgain)</button>
                """))</li>
            """
    }
}
