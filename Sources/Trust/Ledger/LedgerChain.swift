/// The hash of a ledger's entry over all of its fields and the hash of the entry before.
///
/// Canonical form, version 1: the bytes "loa-ledger-1", then each field as its length (8 bytes, big
/// end first) and its bytes, in the order of `Fields`. Numbers are 8 bytes, big end first; a
/// missing actor is told from an empty one by a leading 0 or 1. No two different entries have the
/// same form.
package enum LedgerChain {
    /// What is hashed of an entry.
    package struct Fields: Sendable, Hashable {
        package var sequence: Int64
        /// Milliseconds since 1970.
        package var at: Int64
        package var actor: String?
        package var action: String
        package var subjectKind: String
        package var subjectID: String
        package var detail: String
        package var previousHash: [UInt8]

        package init(
            sequence: Int64, at: Int64, actor: String?, action: String, subjectKind: String,
            subjectID: String,
            detail: String, previousHash: [UInt8]
        ) {
            self.sequence = sequence
            self.at = at
            self.actor = actor
            self.action = action
            self.subjectKind = subjectKind
            self.subjectID = subjectID
            self.detail = detail
            self.previousHash = previousHash
        }
    }

    /// What the first entry has as the hash before it.
    package static let genesis = [UInt8](repeating: 0, count: SHA256.byteCount)

    package static func hash(_ fields: Fields) -> [UInt8] {
        SHA256.digest(canonicalForm(of: fields))
    }

    static func canonicalForm(of fields: Fields) -> [UInt8] {
        var bytes = Array("loa-ledger-1".utf8)
        func number(_ value: Int64) -> [UInt8] {
            (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) }
        }
        func append(_ field: [UInt8]) {
            bytes += number(Int64(field.count))
            bytes += field
        }
        append(number(fields.sequence))
        append(number(fields.at))
        append(fields.actor.map { [1] + Array($0.utf8) } ?? [0])
        for text in [fields.action, fields.subjectKind, fields.subjectID, fields.detail] {
            append(Array(text.utf8))
        }
        append(fields.previousHash)
        return bytes
    }
}
