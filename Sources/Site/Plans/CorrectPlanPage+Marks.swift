import Domain

extension CorrectPlanPage {
    /// The most tasks of an earlier page that are still marked where they run on into this one.
    private static let runOnLimit = 3

    /// Every found thing of a draft in a stretch of the text, as marks; of the tasks those that the page lists.
    static func marks(of draft: PlanDraft, tasks: [Int], within bytes: Range<Int>) -> [MarkedText.Mark] {
        var marks: [MarkedText.Mark] = []
        func add(_ id: String, _ kind: MarkKind, _ range: TextRange?, sign: String? = nil) {
            guard let range, range.lower < bytes.upperBound, range.upper > bytes.lowerBound else { return }
            marks.append(MarkedText.Mark(id: id, kind: kind, range: range.lower..<range.upper, sign: sign))
        }
        let runOn = draft.tasks[..<(tasks.first ?? draft.tasks.count)].indices.filter { index in
            draft.tasks[index].range.map { $0.lower < bytes.lowerBound && $0.upper > bytes.lowerBound }
                ?? false
        }
        for index in runOn.suffix(runOnLimit) + tasks {
            let task = draft.tasks[index]
            let id = task.mark
            add(id, .task, task.range ?? task.text.range, sign: String(index + 1))
            for (place, party) in task.lead.enumerated() { add("\(id)-lead-\(place)", .lead, party.range) }
            for (place, party) in task.with.enumerated() { add("\(id)-with-\(place)", .with, party.range) }
            add("\(id)-time", .when, task.time?.range)
        }
        for report in draft.reports { add(report.mark, .report, report.range) }
        for recipient in draft.recipients { add(recipient.mark, .recipient, recipient.range) }
        for contact in draft.contacts { add(contact.mark, .recipient, contact.range) }
        for citation in draft.citations { add(citation.mark, .cite, citation.range) }
        return marks
    }
}

// A task and a report may stand at the same place and then bear the same identifier; on the page they may not.
extension DraftTask {
    /// Names it in marks and fragments of the page.
    var mark: String { "t" + id.rawValue }
}

extension Recipient {
    /// Names it in marks and fragments of the page.
    var mark: String { "n" + id.rawValue }
}

extension CitedDocument {
    /// Names it in marks and fragments of the page.
    var mark: String { "c" + id.rawValue }
}

extension ListedContact {
    /// Names it in marks and fragments of the page.
    var mark: String { "p" + id.rawValue }
}

extension ReportDuty {
    /// Names it in marks and fragments of the page.
    var mark: String { "r" + id.rawValue }
}

extension PlanDraft {
    /// Names a warning, by its place in the draft, in fragments of the page.
    func warningMark(_ index: Int) -> String { "w\(index)" }
}
