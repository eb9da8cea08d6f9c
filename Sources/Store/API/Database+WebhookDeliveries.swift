package import Domain
package import Foundation
package import SQL

extension WebhookDelivery: RowDecodable {
    package init(row: Row) throws {
        self.init(
            id: try row.get("webhook_delivery_id"), webhook: try row.get("webhook_id"),
            event: try row.get("event"), key: try row.get("event_key"), plan: try row.get("plan_id"),
            task: try row.get("task_id"), body: try row.get("body"), madeAt: try row.get("made_at"),
            state: try row.get("state"), attempts: try row.get("attempts"), nextAt: try row.get("next_at"),
            endedAt: try row.get("ended_at"), status: try row.get("status"), answer: try row.get("answer"))
    }

    fileprivate static let columns: SQL = """
        webhook_delivery_id, webhook_id, event, event_key, plan_id, task_id, body, made_at, state, attempts, next_at, \
        ended_at, status, answer
        """
}

/// An entry of the ledger that programs may be told of.
package struct WebhookSource: RowDecodable, Sendable {
    package var sequence: Int64
    package var at: Date
    package var action: String
    package var subjectKind: String
    package var subject: String

    package init(row: Row) throws {
        sequence = try row.get("sequence")
        at = try row.get("at")
        action = try row.get("action")
        subjectKind = try row.get("subject_kind")
        subject = try row.get("subject_id")
    }
}

/// A reminder of a task, once for each agency that must act, however many people are told.
package struct DueReminder: RowDecodable, Sendable {
    package var rule: NoticeRule
    package var subject: String
    package var task: Plan.Task.ID
    package var plan: Plan.ID
    package var agency: Agency.ID
    package var day: CalendarDay
    /// When the first of its people was told.
    package var madeAt: Date

    package init(row: Row) throws {
        rule = try row.get("rule")
        subject = try row.get("subject_id")
        task = try row.get("task_id")
        plan = try row.get("plan_id")
        agency = try row.get("agency_id")
        day = try row.get("day")
        madeAt = try row.get("made_at")
    }
}

extension Database {
    /// One that stands already stays as it is.
    package func insert(_ delivery: WebhookDelivery) throws {
        try execute(
            """
            INSERT INTO webhook_delivery (\(WebhookDelivery.columns))
            VALUES (\(delivery.id), \(delivery.webhook), \(delivery.event), \(delivery.key), \(delivery.plan),
                \(delivery.task), \(delivery.body), \(delivery.madeAt), \(delivery.state), \(delivery.attempts),
                \(delivery.nextAt), \(delivery.endedAt), \(delivery.status), \(delivery.answer))
            ON CONFLICT (webhook_id, event_key) DO NOTHING
            """)
    }

    /// Writes how it stands.
    package func update(_ delivery: WebhookDelivery) throws {
        try execute(
            """
            UPDATE webhook_delivery
            SET state = \(delivery.state), attempts = \(delivery.attempts), next_at = \(delivery.nextAt),
                ended_at = \(delivery.endedAt), status = \(delivery.status), answer = \(delivery.answer)
            WHERE webhook_delivery_id = \(delivery.id)
            """)
    }

    package func webhookDelivery(_ id: WebhookDelivery.ID) throws -> WebhookDelivery? {
        try first(
            WebhookDelivery.self,
            "SELECT \(WebhookDelivery.columns) FROM webhook_delivery WHERE webhook_delivery_id = \(id)")
    }

    /// The last ones, the youngest first.
    package func webhookDeliveries(of webhook: Webhook.ID, limit: Int) throws -> [WebhookDelivery] {
        try all(
            WebhookDelivery.self,
            """
            SELECT \(WebhookDelivery.columns)
            FROM webhook_delivery
            WHERE webhook_id = \(webhook)
            ORDER BY made_at DESC, webhook_delivery_id DESC
            LIMIT \(limit)
            """)
    }

    /// What is to be sent now to addresses that listen, the longest waiting first.
    package func dueDeliveries(at now: Date, limit: Int) throws -> [WebhookDelivery] {
        try all(
            WebhookDelivery.self,
            """
            SELECT \(WebhookDelivery.columns)
            FROM webhook_delivery
            WHERE state IN ('waiting', 'sending') AND next_at <= \(now) AND webhook_id IN (\(Self.listening(at: now)))
            ORDER BY next_at, webhook_delivery_id
            LIMIT \(limit)
            """)
    }

    /// Addresses that are switched on and whose servers didn't ask for quiet.
    private static func listening(at now: Date) -> SQL {
        "SELECT webhook_id FROM webhook WHERE state = 'on' AND (quiet_until IS NULL OR quiet_until <= \(now))"
    }

    /// Whether anything is to be sent now.
    package func hasDueDeliveries(at now: Date) throws -> Bool {
        try value(
            Int.self,
            """
            SELECT 1
            FROM webhook_delivery
            WHERE state IN ('waiting', 'sending') AND next_at <= \(now) AND webhook_id IN (\(Self.listening(at: now)))
            LIMIT 1
            """) != nil
    }

    /// What waits for an address is due now: somebody switched it on again.
    package func hastenDeliveries(of webhook: Webhook.ID, at now: Date) throws {
        try execute(
            """
            UPDATE webhook_delivery
            SET state = 'waiting', attempts = 0, next_at = \(now)
            WHERE webhook_id = \(webhook) AND state IN ('waiting', 'sending')
            """)
    }

    package func deleteDeliveries(endedBefore instant: Date) throws {
        try execute("DELETE FROM webhook_delivery WHERE ended_at < \(instant)")
    }

    /// Entries after one, in their order.
    package func webhookSources(after sequence: Int64, limit: Int) throws -> [WebhookSource] {
        let actions = WebhookEvent.planActions + WebhookEvent.taskActions
        return try all(
            WebhookSource.self,
            """
            SELECT sequence, at, action, subject_kind, subject_id
            FROM ledger
            WHERE sequence > \(sequence) AND subject_kind IN ('plan', 'task') AND action IN (\(list: actions))
            ORDER BY sequence
            LIMIT \(limit)
            """)
    }

    /// Whether the ledger tells after an entry that people were reminded of tasks (`RemindOfTasks`).
    package func tellsOfReminders(after sequence: Int64) throws -> Bool {
        try value(
            Int.self, "SELECT 1 FROM ledger WHERE sequence > \(sequence) AND subject_kind = 'notices' LIMIT 1"
        )
            != nil
    }

    /// Reminders by some rules, of some agencies, that were made since.
    package func dueReminders(
        since instant: Date, rules: [NoticeRule], agencies: [Agency.ID], limit: Int
    ) throws -> [DueReminder] {
        try all(
            DueReminder.self,
            """
            SELECT rule, subject_id, task_id, plan_id, agency_id, day, MIN(made_at) AS made_at
            FROM notice
            WHERE made_at >= \(instant) AND rule IN (\(list: rules)) AND task_id IS NOT NULL
                AND agency_id IN (\(list: agencies))
            GROUP BY rule, subject_id, task_id, plan_id, agency_id, day
            ORDER BY day, subject_id, rule, agency_id
            LIMIT \(limit)
            """)
    }

    /// Whether an agency leads or takes part in a task of a plan now.
    package func acts(_ agency: Agency.ID, inPlan plan: Plan.ID) throws -> Bool {
        try value(
            Int.self,
            """
            SELECT 1
            FROM task_assignee
            JOIN task ON task.task_id = task_assignee.task_id
            WHERE task.plan_id = \(plan) AND task_assignee.agency_id = \(agency)
                AND task_assignee.until_day IS NULL
            LIMIT 1
            """) != nil
    }
}
