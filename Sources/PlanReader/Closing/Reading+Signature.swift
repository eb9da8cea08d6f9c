extension Reading {
    /// Authority lines, title and name out of the signature's cells, in reading order.
    mutating func readSigner(_ cells: [Range<Int>]) {
        var authority: [Token] = []
        var title: [Token] = []
        var name: [Token] = []
        var isTitleDone = false
        for (position, cell) in cells.enumerated() {
            var index = cell.lowerBound
            while index < cell.upperBound {
                if startsAuthority(index, cell.upperBound), title.isEmpty {
                    let end = authorityEnd(index, cell.upperBound)
                    authority.append(contentsOf: lineTokens[index..<end])
                    index = end
                    continue
                }
                let (cue, length) = rules.form.match(lineTokens, index, cell.upperBound)
                if cue.contains(.office), lineTokens[index].flags.contains(.allCapitals), !isTitleDone {
                    var end = index + length
                    while end < cell.upperBound,
                        lineTokens[end].kind != .word || lineTokens[end].flags.contains(.allCapitals)
                    { end += 1 }
                    title.append(contentsOf: lineTokens[index..<end])
                    isTitleDone = true
                    index = end
                    continue
                }
                break
            }
            let rest = nameRange(index..<cell.upperBound)
            if !rest.isEmpty, isName(rest), name.isEmpty, !title.isEmpty || !authority.isEmpty {
                name = Array(lineTokens[printedName(index..<cell.upperBound)])
            } else if index == cell.lowerBound, !authority.isEmpty, title.isEmpty, isShoutedCell(cell) {
                // "TM. ỦY BAN NHÂN DÂN" and "TỈNH …" on the next line; anything else is a title that the tables don't know.
                if rules.grammar.match(lineTokens, cell.lowerBound, cell.upperBound).cue.contains(.level)
                    || cells[(position + 1)...].contains(where: { hasOffice($0) })
                {
                    authority.append(contentsOf: lineTokens[cell])
                } else {
                    title = Array(lineTokens[cell])
                    isTitleDone = true
                }
            }
        }
        if name.isEmpty, let last = cells.last(where: { isShoutedName($0) }), !title.isEmpty {
            name = Array(lineTokens[last])
        }
        guard !title.isEmpty || !name.isEmpty || !authority.isEmpty else { return }
        func part(_ tokens: [Token], _ rule: String) -> Found<String>? {
            tokens.isEmpty ? nil : found(0..<tokens.count, rule: rule, in: tokens)
        }
        plan.signer = ReadSigner(
            authority: part(authority, "signer.authority"), title: part(title, "signer.title"),
            name: part(name, "signer.name"))
    }

    func hasOffice(_ cell: Range<Int>) -> Bool {
        startsAuthority(cell.lowerBound, cell.upperBound)
            || lineTokens[cell.lowerBound].flags.contains(.allCapitals)
                && rules.form.match(lineTokens, cell.lowerBound, cell.upperBound).cue.contains(.office)
    }

    /// After "KT CHỦ TỊCH", before "PHÓ CHỦ TỊCH" on the same line.
    private func authorityEnd(_ start: Int, _ limit: Int) -> Int {
        var index = start + rules.form.match(lineTokens, start, limit).length
        if index < limit, lineTokens[index].isMark(.stop) { index += 1 }
        let isCollective = isWord(lineTokens[start], "tm") || isWord(lineTokens[start], "t")
        var offices = 0
        while index < limit {
            let token = lineTokens[index]
            if index > start + 1, startsAuthority(index, limit) { break }
            if token.kind == .word, !token.flags.contains(.allCapitals) { break }
            let (cue, length) = rules.form.match(lineTokens, index, limit)
            if cue.contains(.office) {
                if offices == (isCollective ? 0 : 1) { break }
                offices += 1
                index += length
            } else {
                index += 1
            }
        }
        return index
    }

    private func isShoutedCell(_ cell: Range<Int>) -> Bool {
        cell.allSatisfy { lineTokens[$0].kind != .word || lineTokens[$0].flags.contains(.allCapitals) }
    }

    /// The cell without a rank or degree before the name.
    private func nameRange(_ cell: Range<Int>) -> Range<Int> {
        var lower = cell.lowerBound
        var upper = cell.upperBound
        while lower < upper, lineTokens[lower].kind == .mark { lower += 1 }
        // "PGS. TS.", "BS CKII.": one after the other.
        while let words = PersonWords.ranks.first(where: { words in
            lower + words.count < upper
                && words.indices.allSatisfy { isWord(lineTokens[lower + $0], words[$0]) }
        }) {
            lower += words.count
            if lower < upper, lineTokens[lower].isMark(.stop) { lower += 1 }
        }
        while upper > lower, lineTokens[upper - 1].kind == .mark { upper -= 1 }
        return lower..<upper
    }

    /// The name as printed, with a degree before it; a soldier's rank is none.
    private func printedName(_ cell: Range<Int>) -> Range<Int> {
        var lower = cell.lowerBound
        while lower < cell.upperBound, lineTokens[lower].kind == .mark { lower += 1 }
        if lower + 3 < cell.upperBound,
            ["đại", "thượng", "trung", "thiếu"].contains(where: { isWord(lineTokens[lower], $0) }),
            ["tá", "úy", "uý", "tướng"].contains(where: { isWord(lineTokens[lower + 1], $0) })
        {
            lower += 2
        }
        return lower..<nameRange(cell).upperBound
    }

    /// Two to six words, each with a capital, none of them an office.
    func isName(_ cell: Range<Int>) -> Bool {
        let range = nameRange(cell)
        guard (2...6).contains(range.count) else { return false }
        let cue = rules.form.match(lineTokens, range.lowerBound, range.upperBound).cue
        if !cue.isDisjoint(with: [.office, .recipients]) { return false }
        // "Lưu VT" is the archive, "Lưu Đình Khang" a person.
        if cue.contains(.archive), lineTokens[range.lowerBound + 1].flags.contains(.allCapitals) {
            return false
        }
        if isAgencyName(range) { return false }
        return range.allSatisfy { index in
            let token = lineTokens[index]
            if index > range.lowerBound, isApostrophe(index) { return true }
            guard token.kind == .word, token.isCapital else { return false }
            return !token.flags.contains(.allCapitals) || token.end - token.start <= 2
        }
    }

    /// "H'Lan", "K’Brơi": glued to the words on both sides.
    func isApostrophe(_ index: Int) -> Bool {
        let token = lineTokens[index]
        return (token.isMark(UInt8(ascii: "'")) || token.isMark(.quote)) && !token.isSpaced
            && index + 1 < lineTokens.count && !lineTokens[index + 1].isSpaced
    }

    private func isAgencyName(_ range: Range<Int>) -> Bool {
        let (cue, length) = rules.grammar.match(lineTokens, range.lowerBound, range.upperBound)
        return length >= 2 && !cue.isDisjoint(with: [.agency, .partyNoun])
    }

    private func isShoutedName(_ cell: Range<Int>) -> Bool {
        (2...5).contains(cell.count) && isShoutedCell(cell)
            && cell.allSatisfy { lineTokens[$0].kind == .word }
            && rules.form.match(lineTokens, cell.lowerBound, cell.upperBound).cue.isDisjoint(with: [
                .office, .authority, .motto,
            ])
            && !isAgencyName(cell)
    }
}
