import Domain
import HTTP
import Operations
import Testing

@testable import Site

@Suite("Times typed at the desk, and searches of many words") struct TypedTimePageTests {
    private func type(_ time: String, _ browser: inout Browser) async throws -> Answer {
        let page = try await browser.get("/plans/plan-1/correct?edit=1-1")
        let revision = try #require(page.hidden("revision").first)
        return try await browser.post(
            "/plans/plan-1/corrections",
            [
                ("revision", revision), ("do", "change"), ("task", "1-1"),
                ("text", "Sở Y tế chủ trì tổ chức hội nghị"), ("lead", "Sở Y tế"), ("with", "Báo tỉnh"),
                ("when", time),
            ], token: page.formToken)
    }

    @Test("a monthly day, a month and a day of the plan's year are taken")
    func taken() async throws {
        try await TestSite.with { test in
            try await test.draft { $0.date = Marked(PartialDay("2025-02-14")!, range: nil, rule: "test") }
            var planner = try await test.browser(.planner)
            for (typed, time) in [
                ("trước ngày 25 hằng tháng", PlanTime.by(PartialDay("---25")!, before: true)),
                ("tháng 6/2026", .by(PartialDay("2026-06")!, before: false)),
                ("20/5", .by(PartialDay("2025-05-20")!, before: false)),
            ] {
                #expect(try await type(typed, &planner).status == 303, "\(typed)")
                let view = try await ShowPlan(plan: Plan.ID("plan-1")).run(in: test.office, as: .commandLine)
                #expect(view.draft.tasks[0].time?.value == time, "\(typed)")
            }
        }
    }

    @Test(
        "what makes no sense is refused in words, and stands there as typed",
        arguments: [
            ("01/01/0001", CorrectionRefused.farOff.vietnamese),
            ("20/5/26", CorrectionRefused.farOff.vietnamese),
            ("20/5/2026 - 10/5/2026", CorrectionRefused.reversedTime.vietnamese),
            ("31/9/2025", Phrase.timeNotUnderstood.vi),
        ])
    func refused(_ typed: String, _ words: String) async throws {
        try await TestSite.with { test in
            try await test.draft()
            var planner = try await test.browser(.planner)
            let answer = try await type(typed, &planner)
            #expect(answer.status == 422 && answer.text.contains(words) && answer.text.contains(typed))
            #expect(PageCheck(answer.text).faults.isEmpty)
        }
    }

    @Test("a search says which words it leaves out, and nothing where it looks for all")
    func search() async throws {
        try await TestSite.with { test in
            try await test.draft()
            var planner = try await test.browser(.planner)
            for path in ["/plans", "/tasks"] {
                let words = (1...12).map { "tu\($0)" }.joined(separator: "+")
                let all = try await planner.get("\(path)?q=\(words)")
                #expect(!all.text.contains(Phrase.searchLeavesOut(12).vi))
                let cut = try await planner.get("\(path)?q=\(words)+zzzz+qqqq")
                #expect(
                    cut.text.contains(Phrase.searchLeavesOut(12).vi) && cut.text.contains(">zzzz qqqq</q>"))
                #expect(PageCheck(cut.text).faults.isEmpty)
            }
        }
    }
}
