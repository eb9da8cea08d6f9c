package import Domain
package import Foundation
package import SQL

/// Whose due days a calendar shows.
package enum DueScope: Hashable, Sendable {
    /// What these agencies lead or take part in.
    case agencies([Agency.ID])
    case plan(Plan.ID)
    /// All issued plans.
    case everything
}

/// A task on the day by which it, or an agency's part of it, is due.
package struct DueTask: Hashable, Sendable {
    package var task: Plan.Task.ID
    package var plan: Plan.ID
    package var planTitle: String
    package var planNumber: String?
    package var text: String
    package var day: CalendarDay
    /// The first day of the period that is due, where it isn't the task's next one.
    package var period: CalendarDay?
    /// Of the agency asked about; nil where all are.
    package var role: DeskRole?
    package var agency: Agency.ID?
    package var standing: Plan.Task.Standing
    package var delegate: Account.ID?
    /// Goes up with each change of the task and of the agency's part.
    package var revision: Int
    package var changedAt: Date
}

extension DueTask: RowDecodable {
    package init(row: Row) throws {
        self.init(
            task: try row.get("task_id"), plan: try row.get("plan_id"), planTitle: try row.get("title"),
            planNumber: try row.get("number"), text: try row.get("text"),
            day: CalendarDay(dayNumber: try row.get("day")), role: try row.get("role"),
            agency: try row.get("agency_id"), standing: try row.get("standing"),
            delegate: try row.get("delegate_account_id"), revision: try row.get("revision"),
            changedAt: try row.get("changed_at"))
    }
}

extension Database {
    /// Tasks that are due on some days, both ends included, by the day; what was cancelled only where it's asked for, of
    /// all plans together only what is still to be ended.
    package func dueTasks(
        _ scope: DueScope, _ days: ClosedRange<CalendarDay>, withCancelled: Bool = false, limit: Int
    ) throws -> [DueTask] {
        try all(DueTask.self, dueTasksSQL(scope, days, withCancelled: withCancelled, limit: limit))
    }

    /// What some agencies haven't handed in and was due before a day, the youngest first.
    package func longOverdue(of agencies: [Agency.ID], before day: CalendarDay, limit: Int) throws
        -> [DueTask]
    {
        try all(DueTask.self, longOverdueSQL(of: agencies, before: day, limit: limit))
    }

    func longOverdueSQL(of agencies: [Agency.ID], before day: CalendarDay, limit: Int) -> SQL {
        """
        \(Self.deskTasks)
        WHERE desk.agency_id IN (\(list: agencies)) AND desk.standing = 'pending' AND desk.role <> 'planner'
            AND desk.sort_day < \(day)
        ORDER BY desk.sort_day DESC, desk.task_number DESC, desk.agency_id
        LIMIT \(limit)
        """
    }

    static let deskTasks: SQL = """
        SELECT task.task_id, task.plan_id, plan.title, plan.number, task.text, desk.sort_day AS day,
            desk.role, desk.agency_id, desk.standing, task.delegate_account_id,
            task.revision + COALESCE(part.revision, 0) AS revision,
            COALESCE(task.changed_at, plan.issued_at, plan.received_at) AS changed_at
        FROM task_desk desk
        JOIN task ON task.task_id = desk.task_id
        JOIN plan ON plan.plan_id = task.plan_id
        LEFT JOIN contribution part ON part.task_id = desk.task_id AND part.agency_id = desk.agency_id
        """

    static let wholeTasks: SQL = """
        SELECT task.task_id, task.plan_id, plan.title, plan.number, task.text, task.sort_day AS day,
            NULL AS role, NULL AS agency_id, task.counted_standing AS standing, task.delegate_account_id,
            task.revision, COALESCE(task.changed_at, plan.issued_at, plan.received_at) AS changed_at
        FROM task
        JOIN plan ON plan.plan_id = task.plan_id
        """

    func dueTasksSQL(
        _ scope: DueScope, _ days: ClosedRange<CalendarDay>, withCancelled: Bool, limit: Int
    ) -> SQL {
        switch scope {
        case .agencies(let agencies):
            let shown: SQL = withCancelled ? .empty : " AND desk.standing <> 'cancelled'"
            return """
                \(Self.deskTasks)
                WHERE desk.agency_id IN (\(list: agencies)) AND desk.role <> 'planner' AND desk.is_live IN (0, 1)
                    AND desk.sort_day BETWEEN \(days.lowerBound) AND \(days.upperBound)\(shown)
                ORDER BY desk.sort_day, desk.task_number, desk.agency_id
                LIMIT \(limit)
                """
        case .plan, .everything:
            let shown: SQL = withCancelled ? .empty : " AND task.state <> 'cancelled'"
            // Of all plans only what is still to be ended, as the counts are: so each day's first tasks are read along
            // the index, however many the day has.
            let among: SQL =
                if case .plan(let plan) = scope { "task.plan_id = \(plan) AND task.is_live IN (0, 1)" } else {
                    "task.is_live = 1"
                }
            return """
                \(Self.wholeTasks)
                WHERE \(among)
                    AND task.sort_day BETWEEN \(days.lowerBound) AND \(days.upperBound)\(shown)
                ORDER BY task.sort_day, task.task_number
                LIMIT \(limit)
                """
        }
    }

    /// How many tasks are due on each of some days; of all plans together only those that are still to be ended.
    package func dueCounts(_ scope: DueScope, _ days: ClosedRange<CalendarDay>) throws -> [CalendarDay:
        TaskCounts]
    {
        var counts: [CalendarDay: TaskCounts] = [:]
        for row in try rows(dueCountsSQL(scope, days)) {
            let one = TaskCounts(
                pending: try row.get("pending"), submitted: try row.get("submitted"),
                accepted: try row.get("accepted"))
            if one.total > 0 { counts[CalendarDay(dayNumber: try row.get("day"))] = one }
        }
        return counts
    }

    func dueCountsSQL(_ scope: DueScope, _ days: ClosedRange<CalendarDay>) -> SQL {
        let sums: (SQL) -> SQL = { standing in
            """
            SUM(CASE WHEN \(standing) = 'pending' THEN 1 ELSE 0 END) AS pending,
                SUM(CASE WHEN \(standing) = 'submitted' THEN 1 ELSE 0 END) AS submitted,
                SUM(CASE WHEN \(standing) = 'accepted' THEN 1 ELSE 0 END) AS accepted
            """
        }
        switch scope {
        case .agencies(let agencies):
            return """
                SELECT sort_day AS day, \(sums("standing"))
                FROM task_desk
                WHERE agency_id IN (\(list: agencies)) AND role <> 'planner' AND is_live IN (0, 1)
                    AND sort_day BETWEEN \(days.lowerBound) AND \(days.upperBound)
                GROUP BY sort_day
                ORDER BY sort_day
                """
        case .plan(let plan):
            return """
                SELECT sort_day AS day, \(sums("counted_standing"))
                FROM task
                WHERE plan_id = \(plan) AND is_live IN (0, 1)
                    AND sort_day BETWEEN \(days.lowerBound) AND \(days.upperBound)
                GROUP BY sort_day
                ORDER BY sort_day
                """
        case .everything:
            return """
                SELECT sort_day AS day, pending, submitted, 0 AS accepted
                FROM day_count
                WHERE sort_day BETWEEN \(days.lowerBound) AND \(days.upperBound)
                ORDER BY sort_day
                """
        }
    }

    /// How many tasks stand on a list over all agencies, counted up to a bound.
    package func watchCount(_ list: WatchList, plan: Plan.ID? = nil, today: CalendarDay, upTo bound: Int)
        throws -> Int
    {
        try value(Int.self, watchCountSQL(list, plan: plan, today: today, upTo: bound)) ?? 0
    }
}
