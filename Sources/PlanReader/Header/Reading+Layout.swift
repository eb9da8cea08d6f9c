import Vietnamese

extension Reading {
    /// Finds where the parts of the document stand; false where nothing speaks for an official document.
    mutating func findLayout() -> Bool {
        findKind()
        if layout.kindLine == nil { findSubject() }
        let start = layout.kindLine.map { $0 + 1 } ?? firstBodyHint()
        if let kindLine = layout.kindLine, layout.wrapper.isEmpty { layout.header = 0..<kindLine }
        if layout.kindLine == nil { layout.header = 0..<start }
        findTitle(from: start)
        findPreamble(from: layout.title.upperBound)
        let closing = closingStart(from: layout.preamble.upperBound)
        layout.body = layout.preamble.upperBound..<closing
        let annex = annexStart(from: closing)
        layout.closing = closing..<annex
        layout.annex = annex..<lines.count
        layout.fullWidth = measuredFullWidth(layout.preamble.lowerBound..<closing)
        return isOfficial()
    }

    /// The line that names the type; the plan's own where a decision carries it.
    private mutating func findKind() {
        var wrapperLine: Int?
        for index in lines.indices where lines[index].kind == .text || lines[index].kind == .table {
            guard let (kind, length, isAlone) = kind(ofLine: index) else { continue }
            if layout.kindLine == nil {
                // A heading deep in the body is no title.
                if index > 60 && !isAlone { continue }
                take(index, kind, length)
                guard kind == "QĐ" || kind == "NQ" || kind == "CV" else { return }
                wrapperLine = index
            } else if let outer = wrapperLine, isAlone || lines[index].tokens.count < 30, kind != "QĐ",
                kind != "NQ",
                isAttached(index) || isAlone && lines[index].marker == .none
            {
                layout.header = 0..<outer
                layout.wrapper = outer + 1..<index
                take(index, kind, length)
                return
            }
        }
    }

    private mutating func take(_ index: Int, _ kind: String, _ length: Int) {
        layout.kindLine = index
        layout.kind = kind
        layout.kindLength = length
    }

    /// "KẾ HOẠCH" at a line's begin: its abbreviation, its tokens, and whether it stands alone.
    private func kind(ofLine index: Int) -> (String, Int, Bool)? {
        let range = lines[index].tokens
        var start = range.lowerBound
        while start < range.upperBound,
            lineTokens[start].isMark(.quote) || lineTokens[start].isMark(UInt8(ascii: "|"))
        {
            start += 1
        }
        guard start < range.upperBound else { return nil }
        let (cue, length) = rules.form.match(lineTokens, start, range.upperBound)
        guard cue.contains(.documentType) else { return damagedKind(range) }
        let isAllCapitals = (start..<start + length).allSatisfy {
            lineTokens[$0].flags.contains(.allCapitals)
        }
        let rest = (start + length..<range.upperBound).filter { lineTokens[$0].kind != .mark }
        guard isAllCapitals || rest.isEmpty && lineTokens[start].isCapital else { return nil }
        let name = string(start..<start + length, in: lineTokens).lowercased()
        guard let kind = DocumentWords.kinds.first(where: { TonePlace.same($0.name, name) }) else {
            return damagedKind(range)
        }
        // "BÁO CÁO VIÊN", "QUY ĐỊNH CHUNG": a heading or name, not the type.
        if !rest.isEmpty, lines[index].marker != .none { return nil }
        return (kind.abbreviation, start - range.lowerBound + length, rest.isEmpty)
    }

    /// "KẾ HOACH", "KE HOẠCH": a type that lost marks, alone on its line in capitals.
    private func damagedKind(_ range: Range<Int>) -> (String, Int, Bool)? {
        guard (2...3).contains(range.count), range.allSatisfy({ lineTokens[$0].flags.contains(.allCapitals) })
        else { return nil }
        let name = Vietnamese.searchKey(string(range, in: lineTokens))
        guard let kind = DocumentWords.kinds.first(where: { Vietnamese.searchKey($0.name) == name }) else {
            return nil
        }
        return (kind.abbreviation, range.count, true)
    }

    /// "(Kèm theo Quyết định số …)" within a few lines.
    private func isAttached(_ index: Int) -> Bool {
        for line in index..<min(index + 8, lines.count) {
            let range = lines[line].tokens
            for token in range.prefix(4) where lineTokens[token].kind == .word {
                if isWord(lineTokens[token], "kèm") { return true }
            }
        }
        return false
    }

    /// Compares a token's letters with a lower-case word, whatever their case.
    func isWord(_ token: Token, _ word: String) -> Bool {
        var index = Int(token.start)
        let end = Int(token.end)
        guard end - index == word.utf8.count else { return false }
        var lead: UInt8 = 0
        for wanted in word.utf8 {
            guard
                Tokenizer.lowered(
                    text.bytes[index], after: lead,
                    third: index >= Int(token.start) + 2 ? text.bytes[index - 2] : 0) == wanted
            else { return false }
            lead = text.bytes[index]
            index += 1
        }
        return true
    }

    func string(of token: Token) -> String {
        String(decoding: text.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
    }

    private func firstBodyHint() -> Int {
        if !layout.subject.isEmpty, let line = lineBelowAddress() { return line }
        for index in lines.indices.prefix(80) where lines[index].kind == .text {
            if isPreamble(index) { return index }
            if case .label = lines[index].marker { return index }
        }
        return 0
    }

    func isPreamble(_ index: Int) -> Bool {
        guard lines[index].marker == .none || lines[index].marker == .bullet(1) else { return false }
        let start = contentStart(lines[index])
        guard lineTokens[start].isCapital,
            !lineTokens[start].flags.contains(.allCapitals) || lines[index].width > 60
        else {
            return false
        }
        return rules.form.match(lineTokens, start, lines[index].tokens.upperBound).cue.contains(.preamble)
    }

    private mutating func findTitle(from start: Int) {
        var index = start
        var first: Int?
        let hasOwnWords = layout.kindLine.map { lines[$0].tokens.count > layout.kindLength } ?? false
        if hasOwnWords { first = start - 1 }
        guard layout.kindLine != nil else {
            layout.title = start..<start
            return
        }
        while index < min(lines.count, start + 12) {
            // "… năm" over "2026" alone: no number of a page.
            if lines[index].kind == .number, first != nil, isYear(lines[index]) { lines[index].kind = .text }
            let line = lines[index]
            if line.kind == .rule, first != nil { break }
            if line.kind == .rule || line.kind == .dropped || line.kind == .number || isDateline(index) {
                index += 1
                continue
            }
            if case .label = line.marker { break }
            if line.kind != .text || isCentredRemark(index) || isAddress(index) { break }
            if first != nil {
                if isPreamble(index), !isDanglingBefore(index) { break }
                if isIssuance(index) { break }
                if endsSentence(index - 1), !isDanglingBefore(index) { break }
            } else if isPreamble(index), isCertainBasis(index) {
                break
            }
            if first == nil { first = index }
            index += 1
        }
        layout.title = (first ?? index)..<index
    }

    private func isYear(_ line: Line) -> Bool {
        value(lineTokens[line.tokens.lowerBound]).map { (1990...2099).contains($0) } ?? false
    }

    /// "Căn cứ …;" can't be a title, "Triển khai Nghị quyết …" can.
    private func isCertainBasis(_ index: Int) -> Bool {
        let first = lineTokens[contentStart(lines[index])]
        return isWord(first, "căn") || endsSentence(index) && lines[index].tokens.count > 12
    }

    private func isDanglingBefore(_ index: Int) -> Bool {
        index > 0 && lines[index - 1].kind == .text && isDangling(index - 1)
            && lines[index - 1].blanksBefore >= 0
            && index - 1 >= layout.title.lowerBound && lines[index].width < 100
    }

    /// "(Kèm theo …)" below a title; "(27/7/1947 - 27/7/2026)" belongs to it.
    private func isCentredRemark(_ index: Int) -> Bool {
        let range = lines[index].tokens
        return lineTokens[range.lowerBound].isMark(.open)
            && !(range.count > 2 && lineTokens[range.lowerBound + 1].kind == .number)
    }

    /// "Ủy ban nhân dân tỉnh ban hành Kế hoạch …" as the first sentence.
    private func isIssuance(_ index: Int) -> Bool {
        let range = lines[index].tokens
        guard range.count > 8, lineTokens[range.lowerBound].isCapital,
            !lineTokens[range.lowerBound].flags.contains(.allCapitals) || range.count > 12
        else { return false }
        let cue = rules.grammar.match(lineTokens, range.lowerBound, range.upperBound).cue
        guard !cue.isDisjoint(with: [.agency, .partyNoun]) else { return false }
        return range.contains { position in
            rules.form.match(lineTokens, position, min(position + 2, range.upperBound)).cue.contains(.issue)
                && !lineTokens[position].isCapital
        }
    }

    private mutating func findPreamble(from start: Int) {
        var index = start
        while index < lines.count {
            if case .label = lines[index].marker { break }
            if lines[index].kind == .table, index > start { break }
            if isClosingLine(index) { break }
            if index > start, lastIsPreambleColon(index - 1) { break }
            index += 1
        }
        layout.preamble = start..<index
    }

    /// "… như sau:" ends the preamble also of a plan without numbered parts.
    private func lastIsPreambleColon(_ index: Int) -> Bool {
        guard lines[index].kind == .text, let last = lines[index].tokens.last,
            lineTokens[last].isMark(.colon),
            lines[index].tokens.count >= 2
        else { return false }
        return isWord(lineTokens[last - 1], "sau") || isWord(lineTokens[last - 1], "dung")
    }

    private func closingStart(from start: Int) -> Int {
        var index = start
        while index < lines.count {
            if isClosingLine(index) { return index }
            index += 1
        }
        return lines.count
    }

    /// "Nơi nhận" or the first line of a signature.
    func isClosingLine(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.kind == .text || line.kind == .table else { return false }
        // Cell by cell without a list of them: this is asked of every line.
        var start = line.tokens.lowerBound
        for index in line.tokens.dropFirst() where startsCell(index, gap: 3) {
            if isClosing(start..<index, line) { return true }
            start = index
        }
        return isClosing(start..<line.tokens.upperBound, line)
    }

    private func isClosing(_ cell: Range<Int>, _ line: Line) -> Bool {
        var start = cell.lowerBound
        if line.kind == .table {
            while start < cell.upperBound, lineTokens[start].kind == .mark { start += 1 }
        }
        guard start < cell.upperBound else { return false }
        let (cue, length) = rules.form.match(lineTokens, start, cell.upperBound)
        if cue.contains(.recipients), lineTokens[start].isCapital, !isWord(lineTokens[start], "kính") {
            return true
        }
        if cue.contains(.authority),
            lineTokens[start].flags.contains(.allCapitals) || isSplitAuthority(start, cell),
            start + length < cell.upperBound,
            lineTokens[start + length].flags.contains(.allCapitals)
                || lineTokens[start + length].isMark(.stop)
        {
            return true
        }
        guard cue.contains(.office), line.marker == .none, cell.count == length || line.width < 60 else {
            return false
        }
        return (start..<cell.upperBound).allSatisfy {
            lineTokens[$0].kind != .word || lineTokens[$0].flags.contains(.allCapitals)
        }
    }

    /// An authority written with a slash, "T/M ỦY BAN".
    private func isSplitAuthority(_ start: Int, _ cell: Range<Int>) -> Bool {
        start + 2 < cell.upperBound && lineTokens[start].isCapital && lineTokens[start + 1].isMark(.slash)
            && lineTokens[start + 2].isCapital
    }

    private func annexStart(from start: Int) -> Int {
        var index = start
        while index < lines.count {
            let line = lines[index]
            if line.kind == .text, line.marker == .none {
                let first = line.tokens.lowerBound
                let (cue, length) = rules.form.match(lineTokens, first, line.tokens.upperBound)
                let isShouted = (first..<first + length).allSatisfy {
                    lineTokens[$0].flags.contains(.allCapitals)
                }
                let isNamed = line.tokens.count <= 4 && lineTokens[first].isCapital
                if cue.contains(.annex), isShouted || isNamed { return index }
            }
            if index > start, table(at: index, in: index..<lines.count) != nil,
                lines[index].kind != .table || line.tokens.count > 8,
                !isClosingTable(index)
            {
                return index
            }
            index += 1
        }
        return lines.count
    }

    /// The two columns of a closing as a table of one row.
    private func isClosingTable(_ index: Int) -> Bool {
        guard lines[index].kind == .table else { return false }
        return isClosingLine(index)
            || headCue(cells(lines[index].tokens, gap: 2)[0]).isEmpty
                && !barredCells(lines[index].tokens).contains { cell in
                    cell.contains { headCue($0).contains(.cellNumber) }
                }
    }

    /// Whether anything speaks for an official document.
    private func isOfficial() -> Bool {
        if layout.kindLine != nil { return true }
        var points = 0
        for index in lines.indices {
            let line = lines[index]
            if case .label(let label) = line.marker, label.kind == .roman { points += 1 }
            if isPreamble(index) { points += 1 }
            if isClosingLine(index) { points += 2 }
            if isDateline(index) { points += 2 }
            let start = line.tokens.lowerBound
            if rules.form.match(lineTokens, start, line.tokens.upperBound).cue.contains(.motto) {
                points += 2
            }
            if points >= 3 { return true }
        }
        return false
    }
}
