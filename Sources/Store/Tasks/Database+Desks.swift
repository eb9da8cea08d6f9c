package import Domain
package import SQL

/// What follows from tasks, assignees, contributions and extensions: each agency's desk, the counts, and the
/// columns of `task` that lists ask.
extension Database {
    /// Brings all that up to date for some tasks; call it in the transaction of every change of `task`,
    /// `task_assignee`, `contribution` or `task_extension`.
    ///
    /// Safe to call twice, and inside of other changes: it compares with what it wrote the last time.
    package func refreshDesks(of tasks: [Plan.Task.ID]) throws {
        let ids = Array(Set(tasks)).sorted()
        for start in stride(from: 0, to: ids.count, by: 500) {
            try refreshDesks("task_id IN (\(list: ids[start..<min(start + 500, ids.count)]))")
        }
    }

    /// The same for all tasks of a plan.
    package func refreshDesks(ofPlan plan: Plan.ID) throws {
        try refreshDesks("task_id IN (SELECT task_id FROM task WHERE plan_id = \(plan))")
    }

    /// For new tasks by their numbers, whose own columns are right and which nothing has counted yet.
    func makeDesks(of numbers: Range<Int64>) throws {
        let scope: SQL = """
            task_id IN (
                SELECT task_id FROM task
                WHERE task_number >= \(numbers.lowerBound) AND task_number < \(numbers.upperBound)
            )
            """
        try execute(Self.actingDesks(scope))
        try execute(Self.planningDesks(scope))
        try count(scope, sign: 1)
        try countParties(scope, sign: 1)
    }

    private func refreshDesks(_ scope: SQL) throws {
        try count(scope, sign: -1)
        try countParties(scope, sign: -1)
        try deriveColumns(scope)
        try execute("DELETE FROM task_desk WHERE \(scope)")
        try execute(Self.actingDesks(scope))
        try execute(Self.planningDesks(scope))
        try count(scope, sign: 1)
        try countParties(scope, sign: 1)
    }

    private func deriveColumns(_ scope: SQL) throws {
        try execute(
            """
            UPDATE task
            SET has_lead = CASE WHEN EXISTS (
                    SELECT 1 FROM task_assignee
                    WHERE task_assignee.task_id = task.task_id AND task_assignee.role = 'lead'
                        AND task_assignee.until_day IS NULL) THEN 1 ELSE 0 END,
                open_contributions = (
                    SELECT COUNT(*) FROM contribution
                    WHERE contribution.task_id = task.task_id
                        AND contribution.state IN ('open', 'inProgress', 'returned')),
                delivered_contributions = (
                    SELECT COUNT(*) FROM contribution
                    WHERE contribution.task_id = task.task_id AND contribution.state = 'submitted'),
                asks_for_time = CASE WHEN EXISTS (
                    SELECT 1 FROM task_extension
                    WHERE task_extension.task_id = task.task_id AND task_extension.state = 'asked')
                    THEN 1 ELSE 0 END,
                counted_standing = \(Self.standing("task.state")),
                counted_day = task.sort_day
            WHERE \(scope)
            """)
    }

    private static func standing(_ state: SQL) -> SQL {
        """
        CASE \(state) WHEN 'submitted' THEN 'submitted' WHEN 'accepted' THEN 'accepted'
            WHEN 'cancelled' THEN 'cancelled' ELSE 'pending' END
        """
    }

    /// One row for each agency that acts: as lead where it leads and takes part as well.
    private static func actingDesks(_ scope: SQL) -> SQL {
        """
        INSERT INTO task_desk (task_id, agency_id, role, standing, is_live, sort_day, task_number, waits_for_me,
            waits_for_others, returns)
        SELECT desk.task_id, desk.agency_id, desk.role, desk.standing,
            CASE WHEN desk.standing IN ('pending', 'submitted') THEN 1 ELSE 0 END, desk.sort_day,
            desk.task_number,
            CASE WHEN desk.standing IN ('accepted', 'cancelled') THEN 0
                WHEN desk.role = 'lead' AND (desk.task_state = 'returned' OR desk.delivered > 0) THEN 1
                WHEN desk.role = 'with' AND desk.part_state IN ('open', 'inProgress', 'returned') THEN 1
                ELSE 0 END,
            CASE WHEN desk.standing IN ('accepted', 'cancelled') THEN 0
                WHEN desk.standing = 'submitted' THEN 1
                WHEN desk.role = 'lead' AND (desk.missing > 0 OR desk.asks_for_time = 1) THEN 1
                ELSE 0 END,
            CASE WHEN desk.rhythm IS NOT NULL AND desk.sort_day = desk.task_day
                AND desk.task_day < \(Plan.Task.continuousDay) THEN 1 ELSE 0 END
        FROM (
            SELECT task.task_id, acting.agency_id, acting.role, task.task_number, task.state AS task_state,
                part.state AS part_state, task.delivered_contributions AS delivered,
                task.open_contributions AS missing, task.asks_for_time, task.rhythm,
                task.sort_day AS task_day,
                CASE WHEN acting.role = 'with' AND task.is_live = 1 AND part.state IS NOT NULL
                    THEN \(standing("part.state")) ELSE \(standing("task.state")) END AS standing,
                CASE WHEN acting.role = 'with' AND part.due_day IS NOT NULL
                    THEN part.due_day ELSE task.sort_day END AS sort_day
            FROM (
                SELECT task_id, agency_id, MIN(role) AS role
                FROM task_assignee
                WHERE until_day IS NULL AND \(scope)
                GROUP BY task_id, agency_id
            ) acting
            JOIN task ON task.task_id = acting.task_id
            LEFT JOIN contribution part ON part.task_id = acting.task_id AND part.agency_id = acting.agency_id
        ) desk
        """
    }

    /// The plan's agency, where it has something to judge.
    private static func planningDesks(_ scope: SQL) -> SQL {
        """
        INSERT INTO task_desk (task_id, agency_id, role, standing, is_live, sort_day, task_number, waits_for_me,
            waits_for_others)
        SELECT task.task_id, plan.agency_id, 'planner', task.counted_standing, 1, task.sort_day,
            task.task_number, 1, 0
        FROM task
        JOIN plan ON plan.plan_id = task.plan_id
        WHERE task.\(scope) AND task.is_live = 1 AND (task.state = 'submitted' OR task.asks_for_time = 1)
        """
    }

    /// Adds the tasks to the counts, or takes away what was added the last time.
    private func count(_ scope: SQL, sign: Int) throws {
        try execute(
            """
            INSERT INTO agency_week (agency_id, week, pending, submitted, accepted)
            SELECT agency_id, \(Self.week("sort_day")), \(Self.sum("standing = 'pending'", sign)),
                \(Self.sum("standing = 'submitted'", sign)), \(Self.sum("standing = 'accepted'", sign))
            FROM task_desk
            WHERE \(scope) AND role = 'lead' AND sort_day < \(Plan.Task.continuousDay)
            GROUP BY agency_id, \(Self.week("sort_day"))
            ON CONFLICT (agency_id, week) DO UPDATE
            SET pending = agency_week.pending + excluded.pending,
                submitted = agency_week.submitted + excluded.submitted,
                accepted = agency_week.accepted + excluded.accepted
            """)
        try countBranches(scope, sign: sign)
        try execute(
            """
            INSERT INTO day_count (sort_day, pending, submitted)
            SELECT counted_day, \(Self.sum("counted_standing = 'pending'", sign)),
                \(Self.sum("counted_standing = 'submitted'", sign))
            FROM task
            WHERE \(scope) AND counted_standing IN ('pending', 'submitted')
            GROUP BY counted_day
            ON CONFLICT (sort_day) DO UPDATE
            SET pending = day_count.pending + excluded.pending,
                submitted = day_count.submitted + excluded.submitted
            """)
        try execute(
            """
            INSERT INTO plan_count (plan_id, pending, submitted, accepted, cancelled)
            SELECT plan_id, \(Self.sum("counted_standing = 'pending'", sign)),
                \(Self.sum("counted_standing = 'submitted'", sign)),
                \(Self.sum("counted_standing = 'accepted'", sign)),
                \(Self.sum("counted_standing = 'cancelled'", sign))
            FROM task
            WHERE \(scope) AND counted_standing IS NOT NULL
            GROUP BY plan_id
            ON CONFLICT (plan_id) DO UPDATE
            SET pending = plan_count.pending + excluded.pending,
                submitted = plan_count.submitted + excluded.submitted,
                accepted = plan_count.accepted + excluded.accepted,
                cancelled = plan_count.cancelled + excluded.cancelled
            """)
    }

    /// An agency's weeks are those of every agency above it as well.
    private func countBranches(_ scope: SQL, sign: Int) throws {
        try execute(
            """
            INSERT INTO branch_week (agency_id, week, pending, submitted, accepted)
            WITH RECURSIVE own (agency_id, week, pending, submitted, accepted) AS (
                SELECT agency_id, \(Self.week("sort_day")), \(Self.sum("standing = 'pending'", sign)),
                    \(Self.sum("standing = 'submitted'", sign)), \(Self.sum("standing = 'accepted'", sign))
                FROM task_desk
                WHERE \(scope) AND role = 'lead' AND sort_day < \(Plan.Task.continuousDay)
                GROUP BY agency_id, \(Self.week("sort_day"))
            ), above (agency_id, ancestor_id) AS (
                SELECT agency_id, agency_id FROM own
                UNION
                SELECT above.agency_id, agency.parent_agency_id
                FROM above
                JOIN agency ON agency.agency_id = above.ancestor_id
                WHERE agency.parent_agency_id IS NOT NULL
            )
            SELECT above.ancestor_id, own.week, SUM(own.pending), SUM(own.submitted), SUM(own.accepted)
            FROM own
            JOIN above ON above.agency_id = own.agency_id
            WHERE own.pending <> 0 OR own.submitted <> 0 OR own.accepted <> 0
            GROUP BY above.ancestor_id, own.week
            \(Self.addingToBranch)
            """)
    }

    private static let addingToBranch: SQL = """
        ON CONFLICT (agency_id, week) DO UPDATE
        SET pending = branch_week.pending + excluded.pending,
            submitted = branch_week.submitted + excluded.submitted,
            accepted = branch_week.accepted + excluded.accepted
        """

    /// Adds an agency's branch to the agencies above it, or takes it away: before and after the agency moves.
    func countBranch(of agency: Agency.ID, sign: Int) throws {
        try execute(
            """
            INSERT INTO branch_week (agency_id, week, pending, submitted, accepted)
            WITH RECURSIVE above (ancestor_id) AS (
                SELECT parent_agency_id FROM agency WHERE agency_id = \(agency) AND parent_agency_id IS NOT NULL
                UNION
                SELECT agency.parent_agency_id
                FROM above
                JOIN agency ON agency.agency_id = above.ancestor_id
                WHERE agency.parent_agency_id IS NOT NULL
            )
            SELECT above.ancestor_id, moved.week, moved.pending * \(sign), moved.submitted * \(sign),
                moved.accepted * \(sign)
            FROM branch_week moved
            JOIN above ON above.ancestor_id <> moved.agency_id
            WHERE moved.agency_id = \(agency)
            \(Self.addingToBranch)
            """)
    }

    private func countParties(_ scope: SQL, sign: Int) throws {
        try execute(
            """
            INSERT INTO party_count (role, name_key, name, tasks)
            SELECT task_party.role, task_party.name_key, task_party.name, \(Self.sum("1 = 1", sign))
            FROM task_party
            JOIN task ON task.task_id = task_party.task_id
            WHERE task_party.\(scope) AND task.counted_standing IN ('pending', 'submitted')
            GROUP BY task_party.role, task_party.name_key, task_party.name
            ON CONFLICT (role, name_key, name) DO UPDATE
            SET tasks = party_count.tasks + excluded.tasks
            """)
    }

    /// Weeks as `CalendarDay.week` counts them; all days of tasks lie after 1869, so that both engines' division
    /// of whole numbers rounds alike.
    private static func week(_ day: SQL) -> SQL { "((\(day) + 36529) / 7 - 5218)" }

    private static func sum(_ condition: SQL, _ sign: Int) -> SQL {
        sign < 0
            ? "-SUM(CASE WHEN \(condition) THEN 1 ELSE 0 END)"
            : "SUM(CASE WHEN \(condition) THEN 1 ELSE 0 END)"
    }
}
