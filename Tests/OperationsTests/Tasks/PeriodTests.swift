import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

struct PeriodTests {
    /// An issued plan whose first task the test has given a time.
    private func task(_ time: PlanTime, in example: ExampleOffice) async throws -> Plan.Task {
        let plan = try await example.issue("Kế hoạch năm\n- Sở Y tế: tuyên truyền trên hệ thống loa")
        var task = try #require(try await example.tasks(of: plan).first)
        task.time = time
        task.rhythm = Rhythm(time)
        task.deadline = task.nextDeadline(from: example.office.today)
        task.renewSilence(after: example.office.today)
        let changed = task
        try await example.office.pool.write { db in
            try db.execute("DELETE FROM task_desk")
            try db.execute("DELETE FROM agency_week")
            try db.execute("DELETE FROM day_count")
            try db.execute("DELETE FROM plan_count")
            try db.execute("DELETE FROM party_count")
            try db.execute("DELETE FROM task_assignee")
            try db.execute("DELETE FROM task_search")
            try db.execute("DELETE FROM task_party")
            try db.execute("DELETE FROM party_question")
            try db.execute("DELETE FROM task")
            try db.insert([changed])
        }
        try await example.coordinate(task.id, by: example.other, as: .lead)
        return try await example.task(task.id)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A continuous duty without a sign of life for its rhythm is silent until there is one`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            var task = try await task(.continuous, in: example)
            let office = example.office
            let lead = try await example.lead()
            func silent() async throws -> [Plan.Task.ID] {
                try await ListWatched(.silent).run(in: office, as: example.actor(.reader)).items.map(
                    \.task.id)
            }
            #expect(task.rhythm == .quarter)
            task = try await SetRhythm(task: task.id, revision: task.revision, rhythm: .month).run(
                in: office, as: example.actor(.planner))
            #expect(try await silent() == [])
            example.clock.advance(30 * 86_400)
            #expect(try await silent() == [])
            example.clock.advance(86_400)
            #expect(try await silent() == [task.id])
            #expect(try await example.track(task.id).isSilent)
            _ = try await AddEvidence(
                task: task.id, .link(address: "https://kontum.gov.vn/tin", title: "Tin", note: nil)
            ).run(in: office, as: lead)
            #expect(try await silent() == [])
            example.clock.advance(32 * 86_400)
            #expect(try await silent() == [task.id])
            let period = try #require(try await example.track(task.id).periods.first)
            _ = try await SubmitPeriod(task: task.id, from: period.from, revision: 0, note: "Đã phát").run(
                in: office, as: lead)
            #expect(try await silent() == [])
            #expect(try await example.task(task.id).state == .inProgress)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A monthly report is due month after month as each is handed in, and each is judged`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            // The clock stands at 19 June 2025.
            let task = try await task(.by(try #require(PartialDay("---20")), before: true), in: example)
            let office = example.office
            let lead = try await example.lead()
            let planner = example.actor(.planner)
            #expect(task.rhythm == .month && task.deadline?.due.description == "2025-06-19")
            let june = try #require(CalendarDay(iso: "2025-06-01"))
            var period = try await SubmitPeriod(task: task.id, from: june, revision: 0, note: "Tháng 6").run(
                in: office, as: lead)
            #expect(period.state == .submitted && period.due.description == "2025-06-19")
            #expect(try await example.task(task.id).deadline?.due.description == "2025-07-19")
            await #expect(throws: TaskRefused.self) {
                try await SubmitPeriod(task: task.id, from: june, revision: 0).run(in: office, as: lead)
            }
            period = try await JudgePeriod(
                task: task.id, from: june, revision: period.revision, accepts: false, reason: "Thiếu số liệu"
            ).run(in: office, as: planner)
            #expect(period.state == .returned)
            #expect(try await example.task(task.id).deadline?.due.description == "2025-06-19")
            period = try await SubmitPeriod(task: task.id, from: june, revision: period.revision).run(
                in: office, as: lead)
            // Who reported it may plan as well: but not accept it, and no page offers that.
            let account = try #require(lead.accountID)
            let both = Actor.account(
                account,
                roles: lead.roles + [
                    RoleGrant(account: account, agency: example.department.id, role: .planner)
                ])
            let offered = try await example.track(task.id, as: both).allowed
            #expect(!offered.contains(.acceptPeriod(june)) && offered.contains(.returnPeriod(june)))
            let others = try await example.track(task.id, as: planner).allowed
            #expect(others.contains(.acceptPeriod(june)))
            let own = JudgePeriod(task: task.id, from: june, revision: period.revision, accepts: true)
            await #expect(throws: TaskRefused.samePerson) { try await own.run(in: office, as: both) }
            period = try await JudgePeriod(
                task: task.id, from: june, revision: period.revision, accepts: true
            ).run(
                in: office, as: planner)
            #expect(period.state == .accepted)
            #expect(
                try await example.track(task.id).periods.map { "\($0.from) \($0.state)" } == [
                    "2025-06-01 accepted", "2025-07-01 open",
                ])
            let strange = try #require(CalendarDay(iso: "2025-06-02"))
            await #expect(throws: TaskRefused.noPeriod) {
                try await SubmitPeriod(task: task.id, from: strange, revision: 0).run(in: office, as: lead)
            }
            #expect(try await example.countsAgree())
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A duty of each year is due at its end, then at the next; what has ended isn't judged any more`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            // The clock stands at 19 June 2025.
            var task = try await task(.yearly, in: example)
            let office = example.office
            let planner = example.actor(.planner)
            #expect(task.deadline?.due.description == "2025-12-31")
            let year = try #require(CalendarDay(iso: "2025-01-01"))
            let period = try await SubmitPeriod(task: task.id, from: year, revision: 0).run(
                in: office, as: try await example.lead())
            task = try await example.task(task.id)
            #expect(task.deadline?.due.description == "2026-12-31")
            task = try await SetRhythm(task: task.id, revision: task.revision, rhythm: .month).run(
                in: office, as: planner)
            #expect(task.deadline?.due.description == "2025-06-30")
            task = try await CancelTask(task: task.id, revision: task.revision, reason: "Thôi làm").run(
                in: office, as: planner)
            await #expect(throws: TaskRefused.wrongState(task.state)) {
                try await JudgePeriod(
                    task: task.id, from: year, revision: period.revision, accepts: true
                ).run(in: office, as: planner)
            }
            #expect(try await example.countsAgree())
        }
    }
}
