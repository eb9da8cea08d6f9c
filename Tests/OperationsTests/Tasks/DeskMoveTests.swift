import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

struct DeskMoveTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `A task that goes to another agency leaves the first one's desk and counts`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(TaskVerbsTests.text)
            let task = try #require(try await example.tasks(of: plan).first)
            #expect(try await example.desk(.due, of: example.other).contains(task.id))
            let week = try #require(task.deadline?.due.week)
            func pending(_ agency: Agency) async throws -> Int {
                try await ShowAgencyWeeks(of: agency.id, weeks: week...week).run(
                    in: example.office, as: example.actor(.reader))[week]?.pending ?? 0
            }
            #expect(try await pending(example.other) == 1)
            example.clock.advance(86_400)
            let today = example.office.today
            try await example.office.pool.write { db in
                for one in try db.assignees(of: task.id) { try db.end(one, before: today) }
            }
            try await example.coordinate(task.id, by: example.department, as: .lead)
            #expect(!(try await example.desk(.due, of: example.other).contains(task.id)))
            #expect(try await example.desk(.due, of: example.department) == [task.id])
            #expect(try await pending(example.other) == 0)
            #expect(try await pending(example.department) == 1)
            // Whoever led it before can do nothing more.
            await #expect(throws: AccessRefused.notAllowed) {
                try await StartTask(task: task.id, revision: 1).run(in: example.office, as: example.outsider)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Several leads hand in together, or one says why the others don't`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(TaskVerbsTests.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let lead = try await example.lead()
            try await example.coordinate(task.id, by: example.department, as: .lead)
            await #expect(throws: TaskRefused.contributionsOpen(1)) {
                try await SubmitTask(task: task.id, revision: 1).run(in: example.office, as: lead)
            }
            _ = try await Contribute(
                to: task.id, of: example.department.id, revision: 0, .submit, note: "Phần của Sở"
            ).run(in: example.office, as: example.actor(.member))
            let seen = try await SubmitTask(task: task.id, revision: 1).run(in: example.office, as: lead)
            #expect(seen.state == .submitted)
            #expect(try await example.countsAgree())
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The second of two coordinators' hands is told what stands`(engine: TestDatabase.Engine) async throws
    {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(TaskVerbsTests.text)
            let task = try #require(try await example.tasks(of: plan).first)
            try await example.coordinate(task.id, by: example.department)
            let member = example.actor(.member)
            _ = try await Contribute(
                to: task.id, of: example.department.id, revision: 0, .submit, note: "Của tôi"
            ).run(in: example.office, as: member)
            let refusal = await #expect(throws: TaskRefused.self) {
                try await Contribute(
                    to: task.id, of: example.department.id, revision: 0, .submit, note: "Của ai"
                ).run(
                    in: example.office, as: example.actor(.planner))
            }
            guard case .changedMeanwhile(let standing) = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(standing.note == "Của tôi" && standing.state == .submitted)
        }
    }
}
