package import Domain
package import Foundation
package import SQL

extension Database {
    /// Writes what may change of a task, if the row is still at the revision that was read: false when another
    /// hand was quicker.
    ///
    /// `refreshDesks` must follow in the same transaction.
    package func update(_ task: Plan.Task, from revision: Int) throws -> Bool {
        let progress = task.progress
        let endedDay = progress.endedAt.map { CalendarDay(inVietnamAt: $0) }
        let changed = try execute(
            """
            UPDATE task
            SET state = \(task.state), is_live = \(task.state.isLive), revision = \(task.revision),
                printed_day = \(task.deadline?.printed), due_day = \(task.deadline?.due),
                sort_day = \(task.sortDay), rhythm = \(task.rhythm),
                reporting = \(try task.reporting.map { try JSONText($0) }), reason = \(progress.reason),
                note = \(progress.note), missing_reason = \(progress.missingReason),
                submitted_at = \(progress.submittedAt), submitted_by = \(progress.submittedBy),
                ended_at = \(progress.endedAt), ended_day = \(endedDay),
                delegate_account_id = \(progress.delegate), changed_at = \(progress.changedAt),
                changed_by = \(progress.changedBy), last_sign_day = \(progress.lastSign),
                silent_from_day = \(task.state.isLive ? progress.silentFrom : nil)
            WHERE task_id = \(task.id) AND revision = \(revision)
            """)
        return changed == 1
    }

    /// A plan that is withdrawn or replaced takes its unfinished tasks and their contributions with it; what was
    /// accepted stays accepted.
    ///
    /// Answers how many tasks it ended.
    @discardableResult
    package func cancelTasks(
        of plan: Plan.ID, because reason: String, at instant: Date, by account: Account.ID?
    )
        throws -> Int
    {
        try execute(
            """
            UPDATE contribution
            SET state = 'cancelled', reason = \(reason), revision = revision + 1
            WHERE state NOT IN ('accepted', 'cancelled')
                AND task_id IN (SELECT task_id FROM task WHERE plan_id = \(plan) AND is_live = 1)
            """)
        let count = try execute(
            """
            UPDATE task
            SET state = 'cancelled', is_live = 0, reason = \(reason), revision = revision + 1,
                ended_at = \(instant), ended_day = \(CalendarDay(inVietnamAt: instant)), changed_at = \(instant),
                changed_by = \(account), silent_from_day = NULL
            WHERE plan_id = \(plan) AND is_live = 1
            """)
        try refreshDesks(ofPlan: plan)
        return count
    }
}

// MARK: - Contributions

extension Contribution: RowDecodable {
    package init(row: Row) throws {
        self.init(
            id: try row.get("contribution_id"), task: try row.get("task_id"),
            agency: try row.get("agency_id"),
            state: try row.get("state"), revision: try row.get("revision"), asked: try row.get("asked"),
            due: try row.get("due_day"), note: try row.get("note"), reason: try row.get("reason"),
            askedAt: try row.get("asked_at"), askedBy: try row.get("asked_by"),
            submittedAt: try row.get("submitted_at"), submittedBy: try row.get("submitted_by"))
    }

    static let columns: SQL = """
        contribution_id, task_id, agency_id, state, revision, asked, due_day, note, reason, asked_at, asked_by, \
        submitted_at, submitted_by
        """
}

extension Database {
    /// Writes a new contribution; `refreshDesks` must follow.
    package func insert(_ one: Contribution) throws {
        try execute(
            """
            INSERT INTO contribution (\(Contribution.columns))
            VALUES (\(one.id), \(one.task), \(one.agency), \(one.state), \(one.revision), \(one.asked),
                \(one.due), \(one.note), \(one.reason), \(one.askedAt), \(one.askedBy), \(one.submittedAt),
                \(one.submittedBy))
            """)
    }

    /// False when another hand was quicker; `refreshDesks` must follow.
    package func update(_ one: Contribution, from revision: Int) throws -> Bool {
        try execute(
            """
            UPDATE contribution
            SET state = \(one.state), revision = \(one.revision), asked = \(one.asked), due_day = \(one.due),
                note = \(one.note), reason = \(one.reason), submitted_at = \(one.submittedAt),
                submitted_by = \(one.submittedBy)
            WHERE contribution_id = \(one.id) AND revision = \(revision)
            """) == 1
    }

    package func contribution(_ id: Contribution.ID) throws -> Contribution? {
        try first(
            Contribution.self,
            "SELECT \(Contribution.columns) FROM contribution WHERE contribution_id = \(id)")
    }

    package func contribution(of agency: Agency.ID, to task: Plan.Task.ID) throws -> Contribution? {
        try first(
            Contribution.self,
            """
            SELECT \(Contribution.columns)
            FROM contribution
            WHERE task_id = \(task) AND agency_id = \(agency)
            """)
    }

    package func contributions(to task: Plan.Task.ID) throws -> [Contribution] {
        try all(
            Contribution.self,
            """
            SELECT \(Contribution.columns)
            FROM contribution
            WHERE task_id = \(task)
            ORDER BY asked_at, contribution_id
            """)
    }
}

extension Database {
    /// Writes the last sign of life alone: it is no change that another editor must be told of.
    package func noteSign(_ task: Plan.Task) throws {
        try execute(
            """
            UPDATE task
            SET last_sign_day = \(task.progress.lastSign), silent_from_day = \(task.progress.silentFrom)
            WHERE task_id = \(task.id)
            """)
    }
}
