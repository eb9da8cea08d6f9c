package import Domain
package import Foundation
package import SQL

/// A change after which agencies have tasks that they didn't have before, or have no longer.
package struct AssignmentEvent: RowDecodable, Sendable {
    package enum Kind: Sendable, Hashable {
        /// A plan was issued, or somebody said which agencies one of its parties is.
        case named(Plan.ID)
        case reorganised(Reorganisation.ID)
        /// A plan's time is over; another took its place, or none did.
        case ended(Plan.ID, isReplaced: Bool)
    }

    package var sequence: Int64
    package var at: Date
    package var actor: Account.ID?
    /// Nil where the entry's details were destroyed, or tell of no reorganisation.
    package var kind: Kind?

    static let actions = [
        "IssuePlan", "ResolveParty", "ApplyReorganisation", "WithdrawPlan", "ReplacePlan",
    ]

    package init(row: Row) throws {
        sequence = try row.get("sequence")
        at = try row.get("at")
        actor = try row.get("account_id")
        let subjectKind: String = try row.get("subject_kind")
        if subjectKind == "plan" {
            let plan = Plan.ID(try row.get("subject_id", as: String.self))
            kind =
                switch try row.get("action", as: String.self) {
                case "WithdrawPlan": .ended(plan, isReplaced: false)
                case "ReplacePlan": .ended(plan, isReplaced: true)
                default: .named(plan)
                }
        } else {
            let detail: String = try row.get("detail")
            let fields = try? JSONDecoder().decode([String: String].self, from: Data(detail.utf8))
            kind = fields?["reorganisation"].map { .reorganised(Reorganisation.ID($0)) }
        }
    }
}

/// A task that an agency got.
package struct AssignedTask: RowDecodable, Sendable, Hashable {
    package var agency: Agency.ID
    package var task: Plan.Task.ID
    package var plan: Plan.ID
    package var planAgency: Agency.ID

    package init(row: Row) throws {
        agency = try row.get("agency_id")
        task = try row.get("task_id")
        plan = try row.get("plan_id")
        planAgency = try row.get("plan_agency_id")
    }
}

extension Database {
    /// Entries after one, not older than an instant; in their order.
    package func assignmentEvents(after sequence: Int64, since oldest: Date) throws -> [AssignmentEvent] {
        try all(
            AssignmentEvent.self,
            """
            SELECT sequence, at, action, account_id, subject_kind, subject_id, detail
            FROM ledger
            WHERE sequence > \(sequence) AND at >= \(oldest) AND subject_kind IN ('plan', 'agency')
                AND action IN (\(list: AssignmentEvent.actions))
            ORDER BY sequence
            """)
    }

    /// Who got which of a plan's open tasks in the transaction of an entry, and still has it.
    package func tasksAssigned(in plan: Plan.ID, at instant: Date) throws -> [AssignedTask] {
        try assignedTasks(
            "task.plan_id = \(plan) AND task_assignee.assigned_at = \(instant) AND \(Self.isOpen)")
    }

    /// Who had which tasks of a plan that ended with it.
    package func tasksEnded(with plan: Plan.ID, at instant: Date) throws -> [AssignedTask] {
        try assignedTasks(
            "task.plan_id = \(plan) AND task.state = 'cancelled' AND task.ended_at = \(instant)")
    }

    private static let isOpen: SQL = "task.is_live = 1 AND plan.state = 'issued'"

    /// Who got which open tasks by a reorganisation, and still has them.
    package func tasksTakenOver(in reorganisation: Reorganisation.ID) throws -> [AssignedTask] {
        try assignedTasks("task_assignee.reorganisation_id = \(reorganisation) AND \(Self.isOpen)")
    }

    private func assignedTasks(_ which: SQL) throws -> [AssignedTask] {
        try all(
            AssignedTask.self,
            """
            SELECT DISTINCT task_assignee.agency_id, task.task_id, task.plan_id, plan.agency_id AS plan_agency_id
            FROM task
            JOIN task_assignee ON task_assignee.task_id = task.task_id
            JOIN plan ON plan.plan_id = task.plan_id
            WHERE \(which) AND task_assignee.until_day IS NULL
            ORDER BY task.plan_id, task_assignee.agency_id, task.task_id
            """)
    }
}
