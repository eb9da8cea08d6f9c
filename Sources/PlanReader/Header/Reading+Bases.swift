extension Reading {
    /// Documents that the preamble says the plan is issued under; those named inside another's title aren't.
    mutating func readBases(_ blocksRange: Range<Int>) {
        var known: Set<String> = []
        var isNested = false
        /// The clause goes on in the next block: a converter broke it before a capital.
        var isOpen = false
        for index in blocksRange where blocks[index].kind != .row {
            let range = blocks[index].body
            guard let first = range.first else { continue }
            isOpen = isOpen && !isPartyStart(first)
            guard isOpen || isBasisClause(first, range.upperBound) else { continue }
            var clauseStart = -1
            if isOpen { clauseStart = range.lowerBound } else { isNested = false }
            isOpen = !endsInMark(range)
            for mention in numberMentions(range, in: tokens) {
                let start = clauseBegin(mention.tokens.lowerBound, range.lowerBound)
                // The first number of a clause is what the plan is issued under.
                let lead =
                    start != clauseStart ? LeadIn.clause : leadIn(mention.tokens.lowerBound, range.lowerBound)
                clauseStart = start
                if isProposal(start, mention.tokens.lowerBound) { continue }
                switch lead {
                case .clause: isNested = false
                case .title: isNested = true
                case .list: break
                }
                guard !isNested, mention.number != plan.number?.value, known.insert(mention.number).inserted
                else { continue }
                plan.bases.append(
                    Found(
                        Citation(number: mention.number, date: mention.date),
                        range: source(mention.tokens.lowerBound..<mention.end), rule: "basis.preamble"))
            }
        }
    }

    private func endsInMark(_ range: Range<Int>) -> Bool {
        range.last.map { tokens[$0].kind == .mark } ?? true
    }

    private func isBasisClause(_ index: Int, _ limit: Int) -> Bool {
        rules.form.match(tokens, index, limit).cue.contains(.preamble)
    }

    /// "xét đề nghị của Sở X tại Tờ trình số …" names no basis.
    private func isProposal(_ start: Int, _ end: Int) -> Bool {
        (start..<min(start + 4, end)).contains { tokens[$0].cue.contains(.ask) }
    }

    private func clauseBegin(_ index: Int, _ lower: Int) -> Int {
        var start = index
        while start > lower, !tokens[start - 1].isMark(.semicolon) { start -= 1 }
        return start
    }

    private enum LeadIn { case clause, title, list }

    /// What stands before "Kế hoạch số": a clause's begin, a title that names it, or a list that goes on.
    private func leadIn(_ index: Int, _ lower: Int) -> LeadIn {
        var back = index - 1
        // Over "số" and the document's type.
        if back >= lower, tokens[back].kind == .word, tokens[back].word == rules.words.number { back -= 1 }
        var steps = 0
        while back >= lower, steps < 8 {
            let token = tokens[back]
            if token.kind == .mark {
                return token.isMark(.semicolon) ? .clause : token.isMark(.comma) ? .list : .title
            }
            // A name between the type and the number: "Luật Báo chí số 103/2016/QH13".
            if token.word == rules.words.and, token.kind == .word {
                return startsType(back + 1) ? .list : .title
            }
            let (cue, length) = rules.form.match(tokens, back, index)
            if cue.contains(.documentType), tokens[back].isCapital || steps < 3 {
                return before(back, lower, length)
            }
            back -= 1
            steps += 1
        }
        return back < lower ? .clause : .title
    }

    private func startsType(_ index: Int) -> Bool {
        rules.form.match(tokens, index, min(index + 4, tokens.count)).cue.contains(.documentType)
    }

    private func before(_ type: Int, _ lower: Int, _ length: Int) -> LeadIn {
        guard type > lower else { return .clause }
        let token = tokens[type - 1]
        if token.isMark(.semicolon) { return .clause }
        if token.isMark(.comma) { return .list }
        if token.kind == .word, token.word == rules.words.and { return .list }
        if isWord(token, "các") || isWord(token, "nội") {
            return type - 1 > lower ? before(type - 1, lower, 1) : .clause
        }
        // ", trên cơ sở Kế hoạch số …".
        if type - 4 >= lower, tokens[type - 4].isMark(.comma), isWord(token, "sở"),
            isWord(tokens[type - 2], "cơ")
        {
            return .list
        }
        // The clause's own first words: "Căn cứ", "Thực hiện", "Triển khai thực hiện".
        var index = type - 1
        var words = 0
        while index >= lower, words < 5 {
            if tokens[index].isMark(.semicolon) || index == lower {
                let start = index == lower ? lower : index + 1
                let matched = rules.form.match(tokens, start, type)
                return matched.cue.contains(.preamble) && start + matched.length >= type - 1
                    ? .clause : .title
            }
            index -= 1
            words += 1
        }
        if token.isCapital, rules.form.match(tokens, max(lower, type - 2), type).cue.contains(.preamble) {
            return .clause
        }
        return .title
    }
}
