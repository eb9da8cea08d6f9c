import Domain
import Operations

/// How addresses for events, and what was sent to them, are told.
enum WebhookShapes {
    static let webhook = APIShape<Webhook>(
        "Webhook",
        [
            .id("id") { $0.id.rawValue }, .text("address") { $0.address },
            .init(
                name: "events",
                schema: .nullable(.array(.string(values: WebhookEvent.choices.map(\.rawValue))))
            ) { $0.events.map { .strings($0.sorted().map(\.rawValue)) } ?? .null },
            .one("state") { $0.state }, .instant("createdAt") { $0.createdAt },
            .instant("failingSince") { $0.failingSince }, .instant("quietUntil") { $0.quietUntil },
        ])

    static let new = APIShape<NewWebhook>(
        "NewWebhook", [.shape("webhook", webhook) { $0.webhook }, .text("secret") { $0.secret }])

    static let delivery = APIShape<WebhookDelivery>(
        "WebhookDelivery",
        [
            .id("id") { $0.id.rawValue }, .one("type") { $0.event }, .one("state") { $0.state },
            .count("attempts") { $0.attempts }, .instant("madeAt") { $0.madeAt },
            .instant("nextAt") { $0.endedAt == nil ? $0.nextAt : nil }, .instant("endedAt") { $0.endedAt },
            .init(name: "status", schema: .nullable(.integer())) { $0.status.map { .integer($0) } ?? .null },
            .optionalText("answer") { $0.answer }, .text("body") { $0.body },
        ])

    static let eventName = "WebhookEvent"

    /// What a receiver is sent: see `WebhookBody`.
    static let event = APISchema.object([
        .init(name: "type", schema: .string(values: WebhookEvent.allCases.map(\.rawValue))),
        .init(name: "timestamp", schema: .instant),
        .init(
            name: "data",
            schema: .object([
                .init(name: "agency", schema: .id), .init(name: "plan", schema: .id, isRequired: false),
                .init(name: "task", schema: .id, isRequired: false),
                .init(name: "action", schema: .text, isRequired: false),
                .init(name: "state", schema: .text, isRequired: false),
                .init(name: "revision", schema: .text, isRequired: false),
                .init(name: "due", schema: .day, isRequired: false),
                .init(name: "rule", schema: .text, isRequired: false),
                .init(name: "day", schema: .day, isRequired: false),
            ])),
    ])

    /// The document's `webhooks`: one entry for each type.
    static var document: [JSON.Member] {
        WebhookEvent.allCases.map { type in
            let post: JSON = .object([
                "summary": .string(summary(type)),
                "security": .array([]),
                "parameters": .array(["webhook-id", "webhook-timestamp", "webhook-signature"].map(header)),
                "requestBody": .object([
                    "required": .bool(true),
                    "content": .object([
                        "application/json": .object(["schema": APISchema.named(eventName).json])
                    ]),
                ]),
                "responses": .object([
                    "2XX": .object(["description": .string("Đã nhận. / Taken.")]),
                    "410": .object(["description": .string("Đừng gửi nữa. / Send no more.")]),
                ]),
            ])
            return .init(name: type.rawValue, value: .object(["post": post]))
        }
    }

    private static func header(_ name: String) -> JSON {
        .object([
            "name": .string(name), "in": .string("header"), "required": .bool(true),
            "schema": APISchema.text.json,
        ])
    }

    private static func summary(_ type: WebhookEvent) -> String {
        let phrase = Phrase.webhookEvent(type)
        return "\(phrase.vi) / \(phrase.en)"
    }
}
