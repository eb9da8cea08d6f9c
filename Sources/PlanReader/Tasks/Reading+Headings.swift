extension Reading {
    /// Finds which headings name parties and hands the party down to the headings below.
    func withParties(_ nodes: [OutlineNode]) -> [OutlineNode] {
        var nodes = nodes
        for index in nodes.indices {
            if let heading = partyHeading(nodes[index].title) {
                nodes[index].parties = parties(heading.party, rule: "lead.heading")
                nodes[index].isParty = true
                nodes[index].title = heading.title
                nodes[index].inline = heading.inline
            } else if let parent = nodes[index].parent {
                nodes[index].parties = nodes[parent].parties
            }
        }
        return nodes
    }

    /// A heading that is nothing but a party, or "Party: text".
    func partyHeading(_ range: Range<Int>) -> (party: Range<Int>, title: Range<Int>, inline: Range<Int>)? {
        guard let span = partySpan(range.lowerBound, range.upperBound) else { return nil }
        var end = span.upperBound
        // A remark behind the name: "(gọi tắt là …)".
        if end < range.upperBound, tokens[end].isMark(.open) {
            var close = end
            while close < range.upperBound, !tokens[close].isMark(.close) { close += 1 }
            if close + 1 >= range.upperBound || tokens[close + 1].isMark(.colon) { end = min(close + 1, range.upperBound) }
        }
        guard end < range.upperBound else { return (span, range, range.upperBound..<range.upperBound) }
        let mark = tokens[end]
        if mark.isMark(.colon) { return (span, range.lowerBound..<end, end + 1..<range.upperBound) }
        let rest = (end..<range.upperBound).filter { tokens[$0].kind == .word }
        if rest.isEmpty { return (span, range.lowerBound..<end, range.upperBound..<range.upperBound) }
        return nil
    }

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
    func doer(_ index: Int, _ limit: Int) -> (parties: Range<Int>, verb: Int)? {
        guard let span = partySpan(index, limit), !span.isEmpty else { return nil }
        var verb = span.upperBound
        // "Công an tỉnh, theo chức năng …", "Sở X (qua …) chủ trì".
        if verb < limit, tokens[verb].isMark(.open) {
            while verb < limit, !tokens[verb].isMark(.close) { verb += 1 }
            verb += 1
        }
        if verb < limit, tokens[verb].isMark(.comma) { verb += 1 }
        guard verb < limit else { return nil }
        let token = tokens[verb]
        let isAsked = span.lowerBound > index
        if token.isMark(.colon) { return (span, verb + 1) }
        if token.kind == .number, isCount(verb, limit) { return (span, verb) }
        guard !token.isCapital || isAsked else { return nil }
        if token.cue.isDisjoint(with: [.duty, .modal, .lead, .coordinate, .report, .guide, .complete]) {
            // "theo chức năng", "trên cơ sở" before the verb.
            guard token.cue.contains(.stop) || isAsked, let next = dutyAfter(verb, limit) else { return nil }
            return (span, next)
        }
        return (span, verb)
    }

    private func isCount(_ index: Int, _ limit: Int) -> Bool { false }

    /// The next verb within the clause after "theo chức năng, nhiệm vụ được giao".
    private func dutyAfter(_ index: Int, _ limit: Int) -> Int? {
        let first = rules.form.match(tokens, index, limit)
        guard first.cue.contains(.intro) || first.cue.contains(.content) && isWord(tokens[index], "theo") else { return nil }
        for next in index + 1..<min(index + 16, limit) {
            if tokens[next].isMark(.stop) || tokens[next].isMark(.semicolon) { return nil }
            if tokens[next].cue.contains(.modal) || tokens[next].cue.contains(.duty) && next > index + 2 { return next }
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
        return cue.contains(.dangling) || before.cue.contains(.stop) || before.cue.contains(.ask) && false
    }

    /// "Các địa điểm …: Bộ Chỉ huy … cung cấp": the doer stands behind the colon.
    private func labelled(_ start: Int, _ range: Range<Int>) -> (parties: Range<Int>, verb: Int)? {
        var index = start
        while index < min(range.upperBound, start + 24) {
            if tokens[index].isMark(.stop) || tokens[index].isMark(.semicolon) { return nil }
            if tokens[index].isMark(.colon), index + 1 < range.upperBound {
                guard let found = doer(index + 1, range.upperBound), !tokens[found.verb - 1].isMark(.colon) else { return nil }
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
                if tokens[start].isMark(.stop) && !isAbbreviation(start) || tokens[start].isMark(.semicolon) { break }
                if isPartyStart(start), partyEnd(start, range.upperBound) == index { best = start }
                if tokens[start].isMark(.open) { break }
            }
            if let best { return best..<index }
        }
        return nil
    }
}
