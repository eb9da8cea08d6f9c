import Domain
import Foundation
package import SQL
import Trust

/// Details taken out of the ledger's entries, and the voucher for it that the entry of a purge bears.
///
/// The chain's hashes stay: the next entry still names the redacted one's old hash, which nobody can compute any more.
/// Instead the voucher holds a digest of the redacted entries as they stand now, so that none of their other fields can
/// be changed either; without a voucher later in the chain an emptied detail is a fault like any other.
package struct LedgerRedaction: Hashable, Sendable {
    /// Of the redacted entries, in their order.
    package var sequences: [Int64]
    /// SHA-256 over their hashes as redacted, 64 hexadecimal digits.
    package var digest: String

    /// What stands in place of a detail.
    static let detail = #"{"redacted":"purged"}"#
    /// Actions whose entries may vouch; their own details hold nothing that would have to go.
    package static let actions: Set<String> = ["PurgePlan", "DeleteDraft"]

    init(_ entries: [(sequence: Int64, hash: [UInt8])]) {
        sequences = entries.map(\.sequence)
        digest = Hexadecimal.encode(SHA256.digest(entries.flatMap(\.hash)))
    }

    private struct Voucher: Codable {
        var redacted: String
        var digest: String
    }

    /// Nil where an entry's detail has no voucher.
    init?(detail: String) {
        guard let voucher = try? JSONDecoder().decode(Voucher.self, from: Data(detail.utf8)) else {
            return nil
        }
        sequences = []
        for part in voucher.redacted.split(separator: ",") {
            let ends = part.split(separator: "-").compactMap { Int64($0) }
            // As many as a plan can have in years; a forged range must not fill the memory.
            guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last,
                last - first < 1_000_000
            else { return nil }
            sequences += Array(first...last)
        }
        digest = voucher.digest
    }

    /// The sequences, such as `3-7,9`.
    package var span: String {
        var parts: [(Int64, Int64)] = []
        for sequence in sequences {
            if let last = parts.last, last.1 + 1 == sequence {
                parts[parts.count - 1].1 = sequence
            } else {
                parts.append((sequence, sequence))
            }
        }
        return parts.map { $0 == $1 ? "\($0)" : "\($0)-\($1)" }.joined(separator: ",")
    }
}

extension Database {
    /// Empties the details of all entries about some subjects; nil where there is none.
    package func redactLedger(of subjects: [String]) throws -> LedgerRedaction? {
        var redacted: [(sequence: Int64, hash: [UInt8])] = []
        for start in stride(from: 0, to: subjects.count, by: 500) {
            let entries = try all(
                LedgerEntry.self,
                """
                SELECT \(LedgerEntry.columns)
                FROM ledger
                WHERE subject_id IN (\(list: subjects[start..<min(start + 500, subjects.count)]))
                    AND detail <> \(LedgerRedaction.detail) AND detail <> '{}'
                ORDER BY sequence
                """)
            for old in entries where !LedgerRedaction.actions.contains(old.action) {
                let entry = LedgerEntry(
                    sequence: old.sequence, at: old.at, actor: old.actor, action: old.action,
                    subjectKind: old.subjectKind, subjectID: old.subjectID, detail: LedgerRedaction.detail,
                    previousHash: old.previousHash, hash: old.hash)
                try execute("UPDATE ledger SET detail = \(entry.detail) WHERE sequence = \(entry.sequence)")
                redacted.append((entry.sequence, try entry.computedHash))
            }
        }
        redacted.sort { $0.sequence < $1.sequence }
        return redacted.isEmpty ? nil : LedgerRedaction(redacted)
    }
}

/// Redacted entries met on a walk, until a later entry vouches for them.
struct UnvouchedEntries {
    private var hashes: [Int64: [UInt8]] = [:]

    /// The first one that nothing vouches for.
    var first: Int64? { hashes.keys.min() }

    /// False where the entry isn't redacted.
    mutating func add(_ entry: LedgerEntry) throws -> Bool {
        guard entry.detail == LedgerRedaction.detail else { return false }
        hashes[entry.sequence] = try entry.computedHash
        return true
    }

    mutating func settle(by entry: LedgerEntry) {
        guard LedgerRedaction.actions.contains(entry.action),
            let voucher = LedgerRedaction(detail: entry.detail)
        else { return }
        let found = voucher.sequences.compactMap { sequence in hashes[sequence].map { (sequence, $0) } }
        guard found.count == voucher.sequences.count,
            LedgerRedaction(found.map { (sequence: $0.0, hash: $0.1) }).digest == voucher.digest
        else { return }
        for sequence in voucher.sequences { hashes[sequence] = nil }
    }
}
