import Domain
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

/// A duty that returns stands in calendars, feeds and reminders with each period that is open.
///
/// The clock stands at 19 June 2025.
struct OpenPeriodTests {
    /// A duty of each month, due with its twentieth, of a plan issued today.
    private func duty(in example: ExampleOffice) async throws -> Plan.Task {
        let plan = try await example.issue(
            "Kế hoạch năm\n- Sở Y tế: tổng hợp tin\n- Sở Y tế: việc khác trước ngày 2025-06-25")
        let task = try #require(try await example.tasks(of: plan).first)
        return try await SetRhythm(task: task.id, revision: task.revision, rhythm: .month).run(
            in: example.office, as: example.actor(.planner))
    }

    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    @Test(arguments: TestDatabase.Engine.all)
    func `Calendars count every open period, and a reported one no longer`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let task = try await duty(in: example)
            #expect(task.deadline?.due.description == "2025-06-30")
            let days = try day("2025-06-01")...day("2025-12-31")
            func shown(_ scope: DueScope) async throws -> [String] {
                let due = try await ShowDueDays(scope, days, tasksPerDay: 5, everyPeriod: true).run(
                    in: example.office, as: example.actor(.reader))
                #expect(due.counts.filter { $0.value.pending > 0 }.count == due.tasks.count)
                return due.tasks.flatMap(\.value).filter { $0.task == task.id }.map(\.day.description)
                    .sorted()
            }
            let all = [
                "2025-06-30", "2025-07-31", "2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30",
                "2025-12-31",
            ]
            #expect(try await shown(.agencies([example.other.id])) == all)
            #expect(try await shown(.plan(task.plan)) == all)
            // Of all plans together the next one alone.
            #expect(try await shown(.everything) == ["2025-06-30"])
            let lead = try await example.lead()
            _ = try await SubmitPeriod(task: task.id, from: day("2025-07-01"), revision: 0, note: "Tháng 7")
                .run(
                    in: example.office, as: lead)
            #expect(try await shown(.agencies([example.other.id])) == all.filter { $0 != "2025-07-31" })
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A feed holds twelve periods ahead and each that is past, under addresses of their own`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let task = try await duty(in: example)
            let token = try await MakeCalendarFeed(of: .agency(example.other.id)).run(
                in: example.office, as: example.outsider)
            func read() async throws -> [DueTask] {
                try #require(
                    try await ReadCalendarFeed(token: token).run(in: example.office, as: .nobody)
                ).tasks.filter { $0.task == task.id }
            }
            #expect(try await read().count == 13)
            // A year on, nothing reported: twelve or thirteen periods are past.
            example.clock.advance(365 * 86_400)
            let later = try await read()
            #expect(later.map(\.day).min()?.description == "2025-06-30")
            #expect(later.filter { $0.day < example.office.today }.count == 12)
            #expect(later.filter { $0.day >= example.office.today }.count == 12)
            #expect(Set(later.map { $0.period }).count == later.count)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `While one period is outstanding the next is still reminded of`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let task = try await duty(in: example)
            let lead = try await example.lead()
            // Mid-July: June's report is long overdue, July's due on Thursday the thirty-first.
            example.clock.advance(41 * 86_400)
            _ = try await RemindOfTasks(as: "one").run(in: example.office, as: .commandLine)
            example.clock.advance(86_400)
            _ = try await RemindOfTasks(as: "one").run(in: example.office, as: .commandLine)
            let account = try #require(lead.accountID)
            let rows = try await ShowInbox().run(in: example.office, as: .account(account, roles: lead.roles))
            let told = rows.filter { $0.notice.task == task.id }.map {
                "\($0.notice.rule.rawValue) \($0.notice.day)"
            }
            #expect(told.contains("dueInOne 2025-07-31"), "\(told)")
        }
    }
}
