import Domain
import Markup

/// Tasks of issued plans, to be filtered by agency, time, plan and words, and taken away as a table.
struct TasksPage: Sendable {
    /// What the list was asked for; also what its links and exports carry on.
    struct Filter: Sendable, Equatable {
        var search = ""
        /// A party that leads, in any spelling.
        var agency = ""
        /// A party that coordinates.
        var with = ""
        var plan = ""
        var state = ""

        var query: [(name: String, value: String)] {
            [("q", search), ("agency", agency), ("with", with), ("plan", plan), ("state", state)].filter {
                !$0.1.isEmpty
            }
        }
    }

    struct Row: Sendable {
        var task: Plan.Task
        var planTitle: String
        var planNumber: String?
        var state: TimeState
    }

    /// A plan that the list can be narrowed to.
    struct Choice: Sendable {
        var id: String
        var title: String
        var number: String?

        /// What tells it from others, short enough for a choice.
        var name: String { number.map { "\($0) – \(TasksPage.short(title))" } ?? TasksPage.short(title) }
    }

    /// The longest title in a list, in letters; the whole one is a tip and on the plan's page.
    static let titleLimit = 60

    static func short(_ title: String) -> String {
        guard title.count > titleLimit else { return title }
        let words = title.prefix(titleLimit).split(separator: " ").dropLast()
        return words.joined(separator: " ") + "…"
    }

    var rows: [Row]
    var filter: Filter
    var leads: [String]
    var coordinators: [String]
    var plans: [Choice]
    var counts: [TimeState: Int]
    var next: String?
    var isFirst: Bool
    var mayExport: Bool

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.tasks), at: .tasks,
            """
            \(screen.head("\(screen, .tasks)", onlyPlan.map { "<a href=\"\(Routes.plan($0.id))\" lang=\"vi\">\($0.title)</a>" } ?? "\(screen, .tasksSentence)", acts: exports(screen)))
            \(countsView(screen))
            \(filterForm(screen))
            \(when: rows.isEmpty, screen.nothing(filter == Filter() ? .noTasks : .noTasksFound), otherwise: table(screen))
            \(screen.pages(
                first: isFirst ? nil : Routes.tasks().with(query: filter.query),
                next: next.map { Routes.tasks().with(query: filter.query + [("after", $0)]) }))
            """)
    }

    /// The plan that the list is narrowed to; its rows then needn't name it.
    private var onlyPlan: Choice? { plans.first { $0.id == filter.plan } }

    private func exports(_ screen: Screen) -> Markup {
        guard mayExport, !rows.isEmpty else { return .empty }
        return """
            <a class="button" href="\(Routes.tasksWorkbook().with(query: filter.query))">\(screen, .exportWorkbook)</a>
            <a class="button" href="\(Routes.tasksTable().with(query: filter.query))">\(screen, .exportTable)</a>
            """
    }

    private func countsView(_ screen: Screen) -> Markup {
        """
        <ul class="counts" aria-label="\(screen, .byTime)">\(each: TimeState.allCases, { state in
            """
            <li><a href="\(Routes.tasks().with(query: narrowed(to: state).query))"\
            \(when: filter.state == state.rawValue, " aria-current=\"true\"")><b class="number">\(counts[state] ?? 0)</b> \(screen.tag(state))</a></li>
            """
        })</ul>
        """
    }

    private func narrowed(to state: TimeState) -> Filter {
        var filter = filter
        filter.state = filter.state == state.rawValue ? "" : state.rawValue
        return filter
    }

    private func filterForm(_ screen: Screen) -> Markup {
        """
        <form method="get" action="\(Routes.tasks())" class="filter" role="search">
        <div class="field wide"><label for="q">\(screen, .searchTasks)</label>
        <input id="q" name="q" type="search" lang="vi" value="\(filter.search)" maxlength="200"></div>
        \(screen.choice(.lead, name: "agency", chosen: filter.agency, options: [("", screen(.all))] + leads.map { ($0, $0) }, isVietnamese: true))
        \(screen.choice(.coordinators, name: "with", chosen: filter.with, options: [("", screen(.all))] + coordinators.map { ($0, $0) }, isVietnamese: true))
        \(screen.choice(.plan, name: "plan", chosen: filter.plan, options: [("", screen(.all))] + plans.map { ($0.id, $0.name) }, isVietnamese: true))
        \(screen.choice(.time, name: "state", chosen: filter.state, options: [("", screen(.all))] + TimeState.allCases.map { ($0.rawValue, screen($0.name)) }))
        <button>\(screen, .filter)</button>
        \(when: filter != Filter(), "<a class=\"button\" href=\"\(Routes.tasks())\">\(screen, .clearFilter)</a>")
        </form>
        """
    }

    private func table(_ screen: Screen) -> Markup {
        """
        <div class="table" role="region" aria-label="\(screen, .tasks)" tabindex="0"><table class="folds">
        <thead><tr><th scope="col">\(screen, .task)</th><th scope="col">\(screen, .lead)</th><th scope="col">\(screen, .coordinators)</th>\
        <th scope="col">\(screen, .time)</th><th scope="col">\(screen, .state)</th></tr></thead>
        <tbody>\(each: rows, { row(screen, $0) })</tbody></table></div>
        """
    }

    private func row(_ screen: Screen, _ row: Row) -> Markup {
        """
        <tr><th scope="row" class="words"><a href="\(Routes.task(row.task.id.rawValue))" lang="vi">\(row.task.text)</a>\
        \(under(screen, row))</th>
        <td class="parties" lang="vi" data-label="\(screen, .lead)">\(row.task.lead.map(\.name).joined(separator: "; "))</td>
        <td class="parties" lang="vi" data-label="\(screen, .coordinators)">\(row.task.with.map(\.name).joined(separator: "; "))</td>
        <td class="nowrap" data-label="\(screen, .time)">\(when: row.task.time, { "\(Spelling.time($0, screen.language))" })</td>
        <td>\(screen.tag(row.state))</td></tr>
        """
    }

    /// Where the task stands: its section, and on a list of many plans the plan by its number.
    private func under(_ screen: Screen, _ row: Row) -> Markup {
        let plan: Markup? =
            onlyPlan == nil
            ? """
            <a href="\(Routes.plan(row.task.plan.rawValue))" lang="vi" title="\(row.planTitle)">\(row.planNumber ?? Self.short(row.planTitle))</a>
            """ : nil
        guard plan != nil || row.task.at != nil else { return .empty }
        return """
            <span class="under">\(when: row.task.at, { "<span class=\"nowrap\">\(screen, .section($0))</span>" })\
            \(when: plan != nil && row.task.at != nil, " · ")\(when: plan, { $0 })</span>
            """
    }
}
