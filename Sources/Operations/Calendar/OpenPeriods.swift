import Domain
import SQL
import Store

/// The open periods of duties that return, besides the one that the task's own day stands for.
enum OpenPeriods {
    /// Of one duty: the youngest that are past, and the next ahead.
    static let mostPast = 24
    static let mostAhead = 12
    /// Duties of one calendar.
    static let mostDuties = 500
    static let daysAhead = 730

    static func others(of duty: ReturningDuty, on today: CalendarDay) -> [Plan.Task.Period] {
        let task = duty.task
        let reported = ReportedPeriods(duty.periods)
        let first = task.firstDay(planDate: duty.planDate, opened: duty.openedAt)
        let open = task.periods(from: first, to: today.adding(days: daysAhead))
            .filter { !reported.areHandedIn($0) }.dropFirst()
        return open.filter { $0.due < today }.suffix(mostPast)
            + open.filter { $0.due >= today }.prefix(mostAhead)
    }

    /// The same as tasks due on some days; of all plans together none.
    static func due(
        _ scope: DueScope, _ days: ClosedRange<CalendarDay>?, on today: CalendarDay, in db: Database
    ) throws -> [DueTask] {
        let tasks = try db.returningTasks(scope, limit: mostDuties)
        guard !tasks.isEmpty else { return [] }
        let duties = try db.returningDuties(tasks.map(\.task))
        return tasks.flatMap { task -> [DueTask] in
            guard let duty = duties[task.task] else { return [] }
            return others(of: duty, on: today).filter { days?.contains($0.due) ?? true }.map { period in
                var one = task
                one.day = period.due
                one.period = period.from
                return one
            }
        }
    }
}
