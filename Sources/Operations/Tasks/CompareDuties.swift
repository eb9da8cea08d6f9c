package import Domain
import Foundation
import SQL
package import Store
import Vietnamese

/// What a replacement would do to a plan's duties, for the planner to confirm.
package struct ComparedPlans: Sendable {
    package var difference: DutyDifference
    /// Every task of both plans, masked.
    package var tasks: [Plan.Task.ID: Plan.Task]
    /// What was done about the old plan's tasks; those without work are left out.
    package var work: [Plan.Task.ID: TaskWork]
    /// Whether the asker may put the one in the place of the other now.
    package var mayReplace: Bool
}

/// Compares an issued plan with the one that is to replace it.
package struct CompareDuties: Operation {
    private let plan: Plan.ID
    private let replacement: Plan.ID

    package init(plan: Plan.ID, replacement: Plan.ID) {
        self.plan = plan
        self.replacement = replacement
    }

    package func run(in office: Office, as actor: Actor) async throws -> ComparedPlans {
        try await office.pool.read { [plan, replacement] db in
            var plans: [Plan] = []
            for id in [plan, replacement] {
                guard let known = try db.planRecord(id)?.plan else { throw NotFound.plan }
                try PlanAccess.requireKnown(known, try Permission.Subject(known, in: db), to: actor)
                plans.append(known)
            }
            let old = try db.tasks(of: plan)
            let new = try db.tasks(of: replacement)
            let isPermitted = Permission.allows(
                actor, .withdrawPlan, on: try Permission.Subject(plans[0], in: db))
            return ComparedPlans(
                difference: DutyDifference(
                    old: old.map { ComparedDuty($0) }, new: new.map { ComparedDuty($0) }),
                tasks: Dictionary(
                    (old + new).map { ($0.id, MaskPhones.masked($0)) }, uniquingKeysWith: { one, _ in one }),
                work: try db.work(on: plan),
                mayReplace: isPermitted && plan != replacement
                    && plans.allSatisfy { $0.state == .issued && $0.agency == plans[0].agency })
        }
    }
}

extension ComparedDuty {
    init(_ task: Plan.Task) {
        self.init(
            task: task.id, words: SearchTerms.nameKey(task.text).split(separator: " ").map(String.init),
            leads: Set(task.lead.map { PartyKey.of($0.name) }))
    }
}
