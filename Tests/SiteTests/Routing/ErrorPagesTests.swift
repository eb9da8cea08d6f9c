import Documents
import Domain
import HTTP
import Locks
import Testing

@testable import Site

@Suite("Errors") struct ErrorPagesTests {
    @Test(
        "an address that leads nowhere, a method that isn't taken and a body that is too large each have their page"
    )
    func known() async throws {
        try await TestSite.with { test in
            let missing = try await test.answer(.get, "/nowhere")
            #expect(missing.status == 404 && missing.text.contains("Không tìm thấy"))
            let method = try await test.answer(.post, "/tasks")
            #expect(method.status == 405 && method.headers["Allow"]?.contains("GET") == true)
            var browser = try await test.browser(.planner)
            let large = try await browser.post(
                "/account/password", [("new", String(repeating: "x", count: 300_000))])
            #expect(large.status == 413)
            #expect(PageCheck(missing.text + "").faults.isEmpty && PageCheck(large.text).faults.isEmpty)
        }
    }

    @Test("an unknown error shows a reference and nothing else, and is logged in full under it")
    func unknown() async throws {
        try await TestSite.with { test in
            var router = Router()
            let site = Site(
                office: test.office, converter: .init(), now: { TestSite.now },
                random: { Array(repeating: 7, count: $0) },
                log: { line in test.lines.withLock { $0.append(line) } })
            router.use(Tracing(site: site))
            router.use(SecurityHeaders())
            router.use(ErrorPages(site: site))
            router.on(.get, "/broken") { _ in throw Broken(secretOfTheServer: "path /var/lib/x") }
            let broken = try await Answer(router.respond(to: try Request(.get, "/broken")))
            let reference = try #require(broken.headers["X-Request-Id"])
            #expect(broken.status == 500 && broken.text.contains(reference))
            #expect(!broken.text.contains("/var/lib/x"))
            let lines = test.lines.withLock { $0 }
            #expect(lines.contains { $0.contains(reference) && $0.contains("path /var/lib/x") })
        }
    }

    private struct Broken: Error { var secretOfTheServer: String }
}
