import Domain
import Markup

/// Tasks of issued plans, to be filtered by agency, time, plan and words, and taken away as a table.
struct TasksPage: Sendable {
    /// What the list was asked for; also what its links and exports carry on.
    struct Filter: Sendable, Equatable {
        var search = ""
        var agency = ""
        var plan = ""
        var state = ""

        var query: [(name: String, value: String)] {
            [("q", search), ("agency", agency), ("plan", plan), ("state", state)].filter { !$0.1.isEmpty }
        }
    }

    struct Row: Sendable {
        var task: Plan.Task
        var planTitle: String
        var planNumber: String?
        var state: TimeState
    }

    var rows: [Row]
    var filter: Filter
    var leads: [String]
    /// The plan that the list is narrowed to.
    var planTitle: String?
    var counts: [TimeState: Int]
    var next: String?
    var isFirst: Bool
    var mayExport: Bool

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.tasks), at: .tasks,
            """
            \(screen.head("\(screen, .tasks)", planTitle.map { "<span lang=\"vi\">\($0)</span>" } ?? "\(screen, .tasksSentence)", acts: exports(screen)))
            \(countsView(screen))
            \(filterForm(screen))
            \(when: rows.isEmpty, screen.nothing(filter == Filter() ? .noTasks : .noTasksFound), otherwise: table(screen))
            \(screen.pages(
                first: isFirst ? nil : Routes.tasks().with(query: filter.query),
                next: next.map { Routes.tasks().with(query: filter.query + [("after", $0)]) }))
            """)
    }

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
            <li><a href="\(Routes.tasks().with(query: Filter(search: filter.search, agency: filter.agency, plan: filter.plan, state: state.rawValue).query))"\
            \(when: filter.state == state.rawValue, " aria-current=\"true\"")><b class="number">\(counts[state] ?? 0)</b> \(screen.tag(state))</a></li>
            """
        })</ul>
        """
    }

    private func filterForm(_ screen: Screen) -> Markup {
        """
        <form method="get" action="\(Routes.tasks())" class="filter" role="search">
        \(when: !filter.plan.isEmpty, "<input type=\"hidden\" name=\"plan\" value=\"\(filter.plan)\">")
        <div class="field wide"><label for="q">\(screen, .searchTasks)</label>
        <input id="q" name="q" type="search" lang="vi" value="\(filter.search)" maxlength="200"></div>
        \(screen.choice(.lead, name: "agency", chosen: filter.agency, options: [("", screen(.all))] + leads.map { ($0, $0) }, isVietnamese: true))
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
        <span class="under"><a href="\(Routes.plan(row.task.plan.rawValue))" lang="vi">\(row.planNumber ?? row.planTitle)</a>\(when: row.task.at, { " · \($0)" })</span></th>
        <td class="parties" lang="vi" data-label="\(screen, .lead)">\(row.task.lead.map(\.name).joined(separator: "; "))</td>
        <td class="parties" lang="vi" data-label="\(screen, .coordinators)">\(row.task.with.map(\.name).joined(separator: "; "))</td>
        <td class="nowrap" data-label="\(screen, .time)">\(when: row.task.time, { "\(Spelling.time($0, screen.language))" })</td>
        <td>\(screen.tag(row.state))</td></tr>
        """
    }
}
