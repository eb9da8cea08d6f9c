extension Reading {
    /// Finds which headings name parties and hands the party down to the headings below.
    func withParties(_ nodes: [OutlineNode]) -> [OutlineNode] {
        var nodes = nodes
        var open: LeadIn?
        for index in nodes.indices {
            if let leadIn = leadIn(before: index, nodes) {
                open = leadIn
                if leadIn.isOwnLine { nodes[index - 1].own.removeLast() }
            }
            let leadIn = leadInSubject(nodes[index], nodes)
            let marked = leadIn == nil ? markedHeading(nodes[index].title) : nil
            let heading =
                leadIn == nil && marked == nil && !countsForces(nodes[index].title)
                ? partyHeading(nodes[index].title) ?? looseHeading(index, nodes) : nil
            if let marked {
                nodes[index].parties = marked.lead
                nodes[index].helpers = marked.with
                nodes[index].isParty = true
                nodes[index].inline = marked.end + 1..<nodes[index].title.upperBound
                nodes[index].title = nodes[index].title.lowerBound..<marked.end
            } else if let heading, !isDone(nodes[index], nodes) {
                nodes[index].parties = parties(heading.party, rule: "lead.heading", isHeading: true)
                nodes[index].isParty = true
                nodes[index].title = heading.title
                nodes[index].inline = heading.inline
            } else if let subject = leadIn {
                nodes[index].parties = parties(subject.parties, rule: "lead.lead-in")
                nodes[index].isParty = true
                nodes[index].helpers = coordinators(nodes[index].title)
            } else if let open, open.parent == nodes[index].parent {
                nodes[index].parties = open.parties
                nodes[index].helpers = open.helpers
            } else if let parent = nodes[index].parent {
                nodes[index].parties = nodes[parent].parties
                nodes[index].helpers = nodes[parent].helpers
            }
        }
        nameSiblings(&nodes)
        return nodes
    }

    /// A heading that is nothing but a party, or "Party: text".
    func partyHeading(_ range: Range<Int>) -> (party: Range<Int>, title: Range<Int>, inline: Range<Int>)? {
        guard let first = range.first else { return nil }
        if let colon = colon(in: range), partyStart(first, colon) != nil, isNameOnly(first..<colon),
            !endsInObject(range)
        {
            return (first..<colon, first..<colon, colon + 1..<range.upperBound)
        }
        guard let span = partySpan(range.lowerBound, range.upperBound) else { return nil }
        var end = span.upperBound
        // A remark behind the name: "(gọi tắt là …)".
        if end < range.upperBound, tokens[end].isMark(.open) {
            var close = end
            while close < range.upperBound, !tokens[close].isMark(.close) { close += 1 }
            if close + 1 >= range.upperBound || tokens[close + 1].isMark(.colon) {
                end = min(close + 1, range.upperBound)
            }
        }
        guard end < range.upperBound else { return (span, range, range.upperBound..<range.upperBound) }
        let mark = tokens[end]
        if mark.isMark(.colon) { return (span, range.lowerBound..<end, end + 1..<range.upperBound) }
        if end > range.lowerBound, rules.form.match(tokens, end, range.upperBound).cue.contains(.opener),
            tokens[end].isCapital
        {
            return (span, range.lowerBound..<end, end..<range.upperBound)
        }
        let rest = (end..<range.upperBound).filter { tokens[$0].kind == .word }
        if rest.isEmpty { return (span, range.lowerBound..<end, range.upperBound..<range.upperBound) }
        return nil
    }

    /// The colon of "Party: text", near enough to the begin.
    private func colon(in range: Range<Int>) -> Int? {
        for index in range.prefix(32) {
            // "16:30" is an hour.
            if tokens[index].isMark(.colon), index + 1 < range.upperBound, tokens[index + 1].kind == .number,
                !tokens[index + 1].isSpaced
            {
                continue
            }
            if tokens[index].isMark(.colon) {
                // "các huyện: Ngọc Hồi, Đăk Tô" goes on.
                return partyEnd(range.lowerBound, range.upperBound) > index ? nil : index
            }
            if tokens[index].isMark(.semicolon) || tokens[index].isMark(.stop) && !isAbbreviation(index) {
                return nil
            }
        }
        return nil
    }

    private func partyStart(_ index: Int, _ limit: Int) -> Int? {
        var start = index
        while start < limit, tokens[start].cue.contains(.ask), tokens[start].cueLength > 0,
            !isPartyStart(start)
        { start += Int(tokens[start].cueLength) }
        return start < limit && isPartyStart(start) ? start : nil
    }

    /// No words of duty between a name and its colon; "… các nội dung sau:" is a sentence.
    func isNameOnly(_ range: Range<Int>) -> Bool {
        if let last = range.last(where: { tokens[$0].kind == .word }),
            isWord(tokens[last], "sau") || isWord(tokens[last], "đây")
        {
            return false
        }
        return !range.contains {
            !tokens[$0].cue.isDisjoint(with: [.lead, .coordinate, .modal, .report]) && !tokens[$0].isCapital
        }
    }

    /// A heading that names a party in words the tables don't know: after "Đề nghị",
    /// or with units below it in the part that assigns.
    private func looseHeading(_ index: Int, _ nodes: [OutlineNode]) -> (
        party: Range<Int>, title: Range<Int>, inline: Range<Int>
    )? {
        let node = nodes[index]
        guard let first = node.title.first, node.title.count <= 30, let last = node.title.last,
            !tokens[last].isMark(.stop), !tokens[last].isMark(.semicolon)
        else { return nil }
        var start = first
        while start < node.title.upperBound, tokens[start].cue.contains(.ask), tokens[start].cueLength > 0 {
            start += Int(tokens[start].cueLength)
        }
        let isAsked = start > first
        // "GIAO NHIỆM VỤ" heads the part, it asks nobody.
        guard start < node.title.upperBound, tokens[start].kind == .word, !isWord(tokens[start], "nhiệm")
        else { return nil }
        let hasUnits =
            node.own.contains { !blocks[$0].body.isEmpty && blocks[$0].kind != .row }
            || !node.children.isEmpty
        guard isNameOnly(start..<node.title.upperBound), !endsInObject(node.title) else { return nil }
        if isPartyStart(start), hasUnits { return named(start, node) }
        if isAsked, hasUnits, isWord(tokens[first], "đề") || isWord(tokens[first], "giao") {
            return named(start, node)
        }
        guard isAssigned(node, nodes), node.label.kind == .decimal || node.label.kind == .letter,
            tokens[start].isCapital,
            tokens[start].cue.isDisjoint(with: [.duty, .stop, .none]),
            rules.cells.match(tokens, start, node.title.upperBound).length == 0,
            rules.form.match(tokens, start, node.title.upperBound).cue.isDisjoint(with: [
                .intro, .closing, .content, .assignment, .documentType, .nounMaker,
            ])
        else { return nil }
        // "Hội thi: do Sở X chủ trì" names its doer behind the colon.
        if let colon = colon(in: node.title), colon - first <= 20,
            colon + 1 >= node.title.upperBound
                || !isWord(tokens[colon + 1], "do")
        {
            return (first..<colon, first..<colon, colon + 1..<node.title.upperBound)
        }
        return nil
    }

    private func named(_ start: Int, _ node: OutlineNode) -> (
        party: Range<Int>, title: Range<Int>, inline: Range<Int>
    )? {
        var end = node.title.upperBound
        if tokens[end - 1].isMark(.colon) { end -= 1 }
        guard !(start..<end).contains(where: { tokens[$0].isMark(.colon) }) || partyEnd(start, end) == end
        else { return nil }
        return (
            node.title.lowerBound..<end, node.title.lowerBound..<end,
            node.title.upperBound..<node.title.upperBound
        )
    }

    /// Below "Tổ chức thực hiện", "Phân công nhiệm vụ".
    private func isAssigned(_ node: OutlineNode, _ nodes: [OutlineNode]) -> Bool {
        var parent = node.parent
        while let index = parent {
            let title = nodes[index].title
            for position in title
            where rules.form.match(tokens, position, title.upperBound).cue.contains(.assignment) {
                return true
            }
            parent = nodes[index].parent
        }
        return false
    }
}
