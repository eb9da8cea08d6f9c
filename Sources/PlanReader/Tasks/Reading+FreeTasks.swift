extension Reading {
    /// An item whose heading names nobody: sentences with a doer of their own are tasks.
    mutating func readFree(_ node: OutlineNode) {
        if countsForces(node.title) {
            readUnits(node.own, at: node)
            return
        }
        if let roles = markedDoers(node.title) {
            addMarked(roles, node.title, at: node)
            readUnits(node.own, at: node)
            return
        }
        if let subject = subject(node.title) {
            let lead = parties(subject.parties, rule: "lead.subject")
            if endsInColon(node.block), node.own.contains(where: { blocks[$0].kind.isBullet }),
                !endsInObject(node.title)
            {
                var party = node
                party.parties = lead
                party.isParty = true
                let first = plan.tasks.count
                readPartyBlocks(party)
                // "Sở X chủ trì, phối hợp với Sở Y:" holds for each bullet below.
                help(coordinators(node.title), from: first)
                return
            }
            let text = taskText(node.title, subject)
            addTask(
                at: node.path, text: text, whole: node.title, lead: doers(subject, node.title), heading: node)
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

    /// "Lực lượng: 08 tổ đội với 96 người" tells who is there, and hands out nothing.
    func countsForces(_ range: Range<Int>) -> Bool {
        range.count > 3 && isWord(tokens[range.lowerBound], "lực")
            && isWord(tokens[range.lowerBound + 1], "lượng")
            && tokens[range.lowerBound + 2].isMark(.colon)
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
        let first = plan.tasks.count
        readEach(own, at: node)
        // "- Thời gian: …" beside the unit that names the doer.
        guard plan.tasks.count == first + 1, plan.tasks[first].when == nil else { return }
        let times = own.filter { blocks[$0].kind != .row }.compactMap { fields(blocks[$0].body) }
            .filter { $0.hasTime && !$0.hasLeadOrWith }
        guard times.count == 1 else { return }
        plan.tasks[first].when = times[0].when
        plan.tasks[first].timeWords = times[0].timeWords
    }

    private mutating func readEach(_ own: [Int], at node: OutlineNode?) {
        var under: (party: [Found<String>], kind: Block.Kind)?
        for (position, block) in own.enumerated() where blocks[block].kind != .row {
            let body = blocks[block].body
            guard !body.isEmpty, !countsForces(body) else { continue }
            if let party = innerHeading(position, own) {
                under = (party, blocks[block].kind)
                continue
            }
            if let heading = under {
                if blocks[block].kind != heading.kind, blocks[block].kind.isBullet {
                    if let fields = fields(body) {
                        apply(fields, to: [plan.tasks.count - 1])
                    } else {
                        addTask(
                            at: node?.path, text: body, whole: body, lead: ownLead(body) ?? heading.party,
                            heading: node)
                    }
                    continue
                }
                under = nil
            }
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
            if let roles = markedDoers(body) {
                addMarked(roles, body, at: node)
            } else if let heading = partyHeading(body), !heading.inline.isEmpty {
                if namesPersons(heading.inline) { continue }
                addTask(
                    at: node?.path, text: heading.inline, whole: body,
                    lead: parties(heading.party, rule: "lead.inline"), heading: node)
            } else if let subject = subject(body), !isParagraph || !isAsking(body) {
                addTask(
                    at: node?.path, text: taskText(body, subject), whole: body,
                    lead: doers(subject, body), heading: node)
            } else if let party = partyBeforeLead(body) ?? partyAtEnd(body) {
                addTask(
                    at: node?.path, text: body, whole: body, lead: parties(party, rule: "lead.before-verb"),
                    heading: node)
            } else {
                readReports(body, from: [], isClosing: true, needsDoer: !isParagraph)
            }
        }
    }

    /// "Sở X (chủ trì), Sở Y (phối hợp) tổ chức …", or with a colon before the duty.
    private mutating func addMarked(_ roles: MarkedRoles, _ range: Range<Int>, at node: OutlineNode?) {
        let isParted = tokens[roles.end].isMark(.colon)
        addTask(
            at: node?.path, text: isParted ? roles.end + 1..<range.upperBound : range, whole: range,
            lead: roles.lead, heading: node)
        help(roles.with, from: plan.tasks.count - 1)
    }

    /// The subject's parties, and those that begin a later clause or sentence: "Giao X tổ chức …; Công an xã bảo đảm …".
    private func doers(_ subject: (parties: Range<Int>, verb: Int), _ range: Range<Int>) -> [Found<String>] {
        var result = parties(subject.parties, rule: "lead.subject")
        for index in max(subject.verb, range.lowerBound)..<range.upperBound
        where index + 1 < range.upperBound
            && (tokens[index].isMark(.semicolon) || tokens[index].isMark(.stop) && !isAbbreviation(index))
        {
            let next = index + 1
            guard isPartyStart(next), isNamedParty(next), let other = doer(next, range.upperBound),
                tokens[other.verb].cue.isDisjoint(with: [.coordinate, .stop]),
                other.verb == other.parties.upperBound, other.verb < range.upperBound
            else { continue }
            result += parties(other.parties, rule: "lead.clause").filter { party in
                !result.contains { $0.value == party.value }
            }
        }
        return result
    }

    /// A bullet or a line of its own that is nothing but a party, with bullets of another kind below it:
    /// "- Sở X:" over "+ …", "Sở X" over "- …".
    func innerHeading(_ position: Int, _ own: [Int]) -> [Found<String>]? {
        let block = blocks[own[position]]
        guard position + 1 < own.count, blocks[own[position + 1]].kind.isBullet,
            blocks[own[position + 1]].kind != block.kind, let heading = partyHeading(block.body),
            heading.inline.isEmpty, fieldLabel(tokens, block.body.lowerBound, block.body.upperBound) == nil,
            !isLabelInList(heading.party, block.body.upperBound), !isFieldBlock(own[position + 1])
        else { return nil }
        return parties(heading.party, rule: "lead.heading", isHeading: true)
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
