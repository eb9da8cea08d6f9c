extension Reading {
    /// Whether the party that begins at `start` goes on behind a colon: after "các huyện:" come names of places, after
    /// "các Sở:" and "các cơ quan, đơn vị:" those of agencies.
    func namesFollow(_ colon: Int, of start: Int, _ limit: Int) -> Bool {
        guard colon + 1 < limit, tokens[colon + 1].isCapital, tokens[colon + 1].kind == .word else {
            return false
        }
        let isAgency = !tokens[colon + 1].cue.isDisjoint(with: [.agency, .partyNoun])
        if endsInLevel(colon) {
            return !isAgency && tokens[colon + 1].cue.isDisjoint(with: [.duty, .lead, .coordinate])
        }
        guard isGeneralKind(start..<colon) else { return false }
        return listsAgencies(colon + 1, limit) || listsBareNames(colon + 1, limit)
    }

    private func endsInLevel(_ colon: Int) -> Bool {
        if rules.grammar.match(tokens, colon - 1, colon).cue.contains(.level) { return true }
        guard colon >= 2 else { return false }
        let pair = rules.grammar.match(tokens, colon - 2, colon)
        return pair.length == 2 && pair.cue.contains(.level)
    }

    /// "các cơ quan, đơn vị", "các Sở" name nobody by themselves; "các chủ rừng" do, whatever names stand behind.
    private func isGeneralKind(_ range: Range<Int>) -> Bool {
        range.contains { tokens[$0].cue.contains(.plural) }
            && range.contains { rules.words.generalKinds.contains(tokens[$0]) }
    }

    /// "Sở Ngoại vụ, Công an tỉnh": two agencies or more, with names of their own.
    private func listsAgencies(_ start: Int, _ limit: Int) -> Bool {
        guard isPartyStart(start), isNamedParty(start) else { return false }
        let list = start..<partyEnd(start, limit)
        return list.contains {
            tokens[$0].isMark(.comma) && $0 + 1 < list.upperBound && isPartyStart($0 + 1)
                && isNamedParty($0 + 1)
        }
    }

    /// "Tài chính, Nội vụ, Tư pháp": names of a few words in capitals; "Xây dựng kế hoạch, tổ chức …" is a sentence.
    private func listsBareNames(_ start: Int, _ limit: Int) -> Bool {
        var index = start
        var count = 0
        while index < limit, tokens[index].kind == .word, tokens[index].isCapital {
            var end = index + 1
            while end < limit, end < index + 5, tokens[end].kind == .word, tokens[end].word != rules.words.and
            {
                end += 1
            }
            let isClosed =
                end >= limit || tokens[end].kind == .word && tokens[end].word == rules.words.and
                || tokens[end].isMark(.comma) || tokens[end].isMark(.dash) || tokens[end].isMark(.colon)
                || tokens[end].isMark(.semicolon) || tokens[end].isMark(.stop)
            guard isClosed else { return count >= 1 && !isVerbPhrase(index) }
            guard end - index <= 3 || !isVerbPhrase(index) else { return false }
            count += 1
            guard end + 1 < limit, !tokens[end].isMark(.colon), !tokens[end].isMark(.stop) else { break }
            index = end + 1
        }
        return count >= 2
    }

    /// A verb with its object: "Chủ động phối hợp …"; "Xây dựng" alone may be a Sở.
    private func isVerbPhrase(_ index: Int) -> Bool {
        let cue = rules.grammar.match(tokens, index, tokens.count)
        guard cue.length > 0 else { return false }
        if !cue.cue.isDisjoint(with: [.lead, .coordinate, .modal, .stop]) { return true }
        let next = index + cue.length
        return cue.cue.contains(.duty) && next < tokens.count && tokens[next].kind == .word
            && tokens[next].word != rules.words.and
    }

    /// "các cơ quan, đơn vị: Sở X, Công an tỉnh" are the agencies; "các Sở: Tài chính, Nội vụ" is one party as printed.
    func withoutKind(_ range: Range<Int>) -> Range<Int> {
        guard
            let colon = range.first(where: { tokens[$0].isMark(.colon) }), colon + 1 < range.upperBound,
            colon > range.lowerBound, isPartyStart(colon + 1), isNamedParty(colon + 1),
            !isFieldOfWork(colon + 1, range.upperBound), isGeneralKind(range.lowerBound..<colon)
        else { return range }
        return colon + 1..<range.upperBound
    }

    /// "Y tế" in "các Sở: Nội vụ, Y tế": the field of a Sở, though "Y tế xã" begins a party.
    func isFieldOfWork(_ index: Int, _ limit: Int) -> Bool {
        let (cue, length) = rules.form.match(tokens, index, limit)
        guard cue.contains(.domain) else { return false }
        let end = index + length
        return end >= limit || tokens[end].kind == .mark
            || tokens[end].kind == .word && tokens[end].word == rules.words.and
    }
}
