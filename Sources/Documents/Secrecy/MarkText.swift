import Foundation

/// Words as a mark would be compared: without case, tones, ornaments, spacing of letters and marks of urgency.
struct MarkText {
    /// Upper-case letters without marks, words separated by one blank.
    let key: String
    /// Written as a stamp is: in capitals, or with a capital at the start.
    let looksLikeStamp: Bool
    /// Not another word with the same letters ("Mặt", "MẤT"): in capitals, as recognition reads a stamp, or exact.
    let isExactEnough: Bool

    init(_ words: String, keepsColon: Bool = false) {
        let plain = Self.decoded(words)
        looksLikeStamp = plain.first { $0.isLetter }.map { $0.isUppercase } ?? false
        // "MẤT", "MẮT" and the like are words; "MÂT", "MẠT" and "MẶT" are how recognition reads a stamp.
        let words = plain.precomposedStringWithCanonicalMapping.split { !$0.isLetter }
        isExactEnough =
            !words.contains { ["MẤT", "MẮT", "MÁT", "MÀT", "MẦT"].contains($0) }
            && (words.allSatisfy { $0 == $0.uppercased() } || words.contains { $0.lowercased() == "mật" })
        var letters = ""
        for scalar in plain.uppercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "Đ", "Ð", "Ɖ": letters += "D"
            case _ where scalar.properties.generalCategory == .nonspacingMark: continue
            case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
                letters.unicodeScalars.append(scalar)
            case ":" where keepsColon: letters += ":"
            default: letters += " "
            }
        }
        key = Self.withoutUrgency(Self.unspaced(letters.split(separator: " ").map(String.init)))
    }

    /// Columns of a line: cells of a table row, and what wide gaps separate.
    static func segments(_ line: String) -> [String] {
        // A heading in spaced letters has gaps between its words too, but is one thing.
        if line.split(separator: " ").allSatisfy({ $0.count == 1 }) { return [line] }
        return line.replacing("\t", with: "  ").split(separator: "|").flatMap { $0.split(separator: "  ") }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The marks in the older encodings, which a page with little else on it may not be recognised by.
    private static func decoded(_ words: String) -> String {
        guard words.utf8.count < 200 else { return words }
        var text = words
        for (old, new) in legacy { text = text.replacing(old, with: new) }
        return text
    }

    /// TCVN3 (lower-case letters in its all-capitals fonts) and VNI.
    private static let legacy = [
        ("MËT", "MẬT"), ("mËt", "MẬT"), ("TuyÖt", "TUYỆT"), ("TUYÖT", "TUYỆT"), ("tuyÖt", "TUYỆT"),
        ("Tèi", "TỐI"),
        ("tèi", "TỐI"), ("TèI", "TỐI"), ("MAÄT", "MẬT"), ("Maät", "Mật"), ("TUYEÄT", "TUYỆT"),
        ("Tuyeät", "Tuyệt"),
        ("TOÁI", "TỐI"), ("Toái", "Tối"),
    ]

    /// Joins letters that stand apart, "M Ậ T" and "T Ố I  M Ậ T" alike.
    private static func unspaced(_ words: [String]) -> [String] {
        guard words.count > 2, words.allSatisfy({ $0.count == 1 && $0 != ":" }) else { return words }
        let joined = words.joined()
        let known = [
            "MAT": "MAT", "TOIMAT": "TOI MAT", "TUYETMAT": "TUYET MAT", "TAILIEUTHUHOI": "TAI LIEU THU HOI",
        ]
        return (known[joined] ?? joined).split(separator: " ").map(String.init)
    }

    private static func withoutUrgency(_ words: [String]) -> String {
        var key = " " + words.joined(separator: " ") + " "
        for mark in [" HOA TOC HEN GIO ", " HOA TOC ", " THUONG KHAN ", " KHAN "] where key != mark {
            key = key.replacing(mark, with: " ")
        }
        return key.trimmingCharacters(in: .whitespaces)
    }
}
