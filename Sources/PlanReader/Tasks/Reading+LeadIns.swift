/// A line that hands its doer the numbered or lettered duties below it: "- Giao Sở X có trách nhiệm:" over "a) …".
struct LeadIn: Sendable {
    var parties: [Found<String>]
    var helpers: [Found<String>]
    /// The node that the duties hang on.
    var parent: Int?
    /// The line says nothing else, so that it is no unit.
    var isOwnLine: Bool
}

extension Reading {
    /// The lead-in that stands directly over the first item of a list.
    func leadIn(before index: Int, _ nodes: [OutlineNode]) -> LeadIn? {
        let node = nodes[index]
        guard index > 0, node.label.value == 1, node.label.kind == .letter || node.label.kind == .decimal,
            let line = nodes[index - 1].own.last, endsInColon(line), blocks[line].kind != .row,
            node.parent == index - 1 || node.parent == nodes[index - 1].parent
        else { return nil }
        let body = blocks[line].body
        guard !body.isEmpty, fieldLabel(tokens, body.lowerBound, body.upperBound) == nil else { return nil }
        let above = nodes[index - 1]
        let isBullet = blocks[line].kind.isBullet
        var parties: [Found<String>] = []
        if opensDuties(body, over: node.title), let subject = subject(body) {
            parties = self.parties(subject.parties, rule: "lead.lead-in")
        } else if let heading = partyHeading(body), heading.inline.isEmpty {
            parties = self.parties(heading.party, rule: "lead.lead-in", isHeading: true)
        } else if node.parent == index - 1, !body.contains(where: { tokens[$0].cue.contains(.report) }) {
            parties = above.parties
        }
        guard !parties.isEmpty else { return nil }
        return LeadIn(
            parties: parties, helpers: coordinators(body), parent: node.parent,
            isOwnLine: isBullet || above.isParty)
    }

    /// The doer of "Giao Phòng X là cơ quan đầu mối, có trách nhiệm:" over "a) …", "b) …": each item below is
    /// the doer's duty, and the line itself says none.
    func leadInSubject(_ node: OutlineNode, _ nodes: [OutlineNode]) -> (parties: Range<Int>, verb: Int)? {
        guard let item = node.children.first, opensDuties(node.title, over: nodes[item].title),
            fieldLabel(tokens, node.title.lowerBound, node.title.upperBound) == nil
        else { return nil }
        return subject(node.title)
    }

    /// "… có trách nhiệm:", "… thực hiện các nhiệm vụ sau:"; "…, cụ thể như sau:" where a verb of duty follows.
    private func opensDuties(_ range: Range<Int>, over item: Range<Int>) -> Bool {
        guard let last = range.last, tokens[last].isMark(.colon) else { return false }
        var end = last
        var isDetailed = false
        while end > range.lowerBound, isDetail(end - 1) {
            end -= 1
            isDetailed = isDetailed || isWord(tokens[end], "cụ")
        }
        guard end - range.lowerBound > 2 else { return false }
        func closes(_ first: String, _ second: String) -> Bool {
            isWord(tokens[end - 2], first) && isWord(tokens[end - 1], second)
        }
        if closes("trách", "nhiệm") || closes("nhiệm", "vụ") || closes("công", "việc")
            || closes("thực", "hiện")
        {
            return true
        }
        // "tuyên truyền các nội dung sau" names themes, "thực hiện các nội dung sau" duties.
        if closes("nội", "dung") {
            return (max(range.lowerBound, end - 8)..<end - 2).contains { isWord(tokens[$0], "hiện") }
        }
        return isDetailed && item.first.map { !tokens[$0].cue.isDisjoint(with: [.duty, .modal]) } ?? false
    }

    /// A word or mark of "; cụ thể như sau", "các nhiệm vụ trọng tâm sau đây".
    private func isDetail(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.isMark(.comma) || token.isMark(.semicolon) || token.isMark(.dash) { return true }
        return ["sau", "đây", "như", "chính", "cụ", "thể", "trọng", "tâm", "chủ", "yếu", "là"].contains {
            isWord(token, $0)
        }
    }
}
