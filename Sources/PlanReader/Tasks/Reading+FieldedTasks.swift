extension Reading {
    /// Fields stand under the heading, in its own line, or as its lettered items.
    func hasFields(_ node: OutlineNode, _ nodes: [OutlineNode]) -> Bool {
        if node.own.contains(where: { isFieldBlock($0) && hasParties($0) }) { return true }
        if let first = firstField(node.title), first > node.title.lowerBound,
            !fieldValues(first..<node.title.upperBound).lead.isEmpty
        {
            return true
        }
        return node.children.contains { isFieldBlock(nodes[$0].block) && hasParties(nodes[$0].block) }
    }

    /// The line is what is done, though it begins as a party does: a field below names who does it.
    ///
    /// "Đài truyền thanh thông minh" over "- Đơn vị thực hiện: …".
    func isDone(_ node: OutlineNode, _ nodes: [OutlineNode]) -> Bool {
        for block in node.own + node.children.map({ nodes[$0].block }) where blocks[block].kind != .row {
            let body = blocks[block].body
            if isFieldBlock(block) {
                if namesDoer(body) { return true }
            } else if !body.isEmpty, !isOtherField(block), !isContentLabel(body) {
                return false
            }
        }
        return false
    }

    /// "Cơ quan thực hiện: …", "Chủ trì: Sở X"; under a party "Chủ trì: tham mưu …" says what it does.
    private func namesDoer(_ body: Range<Int>) -> Bool {
        guard let label = fieldLabel(tokens, body.lowerBound, body.upperBound), label.cue.contains(.fieldLead)
        else { return false }
        return tokens[body.lowerBound].cue.contains(.partyNoun)
            || label.value < body.upperBound && isPartyStart(label.value)
    }

    private func hasParties(_ block: Int) -> Bool {
        let values = fieldValues(blocks[block].body)
        return !values.lead.isEmpty || !values.with.isEmpty
    }

    /// Units over their fields, in groups.
    private struct Group {
        var contents: [Int] = []
        var fields = TaskFields()
    }

    mutating func readFielded(_ node: OutlineNode, _ index: Int, _ nodes: [OutlineNode]) {
        var before = TaskFields()
        var groups: [Group] = [Group()]
        var title = node.title
        if let first = firstField(title), first > title.lowerBound {
            before = fieldValues(first..<title.upperBound)
            title = title.lowerBound..<first
            while title.count > 1,
                tokens[title.upperBound - 1].isMark(.open) || tokens[title.upperBound - 1].isMark(.dash)
            {
                title = title.lowerBound..<title.upperBound - 1
            }
        }
        for child in node.children where isFieldBlock(nodes[child].block) {
            before.merge(fieldValues(blocks[nodes[child].block].body))
        }
        let content = node.children.first { isContentLabel(nodes[$0].title) }
        for block in units(node) {
            if let fields = fields(blocks[block].body) {
                if groups[groups.count - 1].contents.isEmpty, groups.count == 1, !fields.hasLeadOrWith {
                    before.merge(fields)
                } else {
                    groups[groups.count - 1].fields.merge(fields)
                }
            } else if isOtherField(block) {
                continue
            } else {
                if !groups[groups.count - 1].fields.isEmpty { groups.append(Group()) }
                groups[groups.count - 1].contents.append(block)
            }
        }
        if let content, groups[0].contents.isEmpty {
            groups[0].fields.merge(before)
            addFielded(node, contentOf(nodes[content].title), groups[0].fields, node.title)
            return
        }
        for (number, group) in groups.enumerated() { add(group, before, node, title, isFirst: number == 0) }
    }

    private func contentOf(_ range: Range<Int>) -> Range<Int> {
        var index = range.lowerBound
        while index < range.upperBound, !tokens[index].isMark(.colon) { index += 1 }
        return min(index + 1, range.upperBound - 1)..<range.upperBound
    }

    private func units(_ node: OutlineNode) -> [Int] {
        node.own.filter { blocks[$0].kind != .row && !blocks[$0].body.isEmpty }
    }

    /// "Kinh phí: …", "Địa điểm: …": said of the task, no task.
    private func isOtherField(_ block: Int) -> Bool {
        let body = blocks[block].body
        guard let label = fieldLabel(tokens, body.lowerBound, body.upperBound) else { return false }
        return label.cue == .fieldOther && !isWord(tokens[body.lowerBound], "hình")
    }

    private mutating func add(
        _ group: Group, _ before: TaskFields, _ node: OutlineNode, _ title: Range<Int>, isFirst: Bool
    ) {
        var fields = group.fields
        if fields.isEmpty && before.isEmpty {
            readUnits(group.contents, at: node)
            return
        }
        var shared = before
        shared.merge(fields)
        fields = shared
        let isOwnLine =
            node.label.kind == .letter || endsInStop(title) || title.count > 24 && !isHeadingOnly(node)
        if isFirst, group.contents.isEmpty || isOwnLine {
            addFielded(node, title, fields, title, others: group.contents)
            return
        }
        guard let first = group.contents.first else { return }
        if blocks[first].kind == .paragraph || group.contents.count == 1 {
            addFielded(
                node, contentText(first), fields, blocks[first].body,
                others: Array(group.contents.dropFirst()))
            return
        }
        for block in group.contents {
            let body = blocks[block].body
            if case .bullet(let level) = blocks[block].kind, level >= 2, block != first,
                case .bullet(1) = blocks[first].kind
            {
                continue
            }
            if let subject = subject(body),
                !tokens[subject.verb - 1].isMark(.colon) || subject.parties.lowerBound > body.lowerBound
            {
                addTask(
                    at: node.path, text: body, whole: body,
                    lead: parties(subject.parties, rule: "lead.subject"), heading: node)
            } else {
                addFielded(node, contentText(block), fields, body)
            }
        }
    }

    private func isHeadingOnly(_ node: OutlineNode) -> Bool {
        node.own.contains { blocks[$0].kind == .paragraph && !isFieldBlock($0) }
    }

    /// "Nội dung: …" begins after its label.
    private func contentText(_ block: Int) -> Range<Int> {
        let body = blocks[block].body
        return isContentLabel(body) ? contentOf(body) : body
    }

    private mutating func addFielded(
        _ node: OutlineNode, _ text: Range<Int>, _ fields: TaskFields, _ whole: Range<Int>, others: [Int] = []
    ) {
        var extra = fields
        for block in others where blocks[block].kind == .paragraph {
            extra.with += coordinators(blocks[block].body).filter { party in
                !extra.with.contains { $0.value == party.value }
            }
        }
        addTask(at: node.path, text: text, whole: whole, lead: node.parties, heading: node, fields: extra)
    }
}

extension TaskFields {
    var hasLeadOrWith: Bool { !lead.isEmpty || !with.isEmpty }
}
