extension Reading {
    /// Takes page numbers, rules, lone addresses and footnotes out of the body;
    /// the footnotes' lines are kept in `noteLines` for their citations.
    mutating func dropNotes() -> [Int] {
        var noteLines: [Int] = []
        var index = 0
        var expected = 1
        let marks = noteMarks()
        dropRunningHeads()
        while index < lines.count {
            if lines[index].kind == .address {
                lines[index].kind = .dropped
            } else if !marks.isEmpty, let number = noteNumber(index), number == expected || number == 1,
                marks.contains(number)
            {
                expected = number + 1
                let end = noteEnd(from: index)
                for line in index..<end {
                    noteLines.append(line)
                    lines[line].kind = .dropped
                }
                index = end
                continue
            }
            index += 1
        }
        return noteLines
    }

    /// Numbers glued to words: "nước1", "nước¹".
    private func noteMarks() -> Set<Int> {
        var marks: Set<Int> = []
        for index in lineTokens.indices.dropFirst() {
            let token = lineTokens[index]
            guard token.kind == .number, !token.isSpaced else { continue }
            let before = lineTokens[index - 1]
            guard
                before.kind == .word && !before.flags.contains(.allCapitals) || token.isSuperscript
                    || before.isMark(.close) || before.isMark(.quote)
                    || before.isMark(.stop)
                        && index >= 2 && lineTokens[index - 2].kind == .word
                    || before.kind == .number && digits(before) == 4
            else { continue }
            if let number = noteValue(token) { marks.insert(number) }
            // "năm 202410": the mark 10 after a year.
            if digits(token) > 4, digits(token) <= 6, let value = value(token) {
                marks.insert(digits(token) == 5 ? value % 10 : value % 100)
            }
        }
        for token in lineTokens where token.kind == .number && digits(token) > 4 && digits(token) <= 6 {
            if let value = value(token), (1990...2099).contains(digits(token) == 5 ? value / 10 : value / 100)
            {
                marks.insert(digits(token) == 5 ? value % 10 : value % 100)
            }
        }
        return marks
    }

    /// The value of a footnote's number, raised or not.
    private func noteValue(_ token: Token) -> Int? {
        if let value = value(token) { return value < 100 ? value : nil }
        guard token.isSuperscript else { return nil }
        let last = text.bytes[Int(token.end) - 1]
        switch last {
        case 0xB9 where token.end - token.start == 2: return 1
        case 0xB2 where token.end - token.start == 2: return 2
        case 0xB3 where token.end - token.start == 2: return 3
        default: return Int(last & 0x0F)
        }
    }

    /// The number of the footnote that begins on the line, if one may.
    private func noteNumber(_ index: Int) -> Int? {
        let line = lines[index]
        guard line.kind == .text, line.marker == .none, line.tokens.count >= 2 else { return nil }
        let first = lineTokens[line.tokens.lowerBound]
        let next = lineTokens[line.tokens.lowerBound + 1]
        guard first.kind == .number, next.isSpaced || first.isSuperscript,
            next.kind == .word || next.isMark(.quote),
            next.isCapital || next.isMark(.quote) || first.isSuperscript
        else { return nil }
        return noteValue(first)
    }

    /// The line after the last of the footnote that begins at `start`.
    private func noteEnd(from start: Int) -> Int {
        let isBroken = isSentenceOpen(before: start)
        var index = start + 1
        while index < lines.count {
            let line = lines[index]
            if line.marker != .none || line.startsPage || noteNumber(index) != nil { break }
            if line.kind == .address {
                lastAddress(&index)
                continue
            }
            guard line.kind == .text else { break }
            let ends = endsSentence(index - 1)
            if ends, beginsField(line) { break }
            if ends, isBroken, !lineTokens[line.tokens.lowerBound].isCapital { break }
            if ends, !isBroken || index - start > 12 { break }
            index += 1
        }
        return index
    }

    private func lastAddress(_ index: inout Int) { index += 1 }

    /// Whether the last body line before `index` leaves its sentence open.
    private func isSentenceOpen(before index: Int) -> Bool {
        var line = index - 1
        while line >= 0, lines[line].kind != .text, index - line < 6 { line -= 1 }
        return line >= 0 && lines[line].kind == .text && !endsSentence(line)
    }

    func endsSentence(_ index: Int) -> Bool {
        guard let last = lines[index].tokens.last else { return true }
        let token = lineTokens[last]
        guard token.kind == .mark else { return token.kind == .address }
        if token.isMark(.stop) {
            // "TP." at the end of a line goes on.
            let before = last > lines[index].tokens.lowerBound ? lineTokens[last - 1] : token
            return !(before.flags.contains(.allCapitals) && before.end - before.start == 2)
        }
        return token.isMark(.semicolon) || token.isMark(.colon) || token.isMark(.ellipsis)
            || token.isMark(UInt8(ascii: "!")) || token.isMark(UInt8(ascii: "?"))
    }

    /// "Cơ quan thực hiện:" and its like.
    func beginsField(_ line: Line) -> Bool {
        fieldLabel(lineTokens, contentStart(line), line.tokens.upperBound) != nil
    }

    func contentStart(_ line: Line) -> Int {
        switch line.marker {
        case .none: line.tokens.lowerBound
        case .bullet: min(line.tokens.lowerBound + 1, line.tokens.upperBound - 1)
        case .label(let label): min(line.tokens.lowerBound + label.length, line.tokens.upperBound - 1)
        }
    }

    /// A field's label at `index`, with the first token after its colon.
    func fieldLabel(_ tokens: [Token], _ index: Int, _ limit: Int) -> (cue: Cue, value: Int)? {
        guard index < limit else { return nil }
        let (cue, length) = rules.fields.match(tokens, index, limit)
        guard length > 0 else { return nil }
        var after = index + length
        // A remark may stand before the colon: "Thời gian (dự kiến):".
        if after < limit, tokens[after].isMark(.open) {
            var inside = after + 1
            while inside < limit, inside < after + 8, !tokens[inside].isMark(.close) { inside += 1 }
            if inside < limit, tokens[inside].isMark(.close) { after = inside + 1 }
        }
        // "Thời gian nhận ảnh:": a few words say of what; "Thời gian tới:" is no label.
        if cue == .fieldTime, after < limit,
            !["tới", "qua", "vừa", "này"].contains(where: { isWord(tokens[after], $0) })
        {
            while after < limit, after < index + length + 3, tokens[after].kind == .word,
                !tokens[after].isCapital
            { after += 1 }
        }
        guard after < limit, tokens[after].isMark(.colon) else { return nil }
        return (cue, after + 1)
    }
}
