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

struct CorrectPlanTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `Correcting words round a masked number keeps its digits`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let document = "Kế hoạch gọi 0912345678\n- Sở Y tế: gọi 0912 345 678 và 0987654321"
            var plan = try await example.receive(document)
            let task = try #require(try await example.show(plan).draft.tasks.first)
            #expect(task.text.value.contains("**** *** 678"))
            plan = try await example.correct(
                plan, .setTaskText(task.id, task.text.value + " ngay"),
                .setHeader(.title, value: "Kế hoạch mới, *******678", range: nil),
                .setParties(task.id, .lead, [PartyEntry(name: "Bà Lan *******321")]))
            let open = try await example.office.pool.read { [id = plan.id] db in
                let history = CorrectionHistory(all: try db.corrections(of: id), head: 3)
                return try db.planReading(id)?.applying(history.applied).draft
            }
            let draft = try #require(open)
            #expect(draft.tasks[0].text.value == "- Sở Y tế: gọi 0912 345 678 và 0987654321 ngay")
            #expect(draft.title.value == "Kế hoạch mới, 0912345678")
            #expect(draft.tasks[0].lead.map(\.name) == ["Bà Lan 0987654321"])
            await #expect(throws: CorrectionRefused.maskedNumber) {
                try await example.correct(plan, .setTaskText(task.id, "gọi *******000"))
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Corrections are kept, undone and redone`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let planner = example.actor(.planner)
            var plan = try await example.receive()
            let tasks = try await example.show(plan).draft.tasks
            plan = try await example.correct(
                plan, .setParties(tasks[2].id, .lead, [PartyEntry(name: "Báo Kon Tum;")]),
                .setHeader(.number, value: "12/KH-UBND", range: nil))
            #expect(plan.state == .underCorrection && plan.revision == 2 && plan.tasksWithoutLead == 0)
            #expect(plan.number == "12/KH-UBND")
            var view = try await example.show(plan)
            #expect(view.draft.tasks[2].lead.map(\.name) == ["Báo Kon Tum"])
            #expect(view.draft.tasks[2].confirmations[.lead]?.by == planner.accountID)
            #expect(view.canUndo && !view.canRedo)
            // What was asked for at once is taken back at once.
            plan = try await UndoCorrection(plan: plan.id, revision: 2).run(in: office, as: planner)
            view = try await example.show(plan)
            #expect(view.draft.tasks == tasks && !view.canUndo && view.canRedo && plan.number == nil)
            await #expect(throws: PlanRefused.nothingToUndo) {
                try await UndoCorrection(plan: plan.id, revision: 3).run(in: office, as: planner)
            }
            plan = try await RedoCorrection(plan: plan.id, revision: 3).run(in: office, as: planner)
            #expect(try await example.show(plan).draft.tasks[2].lead.map(\.name) == ["Báo Kon Tum"])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The second of two editors is told, and nothing is overwritten`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let plan = try await example.receive()
            try await example.correct(plan, .setHeader(.title, value: "Một", range: nil))
            await #expect(throws: PlanRefused.changedMeanwhile(revision: 2)) {
                try await example.correct(plan, .setHeader(.title, value: "Hai", range: nil))
            }
            #expect(try await example.show(plan).plan.title == "Một")
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Editors at the same moment: one of them gets through`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.receive()
            let taken = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        do {
                            _ = try await example.correct(
                                plan, .setHeader(.title, value: "Số \(number)", range: nil))
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                var count = 0
                for await isTaken in group where isTaken { count += 1 }
                return count
            }
            #expect(taken == 1)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Words are chosen, split and merged by their places`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            var plan = try await example.receive()
            let text = Array(ExampleOffice.text.utf8)
            func place(of words: String) throws -> TextRange {
                let range = try #require(text.firstRange(of: Array(words.utf8)))
                return TextRange(range.lowerBound, range.upperBound)
            }
            plan = try await example.correct(
                plan, .addTask(range: try place(of: "Liên hệ đồng chí Lan"), at: nil))
            var tasks = try await example.show(plan).draft.tasks
            #expect(tasks.map(\.text.value).last == "Liên hệ đồng chí Lan")
            plan = try await example.correct(plan, .splitTask(tasks[0].id, at: try place(of: "mở lớp").lower))
            tasks = try await example.show(plan).draft.tasks
            #expect(
                tasks.map(\.text.value).prefix(2) == ["- Sở Y tế:", "mở lớp tập huấn trước ngày 2025-06-30"])
            #expect(tasks[1].lead.map(\.name) == ["Sở Y tế"])
            plan = try await example.correct(plan, .mergeTasks([tasks[1].id, tasks[0].id]))
            tasks = try await example.show(plan).draft.tasks
            #expect(tasks[0].text.value == "- Sở Y tế: mở lớp tập huấn trước ngày 2025-06-30")
            #expect(tasks.count == 4)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Bad corrections are refused whole`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.receive()
            let task = try await example.show(plan).draft.tasks[0].id
            let bad: [(PlanEdit, CorrectionRefused)] = [
                (.deleteTask(DraftTask.ID("none")), .noSuchItem), (.setTaskText(task, "  "), .badText),
                (.setTaskText(task, "a\u{202E}b"), .badText), (.setTaskText(task, "a\u{0}b"), .badText),
                (.setTaskText(task, String(repeating: "a", count: 30_000)), .badText),
                (.addTask(range: TextRange(0, 1_000_000), at: nil), .badRange),
                (.addTask(range: TextRange(2, 3), at: nil), .badRange), (.splitTask(task, at: 0), .badSplit),
                (.mergeTasks([task]), .badMerge), (.mergeTasks([task, task]), .badMerge),
                (.setHeader(.date, value: "30/02", range: nil), .badDate),
                (.setHeader(.title, value: nil, range: nil), .badText),
                (.setParties(task, .with, [PartyEntry(name: " ; ")]), .badText),
                (.dismissWarning("none"), .noSuchItem),
            ]
            for (edit, refusal) in bad {
                await #expect(throws: refusal) {
                    try await example.correct(plan, .setHeader(.title, value: "Dở dang", range: nil), edit)
                }
            }
            await #expect(throws: CorrectionRefused.tooMany) { try await example.correct(plan) }
            let view = try await example.show(plan)
            #expect(view.plan.revision == 1 && view.plan.title != "Dở dang" && !view.canUndo)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Hostile strings in every field are kept as they are`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            var plan = try await example.receive()
            let task = try await example.show(plan).draft.tasks[0].id
            let hostile = "'; DROP TABLE plan; -- <script>alert(1)</script> \"\\ =1+1 {{x}} %s \u{1F4E2}"
            for field in HeaderField.allCases where field != .date {
                plan = try await example.correct(plan, .setHeader(field, value: hostile, range: nil))
            }
            plan = try await example.correct(
                plan, .setTaskText(task, hostile), .setParties(task, .with, [PartyEntry(name: hostile)]),
                .addRecipient(hostile, range: nil),
                .addReport(ReportEntry(from: [hostile], to: [hostile], by: nil, covers: hostile)))
            plan = try await IssuePlan(
                plan: plan.id, revision: plan.revision, acknowledgesTasksWithoutLead: true
            ).run(
                in: example.office, as: example.actor(.planner))
            let view = try await example.show(plan)
            #expect(view.draft.title.value == hostile && view.draft.signerName?.value == hostile)
            #expect(view.tasks[0].text == hostile && view.tasks[0].with.map(\.name) == [hostile])
            #expect(view.draft.recipients.map(\.name) == [hostile])
            #expect(view.draft.reports.first?.covers == hostile)
            let report = try await VerifyLedger().run(in: example.office, as: example.actor(.reader))
            #expect(report.fault == nil)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Corrections survive a later reader`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            var plan = try await example.receive()
            let tasks = try await example.show(plan).draft.tasks
            plan = try await example.correct(
                plan, .setTaskText(tasks[0].id, "Mở hai lớp"), .confirm(tasks[1].id, .lead),
                .deleteTask(tasks[2].id))
            let later = Office(
                pool: example.office.pool, passwords: example.office.passwords,
                read: LineReader.later(lead: "Sở khác"),
                readerVersion: "2", now: { example.clock.now })
            plan = try await ReadPlanAgain(plan: plan.id, revision: plan.revision).run(
                in: later, as: example.actor(.planner))
            #expect(plan.readerVersion == "2")
            let view = try await ShowPlan(plan: plan.id).run(in: later, as: example.actor(.planner))
            #expect(view.draft.tasks.map(\.id) == [tasks[0].id, tasks[1].id])
            #expect(view.draft.tasks[0].text.value == "Mở hai lớp")
            #expect(view.draft.tasks[0].lead.map(\.name) == ["Sở khác"])
            #expect(view.draft.tasks[1].lead.map(\.name) == ["Sở Nội vụ"])
            #expect(view.conflicts.map(\.reason) == [.readingDiffers])
        }
    }
}

struct IssueTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `Issuing warns of tasks without a lead, freezes, and opens the tasks`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let planner = example.actor(.planner)
            var plan = try await example.receive()
            await #expect(throws: PlanRefused.tasksWithoutLead(1)) {
                try await IssuePlan(plan: plan.id, revision: 1).run(in: office, as: planner)
            }
            plan = try await IssuePlan(plan: plan.id, revision: 1, acknowledgesTasksWithoutLead: true).run(
                in: office, as: planner)
            #expect(plan.state == .issued && plan.issuedBy == planner.accountID)
            await #expect(throws: PlanRefused.wrongState(.issued)) {
                try await example.correct(plan, .setHeader(.title, value: "Muộn", range: nil))
            }
            await #expect(throws: PlanRefused.wrongState(.issued)) {
                try await DeleteDraft(plan: plan.id, revision: plan.revision).run(in: office, as: planner)
            }
            let rows = try await ListTasks().run(in: office, as: example.outsider).items
            #expect(rows.map(\.task.position) == [1, 2, 3])
            #expect(rows[0].task.deadline?.printed.description == "2025-06-30")
            #expect(rows[0].task.deadline?.due.description == "2025-06-29")
            #expect(rows[0].time == .dueSoon)
            let view = try await ShowTask(task: rows[0].id).run(in: office, as: example.actor(.reader))
            #expect(view.sentence == "- Sở Y tế: mở lớp tập huấn trước ngày 2025-06-30")
            let whole = try await example.show(plan).text
            let shown = [view.before, view.sentence, view.after].joined()
            #expect(shown == whole)
            let table = try await ExportTasks().run(in: office, as: example.actor(.member))
            let exported = try await table.reduce(into: []) { $0 += $1 }
            #expect(exported.count == 3 && table.count == 3)
            #expect(exported[0][0] == .number(1) && exported[0][3] == .text("Sở Y tế"))
            #expect(exported[0][7] == .day(CalendarDay(iso: "2025-06-29")))
            #expect(exported[0][7].text == "29/06/2025")
            #expect(exported.allSatisfy { $0.count == table.columns.count })
            // Page by page, none twice and none left out.
            let small = try await ExportTasks(pageRows: 2).run(in: office, as: example.actor(.member))
            #expect(try await small.reduce(into: []) { $0 += $1 } == exported)
            let soon = try await ExportTasks(TaskFilter(times: [.dueSoon])).run(
                in: office, as: example.actor(.member))
            #expect(soon.count == 1)
            await #expect(throws: AccessRefused.self) {
                try await ExportTasks().run(in: office, as: .nobody)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A withdrawn or replaced plan closes its tasks, with a reason`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let planner = example.actor(.planner)
            let one = try await example.receive("Kế hoạch A\n- Sở A: x")
            let two = try await example.receive("Kế hoạch B\n- Sở B: y")
            _ = try await IssuePlan(plan: one.id, revision: 1).run(in: office, as: planner)
            await #expect(throws: PlanRefused.reasonMissing) {
                try await WithdrawPlan(plan: one.id, reason: " ").run(in: office, as: planner)
            }
            await #expect(throws: PlanRefused.badReplacement) {
                try await WithdrawPlan(plan: one.id, reason: "sai", replacedBy: two.id).run(
                    in: office, as: planner)
            }
            await #expect(throws: PlanRefused.wrongState(.read)) {
                try await WithdrawPlan(plan: two.id, reason: "sai").run(in: office, as: planner)
            }
            _ = try await IssuePlan(plan: two.id, revision: 1).run(in: office, as: planner)
            let closed = try await WithdrawPlan(plan: one.id, reason: "sai", replacedBy: two.id).run(
                in: office, as: planner)
            #expect(closed.state == .replaced)
            let open = try await ListTasks().run(in: office, as: planner).items
            #expect(open.map(\.task.plan) == [two.id])
            let view = try await example.show(one)
            #expect(
                view.closing?.reason == "sai" && view.closing?.successor?.id == two.id
                    && view.tasks.first?.state == .cancelled)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A plan of ten thousand tasks is read, corrected, issued and exported`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let text =
                "Kế hoạch lớn\n"
                + (1...10_000).map { "- Sở \($0 % 30): việc số \($0)" }.joined(separator: "\n")
            var plan = try await example.receive(text)
            let tasks = try await example.show(plan).draft.tasks
            #expect(tasks.count == 10_000)
            plan = try await example.correct(plan, .setTaskText(tasks[9_999].id, "Việc cuối"))
            plan = try await IssuePlan(plan: plan.id, revision: plan.revision).run(
                in: example.office, as: example.actor(.planner))
            #expect(try await example.show(plan).tasks.last?.text == "Việc cuối")
            let table = try await ExportTasks(TaskFilter(parties: ["so 7"])).run(
                in: example.office, as: example.actor(.reader))
            // 7, 37, 67 … 9997.
            #expect(table.count == 334)
            let all = try await ExportTasks().run(in: example.office, as: example.actor(.reader))
            let numbers = try await all.reduce(into: []) { $0 += $1.map(\.[0]) }
            #expect(numbers == (1...10_000).map { .number($0) })
        }
    }
}
