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
    static func decimal(_ tokens: [Token], _ range: Range<Int>, _ bytes: [UInt8]) -> Label? {
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
            } else if isListComma(tokens, index, range), numbers.count == 1 {
                isClosed = true
                index += 1
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

    /// The comma of "1, Mục đích" and "a, Chủ trì …", as some write it; "1, 2 và 3" goes on.
    private static func isListComma(_ tokens: [Token], _ index: Int, _ range: Range<Int>) -> Bool {
        tokens[index].isMark(.comma) && !tokens[index].isSpaced && index + 1 < range.upperBound
            && tokens[index + 1].kind == .word && tokens[index + 1].isSpaced && tokens[index + 1].isCapital
    }

    /// "1 - Công tác chỉ đạo".
    private static func isSpacedDash(_ tokens: [Token], _ index: Int, _ range: Range<Int>) -> Bool {
        tokens[index].isMark(.dash) && index == range.lowerBound + 1 && index + 1 < range.upperBound
            && tokens[index + 1].kind == .word && tokens[index + 1].isCapital
    }

    static func label(_ kind: Label.Kind, _ text: String, _ depth: Int, _ value: Int, _ length: Int)
        -> Label
    {
        Label(kind: kind, text: text, depth: depth, value: value, length: length)
    }

    static func value(_ token: Token, _ bytes: [UInt8]) -> Int? {
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
        if mark.isMark(.close) || mark.isMark(.stop) || mark.isMark(.slash) && after?.isSpaced == true
            || mark.isMark(.dash) && !mark.isSpaced && after?.isSpaced == true
            || isListComma(tokens, range.lowerBound + 1, range),
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

    /// The order of lettered items: a b c d đ e g h i k l m n o p q r s t u v x y.
    private static let alphabet =
        Array("abcd").map(String.init) + ["đ"] + Array("eghiklmnopqrstuvxy").map(String.init)

    private static func place(of letters: ArraySlice<UInt8>) -> Int {
        (alphabet.firstIndex(of: String(decoding: letters, as: UTF8.self)) ?? 0) + 1
    }
}
