import Domain
import Foundation
import SQL
import Store

/// A draft in hand within one transaction, with everything that changing it takes.
struct OpenDraft {
    var record: PlanRecord
    var history: CorrectionHistory
    let reading: PlanDraft
    let text: DocumentText
    private let rawText: String
    private let seenRevision: Int

    /// Loads it and asks: exists, permitted, the revision that the asker saw, allowed by the state
    /// table.
    init(
        _ id: Plan.ID, revision: Int, for action: Action, _ event: Plan.Event, by actor: Actor,
        in db: Database
    ) throws {
        guard let record = try db.planRecord(id) else { throw NotFound.plan }
        let subject = try Permission.Subject(record.plan, in: db)
        try PlanAccess.requireKnown(record.plan, subject, to: actor)
        try Office.require(action, by: actor, on: subject)
        guard let step = Plan.life.transition(from: record.plan.state, on: event) else {
            throw PlanRefused.wrongState(record.plan.state)
        }
        guard record.plan.revision == revision else {
            throw PlanRefused.changedMeanwhile(revision: record.plan.revision)
        }
        guard let rawText = try db.planText(id), let reading = try db.planReading(id) else {
            throw NotFound.plan
        }
        self.record = record
        self.reading = reading
        self.rawText = rawText
        text = DocumentText(rawText)
        seenRevision = revision
        history = CorrectionHistory(all: try db.corrections(of: id), head: record.correctionHead)
        if let next = step.to { self.record.plan.state = next }
    }

    /// The draft with the corrections in force, and the warnings that it deserves.
    func corrected(in db: Database) throws -> PlanDraft.Corrected {
        try reading.corrected(by: history.applied, of: record.plan, in: db)
    }

    /// Writes plan, pointer and words for search; the next revision.
    mutating func save(_ draft: PlanDraft, in db: Database) throws {
        let before = record.plan
        record.plan.revision = seenRevision + 1
        record.correctionHead = history.head
        record.plan.summarize(draft)
        guard try db.update(record, from: seenRevision) else {
            throw PlanRefused.changedMeanwhile(
                revision: try db.planRecord(before.id)?.plan.revision ?? seenRevision)
        }
        if (before.title, before.number, before.issuer) != (
            record.plan.title, record.plan.number, record.plan.issuer
        ) {
            try db.updateSearch(of: record.plan, text: rawText)
        }
    }
}

/// Who may know of a plan.
enum PlanAccess {
    /// Whoever may not see a draft is told that there is none.
    static func requireKnown(_ plan: Plan, _ subject: Permission.Subject, to actor: Actor) throws {
        if actor == .nobody { throw AccessRefused.signInFirst }
        let action: Action =
            switch plan.state {
            case .read, .underCorrection: .viewDraft
            case .issued, .withdrawn, .replaced: .viewPlan
            }
        guard Permission.allows(actor, action, on: subject) else { throw NotFound.plan }
    }
}

extension PlanDraft {
    /// A reading with corrections applied, and its warnings brought up to date with them.
    func corrected(by corrections: [Correction], of plan: Plan, in db: Database) throws -> Corrected {
        var corrected = applying(corrections)
        try CorrectedWarnings(reading: self, corrections: corrections)
            .update(&corrected.draft, plan: plan.id, agency: plan.agency, in: db)
        return corrected
    }
}
