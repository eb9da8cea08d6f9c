/// Reads the bullet or label at the begin of a line.
enum MarkerReader {
    static func marker(_ tokens: [Token], _ range: Range<Int>, _ bytes: [UInt8]) -> Marker {
        let first = tokens[range.lowerBound]
        switch first.kind {
        case .mark: return bullet(tokens, range)
        case .number: return decimal(tokens, range, bytes).map(Marker.label) ?? .none
        case .word: return word(tokens, range, bytes).map(Marker.label) ?? .none
        case .address: return .none
        }
    }

    private static func bullet(_ tokens: [Token], _ range: Range<Int>) -> Marker {
        guard range.count >= 2 else { return .none }
        let first = tokens[range.lowerBound]
        let next = tokens[range.lowerBound + 1]
        let isFollowed = next.isSpaced || next.kind == .word || next.isMark(.quote)
        guard isFollowed else { return .none }
        if first.isMark(.dash) { return .bullet(1) }
        if first.isMark(UInt8(ascii: "+")) { return .bullet(2) }
        // What text recognition makes of a dash or a dot: "~", "«".
        if next.isSpaced, first.isMark(UInt8(ascii: "~")) || first.isMark(.quote) { return .bullet(1) }
        // Any other sign on its own: •, ▪, ✓, *.
        if first.word == 2 || first.isMark(UInt8(ascii: "*")) { return .bullet(first.word == 2 ? 1 : 3) }
        return .none
    }

    /// "1.", "2.1", "2.1.", "1)", "1/ ".
    private static func decimal(_ tokens: [Token], _ range: Range<Int>, _ bytes: [UInt8]) -> Label? {
        var index = range.lowerBound
        var numbers: [Int] = []
        var text = ""
        while index < range.upperBound, tokens[index].kind == .number, numbers.count < 5 {
            guard numbers.isEmpty || !tokens[index].isSpaced, let value = value(tokens[index], bytes),
                numbers.isEmpty || value < 100
            else {
                return nil
            }
            numbers.append(value)
            text += numbers.count == 1 ? "\(value)" : ".\(value)"
            index += 1
            guard index + 1 < range.upperBound, tokens[index].isMark(.stop), !tokens[index].isSpaced,
                tokens[index + 1].kind == .number, !tokens[index + 1].isSpaced
            else { break }
            index += 1
        }
        guard let last = numbers.last, last > 0 || numbers.count > 1 else { return nil }
        var isClosed = false
        var isBracketed = false
        if index < range.upperBound,
            !tokens[index].isSpaced || tokens[index].isMark(.stop) || tokens[index].isMark(.close)
                || isSpacedDash(tokens, index, range)
        {
            let mark = tokens[index]
            if mark.isMark(.stop) || mark.isMark(.close) {
                isClosed = true
                isBracketed = mark.isMark(.close) && numbers.count == 1
                index += 1
                // "1.-" and "2.1.:" as some write it.
                if index < range.upperBound, tokens[index].isMark(.dash), !tokens[index].isSpaced {
                    index += 1
                }
            } else if mark.isMark(.slash), index + 2 < range.upperBound, tokens[index + 1].isMark(.dash),
                !tokens[index + 1].isSpaced, tokens[index + 2].isSpaced
            {
                isClosed = true
                index += 2
            } else if mark.isMark(.slash) || mark.isMark(.dash), index + 1 < range.upperBound,
                tokens[index + 1].isSpaced, tokens[index + 1].kind == .word
            {
                isClosed = true
                index += 1
            }
        }
        let isAlone = index == range.upperBound
        if isAlone {
            guard isClosed else { return nil }
            return decimal(text, numbers.count, last, index - range.lowerBound, isBracketed)
        }
        let next = tokens[index]
        guard isClosed || numbers.count > 1 && next.isSpaced && next.isCapital else { return nil }
        guard
            next.kind == .word || next.isMark(.quote) || next.isMark(.open)
                || next.kind == .number && next.isSpaced
        else { return nil }
        return decimal(text, numbers.count, last, index - range.lowerBound, isBracketed)
    }

    private static func decimal(
        _ text: String, _ depth: Int, _ value: Int, _ length: Int, _ isBracketed: Bool
    ) -> Label {
        Label(
            kind: .decimal, text: text, depth: depth, value: value, length: length, isBracketed: isBracketed)
    }

    /// "1 - Công tác chỉ đạo".
    private static func isSpacedDash(_ tokens: [Token], _ index: Int, _ range: Range<Int>) -> Bool {
        tokens[index].isMark(.dash) && index == range.lowerBound + 1 && index + 1 < range.upperBound
            && tokens[index + 1].kind == .word && tokens[index + 1].isCapital
    }

    private static func label(_ kind: Label.Kind, _ text: String, _ depth: Int, _ value: Int, _ length: Int)
        -> Label
    {
        Label(kind: kind, text: text, depth: depth, value: value, length: length)
    }

    private static func value(_ token: Token, _ bytes: [UInt8]) -> Int? {
        guard token.end - token.start <= 5, !token.isSuperscript else { return nil }
        return bytes[Int(token.start)..<Int(token.end)].reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    /// "IV.", "IV -", "a)", "đ.", "A.".
    private static func word(_ tokens: [Token], _ range: Range<Int>, _ bytes: [UInt8]) -> Label? {
        guard range.count >= 2 else { return nil }
        if let part = part(tokens, range, bytes) { return part }
        let first = tokens[range.lowerBound]
        let mark = tokens[range.lowerBound + 1]
        guard mark.kind == .mark else { return nil }
        let letters = bytes[Int(first.start)..<Int(first.end)]
        // "I/- Mục đích": the dash belongs to the label.
        let isDouble =
            range.count > 3 && !mark.isMark(.dash) && tokens[range.lowerBound + 2].isMark(.dash)
            && !tokens[range.lowerBound + 2].isSpaced && tokens[range.lowerBound + 3].isSpaced
        let length = isDouble ? 3 : 2
        let after = range.count > length ? tokens[range.lowerBound + length] : nil
        if let value = roman(letters) {
            if let label = romanDecimal(tokens, range, bytes) { return label }
            let isDashed =
                mark.isMark(.dash) && after?.isSpaced != false || mark.isMark(.dash) && !mark.isSpaced
            let isSlashed = mark.isMark(.slash) && after?.isSpaced == true
            let isDotted = mark.isMark(.stop) || mark.isMark(.close) || mark.isMark(.colon) && value < 20
            guard isDotted || isDashed || isSlashed,
                after.map({ $0.kind == .word || $0.isMark(.quote) }) ?? true
            else { return nil }
            // "V.v" and "I.V" are no labels.
            if mark.isMark(.stop), let after, !after.isSpaced, after.end - after.start <= 1 { return nil }
            return label(.roman, romanText(letters, value), 1, value, length)
        }
        let isLetter =
            letters.count == 1 || letters.elementsEqual([0xC4, 0x91]) || letters.elementsEqual([0xC4, 0x90])
        guard isLetter, let letter = letters.first else { return nil }
        // "l. MỤC ĐÍCH": text recognition reads "I" so.
        if letter == UInt8(ascii: "l"), mark.isMark(.stop), range.count > 3,
            range.dropFirst(2).allSatisfy({
                tokens[$0].kind != .word || tokens[$0].flags.contains(.allCapitals)
            })
        {
            return label(.roman, "I", 1, 1, length)
        }
        if mark.isMark(.close) || mark.isMark(.stop) || mark.isMark(.slash) && after?.isSpaced == true,
            !first.isCapital
        {
            guard let after else { return nil }
            guard !mark.isMark(.stop) || after.isSpaced else { return nil }
            let text = String(decoding: letters, as: UTF8.self)
            return label(.letter, text, 1, place(of: letters), 2)
        }
        if first.isCapital, mark.isMark(.stop) || mark.isMark(.dash), letter < 0x49,
            range.dropFirst(2).allSatisfy({
                tokens[$0].kind != .word || tokens[$0].flags.contains(.allCapitals)
                    || tokens[$0].end - tokens[$0].start <= 2
            }),
            range.count > 3
        {
            return label(.part, String(decoding: letters, as: UTF8.self), 1, Int(letter) - 64, 2)
        }
        return nil
    }

    /// The decimal of "I.1 Mục đích" and "II.2.1 Nội dung", below the Roman number that it repeats.
    private static func romanDecimal(_ tokens: [Token], _ range: Range<Int>, _ bytes: [UInt8]) -> Label? {
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
    private static func part(_ tokens: [Token], _ range: Range<Int>, _ bytes: [UInt8]) -> Label? {
        let first = tokens[range.lowerBound]
        guard first.isCapital, first.end - first.start <= 8 else { return nil }
        let word = String(decoding: bytes[Int(first.start)..<Int(first.end)], as: UTF8.self)
        guard ["Phần", "PHẦN", "Chương", "CHƯƠNG", "Mục", "MỤC"].contains(word),
            let (value, end, isRoman) = partNumber(tokens, range, bytes)
        else { return nil }
        let mark = end < range.upperBound ? tokens[end] : nil
        let isMarked = mark.map { $0.isMark(.stop) || $0.isMark(.colon) || $0.isMark(.dash) } ?? true
        // "Mục II của Kế hoạch", "Phần 2 được …" go on as a sentence.
        guard isMarked || isRoman && word.utf8.first == UInt8(ascii: "P") || isRoman && word.hasPrefix("C")
        else { return nil }
        let length = end - range.lowerBound + (isMarked && mark != nil ? 1 : 0)
        return label(.roman, romanNumeral(value), 1, value, length)
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
    private static func romanText(_ letters: ArraySlice<UInt8>, _ value: Int) -> String {
        letters.contains(UInt8(ascii: "l")) || letters.contains(UInt8(ascii: "H"))
            ? romanNumeral(value) : String(decoding: letters, as: UTF8.self)
    }

    /// The order of lettered items: a b c d đ e g h i k l m n o p q r s t u v x y.
    private static let alphabet =
        Array("abcd").map(String.init) + ["đ"] + Array("eghiklmnopqrstuvxy").map(String.init)

    private static func place(of letters: ArraySlice<UInt8>) -> Int {
        (alphabet.firstIndex(of: String(decoding: letters, as: UTF8.self)) ?? 0) + 1
    }

    private static func roman(_ letters: ArraySlice<UInt8>) -> Int? {
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
