import Domain
import HTTP
import Operations
import Store
import Testing

@testable import Site

@Suite("The list of tasks") struct TasksPageTests {
    private func issue(_ test: TestSite, _ name: String, lead: String, with: String) async throws {
        let plan = try await test.draft(name, title: "Kế hoạch \(name)") {
            // A duty to report would open a task too.
            $0.reports = []
            $0.tasks = [
                DraftTask(
                    id: Identifier("1-1"), at: "II.1",
                    text: Marked("Việc của \(name)", range: nil, rule: "test"),
                    lead: [Party(name: lead)], with: [Party(name: with)], range: nil)
            ]
        }
        _ = try await IssuePlan(plan: plan.id, revision: plan.revision).run(
            in: test.office, as: .commandLine)
    }

    @Test("one agency stands once in the filter, and each of its spellings finds all its tasks")
    func spellings() async throws {
        try await TestSite.with { test in
            try await issue(test, "one", lead: "UBND các huyện, thành phố", with: "Sở VHTTDL")
            try await issue(
                test, "two", lead: "Ủy ban nhân dân các huyện, thành phố có liên quan",
                with: "Sở Văn hóa, Thể thao và Du lịch")
            var reader = try await test.browser(.reader)
            let page = try await reader.get("/tasks").text
            let leads = page.matches(of: /name="agency" value="([^"]*các huyện[^"]*)"/)
            #expect(leads.count == 1)
            for lead in ["UBND các huyện, thành phố", "ủy ban nhân dân các huyện và thành phố"] {
                let found = try await reader.get("/tasks?agency=\(PercentEncoding.encode(lead))").text
                #expect(found.contains("Việc của one") && found.contains("Việc của two"), "\(lead)")
                #expect(found.contains("name=\"agency\" value=\"\(lead)\" checked>"))
            }
            let with = try await reader.get("/tasks?with=\(PercentEncoding.encode("sở vhttdl"))").text
            #expect(with.contains("Việc của one") && with.contains("Việc của two"))
            let none = try await reader.get("/tasks?agency=\(PercentEncoding.encode("sở vhttdl"))").text
            #expect(!none.contains("Việc của one"), "it coordinates, it doesn't lead")
            let plan = try await reader.get("/tasks?plan=two").text
            #expect(plan.contains("Việc của two") && !plan.contains("Việc của one"))
            #expect(plan.contains("mục <span lang=\"vi\">II.1</span>") && PageCheck(plan).faults.isEmpty)
        }
    }

    @Test("an export has every row of the filter, however many pages that are")
    func export() async throws {
        try await TestSite.with { test in
            let count = PageLimit.largest + 3
            let plan = try await test.draft("many", title: "Kế hoạch lớn") {
                $0.reports = []
                $0.tasks = (1...count).map {
                    DraftTask(
                        id: Identifier("t-\($0)"), text: Marked("Việc số \($0).", range: nil, rule: "test"),
                        lead: [Party(name: $0 % 2 == 0 ? "Sở Y tế" : "Sở Nội vụ")], range: nil)
                }
            }
            _ = try await IssuePlan(plan: plan.id, revision: plan.revision).run(
                in: test.office, as: .commandLine)
            var reader = try await test.browser(.reader)
            func rows(_ query: String) async throws -> [Substring] {
                let csv = try await reader.get("/tasks.csv?\(query)")
                #expect(csv.status == 200 && csv.headers["Content-Disposition"]?.contains(".csv") == true)
                return Array(csv.text.split(separator: "\r\n").dropFirst())
            }
            let all = try await rows("")
            #expect(all.count == count && all.last?.contains("Việc số \(count).") == true)
            #expect(try await rows("agency=so+y+te").count == count / 2)
            let workbook = try await reader.get("/tasks.xlsx")
            #expect(workbook.status == 200 && workbook.headers["Content-Type"] == TaskWorkbook.mediaType)
            #expect(TooManyRows(count: 1_048_576).vietnamese.contains("1048575"))
        }
    }

    @Test("several agencies and plans are asked for at once, and each is taken off alone")
    func several() async throws {
        try await TestSite.with { test in
            try await issue(test, "one", lead: "Sở A", with: "Báo tỉnh")
            try await issue(test, "two", lead: "Sở B", with: "Đài tỉnh")
            try await issue(test, "three", lead: "Sở C", with: "Báo tỉnh")
            var reader = try await test.browser(.reader)
            func shown(_ query: String) async throws -> Set<String> {
                let page = try await reader.get("/tasks?" + query).text
                #expect(PageCheck(page).faults.isEmpty, "\(query): \(PageCheck(page).faults)")
                return Set(page.matches(of: /class="clamped">Việc của ([a-z]+)</).map { String($0.1) })
            }
            #expect(try await shown("agency=S%E1%BB%9F+A&agency=so+b") == ["one", "two"])
            #expect(try await shown("plan=one&plan=three") == ["one", "three"])
            #expect(try await shown("plan=one&plan=two&with=b%C3%A1o+t%E1%BB%89nh") == ["one"])
            #expect(try await shown("agency=S%E1%BB%9F+A&with=%C4%90%C3%A0i+t%E1%BB%89nh") == [])
            let page = try await reader.get("/tasks?plan=one&plan=three&sort=newest").text
            #expect(page.contains("2 nhiệm vụ") && page.contains("Đã chọn 2"))
            #expect(page.contains("href=\"/tasks?plan=three&amp;sort=newest\""))
            #expect(page.contains("/tasks.csv?plan=one&amp;plan=three&amp;sort=newest"))
            // The other choices count what they would find beside this one.
            #expect(
                page.firstMatch(
                    of: /value="Báo tỉnh">[^<]*<span lang="vi">Báo tỉnh<\/span> <span class="number soft">2</)
                    != nil)
            #expect(!page.contains("value=\"Đài tỉnh\""))
        }
    }

    @Test("every order lists every task once over its pages")
    func orders() async throws {
        try await TestSite.with { test in
            let count = PageLimit.standard * 2 + 5
            let plan = try await test.draft("many", title: "Kế hoạch lớn") {
                $0.reports = []
                $0.tasks = (1...count).map {
                    DraftTask(
                        id: Identifier("t-\($0)"), text: Marked("Việc số \($0).", range: nil, rule: "test"),
                        lead: [Party(name: ["Sở C", "Sở A", "Sở B"][$0 % 3])], range: nil)
                }
            }
            _ = try await IssuePlan(plan: plan.id, revision: plan.revision).run(
                in: test.office, as: .commandLine)
            var reader = try await test.browser(.reader)
            for order in TaskOrder.allCases {
                var (numbers, leads): ([Int], [String]) = ([], [])
                var next: String? = "/tasks?sort=\(order.rawValue)"
                while let address = next {
                    let page = try await reader.get(address).text
                    numbers += page.matches(of: /Việc số ([0-9]+)\./).compactMap { Int($0.1) }
                    leads += page.matches(of: /data-label="Chủ trì">(Sở [ABC])</).map { String($0.1) }
                    next = page.firstMatch(of: /rel="next" href="([^"]*)"/).map {
                        String($0.1).replacing("&amp;", with: "&")
                    }
                }
                #expect(numbers.sorted() == Array(1...count), "\(order)")
                switch order {
                case .due, .plan: #expect(numbers == Array(1...count))
                case .newest: #expect(numbers == (1...count).reversed())
                case .lead: #expect(leads == leads.sorted() && leads.count == count)
                }
            }
        }
    }
}
