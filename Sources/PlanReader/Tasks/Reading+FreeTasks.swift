extension Reading {
    /// An item whose heading names nobody: sentences with a doer of their own are tasks.
    mutating func readFree(_ node: OutlineNode) {
        if let subject = subject(node.title) {
            let lead = parties(subject.parties, rule: "lead.subject")
            if endsInColon(node.block), node.own.contains(where: { blocks[$0].kind.isBullet }),
                !endsInObject(node.title)
            {
                var party = node
                party.parties = lead
                party.isParty = true
                readPartyBlocks(party)
                return
            }
            let text = taskText(node.title, subject)
            addTask(at: node.path, text: text, whole: node.title, lead: lead, heading: node)
            if !endsInObject(node.title) { readUnits(node.own, at: node) }
            return
        }
        if let party = partyBeforeLead(node.title) ?? partyAtEnd(node.title) {
            addTask(
                at: node.path, text: node.title, whole: node.title,
                lead: parties(party, rule: "lead.before-verb"), heading: node)
            readUnits(node.own, at: node)
            return
        }
        readReports(node.title, from: [], isClosing: true)
        readUnits(node.own, at: node)
    }

    /// "… tiến hành kiểm tra đối với:", "… gồm có:": what follows is looked at, not done.
    func endsInObject(_ range: Range<Int>) -> Bool {
        guard range.count > 3, tokens[range.upperBound - 1].isMark(.colon) else { return false }
        let last = tokens[range.upperBound - 2]
        return ["với", "gồm", "tại", "về", "cho"].contains { isWord(last, $0) }
            || isWord(last, "có") && isWord(tokens[range.upperBound - 3], "gồm")
    }

    /// "Đề nghị Party: text" begins after the colon.
    private func taskText(_ range: Range<Int>, _ subject: (parties: Range<Int>, verb: Int)) -> Range<Int> {
        subject.verb > range.lowerBound && tokens[subject.verb - 1].isMark(.colon)
            && subject.parties.lowerBound - range.lowerBound <= 3
            ? subject.verb..<range.upperBound : range
    }

    /// Bullets and paragraphs under a heading without a party, or under none.
    mutating func readUnits(_ own: [Int], at node: OutlineNode?) {
        for block in own where blocks[block].kind != .row {
            let body = blocks[block].body
            guard !body.isEmpty else { continue }
            // "Giao:" alone hands its bullets their duty.
            if body.count <= 3, tokens[body.lowerBound].cue.contains(.ask) { continue }
            let isParagraph = blocks[block].kind == .paragraph
            if isParagraph, isClosing(body) || node == nil {
                readReports(body, from: [], isClosing: true)
                continue
            }
            // A sentence that only opens the numbered items below it.
            if isParagraph, endsInColon(block), block == own.last, node?.children.isEmpty == false {
                readReports(body, from: [], isClosing: true)
                continue
            }
            if let heading = partyHeading(body), !heading.inline.isEmpty {
                if namesPersons(heading.inline) { continue }
                addTask(
                    at: node?.path, text: heading.inline, whole: body,
                    lead: parties(heading.party, rule: "lead.inline"), heading: node)
            } else if let subject = subject(body), !isParagraph || !isAsking(body) {
                addTask(
                    at: node?.path, text: taskText(body, subject), whole: body,
                    lead: parties(subject.parties, rule: "lead.subject"), heading: node)
            } else if let party = partyBeforeLead(body) ?? partyAtEnd(body) {
                addTask(
                    at: node?.path, text: body, whole: body, lead: parties(party, rule: "lead.before-verb"),
                    heading: node)
            } else {
                readReports(body, from: [], isClosing: true, needsDoer: !isParagraph)
            }
        }
    }

    /// "Thành viên đoàn: Đại diện lãnh đạo …": who belongs to it, no duty.
    private func namesPersons(_ inline: Range<Int>) -> Bool {
        guard let first = inline.first else { return true }
        return isWord(tokens[first], "đại") && inline.count > 1 && isWord(tokens[first + 1], "diện")
            || isPartyStart(first) && tokens[first].cue.isDisjoint(with: [.duty, .modal])
                && doer(first, inline.upperBound) == nil
    }

    /// A closing "Đề nghị các đơn vị …" in a paragraph of its own.
    private func isAsking(_ range: Range<Int>) -> Bool {
        tokens[range.lowerBound].cue.contains(.ask)
            && rules.form.match(tokens, range.lowerBound, range.upperBound).cue.contains(.closing)
    }
}
