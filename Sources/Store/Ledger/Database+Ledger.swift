package import Domain
package import Foundation
package import SQL
import Trust

/// The end of the ledger: how many entries, and the hash of the last.
///
/// Kept elsewhere, it shows a tail that was cut off.
package struct LedgerHead: Hashable, Sendable {
    package var sequence: Int64
    package var hash: [UInt8]

    package init(sequence: Int64, hash: [UInt8]) {
        self.sequence = sequence
        self.hash = hash
    }
}

/// Where and why the ledger is broken.
package struct LedgerFault: Hashable, Sendable {
    package enum Reason: String, Sendable, CaseIterable {
        /// A number is missing or out of order: an entry was taken out, or put in.
        case gap
        /// It doesn't follow the entry before it.
        case wrongPrevious
        /// Its content isn't what was hashed.
        case wrongHash
        /// The ledger ends before the head that was kept.
        case cut
        /// The entry at the kept head's number isn't the one that was kept.
        case otherHead
    }

    /// The first entry that is wrong, or that is missing.
    package var sequence: Int64
    package var reason: Reason

    package init(sequence: Int64, reason: Reason) {
        self.sequence = sequence
        self.reason = reason
    }
}

/// What a walk along the ledger found.
package struct LedgerReport: Hashable, Sendable {
    /// Entries that hold, up to the first fault.
    package var entries: Int64
    package var head: LedgerHead?
    /// Nil: the chain is whole.
    package var fault: LedgerFault?

    package init(entries: Int64, head: LedgerHead?, fault: LedgerFault?) {
        self.entries = entries
        self.head = head
        self.fault = fault
    }
}

extension LedgerEntry: RowDecodable {
    package init(row: Row) throws {
        self.init(
            sequence: try row.get("sequence"), at: try row.get("at"), actor: try row.get("account_id"),
            action: try row.get("action"), subjectKind: try row.get("subject_kind"),
            subjectID: try row.get("subject_id"), detail: try row.get("detail"),
            previousHash: try row.get("previous_hash"), hash: try row.get("hash"))
    }

    static let columns: SQL =
        "sequence, at, account_id, action, subject_kind, subject_id, detail, previous_hash, hash"

    /// The hash that its content asks for.
    var computedHash: [UInt8] {
        get throws {
            LedgerChain.hash(
                LedgerChain.Fields(
                    sequence: sequence, at: try Int64(sqlValue: at.sqlValue), actor: actor?.rawValue,
                    action: action,
                    subjectKind: subjectKind, subjectID: subjectID, detail: detail, previousHash: previousHash
                ))
        }
    }
}

extension Database {
    package func ledgerHead() throws -> LedgerHead? {
        try rows("SELECT sequence, hash FROM ledger ORDER BY sequence DESC LIMIT 1").first.map {
            LedgerHead(sequence: try $0.get("sequence"), hash: try $0.get("hash"))
        }
    }

    /// Adds an entry to the chain, in the transaction of the change that it tells of.
    ///
    /// Writers take turns; should two ever get the same head, the unique columns refuse the second.
    @discardableResult
    package func appendToLedger(
        at instant: Date, actor: Account.ID?, action: String, subjectKind: String, subjectID: String,
        detail: String
    ) throws -> LedgerEntry {
        let head = try ledgerHead()
        func entry(hash: [UInt8]) -> LedgerEntry {
            LedgerEntry(
                sequence: (head?.sequence ?? 0) + 1, at: instant, actor: actor, action: action,
                subjectKind: subjectKind, subjectID: subjectID, detail: detail,
                previousHash: head?.hash ?? LedgerChain.genesis, hash: hash)
        }
        let entry = entry(hash: try entry(hash: []).computedHash)
        try execute(
            """
            INSERT INTO ledger (\(LedgerEntry.columns))
            VALUES (\(entry.sequence), \(entry.at), \(entry.actor), \(entry.action), \(entry.subjectKind),
                \(entry.subjectID), \(entry.detail), \(entry.previousHash), \(entry.hash))
            """)
        return entry
    }

    /// Entries, the youngest first.
    package func ledgerEntries(before sequence: Int64?, limit: Int) throws -> [LedgerEntry] {
        try all(
            LedgerEntry.self,
            """
            SELECT \(LedgerEntry.columns)
            FROM ledger
            WHERE sequence < \(sequence ?? .max)
            ORDER BY sequence DESC
            LIMIT \(limit)
            """)
    }

    package func ledgerEntries(of subjectKind: String, _ subjectID: String, limit: Int) throws
        -> [LedgerEntry]
    {
        try all(
            LedgerEntry.self,
            """
            SELECT \(LedgerEntry.columns)
            FROM ledger
            WHERE subject_kind = \(subjectKind) AND subject_id = \(subjectID)
            ORDER BY sequence DESC
            LIMIT \(limit)
            """)
    }

    /// Names of what entries tell of, by identifier: titles of plans, names of accounts and agencies.
    package func subjectNames(of entries: [LedgerEntry]) throws -> [String: String] {
        let ids = Array(Set(entries.map(\.subjectID))).sorted()
        guard !ids.isEmpty else { return [:] }
        let rows = try rows(
            """
            SELECT plan_id AS id, title AS name FROM plan WHERE plan_id IN (\(list: ids))
            UNION ALL
            SELECT account_id AS id, display_name AS name FROM account WHERE account_id IN (\(list: ids))
            UNION ALL
            SELECT agency_id AS id, name AS name FROM agency WHERE agency_id IN (\(list: ids))
            """)
        return try Dictionary(
            rows.map { (try $0.get("id", as: String.self), try $0.get("name", as: String.self)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Walks along the whole chain without holding it; stops at the first fault.
    ///
    /// - Parameter kept: a head that was kept elsewhere earlier; without one a tail that was cut off can't be seen.
    package func verifyLedger(against kept: LedgerHead? = nil) throws -> LedgerReport {
        var head: LedgerHead?
        var fault: LedgerFault?
        var unvouched = UnvouchedEntries()
        try forEach("SELECT \(LedgerEntry.columns) FROM ledger ORDER BY sequence") { row in
            guard fault == nil else { return }
            let entry = try LedgerEntry(row: row)
            let expected = (head?.sequence ?? 0) + 1
            if entry.sequence != expected {
                fault = LedgerFault(sequence: expected, reason: .gap)
            } else if entry.previousHash != head?.hash ?? LedgerChain.genesis {
                fault = LedgerFault(sequence: entry.sequence, reason: .wrongPrevious)
            } else if try entry.computedHash != entry.hash, try !unvouched.add(entry) {
                fault = LedgerFault(sequence: entry.sequence, reason: .wrongHash)
            } else if let kept, kept.sequence == entry.sequence, kept.hash != entry.hash {
                fault = LedgerFault(sequence: entry.sequence, reason: .otherHead)
            } else {
                head = LedgerHead(sequence: entry.sequence, hash: entry.hash)
                unvouched.settle(by: entry)
            }
        }
        if fault == nil, let first = unvouched.first {
            fault = LedgerFault(sequence: first, reason: .wrongHash)
        }
        if fault == nil, let kept, kept.sequence > head?.sequence ?? 0 {
            fault = LedgerFault(sequence: (head?.sequence ?? 0) + 1, reason: .cut)
        }
        return LedgerReport(entries: head?.sequence ?? 0, head: head, fault: fault)
    }
}
