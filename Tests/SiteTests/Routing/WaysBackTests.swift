import Domain
import HTTP
import Testing

@testable import Site

@Suite("Addresses of forms") struct WaysBackTests {
    @Test(
        "a form's address asked for as a page leads to the page above it, also after switching the language")
    func waysBack() async throws {
        try await TestSite.with { test in
            let entries = SitePages(test.site).entries
            let pages = Set(entries.filter { $0.method == .get }.map(\.pattern))
            let forms = entries.filter { $0.method == .post && !pages.contains($0.pattern) }
            #expect(forms.map(\.pattern).contains("/account/password"))
            for form in forms {
                let target = form.pattern.replacing(/:[a-z]+/, with: "one")
                let answer = try await test.answer(.get, target)
                let above = target.split(separator: "/").dropLast().joined(separator: "/")
                #expect(answer.status == 303 && answer.headers["Location"] == "/" + above, "\(target)")
            }
            var planner = try await test.browser(.planner)
            let refused = try await planner.post("/account/password", [("new", "a"), ("again", "b")])
            #expect(refused.status == 422)
            let language = try #require(refused.text.firstMatch(of: /href="(\/language\/en[^"]*)"/)).1
            let switched = try await planner.get(String(language))
            let back = try await planner.get(try #require(switched.headers["Location"]))
            #expect(try await planner.get(try #require(back.headers["Location"])).status == 200)
        }
    }
}
