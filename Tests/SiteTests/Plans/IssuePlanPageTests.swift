import Domain
import HTTP
import Operations
import Testing

@testable import Site

@Suite("Issuing a plan through its page") struct IssuePlanPageTests {
    @Test(
        "a button pressed twice leads to the issued plan, which says that nothing was changed",
        arguments: [1, 2])
    func twice(_ revision: Int) async throws {
        try await TestSite.with { test in
            let plan = try await test.draft()
            var planner = try await test.browser(.planner)
            let page = try await planner.get("/plans/plan-1/issue")
            let first = try await planner.post(
                "/plans/plan-1/issue", [("revision", "1"), ("acknowledge", "yes")], token: page.formToken)
            #expect(first.status == 303)
            let second = try await planner.post(
                "/plans/plan-1/issue", [("revision", String(revision)), ("acknowledge", "yes")],
                token: page.formToken)
            #expect(second.status == 303 && second.headers["Location"] == "/plans/plan-1")
            let shown = try await planner.get("/plans/plan-1")
            #expect(shown.status == 200 && shown.text.contains(Phrase.alreadyIssued.vi))
            let again = try await planner.get("/plans/plan-1/issue")
            #expect(again.status == 303 && again.headers["Location"] == "/plans/plan-1")
            let late = try await planner.post(
                "/plans/plan-1/corrections", [("revision", "2"), ("do", "undo")], token: page.formToken)
            #expect(late.status == 303 && late.headers["Location"] == "/plans/plan-1")
            let view = try await ShowPlan(plan: plan.id).run(in: test.office, as: .commandLine)
            #expect(view.plan.state == .issued && view.plan.revision == 2)
        }
    }

    @Test("whoever may not issue is refused before and after")
    func refused() async throws {
        try await TestSite.with { test in
            try await test.draft()
            var member = try await test.browser(.member)
            #expect(try await member.get("/plans/plan-1/issue").status != 200)
            let token = try await member.get("/plans").formToken
            let answer = try await member.post("/plans/plan-1/issue", [("revision", "1")], token: token)
            #expect(answer.status == 403 || answer.status == 404)
        }
    }
}
