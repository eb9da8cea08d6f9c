import Domain
import Foundation
import SQL
import Store

/// Finds in the ledger and among reminders what programs are to be told of, and writes it down for each address.
///
/// The ledger is the queue: every change writes to it in its own transaction, so none is missed, and its numbers make each
/// event one.
enum GatherWebhookEvents {
    static let mark = "webhooks.ledger"
    static let reminderMark = "webhooks.reminders"
    /// Entries and reminders of one round; the next goes on.
    static let batch = 500
    /// Of reminders at once: a country's agencies have no more in five minutes.
    static let reminderLimit = 50_000
    /// Reminders are looked for when the ledger tells of new ones, and so far back, for their writers' clocks differ and
    /// a run of them takes its time; what is known is not written again.
    static let overlapSeconds: TimeInterval = 300

    static let reminderRules: [NoticeRule] = [
        .dueInSeven, .dueInOne, .dueToday, .lateOne, .lateThree, .lateSeven, .silent, .silentThree,
        .silentSeven,
    ]

    /// Whether there may be anything new: a look, so that idle servers write nothing.
    static func isDue(in db: Database) throws -> Bool {
        try db.workMark(mark) ?? -1 < (db.ledgerHead()?.sequence ?? 0)
    }

    /// True where there may be more.
    static func run(at now: Date, office: Office, in db: Database) throws -> Bool {
        let webhooks = try db.livingWebhooks().map(\.webhook)
        guard let first = webhooks.map(\.fromSequence).min() else { return false }
        let start = max(try db.workMark(mark) ?? 0, first)
        let sources = try db.webhookSources(after: start, limit: batch)
        let head = try db.ledgerHead()?.sequence ?? 0
        for source in sources {
            guard let event = WebhookEvent(action: source.action, subjectKind: source.subjectKind) else {
                continue
            }
            for webhook in webhooks where webhook.fromSequence < source.sequence && webhook.takes(event) {
                try gather(source, event, for: webhook, at: now, office: office, in: db)
            }
        }
        let isMore = sources.count == batch
        try db.setWorkMark(mark, isMore ? sources[sources.count - 1].sequence : max(start, head))
        if try db.tellsOfReminders(after: start) {
            try gatherReminders(for: webhooks, at: now, office: office, in: db)
        }
        return isMore
    }

    private static func gather(
        _ source: WebhookSource, _ event: WebhookEvent, for webhook: Webhook, at now: Date, office: Office,
        in db: Database
    ) throws {
        var data: [String: String?] = ["action": source.action]
        let plan: Plan
        var task: Plan.Task.ID?
        if source.subjectKind == "task" {
            // Destroyed meanwhile: there is nothing to tell.
            guard let known = try db.task(Plan.Task.ID(source.subject)),
                let home = try db.planRecord(known.plan)?.plan
            else { return }
            let acting = try db.assignees(of: known.id).map(\.agency)
            guard home.agency == webhook.agency || acting.contains(webhook.agency) else { return }
            plan = home
            task = known.id
            data["task"] = known.id.rawValue
            data["state"] = known.state.rawValue
            data["revision"] = String(known.revision)
            data["due"] = known.deadline?.due.description
        } else {
            guard let known = try db.planRecord(Plan.ID(source.subject))?.plan else { return }
            guard try known.agency == webhook.agency || db.acts(webhook.agency, inPlan: known.id) else {
                return
            }
            plan = known
            data["state"] = known.state.rawValue
        }
        data["plan"] = plan.id.rawValue
        try db.insert(
            WebhookBody.delivery(
                office.newID(), event, "ledger:\(source.sequence)", to: webhook, at: source.at, now: now,
                plan: plan.id, task: task, data: data))
    }

    private static func gatherReminders(
        for webhooks: [Webhook], at now: Date, office: Office, in db: Database
    ) throws {
        let milliseconds = Int64(now.timeIntervalSince1970 * 1_000)
        let last = try db.workMark(reminderMark).map { Date(timeIntervalSince1970: Double($0) / 1_000) }
        let first = webhooks.map(\.createdAt).min() ?? now
        let reminders = try db.dueReminders(
            since: max(first, (last ?? first) - overlapSeconds), rules: reminderRules,
            agencies: Set(webhooks.map(\.agency)).sorted(), limit: reminderLimit)
        for reminder in reminders {
            // An address isn't told of what was before it.
            for webhook in webhooks
            where webhook.agency == reminder.agency && webhook.createdAt < reminder.madeAt
                && webhook.takes(.reminderDue)
            {
                let key = "reminder:\(reminder.subject):\(reminder.rule.rawValue):\(reminder.day)"
                try db.insert(
                    WebhookBody.delivery(
                        office.newID(), .reminderDue, key, to: webhook, at: now, plan: reminder.plan,
                        task: reminder.task,
                        data: [
                            "rule": reminder.rule.rawValue, "day": reminder.day.description,
                            "task": reminder.task.rawValue, "plan": reminder.plan.rawValue,
                        ]))
            }
        }
        try db.setWorkMark(reminderMark, milliseconds)
    }
}
