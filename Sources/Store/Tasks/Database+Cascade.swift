package import Domain
package import Foundation
package import SQL

/// Tasks by how they stand.
package struct TaskCounts: Hashable, Sendable {
    package var pending: Int
    package var submitted: Int
    package var accepted: Int
    package var cancelled: Int

    package init(pending: Int = 0, submitted: Int = 0, accepted: Int = 0, cancelled: Int = 0) {
        self.pending = pending
        self.submitted = submitted
        self.accepted = accepted
        self.cancelled = cancelled
    }

    /// All that still counts.
    package var total: Int { pending + submitted + accepted }

    package static func + (one: TaskCounts, other: TaskCounts) -> TaskCounts {
        TaskCounts(
            pending: one.pending + other.pending, submitted: one.submitted + other.submitted,
            accepted: one.accepted + other.accepted, cancelled: one.cancelled + other.cancelled)
    }
}

/// A plan in the tree of plans that carry out another's tasks.
package struct PlanProgress: Hashable, Sendable {
    package var plan: Plan.ID
    package var agency: Agency.ID
    package var agencyName: String
    package var title: String
    package var number: String?
    package var state: Plan.State
    /// The task of the plan above that it carries out.
    package var task: Plan.Task.ID
    package var above: Plan.ID
    /// 1 for a plan that carries out a task of the plan asked about.
    package var depth: Int
    package var counts: TaskCounts
}

extension Database {
    /// No chain of plans is longer: the law knows four levels.
    package static let cascadeDepth = 8
    /// Plans of one tree; a duty for every commune of a province stays far below.
    package static let cascadeLimit = 5_000

    package func counts(of plan: Plan.ID) throws -> TaskCounts {
        let rows = try rows(
            "SELECT pending, submitted, accepted, cancelled FROM plan_count WHERE plan_id = \(plan)")
        return try rows.first.map { try TaskCounts(counted: $0) } ?? TaskCounts()
    }

    /// The task that a plan carries out, and since when.
    package func implementation(by plan: Plan.ID) throws -> (task: Plan.Task.ID, above: Plan.ID)? {
        try rows("SELECT task_id, above_plan_id FROM plan_implementation WHERE plan_id = \(plan)").first.map {
            (try $0.get("task_id"), try $0.get("above_plan_id"))
        }
    }

    /// The plan's own chain upwards: what it carries out, what that carries out, and so on.
    package func plansAbove(_ plan: Plan.ID) throws -> [Plan.ID] {
        try values(
            Plan.ID.self,
            """
            WITH RECURSIVE chain (plan_id, depth) AS (
                SELECT above_plan_id, 1 FROM plan_implementation WHERE plan_id = \(plan)
                UNION ALL
                SELECT plan_implementation.above_plan_id, chain.depth + 1
                FROM plan_implementation
                JOIN chain ON chain.plan_id = plan_implementation.plan_id
                WHERE chain.depth < \(Self.cascadeDepth)
            )
            SELECT plan_id FROM chain ORDER BY depth
            """)
    }

    package func insertImplementation(
        of task: Plan.Task, by plan: Plan.ID, at instant: Date, account: Account.ID?
    ) throws {
        try execute(
            """
            INSERT INTO plan_implementation (plan_id, task_id, above_plan_id, made_at, made_by)
            VALUES (\(plan), \(task.id), \(task.plan), \(instant), \(account))
            """)
    }

    /// Another plan carries out what one carried out; it must carry out nothing yet.
    package func moveImplementation(
        of plan: Plan.ID, to successor: Plan.ID, at instant: Date, account: Account.ID?
    ) throws {
        try execute(
            """
            UPDATE plan_implementation
            SET plan_id = \(successor), made_at = \(instant), made_by = \(account)
            WHERE plan_id = \(plan)
            """)
    }

    /// The plans that carry out one task carry out another in its place; answers how many.
    package func moveImplementations(of task: Plan.Task.ID, to other: Plan.Task) throws -> Int {
        try execute(
            """
            UPDATE plan_implementation
            SET task_id = \(other.id), above_plan_id = \(other.plan)
            WHERE task_id = \(task) AND plan_id <> \(other.plan)
            """)
    }

    /// Every plan below: those that carry out one task (or, nil, any task of the plan), and those below them.
    package func cascade(below plan: Plan.ID, task: Plan.Task.ID? = nil) throws -> [PlanProgress] {
        let first: SQL =
            task.map { "plan_implementation.task_id = \($0)" }
            ?? "plan_implementation.above_plan_id = \(plan)"
        return try rows(
            """
            WITH RECURSIVE below (plan_id, task_id, above_plan_id, depth) AS (
                SELECT plan_implementation.plan_id, plan_implementation.task_id,
                    plan_implementation.above_plan_id, 1
                FROM plan_implementation
                WHERE \(first)
                UNION ALL
                SELECT plan_implementation.plan_id, plan_implementation.task_id,
                    plan_implementation.above_plan_id, below.depth + 1
                FROM plan_implementation
                JOIN below ON below.plan_id = plan_implementation.above_plan_id
                WHERE below.depth < \(Self.cascadeDepth)
            )
            SELECT below.plan_id, below.task_id, below.above_plan_id, below.depth, plan.title, plan.number,
                plan.state, plan.agency_id, agency.name AS agency_name,
                COALESCE(plan_count.pending, 0) AS pending, COALESCE(plan_count.submitted, 0) AS submitted,
                COALESCE(plan_count.accepted, 0) AS accepted, COALESCE(plan_count.cancelled, 0) AS cancelled
            FROM below
            JOIN plan ON plan.plan_id = below.plan_id
            JOIN agency ON agency.agency_id = plan.agency_id
            LEFT JOIN plan_count ON plan_count.plan_id = below.plan_id
            ORDER BY below.depth, agency.name, below.plan_id
            LIMIT \(Self.cascadeLimit)
            """
        ).map { row in
            PlanProgress(
                plan: try row.get("plan_id"), agency: try row.get("agency_id"),
                agencyName: try row.get("agency_name"), title: try row.get("title"),
                number: try row.get("number"), state: try row.get("state"), task: try row.get("task_id"),
                above: try row.get("above_plan_id"), depth: try row.get("depth"),
                counts: try TaskCounts(counted: row))
        }
    }
}

extension TaskCounts {
    init(counted row: Row) throws {
        self.init(
            pending: try row.get("pending"), submitted: try row.get("submitted"),
            accepted: try row.get("accepted"), cancelled: try row.get("cancelled"))
    }
}
