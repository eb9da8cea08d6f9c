import Domain
import HTTP
import Testing
import Trust

@testable import Site

@Suite("Setting up the second factor") struct EnrolSecondFactorTests {
    private func secret(on page: String) throws -> String {
        let found = try #require(page.firstMatch(of: /secret=([A-Z2-7]+)/))
        return String(found.1)
    }

    @Test("a mistyped code keeps the secret, and the next right one is taken")
    func mistyped() async throws {
        try await TestSite.with { test in
            var reader = try await test.browser(.reader)
            let begun = try await reader.post("/account/second-factor", [("do", "begin")])
            #expect(begun.headers["Location"] == "/account/second-factor")
            let page = try await reader.get("/account/second-factor").text
            let offered = try secret(on: page)
            #expect(page.contains(EnrolSecondFactorPage.grouped(offered)))
            #expect(PageCheck(page).faults.isEmpty)
            let wrong = try await reader.post(
                "/account/second-factor", [("do", "enrol"), ("code", "12345x")])
            #expect(wrong.status == 422 && wrong.text.contains("Mã này không đúng"))
            #expect(try secret(on: wrong.text) == offered)
            #expect(try secret(on: try await reader.get("/account/second-factor").text) == offered)
            let code = OneTimeCode.code(
                secret: try #require(Base32.decode(offered)), step: OneTimeCode.step(at: TestSite.now))
            let right = try await reader.post("/account/second-factor", [("do", "enrol"), ("code", code)])
            #expect(right.status == 303 && right.headers["Location"] == "/account")
            let account = try await reader.get("/account").text
            #expect(account.contains("Đã bật xác thực lớp thứ hai") && !account.contains("secret="))
            #expect(try await reader.get("/account/second-factor").status == 303)
        }
    }

    @Test("the field for the code has the focus, takes digits, and says what was wrong beside it")
    func field() async throws {
        try await TestSite.with { test in
            var reader = try await test.browser(.reader)
            _ = try await reader.post("/account/second-factor", [("do", "begin")])
            let page = try await reader.post("/account/second-factor", [("do", "enrol"), ("code", "1")]).text
            let field = try #require(page.firstMatch(of: /<input id="code"[^>]*>/)).0
            for words in [
                "autocomplete=\"one-time-code\"", "inputmode=\"numeric\"", " autofocus",
                "aria-invalid=\"true\"",
                "aria-describedby=\"code-hint code-wrong\"",
            ] {
                #expect(field.contains(words), "\(words)")
            }
            #expect(!page.contains(">URI<"))
        }
    }

    @Test("beginning again gives another secret: the first may have been seen by others")
    func anew() async throws {
        try await TestSite.with { test in
            var reader = try await test.browser(.reader)
            var secrets: Set<String> = []
            for _ in 0..<2 {
                _ = try await reader.post("/account/second-factor", [("do", "begin")])
                secrets.insert(try secret(on: try await reader.get("/account/second-factor").text))
            }
            #expect(secrets.count == 2)
        }
    }
}
