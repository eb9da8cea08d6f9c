import Domain
import HTTP
import Markup
import Operations
import Store

extension SitePages {
    mutating func addOverview() {
        get(Routes.overview, mayKeep: true) { visit in
            let asked = try await visit.askedOverview()
            let screen = visit.screen
            let content = try await visit.sharedPart(asked.text) {
                try await visit.overviewPage(asked).content(screen)
            }
            return visit.html(screen.page(screen(.overview), at: .overview, content))
        }
        get(Routes.watched, mayKeep: true) { visit in
            guard let list = WatchList(rawValue: visit.request.parameters["list"] ?? "") else {
                throw RequestRefused.notFound
            }
            let after = visit.request.query["after"]
            let register = try await visit.site.office.agencyRegister()
            let branch = try visit.askedBranch(register)
            let page = try await ListWatched(
                list, below: branch, after: after.map { PageMark(rawValue: $0) }
            ).run(in: visit.site.office, as: visit.actor)
            let name = branch.map { register.name(of: $0, on: visit.site.office.today)?.name ?? $0.rawValue }
            return visit.html(
                WatchedPage(
                    list: list, branch: branch.flatMap { id in name.map { (id, $0) } }, rows: page.items,
                    next: page.next?.rawValue, isFirst: after == nil
                ).view(visit.screen))
        }
        get(Routes.agencyWeek, mayKeep: true) { visit in
            visit.html(try await visit.agencyWeekPage().view(visit.screen))
        }
        addPlanProgress()
    }
}

extension Visit {
    /// What of the map an address asks for.
    struct AskedOverview: Sendable {
        var parent: Agency.ID?
        var communesOnly: Bool
        /// The agency after which the map goes on.
        var last: Agency.ID?
        var first: Int
        var open: [Agency.ID]

        /// The same for addresses that ask for the same.
        var text: [String] {
            [
                "overview", parent?.rawValue ?? "", communesOnly ? "communes" : "", last?.rawValue ?? "",
                String(first),
            ]
                + open.map(\.rawValue)
        }
    }

    fileprivate func askedOverview() async throws -> AskedOverview {
        let after = query("after")
        return AskedOverview(
            parent: try askedBranch(try await site.office.agencyRegister()),
            communesOnly: query("only") == "communes", last: after.isEmpty ? nil : Agency.ID(after),
            first: CalendarDay(iso: query("from"))?.week
                ?? (site.office.today.week - OverviewPage.weeksBefore),
            open: openBranches)
    }

    fileprivate func overviewPage(_ asked: AskedOverview) async throws -> OverviewPage {
        let office = site.office
        let today = office.today
        let register = try await office.agencyRegister()
        let parent = asked.parent
        var map = HeatRows(visit: self, register: register, first: asked.first, open: asked.open)
        try await map.addPage(below: parent, communesOnly: asked.communesOnly, after: asked.last)
        let lists = try await ShowWatched(below: parent, length: OverviewPage.listLength).run(
            in: office, as: actor)
        let name: (Agency.ID) -> String = { register.name(of: $0, on: today)?.name ?? $0.rawValue }
        return OverviewPage(
            parent: parent.map { ($0, name($0)) },
            path: parent.map { register.path(of: $0).dropFirst().reversed().map { ($0, name($0)) } } ?? [],
            communesOnly: asked.communesOnly, rows: map.rows, open: asked.open, first: asked.first,
            today: today, next: map.next, counts: lists.mapValues(\.count),
            lists: lists.mapValues(\.first))
    }

    /// The branch asked for, nil for all agencies; unless one is, that of the asker's own province: of several the one
    /// in which most of their roles are.
    fileprivate func askedBranch(_ register: AgencyRegister) throws -> Agency.ID? {
        let asked = query("of")
        if asked == "all" { return nil }
        guard asked.isEmpty else {
            guard register[Agency.ID(asked)] != nil else { throw NotFound.agency }
            return Agency.ID(asked)
        }
        let homes = actor.roles.compactMap { role in
            register.province(of: role.agency)?.id ?? register.path(of: role.agency).last
        }
        let counts = Dictionary(homes.map { ($0, 1) }, uniquingKeysWith: +)
        // Of as many the first.
        return homes.reversed().max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
    }

    /// The branches that stand unfolded.
    private var openBranches: [Agency.ID] {
        query("open", limit: 2_000).split(separator: ",").prefix(HeatRows.openLimit).map {
            Agency.ID(String($0))
        }
    }

    func agencyWeekPage() async throws -> AgencyWeekPage {
        let agency: Agency.ID = try id("agency")
        guard let day = CalendarDay(iso: request.parameters["monday"] ?? "") else {
            throw RequestRefused.notFound
        }
        let monday = CalendarDay(week: day.week)
        // The agency itself comes first: the list bears its name.
        var agencies = [agency]
        let isBranch = query("branch") == "yes"
        let register = try await site.office.agencyRegister()
        if isBranch { agencies += register.descendants(of: agency, on: site.office.today).map(\.id) }
        let due = try await ShowDueDays(
            .agencies(agencies), monday...monday.adding(days: 6), tasksPerDay: AgencyWeekPage.tasksPerDay
        ).run(in: site.office, as: actor)
        let today = site.office.today
        return AgencyWeekPage(
            agency: agency, name: due.name ?? agency.rawValue, isBranch: isBranch, monday: monday,
            tasks: due.tasks.values.joined().filter { $0.role == .lead }.sorted {
                ($0.day, $0.task.rawValue) < ($1.day, $1.task.rawValue)
            },
            leads: isBranch
                ? Dictionary(
                    uniqueKeysWithValues: agencies.compactMap { id in
                        register.name(of: id, on: today).map { (id, $0.name) }
                    }) : [:])
    }
}
