package import Domain
import Foundation
package import SQL

/// Destroying a plan with all that came of it.
extension Database {
    /// Tables in which a purge deletes; those that hang on them follow by cascade.
    ///
    /// A test holds the list to the schema's foreign keys.
    package static let purgedTables = [
        "notice", "webhook_delivery", "task_desk", "plan_count", "party_count", "evidence", "contribution",
        "task_period",
        "task_extension", "task_comment", "task_assignee", "party_question", "party_answer_agency",
        "party_answer", "plan_implementation", "plan_event",
        "task_search", "task_party", "task", "plan_search", "plan_text", "plan_reading", "correction",
        "reading_job", "plan", "document", "ledger",
    ]

    /// Removes a plan of any state: text, reading, corrections, tasks with all that hangs on them, words for
    /// search, readings, and each file that nothing else has.
    ///
    /// The ledger's details go by `redactLedger`; what the engine's files still hold, by `DatabasePool.clean`.
    package func purge(_ plan: Plan) throws {
        let id = plan.id
        let files = try filesOfTasks(of: id) + [plan.file]
        try purgeTasks(of: id)
        try forgetSearch(of: id)
        // The deleted words stand in the index until its parts are merged.
        if dialect == .sqlite {
            try execute("INSERT INTO plan_search_index (plan_search_index) VALUES ('optimize')")
        }
        try execute("UPDATE plan SET replaced_by_plan_id = NULL WHERE replaced_by_plan_id = \(id)")
        try execute("DELETE FROM notice WHERE plan_id = \(id)")
        try execute("DELETE FROM evidence WHERE plan_id = \(id)")
        try execute("DELETE FROM party_question WHERE plan_id = \(id)")
        try forgetUnnamedAnswers()
        try execute("DELETE FROM plan_implementation WHERE plan_id = \(id) OR above_plan_id = \(id)")
        try execute("DELETE FROM plan_event WHERE plan_id = \(id)")
        try execute("DELETE FROM plan_count WHERE plan_id = \(id)")
        try execute("DELETE FROM plan WHERE plan_id = \(id)")
        try execute(
            """
            DELETE FROM document
            WHERE sha256 IN (\(list: files))
                AND NOT EXISTS (SELECT 1 FROM plan WHERE plan.document_sha256 = document.sha256)
                AND NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.document_sha256 = document.sha256)
            """)
    }

    /// Everything of a plan that entries of the ledger may be about.
    package func purgedSubjects(of plan: Plan.ID) throws -> [String] {
        let tasks: SQL = "SELECT task_id FROM task WHERE plan_id = \(plan)"
        return [plan.rawValue]
            + (try values(
                String.self,
                """
                SELECT task_id AS id FROM task WHERE plan_id = \(plan)
                UNION SELECT contribution_id FROM contribution WHERE task_id IN (\(tasks))
                UNION SELECT evidence_id FROM evidence WHERE task_id IN (\(tasks)) OR plan_id = \(plan)
                UNION SELECT task_extension_id FROM task_extension WHERE task_id IN (\(tasks))
                UNION SELECT task_comment_id FROM task_comment WHERE task_id IN (\(tasks))
                ORDER BY id
                """))
    }

    /// What was answered about a party is kept for the issuer's next plans, under the document's own words: it goes
    /// with the last task that bears them.
    private func forgetUnnamedAnswers() throws {
        let isUnnamed: SQL = """
            NOT EXISTS (SELECT 1 FROM task_party WHERE task_party.name_key = party_answer.party_key)
            """
        try execute(
            """
            DELETE FROM party_answer_agency
            WHERE party_answer_id IN (SELECT party_answer_id FROM party_answer WHERE \(isUnnamed))
            """)
        try execute("DELETE FROM party_answer WHERE \(isUnnamed)")
    }

    private func filesOfTasks(of plan: Plan.ID) throws -> [String] {
        try values(
            String.self,
            """
            SELECT DISTINCT evidence.document_sha256
            FROM evidence
            JOIN task ON task.task_id = evidence.task_id
            WHERE task.plan_id = \(plan) AND evidence.document_sha256 IS NOT NULL
            ORDER BY evidence.document_sha256
            """)
    }

    private func purgeTasks(of plan: Plan.ID) throws {
        let tasks: SQL = "task_id IN (SELECT task_id FROM task WHERE plan_id = \(plan))"
        // Counts of agencies and days are kept by difference: cancelled tasks without anybody are in none.
        try execute("DELETE FROM task_assignee WHERE \(tasks)")
        try execute(
            "UPDATE task SET state = 'cancelled', is_live = 0, reason = '-' WHERE plan_id = \(plan)")
        try refreshDesks(ofPlan: plan)
        // Names that no other task has must not stay.
        try execute("DELETE FROM party_count WHERE tasks = 0")
        try execute("DELETE FROM task_desk WHERE \(tasks)")
        try execute("DELETE FROM evidence WHERE \(tasks)")
        try execute("DELETE FROM contribution WHERE \(tasks)")
        try execute("DELETE FROM task_period WHERE \(tasks)")
        try execute("DELETE FROM task_extension WHERE \(tasks)")
        try execute("DELETE FROM task_comment WHERE \(tasks)")
        try execute("DELETE FROM plan_implementation WHERE \(tasks)")
        try execute("DELETE FROM task_party WHERE \(tasks)")
        try forgetTaskSearch(of: plan)
        try execute("DELETE FROM task WHERE plan_id = \(plan)")
    }
}
