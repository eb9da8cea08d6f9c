extension Reading {
    /// Rows of appended lists of persons.
    mutating func readContacts() {
        readContactTables()
        guard plan.contacts.isEmpty else { return }
        var isList = false
        for index in layout.closing.lowerBound..<lines.count where lines[index].kind == .text {
            let range = lines[index].tokens
            if isListHead(range) {
                isList = true
            } else if let contact = contact(in: wholeRow(index)), isList || contact.phone != nil {
                plan.contacts.append(contact)
            }
        }
    }

    /// The line, with the next one where that begins with the rest of the telephone's number.
    private func wholeRow(_ index: Int) -> Range<Int> {
        let range = lines[index].tokens
        guard index + 1 < lines.count, lines[index + 1].blanksBefore == 0, phone(in: range) == nil,
            let last = range.last, lineTokens[last].kind == .number || lineTokens[last].isMark(.colon),
            lineTokens[lines[index + 1].tokens.lowerBound].kind == .number, lines[index + 1].marker == .none
        else { return range }
        return range.lowerBound..<lines[index + 1].tokens.upperBound
    }

    /// A line with the head cells of a name and a telephone or position, apart by single blanks.
    private func isListHead(_ range: Range<Int>) -> Bool {
        var cues: Cue = []
        for index in range {
            let cue = rules.cells.match(lineTokens, index, range.upperBound).cue
            if lineTokens[index].isCapital || cue.contains(.cellName) { cues.formUnion(cue) }
        }
        return cues.contains(.cellName) && !cues.isDisjoint(with: [.cellPhone, .cellPosition])
    }

    /// A row such as "01 Nguyễn Văn Tuấn PCT UBND thị trấn 0900000001", "- Bà Trần Thị B, Trạm trưởng, ĐT: 0900 000 002".
    private func contact(in range: Range<Int>) -> ReadContact? {
        var index = range.lowerBound
        guard
            lineTokens[index].kind == .number && digits(lineTokens[index]) <= 3
                || lineTokens[index].isMark(.dash)
        else { return nil }
        index += 1
        while index < range.upperBound, lineTokens[index].kind == .mark { index += 1 }
        for words in [["ông"], ["bà"], ["đồng", "chí"]]
        where index + words.count < range.upperBound
            && words.indices.allSatisfy({ isWord(lineTokens[index + $0], words[$0]) })
        {
            index += words.count
        }
        let nameStart = index
        while index < range.upperBound, index - nameStart < 6, isPartOfName(index, range, from: nameStart) {
            index += 1
        }
        guard index - nameStart >= 2 else { return nil }
        let name = nameStart..<index
        let phone = phone(in: index..<range.upperBound)
        var titleEnd = phone?.lowerBound ?? range.upperBound
        while titleEnd > index,
            lineTokens[titleEnd - 1].kind == .mark
                || ["đt", "sđt", "số", "điện", "thoại", "động", "di"].contains(where: {
                    isWord(lineTokens[titleEnd - 1], $0)
                })
        { titleEnd -= 1 }
        while index < titleEnd, lineTokens[index].isMark(.dash) || lineTokens[index].isMark(.comma) {
            index += 1
        }
        let title: Found<String>? =
            index < titleEnd ? found(index..<titleEnd, rule: "contact.row", in: lineTokens) : nil
        return ReadContact(
            name: found(name, rule: "contact.row", in: lineTokens), title: title,
            phone: phone.map { found($0, rule: "contact.row", in: lineTokens) })
    }

    private func isPartOfName(_ index: Int, _ range: Range<Int>, from start: Int) -> Bool {
        let token = lineTokens[index]
        if index > start, isApostrophe(index) { return true }
        guard token.kind == .word, token.isCapital else { return false }
        if index > start + 1 {
            if token.flags.contains(.allCapitals), token.end - token.start > 2,
                !lineTokens[start].flags.contains(.allCapitals)
            {
                return false
            }
            if rules.form.match(lineTokens, index, range.upperBound).cue.contains(.office) { return false }
            let (cue, length) = rules.grammar.match(lineTokens, index, range.upperBound)
            if length >= 2, !cue.isDisjoint(with: [.partyNoun, .agency]) { return false }
            for position in PersonWords.positions {
                let words = position.split(separator: " ")
                if index + words.count <= range.upperBound,
                    words.indices.allSatisfy({ isWord(lineTokens[index + $0], String(words[$0])) }),
                    words.count > 1 || index + 1 < range.upperBound
                {
                    return false
                }
            }
        }
        return true
    }

    /// Nine to eleven digits, in one number or in groups.
    func phone(in range: Range<Int>) -> Range<Int>? {
        var index = range.lowerBound
        while index < range.upperBound {
            guard lineTokens[index].kind == .number else {
                index += 1
                continue
            }
            var end = index
            var count = 0
            while end < range.upperBound {
                let token = lineTokens[end]
                if token.kind == .number {
                    count += digits(token)
                } else if !(token.isMark(.stop) || token.isMark(.dash)) {
                    break
                }
                end += 1
            }
            while end > index, lineTokens[end - 1].kind == .mark { end -= 1 }
            if (9...12).contains(count) { return index..<end }
            index = max(end, index + 1)
        }
        return nil
    }

    private mutating func readContactTables() {
        var columns: (name: Int, title: Int?, phone: Int?)?
        for block in blocks where block.kind == .row {
            var cues = block.cells.map { headCue(ofTokens: $0) }
            if cues.contains(where: { $0.contains(.cellName) }),
                cues.contains(where: { !$0.isDisjoint(with: [.cellPhone, .cellPosition]) })
            {
                if block.cells.count == 1 { cues = [] }
                guard let name = cues.firstIndex(where: { $0.contains(.cellName) }) else { continue }
                columns = (
                    name, cues.firstIndex { $0.contains(.cellPosition) },
                    cues.firstIndex { $0.contains(.cellPhone) }
                )
                continue
            }
            if cues.contains(where: { !$0.isDisjoint(with: [.cellTask]) }) { columns = nil }
            guard let columns, columns.name < block.cells.count else { continue }
            func cell(_ index: Int?) -> Found<String>? {
                guard let index, index < block.cells.count, !block.cells[index].isEmpty else { return nil }
                return found(block.cells[index], rule: "contact.table")
            }
            guard let name = cell(columns.name), block.cells[columns.name].count >= 2,
                tokens[block.cells[columns.name].lowerBound].kind == .word
            else { continue }
            let number = cell(columns.phone).flatMap {
                $0.value.utf8.contains { $0 >= 48 && $0 <= 57 } ? $0 : nil
            }
            plan.contacts.append(ReadContact(name: name, title: cell(columns.title), phone: number))
        }
    }

    /// So many words may follow what the tables know of a head cell: "Nội dung công việc | cần thực hiện".
    static func headWords(_ cue: Cue) -> Int { cue.contains(.cellTask) ? 4 : 2 }

    /// As `headCue`, for tokens of blocks.
    func headCue(ofTokens range: Range<Int>) -> Cue {
        guard let first = range.first else { return [] }
        let (cue, length) = rules.cells.match(tokens, first, range.upperBound)
        guard length > 0 else { return [] }
        let rest = range.dropFirst(length)
        guard let next = rest.first else { return cue }
        if tokens[next].isMark(.open), tokens[range.upperBound - 1].isMark(.close) { return cue }
        // "Tên sản phẩm, hoạt động".
        let goesOn = tokens[next].kind == .word || tokens[next].isMark(.comma) && cue.contains(.cellTask)
        return rest.count <= Self.headWords(cue) && goesOn ? cue : []
    }
}
