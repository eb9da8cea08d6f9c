package import Domain
package import Foundation
package import SQL

extension NoticeRule: SQLConvertible {}

extension Notice: RowDecodable {
    package init(row: Row) throws {
        let account: Account.ID? = try row.get("account_id")
        let person: Person.ID? = try row.get("person_id")
        guard let recipient = NoticeRecipient(account: account, person: person) else {
            throw DatabaseFailure(.engine, "A notice has no recipient.")
        }
        self.init(
            id: try row.get("notice_id"), rule: try row.get("rule"), subject: try row.get("subject_id"),
            plan: try row.get("plan_id"), task: try row.get("task_id"), agency: try row.get("agency_id"),
            day: try row.get("day"), tasks: try row.get("tasks"), recipient: recipient,
            madeAt: try row.get("made_at"),
            readAt: try row.get("read_at"))
    }
}

/// A notice with the words that a list shows of it; not yet masked.
package struct NoticeRow: RowDecodable, Sendable {
    package var notice: Notice
    package var planTitle: String
    package var taskText: String?
    package var agencyName: String?
    package var recipientName: String
    /// Nil: not by mail.
    package var letterState: Letter.State?
    package var letterAt: Date?
    package var letterAnswer: String?

    package init(row: Row) throws {
        notice = try Notice(row: row)
        planTitle = try row.get("plan_title")
        taskText = try row.get("task_text")
        agencyName = try row.get("agency_name")
        recipientName = try row.get("recipient_name")
        letterState = try row.get("letter_state")
        letterAt = try row.get("letter_at")
        letterAnswer = try row.get("letter_answer")
    }

    static let select: SQL = """
        SELECT notice.notice_id, notice.rule, notice.subject_id, notice.plan_id, notice.task_id, notice.agency_id,
            notice.day, notice.tasks, notice.account_id, notice.person_id, notice.made_at, notice.read_at,
            plan.title AS plan_title, task.text AS task_text, agency.name AS agency_name,
            COALESCE(account.display_name, person.name, '') AS recipient_name, letter.state AS letter_state,
            letter.ended_at AS letter_at, letter.answer AS letter_answer
        FROM notice
        JOIN plan ON plan.plan_id = notice.plan_id
        LEFT JOIN task ON task.task_id = notice.task_id
        LEFT JOIN agency ON agency.agency_id = notice.agency_id
        LEFT JOIN account ON account.account_id = notice.account_id
        LEFT JOIN person ON person.person_id = notice.person_id
        LEFT JOIN letter ON letter.letter_id = notice.letter_id
        """
}

extension Database {
    /// Writes notices and answers how many are new.
    ///
    /// One that stands already stays as it is.
    package func insert(_ notices: [Notice]) throws -> Int {
        var count = 0
        for start in stride(from: 0, to: notices.count, by: 200) {
            let rows = notices[start..<min(start + 200, notices.count)].map { one -> SQL in
                """
                (\(one.id), \(one.rule), \(one.subject), \(one.plan), \(one.task), \(one.agency), \(one.day), \(one.tasks),
                    \(one.recipient.key), \(one.recipient.account), \(one.recipient.person), \(one.madeAt), 'pending')
                """
            }
            count += try execute(
                """
                INSERT INTO notice (notice_id, rule, subject_id, plan_id, task_id, agency_id, day, tasks, recipient,
                    account_id, person_id, made_at, mail)
                VALUES \(rows.joined(separator: ", "))
                ON CONFLICT (subject_id, rule, day, recipient) DO NOTHING
                """)
        }
        return count
    }

    /// An account's notices: unread before read, the youngest first.
    package func notices(of account: Account.ID, limit: Int) throws -> [NoticeRow] {
        try all(
            NoticeRow.self,
            """
            \(NoticeRow.select)
            WHERE notice.account_id = \(account)
            ORDER BY CASE WHEN notice.read_at IS NULL THEN 0 ELSE 1 END, notice.made_at DESC, notice.notice_id
            LIMIT \(limit)
            """)
    }

    package func notices(inLetter letter: Letter.ID) throws -> [NoticeRow] {
        try all(
            NoticeRow.self,
            "\(NoticeRow.select) WHERE notice.letter_id = \(letter) ORDER BY notice.day, notice.notice_id")
    }

    /// Who was told about a task, or about anything of a plan; the youngest first.
    package func notices(about task: Plan.Task.ID?, of plan: Plan.ID, limit: Int) throws -> [NoticeRow] {
        let scope: SQL = task.map { "notice.task_id = \($0)" } ?? "notice.plan_id = \(plan)"
        return try all(
            NoticeRow.self,
            "\(NoticeRow.select) WHERE \(scope) ORDER BY notice.made_at DESC, notice.notice_id LIMIT \(limit)"
        )
    }

    /// How many notices an account hasn't read, counted up to a bound.
    package func unreadNotices(of account: Account.ID, upTo bound: Int) throws -> Int {
        try value(
            Int.self,
            """
            SELECT COUNT(*) FROM (
                SELECT 1 FROM notice WHERE account_id = \(account) AND read_at IS NULL LIMIT \(bound)
            ) AS unread
            """) ?? 0
    }

    /// - Parameter ids: nil for all that are unread. Answers how many were.
    package func markRead(_ ids: [Notice.ID]?, of account: Account.ID, at now: Date) throws -> Int {
        let some: SQL = ids.map { "AND notice_id IN (\(list: $0))" } ?? ""
        return try execute(
            "UPDATE notice SET read_at = \(now) WHERE account_id = \(account) AND read_at IS NULL \(some)")
    }

    /// Takes back what was marked at an instant.
    package func markUnread(readAt instant: Date, of account: Account.ID) throws -> Int {
        try execute("UPDATE notice SET read_at = NULL WHERE account_id = \(account) AND read_at = \(instant)")
    }
}
