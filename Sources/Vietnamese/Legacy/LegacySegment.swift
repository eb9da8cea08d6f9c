/// A line, a cell of one, or a column of one: the least that is judged by itself.
struct LegacySegment {
    let range: Range<Int>
    /// Those with something beyond ASCII, which alone can tell.
    private(set) var tokens: [LegacyToken] = []

    /// Splits at line ends, bars, tabs and gaps of two blanks or more.
    static func all(in scalars: [UInt32]) -> [LegacySegment] {
        var segments: [LegacySegment] = []
        var start = 0
        var index = 0
        while index < scalars.count {
            guard isBreak(scalars, index) else {
                index += 1
                continue
            }
            if index > start { segments.append(LegacySegment(scalars, start..<index)) }
            index += 1
            start = index
        }
        if index > start { segments.append(LegacySegment(scalars, start..<index)) }
        return segments
    }

    private static func isBreak(_ scalars: [UInt32], _ index: Int) -> Bool {
        switch scalars[index] {
        case 0x09...0x0D, 0x7C, 0x85, 0x2028, 0x2029: true
        case 0x20, 0xA0:
            index + 1 < scalars.count && (scalars[index + 1] == 0x20 || scalars[index + 1] == 0xA0)
        default: false
        }
    }

    private init(_ scalars: [UInt32], _ range: Range<Int>) {
        self.range = range
        var start: Int?
        var isPlain = true
        for index in range {
            if Self.isTokenPart(scalars[index]) {
                if start == nil {
                    start = index
                    isPlain = true
                }
                if scalars[index] > 0x7F { isPlain = false }
            } else if let from = start {
                if !isPlain { tokens.append(LegacyToken(scalars, from..<index)) }
                start = nil
            }
        }
        if let from = start, !isPlain { tokens.append(LegacyToken(scalars, from..<range.upperBound)) }
    }

    private static func isTokenPart(_ scalar: UInt32) -> Bool {
        (scalar | 0x20) >= 97 && (scalar | 0x20) <= 122 || scalar > 0x7F && scalar != 0xA0 && scalar < 0x2000
    }

    var isUnicode: Bool { tokens.contains(where: \.isUnicode) }

    func proofs(_ encoding: LegacyEncoding) -> Int { tokens.count { $0.isProof(encoding) } }

    func contraries(_ encoding: LegacyEncoding) -> Int { tokens.count { $0.isContrary(encoding) } }

    func allFit(_ encoding: LegacyEncoding) -> Bool { !tokens.isEmpty && contraries(encoding) == 0 }
}
