import Domain
import Foundation
import Locks
import SQL
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

/// The example's clock stands on Thursday, 19 June 2025, 15:00 in Vietnam.
struct ReminderTests {
    /// A plan of the department with tasks of the other agency, due on the day, one working day before and seven after.
    private static let text = """
        Kế hoạch nhắc việc
        - Sở Y tế: việc hôm nay trước ngày 2025-06-20
        - Sở Y tế: việc quá hạn trước ngày 2025-06-19
        - Sở Y tế: việc sắp tới trước ngày 2025-07-01
        """

    private static func issue(_ office: ExampleOffice) async throws -> Plan {
        let plan = try await office.receive(text)
        return try await IssuePlan(plan: plan.id, revision: plan.revision).run(
            in: office.office, as: office.actor(.planner))
    }

    private static func remind(
        _ office: ExampleOffice, as holder: String = "a", on day: CalendarDay? = nil
    ) async throws -> ReminderOutcome {
        try await RemindOfTasks(on: day, as: holder).run(in: office.office, as: .commandLine)
    }

    private static func inbox(_ office: ExampleOffice, _ actor: Actor? = nil) async throws -> [NoticeRow] {
        try await ShowInbox().run(in: office.office, as: actor ?? office.outsider)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The day's notices are made once`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { office async throws in
            _ = try await Self.issue(office)
            // Three tasks, and that the agency was given them.
            #expect(try await Self.remind(office) == .made(4))
            #expect(try await Self.remind(office, as: "b") == .made(0))
            let rules = Set(try await Self.inbox(office).map(\.notice.rule))
            #expect(rules == [.assigned, .dueToday, .lateOne, .dueInSeven])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Later in the day only what was touched is asked about, and everything once people change`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { office async throws in
            let pool = RecordingPool(office.office.pool)
            let recorded = Office(
                pool: pool, passwords: PasswordHasher(parameters: .cheapest), read: LineReader.read,
                now: { office.clock.now })
            /// What a run makes, and how it asks for tasks that are due: of all, of some, or not at all.
            func run() async throws -> (ReminderOutcome, [String]) {
                _ = pool.takeStatements()
                let outcome = try await RemindOfTasks(as: "a").run(in: recorded, as: .commandLine)
                let asked = pool.takeStatements().map(\.text).filter { $0.contains("task.sort_day IN") }
                return (
                    outcome,
                    asked.map {
                        $0.contains("task.task_id IN (")
                            ? "tasks" : $0.contains("task.plan_id IN (") ? "plans" : "all"
                    }
                )
            }
            _ = try await Self.issue(office)
            #expect(try await run() == (.made(4), ["all"]))
            // The run's own entry is the only one since.
            #expect(try await run() == (.made(0), []))
            let plan = try await office.receive(Self.text + "\n- Sở Y tế: việc nữa trước ngày 2025-06-20")
            _ = try await IssuePlan(plan: plan.id, revision: plan.revision).run(
                in: office.office, as: office.actor(.planner))
            #expect(try await run() == (.made(5), ["plans"]))
            let task = try #require(
                try await office.office.pool.read { db in try db.tasks(of: plan.id).first })
            _ = try await CommentOnTask(task: task.id, text: "Nhắc lại").run(
                in: office.office, as: office.actor(.planner))
            #expect(try await run() == (.made(1), ["tasks"]))
            // A second member of the agency is told as well, whatever was told before.
            _ = try await CreateAccount(
                name: "second", displayName: "second", password: ExampleOffice.password,
                agency: office.other.id,
                role: .member, mustChangePassword: false
            ).run(in: office.office, as: .commandLine)
            #expect(try await run() == (.made(7), ["all"]))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A server that dies with the lease holds the others up for its time only`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { office async throws in
            _ = try await Self.issue(office)
            let now = office.clock.now
            let other = Office(
                pool: office.office.pool, passwords: PasswordHasher(parameters: .cheapest),
                now: { office.clock.now })
            // It took the lease and half of the work, and then nothing more was heard of it.
            let isTaken = try await office.office.pool.write { db in
                try db.takeLease(RemindOfTasks.lease, for: "dead", at: now, until: now + 120)
            }
            #expect(isTaken)
            let waiting = RemindOfTasks(as: "alive")
            #expect(try await waiting.run(in: other, as: .commandLine) == .elsewhere)
            office.clock.advance(121)
            #expect(try await waiting.run(in: other, as: .commandLine) == .made(4))
            #expect(try await Self.remind(office, as: "dead") == .made(0))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Two offices at once make each notice once and send each letter once`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { office async throws in
            _ = try await Self.issue(office)
            try await Self.chooseAddress(office)
            let carried = Locked<[Letter.ID]>([])
            try await withThrowingTaskGroup(of: Void.self) { group in
                for holder in ["a", "b", "c"] {
                    group.addTask {
                        _ = try await RemindOfTasks(as: holder).run(in: office.office, as: .commandLine)
                        _ = try await SendLetters(as: holder) { letters in
                            carried.withLock { $0 += letters.map(\.letter.id) }
                            return letters.map { _ in .sent }
                        }.run(in: office.office, as: .commandLine)
                    }
                }
                try await group.waitForAll()
            }
            let letters = carried.withLock { $0 }
            #expect(letters.count == 1)
            #expect(try await Self.inbox(office).map(\.letterState) == Array(repeating: .sent, count: 4))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `After two weeks off each task is told of once, with its last step`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { office async throws in
            _ = try await Self.issue(office)
            _ = try await Self.remind(office)
            office.clock.advance(14 * 86_400)
            let before = try await Self.inbox(office).count
            _ = try await Self.remind(office)
            let new = try await Self.inbox(office).count - before
            #expect(new == 3)
            let rules = try await Self.inbox(office).prefix(new).map(\.notice.rule)
            #expect(Set(rules) == [.lateSeven, .lateThree])
        }
    }

    private static func chooseAddress(
        _ office: ExampleOffice, atOnce: Set<NoticeRule.Urgency> = [], minute: Int = 0
    ) async throws {
        try await SetNoticeSettings(
            NoticeSettings(
                email: "yte@xa.vn", usesMail: true, minute: minute, atOnce: atOnce, onDaysOff: false),
            of: office.stranger.id
        ).run(in: office.office, as: office.outsider)
    }

    private static func send(
        _ office: ExampleOffice,
        _ result: @escaping @Sendable (LetterContent) -> LetterResult = { _ in .sent }
    ) async throws -> SendingOutcome {
        try await SendLetters(as: "a") { $0.map(result) }.run(in: office.office, as: .commandLine)
    }

    @Test func `One digest a day, at the chosen hour and not before`() async throws {
        try await withOffice(.sqlite) { office async throws in
            _ = try await Self.issue(office)
            try await Self.chooseAddress(office, minute: 16 * 60)
            _ = try await Self.remind(office)
            #expect(try await Self.send(office).sent == 0)
            office.clock.advance(3_600)
            #expect(try await Self.send(office).sent == 1)
            // What comes later on the same day waits for the next digest.
            _ = try await Self.remind(office, on: office.office.today.adding(days: -1))
            #expect(try await Self.send(office).sent == 0)
        }
    }

    @Test func `What is wanted at once doesn't wait for the digest`() async throws {
        try await withOffice(.sqlite) { office async throws in
            _ = try await Self.issue(office)
            try await Self.chooseAddress(office, atOnce: [.escalated], minute: 23 * 60)
            _ = try await Self.remind(office)
            let lines = Locked<[[NoticeRule]]>([])
            _ = try await Self.send(office) { letter in
                lines.withLock { $0.append(letter.lines.map(\.notice.rule)) }
                return .sent
            }
            #expect(lines.withLock { $0 } == [[.lateOne]])
        }
    }

    @Test
    func `What was read in the inbox isn't mailed, and mail that was off doesn't come back with a flood`()
        async throws
    {
        try await withOffice(.sqlite) { office async throws in
            _ = try await Self.issue(office)
            _ = try await Self.remind(office)
            let undo = try await MarkNotices(.readAll).run(in: office.office, as: office.outsider)
            try await Self.chooseAddress(office)
            #expect(try await Self.send(office).sent == 0)
            #expect(try await CountUnread().run(in: office.office, as: office.outsider) == 0)
            _ = try await MarkNotices(.undo(try #require(undo))).run(in: office.office, as: office.outsider)
            #expect(try await CountUnread().run(in: office.office, as: office.outsider) == 4)
            office.clock.advance(14 * 86_400)
            #expect(try await Self.send(office).sent == 0)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A refused letter is recorded and the planner told; one that fails is tried again until the end`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { office async throws in
            _ = try await Self.issue(office)
            try await Self.chooseAddress(office)
            _ = try await Self.remind(office)
            for attempt in 1...7 {
                let outcome = try await Self.send(office) { _ in .failed(answer: "451 later") }
                #expect(outcome.failed == 1, "attempt \(attempt)")
                #expect(try await Self.send(office).sent == 0, "no second try before its pause is over")
                office.clock.advance((Letter.pause(afterAttempts: attempt) ?? 0) + 1)
            }
            #expect(try await Self.send(office) == SendingOutcome())
            #expect(try await Self.inbox(office).first?.letterState == .givenUp)
            let told = try await Self.inbox(office, office.actor(.planner))
            #expect(told.map(\.notice.rule) == [.mailFailed])
        }
    }

    @Test func `Only a letter that went there comes back, and only once`() async throws {
        try await withOffice(.sqlite) { office async throws in
            _ = try await Self.issue(office)
            try await Self.chooseAddress(office)
            _ = try await Self.remind(office)
            let sent = Locked<Letter.ID?>(nil)
            _ = try await Self.send(office) { letter in
                sent.withLock { $0 = letter.letter.id }
                return .sent
            }
            let letter = try #require(sent.withLock { $0 })
            func bounce(_ id: Letter.ID, _ address: String) async throws -> Bool {
                try await TakeBounce(letter: id, address: address, answer: "550 gone, gọi 0912 345 678").run(
                    in: office.office, as: .commandLine)
            }
            #expect(try await !bounce(Letter.ID("nothing"), "yte@xa.vn"))
            #expect(try await !bounce(letter, "khac@xa.vn"))
            #expect(try await bounce(letter, "YTE@xa.vn"))
            #expect(try await !bounce(letter, "yte@xa.vn"))
            let answer = try #require(try await Self.inbox(office).first?.letterAnswer)
            #expect(answer.hasPrefix("550 gone") && !answer.contains("345 678"))
        }
    }

    @Test func `A letter whose server died is sent again with the same identifier`() async throws {
        try await withOffice(.sqlite) { office async throws in
            _ = try await Self.issue(office)
            try await Self.chooseAddress(office)
            _ = try await Self.remind(office)
            let seen = Locked<[Letter.ID]>([])
            // It has the letter in hand and never writes down what became of it: while it sends, another looks.
            let first = SendLetters(as: "dead") { letters in
                seen.withLock { $0 += letters.map(\.letter.id) }
                let other = try? await Self.send(office)
                #expect(other == SendingOutcome())
                return letters.map { _ in .sent }
            }
            _ = try await first.run(in: office.office, as: .commandLine)
            let letter = try #require(seen.withLock { $0.first })
            // As it would stand had the server died there.
            try await office.office.pool.write { db in
                let until = office.clock.now + Letter.sendingSeconds
                try db.execute(
                    "UPDATE letter SET state = 'sending', next_at = \(until) WHERE letter_id = \(letter)")
            }
            #expect(try await Self.send(office) == SendingOutcome())
            office.clock.advance(Letter.sendingSeconds + 1)
            _ = try await Self.send(office) { letter in
                seen.withLock { $0.append(letter.letter.id) }
                return .sent
            }
            let letters = seen.withLock { $0 }
            #expect(letters.count == 2 && Set(letters).count == 1)
        }
    }

    @Test func `Addresses are refused that could break out, and others' settings`() async throws {
        try await withOffice(.sqlite) { office async throws in
            for address in ["", "a", "a@b@c", "a b@c.vn", "a@b.vn\r\nBcc: x@y.vn", "<a@b.vn>", "ă@b.vn"] {
                var settings = NoticeSettings.standard
                settings.email = address
                await #expect(throws: NoticeRefused.badAddress) {
                    try await SetNoticeSettings(settings, of: office.stranger.id).run(
                        in: office.office, as: office.outsider)
                }
            }
            await #expect(throws: AccessRefused.notAllowed) {
                try await SetNoticeSettings(.standard, of: office.stranger.id).run(
                    in: office.office, as: office.actor(.planner))
            }
            try await SetNoticeSettings(.standard, of: office.stranger.id).run(
                in: office.office, as: office.actor(.administrator))
        }
    }

    @Test func `Only the plan's agency and inspectors see who was told`() async throws {
        try await withOffice(.sqlite) { office async throws in
            let plan = try await Self.issue(office)
            _ = try await Self.remind(office)
            let record = ListNotices(ofPlan: plan.id)
            #expect(try await record.run(in: office.office, as: office.actor(.planner)).rows.count == 4)
            #expect(try await record.run(in: office.office, as: office.actor(.reader)).rows.count == 4)
            await #expect(throws: AccessRefused.notAllowed) {
                try await record.run(in: office.office, as: office.outsider)
            }
        }
    }

    @Test func `A purge takes the notices with it, and an empty letter isn't sent`() async throws {
        try await withOffice(.sqlite) { office async throws in
            let plan = try await Self.issue(office)
            try await Self.chooseAddress(office)
            _ = try await Self.remind(office)
            #expect(try await Self.send(office) { _ in .failed(answer: "later") }.failed == 1)
            _ = try await PurgePlan(plan: plan.id, reason: .stateSecret).run(
                in: office.office, as: office.actor(.planner))
            #expect(try await Self.inbox(office).isEmpty)
            office.clock.advance(3_600)
            #expect(try await Self.send(office) == SendingOutcome())
        }
    }
}
