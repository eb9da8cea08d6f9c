extension Reading {
    /// "Các chủ rừng: Công ty A, Ban Quản lý B" over lettered duties: the names behind the colon are no duty.
    private func onlyNames(_ inline: Range<Int>, _ node: OutlineNode) -> Bool {
        guard !node.children.isEmpty, let first = inline.first, isPartyStart(first),
            let span = partySpan(first, inline.upperBound)
        else { return false }
        return span.upperBound >= inline.upperBound
            || span.upperBound == inline.upperBound - 1 && tokens[span.upperBound].kind == .mark
    }

    /// Blocks under a heading that names the party.
    mutating func readParty(_ node: OutlineNode) {
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
    ///
    /// "* Công an xã" over "- …" hands its bullets to the party that it names.
    mutating func readPartyBlocks(_ node: OutlineNode) {
        for stretch in stretches(node) {
            var part = node
            part.own = stretch.own
            part.parties = stretch.parties
            readStretch(part)
        }
    }

    /// Blocks of the same party.
    private struct Stretch {
        var parties: [Found<String>]
        var own: [Int] = []
    }

    private func stretches(_ node: OutlineNode) -> [Stretch] {
        var stretches = [Stretch(parties: node.parties)]
        var heading: Block.Kind?
        for (position, block) in node.own.enumerated() {
            let kind = blocks[block].kind
            if let parties = innerHeading(position, node.own) {
                stretches.append(Stretch(parties: parties))
                heading = kind
                continue
            }
            // Back on the heading's own level the outer party goes on.
            if let open = heading, kind == open || !kind.isBullet {
                stretches.append(Stretch(parties: node.parties))
                heading = nil
            }
            if isStarLabel(position, node.own) { continue }
            stretches[stretches.count - 1].own.append(block)
        }
        return stretches
    }

    /// "* Nhiệm vụ thường xuyên:" over "- …" orders the duties and is none.
    private func isStarLabel(_ position: Int, _ own: [Int]) -> Bool {
        guard case .bullet(3) = blocks[own[position]].kind, position + 1 < own.count,
            case .bullet(let next) = blocks[own[position + 1]].kind, next < 3
        else { return false }
        let body = blocks[own[position]].body
        return endsInColon(own[position]) && body.count <= 12 && fields(body) == nil
    }

    private mutating func readStretch(_ node: OutlineNode) {
        let hasBullets = node.own.contains { blocks[$0].kind.isBullet }
        var seenBullet = false
        var openParent: Int?
        var helpers: [Found<String>] = []
        /// Of fields above the first unit: they hold for each below.
        var shared = TaskFields()
        let first = plan.tasks.count
        /// The units are "Chủ trì: …", "Phối hợp: …".
        var isLabelled = false
        var group: [Int] = []
        var hasFields = false
        for (position, block) in node.own.enumerated() {
            let body = blocks[block].body
            guard !body.isEmpty, blocks[block].kind != .row else { continue }
            if let fields = fields(body), !opensBullets(position, node.own),
                !((group.isEmpty || isLabelled) && isLabelledDuty(body))
            {
                if group.isEmpty { shared.merge(fields) } else { apply(fields, to: group) }
                hasFields = true
                continue
            }
            if group.isEmpty { isLabelled = isLabelledDuty(body) }
            if hasFields { group = [] }
            hasFields = false
            switch blocks[block].kind {
            case .bullet(let level):
                seenBullet = true
                if level >= 2, position > 0, case .bullet(let before) = blocks[node.own[position - 1]].kind,
                    before < level
                {
                    openParent = opensUnits(position - 1, node.own) ? node.own[position - 1] : nil
                    // "- Chủ trì, phối hợp với Sở X:" holds for each duty below it.
                    helpers = openParent.map { coordinators(blocks[$0].body) } ?? []
                    if openParent != nil, let last = plan.tasks.last, last.at == node.path {
                        plan.tasks.removeLast()
                    }
                }
                if level >= 2, openParent == nil, position > 0, hasLowerBullet(node, before: position) {
                    readReports(body, from: node.parties, isClosing: false)
                    continue
                }
                if level < 2 {
                    openParent = nil
                    helpers = []
                }
                let own = partyHeading(body).flatMap { $0.inline.isEmpty ? nil : $0 }
                addTask(
                    at: node.path, text: own?.inline ?? body, whole: body,
                    lead: ownLead(body) ?? own.map { parties($0.party, rule: "lead.inline") } ?? node.parties,
                    heading: node)
                help(helpers, from: plan.tasks.count - 1)
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
        for task in first..<plan.tasks.count {
            help(shared.with, from: task)
            plan.tasks[task].when = plan.tasks[task].when ?? shared.when
        }
    }

    /// "Chủ trì: Xây dựng kế hoạch", "Phối hợp: Công an tỉnh kiểm tra" under a party are its duties, no fields.
    private func isLabelledDuty(_ body: Range<Int>) -> Bool {
        guard let label = fieldLabel(tokens, body.lowerBound, body.upperBound),
            !label.cue.isDisjoint(with: [.fieldLead, .fieldWith]), label.value < body.upperBound
        else { return false }
        let verb = isPartyStart(label.value) ? partyEnd(label.value, body.upperBound) : label.value
        return verb < body.upperBound && tokens[verb].cue.contains(.duty)
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
    mutating func readUnderParty(_ node: OutlineNode, _ nodes: [OutlineNode]) {
        let hasUnits = !node.children.isEmpty || node.own.contains { blocks[$0].kind.isBullet }
        let inner = node.own.indices.first { innerHeading($0, node.own) != nil }
        let isHeading =
            endsInColon(node.block)
            || !endsInStop(node.title) && node.title.count <= 20 && (inner != 0 || !opensWithDuty(node.title))
        if hasUnits && isHeading {
            let first = plan.tasks.count
            readPartyBlocks(node)
            // "Chủ trì, phối hợp với Sở X:" holds for each duty below.
            if endsInColon(node.block) { help(coordinators(node.title), from: first) }
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
        var item = node
        item.own = Array(node.own[..<(inner ?? node.own.count)])
        readRest(item)
        guard let inner else { return }
        // "* Công an xã" behind "a) …": parties of the heading above, not of the item.
        var outer = node
        outer.own = Array(node.own[inner...])
        outer.path = node.parent.map { nodes[$0].path } ?? node.path
        readPartyBlocks(outer)
    }

    /// Gives the tasks from `first` on who helps with them, where they don't say it themselves.
    mutating func help(_ helpers: [Found<String>], from first: Int) {
        for task in max(0, first)..<max(first, plan.tasks.count) where plan.tasks[task].with.isEmpty {
            plan.tasks[task].with = helpers
        }
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
}
