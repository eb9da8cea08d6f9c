package import Domain
import Foundation
import SQL
import Store
import Trust

/// Makes corrections to a draft, all or none.
package struct CorrectPlan: Operation {
    private let plan: Plan.ID
    private let revision: Int
    private let edits: [PlanEdit]

    /// The most corrections of one request.
    package static let editLimit = 200

    /// - Parameter revision: the one that the editor saw.
    package init(plan: Plan.ID, revision: Int, edits: [PlanEdit]) {
        self.plan = plan
        self.revision = revision
        self.edits = edits
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan {
        let now = office.now()
        guard !edits.isEmpty, edits.count <= Self.editLimit else { throw CorrectionRefused.tooMany }
        return try await office.pool.write { [plan, revision, edits] db in
            var open = try OpenDraft(plan, revision: revision, for: .correctPlan, .correct, by: actor, in: db)
            guard open.history.all.count + edits.count <= CorrectionHistory.limit else {
                throw CorrectionRefused.tooMany
            }
            let agencies = AgencyNames(try db.agencies())
            var draft = open.corrected().draft
            var digested = ""
            // What one request changes bears one instant, later than all before: one step of undoing.
            let now = max(now, (open.history.all.last?.at ?? .distantPast).addingTimeInterval(0.001))
            for edit in edits {
                let resolver = EditResolver(
                    draft: draft, text: open.text, agencies: agencies, newID: { office.newID() })
                let correction = open.history.append(
                    try resolver.change(for: edit), by: actor.accountID, at: now)
                try db.insert(correction, of: plan)
                digested += "\(try Self.json(correction.change))\n"
                draft = draft.applying([correction]).draft
            }
            let before = try db.planRecord(plan)?.plan.state
            try open.save(draft, in: db)
            try Office.record(
                "CorrectPlan", "plan", plan.rawValue,
                [
                    "from": before?.rawValue, "to": open.record.plan.state.rawValue,
                    "corrections": "\(open.history.head - edits.count + 1)-\(open.history.head)",
                    // The corrections stand in their own table; this shows whether somebody changed
                    // them there.
                    "digest": Hexadecimal.encode(SHA256.digest(digested)),
                ], by: actor, at: now, in: db)
            return open.record.plan
        }
    }

    private static func json(_ change: Change) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(change), as: UTF8.self)
    }
}

/// Takes back what the last request corrected; it stays in the history.
package struct UndoCorrection: Operation {
    private let plan: Plan.ID
    private let revision: Int

    package init(plan: Plan.ID, revision: Int) {
        self.plan = plan
        self.revision = revision
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan {
        try await MovePointer(plan: plan, revision: revision, name: "UndoCorrection", refusal: .nothingToUndo)
        {
            guard let last = $0.undo() else { return nil }
            while let next = $0.applied.last, next.at == last.at { $0.undo() }
            return last
        }.run(in: office, as: actor)
    }
}

/// Brings back what was undone last.
package struct RedoCorrection: Operation {
    private let plan: Plan.ID
    private let revision: Int

    package init(plan: Plan.ID, revision: Int) {
        self.plan = plan
        self.revision = revision
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan {
        try await MovePointer(plan: plan, revision: revision, name: "RedoCorrection", refusal: .nothingToRedo)
        {
            guard let first = $0.redo() else { return nil }
            while let next = $0.next, next.at == first.at { $0.redo() }
            return first
        }.run(in: office, as: actor)
    }
}

/// What undo and redo have in common.
private struct MovePointer {
    var plan: Plan.ID
    var revision: Int
    var name: String
    var refusal: PlanRefused
    var move: @Sendable (inout CorrectionHistory) -> Correction?

    func run(in office: Office, as actor: Actor) async throws -> Plan {
        let now = office.now()
        return try await office.pool.write { [self] db in
            var open = try OpenDraft(plan, revision: revision, for: .correctPlan, .correct, by: actor, in: db)
            guard let moved = move(&open.history) else { throw refusal }
            try open.save(open.corrected().draft, in: db)
            try Office.record(
                name, "plan", plan.rawValue,
                ["correction": String(moved.id), "head": String(open.history.head)], by: actor, at: now,
                in: db)
            return open.record.plan
        }
    }
}

/// Reads the stored text with the reader of now; corrections stay in force.
package struct ReadPlanAgain: Operation {
    private let plan: Plan.ID
    private let revision: Int

    package init(plan: Plan.ID, revision: Int) {
        self.plan = plan
        self.revision = revision
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan {
        let now = office.now()
        return try await office.pool.write { [plan, revision] db in
            var open = try OpenDraft(
                plan, revision: revision, for: .readPlanAgain, .readAgain, by: actor, in: db)
            var reading = try Reading.draft(
                of: open.text, by: office.read, agencies: AgencyNames(try db.agencies()))
            reading = reading.keepingIdentity(of: open.reading)
            if let number = reading.number?.value {
                Reading.addNumberWarning(to: &reading, others: try db.plans(numbered: number, except: plan))
            }
            let corrected = reading.applying(open.history.applied)
            let before = open.record.plan.readerVersion
            open.record.plan.readerVersion = office.readerVersion
            try db.replaceReading(of: plan, by: reading, at: now)
            try open.save(corrected.draft, in: db)
            try Office.record(
                "ReadPlanAgain", "plan", plan.rawValue,
                [
                    "from": before, "to": office.readerVersion,
                    "conflicts": String(corrected.conflicts.count),
                ], by: actor, at: now, in: db)
            return open.record.plan
        }
    }
}
