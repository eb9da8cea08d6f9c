import Domain
import Foundation
import HTTP
import Locks
import Operations
import Testing

@testable import Site

/// The clock stands at 21 November 2025.
@Suite("Calendars") struct CalendarPagesTests {
    @Test("a month shows its tasks, lunar days and holidays, each kind in words")
    func month() async throws {
        try await TestSite.with { test in
            try await OverviewPagesTests.seed(test)
            var planner = try await test.browser(.planner)
            let june = try await planner.get("/calendar?on=2025-06-10").text
            #expect(june.contains("Quá hạn: </span><span class=\"line-of\">Sở Y tế chủ trì"))
            // The 25th of June 2025 began the leap sixth month's predecessor: 1/6.
            #expect(june.contains("</span>1/6</span>"))
            let leap = try await planner.get("/calendar?on=2025-07-25").text
            #expect(leap.contains("</span>1/6n</span>"))
            let tet = try await planner.get("/calendar?on=2026-02-17").text
            #expect(tet.contains("Tết Nguyên đán") && tet.contains("</span>1/1</span>"))
        }
    }

    @Test("an account sees its own agency first, and another's kept page is never its own")
    func keptPerAccount() async throws {
        try await TestSite.with { test in
            try await OverviewPagesTests.seed(test)
            var planner = try await test.browser(.planner)
            var administrator = try await test.browser(.administrator)
            for _ in 1...2 {
                #expect(
                    try await planner.get("/calendar").text.contains(
                        "<span lang=\"vi\">Sở Văn hóa, Thể thao và Du lịch</span>"))
                #expect(
                    try await administrator.get("/calendar").text.contains(
                        "<span lang=\"vi\">Ủy ban nhân dân tỉnh</span>"))
            }
        }
    }

    @Test("an administrator enters an announced day and takes it away; others look")
    func holidays() async throws {
        try await TestSite.with { test in
            var administrator = try await test.browser(.administrator)
            let day = [
                ("day", "2026-02-16"), ("kind", "off"), ("name", "Nghỉ Tết"), ("source", "Thông báo 01"),
                ("do", "set"),
            ]
            #expect(try await administrator.post("/calendar/holidays", day).status == 303)
            var reader = try await test.browser(.reader)
            let seen = try await reader.get("/calendar/holidays?year=2026").text
            #expect(seen.contains("Nghỉ Tết") && !seen.contains("name=\"source\""))
            #expect(try await reader.get("/calendar?on=2026-02-01").text.contains("Nghỉ Tết"))
            #expect(try await reader.post("/calendar/holidays", day).status == 403)
            let wrong = try await administrator.post(
                "/calendar/holidays", day.map { $0.0 == "name" ? ("name", " ") : $0 })
            #expect(wrong.status == 422 && wrong.text.contains("value=\"Thông báo 01\""))
            #expect(
                try await administrator.post("/calendar/holidays", [("day", "2026-02-16"), ("do", "remove")])
                    .status == 303)
            #expect(try await !reader.get("/calendar/holidays?year=2026").text.contains("Nghỉ Tết"))
        }
    }

    @Test("a day in lieu counts once it is confirmed, and a day that is entered is replaced only on purpose")
    func compensation() async throws {
        try await TestSite.with { test in
            var administrator = try await test.browser(.administrator)
            var reader = try await test.browser(.reader)
            // Giỗ Tổ of 2026 is Sunday, 26 April.
            let before = try await reader.get("/calendar/holidays?year=2026").text
            #expect(before.contains("Nghỉ bù chờ xác nhận") && before.contains("27/4/2026"))
            #expect(before.contains("Chưa nhập ngày nghỉ nào đã thông báo cho năm 2026"))
            #expect(!before.contains("Xác nhận nghỉ bù"))
            let page = try await administrator.get("/calendar/holidays?year=2026").text
            #expect(page.contains("Xác nhận nghỉ bù") && PageCheck(page).faults.isEmpty)
            let day = [
                ("day", "2026-04-27"), ("kind", "off"), ("name", "Nghỉ bù Giỗ Tổ Hùng Vương"),
                ("source", WorkingCalendar.compensationSource), ("do", "set"),
            ]
            #expect(try await administrator.post("/calendar/holidays", day).status == 303)
            let after = try await reader.get("/calendar/holidays?year=2026").text
            #expect(!after.contains("Nghỉ bù chờ xác nhận") && !after.contains("Chưa nhập ngày nghỉ nào"))
            let work = day.map { $0.0 == "kind" ? ("kind", "work") : $0 }
            let asked = try await administrator.post("/calendar/holidays", work)
            #expect(asked.status == 409 && asked.text.contains("name=\"replaces\""))
            #expect(try await !reader.get("/calendar/holidays?year=2026").text.contains("Làm bù"))
            let sure = try await administrator.post("/calendar/holidays", work + [("replaces", "yes")])
            #expect(sure.status == 303)
            #expect(try await reader.get("/calendar/holidays?year=2026").text.contains("Làm bù"))
        }
    }

    @Test("planners are told of a year without announced days, others aren't")
    func unannounced() async throws {
        try await TestSite.with { test in
            var planner = try await test.browser(.planner)
            var reader = try await test.browser(.reader)
            #expect(try await planner.get("/calendar?on=2026-04-02").text.contains("Chưa nhập ngày nghỉ nào"))
            #expect(try await !reader.get("/calendar?on=2026-04-02").text.contains("Chưa nhập ngày nghỉ nào"))
        }
    }

    /// The address that the page shows once.
    private func address(_ page: Answer) throws -> String {
        let found = try #require(
            page.text.firstMatch(of: /value="http:\/\/localhost(\/feeds\/[0-9a-f]{64}\.ics)"/), "\(page.text)"
        )
        return String(found.1)
    }

    @Test(
        "an address is shown once, read without a session, kept by its tag, and ends when a new one is made")
    func feed() async throws {
        try await TestSite.with { test in
            try await OverviewPagesTests.seed(test)
            var planner = try await test.browser(.planner)
            let first = try address(
                try await planner.post("/calendar/feeds", [("of", "own"), ("do", "make")]))
            let again = try await planner.get("/calendar/feeds")
            #expect(!again.text.contains(String(first.dropFirst(7))) && again.text.contains("chưa được đọc"))
            let answer = try await test.answer(.get, first)
            #expect(answer.status == 200 && answer.headers["Content-Type"] == "text/calendar; charset=utf-8")
            #expect(
                answer.headers["Cache-Control"] == "private, no-cache" && answer.headers["Set-Cookie"] == nil)
            #expect(answer.text.contains("DTSTART;VALUE=DATE:20251130") && answer.headers["ETag"] != nil)
            #expect(answer.headers["ETag"] == (try await test.answer(.get, first)).headers["ETag"])
            #expect(!(try await planner.get("/calendar/feeds")).text.contains("chưa được đọc"))
            let second = try address(
                try await planner.post("/calendar/feeds", [("of", "own"), ("do", "make")]))
            #expect(try await test.answer(.get, first).status == 404)
            #expect(try await test.answer(.get, second).status == 200)
            #expect(
                try await planner.post("/calendar/feeds", [("of", "own"), ("do", "revoke")]).status == 303)
            #expect(try await test.answer(.get, second).status == 404)
            // No line of the log bears a token, nor does the ledger.
            let lines = test.lines.withLock { $0 }.joined()
            #expect(lines.contains("/feeds/:feed"))
            for path in [first, second] { #expect(!lines.contains(path.dropFirst(7).prefix(20))) }
            var reader = try await test.browser(.reader)
            let ledger = try await reader.get("/ledger").text
            #expect(ledger.contains("Tạo địa chỉ lịch") && ledger.contains("Hủy địa chỉ lịch"))
            #expect(!ledger.contains(second.dropFirst(7).prefix(20)))
        }
    }

    @Test("one feed, and one address that guesses, are answered so often and no more")
    func bounds() async throws {
        try await TestSite.with { test in
            var planner = try await test.browser(.planner)
            let path = try address(
                try await planner.post(
                    "/calendar/feeds", [("of", "agency-\(test.department)"), ("do", "make")]))
            for _ in 1...FeedAllowance.limit { #expect(try await test.answer(.get, path).status == 200) }
            let refused = try await test.answer(.get, path)
            #expect(refused.status == 429 && refused.headers["Retry-After"] == "300")
            for _ in 1...FeedAllowance.limit {
                #expect(try await test.answer(.get, "/feeds/x.ics").status == 404)
            }
            #expect(try await test.answer(.get, "/feeds/x.ics").status == 429)
            #expect(try await test.answer(.get, "/feeds/x").status == 429)
        }
    }

    @Test("a window of the bound ends, and full of keys it forgets rather than grows")
    func allowance() {
        let allowance = FeedAllowance()
        let now = Date(timeIntervalSince1970: 0)
        for _ in 1...FeedAllowance.limit { #expect(allowance.take("a", at: now) == nil) }
        #expect(allowance.take("a", at: now + 100) == 200 && allowance.wait("a", at: now) == 300)
        #expect(allowance.take("a", at: now + 300) == nil && allowance.wait("b", at: now) == nil)
        for key in 0...FeedAllowance.keyLimit { #expect(allowance.take("k\(key)", at: now + 300) == nil) }
    }

    @Test("lunar days of a strip are those of the days one by one", arguments: [2023, 2025, 2033])
    func lunar(_ year: Int) throws {
        let first = try #require(CalendarDay(year: year, month: 1, day: 1))
        let dates = LunarDates(first...first.adding(days: 364))
        for offset in 0...364 {
            let day = first.adding(days: offset)
            let one = try #require(LunarDay(day))
            #expect(
                dates[day] == LunarDates.Date(month: one.month, isLeap: one.isLeap, day: one.day), "\(day)")
        }
    }
}
