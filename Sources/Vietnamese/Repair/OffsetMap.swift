/// Leads from byte offsets in a repaired text back to those in the original.
package struct OffsetMap: Sendable, Hashable {
    /// From this offset of the repaired text on, byte by byte, until the next entry.
    struct Entry: Sendable, Hashable {
        var repaired: Int
        var original: Int
    }

    private(set) var entries: [Entry] = []

    package init() {}

    /// True where nothing was changed.
    package var isIdentity: Bool { entries.isEmpty }

    /// Notes that `repaired` came from `original`; to be called in rising order.
    package mutating func note(repaired: Int, original: Int) {
        if let last = entries.last, last.repaired == repaired {
            entries[entries.count - 1].original = original
        } else {
            entries.append(Entry(repaired: repaired, original: original))
        }
    }

    /// The original offset of a byte of the repaired text.
    package func original(of offset: Int) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].repaired <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset }
        let entry = entries[low - 1]
        let shifted = entry.original + offset - entry.repaired
        // A stretch that grew must not run over what follows it.
        return low < entries.count ? min(shifted, entries[low].original) : shifted
    }
}

/// A text after repair, with the way back.
package struct RepairedText: Sendable, Hashable {
    /// Valid UTF-8 in NFC.
    package var bytes: [UInt8]
    package var offsets: OffsetMap

    package init(bytes: [UInt8], offsets: OffsetMap) {
        self.bytes = bytes
        self.offsets = offsets
    }

    package var string: String { String(decoding: bytes, as: UTF8.self) }
}

extension OffsetMap {
    /// Drops what was noted for the output from `offset` on, which is to be written anew.
    mutating func forget(from offset: Int) {
        while let last = entries.last, last.repaired >= offset, entries.count > 1 || offset == 0 {
            entries.removeLast()
        }
    }
}
