extension Vietnamese {
    /// NFC with broken marks mended ("vâṇ đôṇg" → "vận động"), look-alikes
    /// replaced (Ð → Đ), invisible characters removed, private-use bullets
    /// made `-`, line ends made `\n`, bad UTF-8 made U+FFFD.
    ///
    /// Text that needs none of it, which is most text, is only scanned.
    package static func repaired(_ text: String) -> RepairedText {
        repaired(Array(text.utf8))
    }

    /// As `repaired(_: String)`, for bytes that may not be valid UTF-8.
    package static func repaired(_ bytes: [UInt8]) -> RepairedText {
        guard let first = firstSuspect(bytes) else { return RepairedText(bytes: bytes, offsets: OffsetMap()) }
        var repairer = Repairer(bytes: bytes)
        repairer.run(from: first)
        return RepairedText(bytes: repairer.output, offsets: repairer.offsets)
    }

    /// Offset of the first byte that may need repair, or nil.
    static func firstSuspect(_ bytes: [UInt8]) -> Int? {
        let text = bytes.span
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if byte == 0x0D || byte == 0x0B { return index }
                index += 1
                continue
            }
            let length = wellFormedLength(text, index)
            if length == 0 || isSuspect(text, index) { return index }
            index += length
        }
        return nil
    }

    /// Whether the well-formed sequence at `index` is one that `Repairer` may change.
    @inline(__always)
    private static func isSuspect(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        let second = bytes[index + 1]
        switch bytes[index] {
        case 0xC2: return second == 0xA0 || second == 0xAD || second < 0xA0
        case 0xC3: return second == 0x90 || second == 0xB0
        case 0xC6: return second == 0x89
        case 0xCC, 0xCD: return true
        case 0xE1: return second == 0xB8 || second == 0xB9 || (second == 0xBA && bytes[index + 2] < 0xA0)
        case 0xE2: return second == 0x80 && isSuspectSpace(bytes[index + 2]) || second == 0x81
        case 0xEE: return true
        case 0xEF: return second < 0xA4 || second >= 0xBB
        default: return false
        }
    }

    /// Last bytes of U+2000–200F, U+2028–202F: odd spaces, zero-width marks, line separators.
    private static func isSuspectSpace(_ last: UInt8) -> Bool {
        (0x80...0x8F).contains(last) || (0xA8...0xAF).contains(last)
    }

    /// Length of the UTF-8 sequence at `index`, or 0 where it is not well formed.
    @inline(__always)
    static func wellFormedLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
        let lead = bytes[index]
        let left = bytes.count - index
        switch lead {
        case 0..<0x80: return 1
        case 0xC2...0xDF: return left >= 2 && isTail(bytes[index + 1]) ? 2 : 0
        case 0xE0...0xEF:
            guard left >= 3, isTail(bytes[index + 1]), isTail(bytes[index + 2]) else { return 0 }
            let second = bytes[index + 1]
            if lead == 0xE0 && second < 0xA0 || lead == 0xED && second >= 0xA0 { return 0 }
            return 3
        case 0xF0...0xF4:
            guard left >= 4, isTail(bytes[index + 1]), isTail(bytes[index + 2]), isTail(bytes[index + 3])
            else { return 0 }
            let second = bytes[index + 1]
            if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second >= 0x90 { return 0 }
            return 4
        default: return 0
        }
    }

    private static func isTail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
