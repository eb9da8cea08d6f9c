import Domain
import Foundation
import HTTP
import Markup
import Operations
import SQL
import Store
import Testing

@testable import Site

/// The clock stands at 21 November 2025.
@Suite("Overview and progress") struct OverviewPagesTests {
    /// Two issued plans and a draft: the department leads a task that was due on 29 June 2025, and the same one in
    /// `plan-3`, due on 30 November.
    static func seed(_ test: TestSite) async throws {
        try await test.draft("plan-1", title: "Bản thảo")
        for name in ["plan-2", "plan-3"] {
            try await test.draft(name, title: "Kế hoạch \(name)") { draft in
                draft.tasks[0].lead = [Party(name: "Sở Văn hóa, Thể thao và Du lịch")]
                guard name == "plan-3" else { return }
                draft.tasks.removeLast()
                draft.tasks[0].time = PartialDay("2025-12-01").map {
                    Marked(.by($0, before: true), range: nil, rule: "test")
                }
            }
            var planner = try await test.browser(.planner)
            let answer = try await planner.post(
                "/plans/\(name)/issue", [("revision", "1"), ("acknowledge", "yes")])
            #expect(answer.status == 303)
        }
    }

    @Test("are balanced, labelled and lead only to addresses that exist, in both languages")
    func checks() async throws {
        try await TestSite.with { test in
            try await Self.seed(test)
            let patterns = SitePages(test.site).entries.map(\.pattern)
            let week = "/overview/\(test.department)/2025-06-23"
            for target in [
                "/overview", "/overview?of=all", "/overview?of=\(test.department)&from=2025-06-02",
                "/overview?from=2025-06-02", week, "/overview/\(test.department)/2020-01-06",
                "/overview/lists/overdue", "/overview/lists/silent", "/overview/lists/atRisk",
                "/overview/lists/withoutLead", "/overview/lists/overdue?of=\(test.department)",
                "/overview/lists/overdue?of=all", "/plans/plan-2/progress",
                "/plans/plan-2/compare?with=plan-3",
                "/calendar", "/calendar?of=all&on=2025-06-29",
                "/calendar?of=plan.plan-2&view=year&on=2025-06-29",
                "/calendar?view=day&on=2025-06-29", "/calendar?view=day&on=2025-01-29",
                "/calendar?on=2025-01-29",
                "/calendar/holidays", "/calendar/holidays?year=2026", "/calendar/feeds",
            ] {
                for role in [Role.planner, .administrator] {
                    var browser = try await test.browser(role)
                    for language in Language.allCases {
                        _ = try await browser.get("/language/\(language.rawValue)")
                        let answer = try await browser.get(target)
                        #expect(answer.status == 200, "\(target)")
                        let check = PageCheck(answer.text)
                        #expect(check.faults.isEmpty, "\(target) \(language): \(check.faults)")
                        for link in check.links where !link.hasPrefix("#") {
                            #expect(
                                patterns.contains { PagesTests.matches(link, $0) },
                                "\(target) leads to \(link)")
                        }
                    }
                }
            }
        }
    }

    @Test("the map says in words what a cell means, and its cell opens the week")
    func map() async throws {
        try await TestSite.with { test in
            try await Self.seed(test)
            var reader = try await test.browser(.reader)
            let page = try await reader.get("/overview?from=2025-06-02")
            #expect(page.text.contains("0 trong 1 việc đã xong: quá hạn"))
            let cell = "/overview/\(test.department)/2025-06-23"
            #expect(page.text.contains("href=\"\(cell)\""))
            let week = try await reader.get(cell)
            #expect(week.text.contains("29/6/2025") && week.text.contains("1 việc"))
        }
    }

    @Test("a branch shows its sum, unfolds to its own tasks and those below it, and its cell lists them all")
    func branch() async throws {
        try await TestSite.with { test in
            let below = try await CreateAgency(name: "Thư viện tỉnh", parent: test.department).run(
                in: test.office, as: .commandLine)
            try await test.draft("plan-4", title: "Kế hoạch thư viện") { draft in
                draft.tasks[0].lead = [Party(name: "Thư viện tỉnh")]
            }
            var planner = try await test.browser(.planner)
            _ = try await planner.post("/plans/plan-4/issue", [("revision", "1"), ("acknowledge", "yes")])
            try await Self.seed(test)
            let folded = try await planner.get("/overview?from=2025-06-02").text
            #expect(
                folded.contains("0 trong 2 việc đã xong: quá hạn")
                    && !folded.contains("/overview/\(below.id)"))
            let department = test.department.rawValue
            let fold =
                "open=\(department)#branch-\(department)\" aria-expanded=\"false\">gồm 1 đơn vị trực thuộc"
            #expect(folded.contains(fold), "\(folded)")
            let open = try await planner.get("/overview?from=2025-06-02&open=\(department),nobody").text
            #expect(open.contains("aria-expanded=\"true\"") && open.contains("việc của chính cơ quan này"))
            #expect(open.contains("Thư viện tỉnh") && open.contains("0 trong 1 việc đã xong: quá hạn"))
            #expect(open.contains("/overview/\(below.id)/2025-06-23\""))
            #expect(PageCheck(open).faults.isEmpty)
            let own = try await planner.get("/overview/\(department)/2025-06-23").text
            #expect(own.contains("1 việc") && !own.contains("Thư viện tỉnh"))
            let whole = try await planner.get("/overview/\(department)/2025-06-23?branch=yes").text
            #expect(whole.contains("2 việc") && whole.contains("Thư viện tỉnh"))
            #expect(whole.contains("2025-06-16?branch=yes") && PageCheck(whole).faults.isEmpty)
        }
    }

    @Test("many communes share a row, which counts what the other rows leave, and have a map of their own")
    func communes() async throws {
        try await TestSite.with { test in
            let communes = (1...13).map {
                Agency(
                    id: Identifier("commune-\($0)"), name: "Ủy ban nhân dân xã Số \($0)", level: .commune,
                    parent: test.department, place: "xã Số \($0)")
            }
            try await test.office.pool.write { db in try db.insert(communes, at: TestSite.now) }
            for number in [1, 5] {
                try await test.draft("commune-plan-\(number)", title: "Kế hoạch xã \(number)") { draft in
                    draft.tasks[0].lead = [Party(name: "Ủy ban nhân dân xã Số \(number)")]
                }
                var planner = try await test.browser(.planner)
                _ = try await planner.post(
                    "/plans/commune-plan-\(number)/issue", [("revision", "1"), ("acknowledge", "yes")])
            }
            try await Self.seed(test)
            var reader = try await test.browser(.reader)
            let of = "of=\(test.department)"
            let page = try await reader.get("/overview?\(of)&from=2025-06-02").text
            #expect(PageCheck(page).faults.isEmpty)
            #expect(page.contains("Các xã, phường, đặc khu") && page.contains("13 đơn vị"))
            #expect(!page.contains("/overview/commune-1/"))
            // The whole branch, the department's own, and the communes together.
            for sum in ["0 trong 3 việc", "0 trong 1 việc", "0 trong 2 việc"] {
                #expect(page.contains(sum + " đã xong: quá hạn"), "\(sum)")
            }
            let link = "/overview?\(of)&amp;only=communes&amp;from=2025-06-02\""
            #expect(page.contains(link))
            let each = try await reader.get("/overview?\(of)&only=communes&from=2025-06-02").text
            #expect(PageCheck(each).faults.isEmpty)
            let shown = Set(each.matches(of: /href="\/overview\/(commune-[0-9]+)\//).map { String($0.1) })
            #expect(shown == ["commune-1", "commune-5"])
            #expect(each.contains("href=\"/overview?\(of)&amp;from=2025-06-02\" lang=\"vi\">"))
        }
    }

    @Test("a planner sets the event, others see the days round it; a wrong day keeps what was typed")
    func event() async throws {
        try await TestSite.with { test in
            try await Self.seed(test)
            var planner = try await test.browser(.planner)
            let target = "/plans/plan-2/progress"
            let wrong = try await planner.post(
                target,
                [("title", "Lễ hội <b>"), ("from", "2025-06-30"), ("to", "2025-06-01"), ("do", "set")])
            #expect(wrong.status == 422 && wrong.text.contains("value=\"Lễ hội &lt;b&gt;\""))
            let right = [("title", "Lễ hội"), ("from", "2025-06-28"), ("to", "2025-06-30"), ("do", "set")]
            #expect(try await planner.post(target, right).status == 303)
            var reader = try await test.browser(.reader)
            let page = try await reader.get(target)
            #expect(page.text.contains("Lễ hội") && page.text.contains("Chủ nhật 29/6/2025"))
            #expect(!page.text.contains("name=\"title\""))
            #expect(try await reader.post(target, right).status == 403)
            #expect(try await planner.post(target, [("do", "remove")]).status == 303)
            #expect(try await reader.get(target).text.contains("chưa gắn với sự kiện"))
        }
    }

    @Test("a plan compared with its replacement shows what stays and what ends")
    func compare() async throws {
        try await TestSite.with { test in
            try await Self.seed(test)
            var reader = try await test.browser(.reader)
            let page = try await reader.get("/plans/plan-2/compare?with=plan-3")
            #expect(page.text.contains("<b class=\"number\">2</b> Giữ nguyên"))
            #expect(page.text.contains("<b class=\"number\">1</b> Kết thúc"))
            let found = try await reader.get("/plans/plan-2/progress?find=plan+3")
            #expect(found.text.contains("<option value=\"plan-3\" selected>"))
            let nothing = try await reader.get("/plans/plan-2/progress?find=%25")
            #expect(
                nothing.text.contains("Không có kế hoạch đang hiệu lực nào")
                    && PageCheck(nothing.text).faults.isEmpty)
            // A draft that the asker can't know of isn't told of by comparing.
            #expect(try await reader.get("/plans/plan-2/compare?with=plan-1").status == 404)
        }
    }

    @Test("the curve steps up to all tasks and stays inside its frame")
    func curve() {
        let points: [BurnUpChart.Point] = [
            .init(week: 2900, due: 3, accepted: 1), .init(week: 2903, due: 7, accepted: 4),
        ]
        let today = CalendarDay(week: 2902)
        let text = BurnUpChart(points: points, total: 7, today: today).view(
            Screen(language: .vi, visitor: nil, address: Routes.home(), flash: nil, formToken: "")
        ).string
        #expect(text.contains("class=\"due\" d=\"M44 212H160V127H511V12H628\""), "\(text)")
        // What will be accepted after today is not drawn.
        #expect(text.contains("class=\"accepted\" d=\"M44 212H160V184H394\""), "\(text)")
        #expect(PageCheck("<h1>x</h1>" + text).faults.isEmpty)
    }
}
