import Domain
import Foundation
import HTTP
import Operations
import Testing

@testable import Site

/// What stands before every endpoint: who asks, in which form, having seen what.
struct APIGateTests {
    @Test func `Only a living token opens the interface, and a cookie never does`() async throws {
        try await TestSite.with { site in
            let program = try await Program(site)
            #expect(try await program.get("/api/v1/me").status == 200)
            let stranger = try await program.get("/api/v1/me", [("Authorization", "")])
            #expect(stranger.status == 401 && stranger.code == "api.token-missing")
            #expect(stranger.headers["www-authenticate"] == "Bearer realm=\"Loa\"")
            #expect(stranger.headers["content-type"] == "application/problem+json")
            let wrong = try await program.get(
                "/api/v1/me", [("Authorization", "Bearer loa_" + String(repeating: "0", count: 64))])
            #expect(wrong.status == 401 && wrong.code == "api.token-wrong")
            var browser = try await site.browser(.planner)
            #expect(try await browser.get("/api/v1/tasks").status == 401)
            try await RevokeAPIToken(token: program.made.token.id, of: site.department)
                .run(in: site.office, as: .commandLine)
            #expect(try await program.get("/api/v1/me").status == 401)
        }
    }

    @Test func `A token never stands in an address`() async throws {
        try await TestSite.with { site in
            let program = try await Program(site)
            for target in [
                "/api/v1/me?access_token=\(program.made.secret)", "/api/v1/me?token=\(program.made.secret)",
            ] {
                #expect(try await program.get(target, [("Authorization", "")]).status == 401)
                #expect(try await program.get(target).code == "request.bad-query")
            }
        }
    }

    @Test func `A session's token is no token of a program, nor the other way round`() async throws {
        try await TestSite.with { site in
            let program = try await Program(site)
            var browser = try await site.browser(.planner)
            _ = try await browser.get("/plans")
            let session = browser.cookies["loa-session"] ?? ""
            #expect(session.count == 64)
            #expect(
                try await program.get("/api/v1/me", [("Authorization", "Bearer loa_\(session)")]).status
                    == 401)
            let secret = String(program.made.secret.dropFirst(4))
            let page = try await site.answer(.get, "/plans", cookies: ["loa-session": secret])
            #expect(page.status == 303)
        }
    }

    @Test(arguments: [
        ("/api/v1/plans", APIScope.readPlans), ("/api/v1/tasks", .readTasks),
        ("/api/v1/agencies", .readAgencies),
        ("/api/v1/desk", .readTasks),
    ])
    func `Each list takes its scope`(target: String, scope: APIScope) async throws {
        try await TestSite.with { site in
            let program = try await Program(site, [scope])
            #expect(try await program.get(target).status == 200)
            let others = Set(APIScope.allCases).subtracting([scope])
            let refused = try await Program(site, others).get(target)
            #expect(refused.status == 403 && refused.code == "api.scope-missing")
        }
    }

    @Test func `Wrong tokens are throttled by address, without keeping people from signing in`() async throws
    {
        try await TestSite.with { site in
            let program = try await Program(site)
            var codes: [String?] = []
            for number in 0..<25 {
                let secret = String(repeating: "0", count: 62) + (number < 10 ? "0\(number)" : "\(number)")
                codes.append(
                    try await program.get("/api/v1/me", [("Authorization", "Bearer loa_\(secret)")]).code)
            }
            #expect(codes.first == "api.token-wrong" && codes.last == "api.too-many-wrong")
            #expect(try await site.browser(.planner).cookies["loa-session"] != nil)
        }
    }

    @Test func `One token can't ask without end`() async throws {
        try await TestSite.with { site in
            let throttle = APIThrottle()
            let token = APIToken.ID("t")
            let now = TestSite.now
            for _ in 0..<Int(APIThrottle.burst) { #expect(throttle.admits(token, at: now)) }
            #expect(!throttle.admits(token, at: now))
            #expect(throttle.admits(APIToken.ID("other"), at: now))
            #expect(!throttle.admits(token, at: now.addingTimeInterval(-3_600)))
            #expect(throttle.admits(token, at: now.addingTimeInterval(1)))
        }
    }

    @Test(arguments: [
        "limit=0", "limit=501", "limit=01", "limit=+1", "limit=x", "limit=1&limit=1", "after=", "after=x",
        "after=99999999999999999999_1", "time=never", "q=", "nothing=1", "plan=A%20b", "closed=yes",
        "q=a%09b",
        Array(repeating: "with=a", count: 31).joined(separator: "&"),
    ])
    func `Fields of an address are read strictly`(query: String) async throws {
        try await TestSite.with { site in
            let answer = try await Program(site).get("/api/v1/tasks?" + query)
            #expect(answer.status == 400 && answer.code == "request.bad-query")
        }
    }

    @Test(arguments: [
        ("application/json", 200), ("*/*", 200), ("text/html, application/*;q=0.1", 200), ("text/html", 406),
        ("application/json;q=0", 406),
    ])
    func `JSON is what is answered`(accept: String, status: Int) async throws {
        try await TestSite.with { site in
            let program = try await Program(site)
            #expect(try await program.get("/api/v1/tasks", [("Accept", accept)]).status == status)
        }
    }

    @Test func `Methods that an address doesn't take are named, and OPTIONS opens nothing to other sites`()
        async throws
    {
        try await TestSite.with { site in
            let program = try await Program(site)
            for method in [HTTP.Method.put, .patch, .delete, .post] {
                let answer = try await program.send(method, "/api/v1/tasks")
                #expect(answer.status == 405 && answer.headers["allow"] == "GET, HEAD, OPTIONS")
                #expect(answer.headers["content-type"] == "application/problem+json")
            }
            let options = try await program.send(
                .options, "/api/v1/tasks", [("Origin", "https://elsewhere.example")])
            #expect(options.status == 204)
            #expect(options.headers["access-control-allow-origin"] == nil)
            #expect(try await program.send(.head, "/api/v1/tasks").status == 200)
            #expect(try await program.get("/api/v1/nothing").code == "request.404")
        }
    }

    @Test(arguments: [
        ("{\"text\":\"x\",\"text\":\"y\"}", "request.not-json"), ("{\"text\":\"x\"} x", "request.not-json"),
        ("[]", "request.not-json"), ("{\"text\":\"\\ud800\"}", "request.not-json"),
        ("{\"text\":\"a\\u0000\"}", "request.bad-body"), ("{\"text\":1}", "request.bad-body"),
        ("{\"text\":\"x\",\"more\":1}", "request.bad-body"), ("{}", "request.bad-body"),
        ("{\"text\":\"\\u202ea\"}", "request.bad-body"), ("{\"text\":\"   \"}", "task.bad-text"),
        ("{\"a\":[[[[[[[[[[1]]]]]]]]]]}", "request.not-json"),
    ])
    func `Bodies are read strictly`(body: String, code: String) async throws {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let answer = try await Program(site).post("/api/v1/tasks/\(task)/comments", body)
            #expect(answer.code == code)
            #expect([400, 422].contains(answer.status))
        }
    }

    @Test func `A body that isn't JSON by its own word, or is too long, isn't read`() async throws {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            let program = try await Program(site)
            let target = "/api/v1/tasks/\(task)/comments"
            let body = Array("{\"text\":\"x\"}".utf8)
            for type in [
                "text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1", "",
            ] {
                #expect(try await program.send(.post, target, [("Content-Type", type)], body).status == 415)
            }
            #expect(
                try await program.post(target, "{\"text\":\"x\"}", [("Content-Encoding", "gzip")]).status
                    == 415)
            let long = "{\"text\":\"" + String(repeating: "x", count: 70_000) + "\"}"
            #expect(try await program.post(target, long).status == 413)
            #expect(
                try await program.send(
                    .post, target, [("Content-Type", "application/json")], [0x7B, 0xFF, 0x7D]
                ).code == "request.not-json")
        }
    }
}
