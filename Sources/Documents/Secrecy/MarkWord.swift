import Foundation

/// A word of a line as marks are compared, with what stands between it and the word before.
struct MarkWord {
    /// Capitals without marks, ASCII.
    var key: String
    /// As it was written, without what nobody sees.
    var text: String
    /// No letter of it is small; a number is neither.
    var isCapital: Bool
    var startsCapital: Bool
    var gap: Gap

    struct Gap: OptionSet {
        let rawValue: UInt8
        static let blank = Gap(rawValue: 1)
        /// Two blanks or more, or a tabulator: another column.
        static let wide = Gap(rawValue: 2)
        /// The border of a cell.
        static let border = Gap(rawValue: 4)
        static let colon = Gap(rawValue: 8)
        static let slash = Gap(rawValue: 16)
        static let dash = Gap(rawValue: 32)
        static let other = Gap(rawValue: 64)
    }

    var isNumber: Bool { key.utf8.allSatisfy { (48...57).contains($0) } }

    /// In NFC and capitals, with its tone: to tell BẢO from BÁO.
    var accented: String { text.precomposedStringWithCompatibilityMapping.uppercased() }

    /// The words of a line; signs between them only show in the gaps.
    static func words(of line: Substring) -> (words: [MarkWord], gapAfter: Gap) {
        var words: [MarkWord] = []
        var key: [UInt8] = []
        var text = String.UnicodeScalarView()
        var gap: Gap = []
        var hasLower = false
        var startsCapital = false
        func finished() -> MarkWord {
            let plain = String(decoding: key, as: UTF8.self)
            let hasLetter = key.contains { $0 > 57 }
            return MarkWord(
                key: typed[plain] ?? plain, text: String(text), isCapital: hasLetter && !hasLower,
                startsCapital: startsCapital, gap: gap)
        }
        for scalar in decoded(line).unicodeScalars {
            switch MarkLetter(scalar) {
            case .letter(let letter, let isLower):
                if key.isEmpty { startsCapital = letter > 57 && !isLower }
                hasLower = hasLower || isLower
                key.append(letter)
                text.append(scalar)
            case .unseen:
                if scalar.properties.generalCategory == .nonspacingMark, !key.isEmpty { text.append(scalar) }
            case .gap:
                if !key.isEmpty {
                    words.append(finished())
                    key = []
                    text = String.UnicodeScalarView()
                    gap = []
                    hasLower = false
                }
                gap.add(scalar)
            }
        }
        if !key.isEmpty {
            words.append(finished())
            gap = []
        }
        return (words, gap)
    }

    /// Marks typed without a Vietnamese keyboard: Telex and VNI keys left as they were struck.
    private static let typed = [
        "MAAJT": "MAT", "MAATJ": "MAT", "MA65T": "MAT", "MA6T5": "MAT", "MAT65": "MAT",
        "TOOIS": "TOI", "TOOSI": "TOI", "TO61I": "TOI", "TO6I1": "TOI",
        "TUYEEJT": "TUYET", "TUYEETJ": "TUYET", "TUYE65T": "TUYET", "TUYE6T5": "TUYET",
    ]

    /// The marks in the older encodings, which a page with little else on it may not be recognised by.
    ///
    /// TCVN3, whose all-capitals fonts hold small letters, and VNI.
    private static func decoded(_ line: Substring) -> String {
        guard line.utf8.count < 200,
            line.unicodeScalars.contains(where: { "ËëÄä".unicodeScalars.contains($0) })
        else { return String(line) }
        var text = String(line)
        for (old, new) in legacy { text = text.replacing(old, with: new) }
        return text
    }

    private static let legacy = [
        ("MËT", "MẬT"), ("mËt", "MẬT"), ("TuyÖt", "TUYỆT"), ("TUYÖT", "TUYỆT"), ("tuyÖt", "TUYỆT"),
        ("Tèi", "TỐI"), ("tèi", "TỐI"), ("TèI", "TỐI"), ("MAÄT", "MẬT"), ("Maät", "Mật"),
        ("TUYEÄT", "TUYỆT"), ("Tuyeät", "Tuyệt"), ("TOÁI", "TỐI"), ("Toái", "Tối"),
        ("BÝ", "BÍ"), ("bÝ", "BÍ"), ("B¶O", "BẢO"), ("b¶o", "BẢO"), ("BAÛO", "BẢO"),
    ]
}

extension MarkWord.Gap {
    fileprivate mutating func add(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\t": insert([.blank, .wide])
        case "|", "¦": insert(.border)
        case ":", "：": insert(.colon)
        case "/": insert(.slash)
        case "-", "–", "—", "_", "‐", "‑": insert(.dash)
        case _ where scalar.properties.isWhitespace: insert(contains(.blank) ? .wide : .blank)
        default: insert(.other)
        }
    }
}
