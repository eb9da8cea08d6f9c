import Domain
import Markup
import Vietnamese

/// Corrections that a later reading made doubtful, each with what it was and where.
extension CorrectPlanPage {
    /// The most that are listed; the rest is counted.
    private static let listedLimit = 100

    func conflictsView(_ screen: Screen) -> Markup {
        screen.notice(
            .warn,
            """
            <div id="conflicts"><p>\(screen, .conflicts(conflicts.count))</p>
            <ul class="plainlist small">\(each: conflicts.prefix(Self.listedLimit), { conflict in
                let about = conflict.correction.change.about
                return """
                    <li class="row"><span class="what"><b>\(screen, about.act)</b>\(when: about.words, { " “<span lang=\"vi\">\(PhoneMask.masked(Self.short($0)))</span>”" }): \(screen, conflict.reason.sentence)\
                    \(when: line(of: about.range), { " <a href=\"#line-\($0)\">\(screen, .line($0))</a>" })</span>\
                    \(when: canCorrect, screen.form(
                        Routes.corrections(plan.id.rawValue),
                        """
                        \(hiddenFields)<input type="hidden" name="warning" value="\(conflict.id)">\
                        <button class="plain small" name="do" value="dismiss" aria-label="\(screen, .dismiss): \(screen, about.act)">\(screen, .dismiss)</button>
                        """))</li>
                    """
            })</ul></div>
            """)
    }

    private static func short(_ words: String) -> String {
        words.count <= 160 ? words : String(words.prefix(160)) + "…"
    }
}

extension CorrectionConflict.Reason {
    var sentence: Phrase {
        switch self {
        case .targetMissing:
            Phrase(
                "không còn mục này trong lần đọc mới, nên nội dung đã sửa không được áp dụng.",
                "the new reading has no such item, so the correction is not in force.")
        case .targetChanged:
            Phrase(
                "vẫn áp dụng, nhưng mục này nay được đọc khác nhiều.",
                "in force, but the item is read quite differently now.")
        case .readingDiffers:
            Phrase(
                "giữ theo nội dung đã xác nhận; lần đọc mới cho kết quả khác.",
                "what was confirmed stands; the new reading finds something else.")
        case .foundAgain:
            Phrase(
                "lần đọc này cũng tìm thấy mục đó nên có thể bị trùng; hãy xóa một trong hai.",
                "the reader finds it as well, so it may stand there twice; delete one.")
        }
    }
}

extension Change {
    /// What was done, the words that it was done with, and where.
    var about: (act: Phrase, words: String?, range: TextRange?) {
        switch self {
        case .setHeader(let field, let value, let range): (field.label, value, range)
        case .addTask(_, _, let quote): (.addTask, quote.text, quote.range)
        case .setTaskText(let task, let text): (.changedText, text, task.range)
        case .deleteTask(let task): (.delete, nil, task.range)
        case .splitTask(let task, let pieces):
            (.split, pieces.map(\.quote.text).joined(separator: " | "), task.range)
        case .mergeTasks(let tasks, let text): (.merge, text, tasks.first?.range)
        case .setParties(let task, let role, let parties):
            (role == .lead ? .lead : .coordinators, Self.names(parties), task.range)
        case .setTime(let task, let time, _): (.time, time.map { Spelling.time($0, .vi) }, task.range)
        case .confirm(let task, let value): (.confirm, value.words, task.range)
        case .addReport(let report): (.reports, Self.names(report.from), report.range)
        case .setReport(let report, let value): (.reports, Self.names(value.from), report.range)
        case .deleteReport(let report): (.reports, nil, report.range)
        case .addRecipient(let recipient): (.recipients, recipient.name, recipient.range)
        case .setRecipient(let recipient, let name): (.recipients, name, recipient.range)
        case .deleteRecipient(let recipient): (.recipients, nil, recipient.range)
        case .addContact(let contact): (.contacts, contact.name, contact.range)
        case .setContact(let contact, let value): (.contacts, value.name, contact.range)
        case .deleteContact(let contact): (.contacts, nil, contact.range)
        case .addCitation(let citation): (.citations, citation.number, citation.range)
        case .setCitation(let citation, let value): (.citations, value.number, citation.range)
        case .deleteCitation(let citation): (.citations, nil, citation.range)
        case .dismissWarning: (.dismiss, nil, nil)
        }
    }

    private static func names(_ parties: [Party]) -> String { parties.map(\.name).joined(separator: "; ") }
}

extension ConfirmedValue {
    fileprivate var words: String? {
        switch self {
        case .text(let text): text
        case .lead(let parties), .with(let parties): parties.map(\.name).joined(separator: "; ")
        case .time(let time): time.map { Spelling.time($0, .vi) }
        }
    }
}
