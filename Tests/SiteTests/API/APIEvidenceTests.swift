import Domain
import HTTP
import Operations
import Store
import Testing

@testable import Site

/// Evidence through the JSON interface: the page's own rules, and a scope of its own for files.
struct APIEvidenceTests {
    private static let words = "Biên bản hội nghị thông tin đối ngoại, có 30 đại biểu dự."

    private func send(
        _ program: Program, _ task: Plan.Task.ID, _ words: String = Self.words,
        named name: String = "bien-ban.txt",
        _ fields: [(String, String)] = [("attest", "yes"), ("note", "Ngày 12/11")], to kind: String = "files"
    ) async throws -> Answer {
        try await program.send(
            .post, "/api/v1/tasks/\(task)/\(kind)", [("Content-Type", "multipart/form-data; boundary=b")],
            TestSite.multipart(fields, [(name, Array(words.utf8))]))
    }

    private func send(_ program: Program, _ task: Plan.Task.ID, _ fields: [(String, String)]) async throws
        -> Answer
    {
        try await send(program, task, Self.words, named: "bien-ban.txt", fields)
    }

    @Test func `A file comes in as on the page, is listed, and goes out with a scope of its own`()
        async throws
    {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let program = try await Program(site)
            let added = try await send(program, task)
            #expect(added.status == 201 && added.json["kind"]?.text == "file", "\(added.text)")
            #expect(added.json["title"]?.text == "bien-ban.txt" && added.json["note"]?.text == "Ngày 12/11")
            let link = try await program.post(
                "/api/v1/tasks/\(task)/links", #"{"address":"https://bao.test/1","title":"Bài báo"}"#)
            #expect(link.status == 201 && link.json["address"]?.text == "https://bao.test/1")
            let list = try await program.get("/api/v1/tasks/\(task)/evidence")
            #expect(Set(list.items.compactMap { $0["kind"]?.text }) == ["file", "link"])
            let id = try #require(added.json["id"]?.text)
            let file = try await program.get("/api/v1/evidence/\(id)/file", [("Accept", "text/html")])
            #expect(file.status == 200 && file.text == Self.words)
            #expect(file.headers["content-type"] == "application/octet-stream")
            #expect(file.headers["content-disposition"]?.hasPrefix("attachment") == true)
            let others = try await Program(site, Set(APIScope.allCases).subtracting([.readEvidence]))
            #expect(try await others.get("/api/v1/evidence/\(id)/file").code == "api.scope-missing")
            #expect(try await others.post("/api/v1/evidence/\(id)/remove").status == 200)
            #expect(try await program.get("/api/v1/evidence/\(id)/file").status == 404)
            #expect(site.site.uploads.heldBytes == 0 && site.site.uploads.count == 0)
        }
    }

    @Test func `Without the word that no secret is in it, or with a mark of one, nothing is kept`()
        async throws
    {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let program = try await Program(site)
            let secret = try await send(program, task, "MẬT\n" + Self.words)
            #expect(secret.status == 422 && secret.code == "document.secret")
            #expect(try await send(program, task, named: "TỐI MẬT.txt").status == 422)
            #expect(try await send(program, task, [("note", "x")]).code == "upload.refused")
            for fields in [
                [("attest", "no")], [("attest", "yes"), ("attest", "yes")],
                [("attest", "yes"), ("more", "x")],
                [("attest", "yes"), ("period", "hôm qua")],
            ] {
                #expect([400, 422].contains(try await send(program, task, fields).status), "\(fields)")
            }
            let both = try await send(
                program, task, [("attest", "yes"), ("period", "2026-01-01"), ("contribution", "a")])
            #expect(both.status == 422 && both.code == "evidence.two-places")
            let none = try await program.send(
                .post, "/api/v1/tasks/\(task)/files", [("Content-Type", "multipart/form-data; boundary=b")],
                TestSite.multipart([("attest", "yes")], []))
            #expect(none.code == "request.bad-body")
            #expect(try await program.post("/api/v1/tasks/\(task)/files", "{}").status == 415)
            #expect(try await send(program, task, to: "photos").status == 422)
            #expect(try await program.get("/api/v1/tasks/\(task)/evidence").items.isEmpty)
            #expect(site.site.uploads.heldBytes == 0 && site.site.uploads.count == 0)
        }
    }

    @Test func `A file that is too large, or of another agency, isn't read`() async throws {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let program = try await Program(site)
            let large = String(repeating: "a", count: Evidence.largestFileBytes + (2 << 20))
            #expect(try await send(program, task, large).status == 413)
            let top = try await ListAgencies().run(in: site.office, as: .commandLine).first {
                $0.id != site.department
            }
            let made = try await MakeAPIToken(
                agency: try #require(top).id, name: "Khác", scopes: Set(APIScope.allCases), days: 30
            ).run(in: site.office, as: .commandLine)
            let refused = try await program.send(
                .post, "/api/v1/tasks/\(task)/files",
                [
                    ("Content-Type", "multipart/form-data; boundary=b"),
                    ("Authorization", "Bearer \(made.secret)"),
                ], TestSite.multipart([("attest", "yes")], [("a.txt", Array(Self.words.utf8))]))
            #expect(refused.status == 403)
            #expect(site.site.uploads.heldBytes == 0 && site.site.uploads.count == 0)
        }
    }
}
