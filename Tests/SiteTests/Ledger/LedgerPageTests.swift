import Domain
import Operations
import Testing

@testable import Site

@Suite("The ledger in words") struct LedgerPageTests {
    @Test("entries name what was done to which plan, and no page shows their fields raw")
    func words() async throws {
        try await TestSite.with { test in
            let plan = try await test.draft()
            _ = try await IssuePlan(
                plan: plan.id, revision: plan.revision, acknowledgesTasksWithoutLead: true
            )
            .run(in: test.office, as: .commandLine)
            var reader = try await test.browser(.reader)
            let page = try await reader.get("/ledger").text
            #expect(
                page.contains("Chốt kế hoạch, giao nhiệm vụ") && page.contains("<a href=\"/plans/plan-1\""))
            #expect(
                page.contains(
                    "Mới đọc → Đã giao nhiệm vụ; số <span lang=\"vi\">05/KH-UBND</span>; 2 nhiệm vụ"))
            #expect(!page.contains(">{&quot;") && !page.contains(">plan <code>"))
            #expect(PageCheck(page).faults.isEmpty)
            let own = try await reader.get("/plans/plan-1").text
            #expect(own.contains("Lịch sử xử lý") && own.contains("Chốt kế hoạch, giao nhiệm vụ"))
            #expect(own.contains("Đinh Lyơn") && !own.contains("0900000002"))
        }
    }
}
