import Testing

@testable import Domain

struct ReportScheduleTests {
    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private func report(
        _ spans: Set<SpokenTime.Span>, leaving longer: Set<SpokenTime.Span> = [], _ time: PlanTime? = nil
    ) throws -> Plan.Task {
        let rule = try #require(ReportingRule.inForce(on: try day("2026-01-05")))
        let others = longer.compactMap { ReportSchedule(by: rule, [$0]) }
        let schedule = try #require(ReportSchedule(by: rule, spans, time: time)).leaving(others)
        return Plan.Task(
            id: .init("t"), plan: .init("p"), draft: .init("d"), position: 1, kind: .report, at: nil,
            text: "x",
            range: nil, lead: [], with: [], time: time, timeWords: nil, deadline: nil,
            rhythm: schedule.rhythm, reporting: schedule)
    }

    /// From – to, due, and from which day on it covers.
    private func lines(_ task: Plan.Task, _ start: String, _ end: String) throws -> [String] {
        try task.periods(from: day(start), to: day(end)).map {
            "\($0.coversFrom) – \($0.to): \($0.due)\($0.span.map { " \($0)" } ?? "")"
        }
    }

    @Test func `Figures of a month end on the fourteenth and are sent by the twenty-fifth`() throws {
        #expect(
            try lines(try report([.month]), "2026-11-20", "2027-01-20") == [
                "2026-11-15 – 2026-12-14: 2026-12-25 month", "2026-12-15 – 2027-01-14: 2027-01-25 month",
                "2027-01-15 – 2027-02-14: 2027-02-25 month",
            ])
    }

    @Test func `The longer report takes the place of the shorter`() throws {
        let task = try report([.quarter, .halfYear, .nineMonths, .year])
        #expect(
            try lines(task, "2026-01-05", "2026-12-14") == [
                "2025-12-15 – 2026-03-14: 2026-03-25 quarter", "2025-12-15 – 2026-06-14: 2026-06-25 halfYear",
                "2025-12-15 – 2026-09-14: 2026-09-25 nineMonths", "2025-12-15 – 2026-12-14: 2026-12-25 year",
            ])
        #expect(Set(try task.periods(from: day("2026-01-05"), to: day("2026-12-14")).map(\.from)).count == 4)
    }

    @Test func `What another duty reports is left to it`() throws {
        let monthly = try report([.month], leaving: [.month, .quarter, .year])
        #expect(monthly.reporting?.closings.map(\.month) == [1, 2, 4, 5, 7, 8, 10, 11])
        // A report of June alone takes nothing of December.
        let rule = try #require(ReportingRule.inForce(on: try day("2026-01-05")))
        let printed = PlanTime.by(try #require(PartialDay("--06-20")), before: true)
        let june = try #require(ReportSchedule(by: rule, [.halfYear], time: printed))
        #expect(monthly.reporting.map { $0.leaving([june]).closings.count } == 8)
        #expect(
            ReportSchedule(by: rule, [.month])?.leaving([june]).closings.map(\.month).contains(12) == true)
        let quarterly = try report([.quarter], leaving: [.month, .halfYear])
        #expect(quarterly.reporting?.closings.map(\.month) == [3, 9])
        #expect(
            try lines(quarterly, "2026-01-05", "2026-09-14") == [
                "2025-12-15 – 2026-03-14: 2026-03-25 quarter", "2026-06-15 – 2026-09-14: 2026-09-25 quarter",
            ])
    }

    @Test(arguments: [
        ("---20", true, [SpokenTime.Span.month], "2026-02-19"), ("---15", true, [.quarter], "2026-03-14"),
        ("---05", true, [.month], "2026-03-04"), ("--06-20", true, [.halfYear], "2026-06-19"),
        ("--11-05", true, [.year], "2026-11-04"), ("--12-20", false, [.halfYear], "2026-12-20"),
    ])
    func `A printed day stands before the law's`(
        part: String, isBefore: Bool, spans: [SpokenTime.Span], due: String
    ) throws {
        let task = try report(Set(spans), .by(try #require(PartialDay(part)), before: isBefore))
        #expect(try task.nextDeadline(from: day("2026-01-20"))?.due.description == due)
    }

    @Test func `A printed day far from every closing goes by the calendar`() throws {
        let rule = try #require(ReportingRule.inForce(on: try day("2026-01-05")))
        let time = PlanTime.by(try #require(PartialDay("--09-05")), before: false)
        #expect(ReportSchedule(by: rule, [.year], time: time) == nil)
        #expect(ReportSchedule(by: rule, [.week]) == nil)
        #expect(ReportingRule.inForce(on: try day("2019-03-11")) == nil)
    }
}
