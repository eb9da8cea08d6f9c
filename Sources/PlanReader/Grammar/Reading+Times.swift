extension Reading {
    /// Days and periods of a stretch of tokens, those in citations left out.
    func timeMentions(_ range: Range<Int>) -> [TimeMention] {
        var mentions: [TimeMention] = []
        var index = range.lowerBound
        var depth = 0
        var isQuoted = false
        let starters = rules.words.timeStarters
        while index < range.upperBound {
            let token = tokens[index]
            if token.isMark(.open) { depth += 1 }
            if token.isMark(.close) { depth = max(0, depth - 1) }
            if token.isMark(.quote) { isQuoted.toggle() }
            // Asked of every word of every sentence, before anything that costs more.
            guard
                token.kind == .number
                    || token.kind == .word
                        && (!token.cue.isDisjoint(with: [.before, .complete]) || starters.contains(token))
            else {
                index += 1
                continue
            }
            if token.kind == .number, let number = numberMention(tokens, index, range.upperBound) {
                index = max(number.end, index + 1)
                continue
            }
            if let end = openEnd(index, range.upperBound) {
                index = end
                continue
            }
            if let counted = countedBack(index, range.upperBound) {
                if var mention = counted.mention, !isQuoted {
                    mention.isAside = depth > 0
                    mentions.append(mention)
                }
                index = counted.end
                continue
            }
            if let mention = boundedTime(index, range.upperBound) {
                if let end = lunarEnd(mention.tokens.upperBound, range.upperBound) {
                    index = end
                    continue
                }
                var mention = mention
                mention.isAside = depth > 0
                if !isQuoted { mentions.append(mention) }
                index = mention.tokens.upperBound
                while let next = alsoBounded(mention, index, range.upperBound) {
                    if !isQuoted { mentions.append(next) }
                    index = next.tokens.upperBound
                }
            } else {
                index += 1
            }
        }
        return mentions
    }

    /// "từ tháng 9/2025 trở đi", "từ năm 2026 và các năm tiếp theo" have no last day: they bound nothing.
    func openEnd(_ index: Int, _ limit: Int) -> Int? {
        guard tokens[index].kind == .word, tokens[index].word == rules.words.from else { return nil }
        let start = skippedTimeWords(index + 1, limit, isBounded: true)
        guard start < limit, let end = period(start, limit)?.tokens.upperBound, end < limit else {
            return nil
        }
        if isWord(tokens[end], "trở") { return end }
        guard end + 2 < limit, isWord(tokens[end], "và"),
            isWord(tokens[end + 1], "các") || isWord(tokens[end + 1], "những")
        else { return nil }
        return isWord(tokens[end + 2], "năm") ? end : nil
    }

    /// "ngày 15 tháng 5 (âm lịch)" is another day of our calendar, which the text doesn't say.
    func lunarEnd(_ index: Int, _ limit: Int) -> Int? {
        let next = index < limit && tokens[index].isMark(.open) ? index + 1 : index
        guard next + 1 < limit, tokens[next].kind == .word, tokens[next].word == rules.words.lunar,
            tokens[next + 1].word == rules.words.calendar
        else { return nil }
        let end = next + 2
        return next > index && end < limit && tokens[end].isMark(.close) ? end + 1 : end
    }

    /// "trước ngày 20/6 và 20/12": the bound holds for the second day too.
    private func alsoBounded(_ mention: TimeMention, _ index: Int, _ limit: Int) -> TimeMention? {
        guard mention.bound == .before, mention.isDay, index + 1 < limit,
            tokens[index].isMark(.comma)
                || tokens[index].kind == .word && tokens[index].word == rules.words.and,
            var next = period(index + 1, limit), next.isDay, next.to.month != nil,
            // "… và cuối năm trước ngày 10/12": the second has a bound of its own.
            next.tokens.upperBound >= limit || !tokens[next.tokens.upperBound].cue.contains(.before)
        else { return nil }
        next.bound = .before
        next.isAside = mention.isAside
        next.excludesDay = excludesDay(mention)
        return next
    }

    /// A time at `index`, with the word that bounds it.
    func boundedTime(_ index: Int, _ limit: Int) -> TimeMention? {
        let token = tokens[index]
        let words = rules.words
        var bound = TimeMention.Bound.none
        var start = index
        if token.cue.contains(.before) {
            bound = .before
            start = index + Int(token.cueLength)
            // "trong ngày D": the word "ngày" belongs to the day.
            let last = tokens[start - 1]
            if last.kind == .word, last.word == words.day || words.earlyDays.contains(last) { start -= 1 }
        } else if token.cue.contains(.complete) {
            bound = .complete
            start = index + Int(token.cueLength)
            if tokens[start - 1].word == words.month, tokens[start - 1].kind == .word { start -= 1 }
        } else if token.kind == .word, token.word == words.from {
            bound = .span
            start = index + 1
        } else if token.kind == .word, token.word == words.inside || isExpected(index, limit) {
            bound = .inside
            start = index + (isWord(token, "dự") ? 2 : 1)
        }
        // "thời gian hoàn thành: tháng 10/2025".
        if bound == .complete, start < limit, tokens[start].isMark(.colon) { start += 1 }
        start = skippedTimeWords(start, limit, isBounded: bound != .none)
        if bound == .inside { start = skippedOccasion(start, limit) }
        guard start < limit else { return nil }
        if bound == .complete || bound == .before, tokens[start].cue.contains(.before), start > index {
            return boundedTime(start, limit)
        }
        if bound == .before, period(start, limit) == nil, let aside = dayAside(start, limit),
            period(aside, limit)?.isDay == true
        {
            start = aside
        }
        guard var mention = period(start, limit) else { return nil }
        if bound == .span {
            // "từ ngày D" with no end bounds nothing.
            guard mention.bound == .span || !mention.isDay && spansMonths(mention) else { return nil }
        }
        if bound != .none { mention.bound = bound }
        mention.tokens = index..<mention.tokens.upperBound
        return mention
    }

    /// Over "các" in "trong các tháng 4, 5", "kỳ sinh hoạt" in "trong kỳ sinh hoạt tháng 02/2026".
    private func skippedOccasion(_ index: Int, _ limit: Int) -> Int {
        var next = index
        while next < limit, next < index + 4, rules.words.occasions.contains(tokens[next]) { next += 1 }
        guard next > index, next < limit, tokens[next].kind == .word, !tokens[next].isCapital,
            [rules.words.month, rules.words.quarter].contains(tokens[next].word)
        else { return index }
        return next
    }

    /// More than one month: "từ 6 tháng đầu năm"; "từ tháng 4/2026" alone only begins.
    private func spansMonths(_ mention: TimeMention) -> Bool {
        mention.from != mention.to
            && (mention.from.month != mention.to.month || mention.from.year != mention.to.year)
    }

    /// "dự kiến" or "vào" before a time.
    private func isExpected(_ index: Int, _ limit: Int) -> Bool {
        if isWord(tokens[index], "vào") { return true }
        // "Hội thi: do Sở X chủ trì; thời gian quý III/2026".
        if isWord(tokens[index], "gian"), index > 0, isWord(tokens[index - 1], "thời") {
            return index + 1 < limit && tokens[index + 1].kind == .word
                && [rules.words.month, rules.words.quarter].contains(tokens[index + 1].word)
        }
        // "thực hiện quý I".
        if isWord(tokens[index], "hiện"), index > 0, isWord(tokens[index - 1], "thực"), index + 1 < limit,
            tokens[index + 1].kind == .word
        {
            return [rules.words.month, rules.words.quarter].contains(tokens[index + 1].word)
        }
        return isWord(tokens[index], "dự") && index + 1 < limit && isWord(tokens[index + 1], "kiến")
    }

    /// "trước khai giảng năm học mới (ngày 05/9/2026)": the bracket gives the day.
    private func dayAside(_ index: Int, _ limit: Int) -> Int? {
        for next in index..<min(index + 8, limit) {
            if tokens[next].isMark(.open) { return next + 1 < limit ? next + 1 : nil }
            if tokens[next].kind == .mark { return nil }
        }
        return nil
    }

    /// Over "vào", "trong", "là", "thứ Hai", "17h00", which may stand between a bound and its day.
    func skippedTimeWords(_ index: Int, _ limit: Int, isBounded: Bool) -> Int {
        guard isBounded else { return index }
        var next = index
        var steps = 0
        while next < limit, steps < 5 {
            let token = tokens[next]
            if rules.words.timeFillers.contains(token) {
                next += 1
            } else if token.kind == .number, next + 1 < limit, tokens[next + 1].kind == .word,
                !tokens[next + 1].isSpaced || isWord(tokens[next + 1], "giờ"),
                ["h", "giờ", "g"].contains(string(of: tokens[next + 1]).lowercased())
            {
                next += 2
                if next < limit, tokens[next].kind == .number,
                    !tokens[next].isSpaced
                        || isWord(tokens[next - 1], "giờ") && next + 1 < limit
                            && (isWord(tokens[next + 1], "phút") || isWord(tokens[next + 1], "ngày"))
                {
                    next += 1
                }
                if next < limit, isWord(tokens[next], "phút") { next += 1 }
                if next < limit, tokens[next].isMark(.comma) { next += 1 }
            } else if let end = clockTime(next, limit) {
                next = end
            } else if steps > 0, token.isMark(.comma) {
                next += 1
            } else {
                break
            }
            steps += 1
        }
        return next
    }

    /// Behind "16.00" or "16:00" before "ngày".
    private func clockTime(_ index: Int, _ limit: Int) -> Int? {
        guard index + 3 < limit, tokens[index].kind == .number,
            tokens[index + 1].isMark(.stop) || tokens[index + 1].isMark(.colon), !tokens[index + 1].isSpaced,
            tokens[index + 2].kind == .number, !tokens[index + 2].isSpaced, digits(tokens[index + 2]) == 2,
            tokens[index + 3].kind == .word, tokens[index + 3].word == rules.words.day
        else { return nil }
        return index + 3
    }

    /// The year that the plan lends to dates without one, unless they return.
    func completed(_ date: PartialDate, returnsYearly: Bool, returnsMonthly: Bool) -> PartialDate? {
        var date = date
        if date.month == nil, date.year == nil { return returnsMonthly ? date : nil }
        if date.year == nil, !returnsYearly { date.year = planYear }
        // February's end that comes each year is the one that each year has; a printed year's 29/02 stands.
        if date.month == 2, date.day == 29, date.year == nil { date.day = 28 }
        return date
    }

    /// "when.before" for "trước ngày 30/6", by which the day itself is too late; else "when.bound".
    func boundRule(_ kind: String, _ mention: TimeMention) -> String {
        excludesDay(mention) ? kind + ".before" : kind + ".bound"
    }

    private func excludesDay(_ mention: TimeMention) -> Bool {
        let words = rules.words
        return mention.excludesDay
            || mention.tokens.dropLast().contains { index in
                let next = tokens[index + 1]
                return isWord(tokens[index], "trước")
                    && (next.kind == .number || words.earlyDays.contains(next)
                        || next.kind == .word
                            && [words.day, words.month, words.quarter, words.year].contains(next.word))
            }
    }
}
