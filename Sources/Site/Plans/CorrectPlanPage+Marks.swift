import Domain

extension CorrectPlanPage {
    /// Every found thing of a draft that begins in a stretch of the text, as marks.
    static func marks(of draft: PlanDraft, within bytes: Range<Int>) -> [MarkedText.Mark] {
        var marks: [MarkedText.Mark] = []
        func add(_ id: String, _ kind: MarkKind, _ range: TextRange?, sign: String? = nil) {
            guard let range, range.lower < bytes.upperBound, range.upper > bytes.lowerBound else { return }
            marks.append(MarkedText.Mark(id: id, kind: kind, range: range.lower..<range.upper, sign: sign))
        }
        for (index, task) in draft.tasks.enumerated() {
            let id = task.mark
            add(id, .task, task.range ?? task.text.range, sign: String(index + 1))
            for (place, party) in task.lead.enumerated() { add("\(id)-lead-\(place)", .lead, party.range) }
            for (place, party) in task.with.enumerated() { add("\(id)-with-\(place)", .with, party.range) }
            add("\(id)-time", .when, task.time?.range)
        }
        for report in draft.reports { add(report.mark, .report, report.range) }
        for (index, citation) in draft.citations.enumerated() { add("c\(index)", .cite, citation.range) }
        return marks
    }
}

// A task and a report may stand at the same place and then bear the same identifier; on the page they may not.
extension DraftTask {
    /// Names it in marks and fragments of the page.
    var mark: String { "t" + id.rawValue }
}

extension ReportDuty {
    /// Names it in marks and fragments of the page.
    var mark: String { "r" + id.rawValue }
}
