package import Domain
import Foundation
import SQL
import Store
import Vietnamese

/// Issues a plan: freezes the draft and opens its tasks.
package struct IssuePlan: Operation {
    private let plan: Plan.ID
    private let revision: Int
    private let acknowledgesTasksWithoutLead: Bool

    /// - Parameter acknowledgesTasksWithoutLead: the planner was told that some tasks name no lead, and wants it so.
    package init(plan: Plan.ID, revision: Int, acknowledgesTasksWithoutLead: Bool = false) {
        self.plan = plan
        self.revision = revision
        self.acknowledgesTasksWithoutLead = acknowledgesTasksWithoutLead
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan {
        let now = office.now()
        let today = office.today
        return try await office.pool.write { [plan, revision, acknowledgesTasksWithoutLead] db in
            let before = try db.planRecord(plan)?.plan.state
            var open = try OpenDraft(plan, revision: revision, for: .issuePlan, .issue, by: actor, in: db)
            let draft = open.corrected().draft
            guard !draft.tasks.isEmpty else { throw PlanRefused.noTasks }
            let withoutLead = draft.tasks.count { $0.lead.isEmpty }
            if withoutLead > 0, !acknowledgesTasksWithoutLead {
                throw PlanRefused.tasksWithoutLead(withoutLead)
            }
            open.record.plan.issuedAt = now
            open.record.plan.issuedBy = actor.accountID
            try open.save(draft, in: db)
            let tasks = IssuedTasks(
                plan, draft, text: open.text, start: draft.date?.value.first ?? today, today: today
            ).made { office.newID() }
            try db.insert(tasks)
            try office.assignParties(of: open.record.plan, by: actor, at: now, in: db)
            try Office.record(
                "IssuePlan", "plan", plan.rawValue,
                [
                    "from": before?.rawValue, "to": open.record.plan.state.rawValue,
                    "tasks": String(draft.tasks.count), "reports": String(draft.reports.count),
                    "withoutLead": String(withoutLead),
                    "revision": String(open.record.plan.revision), "number": open.record.plan.number,
                ], by: actor, at: now, in: db)
            return open.record.plan
        }
    }
}

/// Takes an issued plan back, or puts another in its place; its unfinished tasks are cancelled with the reason.
package struct WithdrawPlan: Operation {
    private let plan: Plan.ID
    private let reason: String
    private let replacedBy: Plan.ID?
    private let carriedOver: [DutyPair]

    /// - Parameter carriedOver: tasks of both plans that are the same duty (see `CompareDuties`), as the planner
    ///   confirmed them: the new one takes over state, evidence and contributions.
    package init(plan: Plan.ID, reason: String, replacedBy: Plan.ID? = nil, carriedOver: [DutyPair] = []) {
        self.plan = plan
        self.reason = reason
        self.replacedBy = replacedBy
        self.carriedOver = carriedOver
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan {
        guard let reason = TypedText.line(reason, limitBytes: 2_000) else { throw PlanRefused.reasonMissing }
        let now = office.now()
        return try await office.pool.write { [plan, replacedBy, carriedOver] db in
            guard var record = try db.planRecord(plan) else { throw NotFound.plan }
            let subject = try Permission.Subject(record.plan, in: db)
            try PlanAccess.requireKnown(record.plan, subject, to: actor)
            try Office.require(.withdrawPlan, by: actor, on: subject)
            let event: Plan.Event = replacedBy == nil ? .withdraw : .replace
            guard let next = Plan.life.transition(from: record.plan.state, on: event)?.to else {
                throw PlanRefused.wrongState(record.plan.state)
            }
            if let replacedBy {
                let other = try db.planRecord(replacedBy)?.plan
                guard replacedBy != plan, other?.state == .issued, other?.agency == record.plan.agency else {
                    throw PlanRefused.badReplacement
                }
            }
            let before = record.plan
            record.plan.state = next
            record.plan.revision += 1
            record.closedAt = now
            record.closedReason = reason
            record.replacedBy = replacedBy
            guard try db.update(record, from: before.revision) else {
                throw PlanRefused.changedMeanwhile(revision: before.revision)
            }
            if let replacedBy {
                try CarriedOver(from: plan, to: replacedBy, pairs: carriedOver).move(
                    in: office, by: actor, at: now, db)
            }
            let ended = try db.cancelTasks(of: plan, because: reason, at: now, by: actor.accountID)
            try Office.record(
                replacedBy == nil ? "WithdrawPlan" : "ReplacePlan", "plan", plan.rawValue,
                [
                    "from": before.state.rawValue, "to": next.rawValue, "reason": PhoneMask.masked(reason),
                    "replacedBy": replacedBy?.rawValue, "tasks": String(ended),
                ], by: actor, at: now, in: db)
            return record.plan
        }
    }
}
