import Foundation
import Testing

@testable import Domain

struct CorrectionTests {
    private let reading = PlanDraft.example()

    private func applying(_ changes: Change...) -> PlanDraft.Corrected {
        reading.applying(corrections(changes))
    }

    @Test func `Without corrections the draft is the reading`() {
        #expect(applying().draft == reading)
    }

    @Test func `A header field is set, marked and emptied; the title can't be emptied`() {
        let range = TextRange(5, 9)
        let result = applying(
            .setHeader(field: .number, value: "12/KH-UBND", range: range),
            .setHeader(field: .title, value: nil, range: nil),
            .setHeader(field: .date, value: "2025-01-05", range: nil))
        #expect(
            result.draft.number
                == Marked(
                    "12/KH-UBND", range: range, rule: personRule,
                    confirmation: Confirmation(by: lan, at: noon)))
        #expect(result.draft.title == reading.title)
        #expect(result.draft.date?.value == PartialDay("2025-01-05"))
        let emptied = result.draft.applying(corrections([.setHeader(field: .number, value: nil, range: nil)]))
        #expect(emptied.draft.number == nil)
    }

    @Test func `A new task takes its place in the order of the document`() {
        let quote = Quote(text: "Việc mới", range: TextRange(292, 298))
        let result = applying(.addTask(id: Identifier("new"), at: "II", quote: quote))
        #expect(result.draft.tasks.map(\.id.rawValue)[2] == "new")
        #expect(result.draft.tasks[2].isConfirmed(.text))
    }

    @Test func `A task is edited, confirmed and deleted; others stay`() {
        let anchors = reading.anchors
        let result = applying(
            .setTaskText(task: anchors[0], text: "Sửa"),
            .setParties(task: anchors[1], role: .with, parties: [Party(name: "Công an tỉnh")]),
            .setTime(
                task: anchors[2], time: .continuous,
                words: Quote(text: "thường xuyên", range: TextRange(320, 330))),
            .confirm(task: anchors[3], value: .lead(reading.tasks[3].lead)), .deleteTask(task: anchors[4]))
        let tasks = result.draft.tasks
        #expect(tasks.count == 4)
        #expect(tasks[0].text.value == "Sửa" && tasks[0].isConfirmed(.text))
        #expect(tasks[1].with.map(\.name) == ["Công an tỉnh"] && tasks[1].isConfirmed(.with))
        #expect(tasks[2].time?.value == .continuous && tasks[2].timeWords == "thường xuyên")
        #expect(tasks[3].confirmations[.lead] == Confirmation(by: lan, at: noon))
        #expect(tasks[3].lead == reading.tasks[3].lead)
        #expect(result.conflicts.isEmpty)
    }

    @Test func `A split keeps the first piece's name and hands parties on`() {
        let whole = reading.tasks[1]
        let pieces = [
            NewPiece(id: whole.id, quote: Quote(text: "Một", range: TextRange(200, 240))),
            NewPiece(id: Identifier("second"), quote: Quote(text: "Hai", range: TextRange(241, 290))),
        ]
        let result = applying(.splitTask(task: Anchor(whole), pieces: pieces))
        #expect(
            result.draft.tasks.map(\.text.value) == [
                "Nhiệm vụ 1", "Một", "Hai", "Nhiệm vụ 3", "Nhiệm vụ 4", "Nhiệm vụ 5",
            ])
        #expect(result.draft.tasks[1].id == whole.id)
        #expect(result.draft.tasks[2].lead == whole.lead)
        let edited = result.draft.applying(
            corrections([.setTaskText(task: Anchor(result.draft.tasks[2]), text: "Hai, sửa")]))
        #expect(edited.draft.tasks[2].text.value == "Hai, sửa")
    }

    @Test func `A merge joins parties and places into the first task`() {
        let result = applying(.mergeTasks(tasks: Array(reading.anchors[1...3]), text: "Gộp"))
        #expect(result.draft.tasks.count == 3)
        let merged = result.draft.tasks[1]
        #expect(merged.id == reading.tasks[1].id)
        #expect(merged.text.value == "Gộp")
        #expect(merged.lead.map(\.name) == ["Sở 2", "Sở 3", "Sở 4"])
        #expect(merged.range == TextRange(200, 490))
    }

    @Test func `Reports, recipients, contacts and warnings are changed`() {
        let report = Anchor(reading.reports[0])
        var other = reading.reports[0]
        other.by = PartialDay("--11-30")
        let result = applying(
            .setReport(report: report, value: other),
            .addRecipient(recipient: Recipient(id: Identifier("n2"), name: "Báo", range: nil)),
            .setRecipient(recipient: Anchor(reading.recipients[0]), name: "UBND tỉnh"),
            .deleteContact(contact: Anchor(reading.contacts[0])), .dismissWarning(id: "w1"))
        #expect(result.draft.reports[0].by == PartialDay("--11-30"))
        #expect(result.draft.reports[0].confirmation != nil)
        #expect(result.draft.recipients.map(\.name) == ["UBND tỉnh", "Báo"])
        #expect(result.draft.contacts.isEmpty)
        #expect(result.draft.warnings.isEmpty)
        let emptied = result.draft.applying(
            corrections([
                .deleteReport(report: report), .deleteRecipient(recipient: Anchor(reading.recipients[0])),
            ]))
        #expect(emptied.draft.reports.isEmpty)
        #expect(emptied.draft.recipients.map(\.name) == ["Báo"])
    }

    @Test func `What a deleted task was to become is shown as a conflict`() {
        let anchor = reading.anchors[2]
        let result = applying(.deleteTask(task: anchor), .setTaskText(task: anchor, text: "Muộn"))
        #expect(result.draft.tasks.count == 4)
        #expect(result.conflicts.map(\.reason) == [.targetMissing])
        #expect(result.conflicts.first?.correction.change == .setTaskText(task: anchor, text: "Muộn"))
    }

    @Test func `Corrections read back from JSON as they were`() throws {
        let pieces = [
            NewPiece(id: Identifier("a"), quote: Quote(text: "\"<b>\u{1F4E2}\\", range: TextRange(1, 2)))
        ]
        let anchor = reading.anchors[0]
        let changes: [Change] = [
            .setHeader(field: .date, value: "2025-01", range: nil), .splitTask(task: anchor, pieces: pieces),
            .mergeTasks(tasks: [anchor], text: "x"),
            .setTime(task: anchor, time: .by(PartialDay("---20")!, before: true), words: nil),
            .confirm(task: anchor, value: .time(nil)), .addReport(report: reading.reports[0]),
            .dismissWarning(id: "';--"),
        ]
        let data = try JSONEncoder().encode(changes)
        #expect(try JSONDecoder().decode([Change].self, from: data) == changes)
    }

    /// In squares of the number it would not end within the limit, which is no measure of anything else.
    @Test(.timeLimit(.minutes(5))) func `Ten thousand tasks take as many corrections`() {
        let reading = PlanDraft.example(tasks: 10_000)
        let changes = reading.anchors.map { Change.setTaskText(task: $0, text: "Sửa") }
        let result = reading.applying(corrections(changes))
        #expect(result.draft.tasks.allSatisfy { $0.text.value == "Sửa" })
    }
}

struct RereadingTests {
    private let reading = PlanDraft.example()

    @Test func `Tasks keep their names when a later reader shifts their places a little`() {
        let later = PlanDraft.example(shiftedBy: 8).keepingIdentity(of: reading)
        #expect(later.tasks.map(\.id) == reading.tasks.map(\.id))
        #expect(later.tasks.map(\.range) != reading.tasks.map(\.range))
    }

    @Test func `A task that is new gets a name that no other bears`() {
        var later = PlanDraft.example(shiftedBy: 8)
        var extra = later.tasks[0]
        extra.id = reading.tasks[4].id
        extra.range = TextRange(5000, 5050)
        later.tasks.append(extra)
        let kept = later.keepingIdentity(of: reading)
        #expect(Set(kept.tasks.map(\.id)).count == 6)
        #expect(kept.tasks[4].id == reading.tasks[4].id)
    }

    @Test func `Corrections survive a reading that reads everything a little otherwise`() {
        let anchors = reading.anchors
        let made = corrections([
            .setTaskText(task: anchors[0], text: "Sửa"), .deleteTask(task: anchors[1]),
            .setParties(task: anchors[2], role: .lead, parties: [Party(name: "Sở Y tế")]),
        ])
        // Without names kept, places alone must do.
        let later = PlanDraft.example(shiftedBy: 8)
        for draft in [later, later.keepingIdentity(of: reading)] {
            let result = draft.applying(made)
            #expect(result.draft.tasks.count == 4)
            #expect(result.draft.tasks[0].text.value == "Sửa")
            #expect(result.draft.tasks[1].lead.map(\.name) == ["Sở Y tế"])
            #expect(result.conflicts.isEmpty)
        }
    }

    @Test func `A confirmed value stands against a later reading, and the difference is shown`() {
        let made = corrections([.confirm(task: reading.anchors[0], value: .lead(reading.tasks[0].lead))])
        var later = reading
        later.tasks[0].lead = [Party(name: "Sở khác")]
        let result = later.applying(made)
        #expect(result.draft.tasks[0].lead.map(\.name) == ["Sở 1"])
        #expect(result.conflicts.map(\.reason) == [.readingDiffers])
    }

    @Test func `A correction whose words are no task any more is kept as a conflict`() {
        let made = corrections([.setTaskText(task: reading.anchors[3], text: "Giữ lại")])
        var later = reading
        later.tasks.remove(at: 3)
        let result = later.applying(made)
        #expect(result.conflicts == [CorrectionConflict(correction: made[0], reason: .targetMissing)])
        #expect(result.draft.tasks == later.tasks)
    }

    @Test func `A place that changed much is in force and marked`() {
        let made = corrections([.setTaskText(task: reading.anchors[0], text: "Sửa")])
        var later = reading
        later.tasks[0].id = Identifier("other")
        later.tasks[0].range = TextRange(100, 145)
        let result = later.applying(made)
        #expect(result.draft.tasks[0].text.value == "Sửa")
        #expect(result.conflicts.map(\.reason) == [.targetChanged])
    }

    @Test func `A split made by a person replaces the one that a later reader makes`() {
        let whole = reading.tasks[1]
        let pieces = [
            NewPiece(id: whole.id, quote: Quote(text: "Một", range: TextRange(200, 240))),
            NewPiece(id: Identifier("second"), quote: Quote(text: "Hai", range: TextRange(241, 290))),
        ]
        var later = reading
        later.tasks[1].range = TextRange(200, 260)
        var half = later.tasks[1]
        half.id = Identifier("half")
        half.range = TextRange(261, 290)
        later.tasks.insert(half, at: 2)
        let result = later.keepingIdentity(of: reading).applying(
            corrections([.splitTask(task: Anchor(whole), pieces: pieces)]))
        #expect(
            result.draft.tasks.map(\.text.value) == [
                "Nhiệm vụ 1", "Một", "Hai", "Nhiệm vụ 3", "Nhiệm vụ 4", "Nhiệm vụ 5",
            ])
    }
}

struct CorrectionHistoryTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func `Undo and redo walk one line, and nothing is ever lost`(seed: UInt64) {
        var random = SeededGenerator(state: seed)
        var history = CorrectionHistory()
        var line: [Int] = []
        var undone: [Int] = []
        for step in 0..<300 {
            switch Int.random(in: 0..<4, using: &random) {
            case 0, 1:
                let made = history.append(.dismissWarning(id: "\(step)"), by: lan, at: noon)
                #expect(made.id == history.all.count)
                line.append(made.id)
                undone = []
            case 2:
                let taken = history.undo()
                #expect(taken?.id == line.last)
                if let last = line.popLast() { undone.append(last) }
            default:
                // Past the line's end an older branch may come back; what was undone just now comes
                // first.
                guard let expected = undone.popLast() else { continue }
                #expect(history.redo()?.id == expected)
                line.append(expected)
            }
            #expect(history.applied.map(\.id) == line)
            #expect(history.canUndo == !line.isEmpty)
        }
        #expect(CorrectionHistory(all: history.all, head: history.head) == history)
    }

    @Test func `Undoing everything gives the reading back, redoing everything the draft`() {
        let reading = PlanDraft.example()
        var history = CorrectionHistory()
        history.append(.deleteTask(task: reading.anchors[0]), by: lan, at: noon)
        history.append(.mergeTasks(tasks: Array(reading.anchors[2...3]), text: "Gộp"), by: lan, at: noon)
        history.append(.setHeader(field: .title, value: "Khác", range: nil), by: lan, at: noon)
        let corrected = reading.applying(history.applied)
        while history.undo() != nil {}
        #expect(reading.applying(history.applied).draft == reading)
        while history.redo() != nil {}
        #expect(reading.applying(history.applied) == corrected)
        #expect(history.all.count == 3)
    }
}
