import Documents
import Domain
import Foundation
import PlanReader
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

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
