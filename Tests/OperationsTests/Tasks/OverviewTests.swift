import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

struct OverviewTests {
    /// The clock stands at 19 June 2025.
    static let text = """
        Kế hoạch biên giới năm 2025
        - Sở Y tế: việc quá hạn trước ngày 2025-06-10
        - Sở Y tế: việc gần hạn trước ngày 2025-06-25
        - Sở Y tế: việc còn xa trước ngày 2025-09-30
        - Hội Người yêu hoa: việc chưa rõ ai làm trước ngày 2025-06-26
        - Sở Y tế: việc không hạn
        """

    /// The places of a list's tasks in the plan; the plan is the only one, so that both ways of asking must agree.
    private func watched(_ plan: Plan, _ example: ExampleOffice, _ list: WatchList) async throws -> [Int] {
        let reader = example.actor(.reader)
        let tasks = try await example.tasks(of: plan).map(\.id)
        let found = try await ListWatched(list, plan: plan.id).run(in: example.office, as: reader)
        let all = try await ListWatched(list).run(in: example.office, as: reader)
        #expect(all.items == found.items)
        return found.items.compactMap { tasks.firstIndex(of: $0.id) }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Each list has what belongs on it, by the day, page by page`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            let tasks = try await example.tasks(of: plan).map(\.id)
            let reader = example.actor(.reader)
            let office = example.office
            #expect(try await watched(plan, example, .overdue) == [0])
            #expect(try await watched(plan, example, .atRisk) == [1, 3])
            #expect(try await watched(plan, example, .withoutLead) == [3])
            #expect(try await watched(plan, example, .silent) == [])
            var seen: [Plan.Task.ID] = []
            var mark: PageMark?
            repeat {
                let page = try await ListDesk(.due, of: example.other.id, after: mark, limit: 1).run(
                    in: office, as: reader)
                seen += page.items.map(\.row.task.id)
                mark = page.next
            } while mark != nil
            #expect(seen == [tasks[0], tasks[1], tasks[2], tasks[4]])
            #expect(
                try await CountDesk(of: example.other.id).run(in: office, as: reader)
                    == [.due: 4, .overdue: 1, .waitingForMe: 0, .waitingForOthers: 0])
            // What is begun is no longer at risk; what is handed in is no longer overdue.
            let lead = try await example.lead()
            _ = try await StartTask(task: tasks[1], revision: 1).run(in: office, as: lead)
            _ = try await SubmitTask(task: tasks[0], revision: 1).run(in: office, as: lead)
            #expect(try await watched(plan, example, .atRisk) == [3])
            #expect(try await watched(plan, example, .overdue) == [])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A branch's lists have what its agencies lead, and what nobody leads yet of their plans`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let reader = example.actor(.reader)
            let below = try await CreateAgency(name: "Chi cục Dân số", parent: example.other.id).run(
                in: office, as: .commandLine)
            let plan = try await example.issue(
                Self.text + "\n- Chi cục Dân số: việc của chi cục trước ngày 2025-06-01")
            let tasks = try await example.tasks(of: plan).map(\.id)
            // The same task led by two of the branch counts once.
            try await example.coordinate(tasks[0], by: below, as: .lead)
            func found(_ list: WatchList, below root: Agency.ID) async throws -> [Int] {
                let watched = try await ShowWatched(below: root, length: 5).run(in: office, as: reader)
                var pages: [TaskRow] = []
                var mark: PageMark?
                repeat {
                    let page = try await ListWatched(list, below: root, after: mark, limit: 1).run(
                        in: office, as: reader)
                    pages += page.items
                    mark = page.next
                } while mark != nil
                #expect(watched[list]?.count == pages.count && watched[list]?.first == pages)
                return pages.compactMap { row in tasks.firstIndex(of: row.id) }
            }
            #expect(try await found(.overdue, below: example.other.id) == [5, 0])
            #expect(try await found(.overdue, below: below.id) == [5, 0])
            #expect(try await found(.atRisk, below: example.other.id) == [1])
            #expect(try await found(.withoutLead, below: example.other.id) == [])
            #expect(try await found(.overdue, below: example.department.id) == [])
            #expect(try await found(.atRisk, below: example.department.id) == [], "nobody leads it yet")
            #expect(try await found(.withoutLead, below: example.department.id) == [3])
            // The one root stands for all.
            #expect(try await found(.overdue, below: example.top.id) == [5, 0])
            #expect(try await found(.atRisk, below: example.top.id) == [1, 3])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A branch's silent duties are its own`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let plan = try await example.issue(
                "Kế hoạch\n- Sở Y tế: trực thường xuyên\n- Sở Nội vụ: trực thay")
            try await office.pool.write { db in
                try db.execute(
                    """
                    UPDATE task SET sort_day = \(Plan.Task.continuousDay), silent_from_day = 10
                    WHERE plan_id = \(plan.id)
                    """)
                try db.refreshDesks(ofPlan: plan.id)
            }
            for (root, positions) in [(example.other, [1]), (example.department, [])] {
                let found = try await ShowWatched(below: root.id, length: 5).run(
                    in: office, as: example.actor(.reader))
                #expect(found[.silent]?.first.map(\.task.position) == positions, "\(root.name)")
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Weeks and curves count what is due and what is accepted`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            let tasks = try await example.tasks(of: plan)
            let office = example.office
            let lead = try await example.lead()
            let reader = example.actor(.reader)
            _ = try await SubmitTask(task: tasks[0].id, revision: 1).run(in: office, as: lead)
            _ = try await AcceptTask(task: tasks[0].id, revision: 2).run(
                in: office, as: example.actor(.planner))
            let first = try #require(tasks[0].deadline?.due.week)
            let weeks = first...(first + 20)
            let map = try await ShowHeatMap(of: [example.other.id], weeks: weeks).run(in: office, as: reader)
            #expect(Set(map.map(\.agency)) == [example.other.id])
            #expect(map.first?.counts == TaskCounts(accepted: 1) && map.count == 3)
            let own = try await ShowAgencyWeeks(of: example.other.id, weeks: weeks).run(
                in: office, as: reader)
            #expect(own[first] == TaskCounts(accepted: 1) && own.values.map(\.total).reduce(0, +) == 3)
            let track = try await ShowPlanTrack(plan: plan.id).run(in: office, as: reader)
            #expect(track.counts == TaskCounts(pending: 4, accepted: 1))
            #expect(track.burnUp.last.map { [$0.due, $0.accepted] } == [4, 1])
            #expect(track.burnUp.first.map { [$0.due, $0.accepted] } == [1, 0])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An agency's weeks are the sums of its branch, with its own apart`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let branch = try await CreateAgency(name: "Chi cục Dân số", parent: example.other.id).run(
                in: office, as: .commandLine)
            _ = try await CreateAgency(name: "Trạm Dân số", parent: branch.id).run(
                in: office, as: .commandLine)
            _ = try await example.issue(
                """
                Kế hoạch dân số năm 2025
                - Sở Y tế: việc một trước ngày 2025-06-26
                - Chi cục Dân số: việc hai trước ngày 2025-06-26
                - Trạm Dân số: việc ba trước ngày 2025-06-26
                """)
            let reader = example.actor(.reader)
            let week = try #require(CalendarDay(iso: "2025-06-25")).week
            func sums(_ map: ShowHeatMap) async throws -> [[Int]] {
                try await map.run(in: office, as: reader).map { [$0.counts.pending, $0.own.pending] }
            }
            let (top, other) = (example.top.id, example.other.id)
            let all = ShowHeatMap(of: [top, other, branch.id], weeks: week...week)
            #expect(try await sums(all) == [[3, 0], [3, 1], [2, 1]])
            #expect(try await sums(ShowHeatMap(of: [other], weeks: (week + 1)...(week + 9))) == [])
            // What came before stands together, in front.
            let later = ShowHeatMap(of: [other, branch.id], weeks: (week + 5)...(week + 9), earlier: 5)
            #expect(try await sums(later) == [[3, 1], [2, 1]])
            #expect(try await later.run(in: office, as: reader).map(\.week) == [week + 4, week + 4])
            let short = ShowHeatMap(of: [other], weeks: (week + 5)...(week + 9), earlier: 4)
            #expect(try await sums(short) == [])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A plan's tasks lie before, during and after its event`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(Self.text)
            let tasks = try await example.tasks(of: plan).map(\.id)
            let office = example.office
            let none = try await ShowRunSheet(plan: plan.id).run(in: office, as: example.actor(.reader))
            #expect(none?.event == nil)
            let event = PlanEvent(
                title: "Tuần lễ", from: try #require(CalendarDay(iso: "2025-06-24")),
                to: try #require(CalendarDay(iso: "2025-06-30")))
            await #expect(throws: AccessRefused.notAllowed) {
                try await SetPlanEvent(plan: plan.id, event: event).run(in: office, as: example.outsider)
            }
            await #expect(throws: TaskRefused.badDay) {
                try await SetPlanEvent(
                    plan: plan.id, event: PlanEvent(title: "x", from: event.to, to: event.from)
                ).run(in: office, as: example.actor(.planner))
            }
            try await SetPlanEvent(plan: plan.id, event: event).run(in: office, as: example.actor(.planner))
            let sheet = try #require(
                try await ShowRunSheet(plan: plan.id).run(in: office, as: example.actor(.reader)))
            #expect(sheet.before.map(\.id) == [tasks[0]] && sheet.after.map(\.id) == [tasks[2]])
            #expect(sheet.during.map { "\($0.day)" } == ["2025-06-24", "2025-06-25"])
            #expect(sheet.always.map(\.id) == [tasks[4]])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An administrator enters announced days, and nobody else does`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let day = try #require(CalendarDay(iso: "2025-05-02"))
            let holiday = Holiday(day: day, kind: .off, name: "Hoán đổi", source: "Thông báo 6150/TB-BLĐTBXH")
            await #expect(throws: AccessRefused.notAllowed) {
                try await SetHoliday(holiday).run(in: office, as: example.actor(.planner))
            }
            try await SetHoliday(holiday).run(in: office, as: example.actor(.administrator))
            let calendar = try await ShowWorkingCalendar(years: 2025...2025).run(
                in: office, as: example.actor(.reader))
            #expect(!calendar.isWorkingDay(day) && calendar.holiday(on: day) == holiday)
            let names = Set(calendar.holidays.map(\.name))
            #expect(names.isSuperset(of: ["Tết Nguyên đán", "Giỗ Tổ Hùng Vương", "Quốc khánh", "Hoán đổi"]))
            try await RemoveHoliday(day).run(in: office, as: example.actor(.administrator))
            #expect(
                try await ShowWorkingCalendar(years: 2025...2025).run(in: office, as: example.actor(.reader))
                    .isWorkingDay(day))
        }
    }
}
