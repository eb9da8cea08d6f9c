package import Domain
import Foundation
import SQL
package import Store
import Vietnamese

/// Walks along the whole ledger and says where it breaks.
package struct VerifyLedger: Operation {
    private let head: LedgerHead?

    /// - Parameter head: one that was kept elsewhere earlier; without it a tail that was cut off can't be seen.
    package init(head: LedgerHead? = nil) {
        self.head = head
    }

    package func run(in office: Office, as actor: Actor) async throws -> LedgerReport {
        try Office.require(.verifyLedger, by: actor, on: Permission.Subject())
        return try await office.pool.read { [head] db in
            var report = try db.verifyLedger(against: head)
            // Whoever made the first account left an entry; a ledger without any was emptied.
            if report.fault == nil, report.head == nil, try db.hasAccounts() {
                report.fault = LedgerFault(sequence: 1, reason: .cut)
            }
            return report
        }
    }
}

/// An entry with the name of who made it.
package struct LedgerRow: Sendable, Hashable {
    package var entry: LedgerEntry
    package var actorName: String?
    /// What it was done to, by its name of now; nil where that is gone.
    package var subjectName: String?
}

extension LedgerRow {
    static func rows(of entries: [LedgerEntry], in db: Database) throws -> [LedgerRow] {
        let people = try db.displayNames(of: Set(entries.compactMap(\.actor)))
        let subjects = try db.subjectNames(of: entries)
        return entries.map { entry in
            LedgerRow(
                entry: entry, actorName: entry.actor.flatMap { people[$0] },
                subjectName: subjects[entry.subjectID].map { PhoneMask.masked($0) })
        }
    }
}

/// What was done to one plan, the youngest first; for whoever may see the plan.
package struct ListPlanHistory: Operation {
    private let plan: Plan.ID
    /// Enough to see what became of it; the ledger holds all.
    package static let limit = 50

    package init(plan: Plan.ID) {
        self.plan = plan
    }

    package func run(in office: Office, as actor: Actor) async throws -> [LedgerRow] {
        _ = try await ShowPlan(plan: plan).run(in: office, as: actor)
        return try await office.pool.read { [plan] db in
            try LedgerRow.rows(of: db.ledgerEntries(of: "plan", plan.rawValue, limit: Self.limit), in: db)
        }
    }
}

/// The ledger's entries, the youngest first.
package struct ListLedger: Operation {
    private let sequence: Int64?
    private let limit: Int

    /// - Parameter sequence: the last one of the page before.
    package init(before sequence: Int64? = nil, limit: Int = PageLimit.standard) {
        self.sequence = sequence
        self.limit = min(max(limit, 1), PageLimit.largest)
    }

    package func run(in office: Office, as actor: Actor) async throws -> [LedgerRow] {
        try Office.require(.verifyLedger, by: actor, on: Permission.Subject())
        return try await office.pool.read { [sequence, limit] db in
            try LedgerRow.rows(of: db.ledgerEntries(before: sequence, limit: limit), in: db)
        }
    }
}
