package import Domain
package import SQL

/// How much of each kind hangs on a task.
package struct TaskWork: Hashable, Sendable {
    package var evidence = 0
    package var contributions = 0
    package var periods = 0
    /// For more time.
    package var requests = 0
    package var comments = 0
    /// Plans that carry it out.
    package var plans = 0

    package init() {}

    package var isEmpty: Bool { self == TaskWork() }
}

extension Database {
    /// What was done about each task of a plan; tasks on which nothing hangs are left out.
    package func work(on plan: Plan.ID) throws -> [Plan.Task.ID: TaskWork] {
        var work: [Plan.Task.ID: TaskWork] = [:]
        for (table, count) in Self.workTables {
            let rows = try rows(
                """
                SELECT \(table).task_id, COUNT(*) AS pieces
                FROM task
                JOIN \(table) ON \(table).task_id = task.task_id
                WHERE task.plan_id = \(plan)
                GROUP BY \(table).task_id
                """)
            for row in rows {
                work[try row.get("task_id"), default: TaskWork()][keyPath: count] = try row.get("pieces")
            }
        }
        return work
    }

    private static var workTables: [(SQL, WritableKeyPath<TaskWork, Int>)] {
        [
            ("evidence", \.evidence), ("contribution", \.contributions), ("task_period", \.periods),
            ("task_extension", \.requests), ("task_comment", \.comments), ("plan_implementation", \.plans),
        ]
    }
}
