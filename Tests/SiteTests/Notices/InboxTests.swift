import Domain
import Foundation
import HTTP
import SQL
import Store
import Testing

@testable import Operations
@testable import Site

struct InboxTests {
    /// An issued plan and a notice about it in the planner's inbox.
    private static func told(_ site: TestSite) async throws -> Plan {
        let plan = try await site.draft()
        let planner = try await ListAccounts().run(in: site.office, as: .commandLine).first {
            $0.account.name == "planner"
        }
        let account = try #require(planner?.account.id)
        try await tell(site, plan, account, "one")
        return plan
    }

    private static func tell(_ site: TestSite, _ plan: Plan, _ account: Account.ID, _ id: String) async throws
    {
        let count = try await site.office.pool.write { db in
            let count = try db.insert([
                Notice(
                    id: Notice.ID(id), rule: .lateThree, subject: id, plan: plan.id, task: nil,
                    agency: plan.agency,
                    day: CalendarDay(dayNumber: 20_000), recipient: .account(account), madeAt: TestSite.now)
            ])
            _ = try db.appendToLedger(
                at: TestSite.now, actor: nil, action: "RemindOfTasks", subjectKind: "notices", subjectID: id,
                detail: "{}")
            return count
        }
        #expect(count == 1)
    }

    @Test func `The number of unread notices stands on every page and is never a kept one`() async throws {
        try await TestSite.with { site in
            var browser = try await site.browser(.planner)
            #expect(try await !browser.get("/tasks").text.contains("class=\"unread\""))
            _ = try await Self.told(site)
            #expect(try await browser.get("/tasks").text.contains("1 nhắc việc chưa đọc"))
            let answer = try await browser.post("/inbox", [("do", "readAll")])
            #expect(answer.status == 303)
            #expect(try await !browser.get("/tasks").text.contains("class=\"unread\""))
            let undo = try #require(answer.headers["location"])
            let page = try await browser.get(undo)
            let at = try #require(page.hidden("at").first)
            _ = try await browser.post("/inbox", [("do", "undo"), ("at", at)])
            #expect(try await browser.get("/tasks").text.contains("1 nhắc việc chưa đọc"))
        }
    }

    @Test func `Inbox, settings and record hold what every page must`() async throws {
        try await TestSite.with { site in
            let plan = try await Self.told(site)
            var browser = try await site.browser(.planner)
            for address in ["/inbox", "/inbox/settings", "/plans/\(plan.id.rawValue)/notices"] {
                let answer = try await browser.get(address)
                #expect(answer.status == 200, "\(address)")
                #expect(PageCheck(answer.text).faults == [], "\(address)")
            }
            #expect(try await browser.get("/inbox/settings").text.contains("chưa được đặt máy chủ thư"))
        }
    }

    @Test func `An agency's new tasks are told with their number and lead to the plan`() async throws {
        try await TestSite.with { site in
            let plan = try await site.draft()
            let planner = try await ListAccounts().run(in: site.office, as: .commandLine).first {
                $0.account.name == "planner"
            }
            let account = try #require(planner?.account.id)
            _ = try await site.office.pool.write { db in
                try db.insert([
                    Notice(
                        id: Notice.ID("new"), rule: .assigned, subject: "new", plan: plan.id, task: nil,
                        agency: plan.agency, day: CalendarDay(dayNumber: 20_000), tasks: 12,
                        recipient: .account(account), madeAt: TestSite.now)
                ])
            }
            var browser = try await site.browser(.planner)
            let text = try await browser.get("/inbox").text
            #expect(text.contains("Cơ quan được giao 12 nhiệm vụ (chủ trì hoặc phối hợp) ngày 04/10/2024"))
            #expect(text.contains("<a href=\"/plans/\(plan.id.rawValue)\" lang=\"vi\" "))
        }
    }

    @Test func `Nobody marks or sees another's notices`() async throws {
        try await TestSite.with { site in
            let plan = try await Self.told(site)
            var other = try await site.browser(.member)
            _ = try await other.post("/inbox", [("do", "read"), ("notice", "one")])
            #expect(try await !other.get("/inbox").text.contains("Công tác thông tin đối ngoại"))
            var planner = try await site.browser(.planner)
            #expect(try await planner.get("/plans").text.contains("1 nhắc việc chưa đọc"))
            _ = plan
        }
    }

    @Test func `Settings are kept; a wrong address or hour comes back with what was typed`() async throws {
        try await TestSite.with { site in
            var browser = try await site.browser(.member)
            let good = try await browser.post(
                "/inbox/settings",
                [("email", "lan@xa.vn"), ("mail", "yes"), ("hour", "06:45"), ("returned", "yes")])
            #expect(good.status == 303)
            let page = try await browser.get("/inbox/settings").text
            #expect(page.contains("value=\"lan@xa.vn\"") && page.contains("value=\"06:45\""))
            let bad = try await browser.post("/inbox/settings", [("email", "lan@xa@vn"), ("hour", "06:45")])
            #expect(bad.status == 422 && bad.text.contains("value=\"lan@xa@vn\""))
            #expect(try await browser.post("/inbox/settings", [("hour", "25:00")]).status == 422)
            var administrator = try await site.browser(.administrator)
            let member = try await ListAccounts().run(in: site.office, as: .commandLine).first {
                $0.account.name == "member"
            }
            let id = try #require(member?.account.id.rawValue)
            #expect(try await administrator.get("/accounts/\(id)/notices").text.contains("lan@xa.vn"))
            var planner = try await site.browser(.planner)
            #expect(try await planner.get("/accounts/\(id)/notices").status == 403)
        }
    }

    @Test(arguments: [nil, "https://loa.tinh.vn"])
    func `A letter links to the public address alone`(origin: String?) async throws {
        try await TestSite.with { site in
            _ = try await Self.told(site)
            let rows = try await site.office.pool.read { db in
                try db.notices(about: nil, of: Plan.ID("plan-1"), limit: 10)
            }
            var row = try #require(rows.first)
            row.taskText = "Họp <script>\r\nBcc: x@y.vn"
            let words = LetterWriter(origin: origin).words(
                LetterContent(
                    letter: Letter(
                        id: Letter.ID("l"), kind: .digest, recipient: row.notice.recipient, address: "a@b.vn",
                        madeAt: TestSite.now), recipientName: "Lan", lines: [row], moreCount: 0,
                    today: CalendarDay(dayNumber: 20_000)))
            #expect(words.subject.hasPrefix("Nhắc việc: Quá hạn 3 ngày làm việc"))
            #expect(!words.html.contains("<script>") && words.html.contains("&lt;script&gt;"))
            #expect(!words.text.contains("\r"))
            for text in [words.text, words.html] {
                let links = text.matches(of: /https?:[^\s"<]+/).map { String($0.0) }
                #expect(links.isEmpty == (origin == nil))
                #expect(links.allSatisfy { $0.hasPrefix("https://loa.tinh.vn/") })
            }
            #expect(words.settingsAddress == origin.map { $0 + "/inbox/settings" })
        }
    }
}
