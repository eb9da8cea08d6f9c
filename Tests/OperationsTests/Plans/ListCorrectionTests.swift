import Domain
import Foundation
import PlanReader
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

struct ListCorrectionTests {
    private func place(of words: String) throws -> TextRange {
        let text = ExampleOffice.text
        let found = try #require(text.range(of: words))
        let lower = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
        return TextRange(lower, lower + words.utf8.count)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Citations and contacts are corrected, and stay so with a later reader`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            var plan = try await example.receive()
            plan = try await example.correct(
                plan,
                .addCitation(
                    CitationEntry(number: "72/2015/NĐ-CP", date: PartialDay("2015-09-07"), isBasis: true)),
                .addContact(
                    ContactEntry(
                        name: "Lan", title: nil, phone: "0912 345 678", range: try place(of: "đồng chí Lan")))
            )
            let made = try await example.show(plan).draft
            plan = try await example.correct(
                plan,
                .setCitation(
                    made.citations[0].id, CitationEntry(number: "73/2015/NĐ-CP", date: nil, isBasis: false)),
                // The page shows the number masked; sent back so, it stays the number.
                .setContact(
                    made.contacts[0].id,
                    ContactEntry(name: "Nguyễn Thị Lan", title: "Chuyên viên", phone: made.contacts[0].phone))
            )
            let later = Office(
                pool: example.office.pool, passwords: example.office.passwords,
                read: LineReader.later(lead: nil), readerVersion: "2", now: { example.clock.now })
            plan = try await ReadPlanAgain(plan: plan.id, revision: plan.revision).run(
                in: later, as: example.actor(.planner))
            let view = try await example.show(plan)
            #expect(view.draft.citations.map(\.number) == ["73/2015/NĐ-CP"] && view.draft.bases.isEmpty)
            #expect(view.draft.contacts.map(\.name) == ["Nguyễn Thị Lan"])
            #expect(view.draft.contacts[0].title == "Chuyên viên")
            #expect(view.draft.contacts[0].range == (try place(of: "đồng chí Lan")))
            #expect(view.draft.contacts[0].phone?.contains("0912") == false, "pages show it masked")
            let stored = try await example.office.pool.read { [id = plan.id] db in
                try db.corrections(of: id).compactMap { correction -> String? in
                    if case .setContact(_, let value) = correction.change { value.phone } else { nil }
                }
            }
            #expect(stored == ["0912 345 678"])
            plan = try await example.correct(
                plan, .deleteCitation(view.draft.citations[0].id), .deleteContact(view.draft.contacts[0].id))
            let empty = try await example.show(plan).draft
            #expect(empty.citations.isEmpty && empty.contacts.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A task with parties and time is one act and one step of undoing`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            var plan = try await example.receive()
            plan = try await example.correct(
                plan,
                .addTask(
                    range: try place(of: "Liên hệ đồng chí Lan"), at: nil,
                    details: TaskDetails(
                        lead: [PartyEntry(name: "Sở Y tế")], with: [PartyEntry(name: "Báo tỉnh")],
                        time: .continuous)))
            let task = try #require(try await example.show(plan).draft.tasks.last)
            #expect(task.lead.map(\.name) == ["Sở Y tế"] && task.lead[0].agency == example.other.id)
            #expect(task.with.map(\.name) == ["Báo tỉnh"] && task.time?.value == .continuous)
            plan = try await UndoCorrection(plan: plan.id, revision: plan.revision).run(
                in: example.office, as: example.actor(.planner))
            let view = try await example.show(plan)
            #expect(view.draft.tasks.count == 3 && !view.canUndo && view.canRedo)
            plan = try await RedoCorrection(plan: plan.id, revision: plan.revision).run(
                in: example.office, as: example.actor(.planner))
            #expect(try await example.show(plan).draft.tasks.last?.time?.value == .continuous)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A task is cut before the word that a place stands in`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.receive()
            let task = try await example.show(plan).draft.tasks[0]
            let inside = try place(of: "huấn trước").lower + 2
            _ = try await example.correct(plan, .splitTask(task.id, at: inside))
            let words = try await example.show(plan).draft.tasks.prefix(2).map(\.text.value)
            #expect(words == ["- Sở Y tế: mở lớp tập", "huấn trước ngày 2025-06-30"])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A person's own words are cut, and each half keeps its part of the document`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            var plan = try await example.receive()
            let task = try await example.show(plan).draft.tasks[0]
            let words = "Mở hai lớp tập huấn; báo cáo kết quả trước ngày 2025-06-30"
            plan = try await example.correct(plan, .setTaskText(task.id, words))
            let cut = try #require(Array(words.utf8).firstRange(of: Array("báo cáo".utf8))).lowerBound
            // Inside the word: cut before it.
            plan = try await example.correct(plan, .splitWords(task.id, at: cut + 2))
            let halves = try await example.show(plan).draft.tasks.prefix(2)
            #expect(
                halves.map(\.text.value) == [
                    "Mở hai lớp tập huấn;", "báo cáo kết quả trước ngày 2025-06-30",
                ])
            // "lớp tập huấn" stands before the cut in the document, "trước ngày" behind it.
            let there = halves.map { half in
                half.range.map {
                    String(decoding: Array(ExampleOffice.text.utf8)[$0.lower..<$0.upper], as: UTF8.self)
                } ?? ""
            }
            #expect(there[0].hasSuffix("tập huấn") && there[1] == "trước ngày 2025-06-30", "\(there)")
            #expect(halves.map(\.lead.first?.name) == ["Sở Y tế", "Sở Y tế"])
            for place in [0, 1, words.utf8.count, words.utf8.count + 5, -3] {
                let first = try await example.show(plan).draft.tasks[0].id
                await #expect(throws: CorrectionRefused.badSplit) {
                    try await example.correct(plan, .splitWords(first, at: place))
                }
            }
        }
    }

    @Test(
        arguments: [
            // Words that agree on both sides of the cut; none that do: by their share; a place of one word.
            ("một hai ba bốn năm", ["một", "HAI"], ["ba", "bốn"], "ba bốn năm"),
            ("a b c d", ["x"], ["y", "y", "y"], "b c d"),
            ("a b a b a b", ["a", "b"], ["a", "b", "a", "b"], "a b a b"),
            ("chữ", ["a"], ["b"], nil),
        ])
    func `The document is cut where its words are most like those around the cut`(
        text: String, first: [String], second: [String], rest: String?
    ) {
        let place = DocumentText(text).cut(
            of: TextRange(0, text.utf8.count), between: first.map { $0[...] }, and: second.map { $0[...] })
        #expect(place.map { String(decoding: Array(text.utf8)[$0...], as: UTF8.self) } == rest)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A replaced plan tells how, and its file begins a new draft with the corrections`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let planner = example.actor(.planner)
            var one = try await example.receive()
            let first = try await example.show(one).draft.tasks[0]
            one = try await example.correct(one, .setTaskText(first.id, "Mở hai lớp"))
            one = try await example.correct(one, .deleteTask(try await example.show(one).draft.tasks[1].id))
            one = try await UndoCorrection(plan: one.id, revision: one.revision).run(
                in: example.office, as: planner)
            one = try await IssuePlan(
                plan: one.id, revision: one.revision, acknowledgesTasksWithoutLead: true
            )
            .run(in: example.office, as: planner)
            await #expect(throws: PlanRefused.wrongState(.issued)) {
                try await DraftAgain(plan: one.id).run(in: example.office, as: planner)
            }
            var two = try await example.receive(ExampleOffice.text + "\nBản mới")
            two = try await IssuePlan(
                plan: two.id, revision: two.revision, acknowledgesTasksWithoutLead: true
            )
            .run(in: example.office, as: planner)
            one = try await WithdrawPlan(plan: one.id, reason: "Có bản mới", replacedBy: two.id).run(
                in: example.office, as: planner)
            let closed = try await example.show(one)
            let closing = try #require(closed.closing)
            #expect(closing.reason == "Có bản mới" && closing.by == "planner" && closing.at != nil)
            #expect(closing.successor?.id == two.id && closing.again == nil)
            #expect(closed.allowed.contains(.receiveDocument))
            #expect(try await example.show(two).predecessors.map(\.id) == [one.id])
            #expect(closed.predecessors.isEmpty && closed.openQuestions == 0)
            // "Sở Nội vụ" is in no register.
            #expect(try await example.show(two).openQuestions == 1)

            await #expect(throws: AccessRefused.notAllowed) {
                try await DraftAgain(plan: one.id).run(in: example.office, as: example.outsider)
            }
            let again = try await DraftAgain(plan: one.id).run(in: example.office, as: planner)
            let view = try await example.show(again)
            #expect(again.state == .underCorrection && view.draft.tasks.count == 3 && view.canUndo)
            #expect(view.draft.tasks[0].text.value == "Mở hai lớp" && !view.canRedo)
            #expect(view.file.sha256 == closed.file.sha256)
            #expect(try await example.show(one).closing?.again == again.id)
            await #expect(throws: ReceiveRefused.duplicate(again.id)) {
                try await DraftAgain(plan: one.id).run(in: example.office, as: planner)
            }
            let report = try await VerifyLedger().run(in: example.office, as: .commandLine)
            #expect(report.fault == nil)
        }
    }
}
