/// The head of a table by blanks, whose cells may run over several lines.
struct SpacedHead {
    /// The parts of each cell, line by line.
    var cells: [[Range<Int>]]
    /// First column of characters of each cell, and the one behind its last.
    var starts: [Int]
    var ends: [Int]
    /// The line behind the head.
    var end: Int
}

extension Reading {
    /// So many lines a head may take.
    private static let mostHeadLines = 4

    /// The head that begins at a line: "Đơn vị" over "chủ trì" is one cell, "STT" may stand in a line between.
    func spacedHead(at index: Int, in range: Range<Int>) -> SpacedHead? {
        var head = SpacedHead(cells: [], starts: [], ends: [], end: index)
        while head.end < min(range.upperBound, index + Self.mostHeadLines) {
            let line = head.end
            let parts = cells(lines[line].tokens, gap: 2).flatMap(headParts)
            if line > index {
                guard lines[line].kind == .text, lines[line].marker == .none, parts.allSatisfy(isHeadWords)
                else { return nil }
            }
            for part in parts { add(part, line, to: &head) }
            head.end += 1
            if isHead(head) { return extended(head, in: range) }
            // Only a line with several head cells may be the upper part of one.
            guard
                line > index
                    || parts.allSatisfy(isHeadWords) && parts.count(where: { !headCue($0).isEmpty }) >= 2
            else { return nil }
        }
        return nil
    }

    /// With the lines below that only go on with its cells: "chủ trì", "phối hợp", "hoàn thành".
    private func extended(_ head: SpacedHead, in range: Range<Int>) -> SpacedHead {
        var head = head
        let limit = min(range.upperBound, head.end + Self.mostHeadLines - 1)
        while head.end < limit, lines[head.end].kind == .text {
            let parts = cells(lines[head.end].tokens, gap: 2)
            guard parts.allSatisfy({ isHeadWords($0) && !lineTokens[$0.lowerBound].isCapital }) else { break }
            for part in parts { add(part, head.end, to: &head) }
            head.end += 1
        }
        return head
    }

    private func isHead(_ head: SpacedHead) -> Bool {
        var cues: Cue = []
        for cell in head.cells { cues.formUnion(headCue(ofParts: cell)) }
        let isTask = cues.contains(.cellTask) && !cues.isDisjoint(with: [.fieldLead, .fieldWith, .fieldTime])
        return isTask || cues.contains(.cellName) && !cues.isDisjoint(with: [.cellPhone, .cellPosition])
    }

    private func headCue(ofParts parts: [Range<Int>]) -> Cue {
        if parts.count == 1 { return headCue(parts[0]) }
        let joined = parts.flatMap { lineTokens[$0] }
        return rules.cells.match(joined, 0, joined.count).cue
    }

    /// "Đơn vị phối hợp Thời gian" with one blank between are two cells.
    private func headParts(_ part: Range<Int>) -> [Range<Int>] {
        let length = rules.cells.match(lineTokens, part.lowerBound, part.upperBound).length
        let next = part.lowerBound + length
        guard length > 0, next < part.upperBound, lineTokens[next].isCapital else { return [part] }
        let rest = headParts(next..<part.upperBound)
        return rest.allSatisfy { !headCue($0).isEmpty } ? [part.lowerBound..<next] + rest : [part]
    }

    /// Into the cell over which a part stands, or as a cell of its own.
    private func add(_ part: Range<Int>, _ line: Int, to head: inout SpacedHead) {
        let start = column(of: part.lowerBound, line: line)
        let end =
            column(of: part.upperBound - 1, line: line)
            + lineTokens[part.upperBound - 1].columns(in: text.bytes)
        if let over = head.starts.indices.first(where: { start < head.ends[$0] && head.starts[$0] < end }) {
            head.cells[over].append(part)
            head.starts[over] = min(head.starts[over], start)
            head.ends[over] = max(head.ends[over], end)
            return
        }
        let place = head.starts.firstIndex { $0 > start } ?? head.starts.count
        head.cells.insert([part], at: place)
        head.starts.insert(start, at: place)
        head.ends.insert(end, at: place)
    }

    /// A few words and no number.
    private func isHeadWords(_ range: Range<Int>) -> Bool {
        range.count <= 6
            && range.allSatisfy { lineTokens[$0].kind == .word || lineTokens[$0].kind == .mark }
            && (lineTokens[range.lowerBound].kind == .word || lineTokens[range.lowerBound].isMark(.open))
    }

    /// The first lines of rows whose numbers stand in their middle with no blank line between: each row has as many
    /// lines above its number as below it.
    func centredRows(from first: Int, in range: Range<Int>, column: Int) -> (begins: Set<Int>, end: Int)? {
        guard first < range.upperBound, !isRowStart(first),
            lineTokens[lines[first].tokens.lowerBound].isCapital
        else { return nil }
        var numbers: [Int] = []
        var line = first
        while line < range.upperBound {
            if isRowStart(line) {
                numbers.append(line)
            } else if !isWithin(line, column: column) {
                break
            }
            line += 1
        }
        guard let number = numbers.first, number - first <= 4 else { return nil }
        var begins = [first]
        var below = number - first
        for (upper, lower) in zip(numbers, numbers.dropFirst()) {
            let above = lower - upper - 1 - below
            guard above >= 0 else { return nil }
            begins.append(lower - above)
            below = above
        }
        // The last row ends as far behind its number as it begins before it.
        return numbers[numbers.count - 1] + below + 1 >= line ? (Set(begins), line) : nil
    }

    private func isRowStart(_ line: Int) -> Bool {
        lines[line].kind == .text && rowStart(lines[line], cells(lines[line].tokens, gap: 2))
    }

    /// A line that goes on with cells right of the first column.
    private func isWithin(_ line: Int, column: Int) -> Bool {
        lines[line].kind == .text && lines[line].marker == .none && lines[line].blanksBefore == 0
            && lines[line].indent > column && !isClosing(line)
    }
}

extension Token {
    /// Characters that it takes on its line.
    fileprivate func columns(in bytes: [UInt8]) -> Int {
        bytes[Int(start)..<Int(end)].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    }
}
