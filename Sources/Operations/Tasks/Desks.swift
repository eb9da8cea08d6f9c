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
            try db.tasks(givenTo: account, today: today, after: mark, limit: limit).map { TaskAccess.masked($0) }
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
            try db.watch(list, plan: plan, today: today, after: mark, limit: limit).map { TaskAccess.masked($0) }
        }
    }
}

/// Agencies by weeks, as leads: what is due in each week and how it stands.
package struct ShowHeatMap: Operation {
    package static let weekLimit = 60
    private let parent: Agency.ID?
    private let weeks: ClosedRange<Int>
    private let after: Agency.ID?

    /// - Parameters:
    ///   - parent: the agencies directly below it; nil for those without a superior.
    ///   - weeks: as `CalendarDay.week` counts them; ``weekLimit`` at most.
    ///   - after: the last agency of the page before, in the order of identifiers.
    package init(below parent: Agency.ID?, weeks: ClosedRange<Int>, after: Agency.ID? = nil) {
        self.parent = parent
        self.weeks = weeks.lowerBound...min(weeks.upperBound, weeks.lowerBound + Self.weekLimit - 1)
        self.after = after
    }

    package func run(in office: Office, as actor: Actor) async throws -> [AgencyWeek] {
        try TaskAccess.require(.viewPlan, of: actor)
        return try await office.pool.read { [parent, weeks, after] db in
            try db.heatMap(below: parent, weeks: weeks, after: after)
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

/// How a plan stands: counts, the curve of what is due and accepted by each week, its event.
package struct PlanTrack: Sendable {
    package var counts: TaskCounts
    package var burnUp: [BurnUpPoint]
    package var event: PlanEvent?
}

package struct ShowPlanTrack: Operation {
    private let plan: Plan.ID

    package init(plan: Plan.ID) {
        self.plan = plan
    }

    package func run(in office: Office, as actor: Actor) async throws -> PlanTrack {
        try await office.pool.read { [plan] db in
            guard let known = try db.planRecord(plan)?.plan else { throw NotFound.plan }
            try PlanAccess.requireKnown(known, try Permission.Subject(known, in: db), to: actor)
            return PlanTrack(
                counts: try db.counts(of: plan), burnUp: try db.burnUp(of: plan), event: try db.event(of: plan))
        }
    }
}

/// A plan's tasks round its event.
package struct RunSheet: Sendable {
    package var event: PlanEvent
    package var before: [Plan.Task]
    /// By day, in order.
    package var during: [(day: CalendarDay, tasks: [Plan.Task])]
    package var after: [Plan.Task]
    /// Continuous duties and those without a time.
    package var always: [Plan.Task]
}

/// Nil where no event is set.
package struct ShowRunSheet: Operation {
    private let plan: Plan.ID

    package init(plan: Plan.ID) {
        self.plan = plan
    }

    package func run(in office: Office, as actor: Actor) async throws -> RunSheet? {
        try await office.pool.read { [plan] db in
            guard let known = try db.planRecord(plan)?.plan else { throw NotFound.plan }
            try PlanAccess.requireKnown(known, try Permission.Subject(known, in: db), to: actor)
            guard let event = try db.event(of: plan) else { return nil }
            var sheet = RunSheet(event: event, before: [], during: [], after: [], always: [])
            var days: [CalendarDay: [Plan.Task]] = [:]
            let tasks = try db.tasks(of: plan).filter { $0.state != .cancelled }.map { MaskPhones.masked($0) }
            for task in tasks.sorted(by: { ($0.deadline?.due.dayNumber ?? 0, $0.position) < ($1.deadline?.due.dayNumber ?? 0, $1.position) }) {
                guard let due = task.deadline?.due else {
                    sheet.always.append(task)
                    continue
                }
                if due < event.from {
                    sheet.before.append(task)
                } else if due > event.to {
                    sheet.after.append(task)
                } else {
                    days[due, default: []].append(task)
                }
            }
            sheet.during = days.keys.sorted().map { ($0, days[$0] ?? []) }
            return sheet
        }
    }
}

/// The planner says what a plan prepares for, or (nil) that it prepares for nothing.
package struct SetPlanEvent: Operation {
    package static let longestDays = 366
    private let plan: Plan.ID
    private let event: PlanEvent?

    package init(plan: Plan.ID, event: PlanEvent?) {
        self.plan = plan
        self.event = event
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        var event = event
        if let given = event {
            guard let title = TypedText.line(given.title, limitBytes: 500) else { throw TaskRefused.badText }
            guard given.from <= given.to, given.to.dayNumber - given.from.dayNumber < Self.longestDays else {
                throw TaskRefused.badDay
            }
            event?.title = title
        }
        try await office.pool.write { [plan, event] db in
            guard let known = try db.planRecord(plan)?.plan else { throw NotFound.plan }
            let subject = try Permission.Subject(known, in: db)
            try PlanAccess.requireKnown(known, subject, to: actor)
            try Office.require(.judgeTask, by: actor, on: subject)
            guard known.state == .issued else { throw TaskRefused.planNotIssued }
            try db.setEvent(event, of: plan)
            try Office.record(
                "SetPlanEvent", "plan", plan.rawValue,
                [
                    "title": event.map { PhoneMask.masked($0.title) }, "fromDay": event?.from.description,
                    "toDay": event?.to.description,
                ], by: actor, at: now, in: db)
        }
    }
}
