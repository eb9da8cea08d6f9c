import Domain
import HTTP
import Markup
import Operations
import Store

extension SitePages {
    mutating func addOverview() {
        get(Routes.overview, mayKeep: true) { visit in
            visit.html(try await visit.overviewPage().view(visit.screen))
        }
        get(Routes.watched, mayKeep: true) { visit in
            guard let list = WatchList(rawValue: visit.request.parameters["list"] ?? "") else {
                throw RequestRefused.notFound
            }
            let after = visit.request.query["after"]
            let page = try await ListWatched(list, after: after.map { PageMark(rawValue: $0) })
                .run(in: visit.site.office, as: visit.actor)
            return visit.html(
                WatchedPage(list: list, rows: page.items, next: page.next?.rawValue, isFirst: after == nil)
                    .view(visit.screen))
        }
        get(Routes.agencyWeek, mayKeep: true) { visit in
            visit.html(try await visit.agencyWeekPage().view(visit.screen))
        }
        addPlanProgress()
    }
}

extension Visit {
    func overviewPage() async throws -> OverviewPage {
        let office = site.office
        let today = office.today
        let register = try await office.agencyRegister()
        let parent = try askedBranch(register)
        let first = CalendarDay(iso: query("from"))?.week ?? (today.week - OverviewPage.weeksBefore)
        let weeks = (first - OverviewPage.earlierWeekCount)...(first + OverviewPage.weekCount - 1)
        let after = query("after")
        let (found, next) = try await heat(below: parent, weeks, after: after, register)
        var rows: [OverviewPage.Row] = []
        for one in Dictionary(grouping: found, by: \.agency) {
            rows.append(
                row(
                    one.key, Dictionary(one.value.map { ($0.week, $0.counts) }, uniquingKeysWith: +), first,
                    register))
        }
        let order = Dictionary(uniqueKeysWithValues: register.order.enumerated().map { ($1, $0) })
        rows.sort { (order[$0.agency] ?? 0) < (order[$1.agency] ?? 0) }
        var own: OverviewPage.Row?
        if let parent, after.isEmpty {
            let counts = try await ShowAgencyWeeks(of: parent, weeks: weeks).run(in: office, as: actor)
            own = counts.values.contains { $0.total > 0 } ? row(parent, counts, first, register) : nil
        }
        var lists: [WatchList: [TaskRow]] = [:]
        for list in WatchList.allCases {
            lists[list] = try await ListWatched(list, limit: OverviewPage.listLength).run(
                in: office, as: actor
            ).items
        }
        let name: (Agency.ID) -> String = { register.name(of: $0, on: today)?.name ?? $0.rawValue }
        return OverviewPage(
            parent: parent.map { ($0, name($0)) },
            path: parent.map { register.path(of: $0).dropFirst().reversed().map { ($0, name($0)) } } ?? [],
            own: own, rows: rows, first: first, today: today,
            next: next,
            counts: try await CountWatched().run(in: office, as: actor), lists: lists)
    }

    /// The agencies of a branch that have work: a province has hundreds of communes, most of them without, so the map
    /// is asked further until it fills a page or ``OverviewPage/askings`` are used up.
    private func heat(
        below parent: Agency.ID?, _ weeks: ClosedRange<Int>, after: String, _ register: AgencyRegister
    )
        async throws -> (found: [AgencyWeek], next: String?)
    {
        let all = register.children(of: parent, on: nil).map(\.id).sorted().filter { $0.rawValue > after }
        var found: [AgencyWeek] = []
        var last = after.isEmpty ? nil : Agency.ID(after)
        for asked in 1...OverviewPage.askings {
            found += try await ShowHeatMap(below: parent, weeks: weeks, after: last).run(
                in: site.office, as: actor)
            guard all.count > asked * ShowHeatMap.agencyLimit else { return (found, nil) }
            last = all[asked * ShowHeatMap.agencyLimit - 1]
            if Set(found.map(\.agency)).count >= ShowHeatMap.agencyLimit { break }
        }
        return (found, last?.rawValue)
    }

    /// The branch asked for; unless one is, that of the asker's own province.
    private func askedBranch(_ register: AgencyRegister) throws -> Agency.ID? {
        let asked = query("of")
        if asked == "all" { return nil }
        guard asked.isEmpty else {
            guard register[Agency.ID(asked)] != nil else { throw NotFound.agency }
            return Agency.ID(asked)
        }
        guard let own = actor.roles.first?.agency else { return nil }
        return register.province(of: own)?.id ?? register.path(of: own).last
    }

    private func row(_ id: Agency.ID, _ counts: [Int: TaskCounts], _ first: Int, _ register: AgencyRegister)
        -> OverviewPage.Row
    {
        let today = site.office.today
        return OverviewPage.Row(
            agency: id, name: register.name(of: id, on: today)?.name ?? id.rawValue,
            below: register.children(of: id, on: today).count,
            earlier: counts.filter { $0.key < first }.values.reduce(TaskCounts(), +),
            weeks: counts.filter { $0.key >= first })
    }

    func agencyWeekPage() async throws -> AgencyWeekPage {
        let agency: Agency.ID = try id("agency")
        guard let day = CalendarDay(iso: request.parameters["monday"] ?? "") else {
            throw RequestRefused.notFound
        }
        let monday = CalendarDay(week: day.week)
        let due = try await ShowDueDays(
            .agencies([agency]), monday...monday.adding(days: 6), tasksPerDay: AgencyWeekPage.tasksPerDay
        ).run(in: site.office, as: actor)
        return AgencyWeekPage(
            agency: agency, name: due.name ?? agency.rawValue, monday: monday,
            tasks: due.tasks.values.joined().filter { $0.role == .lead }.sorted { $0.day < $1.day })
    }
}
