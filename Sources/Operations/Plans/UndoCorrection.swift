package import Domain
import SQL
import Store

/// Takes back what the last request corrected; it stays in the history.
package struct UndoCorrection: Operation {
    private let step: HistoryStep

    package init(plan: Plan.ID, revision: Int) {
        step = HistoryStep(plan: plan, revision: revision, name: "UndoCorrection", refusal: .nothingToUndo) {
            $0.undoStep()
        }
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan {
        try await step.run(in: office, as: actor)
    }
}

/// Brings back what was undone last.
package struct RedoCorrection: Operation {
    private let step: HistoryStep

    package init(plan: Plan.ID, revision: Int) {
        step = HistoryStep(plan: plan, revision: revision, name: "RedoCorrection", refusal: .nothingToRedo) {
            $0.redoStep()
        }
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan {
        try await step.run(in: office, as: actor)
    }
}

/// A step through a draft's history, back or forth.
private struct HistoryStep: Sendable {
    var plan: Plan.ID
    var revision: Int
    /// As the ledger calls it.
    var name: String
    var refusal: PlanRefused
    var move: @Sendable (inout CorrectionHistory) -> Correction?

    func run(in office: Office, as actor: Actor) async throws -> Plan {
        let now = office.now()
        return try await office.pool.write { [self] db in
            var open = try OpenDraft(plan, revision: revision, for: .correctPlan, .correct, by: actor, in: db)
            guard let moved = move(&open.history) else { throw refusal }
            try open.save(open.corrected(in: db).draft, in: db)
            try Office.record(
                name, "plan", plan.rawValue,
                ["correction": String(moved.id), "head": String(open.history.head)], by: actor, at: now,
                in: db)
            return open.record.plan
        }
    }
}
