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
            let agencies = AgencyNames(try db.agencies())
            var corrected = try open.corrected(in: db)
            var digested = ""
            let first = open.history.all.count + 1
            // What one request changes bears one instant, later than all before: one step of undoing.
            let now = max(now, (open.history.all.last?.at ?? .distantPast).addingTimeInterval(0.001))
            for edit in edits {
                let resolver = EditResolver(
                    draft: corrected.draft, text: open.text, agencies: agencies,
                    conflicts: corrected.conflicts,
                    knownPhones: corrected.draft.knownPhones(with: open.reading), newID: { office.newID() })
                let made = try resolver.changes(for: edit).map {
                    open.history.append($0, by: actor.accountID, at: now)
                }
                guard open.history.all.count <= CorrectionHistory.limit else {
                    throw CorrectionRefused.tooMany
                }
                for correction in made {
                    try db.insert(correction, of: plan)
                    digested += "\(try Self.json(correction.change))\n"
                }
                corrected.draft = corrected.draft.applying(made).draft
            }
            let before = try db.planRecord(plan)?.plan.state
            try open.save(corrected.draft, in: db)
            try Office.record(
                "CorrectPlan", "plan", plan.rawValue,
                [
                    "from": before?.rawValue, "to": open.record.plan.state.rawValue,
                    "corrections": "\(first)-\(open.history.head)",
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
