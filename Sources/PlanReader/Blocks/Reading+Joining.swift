extension Reading {
    /// Width of a full line: the median of lines whose sentence goes on in lower case on the next.
    func measuredFullWidth(_ range: Range<Int>) -> Int {
        var widths: [Int] = []
        var total = 0
        var previous: Int?
        for index in range where lines[index].kind == .text {
            total += 1
            if let previous, lines[index].marker == .none {
                let first = lineTokens[lines[index].tokens.lowerBound]
                if first.kind == .word, !first.isCapital, !endsSentence(previous) {
                    widths.append(lines[previous].width)
                }
            }
            previous = index
        }
        guard widths.count >= 3, widths.count * 12 >= total else { return 0 }
        widths.sort()
        return widths[widths.count / 2]
    }

    /// Whether the sentence of line `upper` goes on in line `lower`.
    func joins(_ upper: Int, _ lower: Int, isHeading: Bool) -> Bool {
        let line = lines[lower]
        let before = lines[upper]
        let first = lineTokens[line.tokens.lowerBound]
        if case .label = line.marker { return false }
        if beginsField(line), !breaksLabel(upper, lower) { return false }
        if line.marker == .none, endsInFieldLabel(upper) { return true }
        if isHeading, line.marker == .none, isShouted(upper), isShouted(lower), !isClosingLine(lower) {
            return true
        }
        if case .bullet = line.marker {
            // "kinh tế / - xã hội": a dash inside a word pair at the line's begin.
            let next = lineTokens[line.tokens.lowerBound + 1]
            // "nhiệm kỳ 2026" over "- 2031".
            if first.isMark(.dash), next.kind == .number, digits(next) == 4, let last = before.tokens.last,
                lineTokens[last].kind == .number, digits(lineTokens[last]) == 4
            {
                return true
            }
            guard first.isMark(.dash), !endsSentence(upper), next.kind == .word else { return false }
            if !next.isCapital { return !isHeading || isDangling(upper) || isFull(upper, lower) }
            return layout.fullWidth > 0 && isFull(upper, lower) && !isHeading
        }
        let isEnded = endsSentence(upper)
        if first.kind == .word, !first.isCapital {
            return !isEnded || layout.fullWidth > 0 && !lastIsColon(upper)
        }
        if !isEnded, breaksName(upper, lower) { return true }
        if isEnded {
            if isHeading, listsParties(upper, lower) { return true }
            return layout.fullWidth > 0 && !lastIsColon(upper) && isFull(upper, lower) && !isHeading
                && !opensParagraph(line)
        }
        if first.kind != .word { return true }
        if isDangling(upper) || !isHeading && endsInReport(upper, lower) { return true }
        guard layout.fullWidth > 0 else { return false }
        let ratio = filled(upper, lower)
        // A line breaks within a name where it is full; "Thanh tra Sở" over "Xây dựng kế hoạch …" is a heading.
        if endsInHead(upper), !isOpener(line), !isHeading || ratio >= 80 || !isVerb(line) { return true }
        if isVerb(line) { return ratio >= 100 && (!isHeading || !isOpener(line)) }
        if before.marker != .none, isHeading {
            return ratio >= 93 || ratio >= 80 && lines[lower].tokens.count <= 3 && endsInLevel(upper)
        }
        return ratio >= 90 || endsInLevel(upper) && ratio >= 75
    }

    /// A heading's parties go on over a full line's end: "Văn phòng; Phòng A; Phòng B;" over "Phòng C".
    private func listsParties(_ upper: Int, _ lower: Int) -> Bool {
        guard layout.fullWidth > 0, filled(upper, lower) >= 80, let last = lines[upper].tokens.last,
            lineTokens[last].isMark(.semicolon), !endsSentence(lower)
        else { return false }
        let start = contentStart(lines[upper])
        func isParty(_ index: Int, _ limit: Int) -> Bool {
            lineTokens[index].isCapital
                && !rules.grammar.match(lineTokens, index, limit).cue.isDisjoint(with: [.partyNoun, .agency])
        }
        return isParty(start, last) && isParty(lines[lower].tokens.lowerBound, lines[lower].tokens.upperBound)
    }

    /// Percent of the full width that the line and the next one's first word take.
    private func filled(_ upper: Int, _ lower: Int) -> Int {
        let first = lineTokens[lines[lower].tokens.lowerBound]
        var width = lines[upper].width + 1
        for byte in Int(first.start)..<Int(first.end) where text.bytes[byte] & 0xC0 != 0x80 { width += 1 }
        return layout.fullWidth > 0 ? width * 100 / layout.fullWidth : 0
    }

    /// "… cuối mỗi quý báo cáo" over "UBND xã (qua …)".
    private func endsInReport(_ upper: Int, _ lower: Int) -> Bool {
        let range = lines[upper].tokens
        guard range.count > 4, let last = range.last, !lineTokens[last - 1].isCapital else { return false }
        let verb = rules.grammar.match(lineTokens, last - 1, last + 1)
        return verb.length == 2 && !verb.cue.isDisjoint(with: [.report, .send])
            && !rules.grammar.match(
                lineTokens, lines[lower].tokens.lowerBound, lines[lower].tokens.upperBound
            ).cue
                .isDisjoint(with: [.partyNoun, .agency])
    }

    /// "…; thời gian" over "hoàn thành: …": one label.
    private func breaksLabel(_ upper: Int, _ lower: Int) -> Bool {
        let start = lines[lower].tokens.lowerBound
        guard lines[upper].tokens.upperBound == start, !lineTokens[start].isCapital else { return false }
        return (1...4).contains { back in
            start - back >= lines[upper].tokens.lowerBound
                && rules.fields.match(lineTokens, start - back, lines[lower].tokens.upperBound).length > back
        }
    }

    /// "… Phối hợp:" at the line's end: the next line says who.
    private func endsInFieldLabel(_ index: Int) -> Bool {
        guard lastIsColon(index), let colon = lines[index].tokens.last else { return false }
        for start in max(lines[index].tokens.lowerBound, colon - 6)..<colon where lineTokens[start].isCapital
        {
            let (cue, length) = rules.fields.match(lineTokens, start, colon)
            if start + length == colon { return !cue.isDisjoint(with: [.fieldLead, .fieldWith, .fieldTime]) }
        }
        return false
    }

    private func isFull(_ upper: Int, _ lower: Int) -> Bool { filled(upper, lower) >= 96 }

    private func isVerb(_ line: Line) -> Bool {
        let cue = rules.grammar.match(lineTokens, line.tokens.lowerBound, line.tokens.upperBound).cue
        return cue.contains(.duty) && cue.isDisjoint(with: [.agency, .partyNoun])
    }

    /// "phối hợp với Sở / Văn hóa …": a head alone at the line's end.
    private func endsInHead(_ index: Int) -> Bool {
        guard let last = lines[index].tokens.last, lineTokens[last].isCapital,
            !lineTokens[last].flags.contains(.allCapitals),
            // "Hải Phòng" is a place.
            last == lines[index].tokens.lowerBound || !lineTokens[last - 1].isCapital
        else { return false }
        return rules.grammar.match(lineTokens, last, last + 1).cue.contains(.agency)
    }

    /// "Đề nghị Ủy ban / Mặt trận Tổ quốc …": a name that the tables know goes on over the line's end.
    private func breaksName(_ upper: Int, _ lower: Int) -> Bool {
        let end = lines[upper].tokens.upperBound
        guard lines[lower].tokens.lowerBound == end else { return false }
        for back in (1...5).reversed() where end - back >= lines[upper].tokens.lowerBound {
            let (cue, length) = rules.grammar.match(lineTokens, end - back, lines[lower].tokens.upperBound)
            // "Hiệu trưởng" over "Ban hành …": the name is whole.
            if length == back { return false }
            if length > back, !cue.isDisjoint(with: [.agency, .partyNoun, .idiom]) { return true }
        }
        return false
    }

    private func isOpener(_ line: Line) -> Bool {
        rules.form.match(lineTokens, line.tokens.lowerBound, line.tokens.upperBound).cue.contains(.opener)
    }

    private func lastIsColon(_ index: Int) -> Bool {
        lines[index].tokens.last.map { lineTokens[$0].isMark(.colon) } ?? false
    }

    /// The line ends in a word after which something must come.
    func isDangling(_ index: Int) -> Bool {
        guard let last = lines[index].tokens.last else { return false }
        let token = lineTokens[last]
        if token.isMark(.comma) || token.isMark(.dash) || token.isMark(.open) || token.isMark(.slash) {
            return true
        }
        return rules.form.match(lineTokens, last, last + 1).cue.contains(.dangling)
            && !rules.grammar.match(lineTokens, last, last + 1).cue.contains(.level)
            && !isEndOfParty(last)
    }

    /// "các xã, phường, thị trấn" and "Ủy ban nhân dân" end in words that dangle elsewhere.
    private func isEndOfParty(_ last: Int) -> Bool {
        guard last > 0 else { return false }
        let pair = rules.grammar.match(lineTokens, last - 1, last + 1)
        return pair.length == 2
    }

    private func endsInLevel(_ index: Int) -> Bool {
        guard let last = lines[index].tokens.last else { return false }
        let level = rules.grammar.match(lineTokens, last, last + 1).cue.contains(.level)
        let pair: (cue: Cue, length: Int) =
            last > 0 ? rules.grammar.match(lineTokens, last - 1, last + 1) : ([], 0)
        return level || pair.length == 2 && pair.cue.contains(.level)
    }

    /// Words that begin a paragraph of their own: closings, askings, fields.
    private func opensParagraph(_ line: Line) -> Bool {
        let start = line.tokens.lowerBound
        let form = rules.form.match(lineTokens, start, line.tokens.upperBound)
        if form.length > 0, !form.cue.isDisjoint(with: [.closing, .preamble, .recipients, .documentType]) {
            return true
        }
        return rules.grammar.match(lineTokens, start, line.tokens.upperBound).cue.contains(.ask)
    }
}
