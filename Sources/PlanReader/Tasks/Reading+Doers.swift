extension Reading {
    /// The party that does what the sentence says, with the token where its duty begins.
    func subject(_ range: Range<Int>) -> (parties: Range<Int>, verb: Int)? {
        var index = range.lowerBound
        while index < range.upperBound, tokens[index].kind == .mark { index += 1 }
        guard index < range.upperBound else { return nil }
        if let found = doer(index, range.upperBound) { return found }
        if let found = introduced(index, range) { return found }
        return labelled(index, range)
    }

    /// A party at `index` with a verb, a modal or "chủ trì" behind it.
    ///
    /// - Parameter isHanded: behind "giao", where another "giao" is a verb like any other.
    func doer(_ index: Int, _ limit: Int, isHanded: Bool = false) -> (parties: Range<Int>, verb: Int)? {
        guard let span = partySpan(index, limit), !span.isEmpty else { return nil }
        var verb = span.upperBound
        // "Công an tỉnh, theo chức năng …", "Sở X (qua …) chủ trì".
        if verb < limit, tokens[verb].isMark(.open) {
            while verb < limit, !tokens[verb].isMark(.close) { verb += 1 }
            verb += 1
        }
        if verb < limit, tokens[verb].isMark(.comma) { verb += 1 }
        // "Các đội hàng tuần (chiều thứ Sáu) nộp …".
        verb = afterRhythm(verb, limit)
        guard verb < limit else { return nil }
        let token = tokens[verb]
        let isAsked = span.lowerBound > index
        if isLabelInList(span, limit) { return nil }
        // "Thường trực giúp việc Ủy ban bầu cử": what one does, nobody's name.
        if span.count == 2, isWord(tokens[span.lowerBound], "thường"),
            isWord(tokens[verb], "giúp") || tokens[span.upperBound].isMark(.comma)
        {
            return nil
        }
        // "UBND xã giao Công an xã hướng dẫn …": who is handed the duty has it.
        if !isHanded, isWord(token, "giao"), !token.isCapital, verb + 1 < limit, isPartyStart(verb + 1),
            let handed = doer(verb + 1, limit, isHanded: true)
        {
            return handed
        }
        if token.isMark(.colon) { return (span, verb + 1) }
        if token.kind == .number, isCount(verb, limit) { return (span, verb) }
        guard !token.isCapital || isAsked else { return nil }
        // "Sở X là cơ quan đầu mối, chủ trì …".
        if isWord(token, "là"), verb + 1 < limit,
            tokens[verb + 1].cue.contains(.partyNoun) || isWord(tokens[verb + 1], "đầu")
        {
            return (span, verb)
        }
        if token.cue.isDisjoint(with: [.duty, .modal, .lead, .coordinate, .report, .guide, .complete]) {
            // "theo chức năng", "trên cơ sở" before the verb.
            guard token.cue.contains(.stop) || isAsked, let next = dutyAfter(verb, limit) else { return nil }
            return (span, next)
        }
        return (span, verb)
    }

    /// Behind "hằng tuần" and the day in brackets.
    private func afterRhythm(_ index: Int, _ limit: Int) -> Int {
        guard index + 1 < limit, isRhythm(index) else { return index }
        var next = index + 2
        if next < limit, tokens[next].isMark(.open) {
            while next < limit, !tokens[next].isMark(.close) { next += 1 }
            next += 1
        }
        if next < limit, tokens[next].isMark(.comma) { next += 1 }
        return next
    }

    /// "hằng tuần", "hàng tháng": no part of a name.
    func isRhythm(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, !tokens[index].isCapital,
            isWord(tokens[index], "hằng") || isWord(tokens[index], "hàng")
        else { return false }
        return ["ngày", "tuần", "tháng", "quý", "năm"].contains { isWord(tokens[index + 1], $0) }
    }

    /// "Cơ quan chủ trì, thành phần, số lượng …" lists matters; nobody does anything.
    func isLabelInList(_ span: Range<Int>, _ limit: Int) -> Bool {
        guard isWord(tokens[span.lowerBound], "cơ") || isWord(tokens[span.lowerBound], "đơn") else {
            return false
        }
        let length = rules.fields.match(tokens, span.lowerBound, limit).length
        let end = span.lowerBound + length
        return length > span.count
            && (end >= limit || tokens[end].isMark(.comma) || tokens[end].isMark(.stop))
    }

    private func isCount(_ index: Int, _ limit: Int) -> Bool { false }

    /// The next verb within the clause after "theo chức năng, nhiệm vụ được giao".
    private func dutyAfter(_ index: Int, _ limit: Int) -> Int? {
        if isWord(tokens[index], "được") { return completionAfter(index, limit) }
        let first = rules.form.match(tokens, index, limit)
        guard first.cue.contains(.intro) || first.cue.contains(.content) && isWord(tokens[index], "theo")
        else { return nil }
        for next in index + 1..<min(index + 16, limit) {
            if tokens[next].isMark(.stop) || tokens[next].isMark(.semicolon) { return nil }
            if tokens[next].cue.contains(.modal) || tokens[next].cue.contains(.duty) && next > index + 2 {
                return next
            }
        }
        return nil
    }

    /// "Các đơn vị được phân bổ … hoàn thành việc …": the verb behind the clause that says which ones.
    private func completionAfter(_ index: Int, _ limit: Int) -> Int? {
        for next in index + 1..<max(index + 1, min(index + 14, limit)) {
            if tokens[next].kind == .mark { return nil }
            if tokens[next].cue.contains(.complete) || isWord(tokens[next], "phải") { return next }
        }
        return nil
    }

    /// "Căn cứ kế hoạch này các sở … chủ động …": the doer stands behind an opening clause.
    private func introduced(_ start: Int, _ range: Range<Int>) -> (parties: Range<Int>, verb: Int)? {
        guard rules.form.match(tokens, start, range.upperBound).cue.contains(.intro) else { return nil }
        var index = start + 1
        let limit = min(range.upperBound, start + 70)
        while index < limit {
            let token = tokens[index]
            if token.isMark(.stop), !isAbbreviation(index) { return nil }
            if token.isMark(.semicolon) { return nil }
            if isPartyStart(index), !follows(index, start), let found = doer(index, range.upperBound) {
                return found
            }
            index += isPartyStart(index) ? max(1, Int(token.cueLength)) : 1
        }
        return nil
    }

    /// The party belongs to "của …", "cho …", "với …" before it.
    private func follows(_ index: Int, _ start: Int) -> Bool {
        guard index > start else { return false }
        let before = tokens[index - 1]
        if before.kind == .mark { return !before.isMark(.comma) && !before.isMark(.close) }
        if before.isCapital { return true }
        let cue = rules.form.match(tokens, index - 1, index).cue
        return cue.contains(.dangling)
    }

    /// "Các địa điểm …: Bộ Chỉ huy … cung cấp": the doer stands behind the colon.
    private func labelled(_ start: Int, _ range: Range<Int>) -> (parties: Range<Int>, verb: Int)? {
        var index = start
        while index < min(range.upperBound, start + 24) {
            if tokens[index].isMark(.stop) || tokens[index].isMark(.semicolon) { return nil }
            if tokens[index].isMark(.colon), index + 1 < range.upperBound {
                guard let found = doer(index + 1, range.upperBound), !tokens[found.verb - 1].isMark(.colon)
                else { return nil }
                return found
            }
            index += 1
        }
        return nil
    }

    /// "… do Sở X chủ trì", "(Sở X chủ trì, phối hợp …)": the party before "chủ trì" anywhere.
    func partyBeforeLead(_ range: Range<Int>) -> Range<Int>? {
        for index in range where tokens[index].cue.contains(.lead) {
            var start = index
            var best: Int?
            while start > range.lowerBound, index - start < 40 {
                start -= 1
                if tokens[start].isMark(.stop) && !isAbbreviation(start) || tokens[start].isMark(.semicolon) {
                    break
                }
                if isPartyStart(start), partyEnd(start, range.upperBound) == index,
                    !isLabelInList(start..<index, range.upperBound)
                {
                    best = start
                }
                if tokens[start].isMark(.open) { break }
            }
            if let best, !isInNounPhrase(best, range) { return best..<index }
        }
        return nil
    }

    /// "Tham dự hội nghị do X chủ trì", "07 cửa khẩu, trong đó X chủ trì …": told of something, not handed out.
    private func isInNounPhrase(_ index: Int, _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound else { return false }
        if isWord(tokens[index - 1], "đó") { return true }
        guard isWord(tokens[index - 1], "do") else { return false }
        // "Hội thi: do Sở X chủ trì" hands out.
        if index > range.lowerBound + 1, tokens[index - 2].isMark(.colon) { return false }
        let first = range.first { tokens[$0].kind == .word } ?? range.lowerBound
        return tokens[first].cue.isDisjoint(with: [.duty, .ask, .modal, .intro])
            || isWord(tokens[first], "tham") && isWord(tokens[first + 1], "dự")
    }

    /// A sentence of its own that names the doer, such as "Phòng X thực hiện; hoàn thành trong quý I", or the end of
    /// one: "Phát tờ rơi … do Phòng X thực hiện".
    func partyAtEnd(_ range: Range<Int>) -> Range<Int>? {
        if let handed = partyHandedAside(range) { return handed }
        var index = range.lowerBound + 1
        while index < range.upperBound {
            defer { index += 1 }
            let isOwnSentence = tokens[index - 1].kind == .mark && !tokens[index - 1].isMark(.comma)
            guard isPartyStart(index), isNamedParty(index),
                isOwnSentence || isWord(tokens[index - 1], "do") && opensWithDuty(range)
            else { continue }
            let end = partyEnd(index, range.upperBound)
            guard end + 1 < range.upperBound, closesWithDoing(end) else { continue }
            if end + 2 >= range.upperBound || tokens[end + 2].kind != .word { return index..<end }
        }
        return nil
    }

    /// "… tại Quảng trường (giao Phòng X tham mưu)".
    private func partyHandedAside(_ range: Range<Int>) -> Range<Int>? {
        for index in range where tokens[index].isMark(.open) && index + 2 < range.upperBound {
            let next = index + 1 + Int(tokens[index + 1].cueLength)
            guard isWord(tokens[index + 1], "giao"), tokens[index + 1].cue.contains(.ask), isPartyStart(next),
                let found = doer(next, range.upperBound)
            else { continue }
            return found.parties
        }
        return nil
    }

    func opensWithDuty(_ range: Range<Int>) -> Bool {
        range.first { tokens[$0].kind == .word }.map { tokens[$0].cue.contains(.duty) } ?? false
    }

    /// "thực hiện", "đảm nhiệm", "phụ trách".
    private func closesWithDoing(_ index: Int) -> Bool {
        [("thực", "hiện"), ("đảm", "nhiệm"), ("đảm", "nhận"), ("phụ", "trách")].contains {
            isWord(tokens[index], $0.0) && isWord(tokens[index + 1], $0.1)
        }
    }
}
