package import Domain
import Foundation
import SQL
import Store

/// What is posted to an address.
package struct WebhookPost: Sendable, Hashable {
    package var address: String
    package var fields: [Field]
    package var body: String

    package struct Field: Sendable, Hashable {
        package var name: String
        package var value: String
    }
}

/// What became of it.
package enum WebhookResult: Sendable, Hashable {
    /// Whatever the status; with the beginning of the body, and after how many seconds it wants to be asked again.
    case answered(status: Int, words: String, retryAfterSeconds: Int? = nil)
    case failed(String)
}

/// Gathers what programs are to be told of, and sends what is due.
///
/// One server at a time, by a lease; what a server that died had claimed is sent again: at least once.
package struct SendWebhooks: Operation {
    package typealias Carry = @Sendable ([WebhookPost]) async -> [WebhookResult]

    /// Sent together; so many of one address, and one alone of an address that doesn't answer.
    static let batch = 20
    static let ofOne = 5
    /// Looked at, to find a batch among.
    static let lookedAt = 500
    /// Batches of one run; the next goes on.
    static let rounds = 50
    static let lease = "webhooks"
    static let leaseSeconds: TimeInterval = 180

    private let holder: String
    private let carry: Carry

    /// - Parameter carry: posts; a result for each.
    package init(as holder: String, carry: @escaping Carry) {
        self.holder = holder
        self.carry = carry
    }

    package struct Outcome: Sendable, Hashable {
        package var tried = 0
        /// Of those, by their receivers.
        package var taken = 0
    }

    @discardableResult
    package func run(in office: Office, as actor: Actor) async throws -> Outcome {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        let now = office.now()
        // Most offices have no such address, and most of the time nothing happens: they pay one look.
        let isDue = try await office.pool.read { db in
            guard try db.hasLivingWebhooks() else { return false }
            return try db.hasDueDeliveries(at: now) || GatherWebhookEvents.isDue(in: db)
        }
        var outcome = Outcome()
        guard isDue else { return outcome }
        for _ in 0..<Self.rounds {
            guard !Task.isCancelled, let (posts, isMore) = try await claim(in: office) else { break }
            if posts.isEmpty, !isMore { break }
            let results = await carry(posts.map(\.post))
            precondition(results.count == posts.count, "There is a result for each post.")
            for (one, result) in zip(posts, results) {
                outcome.tried += 1
                if try await settle(one.delivery, result, in: office) { outcome.taken += 1 }
            }
        }
        try await office.pool.write { [holder] db in try db.dropLease(Self.lease, of: holder) }
        return outcome
    }

    private struct Claimed: Sendable {
        var delivery: WebhookDelivery
        var post: WebhookPost
    }

    /// Nil while another server does it.
    private func claim(in office: Office) async throws -> (posts: [Claimed], isMore: Bool)? {
        let now = office.now()
        return try await office.pool.write { [holder] db in
            guard try db.takeLease(Self.lease, for: holder, at: now, until: now + Self.leaseSeconds) else {
                return nil
            }
            let isMore = try GatherWebhookEvents.run(at: now, office: office, in: db)
            try db.deleteDeliveries(endedBefore: now - WebhookDelivery.keptSeconds)
            let records = Dictionary(
                try db.livingWebhooks().map { ($0.webhook.id, $0) }, uniquingKeysWith: { one, _ in one })
            var counts: [Webhook.ID: Int] = [:]
            var posts: [Claimed] = []
            for var delivery in try db.dueDeliveries(at: now, limit: Self.lookedAt)
            where posts.count < Self.batch {
                guard let record = records[delivery.webhook] else { continue }
                let most = record.webhook.failingSince == nil ? Self.ofOne : 1
                guard counts[delivery.webhook, default: 0] < most else { continue }
                counts[delivery.webhook, default: 0] += 1
                delivery.state = .sending
                delivery.attempts += 1
                delivery.nextAt = now + WebhookDelivery.claimSeconds
                try db.update(delivery)
                let fields = WebhookSignature.fields(delivery, record, at: now).map {
                    WebhookPost.Field(name: $0.0, value: $0.1)
                }
                posts.append(
                    Claimed(
                        delivery: delivery,
                        post: WebhookPost(
                            address: record.webhook.address, fields: fields, body: delivery.body)))
            }
            return (posts, isMore)
        }
    }

    /// True where the receiver took it.
    private func settle(_ claimed: WebhookDelivery, _ result: WebhookResult, in office: Office) async throws
        -> Bool
    {
        let now = office.now()
        let chance = Double(office.random(1).first ?? 128) / 256
        return try await office.pool.write { db in
            // Removed, or its plan destroyed, while it was on its way.
            guard var delivery = try db.webhookDelivery(claimed.id),
                var record = try db.webhookRecord(claimed.webhook)
            else { return false }
            let quiet = delivery.note(result)
            if delivery.isTaken {
                delivery.state = .delivered
                delivery.endedAt = now
                try db.update(delivery)
                if record.webhook.failingSince != nil || record.webhook.quietUntil != nil {
                    record.webhook.failingSince = nil
                    record.webhook.quietUntil = nil
                    try db.update(record)
                }
                return true
            }
            // 410: the receiver says that it is gone for good.
            let isGone = delivery.status == 410
            let pause = isGone ? nil : WebhookDelivery.pause(afterAttempts: delivery.attempts, chance: chance)
            delivery.state = pause == nil ? .givenUp : .waiting
            delivery.endedAt = pause == nil ? now : nil
            delivery.nextAt = now + max(pause ?? 0, quiet ?? 0)
            try db.update(delivery)
            if record.webhook.failingSince == nil { record.webhook.failingSince = now }
            // It asks so for itself, not for one delivery: the others wait as well.
            record.webhook.quietUntil = quiet.map { now + $0 }
            if pause == nil, record.webhook.state == .on {
                record.webhook.state = .failed
                try Self.tell(record.webhook, about: delivery, at: now, office: office, in: db)
            }
            try db.update(record)
            return false
        }
    }

    /// The address is switched off: whoever registered it reads so in the inbox, and so do those who may switch it on.
    private static func tell(
        _ webhook: Webhook, about delivery: WebhookDelivery, at now: Date, office: Office, in db: Database
    ) throws {
        try WebhookAccess.record("WebhookFailed", webhook, by: .commandLine, at: now, in: db)
        // A notice is about a plan; a trial is about none, and whoever tries it looks at the outcome.
        guard let plan = delivery.plan else { return }
        var owners = Set(try db.accounts(in: [webhook.agency], as: [.planner])[webhook.agency] ?? [])
        if let maker = webhook.createdBy, let record = try db.accountRecord(maker), !record.account.isDisabled
        {
            owners.insert(maker)
        }
        let notices = owners.sorted().map { account in
            Notice(
                id: office.newID(), rule: .webhookOff, subject: webhook.id.rawValue, plan: plan, task: nil,
                agency: webhook.agency, day: CalendarDay(inVietnamAt: now), recipient: .account(account),
                madeAt: now)
        }
        _ = try db.insert(notices)
    }
}

extension WebhookDelivery {
    fileprivate var isTaken: Bool { status.map { (200...299).contains($0) } ?? false }

    /// Writes down what was answered; gives for how many seconds its server wants quiet, within our bound.
    fileprivate mutating func note(_ result: WebhookResult) -> TimeInterval? {
        switch result {
        case .answered(let status, let words, let retryAfter):
            self.status = status
            answer = TypedText.line(String(words.prefix(200)), limitBytes: Self.longestAnswerBytes)
            guard let retryAfter, retryAfter > 0 else { return nil }
            return TimeInterval(min(retryAfter, Webhook.longestQuietSeconds))
        case .failed(let words):
            status = nil
            answer = TypedText.line(String(words.prefix(200)), limitBytes: Self.longestAnswerBytes)
            return nil
        }
    }
}
