import Domain
import HTTP
import Testing

@testable import Site

@Suite("Every page") struct PagesTests {
    /// Pages with something on them, and who looks.
    static let looks: [(role: Role, target: String)] = [
        (.planner, "/plans"), (.planner, "/plans?q=thong+tin"), (.planner, "/plans?q=nichts"),
        (.planner, "/plans/plan-1"), (.planner, "/plans/plan-2"), (.planner, "/plans/plan-2?by=time"),
        (.planner, "/plans/plan-1/correct"), (.planner, "/plans/plan-1/correct?edit=head"),
        (.planner, "/plans/plan-1/correct?edit=new"), (.planner, "/plans/plan-1/correct?edit=1-1"),
        (.planner, "/plans/plan-1/correct?split=1-1"), (.planner, "/plans/plan-1/correct?merge=1-1"),
        (.planner, "/plans/plan-1/correct?report=d1"), (.planner, "/plans/plan-1/correct?edit=new-report"),
        (.planner, "/plans/plan-1/issue"), (.planner, "/tasks"), (.planner, "/tasks?state=continuous"),
        (.planner, "/upload"), (.planner, "/account"), (.planner, "/help/keys"), (.planner, "/nowhere"),
        (.administrator, "/accounts"), (.administrator, "/accounts/new"), (.reader, "/ledger?verify=yes"),
    ]

    private func seed(_ test: TestSite) async throws {
        try await test.draft()
        try await test.draft("plan-2", title: "Kế hoạch đã ban hành")
        var planner = try await test.browser(.planner)
        let issued = try await planner.post("/plans/plan-2/issue", [("revision", "1")])
        #expect(issued.status == 303)
    }

    @Test("is balanced, labelled, has one heading, and leads only to addresses that exist, in both languages")
    func checks() async throws {
        try await TestSite.with { test in
            try await seed(test)
            let patterns = SitePages(test.site).entries.map(\.pattern)
            for look in Self.looks {
                var browser = try await test.browser(look.role)
                for language in Language.allCases {
                    _ = try await browser.get("/language/\(language.rawValue)")
                    let answer = try await browser.get(look.target)
                    let check = PageCheck(answer.text)
                    #expect(check.faults.isEmpty, "\(look.target) \(language): \(check.faults)")
                    #expect(answer.text.contains("<html lang=\"\(language.rawValue)\">"))
                    for link in check.links where !link.hasPrefix("#") {
                        #expect(
                            patterns.contains { Self.matches(link, $0) }, "\(look.target) leads to \(link)")
                    }
                }
            }
        }
    }

    static func matches(_ link: String, _ pattern: String) -> Bool {
        let path = link.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
        let parts = pattern.split(separator: "/")
        return path.count == parts.count && zip(path, parts).allSatisfy { $1.hasPrefix(":") || $0 == $1 }
    }

    @Test("bears the headers that keep others' script, style and frames away")
    func headers() async throws {
        try await TestSite.with { test in
            for target in ["/sign-in", "/nowhere", "/plans", "/assets/x/loa.css", "/healthz"] {
                let answer = try await test.answer(.get, target)
                for field in SecurityHeaders.fields {
                    #expect(answer.headers[field.name] == field.value, "\(target) lacks \(field.name)")
                }
                #expect(answer.headers["Content-Security-Policy"]?.contains("unsafe") == false)
            }
        }
    }

    @Test("shows hostile text as text, in every field of a plan")
    func hostile() async throws {
        let evil = #"<script>alert('x')</script>"><img src=x onerror=alert(1)> & {{7*7}} \#u{202E}"#
        try await TestSite.with { test in
            let text = "1. \(evil) chủ trì việc này.\n2. \(evil)"
            try await test.draft(title: evil, text: text) { draft in
                let range = TextRange(3, text.utf8.count / 2)
                draft.number = Marked(evil, range: nil, rule: evil)
                draft.issuer = Marked(evil, range: nil, rule: evil)
                draft.signerName = Marked(evil, range: nil, rule: evil)
                draft.tasks = [
                    DraftTask(
                        id: Identifier("1-1"), at: evil, text: Marked(evil, range: range, rule: evil),
                        lead: [Party(name: evil)],
                        with: [Party(name: evil)], timeWords: evil, range: range)
                ]
                draft.citations = [
                    CitedDocument(id: Identifier("k1"), number: evil, date: nil, isBasis: true, range: nil)
                ]
                draft.sections = [PlanSection(label: evil, title: evil, range: nil)]
                draft.recipients = [Recipient(id: Identifier("r1"), name: evil, range: nil)]
                draft.contacts = [
                    ListedContact(id: Identifier("c1"), name: evil, title: evil, phone: evil, range: nil)
                ]
                draft.reports = [
                    ReportDuty(
                        id: Identifier("d1"), from: [Party(name: evil)], to: [Party(name: evil)], by: nil,
                        covers: evil, range: nil)
                ]
                draft.warnings = [
                    DraftWarning(id: evil, code: evil, vietnamese: evil, english: evil, range: nil)
                ]
            }
            var planner = try await test.browser(.planner)
            let before = [
                "/plans", "/plans/plan-1", "/plans/plan-1/correct", "/plans/plan-1/correct?edit=1-1",
                "/plans/plan-1/correct?edit=head", "/plans/plan-1/correct?merge=1-1",
                "/plans/plan-1/correct?report=d1",
                "/plans/plan-1/correct?citation=k1", "/plans/plan-1/correct?recipient=r1",
                "/plans/plan-1/correct?contact=c1", "/plans/plan-1/correct?split=1-1",
                "/plans/plan-1/issue", "/plans?q=%3Cscript%3Ealert('x')", "/nowhere/%3Cscript%3E",
                "/tasks?q=%22%3E%3Cscript%3E&agency=%22%3E%3Cimg%20src=x",
            ]
            for target in before { try await expectHarmless(&planner, target) }
            _ = try await planner.post("/plans/plan-1/issue", [("revision", "1")])
            for target in ["/plans/plan-1", "/tasks", "/tasks?agency=x"] {
                try await expectHarmless(&planner, target)
            }
        }
    }

    private func expectHarmless(_ browser: inout Browser, _ target: String) async throws {
        let answer = try await browser.get(target)
        #expect(!answer.text.contains("<script>"), "\(target)")
        #expect(!answer.text.contains("<img"), "\(target)")
        let check = PageCheck(answer.text)
        #expect(check.faults.isEmpty, "\(target): \(check.faults)")
    }
}
