package import Domain
package import Foundation
package import SQL

/// A duty that returns, with what its open periods follow from.
package struct ReturningDuty: Sendable {
    /// Without its parties.
    package var task: Plan.Task
    package var planDate: PartialDay?
    /// When its plan was issued here.
    package var openedAt: Date
    /// Those that somebody has touched, oldest first.
    package var periods: [Plan.Task.Period]
}

extension Database {
    /// Duties that return and whose next period is still to be handed in, by that period's day.
    package func returningTasks(_ scope: DueScope, limit: Int) throws -> [DueTask] {
        guard let sql = returningTasksSQL(scope, limit: limit) else { return [] }
        return try all(DueTask.self, sql)
    }

    /// Nil for all plans together, of which calendars show each duty's next day alone.
    func returningTasksSQL(_ scope: DueScope, limit: Int) -> SQL? {
        switch scope {
        case .agencies(let agencies):
            return """
                \(Self.deskTasks)
                WHERE desk.agency_id IN (\(list: agencies)) AND desk.returns = 1 AND desk.standing = 'pending'
                    AND desk.role <> 'planner'
                ORDER BY desk.sort_day, desk.task_number, desk.agency_id
                LIMIT \(limit)
                """
        case .plan(let plan):
            return """
                \(Self.wholeTasks)
                WHERE task.plan_id = \(plan) AND task.is_live = 1 AND task.rhythm IS NOT NULL
                    AND task.state <> 'submitted' AND task.sort_day < \(Plan.Task.continuousDay)
                ORDER BY task.sort_day, task.task_number
                LIMIT \(limit)
                """
        case .everything: return nil
        }
    }

    /// Those of some tasks that return.
    package func returningDuties(_ ids: [Plan.Task.ID]) throws -> [Plan.Task.ID: ReturningDuty] {
        var duties: [Plan.Task.ID: ReturningDuty] = [:]
        let ids = Array(Set(ids)).sorted()
        for start in stride(from: 0, to: ids.count, by: PageLimit.largest) {
            let some = ids[start..<min(start + PageLimit.largest, ids.count)]
            for row in try rows(
                """
                SELECT \(Plan.Task.columns), plan.plan_date, COALESCE(plan.issued_at, plan.received_at) AS opened_at
                FROM task
                JOIN plan ON plan.plan_id = task.plan_id
                WHERE task.task_id IN (\(list: some)) AND task.rhythm IS NOT NULL
                ORDER BY task.task_id
                """)
            {
                let task = try Plan.Task(row: row)
                let date: String? = try row.get("plan_date")
                duties[task.id] = ReturningDuty(
                    task: task, planDate: date.flatMap { PartialDay($0) }, openedAt: try row.get("opened_at"),
                    periods: [])
            }
            for row in try rows(
                """
                SELECT task_id, from_day, to_day, due_day, state, revision, note, reason, submitted_at, submitted_by
                FROM task_period
                WHERE task_id IN (\(list: some))
                ORDER BY task_id, from_day
                """)
            {
                duties[try row.get("task_id")]?.periods.append(try Plan.Task.Period(row: row))
            }
        }
        return duties
    }
}
