/// Text as tesseract gives it, with the slips undone that it makes in every document's outline.
///
/// Its Vietnamese model reads upright strokes as letters: "I." as "L.", "II." as "H.", "III." as "IH.". Only the
/// numeral at the start of a line or after "quý" is touched; words, numbers and dates stay as they were read.
struct RecognisedText {
    let text: String

    init(_ raw: String) {
        text = raw.split(separator: "\n", omittingEmptySubsequences: false).map { Self.repaired($0) }.joined(
            separator: "\n")
    }

    private static func repaired(_ line: Substring) -> String {
        var words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        if let first = words.firstIndex(where: { !$0.isEmpty }), words[first].hasSuffix("."),
            words[(first + 1)...].first(where: { !$0.isEmpty })?.first?.isUppercase == true,
            let numeral = numeral(words[first].dropLast())
        {
            words[first] = numeral + "."
        }
        for index in words.indices.dropFirst() where words[index - 1].lowercased() == "quý" {
            let parts = words[index].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            if let numeral = numeral(parts[0]), parts.count == 2 { words[index] = "\(numeral)/\(parts[1])" }
        }
        return words.joined(separator: " ")
    }

    /// The Roman numeral up to XX that was meant; nil for anything else, such as an Arabic number or a name's initial.
    private static func numeral(_ word: Substring) -> String? {
        guard !word.isEmpty, word.count < 6, !word.allSatisfy(\.isNumber) else { return nil }
        var meant = ""
        for letter in word {
            switch letter {
            case "I", "V", "X": meant.append(letter)
            case "L", "l", "1", "|", "Ị", "Ì", "Í", "!": meant.append("I")
            case "H": meant += "II"
            case "Y", "Ý", "Ỷ": meant.append("V")
            case "T" where word.count == 2: meant.append("I")
            default: return nil
            }
        }
        return numerals.contains(meant) ? meant : nil
    }

    private static let numerals: Set<String> = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
        "XVII",
        "XVIII", "XIX", "XX",
    ]
}
