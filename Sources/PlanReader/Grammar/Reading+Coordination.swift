extension Reading {
    /// Parties after every "phối hợp (với)" of a unit.
    func coordinators(_ range: Range<Int>) -> [Found<String>] {
        var result: [Found<String>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let helpers = helpers(index, range.upperBound) {
                add(helpers, "with.helped", to: &result)
                index = helpers.upperBound
                continue
            }
            // "Cùng với Báo X xây dựng …" opens the sentence.
            if index == range.lowerBound, let span = company(at: index, range.upperBound) {
                add(span, "with.company", to: &result)
                index = span.upperBound
                continue
            }
            // "X chủ trì cùng Y, Z vận động …".
            if tokens[index].cue.contains(.lead), let span = company(index, range.upperBound) {
                add(span, "with.company", to: &result)
                index = span.upperBound
                continue
            }
            guard tokens[index].cue.contains(.coordinate), !isNoun(index, range) else {
                index += 1
                continue
            }
            let next = index + Int(tokens[index].cueLength)
            if let span = helperBefore(index, next, range) {
                add(span, "with.before-verb", to: &result)
                index = next
                continue
            }
            if let span = coordinatedSpan(next, range.upperBound) {
                add(span, "with.coordinate", to: &result)
                index = max(span.upperBound, next)
            } else {
                index = next
            }
        }
        return result
    }

    /// The parties of "chủ trì cùng (với) Y, Z".
    private func company(_ index: Int, _ limit: Int) -> Range<Int>? {
        var next = index + max(1, Int(tokens[index].cueLength))
        if next < limit, tokens[next].isMark(.comma) { next += 1 }
        return company(at: next, limit)
    }

    private func company(at index: Int, _ limit: Int) -> Range<Int>? {
        var next = index
        guard next + 1 < limit, tokens[next].kind == .word, tokens[next].word == rules.words.together else {
            return nil
        }
        next += 1
        if tokens[next].kind == .word, tokens[next].word == rules.words.with { next += 1 }
        return next < limit && isPartyStart(next) ? partySpan(next, limit) : nil
    }

    private func add(_ span: Range<Int>, _ rule: String, to result: inout [Found<String>]) {
        for party in parties(span, rule: rule) where !result.contains(where: { $0.value == party.value }) {
            result.append(party)
        }
    }

    /// "(Sở X chủ trì; các doanh nghiệp phối hợp; …)": the parties before a "phối hợp" that ends its clause; behind one
    /// who leads also before "phối hợp thực hiện".
    private func helperBefore(_ index: Int, _ next: Int, _ range: Range<Int>) -> Range<Int>? {
        let isEnd = endsClause(next, range.upperBound)
        guard isEnd || helpsTo(next, range.upperBound) else { return nil }
        var start = index
        while start > range.lowerBound, index - start < 40 {
            let before = tokens[start - 1]
            if before.isMark(.semicolon) || before.isMark(.open)
                || before.isMark(.stop) && !isAbbreviation(start - 1)
            {
                break
            }
            start -= 1
        }
        guard start < index else { return nil }
        if start > range.lowerBound, isEnd || leads(before: start, range), isPartyStart(start),
            partyEnd(start, index) == index
        {
            return start..<index
        }
        // "(Đoàn xã chủ trì, Công an xã phối hợp)": behind the comma after who leads.
        return (start + 1..<index).first {
            tokens[$0 - 1].isMark(.comma) && isPartyStart($0) && partyEnd($0, index) == index
                && (isEnd && start > range.lowerBound || leads(before: $0, start..<index))
        }.map { $0..<index }
    }

    private func endsClause(_ next: Int, _ limit: Int) -> Bool {
        next >= limit || tokens[next].kind == .mark && !tokens[next].isMark(.colon)
    }

    /// "phối hợp thực hiện", "phối hợp tổ chức triển khai": a verb behind it and no party.
    private func helpsTo(_ next: Int, _ limit: Int) -> Bool {
        tokens[next].kind == .word && tokens[next].cue.contains(.duty) && !isPartyStart(next)
            && coordinatedSpan(next, limit) == nil
    }

    /// Somebody leads earlier in the same sentence.
    private func leads(before index: Int, _ range: Range<Int>) -> Bool {
        var place = index
        while place > range.lowerBound {
            place -= 1
            if tokens[place].isMark(.stop), !isAbbreviation(place) { return false }
            if tokens[place].cue.contains(.lead) { return true }
        }
        return false
    }

    /// As `helperBefore`, for a clause that begins with its parties.
    ///
    /// - Parameter isLed: a clause before this one names who leads.
    func helperBefore(in clause: Range<Int>, isLed: Bool) -> Range<Int>? {
        guard isPartyStart(clause.lowerBound) else { return nil }
        let end = partyEnd(clause.lowerBound, clause.upperBound)
        guard end < clause.upperBound, tokens[end].cue.contains(.coordinate) else { return nil }
        let next = end + Int(tokens[end].cueLength)
        let isEnd =
            next >= clause.upperBound
            || tokens[next].kind == .mark && !tokens[next].isMark(.colon)
                && !tokens[next].isMark(.comma)
            || isLed && helpsTo(next, clause.upperBound)
        return isEnd ? clause.lowerBound..<end : nil
    }

    /// "với sự phối hợp của X, Y".
    private func helpers(_ index: Int, _ limit: Int) -> Range<Int>? {
        guard index + 5 < limit, tokens[index].kind == .word,
            tokens[index].word == rules.words.with || tokens[index].word == rules.words.have,
            isWord(tokens[index + 1], "sự"),
            tokens[index + 2].cue.contains(.coordinate), isWord(tokens[index + 4], "của")
        else { return nil }
        return partySpan(index + 5, limit)
    }

    /// "sự phối hợp", "quy chế phối hợp" hand nobody a duty; "có trách nhiệm phối hợp" does.
    private func isNoun(_ index: Int, _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound, !tokens[index].isCapital else { return false }
        for length in 1...3 where index - length >= range.lowerBound {
            let (cue, matched) = rules.form.match(tokens, index - length, index)
            guard matched == length, cue.contains(.nounMaker) else { continue }
            let before = index - length - 1
            return before < range.lowerBound || !tokens[before].cue.contains(.modal)
                || Int(tokens[before].cueLength) != length + 1
        }
        return false
    }

    /// The parties behind "phối hợp": directly, or after "với" and its adverbs.
    private func coordinatedSpan(_ start: Int, _ limit: Int) -> Range<Int>? {
        var index = start
        var isNamed = false
        var steps = 0
        while index < limit, steps < 6 {
            let token = tokens[index]
            guard token.kind == .word else {
                // "phối hợp: Sở X", "phối hợp, Sở X".
                if token.isMark(.colon), index == start {
                    index += 1
                    continue
                }
                // "phối hợp chặt chẽ, thường xuyên với …".
                if token.isMark(.comma), index > start, index + 1 < limit,
                    rules.words.adverbs.contains(tokens[index + 1])
                {
                    index += 1
                    continue
                }
                return nil
            }
            if [rules.words.with, rules.words.together].contains(token.word) {
                isNamed = true
                index += 1
                if index < limit, tokens[index].kind == .word, tokens[index].word == rules.words.with {
                    index += 1
                }
                break
            }
            if isPartyStart(index) { break }
            if !rules.words.adverbs.contains(token) { return nil }
            index += 1
            steps += 1
        }
        if isNamed, index + 1 < limit, tokens[index].isMark(.colon) { index += 1 }
        guard index < limit else { return nil }
        if let span = partySpan(index, limit) { return span }
        guard isNamed, tokens[index].kind == .word || countsPlaces(index, limit) else { return nil }
        let end = partyEnd(index, limit)
        return end > index && end - index <= 14 && !tokens[index].cue.contains(.stop) ? index..<end : nil
    }
}
