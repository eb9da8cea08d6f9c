import Documents
import Domain
import Foundation
import HTTP
import Locks
import Operations
import Testing

@testable import Site

/// Every rendering masks the form's token anew, so equal bytes mean a kept page.
struct PageCacheTests {
    /// A site whose clock the test moves; `other` is another process over the same database.
    struct Example: Sendable {
        let site: TestSite
        let other: Office
        let clock: Locked<Date>

        func account(_ role: Role) async throws -> Account.ID {
            let rows = try await ListAccounts().run(in: other, as: .commandLine)
            return try #require(rows.first { $0.account.name == role.rawValue }).account.id
        }

        func advance(_ seconds: TimeInterval) { clock.withLock { $0 += seconds } }
    }

    private static func with(_ body: @escaping @Sendable (Example) async throws -> Void) async throws {
        try await TestSite.with { first in
            let clock = Locked(TestSite.now)
            let now: @Sendable () -> Date = { clock.withLock { $0 } }
            let office = Office(
                pool: first.office.pool, passwords: first.office.passwords, now: now,
                random: first.office.random, changesSeenWithin: .zero)
            let site = Site(
                office: office, converter: DocumentConverter(), now: now, random: office.random, log: { _ in }
            )
            let test = TestSite(
                site: site, handler: site.handler, office: office, department: first.department,
                lines: first.lines)
            try await body(Example(site: test, other: first.office, clock: clock))
            await site.shutDown()
        }
    }

    @Test(arguments: ["/plans", "/tasks", "/tasks?q=bi%C3%AAn"])
    func `A page is rendered once as long as nothing changes`(address: String) async throws {
        try await Self.with { example in
            var browser = try await example.site.browser(.planner)
            let first = try await browser.get(address)
            #expect(first.status == 200)
            #expect(first.formToken != nil)
            let second = try await browser.get(address)
            #expect(second.text == first.text)
            #expect(second.headers["cache-control"] == "no-store")
            #expect(second.headers["content-security-policy"] != nil)
            #expect(second.headers["x-request-id"] != first.headers["x-request-id"])
            #expect(second.headers.all("x-request-id").count == 1)
        }
    }

    @Test(arguments: [false, true])
    func `No page outlives a change of this or of another process`(isOther: Bool) async throws {
        try await Self.with { example in
            var browser = try await example.site.browser(.planner)
            let first = try await browser.get("/plans")
            let office = isOther ? example.other : example.site.office
            _ = try await CreateAgency(name: "Sở Y tế", parent: nil).run(in: office, as: .commandLine)
            #expect(try await browser.get("/plans").text != first.text)
        }
    }

    @Test
    func `Whoever signed out gets no kept page, even with the old cookie`() async throws {
        try await Self.with { example in
            var browser = try await example.site.browser(.planner)
            #expect(try await browser.get("/plans").status == 200)
            let old = browser.cookies
            #expect(try await browser.post("/sign-out", []).status == 303)
            #expect(try await example.site.answer(.get, "/plans", cookies: old).status == 303)
        }
    }

    @Test(arguments: [false, true])
    func `A disabled account gets no kept page`(isOther: Bool) async throws {
        try await Self.with { example in
            var browser = try await example.site.browser(.planner)
            #expect(try await browser.get("/plans").status == 200)
            try await DisableAccount(account: example.account(.planner)).run(
                in: isOther ? example.other : example.site.office, as: .commandLine)
            #expect(try await browser.get("/plans").status == 303)
        }
    }

    @Test
    func `A lost role takes its places off the page`() async throws {
        try await Self.with { example in
            var browser = try await example.site.browser(.planner)
            #expect(try await browser.get("/plans").text.contains("href=\"/upload\""))
            let planner = try await example.account(.planner)
            try await GrantRole(account: planner, agency: example.site.department, role: .reader).run(
                in: example.other, as: .commandLine)
            try await RevokeRole(account: planner, agency: example.site.department, role: .planner).run(
                in: example.other, as: .commandLine)
            #expect(try await !browser.get("/plans").text.contains("href=\"/upload\""))
        }
    }

    @Test
    func `Languages and visitors have pages of their own`() async throws {
        try await Self.with { example in
            var planner = try await example.site.browser(.planner)
            var reader = try await example.site.browser(.reader)
            let vietnamese = try await planner.get("/plans")
            #expect(try await reader.get("/plans").text != vietnamese.text)
            #expect(vietnamese.text.contains("lang=\"vi\""))
            _ = try await planner.get("/language/en?back=/plans")
            #expect(try await planner.get("/plans").text.contains("lang=\"en\""))
        }
    }

    @Test
    func `A message is shown once`() async throws {
        try await Self.with { example in
            let browser = try await example.site.browser(.planner)
            var cookies = browser.cookies
            let plain = try await example.site.answer(.get, "/plans", cookies: cookies)
            cookies["loa-flash"] = "passwordChanged"
            let told = try await example.site.answer(.get, "/plans", cookies: cookies)
            #expect(told.text.contains(Phrase.passwordChanged.vi))
            #expect(try await example.site.answer(.get, "/plans", cookies: cookies).text != told.text)
            cookies["loa-flash"] = nil
            let later = try await example.site.answer(.get, "/plans", cookies: cookies)
            #expect(later.text == plain.text)
            #expect(!later.text.contains(Phrase.passwordChanged.vi))
        }
    }

    @Test(arguments: [31.0, -5.0])
    func `No page is kept for more than half a minute, nor when the clock goes back`(
        seconds: TimeInterval
    ) async throws {
        try await Self.with { example in
            var browser = try await example.site.browser(.planner)
            let first = try await browser.get("/tasks")
            example.advance(seconds)
            #expect(try await browser.get("/tasks").text != first.text)
        }
    }

    @Test
    func `A new day in Vietnam has new pages`() async throws {
        try await Self.with { example in
            // 16:59:50 in Greenwich, ten seconds before midnight in Vietnam.
            example.clock.withLock { $0 = Date(timeIntervalSince1970: 1_763_657_990 + 86_400) }
            var browser = try await example.site.browser(.planner)
            let first = try await browser.get("/tasks")
            example.advance(9)
            #expect(try await browser.get("/tasks").text == first.text)
            example.advance(2)
            #expect(try await browser.get("/tasks").text != first.text)
        }
    }

    @Test
    func `A session's end is its end`() async throws {
        try await Self.with { example in
            var browser = try await example.site.browser(.planner)
            // Kept in use to the last seconds of the twelve hours.
            for _ in 0..<3 {
                example.advance(3.5 * 3600)
                #expect(try await browser.get("/tasks").status == 200)
            }
            example.advance(1.5 * 3600 - 10)
            #expect(try await browser.get("/tasks").status == 200)
            example.advance(10)
            #expect(try await browser.get("/tasks").status == 303)
        }
    }

    @Test
    func `Pages that aren't listed are made anew each time`() async throws {
        try await Self.with { example in
            var browser = try await example.site.browser(.administrator)
            for address in ["/ledger", "/account", "/accounts"] {
                let first = try await browser.get(address)
                #expect(first.status == 200)
                #expect(try await browser.get(address).text != first.text)
            }
        }
    }

    @Test
    func `Memory is bounded`() throws {
        let pages = KeptPages(limitBytes: 1_000_000)
        let page = KeptPages.Page(
            answer: try #require(KeptAnswer(.html([]))), route: "/tasks", day: KeptPages.day(TestSite.now),
            madeAt: TestSite.now,
            endsAt: TestSite.now.addingTimeInterval(60), bytes: 0)
        func key(_ number: Int) -> KeptPages.Key {
            KeptPages.Key(cookies: "\(number)", path: "/tasks", query: "", isSecure: false)
        }
        _ = pages.page(key(0), head: nil, now: TestSite.now)
        for number in 0..<200 {
            pages.keep(page, key(number), body: 30_000, head: nil)
            #expect(pages.heldBytes <= 1_000_000)
            #expect(pages.page(key(number), head: nil, now: TestSite.now) != nil)
        }
        pages.keep(page, key(255), body: 100_000, head: nil)
        #expect(pages.page(key(255), head: nil, now: TestSite.now) == nil)
    }
}
