/// Who leads and who helps by the brackets behind their names, up to `end`.
struct MarkedRoles: Sendable {
    var lead: [Found<String>] = []
    var with: [Found<String>] = []
    var end: Int
}

extension Reading {
    /// "Sở X (chủ trì), Sở Y, Sở Z (phối hợp)" in a field or cell: the bracket tells the part of those before it.
    func markedRoles(_ value: Range<Int>) -> (lead: [Found<String>], with: [Found<String>])? {
        let roles = roleBrackets(value)
        guard !roles.lead.isEmpty else { return nil }
        let rest = roles.end < value.upperBound ? withParties(inField: roles.end..<value.upperBound) : []
        return (roles.lead, roles.with + rest)
    }

    /// "Sở X (chủ trì), Sở Y (phối hợp): tổ chức …": a heading with its duty behind the colon.
    func markedHeading(_ title: Range<Int>) -> MarkedRoles? {
        guard let roles = markedDoers(title), tokens[roles.end].isMark(.colon) else { return nil }
        return roles
    }

    /// As `markedHeading`, also with the verb directly behind the last bracket.
    func markedDoers(_ range: Range<Int>) -> MarkedRoles? {
        guard let first = range.first, isPartyStart(first),
            let open = range.prefix(30).first(where: { tokens[$0].isMark(.open) }),
            roleBracket(open, range.upperBound) != nil
        else { return nil }
        let roles = roleBrackets(range)
        guard !roles.lead.isEmpty, roles.end + 1 < range.upperBound else { return nil }
        let next = tokens[roles.end]
        return next.isMark(.colon) || !next.cue.isDisjoint(with: [.duty, .modal]) ? roles : nil
    }

    private func roleBrackets(_ value: Range<Int>) -> MarkedRoles {
        var roles = MarkedRoles(end: value.lowerBound)
        for index in value where tokens[index].isMark(.open) && roles.end < index {
            guard let close = roleBracket(index, value.upperBound) else { continue }
            if tokens[index + 1].cue.contains(.lead) {
                roles.lead += parties(roles.end..<index, rule: "lead.marked")
            } else {
                roles.with += parties(roles.end..<index, rule: "with.marked")
            }
            roles.end = close + 1
        }
        return roles
    }

    /// Where "(chủ trì)" or "(phối hợp)" closes.
    private func roleBracket(_ open: Int, _ limit: Int) -> Int? {
        guard open + 2 < limit, !tokens[open + 1].cue.isDisjoint(with: [.lead, .coordinate]) else {
            return nil
        }
        let close = open + 1 + Int(tokens[open + 1].cueLength)
        return close < limit && tokens[close].isMark(.close) ? close : nil
    }
}
