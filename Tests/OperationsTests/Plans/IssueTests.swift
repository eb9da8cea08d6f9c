import Documents
import Domain
import Foundation
import PlanReader
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

struct IssueTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `Issuing warns of tasks without a lead, freezes, and opens the tasks`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let planner = example.actor(.planner)
            var plan = try await example.receive()
            await #expect(throws: PlanRefused.tasksWithoutLead(1)) {
                try await IssuePlan(plan: plan.id, revision: 1).run(in: office, as: planner)
            }
            plan = try await IssuePlan(plan: plan.id, revision: 1, acknowledgesTasksWithoutLead: true).run(
                in: office, as: planner)
            #expect(plan.state == .issued && plan.issuedBy == planner.accountID)
            await #expect(throws: PlanRefused.wrongState(.issued)) {
                try await example.correct(plan, .setHeader(.title, value: "Muộn", range: nil))
            }
            await #expect(throws: PlanRefused.wrongState(.issued)) {
                try await DeleteDraft(plan: plan.id, revision: plan.revision).run(in: office, as: planner)
            }
            let rows = try await ListTasks().run(in: office, as: example.outsider).items
            #expect(rows.map(\.task.position) == [1, 2, 3])
            #expect(rows[0].task.deadline?.printed.description == "2025-06-30")
            #expect(rows[0].task.deadline?.due.description == "2025-06-29")
            #expect(rows[0].time == .dueSoon)
            let view = try await ShowTask(task: rows[0].id).run(in: office, as: example.actor(.reader))
            #expect(view.sentence == "- Sở Y tế: mở lớp tập huấn trước ngày 2025-06-30")
            let whole = try await example.show(plan).text
            let shown = [view.before, view.sentence, view.after].joined()
            #expect(shown == whole)
            let table = try await ExportTasks().run(in: office, as: example.actor(.member))
            let exported = try await table.reduce(into: []) { $0 += $1 }
            #expect(exported.count == 3 && table.count == 3)
            #expect(exported[0][0] == .number(1) && exported[0][3] == .text("Sở Y tế"))
            #expect(exported[0][7] == .day(CalendarDay(iso: "2025-06-29")))
            #expect(exported[0][7].text == "29/06/2025")
            #expect(exported.allSatisfy { $0.count == table.columns.count })
            // Page by page, none twice and none left out.
            let small = try await ExportTasks(pageRows: 2).run(in: office, as: example.actor(.member))
            #expect(try await small.reduce(into: []) { $0 += $1 } == exported)
            let soon = try await ExportTasks(TaskFilter(times: [.dueSoon])).run(
                in: office, as: example.actor(.member))
            #expect(soon.count == 1)
            await #expect(throws: AccessRefused.self) {
                try await ExportTasks().run(in: office, as: .nobody)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A withdrawn or replaced plan closes its tasks, with a reason`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let planner = example.actor(.planner)
            let one = try await example.receive("Kế hoạch A\n- Sở A: x")
            let two = try await example.receive("Kế hoạch B\n- Sở B: y")
            _ = try await IssuePlan(plan: one.id, revision: 1).run(in: office, as: planner)
            await #expect(throws: PlanRefused.reasonMissing) {
                try await WithdrawPlan(plan: one.id, reason: " ").run(in: office, as: planner)
            }
            await #expect(throws: PlanRefused.badReplacement) {
                try await WithdrawPlan(plan: one.id, reason: "sai", replacedBy: two.id).run(
                    in: office, as: planner)
            }
            await #expect(throws: PlanRefused.wrongState(.read)) {
                try await WithdrawPlan(plan: two.id, reason: "sai").run(in: office, as: planner)
            }
            _ = try await IssuePlan(plan: two.id, revision: 1).run(in: office, as: planner)
            let closed = try await WithdrawPlan(plan: one.id, reason: "sai", replacedBy: two.id).run(
                in: office, as: planner)
            #expect(closed.state == .replaced)
            let open = try await ListTasks().run(in: office, as: planner).items
            #expect(open.map(\.task.plan) == [two.id])
            let view = try await example.show(one)
            #expect(
                view.closing?.reason == "sai" && view.closing?.successor?.id == two.id
                    && view.tasks.first?.state == .cancelled)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A plan of ten thousand tasks is read, corrected, issued and exported`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let text =
                "Kế hoạch lớn\n"
                + (1...10_000).map { "- Sở \($0 % 30): việc số \($0)" }.joined(separator: "\n")
            var plan = try await example.receive(text)
            let tasks = try await example.show(plan).draft.tasks
            #expect(tasks.count == 10_000)
            plan = try await example.correct(plan, .setTaskText(tasks[9_999].id, "Việc cuối"))
            plan = try await IssuePlan(plan: plan.id, revision: plan.revision).run(
                in: example.office, as: example.actor(.planner))
            #expect(try await example.show(plan).tasks.last?.text == "Việc cuối")
            let table = try await ExportTasks(TaskFilter(parties: ["so 7"])).run(
                in: example.office, as: example.actor(.reader))
            // 7, 37, 67 … 9997.
            #expect(table.count == 334)
            let all = try await ExportTasks().run(in: example.office, as: example.actor(.reader))
            let numbers = try await all.reduce(into: []) { $0 += $1.map(\.[0]) }
            #expect(numbers == (1...10_000).map { .number($0) })
        }
    }
}
