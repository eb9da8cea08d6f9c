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
            for task in first..<plan.tasks.count where plan.tasks[task].with.isEmpty {
                plan.tasks[task].with = nodes[index].helpers
            }
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

    /// "Các chủ rừng: Công ty A, Ban Quản lý B" over lettered duties: the names behind the colon are no duty.
    private func onlyNames(_ inline: Range<Int>, _ node: OutlineNode) -> Bool {
        guard !node.children.isEmpty, let first = inline.first, isPartyStart(first),
            let span = partySpan(first, inline.upperBound)
        else { return false }
        return span.upperBound >= inline.upperBound
            || span.upperBound == inline.upperBound - 1 && tokens[span.upperBound].kind == .mark
    }

    /// Blocks under a heading that names the party.
    private mutating func readParty(_ node: OutlineNode) {
        var inline = node.inline
        if !inline.isEmpty, !onlyNames(inline, node) {
            if let field = firstField(inline), field > inline.lowerBound {
                inline = inline.lowerBound..<field
            }
            addTask(at: node.path, text: inline, whole: node.inline, lead: node.parties, heading: node)
        }
        readPartyBlocks(node)
    }

    /// Bullets and paragraphs under a party, each a task.
    mutating func readPartyBlocks(_ node: OutlineNode) {
        let hasBullets = node.own.contains { blocks[$0].kind.isBullet }
        var seenBullet = false
        var openParent: Int?
        var group: [Int] = []
        var hasFields = false
        for (position, block) in node.own.enumerated() {
            let body = blocks[block].body
            guard !body.isEmpty, blocks[block].kind != .row else { continue }
            if let fields = fields(body), !opensBullets(position, node.own) {
                apply(fields, to: group)
                hasFields = true
                continue
            }
            if hasFields { group = [] }
            hasFields = false
            switch blocks[block].kind {
            case .bullet(let level):
                seenBullet = true
                if level >= 2, position > 0, case .bullet(let before) = blocks[node.own[position - 1]].kind,
                    before < level
                {
                    openParent = opensUnits(position - 1, node.own) ? node.own[position - 1] : nil
                    if openParent != nil, let last = plan.tasks.last, last.at == node.path {
                        plan.tasks.removeLast()
                    }
                }
                if level >= 2, openParent == nil, position > 0, hasLowerBullet(node, before: position) {
                    readReports(body, from: node.parties, isClosing: false)
                    continue
                }
                if level < 2 { openParent = nil }
                let own = partyHeading(body).flatMap { $0.inline.isEmpty ? nil : $0 }
                addTask(
                    at: node.path, text: own?.inline ?? body, whole: body,
                    lead: ownLead(body) ?? node.parties,
                    heading: node)
                group.append(plan.tasks.count - 1)
            case .paragraph:
                let isFirst = !plan.tasks.contains { $0.at == node.path }
                let isAsking = !isFirst && tokens[body.lowerBound].cue.contains(.ask)
                if isClosing(body) && !(isFirst && isSoftClosing(body)) || isAsking
                    || hasBullets && seenBullet || endsInColon(block) && hasBullets
                {
                    readReports(body, from: [], isClosing: true)
                    if endsInColon(block) { continue }
                    continue
                }
                addTask(
                    at: node.path, text: body, whole: body, lead: ownLead(body) ?? node.parties, heading: node
                )
                group.append(plan.tasks.count - 1)
            default: break
            }
        }
    }

    /// "- Chủ trì:" over "+ …" opens what is below it and is no field.
    private func opensBullets(_ position: Int, _ own: [Int]) -> Bool {
        guard endsInColon(own[position]), position + 1 < own.count,
            case .bullet(let level) = blocks[own[position]].kind,
            case .bullet(let next) = blocks[own[position + 1]].kind
        else { return false }
        return next > level
    }

    private func hasLowerBullet(_ node: OutlineNode, before position: Int) -> Bool {
        node.own[..<position].contains {
            if case .bullet(let level) = blocks[$0].kind { level < 2 } else { false }
        }
    }

    func endsInColon(_ block: Int) -> Bool {
        blocks[block].tokens.last.map { tokens[$0].isMark(.colon) } ?? false
    }

    /// "- Chủ trì:" over "+ Theo dõi …" opens duties; "- Tuyên truyền:" over "+ Tại các chợ." is one, with its places or
    /// themes below it.
    private func opensUnits(_ position: Int, _ own: [Int]) -> Bool {
        let line = own[position]
        guard endsInColon(line), case .bullet(let level) = blocks[line].kind,
            let first = blocks[line].body.first
        else { return false }
        let below = own[(position + 1)...].prefix {
            if case .bullet(let next) = blocks[$0].kind { next > level } else { false }
        }
        // "Chủ trì:", "Phối hợp:" say how, not what.
        if blocks[line].body.count <= 6, !tokens[first].cue.isDisjoint(with: [.lead, .coordinate]) {
            return true
        }
        return below.contains { block in
            guard let word = blocks[block].body.first(where: { tokens[$0].kind == .word }) else {
                return false
            }
            return tokens[word].cue.isDisjoint(with: [.stop]) && !isPreposition(word)
        }
    }

    private func isPreposition(_ index: Int) -> Bool {
        ["tại", "trên", "qua", "trong", "về", "bằng", "ở"].contains { isWord(tokens[index], $0) }
    }

    /// The doer that a unit under another party's heading names itself.
    func ownLead(_ range: Range<Int>, isItem: Bool = false) -> [Found<String>]? {
        guard let first = range.first else { return nil }
        // "Lãnh đạo, chỉ đạo …" under a party's heading is what it does.
        if isWord(tokens[first], "lãnh") { return nil }
        // "Mỗi đơn vị tổ chức …" says how many times the heading's parties do it.
        if isWord(tokens[first], "mỗi") || isWord(tokens[first], "từng") { return nil }
        let isAsked =
            tokens[first].cue.contains(.ask)
            && (isWord(tokens[first], "giao") || isItem && isWord(tokens[first], "đề"))
        guard isPartyStart(first) && (isNamedParty(first) || tokens[first].cue.contains(.plural)) || isAsked,
            let subject = doer(first, range.upperBound)
        else { return nil }
        return parties(subject.parties, rule: "lead.own-subject")
    }

    /// "Căn cứ Kế hoạch này, xây dựng kế hoạch …" may be a party's only task.
    private func isSoftClosing(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        return isWord(tokens[first], "căn") || isWord(tokens[first], "nhận") || isWord(tokens[first], "khi")
    }

    func isClosing(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        return rules.form.match(tokens, first, range.upperBound).cue.contains(.closing)
    }

    /// A numbered or lettered item below a party's heading.
    private mutating func readUnderParty(_ node: OutlineNode, _ nodes: [OutlineNode]) {
        let hasUnits = !node.children.isEmpty || node.own.contains { blocks[$0].kind.isBullet }
        let isHeading = endsInColon(node.block) || !endsInStop(node.title) && node.title.count <= 20
        if hasUnits && isHeading {
            readPartyBlocks(node)
            return
        }
        if let heading = node.own.first, blocks[heading].kind == .paragraph, isHeading,
            !endsInStop(node.title), node.title.count <= 12, !isClosing(blocks[heading].body)
        {
            readPartyBlocks(node)
            return
        }
        addTask(
            at: node.path, text: node.title, whole: node.title,
            lead: ownLead(node.title, isItem: true) ?? node.parties, heading: node)
        readRest(node)
    }

    func endsInStop(_ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        return tokens[last].isMark(.stop) || tokens[last].isMark(.semicolon)
    }

    /// Fields and reports in blocks that are no tasks of their own.
    private mutating func readRest(_ node: OutlineNode) {
        for block in node.own where blocks[block].kind != .row {
            let body = blocks[block].body
            if let fields = fields(body) {
                apply(fields, to: [plan.tasks.count - 1])
            } else {
                readReports(body, from: isClosing(body) ? [] : node.parties, isClosing: true)
            }
        }
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
        if let place = inner.range { task.range = task.range.union(place) }
        plan.tasks.append(task)
        readReports(prose, from: task.lead, isClosing: false)
    }

    /// Fields that stand below their units.
    mutating func apply(_ fields: TaskFields, to group: [Int]) {
        for index in group where index >= 0 && index < plan.tasks.count {
            if !fields.lead.isEmpty { plan.tasks[index].lead = fields.lead }
            plan.tasks[index].with += fields.with.filter { party in
                !plan.tasks[index].with.contains { $0.value == party.value }
            }
            if let when = fields.when { plan.tasks[index].when = when }
            if let place = fields.range, group.count == 1 {
                plan.tasks[index].range = plan.tasks[index].range.union(place)
            }
        }
    }
}
