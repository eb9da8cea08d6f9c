import Domain
import SQL
import Store
import Trust

/// Whether the ledger still holds what a store has made known of it.
///
/// A timestamp that told of fewer entries, or of others, would make a rewritten history look like the only one.
struct LedgerContinuity {
    private let known: TUF.LedgerMark?
    private let lost: TUF.LedgerMark?

    /// - Parameters:
    ///   - known: what the store's timestamp says; nil where it says nothing.
    ///   - lost: what somebody has said to be lost for good.
    init(_ known: TUF.LedgerMark?, lost: TUF.LedgerMark?) {
        self.known = known
        self.lost = lost
    }

    /// Throws unless the entry is there, or its loss was named.
    func check(in db: Database) throws {
        guard let known, known != lost else { return }
        let next = known.size.addingReportingOverflow(1)
        let entry = try db.ledgerEntries(before: next.overflow ? nil : next.partialValue, limit: 1).first
        guard entry?.sequence == known.size, entry?.hash == known.head else {
            throw ObjectsRefused.ledgerLost(known.printed)
        }
    }
}
