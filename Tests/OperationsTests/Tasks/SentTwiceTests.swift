import Domain
import Foundation
import Store
import TestSupport
import Testing

@testable import Operations

/// Forms that arrive twice, and evidence that arrives late.
struct SentTwiceTests {
    private func link(_ address: String = "https://example.vn/tin", note: String? = nil) -> NewEvidence {
        .link(address: address, title: "Tin", note: note)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The same comment or evidence of the same hand is taken once within ten minutes`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let task = try #require(try await example.tasks(of: example.issue(TaskVerbsTests.text)).first).id
            let lead = try await example.lead()
            let comment = CommentOnTask(task: task, text: "Đã họp\r\nNgày mai làm tiếp")
            let first = try await comment.run(in: office, as: lead)
            #expect(try await comment.run(in: office, as: lead) == first)
            #expect(first.text == "Đã họp\nNgày mai làm tiếp")
            // Another's same words are another comment, and so are other words.
            _ = try await comment.run(in: office, as: example.actor(.planner))
            _ = try await CommentOnTask(task: task, text: "Đã họp").run(in: office, as: lead)
            let added = try await AddEvidence(task: task, link()).run(in: office, as: lead)
            #expect(try await AddEvidence(task: task, link()).run(in: office, as: lead).id == added.id)
            _ = try await AddEvidence(task: task, link(note: "khác")).run(in: office, as: lead)
            var track = try await example.track(task, as: lead)
            #expect(track.comments.count == 3 && track.evidence.count == 2)
            let entries = track.history.count
            example.clock.advance(OpenTask.againSeconds)
            #expect(try await comment.run(in: office, as: lead).id != first.id)
            track = try await example.track(task, as: lead)
            #expect(track.comments.count == 4 && track.history.count == entries + 1)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Nobody accepts what came after looking: evidence moves on what is handed in`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let task = try #require(try await example.tasks(of: example.issue(TaskVerbsTests.text)).first).id
            let lead = try await example.lead()
            _ = try await AddEvidence(task: task, link()).run(in: office, as: lead)
            #expect(try await example.task(task).revision == 1, "before handing in nobody has looked")
            let handed = try await SubmitTask(task: task, revision: 1, note: "Xong\nđủ", whyMissing: nil)
                .run(in: office, as: lead)
            #expect(handed.progress.note == "Xong\nđủ")
            example.clock.advance(60)
            let late = try await AddEvidence(task: task, link("https://example.vn/khac")).run(
                in: office, as: lead)
            let now = try await example.task(task)
            #expect(now.revision == handed.revision + 1 && now.state == .submitted)
            #expect(now.progress.submittedBy == handed.progress.submittedBy)
            await #expect(throws: TaskRefused.self) {
                _ = try await AcceptTask(task: task, revision: handed.revision).run(
                    in: office, as: example.actor(.planner))
            }
            // Sent twice it moves nothing.
            let again = try await AddEvidence(task: task, link("https://example.vn/khac")).run(
                in: office, as: lead)
            #expect(again.id == late.id)
            _ = try await AcceptTask(task: task, revision: now.revision).run(
                in: office, as: example.actor(.planner))
            #expect(try await example.countsAgree())
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Days of years that nobody means are refused`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let plan = try await example.issue(TaskVerbsTests.text)
            let task = try #require(try await example.tasks(of: plan).first).id
            let far = try #require(CalendarDay(year: 9999, month: 12, day: 31))
            await #expect(throws: TaskRefused.farDay) {
                _ = try await AskForContribution(task: task, from: example.other.id, words: "x", due: far)
                    .run(in: office, as: example.actor(.planner))
            }
            await #expect(throws: TaskRefused.farDay) {
                try await SetPlanEvent(plan: plan.id, event: PlanEvent(title: "Ngày hội", from: far, to: far))
                    .run(in: office, as: example.actor(.planner))
            }
            await #expect(throws: AgencyRefused.badDay) {
                _ = try await PlanReorganisation(
                    kind: .rename, effective: far,
                    content: .init(agencies: [example.other.id], name: "Sở Y tế mới")
                ).run(in: office, as: example.actor(.administrator))
            }
            let renamed = try await PlanReorganisation(
                kind: .rename, effective: office.today,
                content: .init(agencies: [example.other.id], name: "Sở Y tế  mới\r\nBcc: x@y.vn")
            ).run(in: office, as: example.actor(.administrator))
            #expect(renamed.content.name == "Sở Y tế mới Bcc: x@y.vn")
            let names = try await ListAgencies().run(in: office, as: .commandLine).map(\.name)
            #expect(names.contains("Sở Y tế mới Bcc: x@y.vn"))
        }
    }
}
