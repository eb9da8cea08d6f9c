/// Lines that form a table, as rows of cells; a cell is a list of token ranges of `lineTokens`.
struct TableLines {
    struct Row {
        var cells: [[Range<Int>]]
        var line: Int
    }

    var rows: [Row]
    /// The line after the last.
    var end: Int
}

extension Reading {
    /// The table that begins at a line, if one does.
    func table(at index: Int, in range: Range<Int>) -> TableLines? {
        if lines[index].kind == .table { return barredTable(at: index, in: range) }
        guard lines[index].kind == .text, lines[index].marker == .none else { return nil }
        if let table = cellTable(at: index, in: range) { return table }
        return spacedTable(at: index, in: range)
    }

    /// One row a line, cells between `|`.
    private func barredTable(at index: Int, in range: Range<Int>) -> TableLines {
        var rows: [TableLines.Row] = []
        var line = index
        while line < range.upperBound,
            lines[line].kind == .table || lines[line].kind == .dropped || lines[line].kind == .rule
                || isBarredGroup(line, in: range)
        {
            if lines[line].kind == .table || lines[line].kind == .text {
                let cells = barredCells(lines[line].tokens)
                if !cells.allSatisfy({ $0.allSatisfy { isDashes($0) } }) {
                    rows.append(TableLines.Row(cells: cells, line: line))
                }
            }
            line += 1
        }
        return TableLines(rows: rows, end: line)
    }

    /// "I | Nhóm sản phẩm": the title of a group between rows, whose empty cells a converter left out.
    private func isBarredGroup(_ line: Int, in range: Range<Int>) -> Bool {
        guard lines[line].kind == .text, line + 1 < range.upperBound, lines[line + 1].kind == .table else {
            return false
        }
        let tokens = lines[line].tokens
        let bar = UInt8(ascii: "|")
        return tokens.prefix(3).dropFirst().contains { lineTokens[$0].isMark(bar) }
            && tokens.count(where: { lineTokens[$0].isMark(bar) }) == 1
    }

    private func isDashes(_ range: Range<Int>) -> Bool {
        range.allSatisfy { lineTokens[$0].isMark(.dash) || lineTokens[$0].isMark(.colon) }
    }

    func barredCells(_ range: Range<Int>) -> [[Range<Int>]] {
        let bar = UInt8(ascii: "|")
        var range = range
        if let first = range.first, lineTokens[first].isMark(bar) { range = first + 1..<range.upperBound }
        if let last = range.last, lineTokens[last].isMark(bar) { range = range.lowerBound..<last }
        var cells: [[Range<Int>]] = []
        var start = range.lowerBound
        for index in range where lineTokens[index].isMark(bar) {
            cells.append(start < index ? [start..<index] : [])
            start = index + 1
        }
        cells.append(start < range.upperBound ? [start..<range.upperBound] : [])
        return cells
    }

    /// Cues of head cells that fill a range of tokens wholly; empty where it is no head cell.
    func headCue(_ range: Range<Int>) -> Cue {
        guard let first = range.first else { return [] }
        let (cue, length) = rules.cells.match(lineTokens, first, range.upperBound)
        guard length > 0 else { return [] }
        let rest = range.dropFirst(length)
        guard let next = rest.first else { return cue }
        // "Thời gian (dự kiến)", "Kinh phí (đồng)".
        if lineTokens[next].isMark(.open), lineTokens[range.upperBound - 1].isMark(.close) { return cue }
        return rest.count <= Self.headWords(cue) && !lineTokens[next].isMark(.colon)
            && !lineTokens[next].isMark(.comma)
            ? cue : []
    }

    /// One cell a line: three or more head cells, each alone on its line.
    private func cellTable(at index: Int, in range: Range<Int>) -> TableLines? {
        guard lines[index].tokens.count <= 8, !headCue(lines[index].tokens).isEmpty else { return nil }
        var columns: [Range<Int>] = []
        var cues: Cue = []
        var line = index
        while line < range.upperBound, lines[line].kind == .text, lines[line].marker == .none {
            let cue = headCue(lines[line].tokens)
            guard !cue.isEmpty else { break }
            cues.formUnion(cue)
            columns.append(lines[line].tokens)
            line += 1
        }
        let isTable =
            columns.count >= 3
            && (cues.contains(.cellNumber) || cues.contains(.cellTask) || cues.contains(.cellName))
        guard isTable, !cues.isDisjoint(with: [.fieldLead, .fieldWith, .fieldTime, .cellName, .cellPhone])
        else { return nil }
        let isParted =
            (index + 1..<line).allSatisfy { lines[$0].blanksBefore > 0 }
            && hasWrappedCells(from: line, in: range)
        var rows = [TableLines.Row(cells: columns.map { [$0] }, line: index)]
        var open: TableLines.Row?
        var number = 0
        while line < range.upperBound {
            let current = lines[line]
            if endsTable(line) { break }
            if let value = rowNumber(line), value == number + 1 || value == 1 {
                if let row = open { rows.append(row) }
                number = value
                open = TableLines.Row(cells: [[current.tokens]], line: line)
            } else if current.kind == .dropped || current.kind == .rule {
                // Between rows of a page.
            } else if open != nil {
                if isParted {
                    addParted(line, to: &open)
                } else {
                    addCell(line, to: &open, columns: columns.count)
                }
            } else if number == 0, current.marker == .none {
                // A group's title before the first row.
            } else {
                break
            }
            line += 1
        }
        if let row = open { rows.append(row) }
        return rows.count > 1 ? TableLines(rows: rows, end: line) : nil
    }

    /// Blank lines part the cells, so lines without one before them go on.
    private func hasWrappedCells(from line: Int, in range: Range<Int>) -> Bool {
        (line..<min(line + 40, range.upperBound)).contains {
            lines[$0].blanksBefore == 0 && lines[$0].kind == .text && lines[$0].marker == .none && $0 > line
        }
    }

    private func addParted(_ line: Int, to row: inout TableLines.Row?) {
        guard var open = row else { return }
        if lines[line].blanksBefore > 0 {
            open.cells.append([lines[line].tokens])
        } else {
            open.cells[open.cells.count - 1].append(lines[line].tokens)
        }
        row = open
    }

    /// A line goes into the next cell, or on in the last where its sentence is open.
    private func addCell(_ line: Int, to row: inout TableLines.Row?, columns: Int) {
        guard var open = row else { return }
        let first = lineTokens[lines[line].tokens.lowerBound]
        let isContinued =
            open.cells.count > 1 && (first.kind == .word && !first.isCapital || first.isMark(.open))
        // "Chủ trì: …" and "Phối hợp: …" on two lines of one cell.
        let isSameField =
            beginsField(lines[line])
            && open.cells[open.cells.count - 1].first.map {
                fieldLabel(lineTokens, $0.lowerBound, $0.upperBound) != nil
            } ?? false
        if open.cells.count >= columns || isSameField || isContinued && !isNewCell(line) {
            open.cells[open.cells.count - 1].append(lines[line].tokens)
        } else {
            open.cells.append([lines[line].tokens])
        }
        row = open
    }

    /// "các sở, ban, ngành" begins a cell though in lower case, unless the line before runs into it.
    private func isNewCell(_ line: Int) -> Bool {
        line > 0 && !isDangling(line - 1)
            && !rules.grammar.match(lineTokens, lines[line].tokens.lowerBound, lines[line].tokens.upperBound)
                .cue
                .isDisjoint(with: [.partyNoun, .plural, .continuous, .yearly])
    }

    private func rowNumber(_ line: Int) -> Int? {
        let range = lines[line].tokens
        guard range.count <= 2, range.count == 1 || lineTokens[range.upperBound - 1].isMark(.stop) else {
            return nil
        }
        return value(lineTokens[range.lowerBound]).flatMap { $0 < 100_000 ? $0 : nil }
    }

    /// What stands below a table: recipients, a Roman heading, a signature.
    private func endsTable(_ line: Int) -> Bool {
        if case .label(let label) = lines[line].marker, label.kind == .roman || label.kind == .part {
            return !isGroupRow(line)
        }
        let start = lines[line].tokens.lowerBound
        let cue = rules.form.match(lineTokens, start, lines[line].tokens.upperBound).cue
        return cue.contains(.recipients)
            || cue.contains(.authority) && lineTokens[start].flags.contains(.allCapitals)
    }

    private func isGroupRow(_ line: Int) -> Bool {
        line + 1 < lines.count && (rowNumber(line + 1) == 1)
    }
}
