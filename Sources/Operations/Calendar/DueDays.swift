package import Domain
import Foundation
import SQL
package import Store
import Vietnamese

/// What is due on some days: counts of each day, and the tasks themselves.
package struct DueDays: Sendable {
    package var counts: [CalendarDay: TaskCounts]
    package var tasks: [CalendarDay: [DueTask]]
    /// What the scope is called: of an agency its name, of a plan its title; nil for everything.
    package var name: String?
}

/// Due days for a calendar; whoever may sign in may look at any agency's.
package struct ShowDueDays: Operation {
    /// A year and what is needed to fill its weeks.
    package static let dayLimit = 380
    /// Rows of one answer.
    package static let taskLimit = 2_000
    private let scope: DueScope
    private let days: ClosedRange<CalendarDay>
    private let tasksPerDay: Int
    private let everyPeriod: Bool

    /// - Parameters:
    ///   - tasksPerDay: 0 for counts alone.
    ///   - everyPeriod: of duties that return every open period (`OpenPeriods` says how many), instead of the next alone;
    ///     of all plans together only the next in any case.
    package init(
        _ scope: DueScope, _ days: ClosedRange<CalendarDay>, tasksPerDay: Int, everyPeriod: Bool = false
    ) {
        self.everyPeriod = everyPeriod
        self.scope = scope
        self.days = days.lowerBound...min(days.upperBound, days.lowerBound.adding(days: Self.dayLimit))
        self.tasksPerDay = tasksPerDay
    }

    package func run(in office: Office, as actor: Actor) async throws -> DueDays {
        try TaskAccess.require(.viewPlan, of: actor)
        let today = office.today
        return try await office.pool.read { [scope, days, tasksPerDay, everyPeriod] db in
            var name: String?
            switch scope {
            case .everything: break
            case .plan(let id):
                guard let plan = try db.planRecord(id)?.plan else { throw NotFound.plan }
                try PlanAccess.requireKnown(plan, try Permission.Subject(plan, in: db), to: actor)
                name = PhoneMask.masked(plan.title)
            case .agencies(let ids):
                guard let first = ids.first, let agency = try db.agency(first) else { throw NotFound.agency }
                name = agency.name
            }
            var counts = try db.dueCounts(scope, days)
            let others = everyPeriod ? try OpenPeriods.due(scope, days, on: today, in: db) : []
            for one in others {
                var count = counts[one.day] ?? TaskCounts()
                count.pending += 1
                counts[one.day] = count
            }
            var found: [DueTask] = []
            if tasksPerDay > 0 {
                // Of all plans a month may hold ten thousands: only as many are read as are shown.
                if case .everything = scope {
                    for day in counts.keys.sorted() {
                        found += try db.dueTasks(scope, day...day, limit: tasksPerDay)
                    }
                } else {
                    found = try db.dueTasks(scope, days, limit: Self.taskLimit) + others
                }
            }
            let tasks = Dictionary(grouping: found.map { $0.masked }, by: \.day).mapValues {
                Array($0.prefix(tasksPerDay))
            }
            return DueDays(counts: counts, tasks: tasks, name: name)
        }
    }
}

/// How many tasks stand on each of the lists over all agencies; up to `bound`, which reads "or more".
package struct CountWatched: Operation {
    package static let bound = 1_000
    private let plan: Plan.ID?

    package init(plan: Plan.ID? = nil) {
        self.plan = plan
    }

    package func run(in office: Office, as actor: Actor) async throws -> [WatchList: Int] {
        try TaskAccess.require(.viewPlan, of: actor)
        let today = office.today
        return try await office.pool.read { [plan] db in
            var counts: [WatchList: Int] = [:]
            for list in WatchList.allCases {
                counts[list] = try db.watchCount(list, plan: plan, today: today, upTo: Self.bound)
            }
            return counts
        }
    }
}

extension DueTask {
    var masked: DueTask {
        var result = self
        result.text = PhoneMask.masked(text)
        result.planTitle = PhoneMask.masked(planTitle)
        return result
    }
}
