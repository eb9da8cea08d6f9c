extension Reading {
    /// The issuer in its fullest form: of the letterhead, of the sentence that
    /// issues the plan, or of the signature.
    mutating func readIssuer() {
        let letterhead = letterheadIssuer()
        let named = namedIssuer()
        switch (letterhead, named) {
        case (let head?, let body?): plan.issuer = fuller(head, body)
        case (let head?, nil): plan.issuer = head
        case (nil, let body?): plan.issuer = body
        case (nil, nil): plan.issuer = signedIssuer()
        }
    }

    /// The body's form where it says more than the letterhead.
    private func fuller(_ head: Found<String>, _ body: Found<String>) -> Found<String> {
        // "BAN THƯỜNG TRỰC" alone over "Ban Thường trực Ủy ban … xã Lương Minh".
        if body.value.lowercased().hasPrefix(head.value.lowercased() + " ") { return body }
        if losesPlace(body.value, of: head.value) { return head }
        return body.value.utf8.count > head.value.utf8.count
            && !body.value.utf8.elementsEqual(head.value.utf8)
            && body.value.utf8.count < head.value.utf8.count * 3 ? body : head
    }

    /// "Ban Thường vụ Đảng ủy xã" of "ĐẢNG ỦY XÃ THẠCH BÌNH": the body names an organ, and the place no more.
    private func losesPlace(_ body: String, of head: String) -> Bool {
        let head = head.lowercased()
        let words = body.lowercased().split(separator: " ")
        return words.count <= 40
            && words.indices.dropFirst().contains { start in
                words.count - start >= 2 && head.hasPrefix(words[start...].joined(separator: " ") + " ")
            }
    }

    /// Lines in capitals at the left of the header; the last agency among them issues.
    private func letterheadIssuer() -> Found<String>? {
        var pieces: [[Token]] = []
        var motto = MottoLines()
        for index in layout.header where lines[index].kind == .text || lines[index].kind == .table {
            for cell in headerCells(index) {
                if motto.goesOn(cell.map { string(of: lineTokens[$0]) }) { continue }
                guard isLetterhead(cell) else { continue }
                let starts = startsAgency(cell) || pieces.isEmpty
                let continues = pieces.last.map { endsOpen($0) || runsOn($0, into: cell) } ?? false
                if starts && !continues {
                    pieces.append(Array(lineTokens[cell]))
                } else if let last = pieces.indices.last {
                    pieces[last].append(contentsOf: lineTokens[cell])
                }
            }
        }
        guard let tokens = fullest(pieces.filter { !$0.isEmpty }), startsAgency(0..<tokens.count, in: tokens)
        else { return nil }
        return found(0..<tokens.count, rule: "issuer.letterhead", in: tokens)
    }

    /// The last; "ĐOÀN TNCS HỒ CHÍ MINH" at the right of "BAN CHẤP HÀNH ĐOÀN TNCS HỒ CHÍ MINH TỈNH …" says less of the
    /// same.
    private func fullest(_ pieces: [[Token]]) -> [Token]? {
        guard let last = pieces.last else { return nil }
        let name = string(0..<last.count, in: last)
        return pieces.dropLast().last { piece in
            piece.count > last.count && string(0..<piece.count, in: piece).contains(" \(name) ")
        } ?? last
    }

    /// "ỦY" over "BAN NHÂN DÂN TỈNH …", "ỦY BAN NHÂN" over "DÂN": the line broke inside the agency's first words.
    private func runsOn(_ upper: [Token], into cell: Range<Int>) -> Bool {
        let whole = upper + lineTokens[cell]
        return rules.grammar.match(whole, 0, whole.count).length > upper.count
    }

    /// Cells of a header's line: columns, or the parts between `|` and " / ".
    func headerCells(_ index: Int) -> [Range<Int>] {
        let bar = UInt8(ascii: "|")
        return cells(lines[index].tokens, gap: 3).flatMap { cell -> [Range<Int>] in
            var parts: [Range<Int>] = []
            var start = cell.lowerBound
            let isNumbered = cell.contains { startsNumber($0, cell) }
            for position in cell {
                let token = lineTokens[position]
                let isBreak =
                    token.isMark(bar)
                    || token.isMark(.slash) && token.isSpaced && !isNumbered
                        && (position > cell.lowerBound || position == lines[index].tokens.lowerBound)
                    || position > cell.lowerBound && token.isCapital && startsNumber(position, cell)
                    || position > start && startsMotto(position, cell.upperBound)
                    || startsOffice(position, start, cell.upperBound)
                guard isBreak else { continue }
                if start < position { parts.append(start..<position) }
                start = token.kind == .mark ? position + 1 : position
            }
            if start < cell.upperBound { parts.append(start..<cell.upperBound) }
            return parts
        }
    }

    /// "UBND TỈNH LÀO CAI SỞ NGOẠI VỤ" on one line: the office begins behind its superior.
    private func startsOffice(_ index: Int, _ start: Int, _ limit: Int) -> Bool {
        guard index >= start + 3, limit - index >= 2, lineTokens[index].flags.contains(.allCapitals),
            isWord(lineTokens[start], "ubnd")
                || isWord(lineTokens[start + 2], "nhân") && isWord(lineTokens[start], "ủy")
                || isWord(lineTokens[start], "sở") && isSubordinate(index, limit),
            !lineTokens[index - 1].isMark(.comma), !lineTokens[index - 1].isMark(.dash),
            lineTokens[index - 1].word != rules.words.and || lineTokens[index - 1].kind != .word
        else { return false }
        let cue = rules.grammar.match(lineTokens, index, limit).cue
        guard !cue.isDisjoint(with: [.agency, .partyNoun]), cue.isDisjoint(with: [.level]) else {
            return false
        }
        // "ĐẶC KHU PHÚ QUÝ" and "THÀNH PHỐ HỘI AN" are places.
        if rules.grammar.match(lineTokens, index - 1, limit).length >= 2 { return false }
        return !rules.grammar.match(lineTokens, index - 1, index).cue.contains(.level)
            && !rules.grammar.match(lineTokens, index - 2, index).cue.contains(.level)
    }

    /// "SỞ GIÁO DỤC VÀ ĐÀO TẠO … TRƯỜNG THPT …": what a Sở may be over.
    private func isSubordinate(_ index: Int, _ limit: Int) -> Bool {
        ["trường", "bệnh", "trung", "chi"].contains { isWord(lineTokens[index], $0) }
            && limit - index >= 3
    }

    private func startsMotto(_ index: Int, _ limit: Int) -> Bool {
        rules.form.match(lineTokens, index, limit).cue.contains(.motto)
    }

    private func isLetterhead(_ cell: Range<Int>) -> Bool {
        guard cell.count >= 2 || lineTokens[cell.lowerBound].flags.contains(.allCapitals) else {
            return false
        }
        let first = lineTokens[cell.lowerBound]
        guard first.kind == .word, first.flags.contains(.allCapitals) || first.isCapital && cell.count >= 2
        else { return false }
        if startsMotto(cell.lowerBound, cell.upperBound) { return false }
        var words = 0
        var shouted = 0
        for index in cell where lineTokens[index].kind == .word {
            words += 1
            if lineTokens[index].flags.contains(.allCapitals)
                || lineTokens[index].isCapital && lineTokens[index].end - lineTokens[index].start <= 2
            {
                shouted += 1
            }
        }
        return shouted * 10 >= words * 8
            && !cell.contains { startsNumber($0, cell) }
    }

    /// "Số: 5/KH-UBND", "Số 5-KH/TU"; the last word of "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ" isn't.
    private func startsNumber(_ index: Int, _ cell: Range<Int>) -> Bool {
        guard lineTokens[index].kind == .word, lineTokens[index].word == rules.words.number else {
            return false
        }
        guard index + 1 < cell.upperBound else { return index == cell.lowerBound }
        let next = lineTokens[index + 1]
        return index == cell.lowerBound || next.kind == .number
            || next.kind == .mark && !next.isMark(.comma) && !next.isMark(.dash)
    }

    private func startsAgency(_ cell: Range<Int>, in tokens: [Token]? = nil) -> Bool {
        let all = tokens ?? lineTokens
        let cue = rules.grammar.match(all, cell.lowerBound, cell.upperBound).cue
        if !cue.isDisjoint(with: [.agency, .partyNoun]) { return true }
        // "TỈNH ỦY LÀO CAI", "HUYỆN ĐOÀN": the level comes first.
        return cell.count >= 2 && rules.grammar.match(all, cell.lowerBound, cell.upperBound).length >= 2
            && !cue.isDisjoint(with: [.partyNoun, .agency])
    }

    /// "SỞ VĂN HÓA, THỂ THAO" and "VÀ DU LỊCH".
    private func endsOpen(_ tokens: [Token]) -> Bool {
        guard let last = tokens.last else { return false }
        return last.isMark(.comma) || last.isMark(.dash) || last.word == rules.words.and && last.kind == .word
    }

    /// "Sở Thông tin và Truyền thông xây dựng Kế hoạch …" at the preamble's end.
    private func namedIssuer() -> Found<String>? {
        var best: Range<Int>?
        for block in blocks
        where block.firstLine >= layout.preamble.lowerBound && block.firstLine < layout.preamble.upperBound {
            var index = block.body.lowerBound
            while index < block.body.upperBound {
                guard tokens[index].kind == .word, isPartyStart(index),
                    !isInsideParty(index, block.body.lowerBound)
                else {
                    index += 1
                    continue
                }
                let end = partyEnd(index, block.body.upperBound)
                if end < block.body.upperBound, isIssuing(end, block.body.upperBound) {
                    best = lastParty(index..<end)
                }
                index = max(end, index + 1)
            }
        }
        guard let best = best.map({ withoutGloss($0) }) else { return nil }
        return longForm(of: best) ?? found(best, rule: "issuer.sentence")
    }

    /// Without "(gọi tắt là …)", "(viết tắt là …)" behind the name.
    private func withoutGloss(_ range: Range<Int>) -> Range<Int> {
        guard
            let bracket = range.dropFirst().first(where: {
                tokens[$0].isMark(.open) && shortName($0 + 1, range.upperBound) != nil
            })
        else { return range }
        return range.lowerBound..<bracket
    }

    /// Of "… của Bộ X, Sở Y xây dựng" the last names the issuer.
    private func lastParty(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        for index in range.dropFirst()
        where tokens[index - 1].isMark(.comma) || tokens[index - 1].isMark(.semicolon) {
            if isPartyStart(index), isNamedParty(index) { start = index }
        }
        return start..<range.upperBound
    }

    private func isInsideParty(_ index: Int, _ lower: Int) -> Bool {
        guard index > lower else { return false }
        let before = tokens[index - 1]
        return before.kind == .word && before.isCapital && !before.flags.contains(.endsLine)
    }

    /// "ban hành Kế hoạch", "xây dựng kế hoạch tuyên truyền", within a few words.
    private func isIssuing(_ index: Int, _ limit: Int) -> Bool {
        guard rules.form.match(tokens, index, limit).cue.contains(.issue) || tokens[index].cue.contains(.duty)
        else { return false }
        for position in index..<min(index + 5, limit) {
            let (cue, length) = rules.form.match(tokens, position, limit)
            if length > 0, cue.contains(.documentType), position > index || cue.contains(.issue) {
                return true
            }
            // "xây dựng kế hoạch" is itself an issuing phrase.
            if length >= 3, cue.contains(.issue) { return true }
        }
        return false
    }

    /// The name before "(gọi tắt là …)" where the text gives the short form so.
    private func longForm(of short: Range<Int>) -> Found<String>? {
        let name = string(short).lowercased()
        for block in blocks where block.firstLine < layout.preamble.upperBound {
            for index in block.body where tokens[index].isMark(.open) {
                guard let inside = shortName(index + 1, block.body.upperBound) else { continue }
                guard string(inside).lowercased() == name,
                    let start = fullName(endingBefore: index, block.body.lowerBound, short)
                else { continue }
                return found(start..<index, rule: "issuer.long-form")
            }
        }
        return nil
    }

    /// The tokens after "gọi tắt là" or "viết tắt là" up to the closing bracket.
    private func shortName(_ index: Int, _ limit: Int) -> Range<Int>? {
        var next = index
        while next < limit, next < index + 5, !isWord(tokens[next], "tắt"), !isWord(tokens[next], "gọi") {
            next += 1
        }
        guard next < limit, next < index + 5 else { return nil }
        next += 1
        if next < limit, isWord(tokens[next], "tắt") || isWord(tokens[next], "chung") { next += 1 }
        if next < limit, isWord(tokens[next], "là") { next += 1 }
        var end = next
        while end < limit, !tokens[end].isMark(.close), !tokens[end].isMark(.semicolon) { end += 1 }
        return next < end ? next..<end : nil
    }

    /// Where the full name begins that ends at a bracket: at the last word pair equal to the short name's begin.
    private func fullName(endingBefore end: Int, _ lower: Int, _ short: Range<Int>) -> Int? {
        var index = end - 1
        while index > lower {
            if tokens[index].word != 0, tokens[index].word == tokens[short.lowerBound].word,
                isPartyStart(index),
                short.count < 2
                    || tokens[index + 1].word == tokens[short.lowerBound + 1].word
                        && string(of: tokens[index + 1]).lowercased()
                            == string(of: tokens[short.lowerBound + 1]).lowercased()
            {
                return index
            }
            if tokens[index].isMark(.semicolon) { return nil }
            index -= 1
        }
        return nil
    }

    /// An authority "TM ỦY BAN NHÂN DÂN" names the issuer where nothing else does.
    private func signedIssuer() -> Found<String>? {
        guard let authority = plan.signer?.authority else { return nil }
        let words = authority.value.split(separator: " ")
        guard words.count > 2 else { return nil }
        let name = words.dropFirst().prefix { $0 != "KT." && $0 != "KT" && !$0.hasPrefix("K/T") }.joined(
            separator: " ")
        return name.isEmpty ? nil : Found(name, range: authority.range, rule: "issuer.signature")
    }
}
