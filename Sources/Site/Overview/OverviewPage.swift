import Domain
import Markup
import Operations
import Store

/// All agencies at a glance: weeks as a table, and the lists of what needs a look.
struct OverviewPage: Sendable {
    struct Row: Sendable {
        /// What its figures count.
        enum Kind: Sendable, Equatable {
            /// An agency below which nothing is due.
            case single
            /// An agency and all below it, which may be unfolded.
            case branch(isOpen: Bool)
            /// All of the branch that the map shows.
            case whole
            /// What is a branch's root's own.
            case own
            /// All communes right below the agency, which another page of the map shows one by one.
            case communes(count: Int)
        }

        var agency: Agency.ID
        var name: String
        /// Units right below it.
        var below: Int
        var kind: Kind
        /// How many unfolded branches it stands in.
        var depth: Int
        var heat: WeekHeat
    }

    /// Weeks shown at once.
    static let weekCount = 13
    /// Of them before this one.
    static let weeksBefore = 3
    /// Tasks of each list on this page.
    static let listLength = 5

    /// The agency whose branch is shown; nil for the roots.
    var parent: (id: Agency.ID, name: String)?
    /// From the top down to the parent's own superior.
    var path: [(id: Agency.ID, name: String)]
    /// Whether the map shows the parent's communes one by one.
    var communesOnly: Bool
    /// The parent first, its branch and what is its own; then those below it.
    var rows: [Row]
    /// Branches that stand unfolded.
    var open: [Agency.ID]
    var first: Int
    var today: CalendarDay
    /// The agency after which the next page of the map begins.
    var next: Agency.ID?
    var counts: [WatchList: Int]
    var lists: [WatchList: [TaskRow]]

    private var weeks: Range<Int> { first..<(first + Self.weekCount) }

    /// The page without its frame: the same for everyone.
    func content(_ screen: Screen) -> Markup {
        """
        <div class="poster">
        \(screen.head("\(screen, .overview)\(when: parent, { " – <span lang=\"vi\">\($0.name)</span>" })", "\(screen, parent == nil ? .overviewOfAll : .overviewSentence) <span class=\"date\">\(Spelling.day(today))</span>"))
        \(tiles(screen))
        \(map(screen))
        <div class="columns">\(each: WatchList.allCases, { list(screen, $0) })</div>
        <p class="soft small only-screen">\(screen, .printPoster)</p>
        </div>
        """
    }

    static func counted(_ count: Int) -> String {
        count >= CountWatched.bound ? "\(CountWatched.bound)+" : String(count)
    }

    private func tiles(_ screen: Screen) -> Markup {
        """
        <ul class="counts">\(each: WatchList.allCases, { list in
            """
            <li><a href="\(whole(list))"><b class="number">\(Self.counted(counts[list] ?? 0))</b> \(screen.tag(list))</a></li>
            """
        })</ul>
        """
    }

    /// The whole list of the agency whose overview this is.
    private func whole(_ list: WatchList) -> Link { WatchedPage.link(list, of: parent?.id) }

    private func list(_ screen: Screen, _ list: WatchList) -> Markup {
        let rows = lists[list] ?? []
        let count = counts[list] ?? 0
        return """
            <section class="sheet" aria-labelledby="list-\(list.rawValue)"><h2 id="list-\(list.rawValue)">\(screen, list.name) <span class="number soft">(\(Self.counted(count)))</span></h2>
            <p class="soft small">\(screen, list.sentence)</p>
            \(when: rows.isEmpty, "<p>\(screen, .nothingThen)</p>", otherwise: "<ul class=\"plainlist\">\(each: rows, { item(screen, $0) })</ul>")
            \(when: count > rows.count, "<p class=\"only-screen\"><a href=\"\(whole(list))\">\(screen, .showAllOfThem) <span class=\"only-heard\">\(screen, list.name)</span></a></p>")
            </section>
            """
    }

    private func item(_ screen: Screen, _ row: TaskRow) -> Markup {
        """
        <li><a href="\(Routes.task(row.task.id.rawValue))" lang="vi"><span class="clamped">\(row.task.text)</span></a>\
        <span class="under"><span lang="vi">\(row.task.lead.map(\.name).joined(separator: "; "))</span>\
        \(when: row.task.deadline, { " · <span class=\"date\">\(Spelling.day($0.due))</span>" })</span></li>
        """
    }

    // MARK: - The map

    private func link(
        to agency: Agency.ID?, communesOnly: Bool = false, from week: Int? = nil, open: [Agency.ID] = [],
        after last: Agency.ID? = nil, fragment: String? = nil
    ) -> Link {
        let shown = week ?? first
        var query: [(name: String, value: String)] = [("of", agency?.rawValue ?? "all")]
        if communesOnly { query.append(("only", "communes")) }
        if let last { query.append(("after", last.rawValue)) }
        if shown != today.week - Self.weeksBefore {
            query.append(("from", CalendarDay(week: shown).description))
        }
        if !open.isEmpty { query.append(("open", open.map(\.rawValue).joined(separator: ","))) }
        return Routes.overview().with(query: query, fragment: fragment)
    }

    private func map(_ screen: Screen) -> Markup {
        """
        <section class="sheet" aria-labelledby="map"><div class="head"><h2 id="map">\(screen, .heatMap)</h2>
        <nav class="row small only-screen" aria-label="\(screen, .heatMap)">
        <a href="\(link(to: parent?.id, communesOnly: communesOnly, from: first - Self.weekCount, open: open))">\(screen, .earlierWeeks)</a>
        <a href="\(link(to: parent?.id, communesOnly: communesOnly, from: today.week - Self.weeksBefore, open: open))">\(screen, .toThisWeek)</a>
        <a href="\(link(to: parent?.id, communesOnly: communesOnly, from: first + Self.weekCount, open: open))">\(screen, .laterWeeks)</a></nav></div>
        \(way(screen))
        \(when: rows.isEmpty, screen.nothing(.nobodyHasWork, lateWeek(screen)), otherwise: table(screen))
        \(when: next, { "<p class=\"row\"><a class=\"button small\" rel=\"next\" href=\"\(link(to: parent?.id, communesOnly: communesOnly, after: $0))\">\(screen, .next)</a></p>" })
        <p class="small">\(screen, .cellReads)</p>
        <ul class="heat-legend small" aria-label="\(screen, .heatLegend)">\(each: Heat.allCases.dropFirst(), { heat in
            "<li><span class=\"heat \(heat.rawValue)\" aria-hidden=\"true\">\(heat.mark)</span> \(screen, heat.name)</li>"
        })</ul></section>
        """
    }

    /// A way to weeks that have something, where these have nothing.
    private func lateWeek(_ screen: Screen) -> Markup {
        guard let day = lists[.overdue]?.last?.task.deadline?.due, day.week < first else { return .empty }
        return
            "<a class=\"button\" href=\"\(link(to: parent?.id, from: day.week - 1))\">\(screen, .toOverdueWeek)</a>"
    }

    private func way(_ screen: Screen) -> Markup {
        guard let parent else { return .empty }
        return """
            <p class="path only-screen"><a href="\(link(to: nil))">\(screen, .allAgencies)</a>\
            \(each: path, { " › <a href=\"\(link(to: $0.id))\" lang=\"vi\">\($0.name)</a>" }) › \(when: communesOnly, "<a href=\"\(link(to: parent.id))\" lang=\"vi\">\(parent.name)</a> › \(screen, .communes)", otherwise: "<span lang=\"vi\">\(parent.name)</span>")</p>
            """
    }

    private func table(_ screen: Screen) -> Markup {
        """
        <div class="table" role="region" aria-label="\(screen, .cellReads)" tabindex="0"><table class="heat-map">
        <thead><tr><th scope="col">\(screen, .agency)</th><th scope="col">\(screen, .before)</th>\
        \(each: weeks, { week in
            """
            <th scope="col"\(when: week == today.week, " class=\"this-week\"")><span class="only-heard">\(screen, .weekOf) </span>\(Self.short(CalendarDay(week: week)))\
            \(when: week == today.week, "<span class=\"under\">\(screen, .thisWeek)</span>")</th>
            """
        })</tr></thead>
        <tbody>\(each: rows, { row(screen, $0) })</tbody></table></div>
        """
    }

    /// `21/11`: the year stands in the head's date.
    static func short(_ day: CalendarDay) -> String {
        "\(day.day < 10 ? "0" : "")\(day.day)/\(day.month < 3 ? "0" : "")\(day.month)"
    }

    private func row(_ screen: Screen, _ row: Row) -> Markup {
        """
        <tr\(when: row.depth > 0, " class=\"inner-\(min(row.depth, HeatRows.depthLimit))\"")>\(rowHead(screen, row))\
        \(cell(screen, row.heat.earlier, week: first - 1, link: nil))\
        \(each: weeks, { week in
            cell(screen, row.heat.weeks[week] ?? TaskCounts(), week: week, link: cellLink(row, week))
        })</tr>
        """
    }

    /// What a cell counts, task by task; a commune's cell stands on the map of communes.
    private func cellLink(_ row: Row, _ week: Int) -> Link? {
        guard row.heat.weeks[week] != nil else { return nil }
        let target = Routes.agencyWeek(row.agency.rawValue, CalendarDay(week: week).description)
        switch row.kind {
        case .single, .own: return target
        case .branch, .whole: return target.with(query: [("branch", "yes")])
        case .communes: return nil
        }
    }

    private func rowHead(_ screen: Screen, _ row: Row) -> Markup {
        let id = row.agency.rawValue
        let name: Markup =
            row.below > 0 && row.agency != parent?.id && row.kind != .own
            ? "<a href=\"\(link(to: row.agency))\">\(row.name)</a>" : "\(row.name)"
        switch row.kind {
        case .single: return "<th scope=\"row\"><span lang=\"vi\">\(name)</span></th>"
        case .own:
            return """
                <th scope="row"><span lang="vi">\(name)</span><span class="under">\(screen, .ownTasks)</span></th>
                """
        case .whole:
            return """
                <th scope="row"><span lang="vi">\(name)</span><span class="under">\(screen, .withAllBelow)</span></th>
                """
        case .communes(let count):
            return """
                <th scope="row"><a href="\(link(to: row.agency, communesOnly: true))">\(screen, .communes)</a>\
                <span class="under">\(screen, .units(count))</span></th>
                """
        case .branch(let isOpen):
            let others = open.filter { $0 != row.agency }
            let fold = link(
                to: parent?.id, open: isOpen ? others : others + [row.agency], fragment: "branch-\(id)")
            return """
                <th scope="row" id="branch-\(id)"><span lang="vi">\(name)</span>\
                <span class="under"><a class="fold" href="\(fold)" aria-expanded="\(isOpen ? "true" : "false")">\(screen, .withUnits(row.below))</a></span></th>
                """
        }
    }

    private func cell(_ screen: Screen, _ counts: TaskCounts, week: Int, link: Link?) -> Markup {
        let heat = Heat(counts, week: week, thisWeek: today.week)
        guard heat != .none else {
            return "<td class=\"heat none\"><span class=\"only-heard\">\(screen, .noWork)</span></td>"
        }
        let text: Markup = """
            <span aria-hidden="true"><b>\(heat.mark)</b> \(counts.accepted)/\(counts.total)</span><span class="only-heard">\(screen, .cell(counts, heat))</span>
            """
        return """
            <td class="heat \(heat.rawValue) \(counts.pending > 9 ? "many" : counts.pending > 2 ? "some" : "few")">\
            \(when: link, { "<a href=\"\($0)\">\(text)</a>" }, otherwise: text)</td>
            """
    }
}

extension Screen {
    func tag(_ list: WatchList) -> Markup { "<span class=\"tag \(list.sign)\">\(self, list.name)</span>" }

    func tag(_ standing: Plan.Task.Standing) -> Markup {
        "<span class=\"tag \(standing.sign)\">\(self, standing.name)</span>"
    }
}
