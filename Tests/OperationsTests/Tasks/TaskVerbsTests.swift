import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

struct TaskVerbsTests {
    static let text = """
        Kế hoạch thông tin đối ngoại năm 2025
        - Sở Y tế: mở lớp tập huấn trước ngày 2025-06-30
        - Sở Y tế: tuyên truyền biên giới
        """

    @Test(arguments: TestDatabase.Engine.all)
    func `A task is begun, handed in with evidence, returned, handed in again and accepted`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            let lead = try await example.lead()
            let planner = example.actor(.planner)
            let office = example.office
            var task = try #require(try await example.tasks(of: plan).first)
            #expect(try await example.desk(.due, of: example.other).contains(task.id))
            task = try await StartTask(task: task.id, revision: task.revision).run(in: office, as: lead)
            #expect(task.state == .inProgress && task.revision == 2)
            _ = try await AddEvidence(
                task: task.id, .link(address: "https://vietnam.vn/bai", title: "Bài đăng", note: nil)
            ).run(in: office, as: lead)
            task = try await SubmitTask(task: task.id, revision: task.revision, note: "Đã mở lớp").run(
                in: office, as: lead)
            #expect(task.state == .submitted)
            #expect(try await example.desk(.waitingForMe, of: example.department) == [task.id])
            #expect(try await example.desk(.waitingForOthers, of: example.other) == [task.id])
            #expect(!(try await example.desk(.due, of: example.other).contains(task.id)))
            task = try await ReturnTask(task: task.id, revision: task.revision, reason: "Thiếu danh sách")
                .run(
                    in: office, as: planner)
            #expect(task.state == .returned && task.progress.reason == "Thiếu danh sách")
            #expect(try await example.desk(.waitingForMe, of: example.other) == [task.id])
            task = try await SubmitTask(task: task.id, revision: task.revision, note: "Đủ").run(
                in: office, as: lead)
            task = try await AcceptTask(task: task.id, revision: task.revision).run(in: office, as: planner)
            #expect(task.state == .accepted && task.progress.endedAt == office.now())
            #expect(try await example.desk(.ended, of: example.other) == [task.id])
            #expect(try await example.desk(.waitingForMe, of: example.department) == [])
            let track = try await example.track(task.id)
            #expect(track.evidence.map(\.title) == ["Bài đăng"])
            #expect(
                track.history.reversed().map(\.action) == [
                    "StartTask", "AddEvidence", "SubmitTask", "ReturnTask", "SubmitTask", "AcceptTask",
                ])
            #expect(try await example.countsAgree())
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Whoever handed a task in can't accept it, whatever their roles`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            let task = try #require(try await example.tasks(of: plan).first)
            guard case .account(let id, let roles) = example.actor(.planner) else { return }
            let both = Actor.account(
                id, roles: roles + [RoleGrant(account: id, agency: example.other.id, role: .member)])
            let submitted = try await SubmitTask(task: task.id, revision: 1).run(in: example.office, as: both)
            await #expect(throws: TaskRefused.samePerson) {
                try await AcceptTask(task: task.id, revision: submitted.revision).run(
                    in: example.office, as: both)
            }
            #expect(try await example.task(task.id).state == .submitted)
            #expect(!(try await example.track(task.id, as: both).allowed.contains(.accept)))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The second of two is told what stands now, and nothing is overwritten`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let lead = try await example.lead()
            _ = try await SubmitTask(task: task.id, revision: 1, note: "Của tôi").run(
                in: example.office, as: lead)
            let refusal = await #expect(throws: TaskRefused.self) {
                try await StartTask(task: task.id, revision: 1).run(in: example.office, as: example.outsider)
            }
            guard case .changedMeanwhile(let standing) = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(standing.state == .submitted && standing.revision == 2 && standing.note == "Của tôi")
            #expect(standing.changedBy == "lead" && standing.changedAt == example.office.now())
            #expect(try await example.task(task.id).progress.note == "Của tôi")
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Only the lead's people work on a task, and only the plan's planners judge it`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let lead = try await example.lead()
            for actor in [
                example.actor(.planner), example.actor(.member), example.actor(.reader),
                example.actor(.administrator),
            ] {
                await #expect(throws: AccessRefused.notAllowed) {
                    try await StartTask(task: task.id, revision: 1).run(in: example.office, as: actor)
                }
            }
            await #expect(throws: AccessRefused.signInFirst) {
                try await StartTask(task: task.id, revision: 1).run(in: example.office, as: .nobody)
            }
            let submitted = try await SubmitTask(task: task.id, revision: 1).run(in: example.office, as: lead)
            for actor in [example.outsider, example.actor(.member), example.actor(.reader), lead] {
                await #expect(throws: AccessRefused.notAllowed) {
                    try await AcceptTask(task: task.id, revision: submitted.revision).run(
                        in: example.office, as: actor)
                }
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A withdrawn plan cancels what isn't accepted, with its reason`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            let tasks = try await example.tasks(of: plan)
            let lead = try await example.lead()
            let submitted = try await SubmitTask(task: tasks[0].id, revision: 1).run(
                in: example.office, as: lead)
            _ = try await AcceptTask(task: tasks[0].id, revision: submitted.revision).run(
                in: example.office, as: example.actor(.planner))
            _ = try await WithdrawPlan(plan: plan.id, reason: "Sai căn cứ").run(
                in: example.office, as: example.actor(.planner))
            let after = try await example.tasks(of: plan)
            #expect(after.map(\.state) == [.accepted, .cancelled])
            #expect(after[1].progress.reason == "Sai căn cứ")
            #expect(try await example.desk(.due, of: example.other) == [])
            await #expect(throws: TaskRefused.planNotIssued) {
                try await ReopenTask(task: tasks[1].id, revision: after[1].revision, reason: "x").run(
                    in: example.office, as: example.actor(.planner))
            }
            #expect(try await example.countsAgree())
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The lead can't hand in while a contribution is open, unless it says why`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let lead = try await example.lead()
            let office = example.office
            try await example.coordinate(task.id, by: example.department)
            let part = try await AskForContribution(
                task: task.id, from: example.department.id, words: "Viết hai bài", due: nil
            ).run(in: office, as: lead)
            #expect(try await example.desk(.waitingForMe, of: example.department) == [task.id])
            #expect(try await example.desk(.waitingForOthers, of: example.other) == [task.id])
            await #expect(throws: TaskRefused.contributionsOpen(1)) {
                try await SubmitTask(task: task.id, revision: 1).run(in: office, as: lead)
            }
            let submitted = try await SubmitTask(task: task.id, revision: 1, whyMissing: "Hết hạn").run(
                in: office, as: lead)
            #expect(submitted.progress.missingReason == "Hết hạn")
            _ = try await TakeBackTask(task: task.id, revision: 2).run(in: office, as: lead)
            // The coordinator hands in, the lead returns, it hands in again, the lead accepts.
            let member = example.actor(.member)
            var seen = try await Contribute(
                to: task.id, of: example.department.id, revision: part.revision, .submit, note: "Hai bài"
            ).run(in: office, as: member)
            #expect(try await example.desk(.waitingForMe, of: example.other) == [task.id])
            seen = try await JudgeContribution(
                contribution: part.id, revision: seen.revision, .return, reason: "Thiếu ảnh"
            ).run(in: office, as: lead)
            #expect(seen.state == .returned && seen.reason == "Thiếu ảnh")
            seen = try await Contribute(
                to: task.id, of: example.department.id, revision: seen.revision, .submit
            ).run(in: office, as: member)
            seen = try await JudgeContribution(contribution: part.id, revision: seen.revision, .accept).run(
                in: office, as: lead)
            #expect(seen.state == .accepted)
            let ended = try await SubmitTask(task: task.id, revision: 3).run(in: office, as: lead)
            #expect(ended.progress.missingReason == nil)
            #expect(try await example.countsAgree())
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `More time is asked for, refused with words, asked for again and granted`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let lead = try await example.lead()
            let planner = example.actor(.planner)
            let office = example.office
            let day = try #require(CalendarDay(iso: "2025-08-15"))
            let due = try #require(task.deadline?.due)
            #expect(due.description == "2025-06-29")
            await #expect(throws: TaskRefused.badDay) {
                try await AskForTime(task: task.id, until: due, reason: "Bão").run(in: office, as: lead)
            }
            _ = try await AskForTime(task: task.id, until: day, reason: "Bão").run(in: office, as: lead)
            await #expect(throws: TaskRefused.alreadyAsked) {
                try await AskForTime(task: task.id, until: day, reason: "Bão").run(in: office, as: lead)
            }
            #expect(try await example.desk(.waitingForMe, of: example.department) == [task.id])
            await #expect(throws: TaskRefused.reasonMissing) {
                try await AnswerRequestForTime(task: task.id, grants: false).run(in: office, as: planner)
            }
            _ = try await AnswerRequestForTime(task: task.id, grants: false, words: "Không").run(
                in: office, as: planner)
            _ = try await AskForTime(task: task.id, until: day, reason: "Bão to").run(in: office, as: lead)
            let granted = try await AnswerRequestForTime(task: task.id, grants: true).run(
                in: office, as: planner)
            #expect(granted.deadline?.due == day && granted.deadline?.printed == task.deadline?.printed)
            #expect(try await example.track(task.id).extensions.map(\.state) == [.refused, .granted])
            #expect(try await example.countsAgree())
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Many tasks are worked on at once, each with its own result`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            let tasks = try await example.tasks(of: plan)
            let lead = try await example.lead()
            let office = example.office
            let targets = tasks.map { BulkWork.Target(task: $0.id, revision: $0.revision) }
            _ = try await SubmitTask(task: tasks[0].id, revision: 1).run(in: office, as: lead)
            let outcomes = try await BulkWork(
                .accept, [BulkWork.Target(task: tasks[0].id, revision: 2), targets[1]]
            ).run(in: office, as: example.actor(.planner))
            #expect(outcomes.map(\.task) == tasks.map(\.id))
            #expect(outcomes.map { $0.refusal?.code } == [nil, "task.wrong-state"])
            await #expect(throws: TaskRefused.tooMany(BulkWork.limit)) {
                try await BulkWork(.accept, Array(repeating: targets[0], count: BulkWork.limit + 1)).run(
                    in: office, as: lead)
            }
            guard case .account(let account, _) = lead else { return }
            let given = try await BulkWork(.delegate(to: account), [targets[1]]).run(in: office, as: lead)
            #expect(given.map { $0.refusal == nil } == [true])
            #expect(try await example.task(tasks[1].id).progress.delegate == account)
            let mine = try await ListGivenToMe().run(in: office, as: lead)
            #expect(mine.items.map(\.id) == [tasks[1].id])
            #expect(try await ListGivenToMe().run(in: office, as: example.outsider).items.isEmpty)
            let reminded = try await BulkWork(.remind(words: "Sắp hết hạn"), [targets[0], targets[1]]).run(
                in: office, as: example.actor(.planner))
            #expect(reminded.map { $0.refusal?.code } == ["task.wrong-state", nil])
            #expect(try await example.track(tasks[1].id).comments.map(\.kind) == [.reminder])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A task goes only to an official of the lead agency`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let lead = try await example.lead()
            for role in [Role.planner, .member, .reader] {
                let account = try #require(example.accounts[role])
                await #expect(throws: TaskRefused.badDelegate) {
                    try await DelegateTask(task: task.id, revision: 1, to: account.id).run(
                        in: example.office, as: lead)
                }
            }
        }
    }
}
