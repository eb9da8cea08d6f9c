extension Reading {
    /// The line holds "…, ngày 05 tháng 01 năm 2026", the day perhaps blank.
    func isDateline(_ index: Int) -> Bool { dateline(lines[index].tokens) != nil }

    /// Place and date of a dateline within tokens of a line.
    private func dateline(_ range: Range<Int>) -> (place: Range<Int>?, date: PartialDate, tokens: Range<Int>)?
    {
        for index in range
        where lineTokens[index].kind == .word
            && (lineTokens[index].word == rules.words.day || isWord(lineTokens[index], "ngay"))
        {
            guard let (date, end) = blankDay(index, range.upperBound),
                end >= range.upperBound - 1 || lineTokens[end].isMark(UInt8(ascii: "|")) || isGap(end)
            else { continue }
            var comma = index - 1
            guard comma > range.lowerBound, lineTokens[comma].isMark(.comma) else {
                // Nothing before "ngày": a date alone on its line.
                return index == range.lowerBound ? (nil, date, index..<end) : nil
            }
            comma -= 1
            var start = comma
            while start > range.lowerBound,
                lineTokens[start - 1].kind == .word
                    || lineTokens[start - 1].isMark(.stop) && lineTokens[start].kind == .word
                        && lineTokens[start - 1].end - lineTokens[start - 1].start == 1 && start >= 2
                        && lineTokens[start - 2].kind == .word
                        && lineTokens[start - 2].flags.contains(.allCapitals),
                !isGap(start), comma - start < 6
            {
                if lineTokens[start - 1].kind == .word, !lineTokens[start - 1].isCapital,
                    !rules.grammar.match(lineTokens, start - 1, start).cue.contains(.level),
                    !rules.grammar.match(lineTokens, max(start - 2, range.lowerBound), start).cue.contains(
                        .level)
                {
                    break
                }
                if isPartOfNumber(start - 1, range) { break }
                start -= 1
            }
            while start < comma, !lineTokens[start].isCapital { start += 1 }
            guard lineTokens[start].kind == .word else { return (nil, date, index..<end) }
            return (start..<comma + 1, date, index..<end)
        }
        return nil
    }

    /// "Hà Giang, ngày 27" and "tháng 02 năm 2019" on the next line.
    private func brokenDateline(_ index: Int) -> (place: Range<Int>?, date: PartialDate, tokens: Range<Int>)?
    {
        guard index + 1 < lines.count, lines[index].tokens.count <= 12, lines[index + 1].tokens.count <= 8
        else { return nil }
        return dateline(lines[index].tokens.lowerBound..<lines[index + 1].tokens.upperBound)
    }

    private func isGap(_ index: Int) -> Bool {
        guard index > 0, index < lineTokens.count else { return true }
        return lineTokens[index].start >= lineTokens[index - 1].end + 3
    }

    /// A word of "/KH-UBND" that stands before the place on one line.
    private func isPartOfNumber(_ index: Int, _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound,
            !lineTokens[index].isSpaced || lineTokens[index].flags.contains(.allCapitals)
        else { return false }
        let before = lineTokens[index - 1]
        return before.isMark(.slash) || before.isMark(.dash) || before.isMark(.colon)
    }

    /// "ngày … tháng 3 năm 2023", where day or month may be blank or dots.
    private func blankDay(_ index: Int, _ limit: Int) -> (PartialDate, Int)? {
        if let (date, end) = day(lineTokens, index, limit), date.year != nil { return (date, end) }
        var next = index + 1
        func skipBlanks() {
            while next < limit, lineTokens[next].kind == .mark, !lineTokens[next].isMark(UInt8(ascii: "|")) {
                next += 1
            }
        }
        skipBlanks()
        var dayNumber: Int?
        if next < limit, let number = value(lineTokens[next]), number <= 31 {
            dayNumber = number
            next += 1
        }
        guard next < limit, isMonthWord(lineTokens[next]) else { return nil }
        next += 1
        skipBlanks()
        var month: Int?
        if next < limit, let number = value(lineTokens[next]), number >= 1, number <= 12 {
            month = number
            next += 1
        }
        guard next + 1 < limit, isYearWord(lineTokens[next]), let year = value(lineTokens[next + 1]),
            digits(lineTokens[next + 1]) == 4
        else { return nil }
        return (PartialDate(year: year, month: month, day: month == nil ? nil : dayNumber), next + 2)
    }

    /// "tháng", also as text recognition gives it.
    private func isMonthWord(_ token: Token) -> Bool {
        token.kind == .word
            && (token.word == rules.words.month
                || ["thảng", "thang", "thâng", "thăng", "thàng", "thãng"].contains { isWord(token, $0) })
    }

    private func isYearWord(_ token: Token) -> Bool {
        token.kind == .word
            && (token.word == rules.words.year
                || ["nãm", "nam", "nàm", "nảm"].contains { isWord(token, $0) })
    }

    /// Number, place and date, from the header or, where the lines were shuffled, from the lines about the title.
    mutating func readHeader() {
        let after = layout.title.upperBound..<min(layout.title.upperBound + 2, lines.count)
        let between = (layout.kindLine.map { $0 + 1 } ?? 0)..<layout.title.upperBound
        for range in [layout.header, between, after] {
            for index in range where lines[index].kind != .dropped {
                if plan.date == nil, let line = dateline(lines[index].tokens) ?? brokenDateline(index) {
                    plan.date = Found(
                        line.date, range: source(line.tokens, in: lineTokens), rule: "date.dateline")
                    plan.place = line.place.map { found($0, rule: "place.dateline", in: lineTokens) }
                }
                if plan.number == nil { readNumber(numberTokens(index)) }
            }
        }
        readKindAndTitle()
    }

    /// "Số", also without its marks.
    private func isNumberWord(_ token: Token) -> Bool {
        token.word == rules.words.number || isWord(token, "sô") || isWord(token, "so") || isWord(token, "só")
    }

    /// The line's tokens; those of the next line too where "Số:" stands alone.
    private func numberTokens(_ index: Int) -> Range<Int> {
        let range = lines[index].tokens
        guard range.count <= 2, index + 1 < lines.count, lineTokens[range.lowerBound].kind == .word,
            lineTokens[range.lowerBound].word == rules.words.number
        else { return range }
        return range.lowerBound..<lines[index + 1].tokens.upperBound
    }

    /// "Số: 05/KH-UBND", "Số 15-KH/TU"; nothing where the number is blank.
    private mutating func readNumber(_ range: Range<Int>) {
        for index in range where lineTokens[index].kind == .word && isNumberWord(lineTokens[index]) {
            guard
                lineTokens[index].isCapital
                    || index + 1 < range.upperBound && lineTokens[index + 1].isMark(.colon)
            else { continue }
            var next = index + 1
            while next < range.upperBound, lineTokens[next].isMark(.colon) || lineTokens[next].isMark(.stop) {
                next += 1
            }
            guard next < range.upperBound, let mention = numberMention(lineTokens, next, range.upperBound)
            else { continue }
            plan.number = Found(
                mention.number, range: source(mention.tokens, in: lineTokens), rule: "number.header")
            return
        }
    }

    private mutating func readKindAndTitle() {
        guard let kindLine = layout.kindLine else { return readSubject() }
        let range = lines[kindLine].tokens
        let kindEnd = range.lowerBound + layout.kindLength
        plan.kind = Found(
            layout.kind, range: source(range.lowerBound..<max(kindEnd, range.lowerBound + 1), in: lineTokens),
            rule: "kind.heading")
        var tokens: [Token] = []
        for index in layout.title where lines[index].kind == .text && !isDateline(index) {
            let line = lines[index].tokens
            tokens.append(contentsOf: lineTokens[index == kindLine ? kindEnd..<line.upperBound : line])
        }
        while let last = tokens.last,
            last.isMark(UInt8(ascii: "|")) || last.isMark(.dash) || last.isMark(UInt8(ascii: "_"))
        { tokens.removeLast() }
        while let first = tokens.first, first.isMark(.dash) || first.isMark(.colon) { tokens.removeFirst() }
        guard !tokens.isEmpty else { return }
        plan.title = found(0..<tokens.count, rule: "title.below-kind", in: tokens)
    }
}
