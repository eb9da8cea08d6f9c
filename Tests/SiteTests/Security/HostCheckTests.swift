import Domain
import HTTP
import Testing

@testable import Site

@Suite("Names of the server") struct HostCheckTests {
    @Test(
        "under a name that isn't the server's own nothing is answered, not even to a signed-in browser",
        arguments: ["/plans", "/sign-in", "/healthz", "/readyz", "/metrics", "/nowhere"])
    func foreignName(_ target: String) async throws {
        try await TestSite.with { test in
            var planner = try await test.browser(.planner)
            _ = try await planner.get("/plans")
            for host in ["evil.example", "127.0.0.1.evil.example:8080"] {
                let answer = try await test.answer(
                    .get, target, cookies: planner.cookies, headers: [("Host", host)])
                #expect(answer.status == 421 && answer.text.contains("--public-address"))
                #expect(answer.headers["Set-Cookie"] == nil && answer.headers["Cache-Control"] == "no-store")
            }
            let own = try await test.answer(
                .get, "/plans", cookies: planner.cookies, headers: [("Host", "127.0.0.1:8080")])
            #expect(own.status == 200)
        }
    }
}
