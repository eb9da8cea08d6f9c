import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

/// The clock stands at 19 June 2025.
struct CalendarFeedTests {
    static let text = """
        Kế hoạch biên giới năm 2025
        - Sở Y tế: gọi anh Lan 0912 345 678 về việc họp trước ngày 2025-06-26
        - Sở Y tế: việc còn xa trước ngày 2025-09-30
        - Sở Y tế: việc của năm trước nữa trước ngày 2023-09-30
        - Sở Y tế: việc không hạn
        """

    private func read(_ token: Token, _ example: ExampleOffice) async throws -> FeedContent? {
        try await ReadCalendarFeed(token: token).run(in: example.office, as: .nobody)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An agency's address shows its days, no telephone number, and what was cancelled as such`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            let tasks = try await example.tasks(of: plan)
            let token = try await MakeCalendarFeed(of: .agency(example.other.id)).run(
                in: example.office, as: example.outsider)
            let content = try #require(try await read(token, example))
            // What is overdue for years stays.
            #expect(content.tasks.map(\.task) == [tasks[2].id, tasks[0].id, tasks[1].id])
            #expect(content.tasks.map(\.role) == [.lead, .lead, .lead] && content.name == "Sở Y tế")
            #expect(!content.tasks.contains { $0.text.contains("345") })
            #expect(content.agencyNames[example.other.id] == "Sở Y tế")
            let before = content.tasks[1]
            _ = try await CancelTask(task: tasks[0].id, revision: tasks[0].revision, reason: "thôi").run(
                in: example.office, as: example.actor(.planner))
            let after = try #require(try await read(token, example)?.tasks.dropFirst().first)
            #expect(after.standing == .cancelled && after.revision > before.revision)
            #expect(before.standing == .pending)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A coordinator's day and revision are those of its own part`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            let task = try #require(try await example.tasks(of: plan).first)
            try await example.coordinate(task.id, by: example.department)
            let own = try await MakeCalendarFeed(of: .agency(example.department.id)).run(
                in: example.office, as: example.actor(.planner))
            let before = try #require(try await read(own, example)?.tasks.first)
            #expect(before.role == .with && before.day == task.deadline?.due)
            let day = try #require(CalendarDay(year: 2025, month: 6, day: 22))
            _ = try await AskForContribution(
                task: task.id, from: example.department.id, words: "ảnh", due: day
            ).run(
                in: example.office, as: try await example.lead())
            let after = try #require(try await read(own, example)?.tasks.first)
            #expect(after.day == day && after.revision > before.revision)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A new address ends the old one; a revoked one, a disabled account's and a guess open nothing`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            _ = try await example.issue(Self.text)
            let lead = try await example.lead()
            let account = try #require(lead.accountID)
            let owner = CalendarFeed.Owner.account(account)
            let first = try await MakeCalendarFeed(of: owner).run(in: office, as: lead)
            #expect(try await read(first, example)?.tasks.count == 3)
            let second = try await MakeCalendarFeed(of: owner).run(in: office, as: lead)
            #expect(try await read(first, example) == nil)
            #expect(try await read(second, example) != nil)
            #expect(try await read(Token(random: SecureRandom.bytes(32)), example) == nil)
            // The store has nothing from which an address could be made again.
            let stored = try await office.pool.read { db in
                try db.values([UInt8].self, "SELECT token_digest FROM calendar_feed ORDER BY made_at")
            }
            #expect(stored == [second.digest])
            try await RevokeCalendarFeed(of: owner).run(in: office, as: lead)
            #expect(try await read(second, example) == nil)
            let third = try await MakeCalendarFeed(of: owner).run(in: office, as: lead)
            try await office.pool.write { db in
                _ = try db.execute("UPDATE account SET is_disabled = 1 WHERE account_id = \(account)")
            }
            #expect(try await read(third, example) == nil)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `What was given to a colleague stands in the colleague's calendar alone`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let plan = try await example.issue(Self.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let one = try await example.lead("one")
            let two = try await example.lead("two")
            var feeds: [Token] = []
            for actor in [one, two] {
                feeds.append(
                    try await MakeCalendarFeed(of: .account(try #require(actor.accountID))).run(
                        in: office, as: actor))
            }
            _ = try await DelegateTask(task: task.id, revision: task.revision, to: one.accountID).run(
                in: office, as: one)
            #expect(try await read(feeds[0], example)?.tasks.contains { $0.task == task.id } == true)
            #expect(try await read(feeds[1], example)?.tasks.contains { $0.task == task.id } == false)
        }
    }

    @Test func `Nobody makes or lists an address for others`() async throws {
        try await withOffice(.sqlite) { example async throws in
            let office = example.office
            let own = try #require(example.accounts[.planner]?.id)
            await #expect(throws: AccessRefused.notAllowed) {
                try await MakeCalendarFeed(of: .account(own)).run(in: office, as: example.outsider)
            }
            await #expect(throws: AccessRefused.notAllowed) {
                try await MakeCalendarFeed(of: .agency(example.department.id)).run(
                    in: office, as: example.actor(.member))
            }
            await #expect(throws: AccessRefused.notAllowed) {
                try await RevokeCalendarFeed(of: .agency(example.department.id)).run(
                    in: office, as: example.outsider)
            }
            await #expect(throws: AccessRefused.signInFirst) {
                try await MakeCalendarFeed(of: .account(own)).run(in: office, as: .nobody)
            }
            let listed = try await ListCalendarFeeds().run(in: office, as: example.actor(.member))
            #expect(listed.map(\.owner) == [.account(try #require(example.accounts[.member]?.id))])
        }
    }
}
