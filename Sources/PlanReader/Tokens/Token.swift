/// A word, number or mark of the text, with its place in the clean bytes.
struct Token: Sendable {
    enum Kind: UInt8, Sendable {
        case word, number, mark, address
    }

    var start: UInt32
    var end: UInt32
    /// Cues of the longest known phrase that begins here.
    var cue: Cue = []
    /// Number of tokens in that phrase; 0 where there is none.
    var cueLength: UInt8 = 0
    var kind: Kind
    /// Vocabulary number of a word, 0 where unknown; the ASCII byte of a mark,
    /// with dashes as `-`, quotes as `"` and an ellipsis as 1.
    var word: UInt16
    var flags: Flags

    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        static let spaceBefore = Flags(rawValue: 1)
        static let lineBefore = Flags(rawValue: 2)
        static let capital = Flags(rawValue: 4)
        /// Two or more letters, all of them capitals.
        static let allCapitals = Flags(rawValue: 8)
        /// Last of a sentence that ends the line, kept for lines joined across a footnote.
        static let endsLine = Flags(rawValue: 16)
    }

    /// `word` of a number that is printed raised, as footnote marks are.
    static let superscript: UInt16 = 3
    var isSuperscript: Bool { kind == .number && word == Token.superscript }

    func isMark(_ byte: UInt8) -> Bool { kind == .mark && word == UInt16(byte) }
    var isCapital: Bool { flags.contains(.capital) }
    var isSpaced: Bool { flags.contains(.spaceBefore) || flags.contains(.lineBefore) }
}

extension UInt8 {
    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
    static let colon = UInt8(ascii: ":")
    static let stop = UInt8(ascii: ".")
    static let dash = UInt8(ascii: "-")
    static let slash = UInt8(ascii: "/")
    static let quote = UInt8(ascii: "\"")
    static let open = UInt8(ascii: "(")
    static let close = UInt8(ascii: ")")
    static let ellipsis = UInt8(1)
}
