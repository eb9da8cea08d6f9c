/// A document's number in the tokens.
struct NumberMention: Sendable {
    var tokens: Range<Int>
    var number: String
    var date: PartialDate?
    /// After the date, or after the number where no date follows.
    var end: Int
}

extension Reading {
    /// The number that begins at `index`: "33-NQ/TW", "34/2014/NĐ-CP", "44 /KH-UBND".
    func numberMention(_ tokens: [Token], _ index: Int, _ limit: Int) -> NumberMention? {
        guard tokens[index].kind == .number, !tokens[index].isSuperscript, digits(tokens[index]) <= 6 else {
            return nil
        }
        if index > 0, !tokens[index].isSpaced,
            tokens[index - 1].isMark(.slash) || tokens[index - 1].isMark(.dash)
                || tokens[index - 1].kind == .number || tokens[index - 1].isMark(.stop)
                || tokens[index - 1].isMark(.comma)
        {
            return nil
        }
        // "Ban Chỉ đạo 138/CP" is a body.
        if index > 2, isWord(tokens[index - 1], "đạo"), isWord(tokens[index - 2], "chỉ"),
            isWord(tokens[index - 3], "ban")
        {
            return nil
        }
        // "mẫu 03/HNMT" is a form, no document.
        if index > 0, rules.words.forms.contains(tokens[index - 1]) { return nil }
        if index > 1, tokens[index - 1].kind == .word, tokens[index - 1].word == rules.words.number,
            rules.words.forms.contains(tokens[index - 2])
        {
            return nil
        }
        var next = index + 1
        // "134a/KH-UBND", "01.6/GĐN".
        if next < limit, tokens[next].kind == .word, !tokens[next].isSpaced,
            tokens[next].end - tokens[next].start <= 2
        {
            next += 1
        }
        if next + 1 < limit, tokens[next].isMark(.stop), tokens[next + 1].kind == .number,
            !tokens[next].isSpaced,
            !tokens[next + 1].isSpaced
        {
            next += 2
        }
        guard next + 1 < limit, let first = separator(tokens, next) else { return nil }
        next += 1
        // "34/2014/NĐ-CP".
        if first == .slash, tokens[next].kind == .number, digits(tokens[next]) == 4, next + 2 < limit,
            tokens[next + 1].isMark(.slash)
        {
            next += 2
        }
        guard let end = symbol(tokens, next, limit) else { return nil }
        let range = index..<end
        let (date, after) = date(afterNumber: end, limit, tokens)
        return NumberMention(tokens: range, number: compact(range, tokens), date: date, end: after)
    }

    private func separator(_ tokens: [Token], _ index: Int) -> UInt8? {
        if tokens[index].isMark(.slash) { return .slash }
        if tokens[index].isMark(.dash) { return .dash }
        return nil
    }

    /// The end of a symbol such as "QĐ-UBND", "CTPH-BTTTT-UBDT", "NQ/TW", "QH15".
    func symbol(_ tokens: [Token], _ index: Int, _ limit: Int) -> Int? {
        guard index < limit, isSymbolWord(tokens[index], isFirst: true) else { return nil }
        var end = index + 1
        while end < limit {
            let token = tokens[end]
            if token.kind == .number, !token.isSpaced, digits(token) <= 3, !token.isSuperscript,
                tokens[end - 1].kind == .word,
                endsInCapital(tokens[end - 1]), isPartOfSymbol(tokens, end, limit)
            {
                end += 1
                continue
            }
            // "QĐ-UBND.HC"; a sentence's stop has a blank behind it.
            let isDotted =
                token.isMark(.stop) && !token.isSpaced && end + 1 < limit && !tokens[end + 1].isSpaced
                && tokens[end + 1].flags.contains(.allCapitals)
            let isLink =
                token.isMark(.dash) || token.isMark(.slash) || token.isMark(UInt8(ascii: "&")) || isDotted
            guard isLink, end + 1 < limit, isSymbolWord(tokens[end + 1], isFirst: false) else { break }
            // Blanks are forgiven on one side, or on both of a dash: "KH – UBND".
            if token.isSpaced, tokens[end + 1].isSpaced, !token.isMark(.dash) || !isAuthority(tokens[end + 1])
            {
                break
            }
            end += 2
        }
        let hasTwo = end - index > 1 || capitals(tokens[index]) >= 2
        return hasTwo ? end : nil
    }

    /// Digits after capitals: QH15 has them, a footnote's mark after "UBND" too: taken only before QH, BCĐ or a link.
    private func isPartOfSymbol(_ tokens: [Token], _ index: Int, _ limit: Int) -> Bool {
        let word = string(of: tokens[index - 1])
        if ["BCĐ", "HĐ", "BCH"].contains(word) || word.hasSuffix("QH") { return true }
        // Police offices bear numbers: "PA03", "PV01", "V05", "C06".
        if word.count == 2 && word.hasPrefix("P") || word.count == 1, digits(tokens[index]) == 2 {
            return true
        }
        return index + 1 < limit && !tokens[index + 1].isSpaced
            && (tokens[index + 1].isMark(.dash) || tokens[index + 1].isMark(.slash))
    }

    private func isAuthority(_ token: Token) -> Bool { token.flags.contains(.allCapitals) }

    private func isSymbolWord(_ token: Token, isFirst: Bool) -> Bool {
        guard token.kind == .word, token.isCapital, token.end - token.start <= 24 else { return false }
        return token.flags.contains(.allCapitals) || capitals(token) >= 2
            || !isFirst && token.end - token.start <= 3
    }

    private func capitals(_ token: Token) -> Int {
        if token.flags.contains(.allCapitals) { return 2 }
        return string(of: token).unicodeScalars.reduce(0) { $0 + ($1.properties.isUppercase ? 1 : 0) }
    }

    private func endsInCapital(_ token: Token) -> Bool {
        token.flags.contains(.allCapitals) || token.isCapital && token.end - token.start == 1
    }

    /// The bytes of a number without blanks.
    private func compact(_ range: Range<Int>, _ tokens: [Token]) -> String {
        var bytes: [UInt8] = []
        for index in range {
            bytes.append(contentsOf: text.bytes[Int(tokens[index].start)..<Int(tokens[index].end)])
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// "ngày 16 tháng 9 năm 2024" after a number, also behind "của Thủ tướng Chính phủ".
    private func date(afterNumber index: Int, _ limit: Int, _ tokens: [Token]) -> (PartialDate?, Int) {
        var next = index
        let words = rules.words
        var steps = 0
        while next < limit, steps < 14 {
            let token = tokens[next]
            if token.kind == .word, token.word == words.day, let (date, end) = day(tokens, next, limit),
                date.year != nil
            {
                return (date, end)
            }
            if token.kind == .number, steps == 1, tokens[index].isMark(.comma) || tokens[index].isMark(.open),
                let (date, end) = day(tokens, next, limit), date.year != nil
            {
                return (date, end)
            }
            if token.kind == .mark, !(steps == 0 && (token.isMark(.comma) || token.isMark(.open))) { break }
            if token.kind == .word, token.word == words.about { break }
            if token.kind == .number, steps > 0 { break }
            next += 1
            steps += 1
        }
        return (nil, index)
    }

    /// All numbers in a stretch of tokens.
    func numberMentions(_ range: Range<Int>, in tokens: [Token]) -> [NumberMention] {
        var mentions: [NumberMention] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let mention = numberMention(tokens, index, range.upperBound) {
                mentions.append(mention)
                index = mention.tokens.upperBound
            } else {
                index += 1
            }
        }
        return mentions
    }

    /// Adds what a stretch cites, each number once; a later date completes an earlier mention.
    mutating func cite(_ range: Range<Int>, in tokens: [Token], known: inout [String: Int]) {
        for mention in numberMentions(range, in: tokens) {
            guard mention.number != plan.number?.value else { continue }
            if let index = known[mention.number] {
                if plan.citations[index].value.date == nil { plan.citations[index].value.date = mention.date }
                continue
            }
            known[mention.number] = plan.citations.count
            plan.citations.append(
                Found(
                    Citation(number: mention.number, date: mention.date),
                    range: source(mention.tokens.lowerBound..<mention.end, in: tokens),
                    rule: "citation.number"))
        }
    }
}
