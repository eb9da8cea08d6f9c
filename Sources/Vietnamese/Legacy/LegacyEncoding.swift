/// An encoding of Vietnamese from before Unicode, as its bytes look when a program takes them for
/// Windows-1252.
package enum LegacyEncoding: String, Sendable, CaseIterable {
    /// TCVN 5712 in its third set, of the fonts `.VnTime` and `.VnTimeH` ("ABC").
    case tcvn3
    /// VNI for Windows, of the fonts `VNI-Times`: most marks are letters of their own.
    case vni
    /// Microsoft's code page of Vietnamese: most tones are marks of their own.
    case cp1258

    /// The name that users know it by.
    package var name: String {
        switch self {
        case .tcvn3: "TCVN3 (ABC)"
        case .vni: "VNI"
        case .cp1258: "CP1258"
        }
    }
}

/// A letter out of legacy text.
struct LegacyLetter {
    var letter: Letter
    /// False where the encoding has one code for both cases and leaves the case to the font.
    var isCaseKnown = true
    /// Scalars that it was written with: 1 or 2.
    var length = 1
}

extension LegacyEncoding {
    /// The letter that begins at `index`; nil for anything that isn't a letter in this encoding.
    func letter(_ scalars: [UInt32], at index: Int, before end: Int) -> LegacyLetter? {
        let scalar = scalars[index]
        guard scalar <= 0xFF else { return nil }
        switch self {
        case .tcvn3:
            if let letter = TCVN3Table.letters[Int(scalar)] {
                return LegacyLetter(letter: letter, isCaseKnown: scalar < 0xB5)
            }
            return nil
        case .vni: return VNITable.letter(scalars, at: index, before: end)
        case .cp1258: return CP1258Table.letter(scalars, at: index, before: end)
        }
    }
}

enum TCVN3Table {
    /// Runs of codes.
    ///
    /// The letters with tones have no capitals: the fonts ending in H show them as such.
    private static let runs: [(Int, String)] = [
        (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"),
        (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
    ]

    /// By code; ASCII letters stand for themselves.
    static let letters: [Letter?] = {
        var table = (0..<256).map { $0 < 0x80 ? Letter(scalar: UInt32($0)) : nil }
        for (start, run) in runs {
            for (offset, scalar) in run.unicodeScalars.enumerated() {
                table[start + offset] = Letter(scalar: scalar.value)
            }
        }
        return table
    }()
}

enum VNITable {
    private struct Mark {
        var shape: LetterShape
        var tone: Tone
    }

    /// Letters that stand for a mark on the vowel before them, lower case.
    private static let marks: [UInt32: Mark] = [
        0xF9: Mark(shape: .plain, tone: .acute), 0xF8: Mark(shape: .plain, tone: .grave),
        0xFB: Mark(shape: .plain, tone: .hook), 0xF5: Mark(shape: .plain, tone: .tilde),
        0xEF: Mark(shape: .plain, tone: .dot),
        0xE2: Mark(shape: .circumflex, tone: .level), 0xE1: Mark(shape: .circumflex, tone: .acute),
        0xE0: Mark(shape: .circumflex, tone: .grave), 0xE5: Mark(shape: .circumflex, tone: .hook),
        0xE3: Mark(shape: .circumflex, tone: .tilde), 0xE4: Mark(shape: .circumflex, tone: .dot),
        0xEA: Mark(shape: .breve, tone: .level), 0xE9: Mark(shape: .breve, tone: .acute),
        0xE8: Mark(shape: .breve, tone: .grave), 0xFA: Mark(shape: .breve, tone: .hook),
        0xFC: Mark(shape: .breve, tone: .tilde), 0xEB: Mark(shape: .breve, tone: .dot),
    ]

    /// Letters that are one code, lower case; ơ and ư take marks of tone.
    private static let singles: [UInt32: String] = [
        0xED: "í", 0xEC: "ì", 0xE6: "ỉ", 0xF3: "ĩ", 0xF2: "ị", 0xEE: "ỵ", 0xF1: "đ", 0xF4: "ơ", 0xF6: "ư",
    ]

    private static func lower(_ scalar: UInt32) -> UInt32 {
        (0xC0...0xDE).contains(scalar) && scalar != 0xD7 ? scalar + 0x20 : scalar
    }

    static func letter(_ scalars: [UInt32], at index: Int, before end: Int) -> LegacyLetter? {
        let scalar = scalars[index]
        guard var letter = base(scalar) else { return nil }
        guard letter.tone == .level, !letter.isBarred, letter.base != UInt8(ascii: "i"), letter.isVowel,
            index + 1 < end, let mark = marks[lower(scalars[index + 1])]
        else { return LegacyLetter(letter: letter) }
        if mark.shape != .plain {
            guard letter.shape == .plain else { return LegacyLetter(letter: letter) }
            letter.shape = mark.shape
        }
        letter.tone = mark.tone
        // A mark that the letter can't bear is none: "uâ" is no VNI.
        return letter.scalar == nil
            ? base(scalar).map { LegacyLetter(letter: $0) } : LegacyLetter(letter: letter, length: 2)
    }

    private static func base(_ scalar: UInt32) -> Letter? {
        if scalar < 0x80 { return Letter(scalar: scalar) }
        let small = lower(scalar)
        guard let single = singles[small]?.unicodeScalars.first, var letter = Letter(scalar: single.value)
        else { return nil }
        letter.isUpper = small != scalar
        return letter
    }
}

enum CP1258Table {
    private static let tones: [UInt32: Tone] = [
        0xCC: .grave, 0xD2: .hook, 0xDE: .tilde, 0xEC: .acute, 0xF2: .dot,
    ]
    private static let own: [UInt32: UInt32] = [
        0xC3: 0x102, 0xE3: 0x103, 0xD0: 0x110, 0xF0: 0x111, 0xD5: 0x1A0, 0xF5: 0x1A1, 0xDD: 0x1AF,
        0xFD: 0x1B0,
    ]

    static func letter(_ scalars: [UInt32], at index: Int, before end: Int) -> LegacyLetter? {
        let scalar = scalars[index]
        guard tones[scalar] == nil, var letter = Letter(scalar: own[scalar] ?? scalar) else { return nil }
        guard letter.isVowel, letter.tone == .level, index + 1 < end, let tone = tones[scalars[index + 1]]
        else {
            return LegacyLetter(letter: letter)
        }
        letter.tone = tone
        return LegacyLetter(letter: letter, length: 2)
    }
}
