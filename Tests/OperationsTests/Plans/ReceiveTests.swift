import Documents
import Domain
import Foundation
import PlanReader
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

struct ReceiveTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `A document becomes a draft whose ranges point at its words`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let plan = try await example.receive()
            #expect(plan.state == .read && plan.taskCount == 3 && plan.tasksWithoutLead == 1)
            let view = try await example.show(plan)
            #expect(view.text.utf8.count == ExampleOffice.text.utf8.count)
            let lead = try #require(view.draft.tasks[0].lead.first)
            // The agency of the store that bears the name.
            #expect(lead.name == "Sở Y tế" && lead.agency == example.other.id)
            let range = try #require(lead.range)
            #expect(Array(view.text.utf8)[range.lower..<range.upper].elementsEqual("Sở Y tế".utf8))
            #expect(
                view.draft.tasks[0].time?.value == .by(try #require(PartialDay("2025-06-30")), before: true))
            #expect(view.draft.tasks[0].timeWords == "trước ngày 2025-06-30")
            let file = try await ShowFile(plan: plan.id).run(in: example.office, as: example.actor(.planner))
            #expect(file.bytes == Array(ExampleOffice.text.utf8))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Persons' numbers are masked in pages, not in the file`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.receive("Kế hoạch\n- Sở Y tế: gọi 0912345678")
            let view = try await example.show(plan)
            #expect(!view.text.contains("0912345678") && view.text.contains("*******678"))
            #expect(view.draft.tasks[0].text.value.contains("*******678"))
            await #expect(throws: AccessRefused.notAllowed) {
                _ = try await IssuePlan(plan: plan.id, revision: 1).run(
                    in: example.office, as: example.actor(.planner))
                _ = try await ShowFile(plan: plan.id).run(in: example.office, as: example.outsider)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A contact's number is masked where it stands in the document, whatever its form`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            var plan = try await example.receive("Kế hoạch\n- Sở Y tế: in sách\n| Lê Thị B | 912345679 |")
            plan = try await example.correct(
                plan, .addContact(ContactEntry(name: "Lê Thị B", title: nil, phone: "912345679")))
            var view = try await example.show(plan)
            #expect(view.text.hasSuffix("| Lê Thị B | ******679 |"))
            #expect(view.draft.contacts.first?.phone == "******679")
            // Words that were copied from the page keep the digits.
            plan = try await example.correct(
                plan, .setTaskText(view.draft.tasks[0].id, "Sở Y tế in sách, hỏi ******679"))
            view = try await example.show(plan)
            #expect(view.draft.tasks[0].text.value == "Sở Y tế in sách, hỏi ******679")
            let stored = try await example.office.pool.read { [id = plan.id] db in
                try db.corrections(of: id).contains {
                    if case .setTaskText(_, "Sở Y tế in sách, hỏi 912345679") = $0.change {
                        true
                    } else {
                        false
                    }
                }
            }
            #expect(stored)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Opening the file is in the ledger, once for one look; pages are not`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let plan = try await example.receive()
            func openings() async throws -> [LedgerRow] {
                try await ListLedger().run(in: office, as: .commandLine).filter {
                    $0.entry.action == "OpenFile"
                }
            }
            func open(_ role: Role) async throws {
                _ = try await ShowFile(plan: plan.id).run(in: office, as: example.actor(role))
            }
            _ = try await example.show(plan)
            #expect(try await openings().isEmpty)
            try await open(.planner)
            example.clock.advance(ShowFile.openingSeconds - 1)
            try await open(.planner)
            #expect(try await openings().map(\.actorName) == ["planner"])
            #expect(try await openings().first?.entry.subjectID == plan.id.rawValue)
            #expect(try await openings().first?.entry.detail == "{\"file\":\"\(plan.file)\"}")
            example.clock.advance(1)
            try await open(.planner)
            #expect(try await openings().count == 2)
            await #expect(throws: NotFound.plan) {
                _ = try await ShowFile(plan: plan.id).run(in: office, as: example.outsider)
            }
            #expect(try await openings().count == 2)
        }
    }

    @Test(arguments: TestDatabase.Engine.all, ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
    func `A secret document leaves nothing behind but the refusal`(engine: TestDatabase.Engine, mark: String)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let member = example.actor(.member)
            let job = try await StartReading(agency: example.department.id).run(in: office, as: member)
            let text = "\(mark)\nKế hoạch bảo vệ đỉnh núi lạ\n- Sở Y tế: việc kín"
            await #expect(throws: ReceiveRefused.secret) {
                try await ReceiveDocument(
                    agency: example.department.id,
                    document: ReceivedDocument(
                        fileName: "dinh-nui-la.txt", mediaType: "text/plain", bytes: Array(text.utf8),
                        text: text),
                    job: job
                ).run(in: office, as: member)
            }
            #expect(try await ShowReading(job: job).run(in: office, as: member).failure == EndReading.secrecy)
            let kept = try await office.pool.read { db in
                try db.value(Int.self, "SELECT (SELECT COUNT(*) FROM document) + (SELECT COUNT(*) FROM plan)")
            }
            #expect(kept == 0)
            let entries = try await ListLedger().run(in: office, as: .commandLine)
            #expect(entries.first?.entry.action == "RefuseSecret")
            #expect(entries.first?.entry.detail == "{}")
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A secret that the converter refused is in the ledger, once and without a word of it`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let member = example.actor(.member)
            let failures: [ReadingFailure] = [
                .conversion(.secrecyMark), .receive(.secret), .conversion(.damaged(.pdf)),
            ]
            for failure in failures {
                let job = try await StartReading(agency: example.department.id).run(in: office, as: member)
                for _ in 1...2 {
                    try await EndReading(job: job, failure: failure).run(in: office, as: member)
                }
            }
            let refusals = try await ListLedger().run(in: office, as: .commandLine).map(\.entry)
                .filter { $0.action == "RefuseSecret" }
            #expect(refusals.count == 2)
            for refusal in refusals {
                #expect(refusal.actor == member.accountID && refusal.detail == "{}")
                #expect(refusal.subjectID == example.department.id.rawValue)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A file whose name bears a mark is refused`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            await #expect(throws: ReceiveRefused.secret) {
                try await ReceiveDocument(
                    agency: example.department.id,
                    document: ReceivedDocument(
                        fileName: "MẬT - Kế hoạch.txt", mediaType: "text/plain",
                        bytes: Array(ExampleOffice.text.utf8), text: ExampleOffice.text)
                ).run(in: example.office, as: example.actor(.member))
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The same file again tells the plan that exists`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.receive()
            await #expect(throws: ReceiveRefused.duplicate(plan.id)) { try await example.receive() }
            try await DeleteDraft(plan: plan.id, revision: 1).run(
                in: example.office, as: example.actor(.planner))
            await #expect(throws: NotFound.plan) { try await example.show(plan) }
            _ = try await example.receive()
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A draft is its agency's business, and a member's own`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let plans = [
                try await example.receive(), try await example.receive("Kế hoạch B\n- Sở A: x", as: .member),
            ]
            func seen(by actor: Actor) async throws -> Int {
                try await ListPlans().run(in: office, as: actor).items.count
            }
            #expect(try await seen(by: example.actor(.planner)) == 2)
            #expect(try await seen(by: example.actor(.member)) == 1)
            #expect(try await seen(by: example.actor(.reader)) == 0)
            #expect(try await seen(by: example.outsider) == 0)
            await #expect(throws: NotFound.plan) {
                try await ShowPlan(plan: plans[0].id).run(in: office, as: example.actor(.member))
            }
            _ = try await ShowPlan(plan: plans[1].id).run(in: office, as: example.actor(.member))
            await #expect(throws: AccessRefused.notAllowed) {
                try await IssuePlan(plan: plans[1].id, revision: 1).run(
                    in: office, as: example.actor(.member))
            }
            await #expect(throws: AccessRefused.signInFirst) {
                try await ListPlans().run(in: office, as: .nobody)
            }
            await #expect(throws: AccessRefused.notAllowed) {
                try await example.receive("Kế hoạch C", as: .reader)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A conversion can be followed and cancelled by its own account only`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let member = example.actor(.member)
            let job = try await StartReading(agency: example.department.id).run(in: office, as: member)
            #expect(try await UpdateReading(job: job, page: 3, of: 9).run(in: office, as: member))
            #expect(try await ShowReading(job: job).run(in: office, as: member).page == 3)
            await #expect(throws: NotFound.job) {
                try await ShowReading(job: job).run(in: office, as: example.actor(.planner))
            }
            try await CancelReading(job: job).run(in: office, as: member)
            #expect(try await !UpdateReading(job: job, page: 4, of: 9).run(in: office, as: member))
        }
    }
}
