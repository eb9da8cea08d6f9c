import Domain
import HTTP
import Operations
import Store
import Testing

@testable import Site

/// Delegation, contributions, periods and many tasks at once, through the JSON interface.
struct APIWorkTests {
    private func tag(_ program: Program, _ task: Plan.Task.ID) async throws -> (String, String) {
        let shown = try await program.get("/api/v1/tasks/\(task)")
        return ("If-Match", try #require(shown.headers["etag"]))
    }

    @Test func `A task is given to a colleague, and back to the agency`() async throws {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let program = try await Program(site, [.readTasks, .writeTasks])
            let first = try await program.get("/api/v1/colleagues?limit=1")
            #expect(first.status == 200 && first.items.count == 1)
            let second = try await program.get(try #require(first.json["next"]?.text))
            let names = (first.items + second.items).compactMap { $0["name"]?.text }
            #expect(Set(names) == ["Người planner", "Người member"])
            let account = try #require(second.items.first?["account"]?.text)
            let given = try await program.post(
                "/api/v1/tasks/\(task)/delegate", "{\"account\":\"\(account)\"}", [tag(program, task)])
            #expect(given.status == 200 && given.json["delegate"]?.text == account)
            let stranger = try await program.post(
                "/api/v1/tasks/\(task)/delegate", #"{"account":"nobody"}"#, [tag(program, task)])
            #expect(stranger.status == 422 && stranger.code == "task.bad-delegate")
            let back = try await program.post("/api/v1/tasks/\(task)/delegate", "{}", [tag(program, task)])
            #expect(back.status == 200 && back.json["delegate"] == .null)
            let reader = try await Program(site, [.readTasks])
            #expect(try await reader.get("/api/v1/colleagues").code == "api.scope-missing")
        }
    }

    @Test func `A duty's rhythm is set, a period reported, returned, and reported again`() async throws {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let program = try await Program(site)
            let path = "/api/v1/tasks/\(task)"
            #expect(try await program.get(path + "/periods").items.isEmpty)
            let set = try await program.post(
                path + "/rhythm", #"{"rhythm":"month"}"#, [tag(program, task)])
            #expect(set.status == 200 && set.json["rhythm"]?.text == "month")
            var periods: [JSON] = []
            var target: String? = path + "/periods?limit=1"
            while let next = target {
                let page = try await program.get(next)
                #expect(page.status == 200 && page.items.count <= 1)
                periods += page.items
                target = page.json["next"]?.text
            }
            let days = periods.compactMap { $0["from"]?.text }
            #expect(!days.isEmpty && days == days.sorted() && Set(days).count == days.count)
            let period = "\(path)/periods/\(days[0])"
            #expect(try await program.post(period + "/submit").status == 428)
            let reported = try await program.post(
                period + "/submit", #"{"note":"Đã phát 12 buổi, gọi 0912345678"}"#, [("If-Match", "\"0\"")])
            #expect(reported.status == 200 && reported.json["state"]?.text == "submitted")
            #expect(!reported.text.contains("0912345678"))
            let stale = try await program.post(
                period + "/return", #"{"reason":"x"}"#, [("If-Match", "\"0\"")])
            #expect(stale.status == 412 && stale.json["standing"]?["state"]?.text == "submitted")
            let own = try await program.post(
                period + "/accept", "{}", [("If-Match", try #require(reported.headers["etag"]))])
            #expect(own.status == 409 && own.code == "task.same-person")
            let returned = try await program.post(
                period + "/return", #"{"reason":"Thiếu số liệu"}"#,
                [("If-Match", try #require(reported.headers["etag"]))])
            #expect(returned.status == 200 && returned.json["state"]?.text == "returned")
            for wrong in ["2026-02-30", "ngay-mai", "1999-01-01"] {
                let refused = try await program.post(
                    "\(path)/periods/\(wrong)/submit", "{}", [("If-Match", "\"0\"")])
                #expect([404, 422].contains(refused.status))
            }
        }
    }

    @Test func `A lead asks for a contribution and judges it`() async throws {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let program = try await Program(site)
            let asked = try await program.post(
                "/api/v1/tasks/\(task)/contributions",
                "{\"agency\":\"\(site.department)\",\"words\":\"Gửi số liệu\",\"due\":\"2026-12-01\"}")
            #expect(asked.status == 200 && asked.json["asked"]?.text == "Gửi số liệu", "\(asked.text)")
            let id = try #require(asked.json["id"]?.text)
            let tag = try #require(asked.headers["etag"])
            let cancelled = try await program.post(
                "/api/v1/contributions/\(id)/cancel", #"{"reason":"Không cần nữa"}"#, [("If-Match", tag)])
            #expect([200, 403].contains(cancelled.status), "\(cancelled.text)")
            let none = try await program.post(
                "/api/v1/contributions/none/accept", "{}", [("If-Match", "\"1\"")])
            #expect(none.status == 404)
            let stranger = try await program.post(
                "/api/v1/tasks/\(task)/contributions", #"{"agency":"nobody","words":"x"}"#)
            #expect(stranger.status == 422 && stranger.code == "task.not-acting")
        }
    }

    @Test func `Many tasks are worked on at once, each by itself`() async throws {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let program = try await Program(site)
            let body = """
                {"tasks":[{"task":"\(task)","revision":1},{"task":"none","revision":1},{"task":"\(task)","revision":7}]}
                """
            let begun = try await program.post("/api/v1/bulk/start", body)
            #expect(begun.status == 200 && begun.items.map { $0["done"] } == [.bool(true), .bool(false)])
            #expect(begun.items[1]["messages"]?["en"]?.text?.isEmpty == false)
            let stale = try await program.post("/api/v1/bulk/remind", body)
            #expect(stale.items.first?["done"] == .bool(true))
            let returned = try await program.post(
                "/api/v1/bulk/return", #"{"tasks":[],"reason":"x"}"#)
            #expect(returned.status == 200 && returned.items.isEmpty)
            for bad in [
                "{}", #"{"tasks":[{"task":"a"}]}"#, #"{"tasks":[{"task":"a","revision":1,"more":2}]}"#,
                #"{"tasks":[{"task":"A b","revision":1}]}"#, #"{"tasks":[{"task":"a","revision":-1}]}"#,
                "{\"tasks\":["
                    + Array(repeating: #"{"task":"a","revision":1}"#, count: 201).joined(separator: ",")
                    + "]}",
            ] {
                #expect(try await program.post("/api/v1/bulk/start", bad).code == "request.bad-body")
            }
            let writer = try await Program(site, [.writeTasks])
            #expect(try await writer.post("/api/v1/bulk/accept", body).code == "api.scope-missing")
        }
    }

    @Test func `An event is set whole or not at all, and taken away`() async throws {
        try await TestSite.with { site in
            _ = try await site.issuedTask()
            let program = try await Program(site)
            let half = try await program.post("/api/v1/plans/plan-1/event", #"{"title":"Ngày hội"}"#)
            #expect(half.status == 422 && half.code == "plan.incomplete-event")
            let set = try await program.post(
                "/api/v1/plans/plan-1/event", #"{"title":"Ngày hội","from":"2026-12-01","to":"2026-12-03"}"#)
            #expect(set.status == 200 && set.json["event"]?["to"]?.text == "2026-12-03")
            let gone = try await program.post("/api/v1/plans/plan-1/event", "")
            #expect(gone.status == 200 && gone.json["event"] == .null)
        }
    }
}
