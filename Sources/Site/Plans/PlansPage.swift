import Domain
import Markup

/// The plans, newest first, to be searched and filtered.
struct PlansPage: Sendable {
    /// What the list was asked for; also what its links carry on.
    struct Filter: Sendable, Equatable {
        var search = ""
        var state = ""

        var query: [(name: String, value: String)] {
            [("q", search), ("state", state)].filter { !$0.1.isEmpty }
        }
    }

    var plans: [Plan]
    var filter: Filter
    /// The mark behind the last row, where there are more.
    var next: String?
    var isFirst: Bool
    var mayReceive: Bool

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.plans), at: .plans,
            """
            \(screen.head("\(screen, .plans)", "\(screen, .plansSentence)", acts: mayReceive ? "<a class=\"button first\" href=\"\(Routes.upload())\">\(screen, .upload)</a>" : .empty))
            \(filterForm(screen))
            \(screen.leftOut(of: filter.search))
            \(when: plans.isEmpty, empty(screen), otherwise: table(screen))
            \(screen.pages(
                first: isFirst ? nil : Routes.plans().with(query: filter.query),
                next: next.map { Routes.plans().with(query: filter.query + [("after", $0)]) }))
            """)
    }

    private func filterForm(_ screen: Screen) -> Markup {
        """
        <form method="get" action="\(Routes.plans())" class="filter" role="search">
        <div class="field wide"><label for="q">\(screen, .searchPlans)</label>
        <input id="q" name="q" type="search" lang="vi" value="\(filter.search)" maxlength="200" placeholder="thong tin doi ngoai"></div>
        \(screen.choice(
            .state, name: "state", chosen: filter.state,
            options: [("", screen(.all))] + Plan.State.allCases.map { ($0.rawValue, screen($0.name)) }))
        <button>\(screen, .filter)</button>
        \(when: filter != Filter(), "<a class=\"button\" href=\"\(Routes.plans())\">\(screen, .clearFilter)</a>")
        </form>
        """
    }

    private func empty(_ screen: Screen) -> Markup {
        if filter != Filter() {
            return screen.nothing(
                .noPlansFound, "<a class=\"button\" href=\"\(Routes.plans())\">\(screen, .clearFilter)</a>")
        }
        return screen.nothing(
            .noPlans,
            mayReceive ? "<a class=\"button\" href=\"\(Routes.upload())\">\(screen, .upload)</a>" : .empty)
    }

    private func table(_ screen: Screen) -> Markup {
        """
        <div class="table" role="region" aria-label="\(screen, .plans)" tabindex="0"><table class="folds brief">
        <thead><tr><th scope="col">\(screen, HeaderField.number.label)</th><th scope="col">\(screen, .planTitle)</th>\
        <th scope="col">\(screen, HeaderField.date.label)</th><th scope="col" class="number">\(screen, .tasks)</th><th scope="col">\(screen, .state)</th></tr></thead>
        <tbody>\(each: plans, { row(screen, $0) })</tbody></table></div>
        """
    }

    private func row(_ screen: Screen, _ plan: Plan) -> Markup {
        """
        <tr><td class="nowrap number-left\(when: plan.number == nil, " missing")" lang="vi">\(plan.number ?? "–")</td>
        <th scope="row"><a href="\(Routes.plan(plan.id.rawValue))" lang="vi">\(plan.title)</a>\
        \(when: plan.issuer, { "<span class=\"under\" lang=\"vi\">\(IssuerName.short($0))</span>" })</th>
        <td class="nowrap\(when: plan.date == nil, " missing")">\(when: plan.date, { "<span class=\"date\">\(Spelling.day($0, screen.language))</span>" }, otherwise: "–")</td>
        <td class="number" data-label="\(screen, .tasks)">\(plan.taskCount)\
        \(when: plan.tasksWithoutLead > 0 && plan.state.isDraft, "<span class=\"under\">\(screen, .withoutLead(plan.tasksWithoutLead))</span>")</td>
        <td>\(screen.tag(plan.state))</td></tr>
        """
    }
}
