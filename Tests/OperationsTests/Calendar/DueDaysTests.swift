import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

/// The clock stands at 19 June 2025.
struct DueDaysTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `Agency, plan and everything agree on the days, and counts on the tasks`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let plan = try await example.issue(OverviewTests.text)
            let tasks = try await example.tasks(of: plan)
            let reader = example.actor(.reader)
            let from = try #require(CalendarDay(year: 2025, month: 6, day: 1))
            let days = from...from.adding(days: 29)
            let all = try await ShowDueDays(.everything, days, tasksPerDay: 5).run(in: office, as: reader)
            let ofPlan = try await ShowDueDays(.plan(plan.id), days, tasksPerDay: 5).run(
                in: office, as: reader)
            let own = try await ShowDueDays(.agencies([example.other.id]), days, tasksPerDay: 5).run(
                in: office, as: reader)
            // "trước ngày 10" is due on the 9th.
            let shown = [tasks[0], tasks[1], tasks[3]].compactMap { $0.deadline?.due }
            #expect(all.counts.keys.sorted() == shown && ofPlan.counts == all.counts)
            #expect(all.tasks.mapValues { $0.map(\.task) } == ofPlan.tasks.mapValues { $0.map(\.task) })
            #expect(own.counts.keys.sorted() == Array(shown.prefix(2)) && own.name == "Sở Y tế")
            #expect(own.tasks.values.joined().allSatisfy { $0.role == .lead })
            let none = try await ShowDueDays(.everything, days, tasksPerDay: 0).run(in: office, as: reader)
            #expect(none.tasks.isEmpty && none.counts == all.counts)
            #expect(
                try await CountWatched().run(in: office, as: reader)
                    == [.overdue: 1, .silent: 0, .atRisk: 2, .withoutLead: 1])
            await #expect(throws: AccessRefused.signInFirst) {
                try await ShowDueDays(.everything, days, tasksPerDay: 0).run(in: office, as: .nobody)
            }
        }
    }
}
