import Domain
import Markup
import Operations
import Store

/// How a plan comes on: counts, the curve, its event day by day, the plans below.
struct PlanProgressPage: Sendable {
    /// Tasks of one part of the run sheet; a plan may have ten thousand.
    static let sheetLimit = 200

    var plan: Plan
    var track: PlanTrack
    var sheet: RunSheet?
    var cascade: CascadeView
    /// The plan above, and the task of it that this plan carries out.
    var above: (plan: Plan.ID, title: String, task: Plan.Task.ID)?
    var watched: [WatchList: Int]
    /// Plans that may replace this one, for the comparison.
    var others: PlanPage.Successors
    /// Words that they were looked for by.
    var search: String
    var today: CalendarDay
    var mayPlan: Bool
    var fault: Phrase?
    /// What a refused form held.
    var typed: [String: String] = [:]

    func view(_ screen: Screen) -> Markup {
        screen.page(
            "\(screen(.progress)) – \(plan.title)", at: .plans,
            """
            <p class="path"><a href="\(Routes.plans())">\(screen, .plans)</a> › <a href="\(Routes.plan(plan.id.rawValue))" lang="vi">\(plan.number ?? TasksPage.short(plan.title))</a></p>
            \(screen.head("\(screen, .progress)", "<span lang=\"vi\">\(plan.title)</span>", acts: "<a class=\"button\" href=\"\(CalendarPage.link(.plan(plan.id)))\">\(screen, .calendar)</a>"))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            \(tiles(screen))
            <div class="two"><div>
            <section class="sheet" aria-labelledby="curve"><h2 id="curve">\(screen, .burnUp)</h2>
            \(when: track.burnUp.isEmpty, "<p>\(screen, .noDays)</p>", otherwise: BurnUpChart(points: track.burnUp.map { .init(week: $0.week, due: $0.due, accepted: $0.accepted) }, total: track.counts.total, today: today).view(screen))</section>
            \(runSheet(screen))
            </div><div>
            \(eventView(screen))
            \(cascadeView(screen))
            \(compareForm(screen))
            </div></div>
            """)
    }

    private func tiles(_ screen: Screen) -> Markup {
        let counts = track.counts
        let standings: [(Plan.Task.Standing, Int)] = [
            (.pending, counts.pending), (.submitted, counts.submitted), (.accepted, counts.accepted),
            (.cancelled, counts.cancelled),
        ]
        return """
            <ul class="counts">\(each: standings, { standing, count in
                "<li><span><b class=\"number\">\(count)</b> \(screen.tag(standing))</span></li>"
            })</ul>
            <ul class="counts">\(each: WatchList.allCases, { list in
                "<li><span><b class=\"number\">\(OverviewPage.counted(watched[list] ?? 0))</b> \(screen.tag(list))</span></li>"
            })</ul>
            """
    }

    // MARK: - The event

    private func runSheet(_ screen: Screen) -> Markup {
        guard let sheet else { return .empty }
        return """
            <section class="sheet" aria-labelledby="sheet"><h2 id="sheet">\(screen, .runSheet)</h2>
            \(part(screen, .beforeEvent, sheet.before))
            <h3>\(screen, .duringEvent) <span class="number soft">(\(sheet.during.reduce(0) { $0 + $1.tasks.count }))</span></h3>
            \(when: sheet.during.isEmpty, "<p class=\"soft\">\(screen, .nothingThen)</p>", otherwise: """
                <ol class="days">\(each: sheet.during, { day, tasks in
                    "<li><h4 class=\"date\">\(Spelling.weekday(day, screen.language)) \(Spelling.day(day))</h4>\(items(screen, tasks))</li>"
                })</ol>
                """)
            \(part(screen, .afterEvent, sheet.after))
            \(part(screen, .alwaysTasks, sheet.always))
            </section>
            """
    }

    private func part(_ screen: Screen, _ title: Phrase, _ tasks: [Plan.Task]) -> Markup {
        """
        <h3>\(screen, title) <span class="number soft">(\(tasks.count))</span></h3>
        \(when: tasks.isEmpty, "<p class=\"soft\">\(screen, .nothingThen)</p>", otherwise: items(screen, tasks))
        """
    }

    private func items(_ screen: Screen, _ tasks: [Plan.Task]) -> Markup {
        """
        <ul class="plainlist">\(each: tasks.prefix(Self.sheetLimit), { task in
            """
            <li><a href="\(Routes.task(task.id.rawValue))" lang="vi"><span class="clamped">\(task.text)</span></a>\
            <span class="under">\(screen.tag(task.state.standing)) · <span lang="vi">\(task.lead.map(\.name).joined(separator: "; "))</span>\
            \(when: task.deadline, { " · <span class=\"date\">\(Spelling.day($0.due))</span>" })</span></li>
            """
        })\(when: tasks.count > Self.sheetLimit, "<li class=\"soft\">\(screen, .more(tasks.count - Self.sheetLimit))</li>")</ul>
        """
    }

    private func eventView(_ screen: Screen) -> Markup {
        let event = track.event
        return """
            <section class="sheet" aria-labelledby="event"><h2 id="event">\(screen, .event)</h2>
            \(when: event, { event in
                """
                <p><b lang="vi">\(event.title)</b><span class="under date">\(Spelling.day(event.from))\(when: event.to != event.from, " – \(Spelling.day(event.to))")</span></p>
                """
            }, otherwise: "<p class=\"soft\">\(screen, .noEvent)</p>")
            \(when: mayPlan, screen.form(
                Routes.planProgress(plan.id.rawValue), class: "stack after",
                """
                \(screen.input(.eventTitle, name: "title", value: typed["title"] ?? event?.title ?? "", autocomplete: "off", maximum: 300))
                \(screen.input(.eventFrom, name: "from", type: "date", value: typed["from"] ?? event?.from.description ?? ""))
                \(screen.input(.eventTo, name: "to", type: "date", value: typed["to"] ?? event?.to.description ?? ""))
                <p class="row"><button name="do" value="set">\(screen, .setEvent)</button>\
                \(when: event != nil, "<button class=\"small danger\" name=\"do\" value=\"remove\" formnovalidate>\(screen, .removeEvent)</button>")</p>
                """))
            </section>
            """
    }

    // MARK: - The plans above and below

    private func cascadeView(_ screen: Screen) -> Markup {
        """
        <section class="sheet" aria-labelledby="cascade"><h2 id="cascade">\(screen, .cascade)</h2>
        \(when: above, { above in
            """
            <p>\(screen, .carriesOut) <a href="\(Routes.planProgress(above.plan.rawValue))" lang="vi">\(above.title)</a> \
            (<a href="\(Routes.task(above.task.rawValue))">\(screen, .task)</a>)</p>
            """
        })
        \(when: cascade.below.isEmpty, "<p class=\"soft\">\(screen, .noPlansBelow)</p>", otherwise: """
            <dl class="facts"><dt>\(screen, .ownLevel)</dt><dd>\(bar(screen, cascade.own))</dd>
            <dt>\(screen, .rolledUp)</dt><dd>\(bar(screen, cascade.rolledUp))</dd></dl>
            <ul class="plainlist">\(each: cascade.below, { one in
                """
                <li class="depth-\(min(one.depth, 4))"><a href="\(Routes.planProgress(one.plan.rawValue))" lang="vi">\(one.number ?? TasksPage.short(one.title))</a>\
                <span class="under" lang="vi">\(one.agencyName)</span>\(bar(screen, one.counts))</li>
                """
            })</ul>
            """)
        </section>
        """
    }

    private func bar(_ screen: Screen, _ counts: TaskCounts) -> Markup {
        """
        <progress max="\(max(counts.total, 1))" value="\(counts.accepted)" aria-label="\(screen, .done)"></progress>\
        <span class="small number">\(screen, .outOf(counts.accepted, counts.total))</span>
        """
    }

    private func compareForm(_ screen: Screen) -> Markup {
        guard !others.plans.isEmpty || !search.isEmpty else { return .empty }
        let id = plan.id.rawValue
        return """
            <section class="sheet" aria-labelledby="compare"><h2 id="compare">\(screen, .compareDuties)</h2>
            <p class="soft small">\(screen, .compareSentence)</p>
            \(when: others.isCut || !search.isEmpty, """
                <form method="get" action="\(Routes.planProgress(id).with(query: [], fragment: "compare"))" class="filter"><div class="field wide"><label for="find">\(screen, .findSuccessor)</label>
                <input id="find" name="find" type="search" lang="vi" value="\(search)" maxlength="200"></div><button>\(screen, .find)</button></form>
                """)
            \(when: others.plans.isEmpty, "<p class=\"warning\">\(screen, .noSuccessorFound)</p>", otherwise: comparing(screen, id))
            </section>
            """
    }

    private func comparing(_ screen: Screen, _ id: String) -> Markup {
        """
        <form method="get" action="\(Routes.comparePlans(id))" class="stack">
        \(screen.choice(.compareWith, name: "with", chosen: others.plans.first?.id.rawValue ?? "", options: others.plans.map { ($0.id.rawValue, TasksPage.planName($0.number, $0.title, nil)) }, isVietnamese: true))
        \(when: others.isCut, "<p class=\"small soft\">\(screen, .onlyYoungest(others.plans.count))</p>")
        <button>\(screen, .compare)</button></form>
        """
    }
}
