import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

/// What happens to contributions when the agency that owes them ends.
struct ReorganisedPartsTests {
    private struct Scene {
        let example: ExampleOffice
        let task: Plan.Task.ID
        /// Owes a part, and ends.
        let guards: Agency
        let army: Agency

        var office: Office { example.office }

        /// - Parameter armyActs: the successor has a part of its own in the task.
        init(_ example: ExampleOffice) async throws {
            self.example = example
            let admin = example.actor(.administrator)
            guards = try await CreateAgency(name: "Bộ đội Biên phòng", parent: example.top.id).run(
                in: example.office, as: admin)
            army = try await CreateAgency(name: "Bộ Chỉ huy quân sự", parent: example.top.id).run(
                in: example.office, as: admin)
            let plan = try await example.issue("Kế hoạch\n- Sở Y tế: mở lớp tập huấn cho cán bộ xã")
            task = try #require(try await example.tasks(of: plan).first).id
            try await example.coordinate(task, by: guards)
        }

        func dissolve() async throws {
            _ = try await PlanReorganisation(
                kind: .abolish, effective: office.today,
                content: .init(agencies: [guards.id], successors: [army.id])
            ).run(in: office, as: example.actor(.administrator))
        }

        func parts() async throws -> [Contribution] {
            try await office.pool.read { [task] db in try db.contributions(to: task) }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A begun part goes to the successor with its state, day and evidence, and the lead isn't held up`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let scene = try await Scene(example)
            let office = scene.office
            let due = office.today.adding(days: 10)
            let lead = try await example.lead()
            let guarding = try await example.actor(named: "bienphong", in: scene.guards, as: .member)
            let asked = try await AskForContribution(
                task: scene.task, from: scene.guards.id, words: "Cử báo cáo viên", due: due
            ).run(in: office, as: lead)
            _ = try await Contribute(
                to: scene.task, of: scene.guards.id, revision: asked.revision, .start
            ).run(in: office, as: guarding)
            let link = try await AddEvidence(
                task: scene.task, place: .contribution(asked.id),
                .link(address: "https://a.vn", title: "Danh sách", note: nil)
            ).run(in: office, as: guarding)
            let content = Reorganisation.Content(agencies: [scene.guards.id], successors: [scene.army.id])
            let preview = try await PreviewReorganisation(
                kind: .abolish, effective: office.today, content: content
            ).run(in: office, as: example.actor(.administrator))
            #expect(preview.rows.first { $0.kind == "contribution" }?.count == 1)
            try await scene.dissolve()
            let part = try #require(try await scene.parts().first)
            #expect(part.id == asked.id && part.agency == scene.army.id && part.state == .inProgress)
            #expect(part.asked == "Cử báo cáo viên" && part.due == due && part.revision > asked.revision + 1)
            #expect(try await example.desk(.waitingForMe, of: scene.army) == [scene.task])
            #expect(try await example.desk(.waitingForMe, of: scene.guards).isEmpty)
            try await office.pool.read { db in
                #expect(try db.contributionsDue(on: [due]).map(\.agency) == [scene.army.id])
                let entry = try #require(
                    try db.ledgerEntries(of: "task", scene.task.rawValue, limit: 9).first {
                        $0.action == "HandOverContribution"
                    })
                #expect(
                    entry.detail.contains(scene.guards.id.rawValue)
                        && entry.detail.contains(scene.army.id.rawValue))
            }
            // A colleague of the successor takes the old evidence away, adds another and hands the part in.
            let soldier = try await example.actor(named: "quansu", in: scene.army, as: .member)
            try await RemoveEvidence(evidence: link.id).run(in: office, as: soldier)
            await #expect(throws: TaskRefused.contributionsOpen(1)) {
                _ = try await SubmitTask(task: scene.task, revision: 1).run(in: office, as: lead)
            }
            _ = try await Contribute(
                to: scene.task, of: scene.army.id, revision: part.revision, .submit, note: "Đã cử 2 người"
            ).run(in: office, as: soldier)
            let task = try await SubmitTask(task: scene.task, revision: 1).run(in: office, as: lead)
            #expect(task.state == .submitted)
            #expect(try await example.countsAgree())
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Two parts that one successor answers for become one that is done when both are`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let scene = try await Scene(example)
            let office = scene.office
            try await example.coordinate(scene.task, by: scene.army)
            let lead = try await example.lead()
            for (agency, words, days) in [
                (scene.guards, "Cử báo cáo viên", 5), (scene.army, "Cho mượn hội trường", 9),
            ] {
                _ = try await AskForContribution(
                    task: scene.task, from: agency.id, words: words, due: office.today.adding(days: days)
                ).run(in: office, as: lead)
            }
            let guarding = try await example.actor(named: "bienphong", in: scene.guards, as: .member)
            let submitted = try await Contribute(
                to: scene.task, of: scene.guards.id, revision: 1, .submit, note: "Đã cử"
            ).run(in: office, as: guarding)
            let photo = try await AddEvidence(
                task: scene.task, .link(address: "https://a.vn", title: "Ảnh", note: nil)
            ).run(in: office, as: lead)
            try await office.pool.write { db in
                _ = try db.execute(
                    "UPDATE evidence SET contribution_id = \(submitted.id) WHERE evidence_id = \(photo.id)")
            }
            try await scene.dissolve()
            let parts = try await scene.parts()
            let part = try #require(parts.first)
            #expect(parts.count == 1 && part.agency == scene.army.id && part.state == .open)
            #expect(part.asked == "Cho mượn hội trường; Cử báo cáo viên" && part.note == "Đã cử")
            #expect(part.due == office.today.adding(days: 5) && part.submittedAt == nil)
            #expect(try await example.track(scene.task, as: lead).evidence.map(\.contribution) == [part.id])
            #expect(try await example.countsAgree())
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A part that was accepted isn't asked for again, and one of a finished task stays where it was`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let scene = try await Scene(example)
            let office = scene.office
            let lead = try await example.lead()
            let guarding = try await example.actor(named: "bienphong", in: scene.guards, as: .member)
            let part = try await Contribute(
                to: scene.task, of: scene.guards.id, revision: 0, .submit, note: "Xong"
            ).run(in: office, as: guarding)
            _ = try await JudgeContribution(contribution: part.id, revision: part.revision, .accept).run(
                in: office, as: lead)
            let other = try await example.issue("Kế hoạch hai\n- Sở Y tế: làm phim ngắn về biên giới")
            let done = try #require(try await example.tasks(of: other).first)
            try await example.coordinate(done.id, by: scene.guards)
            _ = try await Contribute(to: done.id, of: scene.guards.id, revision: 0, .start).run(
                in: office, as: guarding)
            _ = try await CancelTask(task: done.id, revision: 1, reason: "Thôi").run(
                in: office, as: example.actor(.planner))
            try await scene.dissolve()
            #expect(try await scene.parts().map(\.agency) == [scene.army.id])
            #expect(try await scene.parts().map(\.state) == [.accepted])
            #expect(try await example.desk(.due, of: scene.army).isEmpty)
            let left = try await office.pool.read { db in try db.contributions(to: done.id) }
            #expect(left.map(\.agency) == [scene.guards.id])
        }
    }
}
