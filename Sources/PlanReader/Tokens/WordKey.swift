/// A word in lower case, packed; words over 16 bytes are no vocabulary.
struct WordKey: Hashable, Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var count = 0

    var isTooLong: Bool { count > 16 }

    mutating func append(_ byte: UInt8) { append(UInt64(byte), length: 1) }

    /// Appends a letter of `length` bytes, the first of them lowest.
    @inline(__always)
    mutating func append(_ letter: UInt64, length: Int) {
        if count < 8 {
            low |= letter << UInt64(count * 8)
            if count + length > 8 { high |= letter >> UInt64((8 - count) * 8) }
        } else if count < 16 {
            high |= letter << UInt64((count - 8) * 8)
        }
        count += length
    }

    var hash: UInt64 {
        var mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
        mixed ^= mixed >> 32
        return mixed
    }

    static func == (left: WordKey, right: WordKey) -> Bool {
        left.low == right.low && left.high == right.high
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(low)
        hasher.combine(high)
    }
}
