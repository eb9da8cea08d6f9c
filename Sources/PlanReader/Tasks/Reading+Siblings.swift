extension Reading {
    /// Among headings that name parties, one in words that the tables don't know names a party too.
    func nameSiblings(_ nodes: inout [OutlineNode]) {
        for parent in nodes.indices {
            let children = nodes[parent].children
            let known = children.count { nodes[$0].isParty }
            guard known >= 2, known * 3 >= children.count * 2 else { continue }
            let isAssigned = isAssignedSelf(nodes[parent])
            for child in children where !nodes[child].isParty && !nodes[child].title.isEmpty {
                if let heading = namedBeforeColon(nodes[child]) {
                    nodes[child].parties = parties(heading.party, rule: "lead.sibling", isHeading: true)
                    nodes[child].isParty = true
                    nodes[child].inline = heading.inline
                    nodes[child].title = heading.party
                    continue
                }
                guard isAssigned, isNameLike(nodes[child]), !isDone(nodes[child], nodes) else { continue }
                var end = nodes[child].title.upperBound
                while end > nodes[child].title.lowerBound + 1, tokens[end - 1].kind == .mark { end -= 1 }
                let name = nodes[child].title.lowerBound..<end
                nodes[child].parties = parties(name, rule: "lead.sibling", isHeading: true)
                nodes[child].isParty = true
            }
        }
    }

    /// "Các cơ sở lưu trú, nhà hàng: Thực hiện …" among headings of that form.
    private func namedBeforeColon(_ node: OutlineNode) -> (party: Range<Int>, inline: Range<Int>)? {
        let title = node.title
        guard let colon = title.prefix(20).first(where: { tokens[$0].isMark(.colon) }),
            colon > title.lowerBound,
            colon + 2 < title.upperBound, node.children.isEmpty, tokens[colon + 1].isCapital,
            isNameWord(title.lowerBound, colon), isNameOnly(title.lowerBound..<colon),
            !tokens[colon + 1].cue.isDisjoint(with: [.duty, .modal, .lead, .coordinate])
        else { return nil }
        return (title.lowerBound..<colon, colon + 1..<title.upperBound)
    }

    private func isNameWord(_ first: Int, _ limit: Int) -> Bool {
        tokens[first].isCapital
            && (tokens[first].cue.isDisjoint(with: [.duty, .stop, .none, .report, .ask])
                // "Đội ngũ báo cáo viên" heads duties, though it is no party in a sentence.
                || isWord(tokens[first], "đội") && tokens[first].cueLength == 2)
            && rules.cells.match(tokens, first, limit).length == 0
            && rules.fields.match(tokens, first, limit).length == 0
            && rules.form.match(tokens, first, limit).cue.isDisjoint(with: [
                .intro, .closing, .content, .assignment, .documentType, .nounMaker, .annex,
            ])
    }

    private func isAssignedSelf(_ node: OutlineNode) -> Bool {
        node.title.contains {
            rules.form.match(tokens, $0, node.title.upperBound).cue.contains(.assignment)
        }
    }

    /// A few words, no sentence and no theme, with units below.
    private func isNameLike(_ node: OutlineNode) -> Bool {
        guard let first = node.title.first, node.title.count <= 12, node.children.isEmpty,
            node.own.contains(where: { !blocks[$0].body.isEmpty && blocks[$0].kind != .row }),
            !endsInStop(node.title)
        else { return false }
        return isNameWord(first, node.title.upperBound)
    }
}
