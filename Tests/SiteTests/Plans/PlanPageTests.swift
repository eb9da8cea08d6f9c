import Domain
import Operations
import SQL
import Store
import Testing

@testable import Site

@Suite("The page of a plan in force") struct PlanPageTests {
    /// Issued plans `plan-1` … of one agency.
    private func issue(_ count: Int, in test: TestSite) async throws {
        for number in 1...count {
            let plan = try await test.draft("plan-\(number)", title: "Kế hoạch m\(number)m")
            // The first as people do it; of the others only the names are looked at.
            guard number == 1 else { continue }
            _ = try await IssuePlan(
                plan: plan.id, revision: plan.revision, acknowledgesTasksWithoutLead: true
            )
            .run(in: test.office, as: .commandLine)
        }
        try await test.office.pool.write { db in
            _ = try db.execute(
                "UPDATE plan SET state = 'issued', issued_at = received_at WHERE state <> 'issued'")
        }
    }

    @Test("a replacing plan is found by its words, what was typed stays, and nothing is done by finding")
    func find() async throws {
        try await TestSite.with { test in
            try await issue(PlanPage.successorLimit + 2, in: test)
            var planner = try await test.browser(.planner)
            let page = try await planner.get("/plans/plan-1").text
            #expect(page.contains("Chỉ hiện") && !page.contains("value=\"plan-10\""))
            func find(_ words: String) async throws -> String {
                let answer = try await planner.post(
                    "/plans/plan-1/withdraw",
                    [("reason", "Có bản mới"), ("find", words), ("do", "find"), ("replacedBy", "")])
                #expect(answer.status == 200 && PageCheck(answer.text).faults.isEmpty)
                #expect(answer.text.contains("value=\"Có bản mới\""))
                #expect(answer.text.contains("<details class=\"sheet\" id=\"management\" open>"))
                return answer.text
            }
            #expect(try await find("m10m").contains("value=\"plan-10\" selected"))
            #expect(try await find("m999m").contains("Không có kế hoạch đang hiệu lực nào"))
            #expect(try await find("%").contains("Không có kế hoạch đang hiệu lực nào"))
            // Not by itself.
            #expect(try await !find("m1m").contains("value=\"plan-1\" selected"))
            var view = try await ShowPlan(plan: Plan.ID("plan-1")).run(in: test.office, as: .commandLine)
            #expect(view.plan.state == .issued)
            let preview = try await planner.post(
                "/plans/plan-1/withdraw",
                [("reason", "Có bản mới"), ("find", "m10m"), ("do", "withdraw"), ("replacedBy", "plan-10")])
            #expect(preview.status == 200 && preview.text.contains("Chưa có gì thay đổi"))
            #expect(preview.text.contains("value=\"Có bản mới\"") && PageCheck(preview.text).faults.isEmpty)
            view = try await ShowPlan(plan: Plan.ID("plan-1")).run(in: test.office, as: .commandLine)
            #expect(view.plan.state == .issued)
            let answer = try await planner.post(
                "/plans/plan-1/withdraw",
                [("reason", "Có bản mới"), ("do", "replace"), ("replacedBy", "plan-10")])
            #expect(answer.status == 303)
            view = try await ShowPlan(plan: Plan.ID("plan-1")).run(in: test.office, as: .commandLine)
            #expect(view.plan.state == .replaced)
            let successor = try await planner.get("/plans/plan-10").text
            #expect(successor.contains("Thay thế kế hoạch") && successor.contains("href=\"/plans/plan-1\""))
        }
    }

    @Test("leads to the questions about its parties until all are answered")
    func parties() async throws {
        try await TestSite.with { test in
            try await issue(1, in: test)
            var planner = try await test.browser(.planner)
            let questions = try await ShowPartyQuestions(plan: Plan.ID("plan-1")).run(
                in: test.office, as: .commandLine
            ).parties
            let page = try await planner.get("/plans/plan-1").text
            #expect(page.contains("href=\"/plans/plan-1/parties\">Xác nhận cơ quan (\(questions.count))</a>"))
            for one in questions {
                try await ResolveParty(plan: Plan.ID("plan-1"), key: one.question.key, agencies: []).run(
                    in: test.office, as: .commandLine)
            }
            #expect(try await !planner.get("/plans/plan-1").text.contains("/parties"))
        }
    }
}
