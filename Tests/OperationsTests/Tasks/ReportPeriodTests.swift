import Domain
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

/// Times without a day, and periodic reports by the law that closes their figures.
struct ReportPeriodTests {
    private static let day = CalendarDay(dayNumber: 20_458)  // 5 January 2026

    private func draft(_ words: String?, reports: [ReportDuty] = []) -> PlanDraft {
        PlanDraft(
            title: Marked("Kế hoạch", range: nil, rule: "test"),
            tasks: [
                DraftTask(
                    id: .init("one"), text: Marked("Tuyên truyền", range: nil, rule: "test"),
                    lead: [Party(name: "Sở Y tế")],
                    timeWords: words, range: nil)
            ], reports: reports, recipients: [], contacts: [], warnings: [])
    }

    private func report(_ id: String, covers: String?, by: String? = nil, to: String = "UBND tỉnh")
        -> ReportDuty
    {
        ReportDuty(
            id: .init(id), from: [Party(name: "Sở Y tế")], to: [Party(name: to)],
            by: by.flatMap { PartialDay($0) }, covers: covers, range: nil)
    }

    private func issued(_ draft: PlanDraft) -> [Plan.Task] {
        IssuedTasks(
            .init("p"), draft, text: DocumentText(""), start: Self.day, today: Self.day
        ).made { .init("t") }
    }

    @Test(
        arguments: [
            ("hằng tuần", Rhythm.week, "2026-01-11"), ("Hàng quý", .quarter, "2026-03-31"),
            ("trước ngày 15 tháng cuối quý", .quarter, "2026-03-14"),
            ("định kỳ 6 tháng", .halfYear, "2026-06-30"),
            ("Trước Tết Nguyên đán", nil, "2026-02-16"), ("trước mùa lũ", nil, nil),
        ] as [(String, Rhythm?, String?)])
    func `A time without a day keeps its words and becomes periods or a feast's day`(
        words: String, rhythm: Rhythm?, due: String?
    ) throws {
        #expect(Self.day.description == "2026-01-05")
        let task = try #require(issued(draft(words)).first)
        #expect(task.timeWords == words && task.rhythm == rhythm)
        #expect(task.deadline?.due.description == due && task.reporting == nil)
    }

    @Test func `Reports of one party to one place leave each closing to the longest`() {
        let tasks = issued(
            draft(
                nil,
                reports: [
                    report("month", covers: "tháng", by: "---20"), report("quarter", covers: "quý"),
                    report("year", covers: "năm", by: "--12-10"),
                    report("other", covers: "tháng", by: "---20", to: "Bộ Y tế"),
                    report("once", covers: "năm 2026", by: "2026-11-30"),
                ]))
        let closings = tasks.map { $0.reporting?.closings.map(\.month) }
        #expect(closings == [nil, [1, 2, 4, 5, 7, 8, 10, 11], [3, 6, 9], [12], Array(1...12), nil])
        #expect(
            tasks.map { $0.deadline?.due.description } == [
                nil, "2026-01-20", "2026-03-25", "2026-12-10", "2026-01-20", "2026-11-30",
            ])
        #expect(tasks.map(\.rhythm) == [nil, .month, .quarter, .year, .month, nil])
    }

    @Test(arguments: TestDatabase.Engine.all)
    func
        `The planner turns a plan's reports to the calendar and back, and what was reported isn't asked again`(
            engine: TestDatabase.Engine
        ) async throws
    {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue("Kế hoạch năm\n- Sở Y tế: tuyên truyền trên hệ thống loa")
            // The clock stands at 19 June 2025.
            let today = example.office.today
            var task = try #require(
                IssuedTasks(
                    plan.id, draft(nil, reports: [report("month", covers: "tháng")]), text: DocumentText(""),
                    start: today, today: today
                ).made { example.office.newID() }.last)
            task.position = 2
            let made = task
            try await example.office.pool.write { db in try db.insert([made]) }
            try await example.coordinate(task.id, by: example.other, as: .lead)
            #expect(try await example.task(task.id).reporting == made.reporting && made.reporting != nil)
            #expect(made.deadline?.due.description == "2025-07-25")

            let lead = try await example.lead()
            let planner = example.actor(.planner)
            let office = example.office
            let first = try #require(try await example.track(task.id).periods.first)
            #expect(first.from.description == "2025-06-15" && first.span == .month)
            await #expect(throws: AccessRefused.notAllowed) {
                try await SetPlanReporting(plan: plan.id, isByLaw: false).run(in: office, as: lead)
            }
            #expect(
                try await SetPlanReporting(plan: plan.id, isByLaw: false).run(in: office, as: planner) == 1)
            #expect(try await example.task(task.id).deadline?.due.description == "2025-06-30")
            let june = try #require(try await example.track(task.id).periods.first)
            #expect(june.from.description == "2025-06-01" && june.span == nil)
            _ = try await SubmitPeriod(task: task.id, from: june.from, revision: 0, note: "Tháng 6").run(
                in: office, as: lead)

            #expect(
                try await SetPlanReporting(plan: plan.id, isByLaw: true).run(in: office, as: planner) == 1)
            #expect(
                try await SetPlanReporting(plan: plan.id, isByLaw: true).run(in: office, as: planner) == 0)
            let task2 = try await example.task(task.id)
            #expect(task2.reporting == made.reporting && task2.deadline?.due.description == "2025-07-25")
            #expect(try await example.track(task.id).periods.map(\.from.description).contains("2025-06-01"))
            #expect(try await example.countsAgree())
            await #expect(throws: TaskRefused.notByLaw) {
                try await SetRhythm(task: task.id, revision: task2.revision, rhythm: .week, isByLaw: true)
                    .run(
                        in: office, as: planner)
            }
        }
    }
}
