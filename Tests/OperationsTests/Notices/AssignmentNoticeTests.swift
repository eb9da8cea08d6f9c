import Domain
import Foundation
import Locks
import Store
import TestSupport
import Testing

@testable import Operations

/// Agencies are told of the tasks that they got, once for each plan and agency.
struct AssignmentNoticeTests {
    private static let text = """
        Kế hoạch tuyên truyền
        - Sở Y tế: viết tin trước ngày 2026-01-31
        - Sở Y tế: đưa tin trước ngày 2026-02-28
        - Sở Văn hóa, Thể thao và Du lịch: chấm tin trước ngày 2026-03-31
        - Sở Một: phát tin trước ngày 2026-03-31
        - Sở Chẳng Có: xem tin trước ngày 2026-03-31
        """

    private func remind(_ example: ExampleOffice, as holder: String = "one") async throws -> ReminderOutcome {
        try await RemindOfTasks(as: holder).run(in: example.office, as: .commandLine)
    }

    /// What an account's inbox says of new tasks, the oldest first: rule, agency, how many.
    private func told(_ example: ExampleOffice, _ account: Account) async throws -> [String] {
        try await ShowInbox().run(in: example.office, as: .account(account.id, roles: [])).reversed()
            .filter { $0.notice.tasks != nil }
            .map { "\($0.notice.rule.rawValue) \($0.agencyName ?? "?") \($0.notice.tasks ?? 0)" }
    }

    private func agency(_ name: String, in example: ExampleOffice) async throws -> Agency {
        try await CreateAgency(name: name, parent: example.top.id).run(in: example.office, as: .commandLine)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `When a plan is issued each agency that it names is told once how much is its own`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            _ = try await agency("Sở Một", in: example)
            let plan = try await example.issue(Self.text)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for holder in ["a", "b", "c"] {
                    group.addTask { _ = try await remind(example, as: holder) }
                }
                try await group.waitForAll()
            }
            #expect(try await remind(example) == .made(0))
            #expect(try await told(example, example.stranger) == ["assigned Sở Y tế 2"])
            let member = try #require(example.accounts[.member])
            #expect(
                try await told(example, member) == ["assigned Sở Văn hóa, Thể thao và Du lịch 1"])
            // Who issued it knows; and nobody stands in for agencies that have nobody to tell.
            #expect(try await told(example, try #require(example.accounts[.planner])) == [])
            let rows = try await ListNotices(ofPlan: plan.id).run(
                in: example.office, as: example.actor(.planner)
            ).rows
            #expect(rows.count == 2)
            // Of one task the notice is about that task, of more about the plan.
            let tasks = try await example.tasks(of: plan)
            #expect(Set(rows.map(\.notice.task)) == [nil, tasks[2].id])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `When a plan is taken back or replaced each agency is told once how many of its tasks ended`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let planner = example.actor(.planner)
            let plan = try await example.issue(Self.text)
            _ = try await remind(example)
            example.clock.advance(60)
            _ = try await WithdrawPlan(plan: plan.id, reason: "Ban hành nhầm").run(
                in: example.office, as: planner)
            _ = try await remind(example)
            #expect(try await remind(example) == .made(0))
            #expect(
                try await told(example, example.stranger) == [
                    "assigned Sở Y tế 2", "planWithdrawn Sở Y tế 2",
                ])
            let member = try #require(example.accounts[.member])
            #expect(
                try await told(example, member).last == "planWithdrawn Sở Văn hóa, Thể thao và Du lịch 1")
            // Who took it back knows.
            #expect(try await told(example, try #require(example.accounts[.planner])) == [])

            example.clock.advance(60)
            let old = try await example.issue("Kế hoạch một\n- Sở Y tế: viết tin trước ngày 2026-01-31")
            let new = try await example.issue("Kế hoạch hai\n- Sở Y tế: quay phim trước ngày 2026-01-31")
            _ = try await remind(example)
            example.clock.advance(60)
            _ = try await WithdrawPlan(plan: old.id, reason: "Thay thế", replacedBy: new.id).run(
                in: example.office, as: planner)
            _ = try await remind(example)
            #expect(try await told(example, example.stranger).last == "planReplaced Sở Y tế 1")
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An agency that is found for a party later is told then, on the same day too`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            _ = try await remind(example)
            for (key, agencies) in [("Sở Chẳng Có", [example.other.id]), ("Sở Một", [example.other.id])] {
                example.clock.advance(60)
                try await ResolveParty(plan: plan.id, key: PartyKey.of(key), agencies: agencies).run(
                    in: example.office, as: example.actor(.planner))
                #expect(try await remind(example) == .made(1))
            }
            #expect(
                try await told(example, example.stranger) == [
                    "assigned Sở Y tế 2", "assigned Sở Y tế 1", "assigned Sở Y tế 1",
                ])
            // Answered again with the same agency: nobody got anything.
            example.clock.advance(60)
            try await ResolveParty(plan: plan.id, key: PartyKey.of("Sở Một"), agencies: [example.other.id])
                .run(
                    in: example.office, as: example.actor(.planner))
            #expect(try await remind(example) == .made(0))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A successor is told of what it takes over, a plan at a time`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let heir = try await agency("Sở Y tế và Dân số", in: example)
            let member = try await CreateAccount(
                name: "ke.nhiem", displayName: "Kế nhiệm", password: ExampleOffice.password, agency: heir.id,
                role: .member, mustChangePassword: false
            ).run(in: example.office, as: .commandLine)
            _ = try await example.issue(Self.text)
            _ = try await example.issue(
                Self.text.replacing("Kế hoạch tuyên truyền", with: "Kế hoạch thứ hai"))
            _ = try await remind(example)
            #expect(try await told(example, member) == [])
            _ = try await PlanReorganisation(
                kind: .abolish, effective: example.office.today,
                content: .init(agencies: [example.other.id], successors: [heir.id])
            ).run(in: example.office, as: example.actor(.administrator))
            _ = try await remind(example)
            let expected = Array(repeating: "takenOver Sở Y tế và Dân số 2", count: 2)
            #expect(try await told(example, member) == expected)
            _ = try await remind(example)
            #expect(try await told(example, member) == expected)
        }
    }

    @Test func `The digest has one line for a plan and an agency, and what was taken back isn't told`()
        async throws
    {
        try await withOffice(.sqlite) { example async throws in
            try await SetNoticeSettings(
                NoticeSettings(email: "yte@xa.vn", usesMail: true, minute: 0, atOnce: [], onDaysOff: true),
                of: example.stranger.id
            ).run(in: example.office, as: example.outsider)
            let withdrawn = try await example.issue(Self.text)
            _ = try await WithdrawPlan(plan: withdrawn.id, reason: "Ban hành nhầm").run(
                in: example.office, as: example.actor(.planner))
            let plan = try await example.issue(Self.text)
            _ = try await remind(example)
            let lines = Locked<[[String]]>([])
            _ = try await SendLetters(as: "one") { letters in
                lines.withLock { lines in
                    lines += letters.map { $0.lines.map { "\($0.notice.plan) \($0.notice.tasks ?? 0)" } }
                }
                return letters.map { _ in .sent }
            }.run(in: example.office, as: .commandLine)
            #expect(lines.withLock { $0 } == [["\(plan.id) 2"]])
        }
    }
}
