import Documents
import Domain
import HTTP
import Locks
import Operations
import SQL
import Store
import Testing
import Trust

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

    @Test(
        "a database that is gone, full or unsure is told in a sentence, and nothing of the inside with it",
        arguments: [
            (
                DatabaseFailure(.connectionLost, "server 10.0.0.7 closed", statement: "SELECT secret"), 503,
                "Chưa có gì thay đổi"
            ),
            (DatabaseFailure(.busy, "x"), 503, "tạm thời không trả lời"),
            (
                DatabaseFailure(.diskFull, "/var/lib/loa full", engineCode: "13"), 507,
                "Ổ đĩa của máy chủ đã đầy"
            ),
            (
                DatabaseFailure(.connectionLost, "x", isOutcomeUnknown: true), 503,
                "không rõ thay đổi đã được giữ hay chưa"
            ),
            (
                DatabaseFailure(.corrupted, "page 7 of /var/lib/loa", statement: "SELECT secret"), 500,
                "hãy nêu mã tham chiếu"
            ),
        ])
    func database(failure: DatabaseFailure, status: Int, sentence: String) async throws {
        let lines = Locked<[String]>([])
        let office = Office(
            pool: FailingPool(failure: failure), passwords: PasswordHasher(parameters: .cheapest))
        let site = Site(
            office: office, converter: .init(), now: { TestSite.now },
            random: { Array(repeating: 7, count: $0) }, log: { line in lines.withLock { $0.append(line) } })
        var request = try Request(.get, "/plans", headers: ["Host": "localhost"])
        request.headers["Cookie"] =
            "\(CookieName.session.text(isSecure: false))=\(String(repeating: "a", count: 64))"
        let answer = try await Answer(site.handler(request))
        #expect(answer.status == status, "\(answer.text)")
        #expect(answer.text.contains(sentence) && PageCheck(answer.text).faults.isEmpty, "\(answer.text)")
        for inside in ["SELECT", "10.0.0.7", "/var/lib", "page 7"] { #expect(!answer.text.contains(inside)) }
        #expect(lines.withLock { $0 }.contains { $0.contains(failure.message) }, "the log tells the operator")
        await site.shutDown()
    }

    /// A database that always fails in the same way.
    private struct FailingPool: DatabasePool {
        var failure: DatabaseFailure
        var dialect: Dialect { .sqlite }

        func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws
            -> Value
        {
            throw failure
        }

        func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws
            -> Value
        {
            throw failure
        }

        func clean(_ tables: [String], isThorough: Bool, patience: Duration) async throws -> Cleaning {
            throw failure
        }

        func close() async {}
    }

    private struct Broken: Error { var secretOfTheServer: String }
}
