package import Domain
package import Foundation
package import SQL

extension Reorganisation: RowDecodable {
    package init(row: Row) throws {
        let content: JSONText<Content> = try row.get("content")
        self.init(
            id: try row.get("reorganisation_id"), state: try row.get("state"), kind: try row.get("kind"),
            effective: try row.get("effective_day"), content: content.value,
            plannedAt: try row.get("planned_at"),
            plannedBy: try row.get("planned_by"), closedAt: try row.get("closed_at"),
            closedBy: try row.get("closed_by"))
    }

    static let columns: SQL = """
        reorganisation_id, state, kind, effective_day, content, planned_at, planned_by, closed_at, closed_by
        """
}

extension Database {
    /// Keeps a planned reorganisation under the first agency that it ends.
    package func insert(_ one: Reorganisation) throws {
        guard let first = one.content.agencies.first else { return }
        try execute(
            """
            INSERT INTO reorganisation (\(Reorganisation.columns), agency_id)
            VALUES (\(one.id), \(one.state), \(one.kind), \(one.effective), \(try JSONText(one.content)),
                \(one.plannedAt), \(one.plannedBy), \(one.closedAt), \(one.closedBy), \(first))
            """)
    }

    package func reorganisation(_ id: Reorganisation.ID) throws -> Reorganisation? {
        try first(
            Reorganisation.self,
            "SELECT \(Reorganisation.columns) FROM reorganisation WHERE reorganisation_id = \(id)")
    }

    /// Planned ones, the earliest first; the newest first where all are asked for.
    package func reorganisations(in state: Reorganisation.State, limit: Int) throws -> [Reorganisation] {
        let order: SQL = state == .planned ? "ASC" : "DESC"
        return try all(
            Reorganisation.self,
            """
            SELECT \(Reorganisation.columns)
            FROM reorganisation
            WHERE state = \(state)
            ORDER BY effective_day \(order), reorganisation_id \(order)
            LIMIT \(limit)
            """)
    }

    /// Closes a planned one; false when it was closed already, so that of several servers one alone applies it.
    package func close(
        _ id: Reorganisation.ID, as state: Reorganisation.State, by account: Account.ID?, at instant: Date
    ) throws -> Bool {
        try execute(
            """
            UPDATE reorganisation
            SET state = \(state), closed_at = \(instant), closed_by = \(account)
            WHERE reorganisation_id = \(id) AND state = 'planned'
            """) == 1
    }

    /// What it says once it is applied.
    package func write(_ content: Reorganisation.Content, of id: Reorganisation.ID) throws {
        try execute(
            "UPDATE reorganisation SET content = \(try JSONText(content)) WHERE reorganisation_id = \(id)")
    }

    // MARK: - What moves

    package func countOpenTasks(ofAgency agency: Agency.ID) throws -> Int {
        try value(
            Int.self,
            """
            SELECT COUNT(DISTINCT task_assignee.task_id)
            FROM task_assignee
            JOIN task ON task.task_id = task_assignee.task_id
            WHERE task_assignee.agency_id = \(agency) AND task_assignee.until_day IS NULL
                AND task.state \(TaskStates.unfinished)
            """) ?? 0
    }

    /// Open tasks of an agency with their words, by the day on which they are due.
    package func openTasks(ofAgency agency: Agency.ID, limit: Int) throws -> [(
        id: Plan.Task.ID, text: String
    )] {
        try rows(
            """
            SELECT task.task_id, task.text
            FROM task
            WHERE task.state \(TaskStates.unfinished) AND EXISTS (
                SELECT 1 FROM task_assignee
                WHERE task_assignee.task_id = task.task_id AND task_assignee.agency_id = \(agency)
                    AND task_assignee.until_day IS NULL
            )
            ORDER BY task.sort_day, task.task_number
            LIMIT \(limit)
            """
        ).map { (try $0.get("task_id"), try $0.get("text")) }
    }

    /// An assignee acts until a day.
    package func end(_ one: Assignee, on day: CalendarDay) throws {
        try execute(
            """
            UPDATE task_assignee
            SET until_day = \(max(day, one.from))
            WHERE task_id = \(one.task) AND role = \(one.role) AND party_position = \(one.partyPosition)
                AND agency_id = \(one.agency) AND from_day = \(one.from)
            """)
        try refreshDesks(of: [one.task])
    }

    package func roleGrants(in agency: Agency.ID) throws -> [RoleGrant] {
        try all(
            RoleGrant.self,
            """
            SELECT account_id, agency_id, role
            FROM role_grant
            WHERE agency_id = \(agency)
            ORDER BY account_id, role
            """)
    }

    /// Plans that an agency keeps, but for those that are closed.
    package func livePlans(ofAgency agency: Agency.ID) throws -> [(id: Plan.ID, title: String)] {
        try rows(
            """
            SELECT plan_id, title
            FROM plan
            WHERE agency_id = \(agency) AND state IN ('read', 'underCorrection', 'issued')
            ORDER BY received_at, plan_id
            """
        ).map { (try $0.get("plan_id"), try $0.get("title")) }
    }

    /// Hands a plan to another agency; false where that one has the same document already.
    package func move(_ plan: Plan.ID, to agency: Agency.ID) throws -> Bool {
        let moved =
            try execute(
                """
                UPDATE plan
                SET agency_id = \(agency)
                WHERE plan_id = \(plan) AND NOT EXISTS (
                    SELECT 1 FROM plan AS other
                    WHERE other.agency_id = \(agency) AND other.document_sha256 = plan.document_sha256
                        AND other.state IN ('read', 'underCorrection', 'issued')
                )
                """) == 1
        // What waits for the plan's agency waits for the new one.
        if moved { try refreshDesks(ofPlan: plan) }
        return moved
    }
}
