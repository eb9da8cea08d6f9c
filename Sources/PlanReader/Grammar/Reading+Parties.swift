extension Reading {
    /// A party's name begins at the token.
    func isPartyStart(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.cue.contains(.partyNoun) { return true }
        if token.cue.contains(.agency) { return token.isCapital || isLowerOffice(index) }
        if token.cue.contains(.plural), token.cueLength > 0 {
            // "các" before a party noun that the tables know only without it.
            let next = index + Int(token.cueLength)
            return next < tokens.count
                && (tokens[next].cue.contains(.partyNoun)
                    || tokens[next].cue.contains(.agency) && tokens[next].isCapital)
        }
        return false
    }

    /// "về phòng Tài nguyên và Môi trường": the kind in lower case, the name behind it in capitals.
    private func isLowerOffice(_ index: Int) -> Bool {
        let next = index + Int(tokens[index].cueLength)
        return next < tokens.count && rules.words.offices.contains(tokens[index]) && tokens[next].isCapital
            && tokens[next].kind == .word && tokens[index].cueLength == 1
            && tokens[next].cue.isDisjoint(with: [.duty, .lead, .coordinate])
    }

    /// The party that begins here is an agency with a name of its own.
    func isNamedParty(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.isCapital || token.cue.contains(.partyNoun) && token.flags.contains(.allCapitals) else {
            return false
        }
        guard token.cue.contains(.agency) || token.cue.contains(.partyNoun), !token.cue.contains(.plural)
        else { return false }
        if rules.words.brands.contains(token) { return true }
        let next = index + max(1, Int(token.cueLength))
        guard next < tokens.count else { return token.cueLength >= 2 }
        // "Báo, Đài …" and "Sở, ngành …" are kinds.
        if tokens[next].isMark(.comma) { return token.cueLength >= 2 }
        return true
    }

    /// Where the party that begins at `index` ends: before a verb, a stop word, a sentence's mark.
    func partyEnd(_ start: Int, _ limit: Int) -> Int {
        var index = start
        var depth = 0
        while index < limit {
            let token = tokens[index]
            if depth > 0 {
                if token.isMark(.close) { depth -= 1 }
                if token.isMark(.open) { depth += 1 }
                index += 1
                continue
            }
            if token.kind == .mark {
                if token.isMark(.open) {
                    if index == start || opensChannel(index + 1, limit) || !closes(index, limit) { break }
                    depth += 1
                    index += 1
                    continue
                }
                if token.isMark(.comma) {
                    guard index + 1 < limit, continuesList(index + 1, limit) else { break }
                } else if token.isMark(.stop) {
                    guard index + 1 < limit, isAbbreviation(index) else { break }
                } else if token.isMark(.colon) {
                    guard index > start, namesFollow(index, of: start, limit) else { break }
                } else if token.isMark(.semicolon) || token.isMark(.ellipsis) || token.isMark(.close)
                    || token.isMark(.quote) || token.isMark(2)
                {
                    break
                } else if token.isMark(.dash), index + 1 < limit, token.isSpaced, tokens[index + 1].isSpaced,
                    !tokens[index + 1].isCapital, !isInnerName(index + 1)
                {
                    break
                }
                index += 1
                continue
            }
            if token.kind == .number {
                // "Các đơn vị¹", "Quận 1", "Đoàn 78": numbers end nothing but "01 đầu mối".
                if token.isSpaced, index > start, !tokens[index - 1].isCapital, !countsPlaces(index, limit),
                    !isNumberOfName(index, start, limit), !endsName(index, start, limit),
                    !isWord(tokens[index - 1], "vực"),
                    !isWord(tokens[index - 1], "số")
                {
                    break
                }
                index += 1
                continue
            }
            if token.kind == .address { break }
            if index > start, endsParty(index, start) { break }
            index += max(1, skipLength(index))
        }
        while index > start + 1,
            tokens[index - 1].isMark(.comma) || tokens[index - 1].isMark(.dash)
                || tokens[index - 1].kind == .word && tokens[index - 1].word == rules.words.and
        { index -= 1 }
        return min(index, limit)
    }

    /// A phrase that belongs to a party whole is passed over at once.
    private func skipLength(_ index: Int) -> Int {
        let token = tokens[index]
        guard
            token.cue.contains(.qualifier) || token.cue.contains(.partyNoun)
                || token.cue.contains(.agency) && token.isCapital
                || token.cue.contains(.level)
        else { return 1 }
        return Int(token.cueLength)
    }

    private func endsParty(_ index: Int, _ start: Int) -> Bool {
        let token = tokens[index]
        if isRhythm(index) || opensDay(index) { return true }
        if isOrganisation(index) { return false }
        if opensCount(index, start) { return true }
        // "báo cáo UBND xã các trường hợp vi phạm": many of what is no party.
        if token.cue.contains(.none), token.word == rules.words.several { return true }
        if token.isCapital, !startsSentence(index) { return opensSentence(index, start) }
        // "các thành viên trong tiểu ban".
        if token.kind == .word, token.word == rules.words.inside, index + 1 < tokens.count,
            tokens[index + 1].cue.contains(.partyNoun)
                || tokens[index + 1].cue.contains(.agency) && !tokens[index + 1].isCapital
                    && tokens[index + 1].cueLength == 1
        {
            return false
        }
        if token.cue.contains(.qualifier) || token.cue.contains(.level) { return false }
        if token.cue.contains(.partyNoun), token.cueLength > 1, !token.cue.contains(.duty) { return false }
        if !token.cue.isDisjoint(with: [
            .duty, .stop, .modal, .lead, .coordinate, .report, .guide, .before, .complete, .continuous,
        ]) {
            return !isDomainWord(index, start)
        }
        return false
    }

    /// "báo cáo UBND tỉnh ngày 20/11", "… cuối tháng 11": a time, no part of the name.
    private func opensDay(_ index: Int) -> Bool {
        let words = rules.words
        guard tokens[index].kind == .word, !tokens[index].isCapital, index + 1 < tokens.count else {
            return false
        }
        let next = tokens[index + 1]
        switch tokens[index].word {
        case words.day: return next.kind == .number
        case words.year: return next.kind == .number && tokens[index - 1].cue.contains(.level)
        case words.month: return next.kind == .number && tokens[index + 1].isSpaced
        case words.quarter: return next.kind == .word && words.romans.contains(next.word)
        case words.last, words.first:
            return next.kind == .word && [words.month, words.quarter, words.year].contains(next.word)
        default: return false
        }
    }

    /// "Sở Tài chính Tham mưu …": a verb in capitals behind a name begins the
    /// sentence; right behind the head it is the name ("Ban Chỉ đạo").
    private func opensSentence(_ index: Int, _ start: Int) -> Bool {
        guard index > start + max(1, Int(tokens[start].cueLength)),
            tokens[index - 1].kind == .word || tokens[index - 1].isMark(.close),
            !tokens[index].flags.contains(.allCapitals),
            !(tokens[index - 1].kind == .word && tokens[index - 1].word == rules.words.and),
            index + 1 < tokens.count, tokens[index + 1].kind == .word,
            !tokens[index + 1].isCapital || tokens[index].cueLength == 1,
            // "Cửa khẩu Cầu Treo": the verb is the end of a noun that the tables know.
            !(tokens[index - 1].cue.contains(.none) && tokens[index - 1].cueLength >= 2)
        else { return false }
        if tokens[index - 1].cue.contains(.agency)
            || tokens[index - 1].cue.contains(.partyNoun) && tokens[index - 1].isCapital
        {
            return false
        }
        return rules.form.match(tokens, index, min(index + 4, tokens.count)).cue.contains(.opener)
            && index + 3 < tokens.count
    }

    /// "Phòng Văn hóa và thông tin", "Văn hóa – Thông tin": a lower-case verb inside an agency's own name,
    /// joined to it by "và", a dash or a comma after a capital.
    private func isDomainWord(_ index: Int, _ start: Int) -> Bool {
        guard index > start, tokens[start].cue.contains(.agency) || tokens[start].cueLength >= 1 else {
            return false
        }
        let before = tokens[index - 1]
        guard
            before.isMark(.dash) || before.isMark(.slash)
                || before.kind == .word && before.word == rules.words.and
        else { return false }
        return tokens[index].cueLength == 2 && index + 2 <= tokens.count
            && rules.form.match(tokens, index, min(index + 2, tokens.count)).cue.contains(.domain)
    }

    private func startsSentence(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        return tokens[index - 1].isMark(.stop) && !isAbbreviation(index - 1)
    }

    /// The stop belongs to "TP.", "TT.", "PCT." or the like.
    func isAbbreviation(_ index: Int) -> Bool {
        guard index > 0, tokens[index - 1].kind == .word, !tokens[index].isSpaced else { return false }
        let before = tokens[index - 1]
        let length = before.end - before.start
        return before.flags.contains(.allCapitals) && length <= 7 || before.isCapital && length <= 3
    }

    /// "(qua Sở …)" and other brackets that aren't part of a name.
    private func opensChannel(_ index: Int, _ limit: Int) -> Bool {
        guard index < limit else { return true }
        let token = tokens[index]
        if token.kind == .word, token.word == rules.words.through { return true }
        if isWord(token, "thông"), index + 1 < limit, isWord(tokens[index + 1], "qua") { return true }
        if token.kind == .number { return true }
        return !token.cue.isDisjoint(with: [.before, .complete, .duty, .modal]) && !token.isCapital
    }

    private func closes(_ index: Int, _ limit: Int) -> Bool {
        var next = index + 1
        while next < limit, next < index + 60 {
            if tokens[next].isMark(.close) { return true }
            next += 1
        }
        return false
    }

    /// After a comma the party goes on, as a name or a list of kinds.
    private func continuesList(_ index: Int, _ limit: Int) -> Bool {
        let token = tokens[index]
        if isAddressLabel(index, limit) { return false }
        if token.kind == .number { return countsPlaces(index, limit) }
        if isPartyStart(index) || token.cue.contains(.level) || token.cue.contains(.qualifier) { return true }
        if isOrganisation(index) { return true }
        if token.cue.contains(.ask), index + Int(token.cueLength) < limit {
            return isPartyStart(index + Int(token.cueLength))
        }
        if token.kind == .word, token.word == rules.words.and {
            return index + 1 < limit && continuesList(index + 1, limit)
        }
        if token.isCapital { return token.cue.isDisjoint(with: [.lead, .coordinate]) || !isVerbal(index) }
        return token.cue.isDisjoint(with: [
            .duty, .stop, .modal, .lead, .coordinate, .report, .before, .complete, .continuous, .yearly,
        ])
            && token.kind == .word
    }

    /// "các cơ quan, tổ chức, đơn vị", "cơ quan, tổ chức và cá nhân": among kinds it is one of them, no verb.
    private func isOrganisation(_ index: Int) -> Bool {
        // Asked of every word of a party: the table's cue first.
        guard tokens[index].cue.contains(.none), index > 1, index + 3 < tokens.count,
            isWord(tokens[index], "tổ"),
            isWord(tokens[index + 1], "chức"), !tokens[index].isCapital
        else { return false }
        let before = tokens[index - 1]
        guard before.isMark(.comma) || before.kind == .word && before.word == rules.words.and else {
            return false
        }
        let after = tokens[index + 2]
        if after.cue.contains(.qualifier) { return true }
        guard after.isMark(.comma) || after.kind == .word && after.word == rules.words.and else {
            return false
        }
        return tokens[index + 3].cue.contains(.partyNoun) && !tokens[index + 3].isCapital
    }

    /// "Sở X, email: …", "Sở X, điện thoại …": how it is reached, no further party.
    private func isAddressLabel(_ index: Int, _ limit: Int) -> Bool {
        if ["email", "gmail", "đt", "sđt", "fax", "zalo", "website"].contains(where: {
            isWord(tokens[index], $0)
        }) {
            return true
        }
        guard index + 1 < limit else { return false }
        func opens(_ first: String, _ second: String) -> Bool {
            isWord(tokens[index], first) && isWord(tokens[index + 1], second)
        }
        return opens("điện", "thoại") || opens("địa", "chỉ") || opens("thư", "điện") || opens("hộp", "thư")
            || isWord(tokens[index], "e") && tokens[index + 1].isMark(.dash)
    }

    /// "20 xã, 01 thị trấn".
    func countsPlaces(_ index: Int, _ limit: Int) -> Bool {
        index + 1 < limit && tokens[index + 1].cue.contains(.level) && !tokens[index + 1].isCapital
    }

    /// "Ban Chỉ đạo 138 tỉnh", "Hải đội 2": right behind the head the number is the name.
    private func isNumberOfName(_ index: Int, _ start: Int, _ limit: Int) -> Bool {
        guard let first = text.bytes[Int(tokens[index].start)...].first, first != UInt8(ascii: "0") else {
            return false
        }
        guard
            let head = (1...4).first(where: {
                index - $0 >= start && Int(tokens[index - $0].cueLength) == $0 && tokens[index - $0].isCapital
                    && !tokens[index - $0].cue.isDisjoint(with: [.agency, .partyNoun])
            }), !tokens[index - head].cue.contains(.plural), head >= 2
        else { return false }
        guard index + 1 < limit else { return true }
        let next = tokens[index + 1]
        return next.kind == .mark || next.isCapital || isWord(next, "quốc")
            || !next.cue.isDisjoint(with: [.duty, .level, .qualifier, .stop])
                && next.cue.isDisjoint(with: [.partyNoun])
    }

    /// "báo cáo UBND xã số vụ việc": behind a head or a level "số" counts; in "Ban Chỉ đạo Chuyển đổi số" it belongs.
    private func opensCount(_ index: Int, _ start: Int) -> Bool {
        guard tokens[index].kind == .word, tokens[index].word == rules.words.number, index + 1 < tokens.count,
            tokens[index + 1].kind == .word, !tokens[index + 1].isCapital
        else { return false }
        let heads: Cue = [.level, .agency, .partyNoun]
        return (1...4).contains {
            index - $0 >= start && Int(tokens[index - $0].cueLength) == $0
                && !tokens[index - $0].cue.isDisjoint(with: heads)
        }
    }

    /// "Tiểu đoàn Bộ binh 1" before a mark or the end: the number closes a name in capitals.
    private func endsName(_ index: Int, _ start: Int, _ limit: Int) -> Bool {
        guard let number = value(tokens[index]), number > 0, number < 1000,
            text.bytes[Int(tokens[index].start)] != UInt8(ascii: "0"), index - start >= 3,
            tokens[index - 2].isCapital, tokens[start].isCapital
        else { return false }
        guard index + 1 < limit else { return true }
        let next = tokens[index + 1]
        return next.kind == .mark ? !next.isMark(.open) : next.kind == .word && next.word == rules.words.and
    }

    private func isVerbal(_ index: Int) -> Bool { tokens[index].cue.contains(.duty) }

    private func isInnerName(_ index: Int) -> Bool {
        tokens[index].kind == .word && tokens[index].cue.isDisjoint(with: [.duty, .stop, .modal])
    }

    /// The tokens from `start` on that name one or several parties, up to a verb or a sentence's end.
    func partySpan(_ start: Int, _ limit: Int) -> Range<Int>? {
        var index = start
        while index < limit, tokens[index].cue.contains(.ask), tokens[index].cueLength > 0,
            !isPartyStart(index)
        { index += Int(tokens[index].cueLength) }
        guard index < limit, isPartyStart(index) else { return nil }
        var end = partyEnd(index, limit)
        // ";" between parties: go on while another one follows.
        while end + 1 < limit, tokens[end].isMark(.semicolon), let next = nextParty(end + 1, limit) {
            let nextEnd = partyEnd(next, limit)
            guard nextEnd > next else { break }
            end = nextEnd
        }
        return index..<end
    }

    private func nextParty(_ index: Int, _ limit: Int) -> Int? {
        var next = index
        while next < limit, tokens[next].kind == .word,
            tokens[next].word == rules.words.and || tokens[next].word == rules.words.invite
        { next += 1 }
        if next < limit, tokens[next].cue.contains(.ask), tokens[next].cueLength > 0 { return nil }
        return next < limit && isPartyStart(next) ? next : nil
    }
}
