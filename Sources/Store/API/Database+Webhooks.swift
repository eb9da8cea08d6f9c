package import Domain
package import Foundation
package import SQL

extension Webhook.State: SQLConvertible {}
extension WebhookEvent: SQLConvertible {}
extension WebhookDelivery.State: SQLConvertible {}

/// An address with the secrets that sign what is sent to it.
package struct WebhookRecord: RowDecodable, Sendable {
    package var webhook: Webhook
    package var secret: [UInt8]
    /// Signs as well until the given time.
    package var previous: [UInt8]?
    package var previousUntil: Date?

    package init(webhook: Webhook, secret: [UInt8], previous: [UInt8]? = nil, previousUntil: Date? = nil) {
        self.webhook = webhook
        self.secret = secret
        self.previous = previous
        self.previousUntil = previousUntil
    }

    package init(row: Row) throws {
        let events: String? = try row.get("events")
        webhook = Webhook(
            id: try row.get("webhook_id"), agency: try row.get("agency_id"), address: try row.get("address"),
            // An event that this version doesn't know is told to nobody.
            events: events.map {
                Set($0.split(separator: " ").compactMap { WebhookEvent(rawValue: String($0)) })
            },
            state: try row.get("state"), createdAt: try row.get("created_at"),
            createdBy: try row.get("created_by"), failingSince: try row.get("failing_since"),
            quietUntil: try row.get("quiet_until"), fromSequence: try row.get("from_sequence"))
        secret = try row.get("secret")
        previous = try row.get("previous_secret")
        previousUntil = try row.get("previous_until")
    }

    fileprivate static let columns: SQL = """
        webhook_id, agency_id, address, events, secret, previous_secret, previous_until, state, created_at, created_by, \
        failing_since, quiet_until, from_sequence
        """

    fileprivate var events: String? { webhook.events?.sorted().map(\.rawValue).joined(separator: " ") }
}

extension Database {
    package func insert(_ record: WebhookRecord) throws {
        let webhook = record.webhook
        try execute(
            """
            INSERT INTO webhook (\(WebhookRecord.columns))
            VALUES (\(webhook.id), \(webhook.agency), \(webhook.address), \(record.events), \(record.secret),
                \(record.previous), \(record.previousUntil), \(webhook.state), \(webhook.createdAt),
                \(webhook.createdBy), \(webhook.failingSince), \(webhook.quietUntil), \(webhook.fromSequence))
            """)
    }

    /// Writes what may change: the choice of events, the state and the secrets.
    package func update(_ record: WebhookRecord) throws {
        let webhook = record.webhook
        try execute(
            """
            UPDATE webhook
            SET events = \(record.events), state = \(webhook.state), failing_since = \(webhook.failingSince),
                quiet_until = \(webhook.quietUntil), from_sequence = \(webhook.fromSequence), secret = \(record.secret),
                previous_secret = \(record.previous), previous_until = \(record.previousUntil)
            WHERE webhook_id = \(webhook.id)
            """)
    }

    /// Gives an address to another agency, switched off.
    package func handWebhook(_ webhook: Webhook.ID, to agency: Agency.ID) throws {
        try execute(
            "UPDATE webhook SET agency_id = \(agency), state = 'off' WHERE webhook_id = \(webhook)")
    }

    /// With all that was on its way.
    package func delete(_ webhook: Webhook) throws {
        try execute("DELETE FROM webhook WHERE webhook_id = \(webhook.id)")
    }

    package func webhookRecord(_ id: Webhook.ID) throws -> WebhookRecord? {
        try first(
            WebhookRecord.self, "SELECT \(WebhookRecord.columns) FROM webhook WHERE webhook_id = \(id)")
    }

    package func webhooks(of agency: Agency.ID) throws -> [Webhook] {
        try all(
            WebhookRecord.self,
            """
            SELECT \(WebhookRecord.columns)
            FROM webhook
            WHERE agency_id = \(agency)
            ORDER BY created_at, webhook_id
            """
        ).map(\.webhook)
    }

    /// All that are switched on.
    package func livingWebhooks() throws -> [WebhookRecord] {
        try all(
            WebhookRecord.self,
            "SELECT \(WebhookRecord.columns) FROM webhook WHERE state = 'on' ORDER BY webhook_id")
    }

    /// Whether there is anybody to tell.
    package func hasLivingWebhooks() throws -> Bool {
        try value(Int.self, "SELECT 1 FROM webhook WHERE state = 'on' LIMIT 1") != nil
    }
}
