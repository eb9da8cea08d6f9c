/// The five tone marks; "ngang" is no mark.
package enum Tone: UInt8, Sendable, CaseIterable {
    // In the order of the dictionary: ngang, huyền, hỏi, ngã, sắc, nặng.
    case level, grave, hook, tilde, acute, dot

    /// The combining mark, or nil for `level`.
    package var mark: UInt32? {
        switch self {
        case .level: nil
        case .grave: 0x300
        case .hook: 0x309
        case .tilde: 0x303
        case .acute: 0x301
        case .dot: 0x323
        }
    }

    package init?(mark: UInt32) {
        switch mark {
        case 0x300: self = .grave
        case 0x309: self = .hook
        case 0x303: self = .tilde
        case 0x301: self = .acute
        case 0x323: self = .dot
        default: return nil
        }
    }
}

/// What makes a letter another letter of the alphabet: â, ă, ơ.
package enum LetterShape: UInt8, Sendable {
    case plain, circumflex, breve, horn

    package init?(mark: UInt32) {
        switch mark {
        case 0x302: self = .circumflex
        case 0x306: self = .breve
        case 0x31B: self = .horn
        default: return nil
        }
    }
}

/// A Vietnamese letter taken apart: `Ệ` is base `e`, circumflex, dot, upper case.
package struct Letter: Sendable, Hashable {
    /// Lower-case ASCII letter; `d` with `isBarred` is đ.
    package var base: UInt8
    package var shape = LetterShape.plain
    package var tone = Tone.level
    package var isUpper = false
    package var isBarred = false
}

extension Letter {
    /// Code points of the twelve vowels with their six tones, lower case, in
    /// the order of `Tone`.
    private static let vowels: [(UInt8, LetterShape, [UInt32])] = [
        (0x61, .plain, [0x61, 0xE0, 0x1EA3, 0xE3, 0xE1, 0x1EA1]),
        (0x61, .breve, [0x103, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0x1EB7]),
        (0x61, .circumflex, [0xE2, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD]),
        (0x65, .plain, [0x65, 0xE8, 0x1EBB, 0x1EBD, 0xE9, 0x1EB9]),
        (0x65, .circumflex, [0xEA, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7]),
        (0x69, .plain, [0x69, 0xEC, 0x1EC9, 0x129, 0xED, 0x1ECB]),
        (0x6F, .plain, [0x6F, 0xF2, 0x1ECF, 0xF5, 0xF3, 0x1ECD]),
        (0x6F, .circumflex, [0xF4, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9]),
        (0x6F, .horn, [0x1A1, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3]),
        (0x75, .plain, [0x75, 0xF9, 0x1EE7, 0x169, 0xFA, 0x1EE5]),
        (0x75, .horn, [0x1B0, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1]),
        (0x79, .plain, [0x79, 0x1EF3, 0x1EF7, 0x1EF9, 0xFD, 0x1EF5]),
    ]

    /// Upper case of a lower-case Vietnamese code point.
    private static func upper(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x61...0x7A, 0xE0...0xFE: scalar - 0x20
        default: scalar - 1  // Extended-A, ơ ư and the 1Exx block pair them: even upper, odd lower.
        }
    }

    private static let highest = 0x1F00

    /// Letters by code point, for all up to U+1EFF.
    private static let byScalar: [Letter?] = {
        var table = [Letter?](repeating: nil, count: highest)
        for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
            table[Int(byte)] = Letter(base: byte)
            table[Int(byte) - 0x20] = Letter(base: byte, isUpper: true)
        }
        for (base, shape, scalars) in vowels {
            for (tone, scalar) in zip(Tone.allCases, scalars) {
                table[Int(scalar)] = Letter(base: base, shape: shape, tone: tone)
                table[Int(Self.upper(scalar))] = Letter(base: base, shape: shape, tone: tone, isUpper: true)
            }
        }
        table[0x111] = Letter(base: UInt8(ascii: "d"), isBarred: true)
        table[0x110] = Letter(base: UInt8(ascii: "d"), isUpper: true, isBarred: true)
        return table
    }()

    /// Code points by letter: base, shape, tone and case packed.
    private static let byLetter: [UInt32] = {
        var table = [UInt32](repeating: 0, count: 26 * 4 * 6 * 2)
        for (scalar, letter) in byScalar.enumerated() {
            guard let letter, !letter.isBarred else { continue }
            table[letter.index] = UInt32(scalar)
        }
        return table
    }()

    private var index: Int {
        ((Int(base &- 97) * 4 + Int(shape.rawValue)) * 6 + Int(tone.rawValue)) * 2 + (isUpper ? 1 : 0)
    }

    /// The letter at a code point; nil for anything that isn't a Vietnamese or ASCII letter.
    package init?(scalar: UInt32) {
        guard scalar < Self.highest, let letter = Self.byScalar[Int(scalar)] else { return nil }
        self = letter
    }

    /// The precomposed code point, or nil where Unicode has none (`n` with a dot of tone).
    package var scalar: UInt32? {
        if isBarred { return isUpper ? 0x110 : 0x111 }
        guard base >= 97, base <= 122 else { return nil }
        let scalar = Self.byLetter[index]
        return scalar == 0 ? nil : scalar
    }

    package var isVowel: Bool {
        switch base {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: false
        }
    }
}
