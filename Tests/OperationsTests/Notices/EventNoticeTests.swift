import Domain
import Foundation
import Store
import TestSupport
import Testing

@testable import Operations

/// Who is told of what happened to a task, from its report to its end.
struct EventNoticeTests {
    /// A plan of the department with a task that the health department leads.
    private func task(in example: ExampleOffice) async throws -> Plan.Task {
        let plan = try await example.issue(
            "Kế hoạch năm\n- Sở Y tế: tuyên truyền trên loa trước ngày 2026-01-31")
        return try #require(try await example.tasks(of: plan).first)
    }

    /// A task with its planner and its lead's member, when all that came with it was told.
    private func beginning(in example: ExampleOffice) async throws -> (
        planner: Actor, lead: Actor, task: Plan.Task, names: [Account.ID: String], seen: Set<Notice.ID>
    ) {
        let planner = example.actor(.planner)
        let lead = try await example.lead()
        let task = try await task(in: example)
        let names = [try #require(planner.accountID): "planner", try #require(lead.accountID): "lead"]
        var seen: Set<Notice.ID> = []
        _ = try await told(example, names, since: &seen)
        return (planner, lead, task, names, seen)
    }

    /// Rules of what is new since the last round, with the account that is told.
    private func told(_ example: ExampleOffice, _ names: [Account.ID: String], since: inout Set<Notice.ID>)
        async throws -> [String]
    {
        let outcome = try await RemindOfTasks(as: "one").run(in: example.office, as: .commandLine)
        #expect(outcome != .elsewhere)
        var lines: [String] = []
        for (account, name) in names.sorted(by: { $0.value < $1.value }) {
            let roles = [RoleGrant(account: account, agency: example.other.id, role: .member)]
            let rows = try await ShowInbox().run(in: example.office, as: .account(account, roles: roles))
            for row in rows.reversed() where since.insert(row.notice.id).inserted {
                lines.append("\(name): \(row.notice.rule.rawValue)")
            }
        }
        return lines
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A report, its return, its acceptance and what is said are told to the other side once`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let (planner, lead, first, names, known) = try await beginning(in: example)
            var (task, seen) = (first, known)
            _ = try await CommentOnTask(task: task.id, text: "Đã có kinh phí chưa?").run(in: office, as: lead)
            #expect(try await told(example, names, since: &seen) == ["planner: commented"])
            example.clock.advance(86_400)
            _ = try await CommentOnTask(task: task.id, text: "Đã có").run(in: office, as: planner)
            #expect(try await told(example, names, since: &seen) == ["lead: commented"])

            task = try await SubmitTask(task: task.id, revision: task.revision, note: "Xong").run(
                in: office, as: lead)
            #expect(try await told(example, names, since: &seen) == ["planner: submitted"])
            task = try await ReturnTask(task: task.id, revision: task.revision, reason: "Thiếu ảnh").run(
                in: office, as: planner)
            #expect(try await told(example, names, since: &seen) == ["lead: returned"])
            task = try await SubmitTask(task: task.id, revision: task.revision, note: "Đủ ảnh").run(
                in: office, as: lead)
            task = try await AcceptTask(task: task.id, revision: task.revision).run(in: office, as: planner)
            // What was reported and accepted meanwhile is told as its end alone.
            #expect(try await told(example, names, since: &seen) == ["lead: accepted"])
            #expect(try await told(example, names, since: &seen) == [])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A rhythm that is set and a period that is accepted are told to the lead`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let (planner, lead, task, names, known) = try await beginning(in: example)
            var seen = known
            _ = try await SetRhythm(task: task.id, revision: task.revision, rhythm: .month).run(
                in: office, as: planner)
            #expect(try await told(example, names, since: &seen).contains("lead: rhythmSet"))
            let period = try #require(try await example.track(task.id).periods.first)
            let sent = try await SubmitPeriod(task: task.id, from: period.from, revision: 0, note: "Xong")
                .run(
                    in: office, as: lead)
            #expect(try await told(example, names, since: &seen) == ["planner: submitted"])
            _ = try await JudgePeriod(
                task: task.id, from: period.from, revision: sent.revision, accepts: true
            ).run(in: office, as: planner)
            #expect(try await told(example, names, since: &seen) == ["lead: periodAccepted"])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Who gets a task, and whose task or part ends, opens again or comes in, is told; not who did it`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let planner = example.actor(.planner)
            let lead = try await example.lead()
            let helper = try await example.actor(named: "helper", in: example.department, as: .member)
            var task = try await task(in: example)
            try await example.coordinate(task.id, by: example.department)
            let names: [Account.ID: String] = [
                try #require(planner.accountID): "planner", try #require(lead.accountID): "lead",
                try #require(helper.accountID): "helper",
            ]
            var seen: Set<Notice.ID> = []
            _ = try await told(example, names, since: &seen)

            let other = try await example.actor(named: "other", in: example.other, as: .planner)
            let leadAccount = try #require(lead.accountID)
            task = try await DelegateTask(task: task.id, revision: task.revision, to: leadAccount).run(
                in: office, as: other)
            #expect(try await told(example, names, since: &seen) == ["lead: delegated"])
            var part = try await Contribute(
                to: task.id, of: example.department.id, revision: 0, .submit, note: "Đã phát"
            ).run(in: office, as: helper)
            #expect(try await told(example, names, since: &seen) == ["lead: contributionSubmitted"])
            part = try await JudgeContribution(contribution: part.id, revision: part.revision, .accept).run(
                in: office, as: lead)
            #expect(
                try await told(example, names, since: &seen).contains("helper: contributionAccepted"))
            task = try await example.task(task.id)
            task = try await CancelTask(task: task.id, revision: task.revision, reason: "Thôi").run(
                in: office, as: planner)
            #expect(try await told(example, names, since: &seen) == ["helper: cancelled", "lead: cancelled"])
            example.clock.advance(86_400)
            _ = try await ReopenTask(task: task.id, revision: task.revision, reason: "Làm lại").run(
                in: office, as: planner)
            #expect(try await told(example, names, since: &seen) == ["helper: reopened", "lead: reopened"])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `What nobody leads is told to the planner at each step`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let planner = example.actor(.planner)
            let plan = try await example.receive(
                "Kế hoạch năm\n- Các sở, ban, ngành: báo cáo trước ngày 2025-06-20")
            _ = try await IssuePlan(
                plan: plan.id, revision: plan.revision, acknowledgesTasksWithoutLead: true
            ).run(in: example.office, as: planner)
            let names: [Account.ID: String] = [try #require(planner.accountID): "planner"]
            var seen: Set<Notice.ID> = []
            #expect(try await told(example, names, since: &seen) == ["planner: dueToday"])
            // Friday, 20 June: one working day late.
            example.clock.advance(86_400)
            #expect(try await told(example, names, since: &seen) == ["planner: lateOne"])
        }
    }
}
