import Domain
import Foundation
import Locks
import SQL
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

struct WebhookTests {
    /// Takes what is posted, and answers with the next of its results; then with 204.
    private final class Mailbox: Sendable {
        let posts = Locked<[WebhookPost]>([])
        let results = Locked<[WebhookResult]>([])

        var carry: SendWebhooks.Carry {
            { some in
                self.posts.withLock { $0 += some }
                return some.map { _ in
                    self.results.withLock {
                        $0.isEmpty ? .answered(status: 204, words: "") : $0.removeFirst()
                    }
                }
            }
        }

        var types: [String] {
            posts.withLock { $0 }.compactMap {
                $0.body.firstMatch(of: /"type":"([a-z.]+)"/).map { String($0.1) }
            }
        }
    }

    private func register(_ example: ExampleOffice, as role: Role = .planner) async throws -> NewWebhook {
        try await RegisterWebhook(
            agency: example.department.id, address: "https://hook.example.vn/x", reach: WebhookReach()
        ).run(in: example.office, as: example.actor(role))
    }

    @discardableResult
    private func send(_ example: ExampleOffice, _ mailbox: Mailbox, as holder: String = "a") async throws
        -> Int
    {
        try await SendWebhooks(as: holder, carry: mailbox.carry).run(in: example.office, as: .commandLine)
            .taken
    }

    private func issue(_ example: ExampleOffice, title: String = "") async throws -> Plan {
        let plan = try await example.receive(title + ExampleOffice.text)
        return try await IssuePlan(plan: plan.id, revision: plan.revision, acknowledgesTasksWithoutLead: true)
            .run(
                in: example.office, as: example.actor(.planner))
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `What happens after an address was registered is told once`(engine: TestDatabase.Engine) async throws
    {
        try await withOffice(engine) { example async throws in
            let mailbox = Mailbox()
            _ = try await issue(example)
            let made = try await register(example)
            #expect(try await send(example, mailbox) == 0)
            let plan = try await issue(example, title: "Một ")
            #expect(try await send(example, mailbox) == 1)
            #expect(try await send(example, mailbox) == 0)
            #expect(mailbox.types == ["plan.issued"])
            let post = try #require(mailbox.posts.withLock { $0.first })
            #expect(post.address == made.webhook.address && post.body.contains(plan.id.rawValue))
            #expect(!post.body.contains("thông tin đối ngoại"))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An address is told of what was chosen for it, and of a trial always`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let (planner, department) = (example.actor(.planner), example.department.id)
            let mailbox = Mailbox()
            let made = try await RegisterWebhook(
                agency: department, address: "https://hook.example.vn/x",
                events: [.taskChanged, .reminderDue],
                reach: WebhookReach()
            ).run(in: example.office, as: planner)
            _ = try await issue(example)
            #expect(try await send(example, mailbox) == 0)
            try await ChangeWebhook(.test, made.webhook.id, of: department).run(
                in: example.office, as: planner)
            #expect(try await send(example, mailbox) == 1)
            try await ChooseWebhookEvents([.planIssued], made.webhook.id, of: department)
                .run(in: example.office, as: planner)
            _ = try await issue(example, title: "Một ")
            #expect(try await send(example, mailbox) == 1)
            #expect(mailbox.types == ["webhook.test", "plan.issued"])
            let shown = try await ShowWebhook(made.webhook.id, of: department).run(
                in: example.office, as: planner)
            #expect(shown.webhook.events == [.planIssued])
            await #expect(throws: WebhookRefused.noEvent) {
                try await ChooseWebhookEvents([], made.webhook.id, of: department)
                    .run(in: example.office, as: planner)
            }
            await #expect(throws: AccessRefused.notAllowed) {
                try await ChooseWebhookEvents(nil, made.webhook.id, of: department)
                    .run(in: example.office, as: example.actor(.member))
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A receiver that asks for quiet gets it, within a day, from all that is sent to it`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let mailbox = Mailbox()
            let made = try await register(example)
            _ = try await issue(example)
            mailbox.results.withLock {
                $0 = [
                    .answered(status: 429, words: "", retryAfterSeconds: 600),
                    .answered(status: 503, words: "", retryAfterSeconds: 1 << 40),
                    .answered(status: 503, words: "", retryAfterSeconds: -5),
                ]
            }
            try await send(example, mailbox)
            // Something else happens: it waits as well.
            _ = try await issue(example, title: "Một ")
            example.clock.advance(599)
            try await send(example, mailbox)
            #expect(mailbox.posts.withLock { $0.count } == 1)
            example.clock.advance(1)
            // While it fails, one at a time.
            try await send(example, mailbox)
            #expect(mailbox.posts.withLock { $0.count } == 2)
            example.clock.advance(TimeInterval(Webhook.longestQuietSeconds) - 1)
            try await send(example, mailbox)
            #expect(mailbox.posts.withLock { $0.count } == 2)
            example.clock.advance(1)
            try await send(example, mailbox)
            #expect(mailbox.posts.withLock { $0.count } >= 3)
            example.clock.advance(86_400)
            #expect(try await send(example, mailbox) >= 1)
            let shown = try await ShowWebhook(made.webhook.id, of: example.department.id).run(
                in: example.office, as: example.actor(.planner))
            #expect(shown.webhook.quietUntil == nil && shown.webhook.failingSince == nil)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An agency that has no part in it isn't told`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let mailbox = Mailbox()
            _ = try await RegisterWebhook(
                agency: example.top.id, address: "https://top.example.vn/", reach: WebhookReach()
            ).run(in: example.office, as: example.actor(.administrator))
            _ = try await issue(example)
            #expect(try await send(example, mailbox) == 0)
            #expect(mailbox.posts.withLock { $0.isEmpty })
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Administrators and planners manage, others don't, and the address must be safe`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            for role in [Role.member, .reader] {
                await #expect(throws: AccessRefused.notAllowed) { try await register(example, as: role) }
            }
            _ = try await register(example, as: .administrator)
            let made = try await register(example)
            await #expect(throws: WebhookRefused.noSuchWebhook) {
                try await ShowWebhook(made.webhook.id, of: example.other.id).run(
                    in: example.office, as: example.outsider)
            }
            await #expect(throws: WebhookRefused.badAddress) {
                try await RegisterWebhook(
                    agency: example.department.id, address: "http://127.0.0.1/", reach: WebhookReach()
                ).run(in: example.office, as: example.actor(.planner))
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `After the tenth try an address is switched off, and its people read so`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let mailbox = Mailbox()
            let made = try await register(example)
            _ = try await issue(example)
            mailbox.results.withLock { $0 = Array(repeating: .failed("nobody there"), count: 20) }
            var tries = 0
            while mailbox.posts.withLock({ $0.count }) < 10, tries < 100 {
                tries += 1
                try await send(example, mailbox)
                example.clock.advance(30 * 3600)
            }
            let view = try await ShowWebhook(made.webhook.id, of: example.department.id).run(
                in: example.office, as: example.actor(.planner))
            #expect(tries == 10 && view.webhook.state == .failed && view.webhook.failingSince != nil)
            #expect(view.deliveries.map(\.state) == [.givenUp] && view.deliveries[0].answer == "nobody there")
            let inbox = try await ShowInbox().run(in: example.office, as: example.actor(.planner))
            #expect(inbox.map(\.notice.rule) == [.webhookOff])
            try await send(example, mailbox)
            #expect(mailbox.posts.withLock { $0.count } == 10)
            try await ChangeWebhook(.on, made.webhook.id, of: example.department.id).run(
                in: example.office, as: example.actor(.planner))
            try await RedeliverWebhook(view.deliveries[0].id, to: made.webhook.id, of: example.department.id)
                .run(
                    in: example.office, as: example.actor(.planner))
            mailbox.results.withLock { $0 = [] }
            #expect(try await send(example, mailbox) == 1)
            let identifiers = mailbox.posts.withLock { Set($0.map { $0.fields[0].value }) }
            #expect(identifiers == [view.deliveries[0].id.rawValue])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `One server sends while its lease lasts, and another goes on after it`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let mailbox = Mailbox()
            _ = try await register(example)
            _ = try await issue(example)
            let now = example.clock.now
            let isTaken = try await example.office.pool.write { db in
                try db.takeLease(
                    SendWebhooks.lease, for: "dead", at: now, until: now + SendWebhooks.leaseSeconds)
            }
            #expect(isTaken)
            #expect(try await send(example, mailbox) == 0)
            example.clock.advance(SendWebhooks.leaseSeconds)
            #expect(try await send(example, mailbox) == 1)
        }
    }

    @Test func `Signatures are those of Standard Webhooks, of the old secret too for a day`() throws {
        // The vector that the standard's libraries are tested with.
        let secret = try #require(Data(base64Encoded: "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let now = Date(timeIntervalSince1970: 1_614_265_330)
        let webhook = Webhook(
            id: Webhook.ID("w"), agency: Agency.ID("a"), address: "https://x.vn/", createdAt: now,
            createdBy: nil,
            fromSequence: 0)
        let delivery = WebhookDelivery(
            id: WebhookDelivery.ID("msg_p5jXN8AQM9LWM0D4loKWxJek"), webhook: webhook.id, event: .test,
            key: "k",
            plan: nil, task: nil, body: "{\"test\": 2432232314}", madeAt: now, nextAt: now)
        var record = WebhookRecord(webhook: webhook, secret: [UInt8](secret))
        let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        #expect(
            WebhookSignature.fields(delivery, record, at: now).map(\.1)[1...] == ["1614265330", expected])
        record.previous = [1, 2, 3]
        record.previousUntil = now + 1
        #expect(WebhookSignature.fields(delivery, record, at: now)[2].1.split(separator: " ").count == 2)
        #expect(WebhookSignature.fields(delivery, record, at: now + 1)[2].1.split(separator: " ").count == 1)
    }

    @Test func `Pauses grow, with a little chance, and end`() {
        let pauses = (1...9).compactMap { WebhookDelivery.pause(afterAttempts: $0, chance: 0.5) }
        #expect(pauses == WebhookDelivery.pausesSeconds && pauses == pauses.sorted())
        #expect(WebhookDelivery.pause(afterAttempts: 1, chance: 0) == 4)
        #expect(WebhookDelivery.pause(afterAttempts: 0, chance: 0.5) == nil)
        #expect(WebhookDelivery.pause(afterAttempts: 10, chance: 0.5) == nil)
    }

    @Test(arguments: [
        ("https://hook.example.vn/a?b=c", true), ("https://hook.example.vn:8443", true),
        ("http://hook.example.vn/", false),
        ("https://", false), ("https://a@b.vn/", false), ("https://b.vn/#x", false), ("https://b vn/", false),
        ("ftp://b.vn/", false), ("https://b.vn/" + String(repeating: "x", count: 1000), false),
        ("http://127.0.0.1/", false),
    ])
    func `Addresses are https on the internet`(address: String, isTaken: Bool) {
        #expect(WebhookReach().takes(address) == isTaken)
        #expect(WebhookReach(andLoopback: true).takes("http://127.0.0.1:80/"))
        #expect(!WebhookReach(andLoopback: true).takes("http://127.0.0.1.evil.vn/"))
    }
}
