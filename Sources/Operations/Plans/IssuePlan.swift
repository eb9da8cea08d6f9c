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
            let draft = try open.corrected(in: db).draft
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
