import Domain
import HTTP
import Operations

extension APITable {
    private static let chosen = APIEndpoint.Field(
        "events", .choices(WebhookEvent.choices.map(\.rawValue)),
        Phrase(
            "Loại sự kiện cần báo; không có thì báo mọi loại.",
            "Kinds of events to be told of; left out: all."))

    /// Addresses for events, managed by the programs themselves.
    static let webhooks: [APIEndpoint] =
        [
            .get(
                "/webhooks", "listWebhooks", Phrase("Các địa chỉ nhận sự kiện.", "Addresses for events."),
                .manageWebhooks, answers: APICall.pageSchema(WebhookShapes.webhook.reference)
            ) { call in
                let view = try await ListWebhooks(agency: call.agency).run(in: call.office, as: call.actor)
                return call.page(view.webhooks.map(WebhookShapes.webhook.json), after: nil)
            },
            .post(
                "/webhooks", "registerWebhook",
                Phrase(
                    "Ghi một địa chỉ. Khóa ký chỉ hiện lần này.",
                    "Register an address. Its secret is told this once."),
                .manageWebhooks,
                body: [
                    .init(
                        "address", .words(Webhook.longestAddressBytes),
                        Phrase("Địa chỉ https của chương trình.", "The program's https address."),
                        isRequired: true), chosen,
                ], condition: .none, answers: WebhookShapes.new.reference, status: .created
            ) { call in
                let made = try await RegisterWebhook(
                    agency: call.agency, address: call.text("address") ?? "", events: call.chosenEvents,
                    reach: call.site.settings.webhookReach
                ).run(in: call.office, as: call.actor)
                return APIAnswer(WebhookShapes.new.json(made))
            },
            .get(
                "/webhooks/:webhook", "showWebhook", Phrase("Một địa chỉ.", "One address."), .manageWebhooks,
                answers: WebhookShapes.webhook.reference
            ) { call in
                let view = try await ShowWebhook(call.id("webhook"), of: call.agency)
                    .run(in: call.office, as: call.actor)
                return APIAnswer(WebhookShapes.webhook.json(view.webhook))
            },
            .post(
                "/webhooks/:webhook/events", "chooseWebhookEvents",
                Phrase("Chọn loại sự kiện cần báo.", "Choose what the address is told of."),
                .manageWebhooks, body: [chosen], condition: .none, answers: WebhookShapes.webhook.reference
            ) { call in
                let webhook = try await ChooseWebhookEvents(
                    call.chosenEvents, call.id("webhook"), of: call.agency
                ).run(in: call.office, as: call.actor)
                return APIAnswer(WebhookShapes.webhook.json(webhook))
            },
            .post(
                "/webhooks/:webhook/secret", "rotateWebhookSecret",
                Phrase(
                    "Đổi khóa ký; khóa cũ còn ký thêm 24 giờ.",
                    "Change the secret; the one before signs beside it for 24 hours."),
                .manageWebhooks, condition: .none, answers: WebhookShapes.new.reference
            ) { call in
                let made = try await RotateWebhookSecret(call.id("webhook"), of: call.agency)
                    .run(in: call.office, as: call.actor)
                return APIAnswer(WebhookShapes.new.json(made))
            },
            .get(
                "/webhooks/:webhook/deliveries", "listWebhookDeliveries",
                Phrase(
                    "100 lượt gửi gần nhất và câu trả lời.",
                    "The last 100 deliveries, with what was answered."),
                .manageWebhooks, answers: APICall.pageSchema(WebhookShapes.delivery.reference)
            ) { call in
                let view = try await ShowWebhook(call.id("webhook"), of: call.agency)
                    .run(in: call.office, as: call.actor)
                return call.page(view.deliveries.map(WebhookShapes.delivery.json), after: nil)
            },
            .post(
                "/webhooks/:webhook/deliveries/:delivery/again", "redeliverWebhook",
                Phrase("Gửi lại một lượt.", "Send one once more."), .manageWebhooks, condition: .none,
                answers: WebhookShapes.delivery.reference
            ) { call in
                let delivery = try await RedeliverWebhook(
                    call.id("delivery"), to: call.id("webhook"), of: call.agency
                ).run(in: call.office, as: call.actor)
                return APIAnswer(WebhookShapes.delivery.json(delivery))
            },
        ]
        + ChangeWebhook.Change.allCases.map { change in
            .post(
                "/webhooks/:webhook/\(change.rawValue)", "webhook_\(change.rawValue)",
                Phrase.webhookChange(change),
                .manageWebhooks, condition: .none, answers: WebhookShapes.webhook.reference
            ) { call in
                let webhook = try await ChangeWebhook(change, call.id("webhook"), of: call.agency)
                    .run(in: call.office, as: call.actor)
                return APIAnswer(WebhookShapes.webhook.json(webhook))
            }
        }
}

extension APICall {
    /// Nil where the body names none.
    fileprivate var chosenEvents: Set<WebhookEvent>? {
        body["events"].map { Set($0.items.compactMap { $0.text.flatMap(WebhookEvent.init(rawValue:)) }) }
    }
}
