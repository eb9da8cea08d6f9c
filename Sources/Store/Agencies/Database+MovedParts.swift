package import Domain
package import SQL

/// Contributions whose agency ends before their tasks do.
extension Database {
    package func countLiveContributions(ofAgency agency: Agency.ID) throws -> Int {
        try value(Int.self, "SELECT COUNT(*) FROM contribution WHERE \(Self.isLivePart(agency))") ?? 0
    }

    /// Those of tasks that haven't ended, in whatever state they are themselves.
    package func liveContributions(ofAgency agency: Agency.ID) throws -> [Contribution] {
        try all(
            Contribution.self,
            """
            SELECT \(Contribution.columns)
            FROM contribution
            WHERE \(Self.isLivePart(agency))
            ORDER BY task_id, contribution_id
            """)
    }

    private static func isLivePart(_ agency: Agency.ID) -> SQL {
        """
        agency_id = \(agency) AND EXISTS (
            SELECT 1 FROM task
            WHERE task.task_id = contribution.task_id AND task.state \(TaskStates.unfinished)
        )
        """
    }

    /// Another agency answers for a part from now on; it must have none of its own in the task.
    ///
    /// `refreshDesks` must follow.
    package func hand(_ part: Contribution, to agency: Agency.ID) throws {
        try execute(
            """
            UPDATE contribution
            SET agency_id = \(agency), revision = revision + 1
            WHERE contribution_id = \(part.id)
            """)
    }

    /// Writes a part that holds another from now on: that one's evidence becomes its own.
    ///
    /// `refreshDesks` must follow.
    package func join(_ part: Contribution, into whole: Contribution) throws {
        try execute(
            "UPDATE evidence SET contribution_id = \(whole.id) WHERE contribution_id = \(part.id)")
        try execute("DELETE FROM contribution WHERE contribution_id = \(part.id)")
        try execute(
            """
            UPDATE contribution
            SET state = \(whole.state), revision = revision + 1, asked = \(whole.asked), due_day = \(whole.due),
                note = \(whole.note), reason = \(whole.reason), asked_at = \(whole.askedAt),
                submitted_at = \(whole.submittedAt), submitted_by = \(whole.submittedBy)
            WHERE contribution_id = \(whole.id)
            """)
    }
}
