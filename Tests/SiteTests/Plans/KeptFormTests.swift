import Domain
import HTTP
import Operations
import SQL
import Store
import Testing

@testable import Site

@Suite("What was typed into a form that couldn't be saved") struct KeptFormTests {
    private func draft(_ test: TestSite) async throws -> PlanDraft {
        try await ShowPlan(plan: Plan.ID("plan-1")).run(in: test.office, as: .commandLine).draft
    }

    private static let typed = [
        ("revision", "1"), ("do", "change"), ("task", "1-1"), ("text", "Chữ của tôi"),
        ("was-text", "Sở Y tế chủ trì tổ chức hội nghị"), ("lead", "Sở Y tế\r\nSở Nội vụ"),
        ("was-lead", "Sở Y tế"),
        ("with", "Báo tỉnh"), ("was-with", "Báo tỉnh"), ("when", "trước 30/6/2025"),
        ("was-when", "trước 30/6/2025"),
    ]

    /// Sends the form after a colleague's correction.
    private func late(_ test: TestSite, after edits: PlanEdit...) async throws -> (Answer, Browser) {
        try await test.draft()
        var browser = try await test.browser(.planner)
        let page = try await browser.get("/plans/plan-1/correct?edit=1-1")
        _ = try await CorrectPlan(plan: Plan.ID("plan-1"), revision: 1, edits: edits).run(
            in: test.office, as: .commandLine)
        let answer = try await browser.post("/plans/plan-1/corrections", Self.typed, token: page.formToken)
        return (answer, browser)
    }

    @Test("stands in the form beside what a colleague made of it, and can be saved over it")
    func conflict() async throws {
        try await TestSite.with { test in
            var (answer, browser) = try await late(
                test, after: .setTaskText(DraftTask.ID("1-1"), "Chữ của bạn"),
                .setParties(DraftTask.ID("1-1"), .with, [PartyEntry(name: "Công an tỉnh")]))
            #expect(answer.status == 409 && PageCheck(answer.text).faults.isEmpty)
            #expect(answer.text.contains("Chữ của tôi</textarea>"))
            #expect(answer.text.contains("<b>Hiện có:</b> <span lang=\"vi\">Chữ của bạn</span>"))
            #expect(answer.text.contains("Sở Y tế\nSở Nội vụ</textarea>"))
            #expect(
                answer.text.contains("\nCông an tỉnh</textarea>"), "an untouched field shows what stands now")
            #expect(answer.text.contains("Lưu đè") && answer.text.contains("Giữ bản hiện có"))
            let again = [
                ("revision", "2"), ("do", "change"), ("task", "1-1"), ("text", "Chữ của tôi"),
                ("lead", "Sở Y tế\nSở Nội vụ"), ("with", "Công an tỉnh"), ("when", "trước 30/6/2025"),
            ]
            let saved = try await browser.post("/plans/plan-1/corrections", again, token: answer.formToken)
            #expect(saved.status == 303)
            let task = try await draft(test).tasks[0]
            #expect(task.text.value == "Chữ của tôi" && task.with.map(\.name) == ["Công an tỉnh"])
        }
    }

    @Test("becomes a new task's form where a colleague deleted the task")
    func deleted() async throws {
        try await TestSite.with { test in
            let (answer, _) = try await late(test, after: .deleteTask(DraftTask.ID("1-1")))
            #expect(answer.status == 409 && PageCheck(answer.text).faults.isEmpty)
            #expect(answer.text.contains("Chữ của tôi</textarea>") && answer.text.contains("value=\"add\""))
            #expect(answer.text.contains("Mục bạn đang sửa không còn"))
        }
    }

    @Test("stands in the form beside the reason where it isn't understood")
    func refused() async throws {
        try await TestSite.with { test in
            try await test.draft()
            var browser = try await test.browser(.planner)
            let page = try await browser.get("/plans/plan-1/correct")
            let forms: [([(String, String)], String)] = [
                (
                    [("do", "change"), ("task", "1-1"), ("text", "Chữ của tôi"), ("when", "hôm nào đó")],
                    "hôm nào đó"
                ),
                (
                    [("do", "add"), ("text", "không có trong văn bản"), ("lead", "Sở Y tế")],
                    "không có trong văn bản"
                ),
                ([("do", "head"), ("title", "Tên mới"), ("date", "ngày kia")], "ngày kia"),
                ([("do", "addCitation"), ("number", "5/NQ"), ("date", "bữa trước")], "bữa trước"),
                (
                    [("do", "setReport"), ("task", "d1"), ("from", "Sở Y tế"), ("by", "cuối tuần")],
                    "cuối tuần"
                ),
                ([("do", "addContact"), ("name", ""), ("title", "Chuyên viên")], "Chuyên viên"),
                ([("do", "addRecipient"), ("name", "Ông A *** ***")], "Ông A *** ***"),
            ]
            for (fields, words) in forms {
                let answer = try await browser.post(
                    "/plans/plan-1/corrections", [("revision", "1")] + fields, token: page.formToken)
                if fields[0].1 == "addRecipient" { continue }
                #expect(answer.status == 422, "\(fields)")
                #expect(answer.text.contains(words) && PageCheck(answer.text).faults.isEmpty, "\(fields)")
                #expect(answer.text.contains("class=\"first\" name=\"do\" value=\"\(fields[0].1)\""))
            }
        }
    }
}

@Suite("Lists at the desk") struct DeskListTests {
    private func draft(_ test: TestSite) async throws -> PlanDraft {
        try await ShowPlan(plan: Plan.ID("plan-1")).run(in: test.office, as: .commandLine).draft
    }

    @Test("every kind of found thing is added, changed and deleted")
    func everyKind() async throws {
        try await TestSite.with { test in
            try await test.draft()
            var browser = try await test.browser(.planner)
            let fields: [ListKind: [(String, String)]] = [
                .report: [("from", "Sở Y tế"), ("by", "20/11 hằng năm")],
                .citation: [
                    ("number", "Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015"), ("basis", "yes"),
                ],
                .recipient: [("name", "- Báo tỉnh;")],
                .contact: [("name", "Đinh Lyơn"), ("phone", "0900000009")],
            ]
            for kind in ListKind.allCases {
                for verb in ["add", "set", "delete"] {
                    let query = verb == "add" ? "?edit=new-\(kind.rawValue)" : ""
                    let page = try await browser.get("/plans/plan-1/correct" + query)
                    #expect(verb != "add" || page.text.contains("value=\"\(kind.act("add"))\""))
                    let id = try await last(kind, test)
                    let revision = try #require(page.hidden("revision").first)
                    let sent = try await browser.post(
                        "/plans/plan-1/corrections",
                        [("revision", revision), ("do", kind.act(verb)), ("task", id)] + (fields[kind] ?? []),
                        token: page.formToken)
                    #expect(sent.status == 303, "\(kind.act(verb))")
                    #expect(try await count(kind, test) == (verb == "delete" ? 1 : 2), "\(kind.act(verb))")
                    if verb != "add" { continue }
                    let now = try await draft(test)
                    switch kind {
                    case .report: #expect(now.reports.last?.by == PartialDay("--11-20"))
                    case .citation:
                        #expect(now.citations.last?.number == "72/2015/NĐ-CP" && now.bases.count == 2)
                        #expect(now.citations.last?.date == PartialDay("2015-09-07"))
                    case .recipient:
                        #expect(now.recipients.contains { $0.name == "Báo tỉnh" && $0.range != nil })
                    case .contact:
                        #expect(now.contacts.contains { $0.name == "Đinh Lyơn" && $0.range != nil })
                    }
                }
            }
        }
    }

    private func last(_ kind: ListKind, _ test: TestSite) async throws -> String {
        let now = try await draft(test)
        return switch kind {
        case .report: now.reports.last { $0.confirmation != nil }?.id.rawValue ?? ""
        case .citation: now.citations.last { $0.confirmation != nil }?.id.rawValue ?? ""
        case .recipient: now.recipients.last { $0.confirmation != nil }?.id.rawValue ?? ""
        case .contact: now.contacts.last { $0.confirmation != nil }?.id.rawValue ?? ""
        }
    }

    private func count(_ kind: ListKind, _ test: TestSite) async throws -> Int {
        let now = try await draft(test)
        return switch kind {
        case .report: now.reports.count
        case .citation: now.citations.count
        case .recipient: now.recipients.count
        case .contact: now.contacts.count
        }
    }

    @Test("the page of issuing leads to each doubt's place at the desk, also on a later part")
    func doubts() async throws {
        try await TestSite.with { test in
            let text = TestSite.text + String(repeating: "\n", count: 700) + "Cuối văn bản"
            try await test.draft(text: text) { draft in
                draft.tasks[1].lead = []
                let end = TextRange(text.utf8.count - 5, text.utf8.count)
                draft.warnings.append(
                    DraftWarning(id: "w2", code: "test", vietnamese: "Xem lại.", english: "Look.", range: end)
                )
            }
            var browser = try await test.browser(.planner)
            let page = try await browser.get("/plans/plan-1/issue").text
            #expect(
                page.contains("href=\"/plans/plan-1/correct#w0\"") && page.contains("#f-t2-2\">1 nhiệm vụ"))
            #expect(page.contains("href=\"/plans/plan-1/correct?part=2#w1\""))
            #expect(try await browser.get("/plans/plan-1/correct?part=2").text.contains("id=\"w1\""))
        }
    }

    @Test("what a later reading left without a place is listed with its words, and can be let go")
    func conflicts() async throws {
        try await TestSite.with { test in
            try await test.draft()
            let plan = Plan.ID("plan-1")
            _ = try await CorrectPlan(
                plan: plan, revision: 1, edits: [.setTaskText(DraftTask.ID("1-1"), "Gọi 0912345678 mời họp")]
            ).run(in: test.office, as: .commandLine)
            try await test.office.pool.write { db in
                guard var reading = try db.planReading(plan) else { return }
                reading.tasks.removeFirst()
                try db.replaceReading(of: plan, by: reading, at: TestSite.now)
            }
            var browser = try await test.browser(.planner)
            let page = try await browser.get("/plans/plan-1/correct")
            #expect(page.text.contains("id=\"conflicts\"") && page.text.contains("mời họp"))
            #expect(page.text.contains("không còn mục này") && !page.text.contains("0912345678"))
            let sent = try await browser.post(
                "/plans/plan-1/corrections",
                [("revision", "2"), ("do", "dismiss"), ("warning", "correction-1")],
                token: page.formToken)
            #expect(sent.status == 303)
            #expect(try await !browser.get("/plans/plan-1/correct").text.contains("id=\"conflicts\""))
        }
    }
}
