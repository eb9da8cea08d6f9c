package import Domain
import Foundation
import SQL
import Store
import Vietnamese

/// Begins a new draft from the file of a plan that was withdrawn or replaced, with its corrections.
package struct DraftAgain: Operation {
    private let plan: Plan.ID

    package init(plan: Plan.ID) {
        self.plan = plan
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan {
        let now = office.now()
        return try await office.pool.write { [plan] db in
            let old = try Self.closed(plan, for: actor, in: db)
            guard let rawText = try db.planText(plan) else { throw NotFound.plan }
            if let live = try db.plan(of: old.plan.agency, withFile: old.plan.file) {
                throw ReceiveRefused.duplicate(live.id)
            }
            let earlier = try db.planReading(plan)
            let isRecognised = earlier?.isRecognised ?? false
            var reading = try Reading.draft(
                of: DocumentText(rawText), isRecognised: isRecognised, by: office.read,
                agencies: AgencyNames(try db.agencies()))
            if let earlier { reading = reading.keepingIdentity(of: earlier) }
            ReadingDoubts.add(to: &reading, isRecognised: isRecognised)
            if let number = reading.number?.value {
                Reading.addNumberWarning(to: &reading, others: try db.plans(numbered: number, except: plan))
            }
            let corrections = try Self.corrections(of: old, in: db)
            let draft = reading.applying(corrections).draft
            var new = Plan(
                id: office.newID(), agency: old.plan.agency,
                state: corrections.isEmpty ? .read : .underCorrection, file: old.plan.file,
                title: draft.title.value, readerVersion: office.readerVersion, receivedAt: now,
                receivedBy: actor.accountID)
            new.summarize(draft)
            try db.insert(
                PlanRecord(plan: new, correctionHead: corrections.count, file: old.file), text: rawText,
                reading: reading)
            for correction in corrections { try db.insert(correction, of: new.id) }
            try Office.record(
                "DraftAgain", "plan", new.id.rawValue,
                [
                    "of": plan.rawValue, "title": PhoneMask.masked(new.title), "tasks": String(new.taskCount),
                    "reader": new.readerVersion, "to": new.state.rawValue,
                ], by: actor, at: now, in: db)
            return new
        }
    }

    private static func closed(_ plan: Plan.ID, for actor: Actor, in db: Database) throws -> PlanRecord {
        guard let record = try db.planRecord(plan) else { throw NotFound.plan }
        let subject = try Permission.Subject(record.plan, in: db)
        try PlanAccess.requireKnown(record.plan, subject, to: actor)
        try Office.require(.receiveDocument, by: actor, on: subject)
        guard record.plan.state.isClosed else { throw PlanRefused.wrongState(record.plan.state) }
        return record
    }

    /// Those in force, in a row: what was undone stays with the old plan.
    private static func corrections(of old: PlanRecord, in db: Database) throws -> [Correction] {
        CorrectionHistory(all: try db.corrections(of: old.plan.id), head: old.correctionHead).applied
            .enumerated().map { index, correction in
                var copy = correction
                copy.id = index + 1
                copy.parent = index
                return copy
            }
    }
}

extension Plan.State {
    /// Its life is over: withdrawn or replaced.
    package var isClosed: Bool {
        switch self {
        case .withdrawn, .replaced: true
        case .read, .underCorrection, .issued: false
        }
    }
}
