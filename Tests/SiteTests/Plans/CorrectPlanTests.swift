import Domain
import HTTP
import Operations
import Testing

@testable import Site

@Suite("Correcting a plan through its page") struct CorrectPlanTests {
    /// The draft as the office holds it now.
    private func draft(_ test: TestSite) async throws -> PlanView {
        try await ShowPlan(plan: Plan.ID("plan-1")).run(in: test.office, as: .commandLine)
    }

    private func correct(_ browser: inout Browser, _ fields: [(String, String)]) async throws -> Answer {
        let page = try await browser.get("/plans/plan-1/correct")
        let revision = try #require(page.hidden("revision").first)
        return try await browser.post(
            "/plans/plan-1/corrections", [("revision", revision)] + fields, token: page.formToken)
    }

    @Test("words, parties and time of a task can be changed, undone and redone")
    func change() async throws {
        try await TestSite.with { test in
            try await test.draft()
            var planner = try await test.browser(.planner)
            let answer = try await correct(
                &planner,
                [
                    ("do", "change"), ("task", "1-1"), ("text", "Sở Y tế tổ chức hội nghị"),
                    ("lead", "Sở Y tế\nSở Nội vụ"),
                    ("with", ""), ("when", "quý III/2025"),
                ])
            #expect(answer.status == 303)
            #expect(answer.headers["Location"]?.hasSuffix("#f-t1-1") == true)
            var task = try #require(try await draft(test).draft.tasks.first)
            #expect(task.text.value == "Sở Y tế tổ chức hội nghị")
            #expect(task.lead.map(\.name) == ["Sở Y tế", "Sở Nội vụ"])
            #expect(task.lead[0].range != nil, "a party that stays keeps its words")
            #expect(task.with.isEmpty)
            #expect(task.time?.value == .by(PartialDay("2025-09-30")!, before: false))
            for _ in 0..<1 { _ = try await correct(&planner, [("do", "undo")]) }
            task = try #require(try await draft(test).draft.tasks.first)
            #expect(task.time?.value == .by(PartialDay("2025-06-30")!, before: true))
            _ = try await correct(&planner, [("do", "redo")])
            task = try #require(try await draft(test).draft.tasks.first)
            #expect(task.time?.value == .by(PartialDay("2025-09-30")!, before: false))
        }
    }

    @Test("words that a person wrote are what is cut, not the document's")
    func ownWords() async throws {
        try await TestSite.with { test in
            try await test.draft()
            var planner = try await test.browser(.planner)
            func form() async throws -> Answer { try await planner.get("/plans/plan-1/correct?split=1-1") }
            let document = try await form().text
            #expect(
                !document.contains("name=\"in\"") && document.contains("Hoàn thành trước ngày 30/6/2025. …"))
            _ = try await correct(
                &planner,
                [
                    ("do", "change"), ("task", "1-1"), ("text", "Họp báo; viết bài."), ("lead", "Sở Y tế"),
                    ("with", ""), ("when", "30/6/2025"),
                ])
            let own = try await form()
            #expect(PageCheck(own.text).faults.isEmpty)
            #expect(own.text.contains("name=\"in\" value=\"words\"") && own.text.contains("data-own-words"))
            #expect(own.text.contains("value=\"\("Họp báo; ".utf8.count)\" selected>viết bài. …"))
            let answer = try await correct(
                &planner,
                [("do", "split"), ("task", "1-1"), ("in", "words"), ("at", "\("Họp báo; ".utf8.count)")])
            #expect(answer.status == 303)
            let tasks = try await draft(test).draft.tasks
            #expect(tasks.map(\.text.value).prefix(2) == ["Họp báo;", "viết bài."])
            #expect(tasks.prefix(2).allSatisfy { $0.range != nil && $0.lead.map(\.name) == ["Sở Y tế"] })
        }
    }

    @Test("a task is added by picked bytes, or without a script by words that stand in the document")
    func add() async throws {
        try await TestSite.with { test in
            try await test.draft()
            var planner = try await test.browser(.planner)
            let words = "Công tác thông tin\n đối ngoại"
            #expect(try await correct(&planner, [("do", "add"), ("text", words)]).status == 303)
            #expect(
                try await draft(test).draft.tasks.map(\.text.value).contains("Công tác thông tin đối ngoại"))
            #expect(
                try await correct(&planner, [("do", "add"), ("text", "x"), ("lower", "0"), ("upper", "10")])
                    .status == 303)
            #expect(try await draft(test).draft.tasks.count == 4)
            let whole = [
                ("do", "add"), ("text", "Liên hệ: Đinh Lyơn"), ("lead", "Sở Y tế\nSở Nội vụ"),
                ("when", "thường xuyên"),
            ]
            #expect(try await correct(&planner, whole).status == 303)
            let task = try #require(
                try await draft(test).draft.tasks.first { $0.text.value.hasPrefix("Liên hệ") })
            #expect(task.lead.map(\.name) == ["Sở Y tế", "Sở Nội vụ"] && task.time?.value == .continuous)
            let wrong = try await correct(&planner, [("do", "add"), ("text", "câu không có trong văn bản")])
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("Không tìm thấy câu chữ này"))
        }
    }

    @Test("a task is split at a sentence, merged with its neighbour, confirmed and deleted")
    func splitAndMerge() async throws {
        try await TestSite.with { test in
            try await test.draft()
            var planner = try await test.browser(.planner)
            let form = try await planner.get("/plans/plan-1/correct?split=1-1")
            let place = try #require(
                form.text.firstMatch(of: /<option value="([0-9]+)"(?: selected)?>phối hợp với/)
            ).1
            #expect(
                try await correct(&planner, [("do", "split"), ("task", "1-1"), ("at", String(place))]).status
                    == 303)
            var tasks = try await draft(test).draft.tasks
            #expect(tasks.count == 3)
            #expect(
                try await correct(
                    &planner,
                    [("do", "merge"), ("task", tasks[0].id.rawValue), ("other", tasks[1].id.rawValue)]
                )
                .status == 303)
            #expect(try await draft(test).draft.tasks.count == 2)
            #expect(try await correct(&planner, [("do", "confirm"), ("task", "2-2")]).status == 303)
            tasks = try await draft(test).draft.tasks
            #expect(TaskPart.allCases.allSatisfy { tasks[1].isConfirmed($0) })
            #expect(try await correct(&planner, [("do", "delete"), ("task", "2-2")]).status == 303)
            #expect(try await draft(test).draft.tasks.count == 1)
        }
    }

    @Test("the head is changed field by field, and a date that isn't one is refused with an example")
    func head() async throws {
        try await TestSite.with { test in
            try await test.draft()
            var planner = try await test.browser(.planner)
            let fields = [
                ("do", "head"), ("title", "Trích yếu mới"), ("number", "05/KH-UBND"), ("date", "05/01/2025"),
            ]
            #expect(try await correct(&planner, fields).status == 303)
            let view = try await draft(test)
            #expect(view.draft.title.value == "Trích yếu mới")
            #expect(view.draft.date?.value == PartialDay("2025-01-05"))
            #expect(view.draft.number?.confirmation == nil, "an untouched field is left alone")
            let wrong = try await correct(&planner, [("do", "head"), ("date", "hôm qua")])
            #expect(wrong.status == 422 && wrong.text.contains("Không hiểu ngày"))
        }
    }

    @Test("the second of two editors is told, and nothing is overwritten")
    func second() async throws {
        try await TestSite.with { test in
            try await test.draft()
            var one = try await test.browser(.planner)
            var other = try await test.browser(.planner)
            let (first, second) = (
                try await one.get("/plans/plan-1/correct"), try await other.get("/plans/plan-1/correct")
            )
            let fields = [("revision", "1"), ("do", "delete"), ("task", "1-1")]
            #expect(
                try await one.post("/plans/plan-1/corrections", fields, token: first.formToken).status == 303)
            let late = try await other.post(
                "/plans/plan-1/corrections", [("revision", "1"), ("do", "delete"), ("task", "2-2")],
                token: second.formToken)
            #expect(late.status == 409)
            #expect(late.text.contains("Có người vừa sửa kế hoạch này"))
            #expect(late.text.contains("name=\"revision\" value=\"2\""))
            #expect(try await draft(test).draft.tasks.map(\.id.rawValue) == ["2-2"])
        }
    }

    @Test("telephone numbers of persons are masked on every page of a plan")
    func phones() async throws {
        try await TestSite.with { test in
            try await test.draft()
            var planner = try await test.browser(.planner)
            for target in ["/plans/plan-1", "/plans/plan-1/correct", "/plans/plan-1/issue"] {
                let answer = try await planner.get(target)
                #expect(answer.status == 200 && !answer.text.contains("0900000002"), "\(target)")
            }
            #expect(try await planner.get("/plans/plan-1/correct").text.contains("*******002"))
        }
    }

    @Test("ten thousand tasks come in parts that each stay small")
    func many() async throws {
        try await TestSite.with { test in
            var text = ""
            var tasks: [DraftTask] = []
            for number in 1...10_000 {
                let start = text.utf8.count
                text += "- Sở Y tế thực hiện việc \(number).\n"
                let range = TextRange(start, text.utf8.count - 1)
                tasks.append(
                    DraftTask(
                        id: Identifier("\(start)-x"),
                        text: Marked("việc \(number)", range: range, rule: "test"),
                        lead: [Party(name: "Sở Y tế")], range: range))
            }
            let made = tasks
            try await test.draft(text: text) { $0.tasks = made }
            var planner = try await test.browser(.planner)
            for part in [1, 9, 17] {
                let answer = try await planner.get("/plans/plan-1/correct?part=\(part)")
                #expect(answer.status == 200 && answer.text.utf8.count < 3_000_000)
                #expect(PageCheck(answer.text).faults.isEmpty)
            }
            let plan = try await planner.get("/plans/plan-1")
            #expect(plan.text.utf8.count < 400_000)
        }
    }

    @Test("tasks that all begin at one place are cut into parts too")
    func samePlace() async throws {
        try await TestSite.with { test in
            let made = (1...1_000).map { number in
                DraftTask(
                    id: Identifier("x-\(number)"), text: Marked("việc \(number)", range: nil, rule: "test"),
                    lead: [], range: TextRange(0, 8))
            }
            try await test.draft { $0.tasks = made }
            var planner = try await test.browser(.planner)
            let first = try await planner.get("/plans/plan-1/correct")
            #expect(first.text.contains("Phần 1/5") && first.text.utf8.count < 1_000_000)
            let last = try await planner.get("/plans/plan-1/correct?part=5")
            #expect(last.text.contains("Nhiệm vụ 1000") && !last.text.contains(">Nhiệm vụ 1<"))
        }
    }

    @Test("one act is one step of undoing and redoing, however many corrections it took")
    func oneStep() async throws {
        try await TestSite.with { test in
            try await test.draft()
            var planner = try await test.browser(.planner)
            for task in ["1-1", "2-2"] {
                _ = try await correct(&planner, [("do", "confirm"), ("task", task)])
            }
            func confirmed() async throws -> Int {
                try await draft(test).draft.tasks.count { task in
                    TaskPart.allCases.allSatisfy(task.isConfirmed)
                }
            }
            #expect(try await confirmed() == 2)
            _ = try await correct(&planner, [("do", "undo")])
            #expect(try await confirmed() == 1)
            #expect(try await draft(test).draft.tasks[1].confirmations.isEmpty)
            _ = try await correct(&planner, [("do", "redo")])
            #expect(try await confirmed() == 2)
            _ = try await correct(&planner, [("do", "undo")])
            _ = try await correct(&planner, [("do", "undo")])
            #expect(try await draft(test).canUndo == false)
        }
    }

    @Test(
        "a day that doesn't exist is refused", arguments: ["31/02/2025", "trước 31/4/2025", "31/6 hằng năm"])
    func noSuchDay(_ typed: String) async throws {
        try await TestSite.with { test in
            try await test.draft()
            var planner = try await test.browser(.planner)
            let answer = try await correct(
                &planner,
                [
                    ("do", "change"), ("task", "2-2"), ("text", "Sở Tài chính bố trí kinh phí"),
                    ("lead", "Sở Tài chính"), ("when", typed),
                ])
            #expect(answer.status == 422 && answer.text.contains("Không hiểu thời gian"))
        }
    }

    @Test("recipients and contacts are marked at their lines, and can be corrected and deleted")
    func recipients() async throws {
        try await TestSite.with { test in
            try await test.draft {
                $0.recipients[0].range = TextRange(0, 8)
                $0.contacts[0].range = WordSearch.range(of: "Đinh Lyơn", in: TestSite.text)
            }
            var planner = try await test.browser(.planner)
            let page = try await planner.get("/plans/plan-1/correct").text
            for mark in ["nr1", "pc1"] {
                #expect(page.contains("id=\"m-\(mark)\"") && page.contains("href=\"#m-\(mark)\""))
            }
            #expect(
                try await planner.get("/plans/plan-1/correct?recipient=r1").text.contains(
                    "value=\"setRecipient\""))
            let fields = [("do", "setRecipient"), ("task", "r1"), ("name", "Như  Điều 4")]
            #expect(try await correct(&planner, fields).status == 303)
            #expect(try await correct(&planner, [("do", "deleteContact"), ("task", "c1")]).status == 303)
            let view = try await draft(test)
            #expect(view.draft.recipients.map(\.name) == ["Như Điều 4"] && view.draft.contacts.isEmpty)
        }
    }
}
