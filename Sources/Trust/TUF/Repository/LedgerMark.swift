extension TUF {
    /// How far the ledger had come when a timestamp was signed: whoever kept the timestamp sees when history is
    /// rewritten.
    package struct LedgerMark: Sendable, Hashable {
        /// Entries so far; the number of the last one.
        package let size: Int64
        /// 32 bytes: the last entry's hash.
        package let head: [UInt8]

        package init(size: Int64, head: [UInt8]) {
            self.size = size
            self.head = head
        }

        /// The mark in a timestamp's own field; nil where none stands there.
        package init?(in timestamp: Timestamp) {
            guard case .object(let own)? = timestamp.header.custom[ReleasePolicy.field],
                case .object(let ledger)? = own["ledger"], case .integer(let size)? = ledger["size"],
                size > 0,
                case .text(let text)? = ledger["head"], let head = Hexadecimal.decode(text.string),
                head.count == SHA256.byteCount
            else { return nil }
            self.init(size: size, head: head)
        }

        /// One word to be kept elsewhere: the entry's number, a colon, its hash in hexadecimal digits.
        package var printed: String { "\(size):\(Hexadecimal.encode(head))" }

        /// Reads that word; nil where it is none.
        package init?(printed: String) {
            let parts = printed.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let size = Int64(parts[0]), size > 0,
                let head = Hexadecimal.decode(String(parts[1])), head.count == SHA256.byteCount
            else { return nil }
            self.init(size: size, head: head)
        }

        fileprivate var json: JSON {
            .object([
                "ledger": .object([
                    "size": .integer(size), "head": .text(ExactText(Hexadecimal.encode(head))),
                ])
            ])
        }
    }
}

extension TUF.Timestamp {
    /// The same with the mark in its own field.
    func marked(_ mark: TUF.LedgerMark?) -> TUF.Timestamp {
        var timestamp = self
        timestamp.header.custom[ReleasePolicy.field] = mark?.json
        return timestamp
    }
}
