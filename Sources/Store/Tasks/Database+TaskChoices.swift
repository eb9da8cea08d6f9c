package import Domain
package import SQL

/// What a list of tasks can be narrowed to.
package struct TaskChoices: Hashable, Sendable {
    package var parties: [PartyRole: [PartyCount]]
    package var plans: [PlanCount]
    /// Whether the numbers are those of the filter; else the choices are those of all tasks.
    package var areCounted: Bool
}

extension Database {
    /// Choices are gathered from the tasks found, as long as there are no more.
    package static let gatheredTasks = 300
    /// The most parties in one role, and the most plans.
    package static let choiceLimit = 120

    /// The parties of the tasks that a filter finds, those with most tasks first, and their plans, the youngest first.
    ///
    /// Where it finds more than ``gatheredTasks``, those of all live tasks: the same for every wide filter.
    package func taskChoices(_ filter: TaskFilter, among hits: TaskHits?, today: CalendarDay) throws
        -> TaskChoices
    {
        if !filter.isEverything, let found = try gathered(filter, among: hits, today: today) {
            return TaskChoices(
                parties: try parties(of: found.map(\.task)), plans: try plans(found.map(\.plan)),
                areCounted: true)
        }
        return TaskChoices(
            parties: Dictionary(
                uniqueKeysWithValues: try PartyRole.allCases.map {
                    ($0, try countedParties(as: $0, limit: Self.choiceLimit))
                }), plans: try countedPlans(limit: Self.choiceLimit), areCounted: filter.isEverything)
    }

    /// Nil where there are too many.
    private func gathered(_ filter: TaskFilter, among hits: TaskHits?, today: CalendarDay) throws -> [(
        task: Plan.Task.ID, plan: Plan.ID
    )]? {
        let columns: SQL = "task.task_id, task.plan_id"
        let bound = Self.gatheredTasks + 1
        let rows = try rows(
            hits.map { foundSQL(columns, $0, filter, today: today, upTo: bound) }
                ?? someTasks(columns, filter, today: today, upTo: bound))
        guard rows.count < bound else { return nil }
        return try rows.map { (try $0.get("task_id"), try $0.get("plan_id")) }
    }

    private func parties(of tasks: [Plan.Task.ID]) throws -> [PartyRole: [PartyCount]] {
        guard !tasks.isEmpty else { return [:] }
        let rows = try rows(
            """
            SELECT role, name_key, name, COUNT(*) AS tasks
            FROM task_party
            WHERE task_id IN (\(list: tasks))
            GROUP BY role, name_key, name
            ORDER BY COUNT(*) DESC, name_key, name
            """)
        return try Dictionary(grouping: rows) { try $0.get("role", as: PartyRole.self) }.mapValues {
            try Self.merged($0, limit: Self.choiceLimit)
        }
    }

    private func plans(_ found: [Plan.ID]) throws -> [PlanCount] {
        guard !found.isEmpty else { return [] }
        let counts = Dictionary(found.map { ($0, 1) }, uniquingKeysWith: +)
        return try planNames(counts.keys.sorted(), limit: Self.choiceLimit).map { plan in
            var plan = plan
            plan.tasks = counts[plan.plan] ?? 0
            return plan
        }
    }

    /// What tells plans from one another, the youngest first; without their tasks.
    package func planNames(_ plans: [Plan.ID], limit: Int = Database.choiceLimit) throws -> [PlanCount] {
        guard !plans.isEmpty else { return [] }
        return try all(
            PlanCount.self,
            """
            SELECT plan_id, title, number, issuer, received_at, 0 AS tasks
            FROM plan
            WHERE plan_id IN (\(list: plans))
            ORDER BY received_at DESC, plan_id
            LIMIT \(limit)
            """)
    }
}
