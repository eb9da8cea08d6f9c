import Domain
import Foundation
import Store
import Trust

/// How an event is written: type, time and identifiers, and no words of plans.
///
/// A receiver asks for those with its token, so
/// nothing that is destroyed here stays in queues there.
enum WebhookBody {
    /// A delivery that waits to be sent; the data are members of one object, of which nil ones are left out.
    static func delivery(
        _ id: WebhookDelivery.ID, _ event: WebhookEvent, _ key: String, to webhook: Webhook,
        at happened: Date,
        now: Date? = nil, plan: Plan.ID? = nil, task: Plan.Task.ID? = nil, data: [String: String?]
    ) throws -> WebhookDelivery {
        let made = now ?? happened
        let body = Body(
            type: event.rawValue, timestamp: happened.formatted(.iso8601),
            data: data.compactMapValues { $0 }.merging(["agency": webhook.agency.rawValue]) { one, _ in one })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return WebhookDelivery(
            id: id, webhook: webhook.id, event: event, key: key, plan: plan, task: task,
            body: String(decoding: try encoder.encode(body), as: UTF8.self), madeAt: made, nextAt: made)
    }

    private struct Body: Encodable {
        var type: String
        var timestamp: String
        var data: [String: String]
    }
}

/// Signatures of Standard Webhooks 1.0: HMAC-SHA256 over identifier, time and body.
enum WebhookSignature {
    static let mark = "whsec_"

    static func written(_ secret: [UInt8]) -> String { mark + Data(secret).base64EncodedString() }

    /// The fields that go with a body; a secret that was replaced signs as well until its time is over.
    static func fields(_ delivery: WebhookDelivery, _ record: WebhookRecord, at now: Date) -> [(
        String, String
    )] {
        let seconds = Int64(now.timeIntervalSince1970)
        let message = Array("\(delivery.id.rawValue).\(seconds).\(delivery.body)".utf8)
        var secrets = [record.secret]
        if let previous = record.previous, let until = record.previousUntil, now < until {
            secrets.append(previous)
        }
        let signatures = secrets.map {
            "v1," + Data(HMACDigest.digest(message, key: $0)).base64EncodedString()
        }
        return [
            ("webhook-id", delivery.id.rawValue), ("webhook-timestamp", String(seconds)),
            ("webhook-signature", signatures.joined(separator: " ")),
        ]
    }
}
