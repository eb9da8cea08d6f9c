import Domain
import HTTP
import Locks
import Testing

@testable import Site

@Suite("Forms and sessions") struct FormsTests {
    @Test("a form without its token, with another session's, or of another site changes nothing")
    func forged() async throws {
        try await TestSite.with { test in
            try await test.draft()
            var planner = try await test.browser(.planner)
            var member = try await test.browser(.member)
            let foreign = try #require(try await member.get("/account").formToken)
            let own = try #require(try await planner.get("/account").formToken)
            for token in ["", "0", String(repeating: "0", count: 96), foreign, String(own.dropLast()) + "x"] {
                let answer = try await planner.post("/plans/plan-1/issue", [("revision", "1")], token: token)
                #expect(answer.status == 403)
            }
            let fields = [("token", own), ("revision", "1")]
            for header in [
                ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"),
                ("Origin", "https://evil.example"), ("Origin", "null"), ("Origin", "http://localhost:81"),
                ("Origin", "https://localhost"),
            ] {
                let answer = try await test.answer(
                    .post, "/plans/plan-1/issue", cookies: planner.cookies, fields: fields, headers: [header])
                #expect(answer.status == 403, "\(header)")
            }
            #expect(try await planner.get("/plans/plan-1/issue").status == 200)
            let real = try await test.answer(
                .post, "/plans/plan-1/issue", cookies: planner.cookies, fields: fields,
                headers: [("Origin", "http://localhost"), ("Sec-Fetch-Site", "same-origin")])
            #expect(real.status == 303)
        }
    }

    @Test("a token that was used is refused where the page it came from is stale, and after signing out")
    func replayed() async throws {
        try await TestSite.with { test in
            try await test.draft()
            var planner = try await test.browser(.planner)
            let page = try await planner.get("/plans/plan-1/correct")
            let token = try #require(page.formToken)
            let fields = [("revision", "1"), ("do", "delete"), ("task", "1-1")]
            #expect(try await planner.post("/plans/plan-1/corrections", fields, token: token).status == 303)
            let again = try await planner.post("/plans/plan-1/corrections", fields, token: token)
            #expect(again.status == 404 || again.status == 409)
            let old = planner
            #expect(try await planner.post("/sign-out", [], token: token).status == 303)
            let late = try await test.answer(
                .post, "/plans/plan-1/corrections", cookies: old.cookies,
                fields: [("token", token), ("revision", "2"), ("do", "undo")])
            #expect(late.status == 303)
            #expect(late.headers["Location"]?.hasPrefix("/sign-in") == true)
        }
    }

    @Test("cookies are bound to the host where the connection is encrypted, and never readable by scripts")
    func cookies() async throws {
        try await TestSite.with { test in
            var request = try Request(.get, "/sign-in")
            request.isSecure = true
            let page = try await test.handler(request)
            let cookie = try #require(page.headers["Set-Cookie"])
            #expect(cookie.hasPrefix("__Host-loa-form="))
            for part in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
                #expect(cookie.contains(part))
            }
            #expect(page.headers["Strict-Transport-Security"] != nil)
            let plain = try await test.answer(.get, "/sign-in")
            #expect(plain.headers["Set-Cookie"]?.hasPrefix("loa-form=") == true)
            #expect(plain.headers["Set-Cookie"]?.contains("HttpOnly") == true)
        }
    }

    @Test("a wrong password says so, many of them must wait, and the page never says which part was wrong")
    func throttle() async throws {
        try await TestSite.with { test in
            var browser = Browser(site: test)
            var statuses: [Int] = []
            var texts: Set<String> = []
            for name in ["planner", "nobody", "planner", "planner", "planner", "planner", "planner"] {
                let token = try await browser.get("/sign-in").formToken
                let answer = try await browser.post(
                    "/sign-in", [("name", name), ("password", "wrong")], token: token)
                statuses.append(answer.status)
                if answer.status == 401 {
                    texts.formUnion(answer.text.matches(of: /role="status"><p>([^<]*)/).map { String($0.1) })
                }
                if answer.status == 429 {
                    #expect(answer.headers["Retry-After"].flatMap { Int($0) } ?? 0 > 0)
                }
            }
            #expect(statuses.prefix(2) == [401, 401])
            #expect(statuses.last == 429)
            #expect(texts.count == 1)
        }
    }

    @Test("after signing in one comes back to the page asked for, and never to another site")
    func comesBack() async throws {
        try await TestSite.with { test in
            for (back, goal) in [
                ("/tasks?q=a", "/tasks?q=a"), ("//evil.example", "/"),
                ("https://evil.example", "/"),
            ] {
                var browser = Browser(site: test)
                let token = try await browser.get("/sign-in").formToken
                let answer = try await browser.post(
                    "/sign-in", [("name", "planner"), ("password", TestSite.password), ("back", back)],
                    token: token)
                #expect(answer.headers["Location"] == goal)
            }
            let turned = try await test.answer(.get, "/tasks?q=a")
            #expect(turned.headers["Location"] == "/sign-in?back=%2Ftasks%3Fq%3Da")
        }
    }

    @Test("the metrics are for this machine or whoever bears the token")
    func metrics() async throws {
        try await TestSite.with { test in
            func status(_ client: ClientAddress, _ headers: Headers = [:]) async throws -> Int {
                var request = try Request(.get, "/metrics", headers: headers)
                request.client = client
                return try await test.handler(request).status.code
            }
            let local = ClientAddress.ip(IPAddress(ipv4: 0x7F00_0001))
            let outside = ClientAddress.ip(IPAddress(ipv4: 0x0808_0808))
            var statuses = [try await status(local), try await status(local, ["X-Forwarded-For": "8.8.8.8"])]
            statuses.append(try await status(outside))
            statuses.append(try await status(outside, ["Authorization": "Bearer a-token-of-the-operator"]))
            statuses.append(try await status(outside, ["Authorization": "Bearer another"]))
            #expect(statuses == [200, 404, 404, 200, 404])
        }
    }

    @Test("the log tells route, status and reference, and nothing that people typed")
    func log() async throws {
        try await TestSite.with { test in
            var planner = try await test.browser(.planner)
            let answer = try await planner.get("/plans?q=mot-dieu-rieng-tu")
            let lines = test.lines.withLock { $0 }
            #expect(
                lines.allSatisfy { $0.hasPrefix("{\"time\":\"") && $0.hasSuffix("}") && !$0.contains("\n") })
            #expect(
                !lines.contains {
                    $0.contains("rieng-tu") || $0.contains(TestSite.password) || $0.contains("planner")
                })
            let reference = try #require(answer.headers["X-Request-Id"])
            let line = try #require(lines.first { $0.contains(reference) })
            #expect(line.contains("\"route\":\"/plans\"") && line.contains("\"status\":200"))
        }
    }
}
