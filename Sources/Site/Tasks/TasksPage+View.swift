import Domain
import Markup
import Store

extension TasksPage {
    /// The page without its frame: the same for everyone.
    func content(_ screen: Screen) -> Markup {
        """
        \(screen.head("\(screen, .tasks)", onlyPlan.map { "<a href=\"\(Routes.plan($0.value))\" lang=\"vi\">\($0.name)</a>" } ?? "\(screen, .tasksSentence)", acts: exports(screen)))
        \(countsView(screen))
        \(filterForm(screen))
        \(found(screen))
        \(screen.leftOut(of: filter.search))
        \(when: isBounded && !filter.search.isEmpty && filter.plans.isEmpty, "<p class=\"small soft\">\(screen, .onlyNewestFound)</p>")
        \(when: rows.isEmpty, empty(screen), otherwise: table(screen))
        \(screen.pages(
            first: isFirst ? nil : link(filter),
            next: next.map { Routes.tasks().with(query: filter.query + [("after", $0)]) }))
        """
    }

    private func link(_ filter: Filter) -> Link { Routes.tasks().with(query: filter.query) }

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
            <li><a href="\(link(narrowed(to: state)))"\
            \(when: filter.state == state, " aria-current=\"true\"")><b class="number">\(counts[state] ?? 0)\(when: isBounded, "+")</b> \(screen.tag(state))</a></li>
            """
        })</ul>
        """
    }

    private func narrowed(to state: TimeState) -> Filter {
        var filter = filter
        filter.state = filter.state == state ? nil : state
        return filter
    }

    private func filterForm(_ screen: Screen) -> Markup {
        """
        <form method="get" action="\(Routes.tasks())" class="filter" role="search">
        <div class="field wide"><label for="q">\(screen, .searchTasks)</label>
        <input id="q" name="q" type="search" lang="vi" value="\(filter.search)" maxlength="200"></div>
        \(screen.several(.lead, name: "agency", chosen: filter.leads, choices: leads))
        \(screen.several(.coordinators, name: "with", chosen: filter.coordinators, choices: coordinators))
        \(screen.several(.plan, name: "plan", chosen: filter.plans, choices: plans))
        \(when: filter.state, { "<input type=\"hidden\" name=\"state\" value=\"\($0.rawValue)\">" })
        \(screen.choice(.sorting, name: "sort", chosen: filter.order.rawValue, options: TaskOrder.allCases.map { ($0.rawValue, screen($0.name)) }))
        \(screen.choice(.state, name: "show", chosen: filter.showsClosed ? "ended" : "", options: [("", screen(.running)), ("ended", screen(.closed))]))
        <button>\(screen, .filter)</button>
        </form>
        """
    }

    /// How many were found, and what narrows the list: each may be taken off alone.
    private func found(_ screen: Screen) -> Markup {
        guard !filter.isEmpty || !rows.isEmpty else { return .empty }
        let narrowings = narrowings(screen.language)
        return """
            <div class="found-line"><p role="status"><b class="number">\(screen, .tasksFound(count, isLeast: isBounded))</b></p>\
            \(when: !narrowings.isEmpty, """
                <ul class="narrowings" aria-label="\(screen, .narrowedBy)">\(each: narrowings, { one in
                    """
                    <li><a href="\(link(one.rest))"><span class="only-heard">\(screen, .takeOff) </span>\(screen, one.label): <span\(when: one.label != .time && one.label != .state, " lang=\"vi\"")>\(one.name)</span> <span aria-hidden="true">×</span></a></li>
                    """
                })</ul>
                """)\
            \(when: !filter.isEmpty, "<a href=\"\(Routes.tasks())\">\(screen, .clearFilter)</a>")</div>
            """
    }

    private func empty(_ screen: Screen) -> Markup {
        guard !filter.isEmpty else {
            return screen.nothing(
                .noTasks, "<a class=\"button\" href=\"\(Routes.plans())\">\(screen, .toPlans)</a>")
        }
        return screen.nothing(
            .noTasksFound, "<a class=\"button\" href=\"\(Routes.tasks())\">\(screen, .clearFilter)</a>")
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
        <tr><th scope="row" class="words"><a href="\(Routes.task(row.task.id.rawValue))" lang="vi"><span class="clamped">\(row.task.text)</span></a>\
        \(under(screen, row))</th>
        <td class="parties" lang="vi" data-label="\(screen, .lead)">\(row.task.lead.map(\.name).joined(separator: "; "))</td>
        <td class="parties" lang="vi" data-label="\(screen, .coordinators)">\(row.task.with.map(\.name).joined(separator: "; "))</td>
        <td class="nowrap" data-label="\(screen, .time)">\(when: row.task.time, { "\(Spelling.time($0, screen.language))" })</td>
        <td>\(screen.tag(row.task.state))\(when: row.task.state.isPending, "<br>\(screen.tag(row.state))")</td></tr>
        """
    }

    /// Where the task stands: its section, and on a list of many plans the plan and who issued it.
    private func under(_ screen: Screen, _ row: Row) -> Markup {
        let plan: Markup? =
            onlyPlan == nil
            ? """
            <a href="\(Routes.plan(row.task.plan.rawValue))" lang="vi" title="\(row.planTitle)">\(row.planNumber ?? Self.short(row.planTitle))</a>\
            \(when: row.planIssuer, { " <span lang=\"vi\">(\(Self.short(IssuerName.short($0), to: Self.issuerLimit)))</span>" })
            """ : nil
        guard plan != nil || row.task.at != nil else { return .empty }
        return """
            <span class="under">\(when: row.task.at, { "<span class=\"nowrap\">\(screen, .sectionWord) <span lang=\"vi\">\($0)</span></span>" })\
            \(when: plan != nil && row.task.at != nil, " · ")\(when: plan, { $0 })</span>
            """
    }
}

extension Screen {
    /// A field that takes several of the choices, each with how many tasks it has; it folds away and works without
    /// scripts.
    func several(_ label: Phrase, name: String, chosen: [String], choices: [TasksPage.Choice]) -> Markup {
        let summary = chosen.isEmpty ? self(.all) : self(.chosen(chosen.count))
        return """
            <div class="field"><span class="label" id="\(name)-label">\(self, label)</span>
            <details class="several"><summary aria-labelledby="\(name)-label \(name)-chosen"><span id="\(name)-chosen">\(summary)</span></summary>
            <div class="options" role="group" aria-labelledby="\(name)-label">\(each: choices, { choice in
                """
                <label class="check"><input type="checkbox" name="\(name)" value="\(choice.value)"\(when: chosen.contains(choice.value), " checked")> \
                <span lang="vi">\(choice.name)</span>\(when: choice.tasks, { " <span class=\"number soft\">\($0)</span>" })</label>
                """
            }, otherwise: "<p class=\"soft\">\(self, .nothingToChoose)</p>")</div></details></div>
            """
    }
}
