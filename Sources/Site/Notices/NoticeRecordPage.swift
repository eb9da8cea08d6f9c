import Domain
import Markup
import Store

/// Who was told what about a task or a plan, when, by which way, with what result.
struct NoticeRecordPage: Sendable {
    var plan: Plan
    /// Nil: of the whole plan.
    var task: Plan.Task.ID?
    var rows: [NoticeRow]

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.noticeRecord), at: .plans,
            """
            <p class="path"><a href="\(Routes.plan(plan.id.rawValue))" lang="vi">\(plan.title)</a>\
            \(when: task, { " <a href=\"\(Routes.task($0.rawValue))\">\(screen, .noticeOf)</a>" })</p>
            \(screen.head("\(screen, .noticeRecord)", "\(screen, .noticeRecordSentence)"))
            \(when: rows.isEmpty, screen.nothing(.noticeRecordEmpty), otherwise: table(screen))
            """)
    }

    private func table(_ screen: Screen) -> Markup {
        """
        <div class="table" role="region" aria-label="\(screen, .noticeRecord)" tabindex="0"><table class="folds">
        <thead><tr><th scope="col">\(screen, .instant)</th><th scope="col">\(screen, .recipient)</th>\
        <th scope="col">\(screen, .noticeReason)</th><th scope="col">\(screen, .noticeWay)</th></tr></thead>
        <tbody>\(each: rows, { row in
            """
            <tr><td class="nowrap date" data-label="\(screen, .instant)">\(Spelling.instant(row.notice.madeAt))</td>
            <td data-label="\(screen, .recipient)" lang="vi">\(row.recipientName)\(when: row.agencyName, { "<span class=\"under\">\($0)</span>" })</td>
            <td data-label="\(screen, .noticeReason)">\(screen, .notice(row.notice))\
            \(when: task == nil ? row.taskText : nil, { "<span class=\"under\" lang=\"vi\">\($0)</span>" })</td>
            <td data-label="\(screen, .noticeWay)">\(when: row.notice.recipient.account != nil, "\(screen, .inInbox(readAt: row.notice.readAt.map(Spelling.instant)))")\
            \(when: row.letterState, { "<span class=\"under\">\(screen, .byMail($0, at: row.letterAt.map(Spelling.instant), answer: row.letterAnswer))</span>" })</td></tr>
            """
        })</tbody></table></div>
        """
    }
}
