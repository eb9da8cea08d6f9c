extension Reading {
    /// Recipients and signer out of the lines after the body; of the decision's
    /// own closing where the plan inside it has none.
    mutating func readClosing() {
        readClosing(of: layout.closing)
        guard plan.recipients.isEmpty || plan.signer == nil, !layout.wrapper.isEmpty else { return }
        var start = layout.wrapper.upperBound
        for index in layout.wrapper where isClosingLine(index) && !isOfficeAlone(index) {
            start = index
            break
        }
        let own = (plan.recipients, plan.signer)
        readClosing(of: start..<layout.wrapper.upperBound)
        if !own.0.isEmpty { plan.recipients = own.0 }
        if let signer = own.1, plan.signer == nil { plan.signer = signer }
    }

    /// "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" over a decision's preamble.
    private func isOfficeAlone(_ index: Int) -> Bool {
        let range = lines[index].tokens
        return rules.form.match(lineTokens, range.lowerBound, range.upperBound).cue.contains(.office)
    }

    private mutating func readClosing(of range: Range<Int>) {
        var list: [Range<Int>] = []
        /// The list begins on the line of "Nơi nhận:" itself.
        var isRunIn = false
        var signature: [Range<Int>] = []
        var isList = false
        var isRightSeen = false
        var isSeen = false
        for index in range where lines[index].kind == .text || lines[index].kind == .table {
            for cell in closingCells(index) {
                let isRight = column(ofToken: cell.lowerBound, line: index) >= 24
                if startsRecipients(cell) {
                    isList = true
                    isSeen = true
                    let rest = afterRecipients(cell)
                    // "Nơi nhận: HIỆU TRƯỞNG": the columns' lines came together.
                    if !rest.isEmpty, isSignature(rest) {
                        signature.append(rest)
                    } else if !rest.isEmpty {
                        isRunIn = list.isEmpty
                        list.append(rest)
                    }
                } else if isSignature(cell) || isRight && isRightSeen && !startsItem(cell) {
                    if isRight {
                        isRightSeen = true
                    } else if cell.lowerBound == lines[index].tokens.lowerBound {
                        isList = false
                    }
                    signature.append(cell)
                } else if isSeen && startsItem(cell)
                    || isList && cell.lowerBound == lines[index].tokens.lowerBound
                        && (!isName(cell) || !isFinished(list))
                {
                    list.append(cell)
                } else {
                    signature.append(cell)
                }
            }
        }
        if isSeen { plan.hasRecipients = true }
        readRecipients(list, isRunIn: isRunIn && !list.contains { startsItem($0) })
        readSigner(oneSigner(signature))
    }

    private func column(ofToken token: Int, line: Int) -> Int {
        Int(lineTokens[token].start) - lines[line].start + lines[line].indent
    }

    /// Cells of a line, also cut where a signature or the list begins in its midst.
    private func closingCells(_ index: Int) -> [Range<Int>] {
        let bar = UInt8(ascii: "|")
        var result: [Range<Int>] = []
        for cell in cells(lines[index].tokens, gap: 4) {
            var start = cell.lowerBound
            for position in cell {
                let token = lineTokens[position]
                if token.isMark(bar) {
                    if start < position { result.append(start..<position) }
                    start = position + 1
                } else if position > start, followsItem(position, from: start, cell) {
                    result.append(start..<position)
                    start = position
                } else if position > start,
                    startsInnerAuthority(position, cell) && !startsAuthority(start, cell.upperBound)
                        || isWord(token, "nơi") && token.isCapital
                            && startsRecipients(position..<cell.upperBound)
                {
                    result.append(start..<position)
                    start = position
                }
            }
            if start < cell.upperBound { result.append(start..<cell.upperBound) }
        }
        return result
    }

    /// "- Các sở, ban, ngành; PHÓ CHỦ", "- 12 ấp; Lê Thị Mỹ Dung": text recognition put the columns' lines together.
    private func followsItem(_ index: Int, from start: Int, _ cell: Range<Int>) -> Bool {
        guard lineTokens[index - 1].isMark(.semicolon), startsItem(start..<cell.upperBound),
            lineTokens[index].kind == .word
        else { return false }
        let rest = index..<cell.upperBound
        guard rest.count <= 12 else { return false }
        let isShouted = rest.allSatisfy {
            lineTokens[$0].kind != .word || lineTokens[$0].flags.contains(.allCapitals)
        }
        let isOffice =
            isWord(lineTokens[index], "phó")
            || !rules.form.match(lineTokens, index, cell.upperBound).cue.isDisjoint(with: [
                .authority, .office,
            ])
        return isShouted && isOffice || isName(rest) && rest.count >= 3
    }

    /// A signature that begins inside a line; "- Lưu: VT, KT." names an office in short.
    private func startsInnerAuthority(_ index: Int, _ cell: Range<Int>) -> Bool {
        startsAuthority(index, cell.upperBound) && index + 2 < cell.upperBound
            && !lineTokens[index - 1].isMark(.comma)
    }

    private func startsRecipients(_ cell: Range<Int>) -> Bool {
        rules.form.match(lineTokens, cell.lowerBound, cell.upperBound).cue.contains(.recipients)
    }

    private func afterRecipients(_ cell: Range<Int>) -> Range<Int> {
        var index = cell.lowerBound + rules.form.match(lineTokens, cell.lowerBound, cell.upperBound).length
        while index < cell.upperBound, lineTokens[index].isMark(.colon) || lineTokens[index].isMark(.stop) {
            index += 1
        }
        return index..<cell.upperBound
    }

    private func startsItem(_ cell: Range<Int>) -> Bool {
        lineTokens[cell.lowerBound].isMark(.dash) || lineTokens[cell.lowerBound].isMark(UInt8(ascii: "+"))
            || lineTokens[cell.lowerBound].word == 2 && lineTokens[cell.lowerBound].kind == .mark
    }

    /// "TM.", "KT.", "T/M" in capitals.
    func startsAuthority(_ index: Int, _ limit: Int) -> Bool {
        guard rules.form.match(lineTokens, index, limit).cue.contains(.authority), lineTokens[index].isCapital
        else { return false }
        guard index + 1 < limit else { return false }
        let next = lineTokens[index + 1]
        if next.isMark(.slash) { return index + 2 < limit && lineTokens[index + 2].isCapital }
        return next.isMark(.stop) || next.flags.contains(.allCapitals)
    }

    private func isSignature(_ cell: Range<Int>) -> Bool {
        if startsItem(cell) { return false }
        if startsAuthority(cell.lowerBound, cell.upperBound) { return true }
        let isShouted = cell.allSatisfy {
            lineTokens[$0].kind != .word || lineTokens[$0].flags.contains(.allCapitals)
        }
        return isShouted
            && rules.form.match(lineTokens, cell.lowerBound, cell.upperBound).cue.contains(.office)
    }

    private func isFinished(_ list: [Range<Int>]) -> Bool {
        guard let last = list.last?.last else { return false }
        return lineTokens[last].isMark(.stop) || lineTokens[last].isMark(.semicolon)
    }

    /// - Parameter isRunIn: "Nơi nhận: Như trên; Sở Y tế; Lưu: VT.": each ";" ends an item.
    private mutating func readRecipients(_ cells: [Range<Int>], isRunIn: Bool) {
        var items: [[Token]] = []
        let hasDashes = cells.first.map { startsItem($0) } ?? false
        var depth = 0
        for cell in cells {
            var startsNew =
                startsItem(cell) || items.isEmpty
                || !hasDashes && items.last?.last.map { $0.isMark(.semicolon) } ?? true
            for index in cell {
                let token = lineTokens[index]
                // " - " after ";" inside one line: the list was squeezed into it.
                if token.isMark(.dash), index > cell.lowerBound,
                    lineTokens[index - 1].isMark(.semicolon)
                        || lineTokens[index - 1].isMark(.colon) && isSpacedDash(index, cell) && !items.isEmpty
                            && items[items.count - 1].isEmpty
                {
                    startsNew = true
                }
                if let item = items.last, endsItem(item, before: index, cell, isRunIn: isRunIn && depth == 0)
                {
                    startsNew = true
                }
                if token.isMark(.open) { depth += 1 }
                if token.isMark(.close) { depth = max(0, depth - 1) }
                if startsNew {
                    items.append([])
                    startsNew = false
                    if token.kind == .mark { continue }
                }
                items[items.count - 1].append(token)
            }
        }
        plan.recipients = items.compactMap { item in
            var tokens = item
            while let last = tokens.last,
                last.isMark(.semicolon) || last.isMark(.stop) || last.isMark(.slash) || last.isMark(.comma)
            { tokens.removeLast() }
            while let first = tokens.first, first.isMark(.dash) { tokens.removeFirst() }
            guard let first = tokens.first,
                first.kind == .word || first.kind == .number || first.isMark(.open) || first.isMark(.quote),
                !rules.form.match(tokens, 0, tokens.count).cue.contains(.archive)
            else { return nil }
            return found(0..<tokens.count, rule: "recipient.item", in: tokens)
        }
    }

    /// A ";" behind which the next recipient of a run-in list begins, or in any list the archive.
    ///
    /// "Lưu: VT; TH" is one.
    private func endsItem(_ item: [Token], before index: Int, _ cell: Range<Int>, isRunIn: Bool) -> Bool {
        guard let last = item.last, last.isMark(.semicolon) || last.isMark(.comma),
            !isArchive(item, 0, item.count)
        else { return false }
        if isArchive(lineTokens, index, cell.upperBound) { return true }
        return isRunIn && last.isMark(.semicolon)
    }

    /// "Lưu: VT", "Lưu VT"; "Lưu Văn Bình" is a person.
    private func isArchive(_ tokens: [Token], _ index: Int, _ limit: Int) -> Bool {
        guard index + 1 < limit, tokens[index].isCapital,
            rules.form.match(tokens, index, limit).cue.contains(.archive)
        else { return false }
        return tokens[index + 1].isMark(.colon) || tokens[index + 1].flags.contains(.allCapitals)
    }

    private func isSpacedDash(_ index: Int, _ cell: Range<Int>) -> Bool {
        lineTokens[index].isSpaced && index + 1 < cell.upperBound && lineTokens[index + 1].isSpaced
    }
}
