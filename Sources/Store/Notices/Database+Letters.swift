package import Domain
package import Foundation
package import SQL

extension Letter.State: SQLConvertible {}
extension Letter.Kind: SQLConvertible {}

extension Letter: RowDecodable {
    package init(row: Row) throws {
        guard
            let recipient = NoticeRecipient(
                account: try row.get("account_id"), person: try row.get("person_id"))
        else { throw DatabaseFailure(.engine, "A letter has no recipient.") }
        self.init(
            id: try row.get("letter_id"), kind: try row.get("kind"), recipient: recipient,
            address: try row.get("address"), state: try row.get("state"), attempts: try row.get("attempts"),
            madeAt: try row.get("made_at"), endedAt: try row.get("ended_at"), answer: try row.get("answer"))
    }

    static let columns: SQL =
        "letter_id, kind, account_id, person_id, address, state, attempts, made_at, ended_at, answer"
}

/// A notice that no letter carries yet, and how its recipient wants it.
package struct PendingNotice: RowDecodable, Sendable {
    package var notice: Notice
    package var settings: NoticeSettings

    package init(row: Row) throws {
        notice = try Notice(row: row)
        let usesMail: Bool? = try row.get("uses_mail")
        var settings = NoticeSettings.standard
        if let usesMail { settings = try NoticeSettings(settingsRow: row, usesMail: usesMail) }
        if settings.email == nil { settings.email = try row.get("person_email") }
        self.settings = settings
    }
}

extension NoticeSettings {
    fileprivate init(settingsRow row: Row, usesMail: Bool) throws {
        var atOnce: Set<NoticeRule.Urgency> = []
        if try row.get("returned_at_once", as: Bool.self) { atOnce.insert(.returned) }
        if try row.get("escalated_at_once", as: Bool.self) { atOnce.insert(.escalated) }
        self.init(
            email: try row.get("email"), usesMail: usesMail, minute: try row.get("minute"), atOnce: atOnce,
            onDaysOff: try row.get("on_days_off"))
    }
}

extension Database {
    /// Nil where the account has never said anything.
    package func noticeSettings(of account: Account.ID) throws -> NoticeSettings? {
        try rows(
            """
            SELECT email, uses_mail, minute, returned_at_once, escalated_at_once, on_days_off
            FROM notice_setting
            WHERE account_id = \(account)
            """
        ).first.map { try NoticeSettings(settingsRow: $0, usesMail: try $0.get("uses_mail")) }
    }

    package func save(_ settings: NoticeSettings, of account: Account.ID) throws {
        try execute(
            """
            INSERT INTO notice_setting (account_id, email, uses_mail, minute, returned_at_once, escalated_at_once,
                on_days_off)
            VALUES (\(account), \(settings.email), \(settings.usesMail), \(settings.minute),
                \(settings.atOnce.contains(.returned)), \(settings.atOnce.contains(.escalated)),
                \(settings.onDaysOff))
            ON CONFLICT (account_id) DO UPDATE
            SET email = excluded.email, uses_mail = excluded.uses_mail, minute = excluded.minute,
                returned_at_once = excluded.returned_at_once, escalated_at_once = excluded.escalated_at_once,
                on_days_off = excluded.on_days_off
            """)
    }

    /// The address by which an account's person is reached as the holder of a post.
    package func postEmail(of account: Account.ID) throws -> String? {
        try value(
            String.self,
            """
            SELECT email FROM person WHERE account_id = \(account) AND email IS NOT NULL
            ORDER BY created_at DESC, person_id LIMIT 1
            """)
    }

    package func pendingNotices(limit: Int) throws -> [PendingNotice] {
        try all(
            PendingNotice.self,
            """
            SELECT notice.notice_id, notice.rule, notice.subject_id, notice.plan_id, notice.task_id,
                notice.agency_id, notice.day, notice.tasks, notice.account_id, notice.person_id, notice.made_at, notice.read_at,
                notice_setting.email, notice_setting.uses_mail, notice_setting.minute,
                notice_setting.returned_at_once, notice_setting.escalated_at_once, notice_setting.on_days_off,
                COALESCE(person.email, (
                    SELECT held.email FROM person held
                    WHERE held.account_id = notice.account_id AND held.email IS NOT NULL
                    ORDER BY held.created_at DESC, held.person_id LIMIT 1)) AS person_email
            FROM notice
            LEFT JOIN notice_setting ON notice_setting.account_id = notice.account_id
            LEFT JOIN person ON person.person_id = notice.person_id
            WHERE notice.mail = 'pending'
            ORDER BY notice.recipient, notice.made_at, notice.notice_id
            LIMIT \(limit)
            """)
    }

    /// These won't be mailed.
    package func leaveUnmailed(_ notices: [Notice.ID]) throws {
        for start in stride(from: 0, to: notices.count, by: 500) {
            let ids = notices[start..<min(start + 500, notices.count)]
            try execute(
                "UPDATE notice SET mail = 'none' WHERE mail = 'pending' AND notice_id IN (\(list: Array(ids)))"
            )
        }
    }

    /// Writes a letter with its notices; false where the day's digest was made already.
    package func insert(_ letter: Letter, on day: CalendarDay, with notices: [Notice.ID]) throws -> Bool {
        let isNew =
            try execute(
                """
                INSERT INTO letter (letter_id, kind, recipient, account_id, person_id, address, day, state, attempts,
                    next_at, made_at)
                VALUES (\(letter.id), \(letter.kind), \(letter.recipient.key), \(letter.recipient.account),
                    \(letter.recipient.person), \(letter.address), \(day), \(letter.state), 0, \(letter.madeAt),
                    \(letter.madeAt))
                ON CONFLICT (recipient, day) WHERE kind = 'digest' DO NOTHING
                """) == 1
        guard isNew else { return false }
        for start in stride(from: 0, to: notices.count, by: 500) {
            let ids = Array(notices[start..<min(start + 500, notices.count)])
            try execute(
                """
                UPDATE notice SET mail = 'letter', letter_id = \(letter.id)
                WHERE mail = 'pending' AND notice_id IN (\(list: ids))
                """)
        }
        return true
    }

    /// Letters whose time has come, waiting or left behind by a server that died.
    package func dueLetters(at now: Date, limit: Int) throws -> [Letter] {
        try all(
            Letter.self,
            """
            SELECT \(Letter.columns) FROM letter
            WHERE state IN ('waiting', 'sending') AND next_at <= \(now)
            ORDER BY next_at, letter_id LIMIT \(limit)
            """)
    }

    /// Takes a letter in hand until an instant; false where another server was quicker.
    package func claim(_ letter: Letter, at now: Date, until end: Date) throws -> Bool {
        try execute(
            """
            UPDATE letter SET state = 'sending', attempts = attempts + 1, next_at = \(end)
            WHERE letter_id = \(letter.id) AND state IN ('waiting', 'sending') AND next_at <= \(now)
            """) == 1
    }

    /// What became of a letter in hand.
    ///
    /// - Parameter next: when to try again, of one that waits.
    package func settle(
        _ letter: Letter.ID, as state: Letter.State, at now: Date, next: Date?, answer: String?
    ) throws {
        let ended: Date? = state == .waiting ? nil : now
        try execute(
            """
            UPDATE letter SET state = \(state), next_at = \(next ?? now), ended_at = \(ended), answer = \(answer)
            WHERE letter_id = \(letter)
            """)
    }

    package func letter(_ id: Letter.ID) throws -> Letter? {
        try first(Letter.self, "SELECT \(Letter.columns) FROM letter WHERE letter_id = \(id)")
    }

    package func lastLetter(to recipient: NoticeRecipient) throws -> Letter? {
        try first(
            Letter.self,
            """
            SELECT \(Letter.columns) FROM letter
            WHERE recipient = \(recipient.key) AND state IN ('sent', 'bounced', 'givenUp')
            ORDER BY made_at DESC, letter_id LIMIT 1
            """)
    }

    /// The name that a letter is addressed to.
    package func recipientName(of letter: Letter) throws -> String {
        switch letter.recipient {
        case .account(let id): try accountRecord(id)?.account.displayName ?? ""
        case .person(let id): try person(id)?.name ?? ""
        }
    }
}
