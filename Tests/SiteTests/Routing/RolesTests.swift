import Domain
import HTTP
import Testing

@testable import Site

/// Every address with every role: what a stranger and each of the four get.
@Suite("Roles and addresses") struct RolesTests {
    enum Who: CaseIterable, Sendable { case stranger, administrator, planner, member, reader }

    /// Status by role in the order of `Who`; POSTs are sent with a right token and no other field.
    static let grid: [(method: String, target: String, statuses: [Int])] = [
        ("GET", "/", [303, 303, 303, 303, 303]),
        ("GET", "/assets/0/loa.css", [200, 200, 200, 200, 200]),
        ("GET", "/language/en", [303, 303, 303, 303, 303]),
        ("GET", "/help/keys", [200, 200, 200, 200, 200]),
        ("GET", "/help", [200, 200, 200, 200, 200]),
        ("GET", "/sign-in", [200, 303, 303, 303, 303]),
        ("POST", "/sign-in", [401, 401, 401, 401, 401]),
        ("GET", "/sign-in/code", [303, 303, 303, 303, 303]),
        ("POST", "/sign-in/code", [303, 303, 303, 303, 303]),
        // No provider is named here: the addresses lead nowhere.
        ("GET", "/sign-in/openid", [404, 303, 303, 303, 303]),
        ("GET", "/sign-in/openid/answer", [404, 404, 404, 404, 404]),
        ("POST", "/account/openid", [303, 404, 404, 404, 404]),
        ("POST", "/accounts/nobody/openid", [303, 404, 404, 404, 404]),
        ("GET", "/account", [303, 200, 200, 200, 200]),
        ("POST", "/account/password", [303, 422, 422, 422, 422]),
        ("GET", "/account/second-factor", [303, 303, 303, 303, 303]),
        ("POST", "/account/second-factor", [303, 400, 400, 400, 400]),
        ("GET", "/accounts", [303, 200, 403, 403, 403]),
        ("GET", "/accounts/new", [303, 200, 403, 403, 403]),
        ("POST", "/accounts/new", [303, 400, 400, 400, 400]),
        ("GET", "/accounts/nobody", [303, 404, 403, 403, 403]),
        ("POST", "/accounts/nobody", [303, 400, 400, 400, 400]),
        ("GET", "/plans", [303, 200, 200, 200, 200]),
        ("GET", "/plans/plan-1", [303, 404, 200, 404, 404]),
        ("GET", "/plans/plan-1/correct", [303, 404, 200, 404, 404]),
        ("GET", "/plans/plan-1/corrections", [303, 303, 303, 303, 303]),
        ("POST", "/plans/plan-1/corrections", [303, 404, 400, 404, 404]),
        ("GET", "/plans/plan-1/issue", [303, 404, 200, 404, 404]),
        ("POST", "/plans/plan-1/issue", [303, 400, 400, 400, 400]),
        ("POST", "/plans/plan-1/withdraw", [303, 404, 422, 404, 404]),
        ("POST", "/plans/plan-1/draft-again", [303, 404, 409, 404, 404]),
        ("POST", "/plans/plan-1/delete", [303, 400, 400, 400, 400]),
        ("POST", "/plans/plan-1/read-again", [303, 404, 409, 404, 404]),
        ("GET", "/plans/plan-1/file", [303, 404, 200, 404, 404]),
        ("GET", "/plans/plan-1/purge", [303, 200, 200, 404, 404]),
        ("POST", "/plans/plan-1/purge", [303, 400, 400, 400, 400]),
        ("GET", "/plans/plan-2", [303, 200, 200, 200, 200]),
        ("GET", "/plans/plan-2/correct", [303, 303, 303, 303, 303]),
        ("GET", "/plans/plan-2/file", [303, 403, 200, 200, 200]),
        ("GET", "/tasks", [303, 200, 200, 200, 200]),
        ("GET", "/tasks.csv", [303, 200, 200, 200, 200]),
        ("GET", "/tasks.xlsx", [303, 200, 200, 200, 200]),
        ("GET", "/tasks/none", [303, 404, 404, 404, 404]),
        ("GET", "/overview", [303, 200, 200, 200, 200]),
        ("GET", "/overview/lists/overdue", [303, 200, 200, 200, 200]),
        ("GET", "/overview/lists/none", [303, 404, 404, 404, 404]),
        ("GET", "/overview/none/2025-06-02", [303, 404, 404, 404, 404]),
        ("GET", "/plans/plan-1/progress", [303, 404, 303, 404, 404]),
        ("GET", "/plans/plan-2/progress", [303, 200, 200, 200, 200]),
        ("POST", "/plans/plan-2/progress", [303, 422, 422, 422, 422]),
        ("GET", "/plans/plan-2/compare", [303, 404, 404, 404, 404]),
        ("GET", "/calendar", [303, 200, 200, 200, 200]),
        ("GET", "/calendar/feeds", [303, 200, 200, 200, 200]),
        ("POST", "/calendar/feeds", [303, 400, 400, 400, 400]),
        ("GET", "/calendar/holidays", [303, 200, 200, 200, 200]),
        ("POST", "/calendar/holidays", [303, 422, 422, 422, 422]),
        ("GET", "/feeds/none.ics", [404, 404, 404, 404, 404]),
        ("POST", "/tasks/none/work", [303, 400, 400, 400, 400]),
        ("POST", "/tasks/none/evidence", [303, 404, 404, 404, 404]),
        ("GET", "/evidence/none/file", [303, 404, 404, 404, 404]),
        ("GET", "/work", [303, 200, 200, 200, 200]),
        ("POST", "/work", [303, 400, 400, 400, 400]),
        ("GET", "/inbox", [303, 200, 200, 200, 200]),
        ("POST", "/inbox", [303, 400, 400, 400, 400]),
        ("GET", "/inbox/settings", [303, 200, 200, 200, 200]),
        ("POST", "/inbox/settings", [303, 422, 422, 422, 422]),
        ("GET", "/accounts/nobody/notices", [303, 404, 403, 403, 403]),
        ("POST", "/accounts/nobody/notices", [303, 404, 403, 403, 403]),
        ("GET", "/tasks/none/notices", [303, 404, 404, 404, 404]),
        ("GET", "/plans/plan-2/notices", [303, 403, 200, 200, 200]),
        ("GET", "/agencies", [303, 200, 200, 200, 200]),
        ("GET", "/agencies/nobody", [303, 404, 404, 404, 404]),
        ("POST", "/agencies/nobody", [303, 400, 400, 400, 400]),
        ("GET", "/agencies/nobody/reorganise", [303, 404, 404, 404, 404]),
        ("POST", "/agencies/nobody/reorganise", [303, 404, 404, 404, 404]),
        ("GET", "/agencies/nobody/tokens", [303, 404, 404, 404, 404]),
        ("POST", "/agencies/nobody/tokens", [303, 400, 400, 400, 400]),
        ("GET", "/agencies/nobody/webhooks", [303, 404, 404, 404, 404]),
        ("POST", "/agencies/nobody/webhooks", [303, 404, 404, 404, 404]),
        ("GET", "/agencies/nobody/webhooks/none", [303, 403, 403, 403, 403]),
        ("POST", "/agencies/nobody/webhooks/none", [303, 400, 400, 400, 400]),
        ("GET", "/api/openapi.json", [200, 200, 200, 200, 200]),
        ("GET", "/reorganisations", [303, 200, 200, 200, 200]),
        ("POST", "/reorganisations", [303, 404, 404, 404, 404]),
        ("GET", "/parties", [303, 200, 200, 200, 200]),
        ("GET", "/plans/plan-2/parties", [303, 200, 200, 200, 200]),
        ("POST", "/plans/plan-2/parties", [303, 422, 422, 422, 422]),
        ("GET", "/upload", [303, 403, 200, 200, 403]),
        ("POST", "/upload", [303, 403, 422, 422, 403]),
        ("GET", "/upload/none", [303, 404, 404, 404, 404]),
        ("GET", "/upload/none/events", [303, 404, 404, 404, 404]),
        ("POST", "/upload/none/cancel", [303, 404, 404, 404, 404]),
        ("POST", "/sign-out", [303, 303, 303, 303, 303]),
        ("GET", "/ledger", [303, 200, 403, 403, 200]),
        ("GET", "/healthz", [200, 200, 200, 200, 200]),
        ("GET", "/readyz", [200, 200, 200, 200, 200]),
        ("GET", "/metrics", [404, 404, 404, 404, 404]),
        // No store is named here.
        ("GET", "/objects/metadata/timestamp.json", [404, 404, 404, 404, 404]),
        ("GET", "/objects/targets/objects/none", [404, 404, 404, 404, 404]),
        ("GET", "/objects/targets/programmes/none", [404, 404, 404, 404, 404]),
    ]

    @Test("each role gets what the grid says", arguments: Who.allCases)
    func grid(_ who: Who) async throws {
        try await TestSite.with { test in
            try await test.draft()
            try await test.draft("plan-2", title: "Kế hoạch đã ban hành")
            var planner = try await test.browser(.planner)
            _ = try await planner.post("/plans/plan-2/issue", [("revision", "1")])
            let column = Who.allCases.firstIndex(of: who) ?? 0
            for row in Self.grid {
                var browser = Browser(site: test)
                switch who {
                case .stranger: break
                case .administrator: browser = try await test.browser(.administrator)
                case .planner: browser = try await test.browser(.planner)
                case .member: browser = try await test.browser(.member)
                case .reader: browser = try await test.browser(.reader)
                }
                let answer: Answer
                if row.method == "GET" {
                    answer = try await browser.get(row.target)
                } else {
                    // A stranger's token comes from the page for signing in.
                    let page = try await browser.get(who == .stranger ? "/sign-in" : "/account")
                    answer = try await browser.post(row.target, [], token: page.formToken)
                }
                #expect(answer.status == row.statuses[column], "\(row.method) \(row.target) as \(who)")
            }
        }
    }

    @Test("no address is missing from the grid")
    func complete() async throws {
        try await TestSite.with { test in
            for entry in SitePages(test.site).entries {
                #expect(
                    Self.grid.contains {
                        $0.method == entry.method.name && PagesTests.matches($0.target, entry.pattern)
                    },
                    "\(entry.method) \(entry.pattern)")
            }
        }
    }

    @Test("an address has as many values as its route takes, so that links can't go wrong")
    func counts() {
        let counts = [
            Routes.home.counts, Routes.asset.counts, Routes.language.counts, Routes.accountPage.counts,
            Routes.reading.counts, Routes.readingEvents.counts, Routes.cancelReading.counts,
            Routes.plan.counts,
            Routes.correctPlan.counts, Routes.corrections.counts, Routes.issue.counts, Routes.planFile.counts,
            Routes.withdraw.counts, Routes.deleteDraft.counts, Routes.draftAgain.counts,
            Routes.readAgain.counts, Routes.task.counts,
            Routes.agency.counts, Routes.watched.counts,
            Routes.agencyWeek.counts, Routes.planProgress.counts, Routes.comparePlans.counts,
            Routes.feed.counts,
            Routes.webhooks.counts, Routes.webhook.counts, Routes.openID.counts, Routes.openIDAnswer.counts,
            Routes.ownOpenID.counts,
            Routes.accountOpenID.counts,
            Routes.overview.counts, Routes.calendar.counts, Routes.reorganise.counts,
            Routes.planParties.counts, Routes.objectMetadata.counts, Routes.object.counts,
        ]
        #expect(counts.allSatisfy { $0.inPattern == $0.taken })
    }
}
