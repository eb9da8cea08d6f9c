import Foundation
import Vietnamese

/// Judges whether the characters that a PDF carries for a page are its text.
struct TextLayer {
    /// Letters and digits of any script.
    let letters: Int
    /// Characters that no text has: replaced, private or control.
    let rubbish: Int
    /// What stands there looks like text, but isn't words: the font's map to Unicode is missing or wrong.
    let isBroken: Bool

    init(_ text: String) {
        var letters = 0
        var rubbish = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                letters += 1
            } else if scalar == "\u{FFFD}" || scalar.properties.generalCategory == .privateUse
                || (scalar.properties.generalCategory == .control && !scalar.properties.isWhitespace)
            {
                rubbish += 1
            }
        }
        self.letters = letters
        self.rubbish = rubbish
        isBroken = Self.isBroken(text)
    }

    /// A page needs recognition when it has next to no letters, when fonts without a map to Unicode made rubbish of
    /// them, or when it is a scan that bears only stamps: a signature's words have about 200 letters, a full page 1,500.
    func needsRecognition(hasPicture: Bool) -> Bool {
        letters < 15 || rubbish * 5 > letters || isBroken || (hasPicture && letters < 400)
    }

    /// Fewer pieces than this say nothing: a page of a table's last row, or of a stamp.
    private static let fewestPieces = 30
    /// Letters of a Vietnamese or English word with its blank, rather more than fewer.
    private static let usualLetters = 8

    /// Whether of the pieces between blanks that aren't numbers or signs alone, fewer than half are words.
    ///
    /// A word has Latin letters only, between signs at its ends, and a vowel among them unless it is an abbreviation in capitals.
    /// Text of an older Vietnamese encoding is no more than that; it is converted later.
    private static func isBroken(_ text: String) -> Bool {
        var pieces = 0
        var words = 0
        for piece in text.split(whereSeparator: \.isWhitespace) {
            let kind = kind(of: piece)
            if kind == .sign { continue }
            // A map that is wrong for the blank too runs whole lines together.
            pieces += kind == .other ? max(1, piece.unicodeScalars.count / usualLetters) : 1
            if kind == .word { words += 1 }
        }
        guard pieces >= fewestPieces, words * 2 < pieces else { return false }
        return Vietnamese.legacyConversion(
            of: [text], capitals: LegacyCapitals(start: OfficeMark.capitalStart, end: OfficeMark.capitalEnd)
        ).encodings.isEmpty
    }

    private enum Kind { case word, sign, other }

    private static func kind(of piece: Substring) -> Kind {
        let scalars = piece.decomposedStringWithCanonicalMapping.unicodeScalars
        if !scalars.contains(where: \.properties.isAlphabetic) {
            // A shifted font turns letters into digits and signs; numbers have few kinds of signs between their digits.
            let plain = scalars.allSatisfy {
                "0123456789.,/-–—:;%()[]+*_•…\"'“”’‘|=<>@#".unicodeScalars.contains($0)
            }
            return plain && !isMixed(scalars) ? .sign : .other
        }
        // Symbols of documents and places, such as "12/KH-UBND", are words joined by signs.
        let parts = scalars.split { "/-–.,:;()[]“”\"'’‘|…+•*_&@=<>".unicodeScalars.contains($0) }
        let areWords = parts.allSatisfy { part in
            part.allSatisfy { $0.properties.numericType != nil } || isWord(part)
        }
        return areWords ? .word : .other
    }

    /// Signs of more than two kinds between digits, as in `7+(1*`.
    private static func isMixed(_ scalars: String.UnicodeScalarView) -> Bool {
        guard scalars.contains(where: { $0.properties.numericType != nil }) else { return false }
        return Set(scalars.filter { $0.properties.numericType == nil }).count > 3
    }

    private static func isWord(_ part: Substring.UnicodeScalarView) -> Bool {
        let letters = part.filter { $0.properties.generalCategory != .nonspacingMark }
        guard letters.allSatisfy({ isLatin($0) }) else { return false }
        let isCapital = letters.allSatisfy { $0.properties.isUppercase || $0.properties.numericType != nil }
        return isCapital || letters.count == 1
            || letters.contains { "aeiouyAEIOUYơưƠƯ".unicodeScalars.contains($0) }
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic && scalar.value < 0x250 || (0x1E00..<0x1F00).contains(scalar.value)
    }
}
