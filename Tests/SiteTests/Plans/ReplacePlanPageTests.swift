import Domain
import Operations
import SQL
import Store
import Testing

@testable import Site

@Suite("Putting a plan in the place of another") struct ReplacePlanPageTests {
    private func tasks(of plan: String, in test: TestSite) async throws -> [Plan.Task] {
        try await test.office.pool.read { db in try db.tasks(of: Plan.ID(plan)) }
    }

    @Test("shows what goes over, lets each duty begin anew, and moves the others with their work")
    func replace() async throws {
        try await TestSite.with { test in
            try await OverviewPagesTests.seed(test)
            // The first task and the report stay; the task between them ends.
            let all = try await tasks(of: "plan-2", in: test)
            let old = [all[0], all[2]]
            for task in old {
                _ = try await CommentOnTask(task: task.id, text: "Đã họp").run(
                    in: test.office, as: .commandLine)
            }
            var planner = try await test.browser(.planner)
            let fields = [("reason", "Có bản mới"), ("replacedBy", "plan-3")]
            let preview = try await planner.post("/plans/plan-2/withdraw", fields + [("do", "withdraw")])
            #expect(preview.status == 200 && PageCheck(preview.text).faults.isEmpty)
            #expect(preview.text.contains("Chưa có gì thay đổi") && preview.text.contains("1 ý kiến"))
            for task in old {
                #expect(preview.text.contains("name=\"anew\" value=\"\(task.id)\">"))
            }
            // Nothing has happened yet; what was typed and ticked stays when it is refused.
            #expect(try await tasks(of: "plan-2", in: test).allSatisfy { $0.state == .open })
            let anew = ("anew", old[1].id.rawValue)
            let refused = try await planner.post(
                "/plans/plan-2/withdraw", [("replacedBy", "plan-3"), ("reason", ""), ("do", "replace"), anew])
            #expect(refused.status == 422 && PageCheck(refused.text).faults.isEmpty)
            #expect(refused.text.contains("name=\"anew\" value=\"\(old[1].id)\" checked>"))
            let done = try await planner.post("/plans/plan-2/withdraw", fields + [("do", "replace"), anew])
            #expect(done.status == 303)
            let new = try await tasks(of: "plan-3", in: test)
            let comments = try await test.office.pool.read { db in
                try new.map { try db.comments(on: $0.id).map(\.text) }
            }
            #expect(comments.prefix(2) == [["Đã họp"], []])
            let task = try await planner.get("/tasks/\(new[0].id)")
            #expect(task.text.contains("Chuyển từ kế hoạch cũ sang") && task.text.contains("1 ý kiến"))
            let plan = try await planner.get("/plans/plan-2")
            #expect(plan.text.contains("1 nhiệm vụ được chuyển sang"))
        }
    }

    @Test("is offered to nobody else, and not for a plan that can't take the place")
    func permissions() async throws {
        try await TestSite.with { test in
            try await OverviewPagesTests.seed(test)
            let fields = [("reason", "Có bản mới"), ("replacedBy", "plan-3"), ("do", "replace")]
            for role in [Role.reader, .member] {
                var other = try await test.browser(role)
                let page = try await other.get("/plans/plan-2/compare?with=plan-3")
                #expect(page.status == 200 && !page.text.contains("name=\"anew\""))
                #expect(try await other.post("/plans/plan-2/withdraw", fields).status == 403)
            }
            var planner = try await test.browser(.planner)
            #expect(try await planner.get("/plans/plan-2/compare?with=plan-3").text.contains("name=\"anew\""))
            let draft = [("reason", "Có bản mới"), ("replacedBy", "plan-1"), ("do", "withdraw")]
            #expect(try await planner.post("/plans/plan-2/withdraw", draft).status == 422)
            #expect(
                try await planner.post(
                    "/plans/plan-2/withdraw", [("reason", "x"), ("replacedBy", "không"), ("do", "replace")]
                ).status == 404)
        }
    }
}
