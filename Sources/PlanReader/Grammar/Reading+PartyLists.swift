extension Reading {
    /// Splits a stretch that names parties into the single ones, by the rules
    /// of the gold: ";" always, a comma or "và" before an agency with a name of its own.
    func parties(_ range: Range<Int>, rule: String, isHeading: Bool = false) -> [Found<String>] {
        splitParties(range, isHeading).compactMap { piece in
            let part = trimmed(withoutKind(withoutShares(piece, of: range)))
            guard !part.isEmpty else { return nil }
            return foundParty(part, rule: rule)
        }
    }

    /// "Trường A và Trạm B, mỗi đơn vị treo …": "mỗi đơn vị" is those before it, no party more.
    private func withoutShares(_ piece: Range<Int>, of range: Range<Int>) -> Range<Int> {
        for index in piece where index > range.lowerBound && isWord(tokens[index], "mỗi") {
            if index == piece.lowerBound { return index..<index }
            if tokens[index - 1].isMark(.comma) { return piece.lowerBound..<index - 1 }
        }
        return piece
    }

    private func splitParties(_ range: Range<Int>, _ isHeading: Bool) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        var depth = 0
        var index = range.lowerBound
        while index < range.upperBound {
            let token = tokens[index]
            if token.isMark(.open) { depth += 1 }
            if token.isMark(.close) { depth = max(0, depth - 1) }
            if depth == 0, index > start {
                if token.isMark(.semicolon) || token.isMark(.stop) && !isAbbreviation(index) {
                    pieces.append(start..<index)
                    start = index + 1
                } else if !isHeading || token.isMark(.comma),
                    let next = splitPoint(index, start, range.upperBound, isHeading)
                {
                    pieces.append(start..<index)
                    start = next
                    index = next
                    continue
                }
            }
            // An idiom's own "và" splits nothing.
            index += token.cue.contains(.idiom) && depth == 0 ? max(1, Int(token.cueLength)) : 1
        }
        pieces.append(start..<range.upperBound)
        return pieces
    }

    /// Where the next party begins, if the comma or "và" at `index` ends one.
    private func splitPoint(_ index: Int, _ start: Int, _ limit: Int, _ isHeading: Bool) -> Int? {
        let token = tokens[index]
        let isComma = token.isMark(.comma)
        let isAnd =
            token.kind == .word
            && (token.word == rules.words.and || token.word == rules.words.together
                || token.word == rules.words.with)
        guard isComma || isAnd else { return nil }
        var next = index + 1
        // ", và", "và mời", "cùng với".
        while next < limit, tokens[next].kind == .word,
            tokens[next].word == rules.words.and || tokens[next].word == rules.words.invite
                || tokens[next].word == rules.words.with
                || tokens[next].word == rules.words.together
        {
            next += 1
        }
        let wasLinked = next > index + 1
        if next < limit, tokens[next].cue.contains(.ask), tokens[next].cueLength > 0 {
            next += Int(tokens[next].cueLength)
        }
        guard next < limit, isPartyStart(next) else { return nil }
        if isFieldOfWork(next, limit), (start..<index).contains(where: { tokens[$0].isMark(.colon) }) {
            return nil
        }
        if isAnd, isFront(start, index), isFrontTail(next, limit) { return nil }
        let previous = firstPartyToken(start, index)
        if isComma, isPerson(previous), isOffice(next, limit) { return nil }
        if isComma, isField(next, of: previous, limit) { return nil }
        if isAnd, isLastField(next, of: previous, limit) || isShortField(next, of: previous, index) {
            return nil
        }
        let isCurrentNamed = isNamedParty(previous)
        let isNextNamed = isNamedParty(next) && !isPlaceOnly(next, limit)
        if isNextNamed { return isBareKind(previous, index) ? nil : next }
        if isHeading { return nil }
        let isPlural = tokens[next].cue.contains(.plural)
        if isPlural { return isAnd || wasLinked || isCurrentNamed ? next : nil }
        // "Thủ trưởng các cơ quan, đơn vị": the list of kinds goes on.
        let isInList = (start..<index).contains { tokens[$0].cue.contains(.plural) }
        return isCurrentNamed && !isInList && !isKindTail(next, previous) ? next : nil
    }

    /// "Ủy ban Mặt trận Tổ quốc tỉnh và các tổ chức thành viên" is one party, as "Mặt trận và các đoàn thể" is.
    private func isFront(_ start: Int, _ end: Int) -> Bool {
        let first = firstPartyToken(start, end)
        return tokens[first].cue.contains(.partyNoun)
            && (first..<min(first + 4, end)).contains {
                isWord(tokens[$0], "trận") || isWord(tokens[$0], "mttq") || isWord(tokens[$0], "ubmttq")
                    || isWord(tokens[$0], "ubmttqvn")
            }
    }

    /// "các đoàn thể", "các tổ chức chính trị - xã hội", "các tổ chức thành viên".
    private func isFrontTail(_ index: Int, _ limit: Int) -> Bool {
        guard isWord(tokens[index], "các"), index + 2 < limit else { return false }
        return isWord(tokens[index + 1], "đoàn") && isWord(tokens[index + 2], "thể")
            || isWord(tokens[index + 1], "tổ") && isWord(tokens[index + 2], "chức")
                && index + 3 < limit
                && (isWord(tokens[index + 3], "chính") || isWord(tokens[index + 3], "thành")
                    || isWord(tokens[index + 3], "đoàn"))
    }

    /// "Phòng Bưu chính, Viễn thông": a field of the office's work; "Viễn thông tỉnh" is an agency.
    private func isField(_ next: Int, of start: Int, _ limit: Int) -> Bool {
        guard rules.words.offices.contains(tokens[start]) else { return false }
        // "Phòng Tổ chức - Cán bộ, Thanh tra và Thi đua, khen thưởng".
        if next + 3 < limit, isWord(tokens[start], "phòng"), isWord(tokens[next], "thanh"),
            isWord(tokens[next + 1], "tra"),
            isWord(tokens[next + 2], "và"), tokens[next + 3].isCapital, !isNamedParty(next + 3)
        {
            return true
        }
        let (cue, length) = rules.form.match(tokens, next, limit)
        guard cue.contains(.domain) else { return false }
        // "Phòng Công chức, viên chức" whole; "Phòng Báo chí, Viễn thông" may be two.
        guard next + length < limit else { return !tokens[next].isCapital }
        let after = tokens[next + length]
        return after.kind == .mark || after.kind == .word && after.word == rules.words.and
            || after.cue.contains(.duty)
    }

    /// "Phòng Tin học và Thống kê": the name's last field; "Phòng Tài chính và Thuế tỉnh" are two.
    private func isLastField(_ next: Int, of start: Int, _ limit: Int) -> Bool {
        let (cue, length) = rules.form.match(tokens, next, limit)
        return isWord(tokens[start], "phòng") && cue.contains(.domain) && next + length == limit
    }

    /// "Phòng VH, KH và TT": each field of the name in two or three capitals.
    private func isShortField(_ next: Int, of start: Int, _ end: Int) -> Bool {
        func isShort(_ token: Token) -> Bool {
            token.kind == .word && token.flags.contains(.allCapitals) && token.end - token.start <= 3
        }
        return rules.words.offices.contains(tokens[start]) && start < end - 1 && isShort(tokens[end - 1])
            && isShort(tokens[next])
    }

    /// "Đồng chí Lê Văn A, Giám đốc Sở X, Phó Trưởng ban": the offices belong to the person before them.
    private func isPerson(_ index: Int) -> Bool { rules.words.persons.contains(tokens[index]) }

    private func isOffice(_ index: Int, _ limit: Int) -> Bool {
        rules.form.match(tokens, index, limit).cue.contains(.office)
            || isWord(tokens[index], "phó") || isWord(tokens[index], "trưởng")
            || isWord(tokens[index], "ủy") && index + 1 < limit && isWord(tokens[index + 1], "viên")
    }

    /// "tỉnh" or "Thành phố" after a comma is part of a list of places.
    private func isPlaceOnly(_ index: Int, _ limit: Int) -> Bool {
        tokens[index].cue.contains(.level) && !tokens[index].cue.contains(.agency)
    }

    /// "Báo" alone before ", Đài": kinds, not names.
    private func isBareKind(_ start: Int, _ end: Int) -> Bool {
        // "Các Chi, Tổ Hội": the first has its noun with the second.
        if end - start == 2, tokens[start].cue.contains(.plural), tokens[start].cueLength == 1 {
            return tokens[start + 1].cue.isDisjoint(with: [.partyNoun, .agency, .level])
        }
        return end - start == 1 && tokens[start].cueLength <= 1 && tokens[start].cue.contains(.agency)
            && !tokens[start].flags.contains(.allCapitals) && !rules.words.brands.contains(tokens[start])
    }

    /// In "Sở, ban, ngành" a lower-case kind goes on with the list; after an agency's full name it doesn't.
    private func isKindTail(_ next: Int, _ start: Int) -> Bool {
        let token = tokens[next]
        guard !token.isCapital else { return false }
        return token.cue.contains(.level) || token.cue.isDisjoint(with: [.partyNoun])
    }

    private func firstPartyToken(_ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end,
            tokens[index].kind == .mark || tokens[index].cue.contains(.ask) && tokens[index].cueLength > 0
        {
            index += tokens[index].kind == .mark ? 1 : Int(tokens[index].cueLength)
        }
        return min(index, max(start, end - 1))
    }

    /// Without "Đề nghị", dashes and commas around.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper {
            let token = tokens[lower]
            if token.kind == .mark, !token.isMark(.open), !token.isMark(.quote) {
                lower += 1
            } else if token.cue.contains(.ask), token.cueLength > 0 {
                lower += Int(token.cueLength)
            } else if token.kind == .word,
                [rules.words.and, rules.words.with, rules.words.together, rules.words.invite].contains(
                    token.word), token.word != 0
            {
                lower += 1
            } else {
                break
            }
        }
        while upper > lower,
            tokens[upper - 1].kind == .mark && !tokens[upper - 1].isMark(.close)
                && !tokens[upper - 1].isMark(.quote)
                || tokens[upper - 1].kind == .word && tokens[upper - 1].word == rules.words.and
        {
            upper -= 1
        }
        return lower..<max(lower, upper)
    }

    /// "P" in "Phòng Kinh doanh (P9)".
    private func isLetterOfCode(_ token: Token) -> Bool { token.isCapital && token.end - token.start == 1 }

    /// As printed, without a footnote's mark.
    private func foundParty(_ range: Range<Int>, rule: String) -> Found<String> {
        var kept: [Token] = []
        for index in range {
            let token = tokens[index]
            let isNoteMark =
                token.kind == .number && !token.isSpaced && index > range.lowerBound
                && (token.isSuperscript
                    || tokens[index - 1].kind == .word && !tokens[index - 1].flags.contains(.allCapitals)
                        && !isLetterOfCode(tokens[index - 1]) && digits(token) <= 2
                    || tokens[index - 1].isMark(.close))
            if !isNoteMark { kept.append(token) }
        }
        var result = found(0..<kept.count, rule: rule, in: kept)
        result.range = source(range)
        return result
    }
}
