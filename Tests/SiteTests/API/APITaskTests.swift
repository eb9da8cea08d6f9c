import Domain
import Foundation
import HTTP
import Operations
import SQL
import Store
import Testing

@testable import Site

/// Tasks through the JSON interface: reading, verbs, conditions.
struct APITaskTests {
    @Test func `A program reads a task, begins it, hands it in; the ledger names the token`() async throws {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let program = try await Program(site)
            let shown = try await program.get("/api/v1/tasks/\(task)")
            #expect(shown.status == 200)
            let tag = try #require(shown.headers["etag"])
            let started = try await program.post("/api/v1/tasks/\(task)/start", "{}", [("If-Match", tag)])
            #expect(started.status == 200 && started.json["state"]?.text == "inProgress")
            let submitted = try await program.post(
                "/api/v1/tasks/\(task)/submit",
                "{\"note\":\"Xong, gọi 0912345678\",\"whyMissing\":\"Chưa có phần của Báo tỉnh\"}",
                [("If-Match", try #require(started.headers["etag"]))])
            #expect(submitted.status == 200 && submitted.json["state"]?.text == "submitted")
            #expect(submitted.text.contains("0912345678") == false)
            let after = try await program.get("/api/v1/tasks/\(task)")
            #expect(after.text.contains("0912345678") == false)
            let entries = try await site.office.pool.read { db in
                try db.ledgerEntries(of: "task", task.rawValue, limit: 10)
            }
            #expect(entries.first?.action == "SubmitTask")
            #expect(entries.first?.actor == program.made.token.account)
            #expect(after.list("history").first?["actor"]?.text == "API: Hệ thống văn bản")
            // Whoever handed it in doesn't accept it.
            let accepted = try await program.post(
                "/api/v1/tasks/\(task)/accept", "{}", [("If-Match", try #require(submitted.headers["etag"]))])
            #expect(accepted.status == 409 && accepted.code == "task.same-person")
            // Nor does another program of its agency: the same hands hold all of its tokens.
            let other = try await Program(site)
            let judged = try await other.post(
                "/api/v1/tasks/\(task)/accept", "", [("If-Match", try #require(submitted.headers["etag"]))])
            #expect(judged.status == 409 && judged.code == "task.same-person")
        }
    }

    @Test func `The heat map comes in one call, the agency first, then those below it page by page`()
        async throws
    {
        try await TestSite.with { site in
            _ = try await site.issuedTask()
            let program = try await Program(site)
            let map = try await program.get("/api/v1/overview/weeks")
            #expect(map.status == 200)
            let first = try #require(map.list("items").first)
            #expect(first["agency"]?.text == program.made.token.agency.rawValue)
            #expect(first["earlier"] != nil && first["weeks"] != nil)
            let agencies = try await ListAgencies().run(in: site.office, as: .commandLine)
            let root = try #require(agencies.first { $0.parent == nil }?.id.rawValue)
            let top = try await program.get("/api/v1/overview/weeks?of=\(root)&limit=1")
            #expect(top.list("items").map { $0["agency"]?.text } == [root])
            let next = try #require(top.json["next"]?.text)
            let below = try await program.get(next)
            #expect(below.status == 200 && below.list("items").first?["agency"]?.text != root)
            #expect(try await program.get("/api/v1/overview/weeks?of=none").status == 404)
        }
    }

    @Test func `Without a condition, or with an old one, nothing changes and what stands is told`()
        async throws
    {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let program = try await Program(site)
            let target = "/api/v1/tasks/\(task)/start"
            #expect(try await program.post(target).status == 428)
            for bad in ["*", "1", "W/\"1\"", "\"1\", \"2\""] {
                #expect(try await program.post(target, "{}", [("If-Match", bad)]).status == 400)
            }
            for old in ["\"0\"", "\"7.ab\"", "\"never\"", "\"99999999999999999999\""] {
                let stale = try await program.post(target, "{}", [("If-Match", old)])
                #expect(stale.status == 412 && stale.code == "task.changed-meanwhile")
                #expect(stale.json["standing"]?["state"]?.text == "open")
                #expect(stale.headers["etag"] == "\"1\"")
            }
            #expect(try await program.get("/api/v1/tasks/\(task)").json["task"]?["state"]?.text == "open")
        }
    }

    @Test func `What hasn't changed isn't sent again, and a remark changes it`() async throws {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let program = try await Program(site)
            let tag = try #require(try await program.get("/api/v1/tasks/\(task)").headers["etag"])
            let again = try await program.get("/api/v1/tasks/\(task)", [("If-None-Match", "\"x\", W/" + tag)])
            #expect(again.status == 304 && again.text.isEmpty && again.headers["etag"] == tag)
            #expect(
                try await program.post("/api/v1/tasks/\(task)/comments", "{\"text\":\"Đang làm\"}").status
                    == 201)
            #expect(try await program.get("/api/v1/tasks/\(task)", [("If-None-Match", tag)]).status == 200)
        }
    }

    @Test func `Scopes bound the verbs, and the agency bounds the scopes`() async throws {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let reader = try await Program(site, [.readTasks])
            #expect(
                try await reader.post("/api/v1/tasks/\(task)/start", "{}", [("If-Match", "\"1\"")]).code
                    == "api.scope-missing")
            let top = try await ListAgencies().run(in: site.office, as: .commandLine).first {
                $0.id != site.department
            }
            let made = try await MakeAPIToken(
                agency: try #require(top).id, name: "Khác", scopes: Set(APIScope.allCases), days: 30
            ).run(in: site.office, as: .commandLine)
            let answer = try await reader.post(
                "/api/v1/tasks/\(task)/start", "{}",
                [("If-Match", "\"1\""), ("Authorization", "Bearer \(made.secret)")])
            #expect(answer.status == 403 && answer.code == "access.not-allowed")
        }
    }

    @Test func `No scope opens drafts`() async throws {
        try await TestSite.with { site in
            try await site.draft("draft", title: "Bản chưa chốt")
            let program = try await Program(site)
            let list = try await program.get("/api/v1/plans")
            #expect(list.status == 200 && list.items.isEmpty)
            #expect(try await program.get("/api/v1/plans/draft").status == 404)
            #expect(try await program.get("/api/v1/plans/draft/tasks").status == 404)
            #expect(try await program.get("/api/v1/plans?state=read").code == "request.bad-query")
        }
    }

    @Test func `Pages follow each other by their links until the last`() async throws {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let program = try await Program(site)
            var target = "/api/v1/tasks?limit=1&order=plan"
            var found: [String] = []
            for _ in 0..<5 {
                let page = try await program.get(target)
                #expect(page.status == 200)
                found += page.items.compactMap { $0["id"]?.text }
                guard let next = page.json["next"]?.text else { break }
                #expect(page.headers["link"] == "<\(next)>; rel=\"next\"")
                target = next
            }
            #expect(found.count == 3 && Set(found).count == 3)
            #expect(found.first == task.rawValue)
            let lead = try await program.get("/api/v1/tasks?limit=1&order=lead")
            let next = try #require(lead.json["next"]?.text)
            #expect(try await program.get(next).status == 200)
        }
    }

    @Test func `Every reading endpoint answers in the form that the document promises`() async throws {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let program = try await Program(site)
            let registered = try await program.post(
                "/api/v1/webhooks", #"{"address": "https://van-ban.xa.test/su-kien"}"#)
            #expect(registered.status == 201, "\(registered.text)")
            let webhook = try #require(registered.json["webhook"]?["id"]?.text)
            for endpoint in APITable.endpoints where endpoint.method == .get {
                guard let answers = endpoint.answers else { continue }
                let needed = endpoint.query.contains(where: \.isRequired) ? "?with=plan-1" : ""
                let path = (endpoint.pattern + needed).replacing(":plan", with: "plan-1")
                    .replacing(":task", with: task.rawValue).replacing(":webhook", with: webhook)
                    .replacing(":agency", with: site.department.rawValue)
                let answer = try await program.get(APIEndpoint.root + path)
                #expect(answer.status == 200, "\(path) \(answer.text)")
                #expect(APITaskTests.fits(answer.json, answers), "\(path) \(answer.text)")
            }
        }
    }

    /// A small reading of our own schemas.
    private static func fits(_ value: JSON, _ schema: APISchema) -> Bool {
        switch (schema, value) {
        case (.nullable(let inner), _): value == .null || fits(value, inner)
        case (.named(let name), _):
            APITable.components.first { $0.name == name }.map { fits(value, $0.schema) } ?? false
        case (.string(let values, _, _, _), .string(let text)): values?.contains(text) ?? true
        case (.integer, .integer), (.boolean, .bool): true
        case (.array(let inner), .array(let items)): items.allSatisfy { fits($0, inner) }
        case (.map(let inner), .object(let members)): members.allSatisfy { fits($0.value, inner) }
        case (.object(let fields), .object(let members)):
            members.allSatisfy { member in
                fields.first { $0.name == member.name }.map { fits(member.value, $0.schema) } ?? false
            } && fields.allSatisfy { field in !field.isRequired || value[field.name] != nil }
        default: false
        }
    }
}
