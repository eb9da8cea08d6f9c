import Domain
import Markup
import Store

/// One of the lists of a branch, or over all agencies, whole.
struct WatchedPage: Sendable {
    var list: WatchList
    /// Nil for all agencies.
    var branch: (id: Agency.ID, name: String)?
    var rows: [TaskRow]
    var next: String?
    var isFirst: Bool

    func view(_ screen: Screen) -> Markup {
        let here = Self.link(list, of: branch?.id)
        let above = Routes.overview().with(query: [("of", branch?.id.rawValue ?? "all")])
        return screen.page(
            screen(list.name), at: .overview,
            """
            <p class="path"><a href="\(above)">\(screen, .overview)</a></p>
            \(screen.head("\(screen, list.name)\(when: branch, { " – <span lang=\"vi\">\($0.name)</span>" })", "\(screen, list.sentence)"))
            \(when: rows.isEmpty, screen.nothing(.nothingThen), otherwise: table(screen))
            \(screen.pages(first: isFirst ? nil : here, next: next.map { Self.link(list, of: branch?.id, after: $0) }))
            """)
    }

    static func link(_ list: WatchList, of branch: Agency.ID?, after mark: String? = nil) -> Link {
        Routes.watched(list.rawValue).with(
            query: [("of", branch?.rawValue ?? "all")] + (mark.map { [("after", $0)] } ?? []))
    }

    private func table(_ screen: Screen) -> Markup {
        """
        <div class="table" role="region" aria-label="\(screen, list.name)" tabindex="0"><table class="folds">
        <thead><tr><th scope="col">\(screen, .task)</th><th scope="col">\(screen, .lead)</th>\
        <th scope="col">\(screen, .lastDay)</th><th scope="col">\(screen, .state)</th></tr></thead>
        <tbody>\(each: rows, { row in
            """
            <tr><th scope="row" class="words"><a href="\(Routes.task(row.task.id.rawValue))" lang="vi"><span class="clamped">\(row.task.text)</span></a>\
            <span class="under"><a href="\(Routes.plan(row.task.plan.rawValue))" lang="vi" title="\(row.planTitle)">\(row.planNumber ?? TasksPage.short(row.planTitle))</a></span></th>
            <td class="parties" lang="vi" data-label="\(screen, .lead)">\(row.task.lead.map(\.name).joined(separator: "; "))</td>
            <td class="nowrap date" data-label="\(screen, .lastDay)">\(when: row.task.deadline, { "\(Spelling.day($0.due))" })</td>
            <td>\(screen.tag(row.time))</td></tr>
            """
        })</tbody></table></div>
        """
    }
}

/// What one agency leads that is due in one week.
struct AgencyWeekPage: Sendable {
    static let tasksPerDay = 300

    var agency: Agency.ID
    var name: String
    /// Whether what is due below the agency stands here too.
    var isBranch: Bool
    var monday: CalendarDay
    var tasks: [DueTask]
    /// Names of the branch's agencies; empty where only one is shown.
    var leads: [Agency.ID: String]

    func view(_ screen: Screen) -> Markup {
        let week = "\(Spelling.day(monday)) – \(Spelling.day(monday.adding(days: 6)))"
        func link(_ days: Int) -> Link {
            Routes.agencyWeek(agency.rawValue, monday.adding(days: days).description).with(
                query: isBranch ? [("branch", "yes")] : [])
        }
        return screen.page(
            "\(name), \(week)", at: .overview,
            """
            <p class="path"><a href="\(Routes.overview())">\(screen, .overview)</a> › <a href="\(Routes.overview().with(query: [("of", agency.rawValue)]))" lang="vi">\(name)</a></p>
            \(screen.head("<span lang=\"vi\">\(name)</span>", "\(screen, .weekOf) <span class=\"date\">\(week)</span> · \(screen, .tasksCounted(tasks.count))\(when: isBranch, " · \(screen, .withAllBelow)")", acts: """
                <a class="button small" rel="prev" href="\(link(-7))">\(screen, .earlierWeeks)</a><a class="button small" rel="next" href="\(link(7))">\(screen, .laterWeeks)</a>
                """))
            \(when: tasks.isEmpty, screen.nothing(.nothingDueThen), otherwise: """
                <div class="table" role="region" aria-label="\(screen, .tasks)" tabindex="0"><table class="folds">
                <thead><tr><th scope="col">\(screen, .task)</th><th scope="col">\(screen, .lastDay)</th><th scope="col">\(screen, .state)</th></tr></thead>
                <tbody>\(each: tasks, { task in
                    """
                    <tr><th scope="row" class="words"><a href="\(Routes.task(task.task.rawValue))" lang="vi"><span class="clamped">\(task.text)</span></a>\
                    <span class="under"><a href="\(Routes.plan(task.plan.rawValue))" lang="vi" title="\(task.planTitle)">\(task.planNumber ?? TasksPage.short(task.planTitle))</a>\
                    \(when: task.agency.flatMap { leads[$0] }, { " · <span lang=\"vi\">\($0)</span>" })</span></th>
                    <td class="nowrap date" data-label="\(screen, .lastDay)">\(Spelling.day(task.day))</td><td>\(screen.tag(task.standing))</td></tr>
                    """
                })</tbody></table></div>
                """)
            """)
    }
}
