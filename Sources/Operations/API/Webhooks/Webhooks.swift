package import Domain
import Foundation
import SQL
import Store

/// Which machines the operator lets events be sent to, beyond those of the internet.
package struct WebhookReach: Sendable, Hashable {
    /// This machine; then also without encryption.
    package var andLoopback: Bool
    /// Networks of an office.
    package var andPrivate: Bool

    package init(andLoopback: Bool = false, andPrivate: Bool = false) {
        self.andLoopback = andLoopback
        self.andPrivate = andPrivate
    }

    /// Whether it may stand in the register; whom a name leads to is judged when it is connected to.
    func takes(_ address: String) -> Bool {
        guard (8...Webhook.longestAddressBytes).contains(address.utf8.count),
            address.utf8.allSatisfy({ 0x21...0x7E ~= $0 && !"\"<>\\^`{|}".utf8.contains($0) }),
            let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty,
            parts.user == nil,
            parts.password == nil, parts.fragment == nil
        else { return false }
        switch parts.scheme?.lowercased() {
        case "https": return true
        case "http":
            return andLoopback && ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host.lowercased())
        default: return false
        }
    }
}

/// An address with the secret that signs what is sent to it, which nobody can be shown again.
package struct NewWebhook: Sendable {
    package var webhook: Webhook
    /// As Standard Webhooks writes it: `whsec_` and base 64.
    package var secret: String
}

/// Registers an address of an agency's program.
package struct RegisterWebhook: Operation {
    private let agency: Agency.ID
    private let address: String
    private let events: Set<WebhookEvent>?
    private let reach: WebhookReach

    /// - Parameter events: nil for everything.
    package init(
        agency: Agency.ID, address: String, events: Set<WebhookEvent>? = nil, reach: WebhookReach
    ) {
        self.agency = agency
        self.address = address
        self.events = events
        self.reach = reach
    }

    package func run(in office: Office, as actor: Actor) async throws -> NewWebhook {
        let now = office.now()
        let secret = office.random(Webhook.secretByteCount)
        let id: Webhook.ID = office.newID()
        return try await office.pool.write { [agency, address, events, reach] db in
            guard try db.agency(agency) != nil else { throw NotFound.agency }
            try Office.require(.manageWebhooks, by: actor, on: try .init(agency: agency, in: db))
            guard reach.takes(address) else { throw WebhookRefused.badAddress }
            guard events?.isEmpty != true else { throw WebhookRefused.noEvent }
            guard try db.webhooks(of: agency).count < Webhook.limit else { throw WebhookRefused.tooMany }
            let webhook = Webhook(
                id: id, agency: agency, address: address, events: events, createdAt: now,
                createdBy: actor.accountID,
                fromSequence: try db.ledgerHead()?.sequence ?? 0)
            try db.insert(WebhookRecord(webhook: webhook, secret: secret))
            try WebhookAccess.record("RegisterWebhook", webhook, by: actor, at: now, in: db)
            return NewWebhook(webhook: webhook, secret: WebhookSignature.written(secret))
        }
    }
}

/// Says what an address is told of from now on; what waits for it already is still sent.
package struct ChooseWebhookEvents: Operation {
    private let events: Set<WebhookEvent>?
    private let webhook: Webhook.ID
    private let agency: Agency.ID

    /// - Parameter events: nil for everything.
    package init(_ events: Set<WebhookEvent>?, _ webhook: Webhook.ID, of agency: Agency.ID) {
        self.events = events
        self.webhook = webhook
        self.agency = agency
    }

    @discardableResult
    package func run(in office: Office, as actor: Actor) async throws -> Webhook {
        let now = office.now()
        return try await office.pool.write { [events, webhook, agency] db in
            var record = try WebhookAccess.record(webhook, of: agency, by: actor, in: db)
            guard events?.isEmpty != true else { throw WebhookRefused.noEvent }
            guard record.webhook.events != events else { return record.webhook }
            record.webhook.events = events
            try db.update(record)
            try WebhookAccess.record("ChooseWebhookEvents", record.webhook, by: actor, at: now, in: db)
            return record.webhook
        }
    }
}

/// Gives an address a new secret; the one before signs beside it for a day.
package struct RotateWebhookSecret: Operation {
    private let webhook: Webhook.ID
    private let agency: Agency.ID

    package init(_ webhook: Webhook.ID, of agency: Agency.ID) {
        self.webhook = webhook
        self.agency = agency
    }

    package func run(in office: Office, as actor: Actor) async throws -> NewWebhook {
        let now = office.now()
        let secret = office.random(Webhook.secretByteCount)
        return try await office.pool.write { [webhook, agency] db in
            var record = try WebhookAccess.record(webhook, of: agency, by: actor, in: db)
            record.previous = record.secret
            record.previousUntil = now + Webhook.overlapSeconds
            record.secret = secret
            try db.update(record)
            try WebhookAccess.record("RotateWebhookSecret", record.webhook, by: actor, at: now, in: db)
            return NewWebhook(webhook: record.webhook, secret: WebhookSignature.written(secret))
        }
    }
}

/// Switches an address on or off, removes it, or tries it.
package struct ChangeWebhook: Operation {
    package enum Change: String, Sendable, CaseIterable {
        /// What waits is sent at once; what happened while it was off is not.
        case on
        case off
        case remove
        /// Sends an event that means nothing; it changes nothing, so the ledger doesn't tell of it.
        case test

        fileprivate var ledgerAction: String? {
            switch self {
            case .on: "SwitchWebhookOn"
            case .off: "SwitchWebhookOff"
            case .remove: "RemoveWebhook"
            case .test: nil
            }
        }
    }

    private let change: Change
    private let webhook: Webhook.ID
    private let agency: Agency.ID

    package init(_ change: Change, _ webhook: Webhook.ID, of agency: Agency.ID) {
        self.change = change
        self.webhook = webhook
        self.agency = agency
    }

    @discardableResult
    package func run(in office: Office, as actor: Actor) async throws -> Webhook {
        let now = office.now()
        let id: WebhookDelivery.ID = office.newID()
        return try await office.pool.write { [change, webhook, agency] db in
            var record = try WebhookAccess.record(webhook, of: agency, by: actor, in: db)
            switch change {
            case .on:
                guard record.webhook.state != .on else { return record.webhook }
                record.webhook.state = .on
                record.webhook.failingSince = nil
                record.webhook.quietUntil = nil
                record.webhook.fromSequence = try db.ledgerHead()?.sequence ?? 0
                try db.update(record)
                try db.hastenDeliveries(of: webhook, at: now)
            case .off:
                guard record.webhook.state != .off else { return record.webhook }
                record.webhook.state = .off
                try db.update(record)
            case .remove: try db.delete(record.webhook)
            case .test:
                guard record.webhook.state == .on else { throw WebhookRefused.isOff }
                try db.insert(
                    WebhookBody.delivery(id, .test, "test:\(id)", to: record.webhook, at: now, data: [:]))
            }
            if let action = change.ledgerAction {
                try WebhookAccess.record(action, record.webhook, by: actor, at: now, in: db)
            }
            return record.webhook
        }
    }
}

/// Sends once more what was sent, under the same identifier.
package struct RedeliverWebhook: Operation {
    private let delivery: WebhookDelivery.ID
    private let webhook: Webhook.ID
    private let agency: Agency.ID

    package init(_ delivery: WebhookDelivery.ID, to webhook: Webhook.ID, of agency: Agency.ID) {
        self.delivery = delivery
        self.webhook = webhook
        self.agency = agency
    }

    @discardableResult
    package func run(in office: Office, as actor: Actor) async throws -> WebhookDelivery {
        let now = office.now()
        return try await office.pool.write { [delivery, webhook, agency] db in
            let record = try WebhookAccess.record(webhook, of: agency, by: actor, in: db)
            guard record.webhook.state == .on else { throw WebhookRefused.isOff }
            guard var known = try db.webhookDelivery(delivery), known.webhook == webhook else {
                throw WebhookRefused.noSuchDelivery
            }
            guard known.state != .sending else { throw WebhookRefused.isUnderWay }
            known.state = .waiting
            known.attempts = 0
            known.nextAt = now
            known.endedAt = nil
            try db.update(known)
            return known
        }
    }
}

/// An agency's addresses, in the order in which they came.
package struct ListWebhooks: Operation {
    package struct View: Sendable {
        package var agency: Agency
        package var webhooks: [Webhook]
    }

    private let agency: Agency.ID

    package init(agency: Agency.ID) { self.agency = agency }

    package func run(in office: Office, as actor: Actor) async throws -> View {
        try await office.pool.read { [agency] db in
            guard let known = try db.agency(agency) else { throw NotFound.agency }
            try Office.require(.manageWebhooks, by: actor, on: try .init(agency: agency, in: db))
            return View(agency: known, webhooks: try db.webhooks(of: agency))
        }
    }
}

/// One address with what was last sent to it, the youngest first.
package struct ShowWebhook: Operation {
    package static let limit = 100

    package struct View: Sendable {
        package var agency: Agency
        package var webhook: Webhook
        package var deliveries: [WebhookDelivery]
    }

    private let webhook: Webhook.ID
    private let agency: Agency.ID

    package init(_ webhook: Webhook.ID, of agency: Agency.ID) {
        self.webhook = webhook
        self.agency = agency
    }

    package func run(in office: Office, as actor: Actor) async throws -> View {
        try await office.pool.read { [webhook, agency] db in
            let record = try WebhookAccess.record(webhook, of: agency, by: actor, in: db)
            guard let known = try db.agency(agency) else { throw NotFound.agency }
            return View(
                agency: known, webhook: record.webhook,
                deliveries: try db.webhookDeliveries(of: webhook, limit: Self.limit))
        }
    }
}

enum WebhookAccess {
    /// The address, if it is the agency's and the actor may manage it.
    static func record(_ id: Webhook.ID, of agency: Agency.ID, by actor: Actor, in db: Database) throws
        -> WebhookRecord
    {
        try Office.require(.manageWebhooks, by: actor, on: try .init(agency: agency, in: db))
        guard let record = try db.webhookRecord(id), record.webhook.agency == agency else {
            throw WebhookRefused.noSuchWebhook
        }
        return record
    }

    /// The ledger names the host alone: paths of such addresses are often secrets.
    static func record(_ action: String, _ webhook: Webhook, by actor: Actor, at now: Date, in db: Database)
        throws
    {
        try Office.record(
            action, "agency", webhook.agency.rawValue,
            ["webhook": webhook.id.rawValue, "host": URLComponents(string: webhook.address)?.host], by: actor,
            at: now, in: db)
    }
}
