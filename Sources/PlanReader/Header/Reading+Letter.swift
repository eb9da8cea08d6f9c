/// Official letters ("công văn"), which name no type: "V/v …" under the number is their subject, "Kính gửi:" says to whom.
extension Reading {
    /// So many lines from the top the subject is looked for.
    private static let subjectReach = 40

    /// So many lines of a narrow column a subject may take.
    private static let longestSubjectLines = 6

    /// Where a right column begins, in characters.
    private static let rightColumn = 24

    /// Finds "V/v …" in the header of a document without a type.
    mutating func findSubject() {
        for index in lines.indices.prefix(Self.subjectReach)
        where lines[index].kind == .text || lines[index].kind == .table {
            if isAddress(index) || isPreamble(index) { return }
            if case .label = lines[index].marker { return }
            for cell in headerCells(index) {
                guard let start = cell.first(where: { startsSubject($0, cell) }) else { continue }
                layout.subject = [start..<cell.upperBound] + subjectLines(below: index)
                return
            }
        }
    }

    /// "V/v" anywhere, as lines may be run together; "Về việc" only where its cell begins.
    private func startsSubject(_ index: Int, _ cell: Range<Int>) -> Bool {
        if index == cell.lowerBound, index + 1 < cell.upperBound, lineTokens[index].isCapital,
            isWord(lineTokens[index], "về"), isWord(lineTokens[index + 1], "việc")
        {
            return true
        }
        return index + 2 < cell.upperBound && isWord(lineTokens[index], "v")
            && lineTokens[index + 1].isMark(.slash) && isWord(lineTokens[index + 2], "v")
    }

    /// The left cells of the lines that the subject goes on in.
    private func subjectLines(below first: Int) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        for index in lines.indices.dropFirst(first + 1).prefix(Self.longestSubjectLines) {
            let line = lines[index]
            guard line.kind == .text || line.kind == .table,
                line.blanksBefore <= lines[first].blanksBefore, line.marker == .none, !isAddress(index),
                !isPreamble(index), let cell = headerCells(index).first
            else { break }
            let isOther =
                rules.form.match(lineTokens, cell.lowerBound, cell.upperBound).cue.contains(.motto)
                || isDateline(index) && cell.upperBound == line.tokens.upperBound
            if !isOther {
                pieces.append(cell)
            } else if line.indent < Self.rightColumn {
                break
            }
        }
        return pieces
    }

    /// "Kính gửi", also without its marks.
    func isAddress(_ index: Int) -> Bool {
        let range = lines[index].tokens
        guard range.count >= 2 else { return false }
        let (first, second) = (lineTokens[range.lowerBound], lineTokens[range.lowerBound + 1])
        return first.isCapital && (isWord(first, "kính") || isWord(first, "kinh"))
            && (isWord(second, "gửi") || isWord(second, "gởi") || isWord(second, "gui"))
    }

    /// The first line below "Kính gửi" and its list; nil where the document has none.
    func lineBelowAddress() -> Int? {
        guard let address = lines.indices.prefix(Self.subjectReach).first(where: { isAddress($0) }) else {
            return nil
        }
        let isList = lines[address].tokens.count <= 3
        var last = address
        for index in lines.indices.dropFirst(address + 1) {
            guard lines[index].kind == .text else { continue }
            let end = lineTokens[lines[last].tokens.upperBound - 1]
            let isOpen = end.isMark(.semicolon) || end.isMark(.comma) || end.isMark(.colon)
            var isMore = isOpen || !lineTokens[contentStart(lines[index])].isCapital
            if case .bullet = lines[index].marker { isMore = isMore || isList }
            guard isMore, !isPreamble(index) else { return index }
            last = index
        }
        return nil
    }

    /// Kind and title of a letter; a symbol such as "12/KH-UBND" tells of another type, whose heading was lost.
    mutating func readSubject() {
        let tokens = subjectTokens
        guard !tokens.isEmpty else { return }
        let symbol = plan.number?.value.split { !$0.isLetter }.first.map(String.init)
        if symbol == nil || symbol == "CV"
            || !DocumentWords.kinds.contains(where: { $0.abbreviation == symbol })
        {
            plan.kind = Found("CV", range: source(0..<min(3, tokens.count), in: tokens), rule: "kind.subject")
        }
        plan.title = found(0..<tokens.count, rule: "title.subject", in: tokens)
    }

    /// The subject's words, without the lines' other columns.
    var subjectTokens: [Token] { layout.subject.flatMap { lineTokens[$0] } }
}
