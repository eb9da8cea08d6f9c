/// A run of letters, and what it can be in each encoding.
struct LegacyToken {
    let range: Range<Int>
    /// A Vietnamese letter that no older encoding can hold: this is Unicode.
    private(set) var isUnicode = false
    /// As Vietnamese in Unicode, or as plain words with a sign, this would make sense.
    private(set) var isPlausible = false
    /// Bits by encoding: makes a Vietnamese syllable.
    private var valid: UInt8 = 0
    /// Bits by encoding: says nothing for or against.
    private var neutral: UInt8 = 0
    /// A single letter is too little for proof.
    private let isLong: Bool

    init(_ scalars: [UInt32], _ range: Range<Int>) {
        self.range = range
        let token = scalars[range]
        isLong = range.count > 1
        if token.contains(where: { $0 > 0xFF && Letter(scalar: $0) != nil || (0x300...0x36F).contains($0) }) {
            isUnicode = true
            isPlausible = true
            return
        }
        if token.allSatisfy(Self.isSign) {
            isPlausible = true
            neutral = 0xFF
            return
        }
        let core = Self.core(token)
        isPlausible = Self.isPlausible(core)
        let hasSignsWithin = core.contains(where: Self.isSign)
        if core.allSatisfy({ $0 < 0x80 }) && isPlausible { neutral = 0xFF }
        // Longer than any syllable in any of them; no need to decode it.
        guard range.count <= 14 else { return }
        judge(scalars, range, .tcvn3)
        // In the others, a sign is a sign.
        guard !hasSignsWithin else { return }
        judge(scalars, core.startIndex..<core.endIndex, .vni)
        judge(scalars, core.startIndex..<core.endIndex, .cp1258)
    }

    /// Decodes to a syllable in this encoding.
    func isValid(_ encoding: LegacyEncoding) -> Bool { valid & encoding.bit != 0 }

    /// Decodes to a syllable in this encoding, and makes no sense as Unicode.
    func isProof(_ encoding: LegacyEncoding) -> Bool { isLong && isValid(encoding) && !isPlausible }

    /// Makes no sense in this encoding.
    func isContrary(_ encoding: LegacyEncoding) -> Bool { (valid | neutral) & encoding.bit == 0 }

    private mutating func judge(_ scalars: [UInt32], _ range: Range<Int>, _ encoding: LegacyEncoding) {
        var letters: [Letter] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard let found = encoding.letter(scalars, at: index, before: range.upperBound) else { return }
            letters.append(found.letter)
            index += found.length
        }
        if Syllable.isValid(letters) {
            valid |= encoding.bit
        } else if letters.contains(where: \.isBarred),
            letters.allSatisfy({ $0.isBarred || $0.shape == .plain && $0.tone == .level })
        {
            // Abbreviations: HĐND, QĐ.
            neutral |= encoding.bit
        }
    }

    /// Signs of Latin-1 that are letters in TCVN3.
    static func isSign(_ scalar: UInt32) -> Bool {
        (0xA1...0xBF).contains(scalar) || scalar == 0xD7 || scalar == 0xF7
    }

    /// Without the signs that may stand before and after a word.
    private static func core(_ token: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
        var token = token
        while let first = token.first, before.contains(first) { token = token.dropFirst() }
        while let last = token.last, after.contains(last) { token = token.dropLast() }
        return token
    }

    // « § © ¡ ¿ · ¶ ¢ £ ¤ ¥ µ before a word; » ® © ¹ ² ³ ª º · after it.
    private static let before: Set<UInt32> = [
        0xAB, 0xA7, 0xA9, 0xA1, 0xBF, 0xB7, 0xB6, 0xA2, 0xA3, 0xA4, 0xA5, 0xB5, 0xAD,
    ]
    private static let after: Set<UInt32> = [0xBB, 0xAE, 0xA9, 0xB9, 0xB2, 0xB3, 0xAA, 0xBA, 0xB7, 0xAD]

    private static func isPlausible(_ core: ArraySlice<UInt32>) -> Bool {
        // Soft hyphens are nothing in Unicode.
        let scalars = core.filter { $0 != 0xAD }
        if scalars.contains(where: isSign) { return false }
        if scalars.allSatisfy({ $0 < 0x80 }) { return true }
        let letters = scalars.compactMap { Letter(scalar: $0) }
        guard letters.count == scalars.count, letters.count <= 7 else { return false }
        let tail = letters.dropFirst()
        let isCased = tail.allSatisfy { !$0.isUpper } || letters.allSatisfy(\.isUpper)
        return isCased && Syllable.isValid(letters)
    }
}

extension LegacyEncoding {
    fileprivate var bit: UInt8 {
        switch self {
        case .tcvn3: 1
        case .vni: 2
        case .cp1258: 4
        }
    }
}
