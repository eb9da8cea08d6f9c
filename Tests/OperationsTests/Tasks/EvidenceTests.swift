import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

struct EvidenceTests {
    private func document(
        _ text: String, name: String = "biên bản.txt", type: String = "text/plain; charset=utf-8"
    )
        -> ReceivedDocument
    {
        ReceivedDocument(fileName: name, mediaType: type, bytes: Array(text.utf8), text: text)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A file is kept once, given back to those who act, and gone when it's taken away`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let plan = try await example.issue(TaskVerbsTests.text)
            let tasks = try await example.tasks(of: plan)
            let lead = try await example.lead()
            var added: [Evidence] = []
            for task in tasks {
                added.append(
                    try await AddEvidence(task: task.id, .file(document("Biên bản lớp"), note: "Lớp một"))
                        .run(
                            in: office, as: lead))
            }
            for actor in [lead, example.actor(.planner), example.actor(.reader)] {
                let file = try await ShowEvidenceFile(evidence: added[0].id).run(in: office, as: actor)
                #expect(file.bytes == Array("Biên bản lớp".utf8) && file.info.name == "biên bản.txt")
            }
            let stranger = try await example.actor(named: "mot.nguoi.khac", in: example.top, as: .member)
            // A program of the same agency is told that it is there.
            let program = Actor.token(
                Account.ID("program"),
                roles: [RoleGrant(account: Account.ID("program"), agency: example.other.id, role: .planner)],
                scopes: [.readTasks])
            #expect(try await example.track(tasks[0].id, as: program).evidence == [added[0]])
            for actor in [stranger, program] {
                await #expect(throws: AccessRefused.notAllowed) {
                    _ = try await ShowEvidenceFile(evidence: added[0].id).run(in: office, as: actor)
                }
            }
            let sha256 = try #require(added[0].file)
            func files() async throws -> Int {
                try await office.pool.read { db in
                    try db.value(Int.self, "SELECT COUNT(*) FROM document WHERE sha256 = \(sha256)") ?? 0
                }
            }
            try await RemoveEvidence(evidence: added[0].id).run(in: office, as: lead)
            #expect(try await files() == 1)
            try await RemoveEvidence(evidence: added[1].id).run(in: office, as: lead)
            #expect(try await files() == 0)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A marked file is refused and leaves only that it was`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(TaskVerbsTests.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let lead = try await example.lead()
            for file in [document("TUYỆT MẬT\nNội dung gì đó"), document("x", name: "TỐI MẬT.txt")] {
                await #expect(throws: EvidenceRefused.secret) {
                    _ = try await AddEvidence(task: task.id, .file(file, note: nil)).run(
                        in: example.office, as: lead)
                }
            }
            let track = try await example.track(task.id)
            #expect(track.evidence.isEmpty)
            #expect(
                track.history.map { "\($0.action) \($0.detail)" } == ["RefuseSecret {}", "RefuseSecret {}"])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A photo is a picture with the place and day that the person gives`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(TaskVerbsTests.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let lead = try await example.lead()
            let day = try #require(CalendarDay(iso: "2025-06-18"))
            await #expect(throws: EvidenceRefused.notAPicture) {
                _ = try await AddEvidence(
                    task: task.id, .photo(document("x"), place: "Chợ", takenOn: day, note: nil)
                ).run(in: example.office, as: lead)
            }
            let photo = try await AddEvidence(
                task: task.id,
                .photo(
                    document("x", name: "cho.jpg", type: "image/jpeg"), place: "Chợ Đăk Hà", takenOn: day,
                    note: nil)
            ).run(in: example.office, as: lead)
            #expect(photo.kind == .photo && photo.place == "Chợ Đăk Hà" && photo.takenOn == day)
        }
    }

    @Test(arguments: [
        "javascript:alert(1)", "ftp://a.vn/x", "https://", "https://user:pass@a.vn/", "a.vn/x",
        "https://a.vn/a b",
        "data:text/html,x",
    ])
    func `A link leads over HTTP to a named server or isn't kept`(address: String) async throws {
        try await withOffice(.sqlite) { example async throws in
            let plan = try await example.issue(TaskVerbsTests.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let lead = try await example.lead()
            await #expect(throws: EvidenceRefused.badAddress) {
                _ = try await AddEvidence(task: task.id, .link(address: address, title: "x", note: nil)).run(
                    in: example.office, as: lead)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Nothing is added to a task that has ended, and nothing taken from one handed in`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(TaskVerbsTests.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let lead = try await example.lead()
            let link = NewEvidence.link(address: "https://a.vn", title: "x", note: nil)
            let added = try await AddEvidence(task: task.id, link).run(in: example.office, as: lead)
            _ = try await SubmitTask(task: task.id, revision: 1).run(in: example.office, as: lead)
            await #expect(throws: TaskRefused.wrongState(.submitted)) {
                try await RemoveEvidence(evidence: added.id).run(in: example.office, as: lead)
            }
            _ = try await AcceptTask(task: task.id, revision: 2).run(
                in: example.office, as: example.actor(.planner))
            await #expect(throws: TaskRefused.wrongState(.accepted)) {
                _ = try await AddEvidence(task: task.id, link).run(in: example.office, as: lead)
            }
        }
    }
}
