package import Domain
import Foundation
import SQL
package import Store
import Vietnamese

/// One list of an agency's work; whoever may sign in may look at any agency's.
package struct ListDesk: Operation {
    private let list: DeskList
    private let agency: Agency.ID
    private let mark: PageMark?
    private let limit: Int

    package init(
        _ list: DeskList, of agency: Agency.ID, after mark: PageMark? = nil, limit: Int = PageLimit.standard
    ) {
        self.list = list
        self.agency = agency
        self.mark = mark
        self.limit = limit
    }

    package func run(in office: Office, as actor: Actor) async throws -> Page<DeskRow> {
        try TaskAccess.require(.viewPlan, of: actor)
        let today = office.today
        return try await office.pool.read { [list, agency, mark, limit] db in
            try db.desk(list, of: agency, today: today, after: mark, limit: limit).map {
                var row = $0
                row.row = TaskAccess.masked($0.row)
                return row
            }
        }
    }
}

/// How much stands on each list of an agency, up to `bound`: what reaches it reads "more than".
package struct CountDesk: Operation {
    package static let bound = 1_000
    private let agency: Agency.ID

    package init(of agency: Agency.ID) {
        self.agency = agency
    }

    package func run(in office: Office, as actor: Actor) async throws -> [DeskList: Int] {
        try TaskAccess.require(.viewPlan, of: actor)
        let today = office.today
        return try await office.pool.read { [agency] db in
            try db.deskCounts(of: agency, today: today, upTo: Self.bound)
        }
    }
}

/// Unfinished tasks that were given to the asker's own account.
package struct ListGivenToMe: Operation {
    private let mark: PageMark?
    private let limit: Int

    package init(after mark: PageMark? = nil, limit: Int = PageLimit.standard) {
        self.mark = mark
        self.limit = limit
    }

    package func run(in office: Office, as actor: Actor) async throws -> Page<TaskRow> {
        try TaskAccess.require(.viewPlan, of: actor)
        guard let account = actor.accountID else { return Page(items: [], next: nil) }
        let today = office.today
        return try await office.pool.read { [mark, limit] db in
            try db.tasks(givenTo: account, today: today, after: mark, limit: limit).map {
                TaskAccess.masked($0)
            }
        }
    }
}

/// Overdue, silent, at risk, without lead: over all agencies, of one plan, or of an agency and all below it.
package struct ListWatched: Operation {
    private let list: WatchList
    private let plan: Plan.ID?
    private let root: Agency.ID?
    private let mark: PageMark?
    private let limit: Int

    /// - Parameter root: what it and those below it lead, and what nobody leads yet of their own plans; not asked
    ///   together with a plan.
    package init(
        _ list: WatchList, plan: Plan.ID? = nil, below root: Agency.ID? = nil, after mark: PageMark? = nil,
        limit: Int = PageLimit.standard
    ) {
        self.list = list
        self.plan = plan
        self.root = root
        self.mark = mark
        self.limit = limit
    }

    package func run(in office: Office, as actor: Actor) async throws -> Page<TaskRow> {
        try TaskAccess.require(.viewPlan, of: actor)
        let today = office.today
        let branch = plan == nil ? try await office.branch(root) : nil
        return try await office.pool.read { [list, plan, mark, limit] db in
            let page =
                if let branch {
                    try db.watch(list, below: branch, today: today, after: mark, limit: limit)
                } else {
                    try db.watch(list, plan: plan, today: today, after: mark, limit: limit)
                }
            return page.map { TaskAccess.masked($0) }
        }
    }
}

/// What a branch's overview shows of a list: how many, counted up to ``CountWatched/bound``, and the first.
package struct WatchedList: Sendable {
    package var count: Int
    package var first: [TaskRow]
}

/// All watched lists of an agency and all below it, or of all agencies.
package struct ShowWatched: Operation {
    private let root: Agency.ID?
    private let length: Int

    package init(below root: Agency.ID?, length: Int) {
        self.root = root
        self.length = length
    }

    package func run(in office: Office, as actor: Actor) async throws -> [WatchList: WatchedList] {
        try TaskAccess.require(.viewPlan, of: actor)
        let today = office.today
        guard let branch = try await office.branch(root) else {
            return try await office.pool.read { [length] db in
                try Self.lists { list in
                    let page = try db.watch(list, today: today, after: nil, limit: length)
                    return (try db.watchCount(list, today: today, upTo: CountWatched.bound), page.items)
                }
            }
        }
        let key = WatchedCache.Key(root: branch, today: today, length: length)
        let head = try await office.changes.head()
        if let kept = office.watched.lists(key, head: head, now: office.now()) { return kept }
        let lists = try await office.pool.read { [length] db in
            try Self.lists { list in
                let places = try db.watchPlaces(list, below: branch, today: today, limit: CountWatched.bound)
                return (places.count, try db.tasks(at: places.prefix(length), today: today))
            }
        }
        office.watched.keep(lists, key, head: head, now: office.now())
        return lists
    }

    private static func lists(
        _ ask: (WatchList) throws -> (count: Int, first: [TaskRow])
    ) rethrows -> [WatchList: WatchedList] {
        var lists: [WatchList: WatchedList] = [:]
        for list in WatchList.allCases {
            let (count, first) = try ask(list)
            lists[list] = WatchedList(count: count, first: first.map { TaskAccess.masked($0) })
        }
        return lists
    }
}

extension Office {
    /// Nil where a branch is the whole tree: what is over all agencies is counted by indexes of its own.
    fileprivate func branch(_ root: Agency.ID?) async throws -> Agency.ID? {
        guard let root else { return nil }
        let register = try await agencyRegister()
        guard register[root] != nil else { throw NotFound.agency }
        return register.roots == [root] ? nil : root
    }
}

/// Agencies by weeks, as leads: what is due in each week and how it stands, of each agency with all below it.
package struct ShowHeatMap: Operation {
    package static let weekLimit = 60
    /// Twenty years: what is late longer than that is left out of what was earlier.
    package static let earlierLimit = 1_040
    /// The most agencies of one answer.
    package static let agencyLimit = Database.heatMapAgencies
    private let agencies: [Agency.ID]
    private let weeks: ClosedRange<Int>
    private let earlier: Int

    /// - Parameters:
    ///   - agencies: ``agencyLimit`` at most; those without work have no row.
    ///   - weeks: as `CalendarDay.week` counts them; ``weekLimit`` at most.
    ///   - earlier: so many weeks before the first stand together, as one week right before it; ``earlierLimit`` at
    ///     most.
    package init(of agencies: [Agency.ID], weeks: ClosedRange<Int>, earlier: Int = 0) {
        self.agencies = Array(agencies.prefix(Self.agencyLimit))
        self.weeks = weeks.lowerBound...min(weeks.upperBound, weeks.lowerBound + Self.weekLimit - 1)
        self.earlier = min(max(earlier, 0), Self.earlierLimit)
    }

    package func run(in office: Office, as actor: Actor) async throws -> [AgencyWeek] {
        try TaskAccess.require(.viewPlan, of: actor)
        return try await office.pool.read { [agencies, weeks, earlier] db in
            try db.heatMap(of: agencies, weeks: weeks, earlier: earlier)
        }
    }
}

/// One agency's weeks, as lead.
package struct ShowAgencyWeeks: Operation {
    private let agency: Agency.ID
    private let weeks: ClosedRange<Int>

    package init(of agency: Agency.ID, weeks: ClosedRange<Int>) {
        self.agency = agency
        self.weeks = weeks
    }

    package func run(in office: Office, as actor: Actor) async throws -> [Int: TaskCounts] {
        try TaskAccess.require(.viewPlan, of: actor)
        return try await office.pool.read { [agency, weeks] db in try db.weeks(of: agency, weeks) }
    }
}
