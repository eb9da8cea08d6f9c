package import Domain
package import SQL

extension Assignee: RowDecodable {
    package init(row: Row) throws {
        self.init(
            task: try row.get("task_id"), role: try row.get("role"),
            partyPosition: try row.get("party_position"), agency: try row.get("agency_id"),
            named: try row.get("named_agency_id"), from: try row.get("from_day"),
            until: try row.get("until_day"), assignedAt: try row.get("assigned_at"),
            assignedBy: try row.get("assigned_by"), reorganisation: try row.get("reorganisation_id"))
    }

    static let columns: SQL = """
        task_id, role, party_position, agency_id, named_agency_id, from_day, until_day, assigned_at, assigned_by, \
        reorganisation_id
        """
}

/// Who acts on tasks; the one way to read and write `task_assignee`.
extension Database {
    /// Whoever acts on a task now, the lead first, in the order in which the plan names them.
    ///
    /// - Parameter includingPast: also those who acted before a reorganisation.
    package func assignees(of task: Plan.Task.ID, includingPast: Bool = false) throws -> [Assignee] {
        let present: SQL = includingPast ? "" : "AND until_day IS NULL"
        return try all(
            Assignee.self,
            """
            SELECT \(Assignee.columns)
            FROM task_assignee
            WHERE task_id = \(task) \(present)
            ORDER BY role, party_position, from_day, until_day IS NULL, agency_id
            """)
    }

    /// Whoever acts now on each of some tasks; at most some hundreds of tasks at a time.
    package func assignees(of tasks: [Plan.Task.ID]) throws -> [Plan.Task.ID: [Assignee]] {
        var result: [Plan.Task.ID: [Assignee]] = [:]
        for start in stride(from: 0, to: tasks.count, by: PageLimit.largest) {
            let ids = tasks[start..<min(start + PageLimit.largest, tasks.count)]
            let rows = try all(
                Assignee.self,
                """
                SELECT \(Assignee.columns)
                FROM task_assignee
                WHERE task_id IN (\(list: ids)) AND until_day IS NULL
                ORDER BY task_id, role, party_position, agency_id
                """)
            for row in rows { result[row.task, default: []].append(row) }
        }
        return result
    }

    /// Tasks on which an agency acts now, by identifier.
    ///
    /// - Parameters:
    ///   - role: nil for both.
    ///   - last: the last one of the page before.
    package func tasks(
        ofAgency agency: Agency.ID, as role: PartyRole? = nil, after last: Plan.Task.ID? = nil,
        limit: Int = PageLimit.standard
    ) throws -> [Plan.Task.ID] {
        let roles = role.map { [$0] } ?? PartyRole.allCases
        return try values(
            Plan.Task.ID.self,
            """
            SELECT DISTINCT task_id
            FROM task_assignee
            WHERE agency_id = \(agency) AND until_day IS NULL AND role IN (\(list: roles))
                AND task_id > \(last?.rawValue ?? "")
            ORDER BY task_id
            LIMIT \(limit)
            """)
    }

    /// Whether an agency acts on a task now; nil for no, else its strongest role.
    package func role(of agency: Agency.ID, in task: Plan.Task.ID) throws -> PartyRole? {
        let roles = try values(
            PartyRole.self,
            """
            SELECT role
            FROM task_assignee
            WHERE task_id = \(task) AND agency_id = \(agency) AND until_day IS NULL
            ORDER BY role
            """)
        return roles.first
    }

    /// Writes assignees; one that stands already stays as it is.
    package func insert(_ assignees: [Assignee]) throws {
        for start in stride(from: 0, to: assignees.count, by: 200) {
            let rows = assignees[start..<min(start + 200, assignees.count)].map { one -> SQL in
                """
                (\(one.task), \(one.role), \(one.partyPosition), \(one.agency), \(one.named), \(one.from),
                    \(one.until), \(one.assignedAt), \(one.assignedBy), \(one.reorganisation))
                """
            }
            try execute(
                """
                INSERT INTO task_assignee (\(Assignee.columns))
                VALUES \(rows.joined(separator: ", "))
                ON CONFLICT (task_id, role, party_position, agency_id, from_day) DO NOTHING
                """)
        }
        try refreshDesks(of: assignees.map(\.task))
    }

    /// An assignee acts no more from a day on; one that began on that very day was a mistake, and goes.
    package func end(_ one: Assignee, before day: CalendarDay) throws {
        let row: SQL = """
            task_id = \(one.task) AND role = \(one.role) AND party_position = \(one.partyPosition)
                AND agency_id = \(one.agency) AND from_day = \(one.from)
            """
        if one.from >= day {
            try execute("DELETE FROM task_assignee WHERE \(row)")
        } else {
            try execute("UPDATE task_assignee SET until_day = \(day.adding(days: -1)) WHERE \(row)")
        }
        try refreshDesks(of: [one.task])
    }

    /// Whoever acts now on the open tasks of an agency, in the order of their tasks.
    package func openAssignees(ofAgency agency: Agency.ID) throws -> [Assignee] {
        try all(
            Assignee.self,
            """
            SELECT \(Assignee.columns)
            FROM task_assignee
            WHERE agency_id = \(agency) AND until_day IS NULL
                AND EXISTS (
                    SELECT 1 FROM task
                    WHERE task.task_id = task_assignee.task_id AND task.state \(TaskStates.unfinished)
                )
            ORDER BY task_id, role, party_position
            """)
    }
}

/// States of tasks as conditions.
enum TaskStates {
    /// Neither accepted nor cancelled.
    static let unfinished: SQL = "NOT IN ('accepted', 'cancelled')"
}
