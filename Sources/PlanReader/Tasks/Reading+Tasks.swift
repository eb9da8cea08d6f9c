extension Reading {
    /// Reads sections, tasks and reports out of the body's blocks.
    mutating func readBody(_ range: Range<Int>) {
        let (plain, loose) = outline(range)
        let nodes = withParties(plain)
        for node in nodes {
            let title = headingTitle(node.title)
            plan.sections.append(
                ReadSection(
                    label: node.path, title: found(title, rule: "section.label"),
                    range: source(blocks[node.block].tokens)))
        }
        readUnits(loose, at: nil)
        for index in nodes.indices {
            let first = plan.tasks.count
            read(index, nodes)
            help(nodes[index].helpers, from: first)
            guard plan.tasks.count > first, let when = headingTime(index, nodes) else { continue }
            for task in first..<plan.tasks.count where plan.tasks[task].when == nil {
                plan.tasks[task].when = when
            }
        }
    }

    /// A heading that holds only a period ("Giai đoạn 1: Quý II/2026") gives it to its tasks.
    private func headingTime(_ index: Int, _ nodes: [OutlineNode]) -> Found<When>? {
        var next: Int? = index
        while let node = next {
            let title = nodes[node].title
            if !nodes[node].isParty, let first = title.first, title.count <= 24,
                !tokens[first].cue.contains(.duty)
            {
                let mentions = timeMentions(title)
                let taken = mentions.reduce(0) { $0 + $1.tokens.count }
                if !mentions.isEmpty, title.count - taken <= 5 {
                    return when(inField: title, completes: false)
                }
            }
            next = nodes[node].parent
        }
        return nil
    }

    /// Without the colon or stop at its end.
    private func headingTitle(_ range: Range<Int>) -> Range<Int> {
        var upper = range.upperBound
        if let colon = labelColon(range) ?? innerColon(range) { upper = colon }
        while upper > range.lowerBound + 1, tokens[upper - 1].isMark(.colon) { upper -= 1 }
        return range.lowerBound..<upper
    }

    /// "Đối tượng kiểm tra: X kiểm tra đối với:" is titled before its first colon.
    private func innerColon(_ range: Range<Int>) -> Int? {
        guard let last = range.last, tokens[last].isMark(.colon) else { return nil }
        return range.prefix(8).dropFirst().first {
            tokens[$0].isMark(.colon) && $0 < last && isPartyStart($0 + 1)
        }
    }

    /// The colon behind a bare label: "Mục đích: …", "Đơn vị chủ trì: …".
    private func labelColon(_ range: Range<Int>) -> Int? {
        guard let first = range.first else { return nil }
        let (cue, length) = rules.cells.match(tokens, first, range.upperBound)
        guard length > 0, !cue.isEmpty, first + length < range.upperBound,
            tokens[first + length].isMark(.colon)
        else { return nil }
        return first + length
    }

    private mutating func read(_ index: Int, _ nodes: [OutlineNode]) {
        let node = nodes[index]
        if isFieldLetters(node, nodes) { return }
        if node.isParty {
            readParty(node)
        } else if hasFields(node, nodes) {
            readFielded(node, index, nodes)
        } else if !node.parties.isEmpty {
            readUnderParty(node, nodes)
        } else {
            readFree(node)
        }
    }

    /// A lettered line "b) Đơn vị chủ trì: …" belongs to the item above.
    private func isFieldLetters(_ node: OutlineNode, _ nodes: [OutlineNode]) -> Bool {
        guard let parent = node.parent, node.label.kind == .letter || node.children.isEmpty else {
            return false
        }
        if isFieldBlock(node.block) { return true }
        // "a) Nội dung: …" beside lettered fields.
        return isContentLabel(node.title) && nodes[parent].children.contains { isFieldBlock(nodes[$0].block) }
    }

    func isFieldBlock(_ block: Int) -> Bool {
        let body = blocks[block].body
        guard let first = body.first else { return false }
        return tokens[first].kind == .word && isReadField(first, body.upperBound)
    }

    /// "Nội dung: …" as a label of its own.
    func isContentLabel(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        let (cue, length) = rules.cells.match(tokens, first, range.upperBound)
        return cue.contains(.cellTask) && first + length < range.upperBound
            && tokens[first + length].isMark(.colon)
    }

    /// Adds a task, with what its sentences say of coordinators and time, and its reports.
    mutating func addTask(
        at path: String?, text: Range<Int>, whole: Range<Int>, lead: [Found<String>], heading: OutlineNode?,
        fields given: TaskFields? = nil
    ) {
        var text = text
        while let first = text.first, tokens[first].kind == .mark, !tokens[first].isMark(.open),
            !tokens[first].isMark(.quote)
        { text = first + 1..<text.upperBound }
        guard let lastWord = text.last(where: { tokens[$0].kind != .mark }) else { return }
        _ = lastWord
        var shown = text
        if let last = text.last, tokens[last].isMark(.slash) { shown = text.lowerBound..<last }
        if text.count >= 3, tokens[text.upperBound - 1].isMark(.stop),
            tokens[text.upperBound - 2].isMark(.slash)
        {
            shown = text.lowerBound..<text.upperBound - 2
        }
        var inner = TaskFields()
        if let field = firstField(text), field > text.lowerBound {
            inner = fieldValues(field..<text.upperBound)
            shown = text.lowerBound..<min(field, shown.upperBound)
            while let last = shown.last, shown.count > 1,
                tokens[last].isMark(.open) || tokens[last].isMark(.dash)
            { shown = shown.lowerBound..<last }
        }
        if let given { inner.merge(given) }
        let prose = inner.isEmpty || given != nil ? text : shown
        let coordination = coordinators(prose)
        var task = ReadTask(
            at: path, text: found(shown, rule: "task.unit"), lead: inner.lead.isEmpty ? lead : inner.lead,
            with: coordination, when: inner.when ?? (inner.hasTime ? nil : when(inText: prose)),
            range: source(whole))
        for party in inner.with where !task.with.contains(where: { $0.value == party.value }) {
            task.with.append(party)
        }
        // "X chủ trì; Y phối hợp với X": nobody takes part beside themselves.
        task.with.removeAll { party in task.lead.contains { $0.value == party.value } }
        if let place = inner.range { task.range = task.range.union(place) }
        plan.tasks.append(task)
        let first = plan.reports.count
        readReports(prose, from: task.lead, isClosing: false)
        let place = plan.tasks.count - 1
        if task.when == nil { lendTime(plan.reports[first...].compactMap(\.by)) }
        if plan.tasks[place].when == nil {
            plan.tasks[place].timeWords = inner.timeWords ?? spokenTime(prose)
        }
    }

    /// "Báo cáo Giám đốc Sở ngày 30/3/2026": the only day of the last task's report is its own.
    private mutating func lendTime(_ days: [Found<PartialDate>]) {
        guard let day = days.first, day.rule == Self.dayBehind, days.allSatisfy({ $0.value == day.value })
        else {
            return
        }
        plan.tasks[plan.tasks.count - 1].when = Found(.by(day.value), range: day.range, rule: "when.report")
    }

    /// Fields that stand below their units.
    mutating func apply(_ fields: TaskFields, to group: [Int]) {
        for index in group where index >= 0 && index < plan.tasks.count {
            if !fields.lead.isEmpty { plan.tasks[index].lead = fields.lead }
            plan.tasks[index].with += fields.with.filter { party in
                !plan.tasks[index].with.contains { $0.value == party.value }
            }
            plan.tasks[index].when = fields.when ?? plan.tasks[index].when
            plan.tasks[index].timeWords = fields.timeWords ?? plan.tasks[index].timeWords
            if let place = fields.range, group.count == 1 {
                plan.tasks[index].range = plan.tasks[index].range.union(place)
            }
        }
    }
}
