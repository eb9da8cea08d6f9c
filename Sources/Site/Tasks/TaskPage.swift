import Domain
import Markup

/// One task with the words of the plan that demand it.
struct TaskPage: Sendable {
    var task: Plan.Task
    var state: TimeState
    var plan: Plan
    /// The document's words round the task, telephone numbers masked.
    var before: String
    var words: String
    var after: String
    var agencyNames: [Agency.ID: String]

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.taskNumber(task.position)), at: .tasks,
            """
            <p class="path"><a href="\(Routes.tasks())">\(screen, .tasks)</a> / <a href="\(Routes.plan(plan.id.rawValue))" lang="vi">\(plan.title)</a></p>
            \(screen.head("\(screen, .taskNumber(task.position))\(when: task.at, { " <span class=\"soft\">\($0)</span>" })"))
            <div class="two"><div>
            <section class="sheet"><p lang="vi" class="lead-words">\(task.text)</p></section>
            <section class="sheet" aria-labelledby="words-title"><h2 id="words-title">\(screen, .demandedBy)</h2>
            <div class="quoted" lang="vi">\(TaskPage.joined(before, cutsStart: true))<mark class="m task lit">\(TaskPage.joined(words))</mark>\(TaskPage.joined(after, cutsEnd: true))</div></section>
            </div><section class="sheet" aria-labelledby="facts-title"><h2 id="facts-title">\(screen, .assignment)</h2>
            <dl class="facts">
            <dt>\(screen, .state)</dt><dd>\(screen.tag(state))</dd>
            <dt>\(screen, .lead)</dt><dd>\(parties(screen, task.lead))</dd>
            <dt>\(screen, .coordinators)</dt><dd>\(parties(screen, task.with))</dd>
            <dt>\(screen, .time)</dt><dd>\(when: task.time, { "\(Spelling.time($0, screen.language))" }, otherwise: "–")\(when: task.timeWords, { "<br><span class=\"soft\" lang=\"vi\">“\($0)”</span>" })</dd>
            \(when: task.deadline, { "<dt>\(screen, .lastDay)</dt><dd class=\"date\">\(Spelling.day($0.due))</dd>" })
            <dt>\(screen, .plan)</dt><dd lang="vi"><a href="\(Routes.plan(plan.id.rawValue))">\(plan.number ?? plan.title)</a></dd>
            </dl></section></div>
            """)
    }

    /// Lines without the empty ones between them; a word that was cut at an end gives way to an ellipsis.
    static func joined(_ text: String, cutsStart: Bool = false, cutsEnd: Bool = false) -> String {
        var text = text[...]
        if cutsStart, let blank = text.firstIndex(where: \.isWhitespace) { text = text[blank...] }
        if cutsEnd, let blank = text.lastIndex(where: \.isWhitespace) { text = text[..<blank] }
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        let startsLine = text.prefix(while: \.isWhitespace).contains(where: \.isNewline)
        let endsLine = text.reversed().prefix(while: \.isWhitespace).contains(where: \.isNewline)
        return (startsLine ? "\n" : "") + (cutsStart && !text.isEmpty ? "… " : "")
            + lines.joined(separator: "\n")
            + (cutsEnd && !text.isEmpty ? " …" : "") + (endsLine ? "\n" : "")
    }

    private func parties(_ screen: Screen, _ parties: [Party]) -> Markup {
        guard !parties.isEmpty else { return "–" }
        return parties.map { party in
            """
            <span lang="vi">\(party.name)</span>\
            \(when: party.agency.flatMap { agencyNames[$0] }.flatMap { $0 == party.name ? nil : $0 }, { "<br><span class=\"soft\" lang=\"vi\">→ \($0)</span>" })
            """
        }.joined(separator: "<br>")
    }
}
