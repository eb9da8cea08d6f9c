import Foundation

/// What one character means where marks are compared: a letter without case and tone, a digit, nothing, or a gap.
///
/// A mark may be typed full-width, with letters of other alphabets that look the same, or with characters in
/// it that nobody sees; on paper it is the same mark.
enum MarkLetter {
    /// ASCII capital, digit, or "?" for a letter of another alphabet.
    case letter(UInt8, isLower: Bool)
    /// Marks over letters, soft hyphens, blanks without width.
    case unseen
    case gap

    init(_ scalar: Unicode.Scalar) {
        let code = Int(scalar.value)
        self = code < Self.table.count ? Self.table[code] : Self(slowly: scalar)
    }

    /// Latin, Greek, Cyrillic and Vietnamese letters, looked up once.
    private static let table: [MarkLetter] = (0..<0x2100).map {
        Unicode.Scalar($0).map { MarkLetter(slowly: $0) } ?? .gap
    }

    private init(slowly scalar: Unicode.Scalar) {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format:
            self = .unseen
            return
        default: break
        }
        if properties.isDefaultIgnorableCodePoint {
            self = .unseen
            return
        }
        let isLower = properties.isLowercase
        let plain = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.first ?? scalar
        let capital = plain.properties.uppercaseMapping.unicodeScalars.first ?? plain
        if let same = Self.lookalikes[capital] ?? Self.lookalikes[scalar] {
            self = .letter(same, isLower: isLower)
        } else if capital.isASCII, capital.properties.isAlphabetic || ("0"..."9").contains(capital) {
            self = .letter(UInt8(capital.value), isLower: isLower)
        } else {
            self = properties.isAlphabetic ? .letter(UInt8(ascii: "?"), isLower: isLower) : .gap
        }
    }

    /// Capitals of other alphabets, and Latin ones with strokes, which look like a letter of a mark.
    private static let lookalikes: [Unicode.Scalar: UInt8] = {
        let rows: [(Character, String)] = [
            ("A", "АΑɅᴀ"), ("B", "ВΒ"), ("C", "СϹᴄ"), ("D", "ĐÐƉᴅ"), ("E", "ЕΕᴇ"), ("H", "НΗ"),
            ("I", "ІΙӀɪ"), ("K", "КΚ"), ("L", "ʟ"), ("M", "МΜᴍ"), ("N", "Ν"), ("O", "ОΟᴏ"), ("P", "РΡ"),
            ("T", "ТΤᴛ"), ("U", "Սᴜ"), ("X", "ХΧ"), ("Y", "УΥҮʏ"),
        ]
        var table: [Unicode.Scalar: UInt8] = [:]
        for (latin, others) in rows {
            for other in others.unicodeScalars { table[other] = latin.asciiValue }
        }
        return table
    }()
}
