package import Domain
import Foundation
import SQL
package import Store

/// Walks along the whole ledger and says where it breaks.
package struct VerifyLedger: Operation {
    private let head: LedgerHead?

    /// - Parameter head: one that was kept elsewhere earlier; without it a tail that was cut off can't be seen.
    package init(head: LedgerHead? = nil) {
        self.head = head
    }

    package func run(in office: Office, as actor: Actor) async throws -> LedgerReport {
        try Office.require(.verifyLedger, by: actor, on: Permission.Subject())
        return try await office.pool.read { [head] db in try db.verifyLedger(against: head) }
    }
}

/// An entry with the name of who made it.
package struct LedgerRow: Sendable, Hashable {
    package var entry: LedgerEntry
    package var actorName: String?
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
            let entries = try db.ledgerEntries(before: sequence, limit: limit)
            let names = try db.displayNames(of: Set(entries.compactMap(\.actor)))
            return entries.map { LedgerRow(entry: $0, actorName: $0.actor.flatMap { names[$0] }) }
        }
    }
}
