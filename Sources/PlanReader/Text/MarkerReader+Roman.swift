/// Roman numbers: of headings, of parts, and of decimals that repeat them.
extension MarkerReader {
    /// The decimal of "I.1 Mục đích" and "II.2.1 Nội dung", below the Roman number that it repeats.
    static func romanDecimal(_ tokens: [Token], _ range: Range<Int>, _ bytes: [UInt8]) -> Label? {
        let start = range.lowerBound + 2
        guard start + 1 < range.upperBound, tokens[start - 1].isMark(.stop), !tokens[start - 1].isSpaced,
            tokens[start].kind == .number, !tokens[start].isSpaced
        else { return nil }
        if var label = decimal(tokens, start..<range.upperBound, bytes) {
            label.length += 2
            return label
        }
        guard let value = value(tokens[start], bytes), (1..<100).contains(value), tokens[start + 1].isSpaced,
            tokens[start + 1].isCapital
        else { return nil }
        return label(.decimal, "\(value)", 1, value, 3)
    }

    /// "Phần I.", "PHẦN THỨ NHẤT", "Chương II", "Mục 3:"; romans below them hang on the part.
    static func part(_ tokens: [Token], _ range: Range<Int>, _ bytes: [UInt8]) -> Label? {
        let first = tokens[range.lowerBound]
        guard first.isCapital, first.end - first.start <= 8 else { return nil }
        let word = String(decoding: bytes[Int(first.start)..<Int(first.end)], as: UTF8.self)
        guard ["Phần", "PHẦN", "Chương", "CHƯƠNG", "Mục", "MỤC"].contains(word) else { return nil }
        if let label = letteredPart(tokens, range, bytes) { return label }
        guard let (value, end, isRoman) = partNumber(tokens, range, bytes)
        else { return nil }
        let mark = end < range.upperBound ? tokens[end] : nil
        let isMarked = mark.map { $0.isMark(.stop) || $0.isMark(.colon) || $0.isMark(.dash) } ?? true
        // "Mục II của Kế hoạch", "Phần 2 được …" go on as a sentence.
        guard isMarked || isRoman && word.utf8.first == UInt8(ascii: "P") || isRoman && word.hasPrefix("C")
        else { return nil }
        let length = end - range.lowerBound + (isMarked && mark != nil ? 1 : 0)
        return label(.roman, romanNumeral(value), 1, value, length)
    }

    /// "Phần A.", "PHẦN B:".
    private static func letteredPart(_ tokens: [Token], _ range: Range<Int>, _ bytes: [UInt8]) -> Label? {
        let next = range.lowerBound + 1
        guard next + 1 < range.upperBound, tokens[next].kind == .word,
            tokens[next].end - tokens[next].start == 1,
            tokens[next + 1].isMark(.stop) || tokens[next + 1].isMark(.colon)
                || tokens[next + 1].isMark(.dash)
        else { return nil }
        let letter = bytes[Int(tokens[next].start)]
        guard (UInt8(ascii: "A")...UInt8(ascii: "H")).contains(letter) else { return nil }
        return label(.part, String(UnicodeScalar(letter)), 1, Int(letter) - 64, 3)
    }

    /// The number behind "Phần": "II", "2", "thứ hai".
    private static func partNumber(_ tokens: [Token], _ range: Range<Int>, _ bytes: [UInt8]) -> (
        value: Int, end: Int, isRoman: Bool
    )? {
        let next = range.lowerBound + 1
        func letters(_ index: Int) -> ArraySlice<UInt8> {
            bytes[Int(tokens[index].start)..<Int(tokens[index].end)]
        }
        if tokens[next].kind == .number {
            guard let value = value(tokens[next], bytes), (1..<40).contains(value) else { return nil }
            return (value, next + 1, false)
        }
        guard tokens[next].kind == .word else { return nil }
        if let value = roman(letters(next)) { return (value, next + 1, true) }
        guard next + 1 < range.upperBound, tokens[next + 1].kind == .word,
            String(decoding: letters(next), as: UTF8.self).lowercased() == "thứ"
        else { return nil }
        let ordinal = String(decoding: letters(next + 1), as: UTF8.self).lowercased()
        return ordinals[ordinal].map { ($0, next + 2, false) }
    }

    private static let ordinals = [
        "nhất": 1, "nhì": 2, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
        "chín": 9, "mười": 10,
    ]

    /// 14 as "XIV"; `value` under 40.
    static func romanNumeral(_ value: Int) -> String {
        let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
        return String(repeating: "X", count: value / 10) + ones[value % 10]
    }

    /// As printed; "lI", which text recognition makes of "II", as it was.
    static func romanText(_ letters: ArraySlice<UInt8>, _ value: Int) -> String {
        letters.contains(UInt8(ascii: "l")) || letters.contains(UInt8(ascii: "H"))
            ? romanNumeral(value) : String(decoding: letters, as: UTF8.self)
    }

    static func roman(_ letters: ArraySlice<UInt8>) -> Int? {
        guard letters.count <= 6 else { return nil }
        // "IH", which text recognition makes of "III"; a single "H" may be a letter.
        if letters.count > 1, letters.contains(UInt8(ascii: "H")) {
            let strokes = letters.flatMap {
                $0 == UInt8(ascii: "H") ? [UInt8(ascii: "I"), UInt8(ascii: "I")] : [$0]
            }
            return letters.first == UInt8(ascii: "I") || letters.first == UInt8(ascii: "H")
                ? roman(strokes[...]) : nil
        }
        var value = 0
        var previous = 0
        for byte in letters.reversed() {
            let digit: Int
            switch byte {
            case UInt8(ascii: "I"): digit = 1
            // A single "l" is the letter.
            case UInt8(ascii: "l") where letters.count > 1: digit = 1
            case UInt8(ascii: "V"): digit = 5
            case UInt8(ascii: "X"): digit = 10
            default: return nil
            }
            value += digit < previous ? -digit : digit
            previous = max(previous, digit)
        }
        return value > 0 && value < 40 ? value : nil
    }
}
