package import Domain
import Foundation
import SQL
package import Store
import Vietnamese

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
                counts: try db.counts(of: plan), burnUp: try db.burnUp(of: plan),
                event: try db.event(of: plan))
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
            for task in tasks.sorted(by: {
                ($0.deadline?.due.dayNumber ?? 0, $0.position) < (
                    $1.deadline?.due.dayNumber ?? 0, $1.position
                )
            }) {
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
            guard given.from.isSensible, given.to.isSensible else { throw TaskRefused.farDay }
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
