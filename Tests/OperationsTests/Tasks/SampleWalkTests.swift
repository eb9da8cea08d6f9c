import Domain
import Foundation
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

/// The first thread through the tracker on a real plan, read by the real reader.
struct SampleWalkTests {
    private static let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Samples/plans/kon-tum-2025-external.txt")

    @Test(arguments: TestDatabase.Engine.all)
    func `A duty and a report of a sample plan are followed to their end`(engine: TestDatabase.Engine)
        async throws
    {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        try await withOffice(engine, read: Reading.standardReader) { example async throws in
            let plan = try await example.issue(text)
            let view = try await example.show(plan)
            let tasks = try await example.tasks(of: plan)
            let duties = tasks.filter { $0.kind == .duty }
            let reports = tasks.filter { $0.kind == .report }
            #expect(duties.count == view.draft.tasks.count && reports.count == view.draft.reports.count)
            #expect(!reports.isEmpty && tasks.map(\.position) == Array(1...tasks.count))
            // "6 tháng trước ngày 20/6, năm trước ngày 30/11": the reports return each year or name their year.
            #expect(reports.contains { $0.deadline != nil } && reports.allSatisfy { !$0.text.isEmpty })
            for task in [try #require(duties.first), try #require(reports.first)] {
                try await example.coordinate(task.id, by: example.other, as: .lead)
                let lead = try await example.lead("lead-\(task.kind.rawValue)")
                var seen = try await StartTask(task: task.id, revision: task.revision).run(
                    in: example.office, as: lead)
                _ = try await AddEvidence(
                    task: task.id, .link(address: "https://vietnam.vn/", title: "Bài", note: nil)
                ).run(in: example.office, as: lead)
                // Other offices lead as well, as the words name them.
                seen = try await SubmitTask(task: task.id, revision: seen.revision, whyMissing: "Đã đủ").run(
                    in: example.office, as: lead)
                seen = try await ReturnTask(task: task.id, revision: seen.revision, reason: "Bổ sung").run(
                    in: example.office, as: example.actor(.planner))
                seen = try await SubmitTask(task: task.id, revision: seen.revision, whyMissing: "Đã đủ").run(
                    in: example.office, as: lead)
                seen = try await AcceptTask(task: task.id, revision: seen.revision).run(
                    in: example.office, as: example.actor(.planner))
                #expect(seen.state == .accepted)
            }
            #expect(try await example.countsAgree())
        }
    }
}
