/// A digit, ASCII or full-width, or the star that hides one.
struct PhoneSign {
    let index: Int
    let width: Int
    /// 0 to 9; nil: a star.
    let value: UInt8?

    static let star = UInt8(ascii: "*")
    static let wideStar: [UInt8] = [0xEF, 0xBC, 0x8A]

    var isStar: Bool { value == nil }
    var range: Range<Int> { index..<(index + width) }

    /// From the first of some signs to the last.
    static func range(_ signs: [PhoneSign]) -> Range<Int> {
        (signs.first?.index ?? 0)..<(signs.last?.range.upperBound ?? 0)
    }

    init?(_ bytes: [UInt8], _ index: Int) {
        guard index < bytes.count else { return nil }
        self.index = index
        switch bytes[index] {
        case 0x30...0x39: (width, value) = (1, bytes[index] - 0x30)
        case Self.star: (width, value) = (1, nil)
        case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBC:
            width = 3
            switch bytes[index + 2] {
            case 0x90...0x99: value = bytes[index + 2] - 0x90
            case 0x8A: value = nil
            default: return nil
            }
        default: return nil
        }
    }
}

/// What may stand between two groups of a telephone number.
struct PhoneGap {
    private(set) var end: Int
    private(set) var blanks = 0
    private(set) var lineEnds = 0
    /// A sign that is rare in numbers: "/", "," or an apostrophe.
    private(set) var rare: UInt8?
    private(set) var others = 0

    /// Nothing wider parts the groups of one number.
    private static let longest = 4

    /// nil: no number goes on here.
    init?(_ bytes: [UInt8], from start: Int) {
        end = start
        for _ in 0...Self.longest {
            if PhoneSign(bytes, end) != nil { return }
            guard let width = take(bytes) else { return nil }
            end += width
        }
        return nil
    }

    private mutating func take(_ bytes: [UInt8]) -> Int? {
        guard end < bytes.count else { return nil }
        switch bytes[end] {
        case 0x20: blanks += 1
        case 0x0A: lineEnds += 1
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "("), UInt8(ascii: ")"):
            others += 1
        case UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "'"):
            if rare != nil { return nil }
            rare = bytes[end]
        default: return takeWide(bytes)
        }
        return 1
    }

    private mutating func takeWide(_ bytes: [UInt8]) -> Int? {
        let three = bytes[end...].prefix(3)
        if three.starts(with: [0xC2, 0xA0]) {
            blanks += 1
            return 2
        }
        // Soft hyphen, middle dot.
        if three.starts(with: [0xC2, 0xAD]) || three.starts(with: [0xC2, 0xB7]) { return 2 }
        guard three.count == 3 else { return nil }
        switch three.reduce(0, { $0 << 8 | Int($1) }) {
        // Apostrophes.
        case 0xE28098, 0xE28099: rare = UInt8(ascii: "'")
        // Blanks of other widths, dashes.
        case 0xE28080...0xE2808A, 0xE280AF, 0xE38080: blanks += 1
        case 0xE28090...0xE28095, 0xE28892: others += 1
        // Without width.
        case 0xE2808B...0xE2808F, 0xE281A0, 0xEFBBBF: break
        default: return nil
        }
        return 3
    }
}
