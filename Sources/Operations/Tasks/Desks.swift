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

/// Overdue, silent, at risk, without lead: over all agencies, or of one plan.
package struct ListWatched: Operation {
    private let list: WatchList
    private let plan: Plan.ID?
    private let mark: PageMark?
    private let limit: Int

    package init(
        _ list: WatchList, plan: Plan.ID? = nil, after mark: PageMark? = nil, limit: Int = PageLimit.standard
    ) {
        self.list = list
        self.plan = plan
        self.mark = mark
        self.limit = limit
    }

    package func run(in office: Office, as actor: Actor) async throws -> Page<TaskRow> {
        try TaskAccess.require(.viewPlan, of: actor)
        let today = office.today
        return try await office.pool.read { [list, plan, mark, limit] db in
            try db.watch(list, plan: plan, today: today, after: mark, limit: limit).map {
                TaskAccess.masked($0)
            }
        }
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
