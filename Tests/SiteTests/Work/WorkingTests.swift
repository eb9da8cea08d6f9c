import Domain
import HTTP
import Operations
import Store
import Testing

@testable import Site

@Suite("Working on tasks") struct WorkingTests {
    static let department = "Sở Văn hóa, Thể thao và Du lịch"

    /// An issued plan of the department whose tasks the department itself leads, and their identifiers.
    private func issue(_ test: TestSite, tasks count: Int = 1) async throws -> [String] {
        let plan = try await test.draft("plan-1") {
            $0.tasks = (1...count).map {
                DraftTask(
                    id: Identifier("1-\($0)"), at: "II.\($0)",
                    text: Marked("Việc số \($0)", range: nil, rule: "test"),
                    lead: [Party(name: Self.department, agency: test.department)], range: nil)
            }
        }
        let issued = try await IssuePlan(plan: plan.id, revision: plan.revision).run(
            in: test.office, as: .commandLine)
        return try await ListTasks(TaskFilter(plans: [issued.id]), by: .plan).run(
            in: test.office, as: .commandLine
        ).items.filter { $0.task.kind == .duty }.map(\.task.id.rawValue)
    }

    /// What the page's forms for work do.
    private func offered(_ page: Answer) -> Set<String> {
        Set(page.text.matches(of: /name="do" value="([A-Za-z]+)"/).map { String($0.1) })
    }

    @Test("a page offers each role what it may do, and is nobody else's")
    func offers() async throws {
        try await TestSite.with { test in
            let task = try await issue(test)[0]
            var member = try await test.browser(.member)
            var planner = try await test.browser(.planner)
            var reader = try await test.browser(.reader)
            for _ in 1...2 {
                // The second time around the pages are kept ones.
                let lead = offered(try await member.get("/tasks/\(task)"))
                #expect(lead.isSuperset(of: ["start", "submit", "comment", "file", "photo", "link"]))
                #expect(lead.isDisjoint(with: ["accept", "return", "cancel", "remind"]))
                let judge = offered(try await planner.get("/tasks/\(task)"))
                #expect(judge.isSuperset(of: ["cancel", "remind", "setRhythm"]))
                #expect(offered(try await reader.get("/tasks/\(task)")).isEmpty)
            }
        }
    }

    @Test("a planner reckons a duty's periods by the decree, and words without a day are shown as such")
    func rhythm() async throws {
        try await TestSite.with { test in
            let plan = try await test.draft("plan-1") {
                $0.tasks = [
                    DraftTask(
                        id: Identifier("1"), text: Marked("Báo cáo", range: nil, rule: "test"),
                        lead: [Party(name: Self.department, agency: test.department)],
                        timeWords: "hằng quý, 6 tháng và năm", range: nil),
                    DraftTask(
                        id: Identifier("2"), text: Marked("Diễn tập", range: nil, rule: "test"),
                        lead: [Party(name: Self.department, agency: test.department)],
                        timeWords: "trước mùa lũ", range: nil),
                ]
            }
            let issued = try await IssuePlan(plan: plan.id, revision: plan.revision).run(
                in: test.office, as: .commandLine)
            let tasks = try await ListTasks(TaskFilter(plans: [issued.id]), by: .plan).run(
                in: test.office, as: .commandLine
            ).items.map(\.task)
            var planner = try await test.browser(.planner)
            let flood = try await planner.get("/tasks/\(tasks[1].id.rawValue)").text
            #expect(flood.contains("“trước mùa lũ”") && flood.contains("lời văn không nêu ngày cụ thể"))
            let target = "/tasks/\(tasks[0].id.rawValue)"
            let before = try await planner.get(target).text
            #expect(before.contains("Hằng quý") && !before.contains("Kỳ tính theo"))
            let answer = try await planner.post(
                target + "/work",
                [
                    ("do", "setRhythm"), ("revision", String(tasks[0].revision)), ("rhythm", "quarter"),
                    ("reporting", "law"),
                ])
            #expect(answer.status == 303)
            let after = try await planner.get(target).text
            #expect(after.contains("Kỳ tính theo Nghị định 09/2019/NĐ-CP, Điều 12, 13"))
            // The clock stands at 21 November 2025: the year's report takes the place of the fourth quarter's.
            #expect(after.contains("Năm <b class=\"date\">15/12/2024 – 14/12/2025</b>"))
            #expect(after.contains("25/12/2025") && PageCheck(after).faults.isEmpty)
            let refused = try await planner.post(
                target + "/work",
                [
                    ("do", "setRhythm"), ("revision", String(tasks[0].revision + 1)), ("rhythm", "week"),
                    ("reporting", "law"),
                ])
            #expect(refused.status == 422 && refused.text.contains("không có kỳ nào cho nhịp"))
        }
    }

    @Test("whoever hands in sees which coordinators nobody asked, and may say why")
    func neverAsked() async throws {
        try await TestSite.with { test in
            let top = try await ListAgencies().run(in: test.office, as: .commandLine)[0]
            let other = try await CreateAgency(name: "Sở Y tế", parent: top.id).run(
                in: test.office, as: .commandLine)
            let plan = try await test.draft("plan-1") {
                $0.tasks = [
                    DraftTask(
                        id: Identifier("1"), text: Marked("Tập huấn", range: nil, rule: "test"),
                        lead: [Party(name: Self.department, agency: test.department)],
                        with: [Party(name: "Sở Y tế", agency: other.id)], range: nil)
                ]
            }
            let issued = try await IssuePlan(plan: plan.id, revision: plan.revision).run(
                in: test.office, as: .commandLine)
            let task = try #require(
                try await ListTasks(TaskFilter(plans: [issued.id]), by: .plan).run(
                    in: test.office, as: .commandLine
                ).items.first?.task)
            var member = try await test.browser(.member)
            let page = try await member.get("/tasks/\(task.id.rawValue)").text
            #expect(page.contains("chưa ai đề nghị họ phần việc nào: <span lang=\"vi\">Sở Y tế</span>"))
            #expect(page.contains("Không bắt buộc.") && PageCheck(page).faults.isEmpty)
            let answer = try await member.post(
                "/tasks/\(task.id.rawValue)/work",
                [
                    ("do", "submit"), ("revision", String(task.revision)), ("note", "Xong"),
                    ("why", "Sở tự tổ chức"),
                ])
            #expect(answer.status == 303)
            #expect(try await member.get("/tasks/\(task.id.rawValue)").text.contains("Sở tự tổ chức"))
        }
    }

    @Test("a task's page and a desk are whole in both languages, in every state")
    func wellFormed() async throws {
        try await TestSite.with { test in
            let tasks = try await issue(test, tasks: 2)
            let patterns = SitePages(test.site).entries.map(\.pattern)
            var member = try await test.browser(.member)
            var planner = try await test.browser(.planner)
            func look(_ browser: inout Browser) async throws {
                for language in Language.allCases {
                    _ = try await browser.get("/language/\(language.rawValue)")
                    for target in [
                        "/tasks/\(tasks[0])", "/work", "/work?list=due", "/work?list=ended",
                        "/work?list=mine",
                    ] {
                        let answer = try await browser.get(target)
                        let check = PageCheck(answer.text)
                        #expect(answer.status == 200 && check.faults.isEmpty, "\(target): \(check.faults)")
                        for link in check.links where link.hasPrefix("/") {
                            #expect(
                                patterns.contains { PagesTests.matches(link, $0) },
                                "\(target) leads to \(link)")
                        }
                    }
                }
            }
            let steps: [(isPlanner: Bool, fields: [(String, String)])] = [
                (false, [("do", "start"), ("revision", "1")]),
                (false, [("do", "askForTime"), ("day", "2026-12-31"), ("reason", "Chờ kinh phí")]),
                (true, [("do", "refuseTime"), ("words", "Đã có kinh phí")]),
                (
                    false,
                    [
                        ("do", "link"), ("place", "task"), ("address", "https://example.vn/tin"),
                        ("title", "Tin"),
                    ]
                ),
                (false, [("do", "comment"), ("text", "Đang làm\nsắp xong")]),
                (true, [("do", "remind"), ("words", "Sắp đến hạn")]),
                (false, [("do", "submit"), ("revision", "3"), ("note", "Xong")]),
                (true, [("do", "return"), ("revision", "4"), ("reason", "Thiếu số liệu")]),
                (false, [("do", "submit"), ("revision", "5"), ("note", "Xong hẳn")]),
                (true, [("do", "accept"), ("revision", "6")]),
            ]
            try await look(&member)
            for step in steps {
                var browser = step.isPlanner ? planner : member
                let done = try await browser.post("/tasks/\(tasks[0])/work", step.fields)
                #expect(
                    done.status == 303,
                    "\(step.fields[0]): \(done.status) \(done.text.firstMatch(of: /class="wrong"[^<]*<?[^<]*/)?.0 ?? "")"
                )
                if step.isPlanner { planner = browser } else { member = browser }
                try await look(&member)
                try await look(&planner)
            }
            _ = try await member.get("/language/vi")
            let page = try await member.get("/tasks/\(tasks[0])").text
            for words in [
                "Hoàn thành", "Thiếu số liệu", "Chờ kinh phí", "Đã có kinh phí", "https://example.vn/tin",
                "Sắp đến hạn",
            ] {
                #expect(page.contains(words), "\(words)")
            }
        }
    }

    @Test("the second of two sees what stands now beside what was typed, and sends it again")
    func conflict() async throws {
        try await TestSite.with { test in
            let task = try await issue(test)[0]
            var member = try await test.browser(.member)
            var planner = try await test.browser(.planner)
            _ = try await planner.post("/tasks/\(task)/work", [("do", "start"), ("revision", "1")])
            let late = try await member.post(
                "/tasks/\(task)/work", [("do", "submit"), ("revision", "1"), ("note", "Gõ rất lâu <b>")])
            #expect(late.status == 409)
            #expect(late.text.contains("Bạn đã nhập") && late.text.contains("Đang thực hiện"))
            #expect(
                late.text.contains(">Gõ rất lâu &lt;b></textarea>")
                    || late.text.contains(">Gõ rất lâu &lt;b&gt;</textarea>"))
            #expect(late.text.contains("Người planner"))
            #expect(PageCheck(late.text).faults.isEmpty)
            let again = try await member.post(
                "/tasks/\(task)/work", [("do", "submit"), ("revision", "2"), ("note", "Gõ rất lâu")])
            #expect(again.status == 303)
        }
    }

    @Test("what a rule refuses stands open again with its words")
    func refused() async throws {
        try await TestSite.with { test in
            let task = try await issue(test)[0]
            var member = try await test.browser(.member)
            let bad: [([(String, String)], String)] = [
                (
                    [
                        ("do", "link"), ("place", "task"), ("address", "javascript:alert(1)"),
                        ("title", "Tên bài"),
                    ], "Tên bài"
                ),
                ([("do", "askForTime"), ("day", "2001-01-01"), ("reason", "Lý do dài")], "Lý do dài"),
                ([("do", "comment"), ("text", " ")], "textarea"),
            ]
            for (fields, words) in bad {
                let answer = try await member.post("/tasks/\(task)/work", fields)
                #expect(answer.status == 422 && answer.text.contains(words), "\(fields[0])")
                #expect(answer.text.contains("role=\"alert\""))
                #expect(PageCheck(answer.text).faults.isEmpty)
            }
            var reader = try await test.browser(.reader)
            #expect(
                try await reader.post("/tasks/\(task)/work", [("do", "start"), ("revision", "1")]).status
                    == 403)
            #expect(try await member.post("/tasks/\(task)/work", [("do", "nothing")]).status == 400)
        }
    }

    @Test("members and planners begin at their desk, others at the plans")
    func start() async throws {
        try await TestSite.with { test in
            for (role, place) in [
                (Role.member, "/work"), (.planner, "/work"), (.reader, "/plans"), (.administrator, "/plans"),
            ] {
                var browser = try await test.browser(role)
                #expect(try await browser.get("/").headers["Location"] == place)
            }
            var member = try await test.browser(.member)
            #expect(try await member.get("/work?agency=none").status == 404)
            let empty = try await member.get("/work").text
            #expect(
                empty.contains("Hôm nay không có việc nào đến hạn.") && !empty.contains("type=\"checkbox\""))
        }
    }

    @Test("work on many tells of each, and nothing ticked is no work")
    func many() async throws {
        try await TestSite.with { test in
            let tasks = try await issue(test, tasks: 3)
            var member = try await test.browser(.member)
            _ = try await member.post("/tasks/\(tasks[0])/work", [("do", "start"), ("revision", "1")])
            let fields = [("verb", "start"), ("list", "due"), ("agency", test.department.rawValue)]
            let done = try await member.post("/work", fields + tasks.map { ("task", "\($0):1") })
            #expect(done.status == 200 && PageCheck(done.text).faults.isEmpty)
            #expect(done.text.matches(of: /Đã xong/).count == 2)
            #expect(done.text.contains("Có người vừa cập nhật nhiệm vụ này."))
            // The one that was refused stays ticked, with its present revision.
            #expect(
                done.text.contains("value=\"\(tasks[0]):2\"")
                    && done.text.matches(of: /" checked>/).count == 1)
            let none = try await member.post("/work", fields)
            #expect(none.status == 422 && none.text.contains("Hãy đánh dấu ít nhất một việc."))
            let judge = try await member.post(
                "/work", [("verb", "return"), ("words", "Thiếu"), ("task", "\(tasks[1]):2")])
            #expect(judge.text.contains("không có quyền"))
        }
    }

    @Test("today's work stands first, then what is late, then what comes; each once")
    func today() async throws {
        try await TestSite.with { test in
            // The tests' day is 21 November 2025 in Vietnam.
            let days = ["2025-11-21", "2025-11-01", "2025-12-01"]
            let plan = try await test.draft("plan-1") {
                $0.tasks = days.enumerated().map { place, day in
                    DraftTask(
                        id: Identifier("1-\(place)"),
                        text: Marked("Việc hạn \(day)", range: nil, rule: "test"),
                        lead: [Party(name: Self.department, agency: test.department)],
                        time: PartialDay(day).map {
                            Marked(.by($0, before: false), range: nil, rule: "test")
                        },
                        range: nil)
                }
            }
            _ = try await IssuePlan(plan: plan.id, revision: plan.revision).run(
                in: test.office, as: .commandLine)
            var member = try await test.browser(.member)
            let page = try await member.get("/work").text
            let order =
                ["Hạn hôm nay</h2>"] + days.prefix(1) + ["Quá hạn</h2>", days[1], "Sắp tới</h2>", days[2]]
            var rest = page[...]
            for words in order {
                let found = rest.firstRange(of: words)
                #expect(found != nil, "\(words) stands where it should")
                if let found { rest = rest[found.upperBound...] }
            }
            for day in days {
                #expect(page.matches(of: /class="clamped">Việc hạn ([0-9-]+)</).count { $0.1 == day } == 1)
            }
            let late = try await member.get("/work?list=overdue").text
            #expect(late.contains("hạn 2025-11-01") && !late.contains("hạn 2025-11-21"))
        }
    }

    @Test("colleagues are told to those who may give them work")
    func colleagues() async throws {
        try await TestSite.with { test in
            let names = try await ListColleagues(of: test.department).run(in: test.office, as: .commandLine)
                .map(\.displayName)
            #expect(names == ["Người member", "Người planner"])
            await #expect(throws: AccessRefused.notAllowed) {
                try await ListColleagues(of: test.department).run(in: test.office, as: .nobody)
            }
        }
    }
}
