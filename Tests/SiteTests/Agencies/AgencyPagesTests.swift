import Domain
import Foundation
import HTTP
import Operations
import Testing

@testable import Site

@Suite("The pages of agencies") struct AgencyPagesTests {
    private func top(_ test: TestSite) async throws -> Agency {
        try #require(try await ListAgencies().run(in: test.office, as: .commandLine).first)
    }

    @Test("are balanced, labelled and lead only to addresses that exist, in both languages")
    func checks() async throws {
        try await TestSite.with { test in
            _ = try await ImportUnits().run(in: test.office, as: .commandLine)
            try await test.draft("plan-2", title: "Kế hoạch đã ban hành")
            var planner = try await test.browser(.planner)
            _ = try await planner.post("/plans/plan-2/issue", [("revision", "1")])
            let top = try await top(test)
            let day = test.office.today.adding(days: 3)
            let patterns = SitePages(test.site).entries.map(\.pattern)
            let looks: [(Role, String)] = [
                (.administrator, "/agencies"), (.reader, "/agencies?q=bo+y"),
                (.planner, "/agencies?q=nichts"),
                (.administrator, "/agencies?day=2020-01-01"), (.administrator, "/agencies/\(top.id)"),
                (.planner, "/agencies/\(test.department)"), (.planner, "/parties"),
                (.planner, "/plans/plan-2/parties"),
                (
                    .administrator,
                    "/agencies/\(test.department)/reorganise?kind=split&day=\(day)&founded=A%0AB&q=xa"
                ),
                (.administrator, "/agencies/\(test.department)/reorganise"),
                (.administrator, "/reorganisations"),
            ]
            for (role, target) in looks {
                var browser = try await test.browser(role)
                for language in Language.allCases {
                    _ = try await browser.get("/language/\(language.rawValue)")
                    let answer = try await browser.get(target)
                    #expect(answer.status == 200, "\(target)")
                    let check = PageCheck(answer.text)
                    #expect(check.faults.isEmpty, "\(target) \(language): \(check.faults)")
                    for link in check.links where !link.hasPrefix("#") {
                        #expect(
                            patterns.contains { PagesTests.matches(link, $0) }, "\(target) leads to \(link)")
                    }
                }
            }
        }
    }

    @Test("find a commune without marks, and no page holds the whole country")
    func search() async throws {
        try await TestSite.with { test in
            _ = try await ImportUnits().run(in: test.office, as: .commandLine)
            var reader = try await test.browser(.reader)
            let found = try await reader.get("/agencies?q=xa+bo+y")
            #expect(found.text.contains("Ủy ban nhân dân xã Bờ Y, tỉnh Quảng Ngãi"))
            let tree = try await reader.get("/agencies")
            #expect(tree.text.contains("Ủy ban nhân dân tỉnh Lào Cai") && !tree.text.contains("xã Bờ Y"))
            #expect(tree.text.utf8.count < 60_000)
        }
    }

    @Test("rename from a day ahead, show it as planned, and undo it")
    func reorganise() async throws {
        try await TestSite.with { test in
            var admin = try await test.browser(.administrator)
            let target = "/agencies/\(test.department)/reorganise"
            let day = test.office.today.adding(days: 3)
            let fields = [
                ("kind", "rename"), ("day", "\(day)"), ("name", "Sở Văn hóa mới"), ("do", "decide"),
            ]
            #expect(try await admin.post(target, fields).status == 303)
            let list = try await admin.get("/reorganisations")
            #expect(list.text.contains("Sở Văn hóa mới") && list.text.contains("Chờ hiệu lực"))
            #expect(try await admin.post(target, fields).status == 409)
            let id = try #require(list.hidden("id").first)
            #expect(try await admin.post("/reorganisations", [("id", id), ("do", "undo")]).status == 303)
            #expect(try await admin.get("/reorganisations").text.contains("Đã hủy"))
            var planner = try await test.browser(.planner)
            #expect(try await planner.get(target).status == 403)
            #expect(try await planner.post(target, fields).status == 403)
        }
    }

    @Test("divide an agency, and say what part of the work each takes over")
    func divide() async throws {
        try await TestSite.with { test in
            var admin = try await test.browser(.administrator)
            let target = "/agencies/\(test.department)/reorganise"
            let day = test.office.today
            let form = try await admin.get("\(target)?kind=split&day=\(day)&founded=A%0AB")
            #expect(form.text.contains("name=\"part-new-0\"") && form.text.contains("name=\"part-new-1\""))
            let fields = [
                ("kind", "split"), ("day", "\(day)"), ("founded", "A|B"),
                ("part-new-0", " báo chí, xuất bản "),
                ("part-new-1", ""), ("do", "decide"),
            ]
            // Nobody is the natural one for what isn't shared out: it must be said.
            #expect(form.text.contains("<select id=\"remainder\" name=\"remainder\" lang=\"vi\" required"))
            let unsaid = try await admin.post(target, fields)
            #expect(unsaid.status == 422 && unsaid.text.contains("phần việc còn lại"))
            // Two that share out what isn't theirs: what was typed stays.
            let remainder = ("remainder", "new-1")
            let refused = try await admin.post(target, fields + [remainder, ("share", "task x nobody")])
            #expect(refused.status == 422 && refused.text.contains("value=\"báo chí, xuất bản\""))
            #expect(refused.text.contains("<option value=\"new-1\" selected>"))
            #expect(try await admin.post(target, fields + [remainder]).status == 303)
            #expect(try await admin.get("/reorganisations").text.contains("Cơ quan nhận phần còn lại"))
            let page = try await admin.get("/agencies/\(test.department)")
            #expect(page.text.contains("báo chí, xuất bản") && page.text.contains("phần việc"))
        }
    }

    @Test("put a focal point in; others see the name but not the telephone")
    func posts() async throws {
        try await TestSite.with { test in
            var planner = try await test.browser(.planner)
            let target = "/agencies/\(test.department)"
            let person = [
                ("postKind", "focalPoint"), ("title", "Chuyên viên"), ("personName", "Lò Thị Mẩy"),
                ("email", "may@example.vn"), ("phone", "0912 345 678"), ("do", "post"),
            ]
            #expect(try await planner.post(target, person).status == 303)
            #expect(try await planner.get(target).text.contains("0912 345 678"))
            var reader = try await test.browser(.reader)
            let seen = try await reader.get(target).text
            #expect(seen.contains("Lò Thị Mẩy") && !seen.contains("0912") && !seen.contains("may@example.vn"))
            #expect(try await reader.post(target, person).status == 403)
            let wrong = try await planner.post(
                target, person.map { $0.0 == "email" ? ("email", "nobody") : $0 })
            #expect(wrong.status == 422 && wrong.text.contains("Lò Thị Mẩy"))
        }
    }

    @Test("ask who is meant, and take the answer")
    func questions() async throws {
        try await TestSite.with { test in
            try await test.draft("plan-2", title: "Kế hoạch đã ban hành")
            var planner = try await test.browser(.planner)
            _ = try await planner.post("/plans/plan-2/issue", [("revision", "1")])
            let page = try await planner.get("/plans/plan-2/parties")
            let key = try #require(page.hidden("key").first, "\(page.text)")
            let target = "/plans/plan-2/parties"
            #expect(try await planner.post(target, [("key", key), ("do", "answer")]).status == 422)
            let answer = [("key", key), ("agency", test.department.rawValue), ("do", "answer")]
            #expect(try await planner.post(target, answer).status == 303)
            let view = try await ShowPartyQuestions(plan: Plan.ID("plan-2")).run(
                in: test.office, as: .commandLine)
            #expect(view.parties.first { $0.question.key == key }?.acting == [test.department])
            var member = try await test.browser(.member)
            #expect(try await member.post(target, answer).status == 403)
        }
    }
}
