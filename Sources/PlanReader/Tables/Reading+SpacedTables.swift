extension Reading {
    /// Columns kept apart by blanks, as `pdftotext -layout` prints them.
    func spacedTable(at index: Int, in range: Range<Int>) -> TableLines? {
        // Most lines are told here, before a list of cells is made.
        guard lines[index].tokens.dropFirst().count(where: { startsCell($0, gap: 2) }) >= 2,
            let head = spacedHead(at: index, in: range)
        else { return nil }
        if let table = tabbedTable(at: index, in: range) { return table }
        var starts = head.starts
        var rows = [TableLines.Row(cells: head.cells, line: index)]
        var line = head.end
        var open: TableLines.Row?
        var isGroup = false
        let isCentred = hasCentredNumbers(from: line, in: range)
        let centred = isCentred ? nil : centredRows(from: line, in: range, column: starts[0] + 2)
        while line < range.upperBound {
            let current = lines[line]
            if current.kind == .dropped || current.kind == .rule
                || current.kind == .number && current.startsPage
            {
                line += 1
                continue
            }
            let parts = cells(current.tokens, gap: 2)
            let startsRow =
                isCentred
                ? startsGroup(line, in: range) && hasNumber(line, in: range)
                : centred?.begins.contains(line) ?? rowStart(current, parts)
            if let centred, line >= centred.end { break }
            if !startsRow, parts.count == 1, case .label = current.marker { break }
            if isCentred, startsGroup(line, in: range), !startsRow { break }
            if !startsRow, !isCentred, parts.count == 1, current.indent <= starts[0] + 2 || isClosing(line) {
                break
            }
            if isClosing(line) { break }
            if isGroupTitle(parts) {
                if let row = open { rows.append(row) }
                open = nil
                isGroup = true
                line += 1
                continue
            }
            if isGroup, !startsRow {
                line += 1
                continue
            }
            isGroup = false
            if startsRow {
                if let row = open { rows.append(row) }
                open = TableLines.Row(cells: Array(repeating: [], count: head.cells.count), line: line)
                if rowStart(current, parts) { learn(parts, line, &starts) }
            }
            guard open != nil else { break }
            for part in parts {
                let place = nearest(
                    column(of: part.lowerBound, line: line), column(of: part.upperBound - 1, line: line) + 1,
                    starts, head.ends)
                open?.cells[place].append(part)
            }
            line += 1
        }
        if let row = open { rows.append(row) }
        return rows.count > 1 ? TableLines(rows: rows, end: line) : nil
    }

    /// Blank lines part the rows, and their numbers stand in the middle of them: "1" beside the second of three lines.
    private func hasCentredNumbers(from first: Int, in range: Range<Int>) -> Bool {
        var line = first
        var rows = 0
        var isCentred = false
        while line < range.upperBound, line < first + 12 {
            guard hasNumber(line, in: range) else { break }
            rows += 1
            isCentred = isCentred || !rowStart(lines[line], cells(lines[line].tokens, gap: 2))
            line = groupEnd(line, in: range)
        }
        return rows >= 2 && isCentred
    }

    private func startsGroup(_ line: Int, in range: Range<Int>) -> Bool {
        lines[line].blanksBefore > 0 || line == range.lowerBound
    }

    private func groupEnd(_ line: Int, in range: Range<Int>) -> Int {
        var end = line + 1
        while end < range.upperBound, lines[end].blanksBefore == 0, lines[end].kind == .text { end += 1 }
        return end
    }

    /// Exactly one of the group's lines begins with a lone number.
    private func hasNumber(_ line: Int, in range: Range<Int>) -> Bool {
        (line..<groupEnd(line, in: range)).count {
            rowStart(lines[$0], cells(lines[$0].tokens, gap: 2))
        } == 1
    }

    /// Columns kept apart by tabs: every line with a tab is a row.
    private func tabbedTable(at index: Int, in range: Range<Int>) -> TableLines? {
        let head = tabbedCells(index)
        guard head.count >= 3 else { return nil }
        var rows: [TableLines.Row] = []
        var line = index
        while line < range.upperBound {
            if lines[line].kind == .dropped || lines[line].kind == .rule || lines[line].kind == .number {
                line += 1
                continue
            }
            let cells = tabbedCells(line)
            guard cells.count >= 2, !isClosing(line) else { break }
            rows.append(TableLines.Row(cells: cells, line: line))
            line += 1
        }
        return rows.count > 1 ? TableLines(rows: rows, end: line) : nil
    }

    /// Parts of a line between tabs, empty ones kept.
    private func tabbedCells(_ line: Int) -> [[Range<Int>]] {
        let range = lines[line].tokens
        var cells: [[Range<Int>]] = []
        var start = range.lowerBound
        for index in range.dropFirst() {
            let tabs = text.bytes[Int(lineTokens[index - 1].end)..<Int(lineTokens[index].start)].reduce(0) {
                $0 + ($1 == 0x09 ? 1 : 0)
            }
            guard tabs > 0 else { continue }
            cells.append([start..<index])
            for _ in 1..<tabs { cells.append([]) }
            start = index
        }
        cells.append([start..<range.upperBound])
        return cells
    }

    func isClosing(_ line: Int) -> Bool {
        let start = lines[line].tokens.lowerBound
        let cue = rules.form.match(lineTokens, start, lines[line].tokens.upperBound).cue
        return cue.contains(.recipients)
            || cue.contains(.annex) && lineTokens[start].flags.contains(.allCapitals)
            || cue.contains(.authority) && lineTokens[start].flags.contains(.allCapitals)
    }

    /// "II    Truyền thông trên báo chí": a Roman number or letter, and a title.
    private func isGroupTitle(_ parts: [Range<Int>]) -> Bool {
        guard parts.count == 2, let first = parts.first, first.count <= 2 else { return false }
        let token = lineTokens[first.lowerBound]
        return token.kind == .word && token.isCapital
            && text.bytes[Int(token.start)..<Int(token.end)].allSatisfy {
                "IVXABCDE".utf8.contains($0)
            }
    }

    func rowStart(_ line: Line, _ parts: [Range<Int>]) -> Bool {
        guard let first = parts.first, parts.count >= 2 else { return false }
        return lineTokens[first.lowerBound].kind == .number && first.count <= 2
    }

    /// A full row shows where the columns truly begin.
    private func learn(_ parts: [Range<Int>], _ line: Int, _ starts: inout [Int]) {
        guard parts.count == starts.count else { return }
        for index in parts.indices {
            starts[index] = min(starts[index], column(of: parts[index].lowerBound, line: line))
        }
    }

    private func nearest(_ lower: Int, _ upper: Int, _ starts: [Int], _ ends: [Int]) -> Int {
        var best = 0
        var distance = Int.max
        for index in starts.indices {
            let gap =
                lower > ends[index] ? lower - ends[index] : upper < starts[index] ? starts[index] - upper : 0
            let centre = abs((lower + upper) - (starts[index] + ends[index])) / 2
            let cost = gap * 4 + min(centre, abs(lower - starts[index]))
            if cost < distance {
                distance = cost
                best = index
            }
        }
        return best
    }

    /// Characters from the line's begin to a token's.
    func column(of token: Int, line: Int) -> Int {
        var column = lines[line].indent
        for byte in lines[line].start..<Int(lineTokens[token].start) where text.bytes[byte] & 0xC0 != 0x80 {
            column += 1
        }
        return column
    }

    /// Parts of a line that stand at least `gap` blanks (or a tab) apart.
    func cells(_ range: Range<Int>, gap: Int) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        for index in range.dropFirst() where startsCell(index, gap: gap) {
            cells.append(start..<index)
            start = index
        }
        cells.append(start..<range.upperBound)
        return cells
    }

    /// The token stands at least `gap` blanks, or a tab, behind the one before it.
    func startsCell(_ index: Int, gap: Int) -> Bool {
        let from = Int(lineTokens[index - 1].end)
        let to = Int(lineTokens[index].start)
        return to - from >= gap || hasTab(from, to)
    }

    private func hasTab(_ from: Int, _ to: Int) -> Bool {
        var index = from
        while index < to {
            if text.bytes[index] == 0x09 { return true }
            index += 1
        }
        return false
    }
}
