/// Tells text from what isn't.
enum TextCheck {
    /// More broken bytes than one in this many, and more than a handful, are no slip any more.
    private static let brokenShare = 50

    static func check(_ bytes: [UInt8]) throws(UnreadablePlan) {
        let text = bytes.span
        var index = 0
        var broken = 0
        var isVisible = false
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if byte > 0x20 {
                    isVisible = true
                } else if byte < 0x20 {
                    if byte == 0 { throw .notText }
                    if byte != 0x0A, byte != 0x0D, byte != 0x09, byte != 0x0C, byte != 0x0B { broken += 1 }
                }
                index += 1
                continue
            }
            let length = sequenceLength(text, index)
            if length == 0 { broken += 1 } else { isVisible = true }
            index += max(1, length)
        }
        if !isVisible && broken == 0 { throw .empty }
        if broken > 8, broken * brokenShare > bytes.count { throw .notText }
    }

    /// As `check`, for bytes that are known to be well formed UTF-8, where no
    /// letter needs a look.
    static func checkWellFormed(_ bytes: [UInt8]) throws(UnreadablePlan) {
        var zeros = 0
        var controls = 0
        ByteScan.forEach(below: 0x20, in: bytes) { _, byte in
            zeros += byte == 0 ? 1 : 0
            // Tab, line end, vertical tab, page end and return, 9 to 13, are text.
            controls += byte &- 9 > 4 ? 1 : 0
        }
        if zeros > 0 { throw .notText }
        if controls == 0, !bytes.contains(where: { $0 > 0x20 }) { throw .empty }
        if controls > 8, controls * brokenShare > bytes.count { throw .notText }
    }

    /// 0 where no lead byte with its tails stands.
    @inline(__always)
    private static func sequenceLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
        let length: Int
        switch bytes[index] {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 0
        }
        guard index + length <= bytes.count else { return 0 }
        // Looked at one by one, not in a loop: this runs for every letter with a mark.
        if bytes[index + 1] & 0xC0 != 0x80 { return 0 }
        if length > 2, bytes[index + 2] & 0xC0 != 0x80 { return 0 }
        if length > 3, bytes[index + 3] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
