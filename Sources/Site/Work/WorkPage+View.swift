import Domain
import Markup
import Operations
import Store

extension WorkPage {
    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.work), at: .work,
            """
            \(screen.head("<span lang=\"vi\">\(agency.name)</span>", "\(screen, .workSentence)", acts: switching(screen)))
            \(outcomesView(screen))
            \(tabs(screen))
            \(when: hasTicks, bulkForm(screen), otherwise: sectionsView(screen))
            \(screen.pages(first: isFirst ? nil : link(view), next: next.map { link(view, after: $0) }))
            """)
    }

    private func switching(_ screen: Screen) -> Markup {
        guard agencies.count > 1 else { return .empty }
        return """
            <form method="get" action="\(Routes.work())" class="row"><label for="agency" class="small">\(screen, .switchAgency)</label>
            <select id="agency" name="agency" lang="vi">\(each: agencies, { one in
                "<option value=\"\(one.id.rawValue)\"\(when: one.id == agency.id, " selected")>\(one.name)</option>"
            })</select><button class="small">\(screen, .show)</button></form>
            """
    }

    private func tabs(_ screen: Screen) -> Markup {
        let lists: [DeskList] = [.overdue, .due, .waitingForMe, .waitingForOthers]
        return """
            <nav aria-label="\(screen, .work)"><ul class="counts">
            \(each: lists, { list in
                """
                <li><a href="\(link(.list(list)))"\(when: view == .list(list), " aria-current=\"page\"")><b class="number">\(count(screen, list))</b> \
                <span class="tag\(when: (counts[list] ?? 0) > 0, " \(Self.sign(list))")">\(screen, list.name)</span></a></li>
                """
            })</ul>
            <p class="row small tabs"><a href="\(link(.today))"\(when: view == .today, " aria-current=\"page\"")>\(screen, .overviewTab)</a>
            <a href="\(link(.givenToMe))"\(when: view == .givenToMe, " aria-current=\"page\"")>\(screen, .givenToMe)</a>
            <a href="\(link(.list(.ended)))"\(when: view == .list(.ended), " aria-current=\"page\"")>\(screen, DeskList.ended.name)</a></p></nav>
            """
    }

    private static func sign(_ list: DeskList) -> String {
        switch list {
        case .overdue: "square bad"
        case .due: "half"
        case .waitingForMe: "half warn"
        case .waitingForOthers, .ended: "full"
        }
    }

    private func count(_ screen: Screen, _ list: DeskList) -> String {
        let count = counts[list] ?? 0
        return count >= CountDesk.bound ? screen(.atLeast(count)) : String(count)
    }

    private var hasTicks: Bool {
        !verbs.isEmpty && sections.contains { $0.rows.contains(where: \.mayTick) }
    }

    private func sectionsView(_ screen: Screen) -> Markup {
        sections.map { section in
            """
            <div class="part"><div class="head"><h2>\(screen, section.title)</h2>\
            \(when: section.all, { "<p class=\"small\"><a href=\"\(link($0))\">\(screen, .seeAll)<span class=\"only-heard\">: \(screen, section.title)</span></a></p>" })</div>
            \(when: section.rows.isEmpty, empty(screen, section), otherwise: table(screen, section))
            </div>
            """
        }.joined(separator: "")
    }

    /// Among other sections one line is enough.
    private func empty(_ screen: Screen, _ section: Section) -> Markup {
        sections.count > 1
            ? "<p class=\"soft\">\(screen, section.nothing)</p>" : screen.nothing(section.nothing)
    }

    private func table(_ screen: Screen, _ section: Section) -> Markup {
        """
        <div class="table" role="region" aria-label="\(screen, section.title)" tabindex="0"><table class="folds">
        <thead><tr>\(when: hasTicks, "<td class=\"tick\"></td>")<th scope="col">\(screen, .task)</th><th scope="col">\(screen, .roleHere)</th>\
        <th scope="col">\(screen, .lastDay)</th><th scope="col">\(screen, .state)</th></tr></thead>
        <tbody>\(each: section.rows, { row(screen, $0) })</tbody></table></div>
        """
    }

    private func row(_ screen: Screen, _ row: Row) -> Markup {
        let task = row.task.task
        return """
            <tr>\(when: hasTicks, "<td class=\"tick\">\(when: row.mayTick, "<input type=\"checkbox\" lang=\"vi\" name=\"task\" value=\"\(row.target)\" aria-label=\"\(screen, .tick(TasksPage.short(task.text)))\"\(when: typed?.targets.contains(row.id) == true, " checked")>")</td>")
            <th scope="row" class="words"><a href="\(Routes.task(task.id.rawValue))" lang="vi"><span class="clamped">\(task.text)</span></a>\
            <span class="under"><a href="\(Routes.plan(task.plan.rawValue))" lang="vi">\(row.task.planNumber ?? TasksPage.short(row.task.planTitle))</a></span></th>
            <td data-label="\(screen, .roleHere)">\(screen, row.role.name)</td>
            <td class="nowrap" data-label="\(screen, .lastDay)">\(when: row.due, { "<span class=\"date\">\(Spelling.day($0))</span>\(when: row.isPending && $0 < today, "<br>\(screen.tag(TimeState.overdue))")" }, otherwise: "<span class=\"soft\">\(screen, (row.task.time == .continuous ? TimeState.continuous : .none).name)</span>")</td>
            <td>\(screen.tag(task.state))\(when: task.progress.asksForTime, "<br><span class=\"tag half warn\">\(screen, .asksForTimeSign)</span>")</td></tr>
            """
    }

    // MARK: - Many at once

    private func bulkForm(_ screen: Screen) -> Markup {
        screen.form(
            Routes.work(), class: "desk-work",
            """
            <input type="hidden" name="agency" value="\(agency.id.rawValue)"><input type="hidden" name="list" value="\(view.text)">
            \(sectionsView(screen))
            <fieldset class="sheet bulk"><legend>\(screen, .bulkTitle)</legend>
            \(when: typed?.fault, { "<p class=\"wrong\" role=\"alert\">\(screen, $0)</p>" })
            <div class="trio">
            \(screen.choice(.bulkVerb, name: "verb", chosen: typed?.verb ?? "", options: verbs.map { ($0.rawValue, screen($0.name)) }))
            \(when: verbs.contains(.delegate), screen.choice(.colleague, name: "account", chosen: typed?.account ?? "", options: [("", screen(.wholeAgency))] + colleagues.map { ($0.id.rawValue, $0.displayName) }, isVietnamese: true))
            </div>
            <div class="field"><label for="bulk-words">\(screen, .bulkWords)</label><span class="hint" id="bulk-hint">\(screen, .bulkWordsHint)</span>
            <textarea id="bulk-words" name="words" lang="vi" maxlength="3000" aria-describedby="bulk-hint">\(typed?.words ?? "")</textarea></div>
            <p><button>\(screen, .bulkRun)</button></p></fieldset>
            """)
    }

    private func outcomesView(_ screen: Screen) -> Markup {
        guard !outcomes.isEmpty else { return .empty }
        let isWhole = outcomes.allSatisfy { $0.refusal == nil }
        return screen.notice(
            isWhole ? .good : .warn,
            """
            <h2>\(screen, .outcomes)</h2><ul class="plainlist">\(each: outcomes, { one in
                """
                <li><a href="\(Routes.task(one.task.rawValue))" lang="vi">\(TasksPage.short(one.text, to: 120))</a>
                <span class="under">\(when: one.refusal, { "<span class=\"wrong\">\(screen, $0)</span>" }, otherwise: "<span class=\"tag full good\">\(screen, .bulkDone)</span>")</span></li>
                """
            })</ul>
            """, isLive: true)
    }
}
