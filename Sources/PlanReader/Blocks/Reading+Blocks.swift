extension Reading {
    /// Joins the lines of a range into blocks, tables apart.
    mutating func buildBlocks(_ range: Range<Int>) {
        var outline = OutlineOrder()
        var open: (kind: Block.Kind, lines: [Int], length: Int)?
        var index = range.lowerBound
        while index < range.upperBound {
            let line = lines[index]
            if line.kind == .dropped || line.kind == .rule {
                index += 1
                continue
            }
            if let table = table(at: index, in: range) {
                close(&open)
                append(table)
                index = table.end
                continue
            }
            if line.kind == .number {
                index += 1
                continue
            }
            let previous = open?.lines.last
            var accepted: Label?
            if case .label(let label) = line.marker {
                if accepts(label, index, previous, &outline) {
                    accepted = label
                } else {
                    lines[index].marker = .none
                }
            }
            if let label = accepted {
                close(&open)
                outline.take(label)
                open = (.section(label), [index], label.length)
            } else if let block = open, block.kind.isSection,
                lines[block.lines[0]].tokens.count <= block.length, block.lines.count == 1,
                line.marker == .none
            {
                open?.lines.append(index)
            } else if let previous, joins(previous, index, isHeading: open?.kind.isSection ?? false),
                open?.kind.isSection != true || !isLongHeading(open?.lines ?? [], index)
            {
                open?.lines.append(index)
            } else {
                close(&open)
                if case .bullet(let level) = line.marker {
                    open = (.bullet(level), [index], 1)
                } else {
                    open = (.paragraph, [index], 0)
                }
            }
            index += 1
        }
        close(&open)
    }

    /// A heading in capitals ends where the capitals end.
    private func isLongHeading(_ open: [Int], _ next: Int) -> Bool {
        guard let first = open.first else { return false }
        return isShouted(first) && !isShouted(next)
    }

    /// All words of the line are in capitals.
    func isShouted(_ index: Int) -> Bool {
        var words = 0
        for position in contentStart(lines[index])..<lines[index].tokens.upperBound
        where lineTokens[position].kind == .word {
            let token = lineTokens[position]
            if !token.flags.contains(.allCapitals), token.end - token.start > 2 || !token.isCapital {
                return false
            }
            words += 1
        }
        return words > 0
    }

    /// Whether a label at a line's begin is one, and no number at which the line happened to break.
    private func accepts(_ label: Label, _ index: Int, _ previous: Int?, _ outline: inout OutlineOrder)
        -> Bool
    {
        guard let previous else { return true }
        if endsSentence(previous) { return true }
        if outline.expects(label) { return true }
        if isDangling(previous) { return false }
        let first = lineTokens[contentStart(lines[index])]
        return first.isCapital
            && (layout.fullWidth == 0 || lines[previous].width * 100 < layout.fullWidth * 85)
    }

    private mutating func close(_ open: inout (kind: Block.Kind, lines: [Int], length: Int)?) {
        guard let block = open else { return }
        open = nil
        let lower = tokens.count
        for line in block.lines { tokens.append(contentsOf: lineTokens[lines[line].tokens]) }
        let range = lower..<tokens.count
        rules.grammar.mark(&tokens, range)
        blocks.append(
            Block(kind: block.kind, tokens: range, content: lower + block.length, firstLine: block.lines[0]))
    }

    private mutating func append(_ table: TableLines) {
        for row in table.rows {
            let lower = tokens.count
            var cells: [Range<Int>] = []
            for cell in row.cells {
                let start = tokens.count
                for part in cell { tokens.append(contentsOf: lineTokens[part]) }
                rules.grammar.mark(&tokens, start..<tokens.count)
                cells.append(start..<tokens.count)
            }
            guard tokens.count > lower else { continue }
            blocks.append(
                Block(
                    kind: .row, tokens: lower..<tokens.count, content: lower, cells: cells,
                    firstLine: row.line))
        }
    }
}

extension Block.Kind {
    var isSection: Bool {
        if case .section = self { true } else { false }
    }

    var isBullet: Bool {
        if case .bullet = self { true } else { false }
    }
}

/// The numbers that may come next in the outline.
struct OutlineOrder {
    private var last: [Label.Kind: [Int: Int]] = [:]

    /// The next number of its kind, or the first.
    func expects(_ label: Label) -> Bool {
        let before = last[label.kind]?[key(label)] ?? 0
        return label.value == before + 1 || label.value == 1 && label.kind != .letter || label.value == 1
    }

    mutating func take(_ label: Label) {
        last[label.kind, default: [:]][key(label)] = label.value
        for kind in [Label.Kind.part, .roman, .decimal, .letter] where kind > label.kind { last[kind] = nil }
        if label.kind == .decimal {
            last[.decimal] = last[.decimal]?.filter { $0.key <= key(label) }
        }
    }

    /// "1)" is counted apart from "1.".
    private func key(_ label: Label) -> Int { label.isBracketed ? 9 : label.depth }
}
