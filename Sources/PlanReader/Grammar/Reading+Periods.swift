extension Reading {
    /// A day, month, quarter, half-year or year at `index`, lists and spans of them included.
    func period(_ index: Int, _ limit: Int) -> TimeMention? {
        guard var first = singlePeriod(index, limit) else { return nil }
        var next = first.tokens.upperBound
        while next < limit {
            let token = tokens[next]
            let isLink =
                token.isMark(.dash)
                || token.kind == .word && (token.word == rules.words.to || token.word == rules.words.and)
                || token.isMark(.comma)
            guard isLink, next + 1 < limit else { break }
            var start = next + 1
            // "đến hết", "đến ngày", ", và".
            while start < limit, tokens[start].kind == .word,
                [rules.words.endOf, rules.words.and].contains(tokens[start].word)
            { start += 1 }
            // "đến 18h00 ngày 03/9".
            if token.kind == .word, token.word == rules.words.to {
                start = skippedTimeWords(start, limit, isBounded: true)
            }
            guard
                let second = singlePeriod(start, limit) ?? bareYear(start, limit, after: first)
                    ?? listedNumber(start, limit, after: first)
            else { break }
            if token.isMark(.comma) || token.word == rules.words.and && token.kind == .word, second.isDay,
                first.isDay,
                !isDayList(first, second) && !isNextDay(second.from, after: first.to)
                    // "ngày 15 và ngày 30 hằng tháng": two days.
                    || second.to.month == nil && second.to.year == nil
            {
                break
            }
            // "6 tháng trước ngày 15/6/2026 và năm 2026 trước ngày 15/11": a day and another report's year.
            if first.isDay, !second.isDay, token.kind == .word, token.word == rules.words.and,
                second.from.month == 1, second.to.month == 12
            {
                break
            }
            first = joined(
                first, second,
                isSpan: token.isMark(.dash) || token.kind == .word && token.word == rules.words.to)
            next = first.tokens.upperBound
        }
        return first
    }

    private func isDayList(_ first: TimeMention, _ second: TimeMention) -> Bool {
        first.to.month == nil || second.from.month == first.to.month
    }

    /// "30/4, 01/5/2026": two days in a row are one time.
    private func isNextDay(_ second: PartialDate, after first: PartialDate) -> Bool {
        guard let month = first.month, let day = first.day, let year = second.year ?? planYear else {
            return false
        }
        return second.day == 1 && second.month == month % 12 + 1
            && day == PartialDate.lastDay(ofMonth: month, year: year)
    }

    private func joined(_ first: TimeMention, _ second: TimeMention, isSpan: Bool) -> TimeMention {
        var from = first.from
        var to = second.to
        if from.year == nil { from.year = second.from.year }
        if from.month == nil, from.day != nil { from.month = second.from.month }
        if to.year == nil { to.year = first.to.year }
        var result = TimeMention(
            tokens: first.tokens.lowerBound..<second.tokens.upperBound, from: from, to: to, isDay: false)
        result.bound = isSpan ? .span : .none
        return result
    }

    /// "Quý IV/2026, 2027": a year alone goes on after a period with a year.
    private func bareYear(_ index: Int, _ limit: Int, after first: TimeMention) -> TimeMention? {
        guard first.to.year != nil, index < limit, let year = value(tokens[index]),
            digits(tokens[index]) == 4, (1990...2099).contains(year)
        else { return nil }
        return yearPeriod(year, index..<index + 1)
    }

    /// "quý III, IV/2026", "tháng 3, 6, 9/2026": the number alone is of the same kind.
    private func listedNumber(_ index: Int, _ limit: Int, after first: TimeMention) -> TimeMention? {
        guard !first.isDay, first.to.month != nil else { return nil }
        let start = tokens[first.tokens.lowerBound]
        guard start.kind == .word else { return nil }
        if start.word == rules.words.quarter { return quarter(number: index, first.tokens.lowerBound, limit) }
        if start.word == rules.words.month, first.from.month == first.to.month || true,
            let month = value(tokens[index]), (1...12).contains(month), digits(tokens[index]) <= 2
        {
            let (year, end) = year(after: index + 1, limit)
            return months(month, month, year, first.tokens.lowerBound..<end)
        }
        return nil
    }

    private func singlePeriod(_ index: Int, _ limit: Int) -> TimeMention? {
        guard index < limit else { return nil }
        let token = tokens[index]
        let words = rules.words
        if token.kind == .number { return numberPeriod(index, limit) }
        guard token.kind == .word, token.word != 0 else { return nil }
        switch token.word {
        case words.day:
            if let list = dayList(index + 1, from: index, limit) { return list }
            guard let (date, end) = day(tokens, index, limit) else { return lonelyDay(index, limit) }
            return TimeMention(tokens: index..<end, from: date, to: date, isDay: true)
        case words.month:
            guard let (month, year, end) = monthAndYear(tokens, index, limit) else { return nil }
            return months(month, month, year, index..<end)
        case words.quarter: return quarter(number: index + 1, index, limit)
        case words.year:
            guard index + 1 < limit, let year = value(tokens[index + 1]), digits(tokens[index + 1]) >= 4
            else { return nil }
            let printed = trimmedYear(year, tokens[index + 1])
            return (1990...2099).contains(printed) ? yearPeriod(printed, index..<index + 2) : nil
        case words.last, words.first: return edge(index, limit)
        case words.week: return edgeWeek(index, limit)
        default:
            guard words.earlyDays.contains(token) else { return nil }
            guard let (date, end) = day(tokens, index, limit) else { return lonelyDay(index, limit) }
            return TimeMention(tokens: index..<end, from: date, to: date, isDay: true)
        }
    }

    /// "ngày 20" with no month: the twentieth of each month, where the sentence says so.
    private func lonelyDay(_ index: Int, _ limit: Int) -> TimeMention? {
        var next = index + 1
        if next < limit, rules.words.earlyDays.contains(tokens[next]) { next += 1 }
        guard next < limit, let day = value(tokens[next]), (1...31).contains(day), digits(tokens[next]) <= 2
        else { return nil }
        let date = PartialDate(day: day)
        return TimeMention(tokens: index..<next + 1, from: date, to: date, isDay: true)
    }

    /// "ngày 24, 25 và 26 tháng 8 năm 2026", from the first number on; `start` is the word "ngày", if there is one.
    private func dayList(_ index: Int, from start: Int, _ limit: Int) -> TimeMention? {
        var next = index
        var days: [Int] = []
        while next < limit, let day = value(tokens[next]), (1...31).contains(day), digits(tokens[next]) <= 2 {
            days.append(day)
            next += 1
            guard next < limit else { return nil }
            let token = tokens[next]
            let isLink =
                token.isMark(.comma) || token.isMark(.dash)
                || token.kind == .word && (token.word == rules.words.and || token.word == rules.words.to)
            guard isLink else { break }
            next += 1
        }
        guard days.count >= 2, next < limit, let lowest = days.min(), let highest = days.max() else {
            return nil
        }
        var last: (month: Int, year: Int?, end: Int)?
        if tokens[next].kind == .word, tokens[next].word == rules.words.month {
            last = monthAndYear(tokens, next, limit, isBehindDay: true)
        } else if tokens[next].isMark(.slash), let (date, end) = day(tokens, next - 1, limit),
            let month = date.month
        {
            last = (month, date.year, end)
        }
        return last.map { month, year, end in
            TimeMention(
                tokens: start..<end, from: PartialDate(year: year, month: month, day: lowest),
                to: PartialDate(year: year, month: month, day: highest), isDay: false, bound: .span,
                isList: start == index)
        }
    }

    /// "05/12/2023", "30/6", "11/2023", "6 tháng đầu năm 2026".
    private func numberPeriod(_ index: Int, _ limit: Int) -> TimeMention? {
        guard let number = value(tokens[index]), index + 1 < limit else { return nil }
        // "Tuần 2 tháng 3/2026" is a week of the month.
        if index > 0, tokens[index - 1].kind == .word, tokens[index - 1].word == rules.words.week {
            return nil
        }
        if let span = daySpan(index, limit) { return span }
        if tokens[index + 1].isMark(.comma), let list = dayList(index, from: index, limit), list.to.isFull {
            return list
        }
        if tokens[index + 1].kind == .word, tokens[index + 1].word == rules.words.month {
            guard index + 2 < limit, tokens[index + 2].kind == .word else {
                return monthsAfterDay(index, limit)
            }
            let edge = tokens[index + 2].word
            if edge == rules.words.first || edge == rules.words.last, (1...11).contains(number),
                index + 3 < limit, tokens[index + 3].word == rules.words.year, tokens[index + 3].kind == .word
            {
                let (year, end) = year(after: index + 4, limit)
                return edge == rules.words.first
                    ? months(1, number, year, index..<max(end, index + 4))
                    : months(13 - number, 12, year, index..<max(end, index + 4))
            }
            return monthsAfterDay(index, limit)
        }
        guard
            tokens[index + 1].isMark(.slash) || tokens[index + 1].isMark(.dash)
                || tokens[index + 1].isMark(.stop)
        else { return nil }
        if index + 2 < limit,
            tokens[index + 1].isMark(.slash)
                || tokens[index + 1].isMark(.dash) && !tokens[index + 1].isSpaced,
            !tokens[index + 2].isSpaced,
            let year = value(tokens[index + 2]), digits(tokens[index + 2]) == 4, (1...12).contains(number),
            (1990...2099).contains(year)
        {
            return months(number, number, year, index..<index + 3)
        }
        if let (date, end) = day(tokens, index, limit) {
            // "2-9", "1-2" without a year are days only after "ngày".
            guard date.year != nil || tokens[index + 1].isMark(.slash) else { return nil }
            guard !tokens[index + 1].isSpaced || !tokens[index + 2].isSpaced else { return nil }
            return TimeMention(tokens: index..<end, from: date, to: date, isDay: true)
        }
        // "2024 - 2030".
        if digits(tokens[index]) == 4, (1990...2099).contains(number), tokens[index + 1].isMark(.dash),
            index + 2 < limit,
            let last = value(tokens[index + 2]), digits(tokens[index + 2]) == 4, (1990...2099).contains(last),
            isStage(index)
        {
            var mention = yearPeriod(number, index..<index + 3)
            mention.to = PartialDate(year: last, month: 12, day: 31)
            mention.bound = .span
            return mention
        }
        return nil
    }

    /// "15 - 20/3/2026", "15-20 tháng 3", "từ 15 đến 20/3" without "ngày".
    private func daySpan(_ index: Int, _ limit: Int) -> TimeMention? {
        guard index + 3 < limit,
            tokens[index + 1].isMark(.dash)
                || tokens[index + 1].kind == .word && tokens[index + 1].word == rules.words.to,
            let first = value(tokens[index]),
            digits(tokens[index]) <= 2, let last = value(tokens[index + 2]), digits(tokens[index + 2]) <= 2,
            first >= 1, first < last, last <= 31, let (date, end) = day(tokens, index + 2, limit),
            date.month != nil,
            !tokens[index + 3].isMark(.dash)
        else { return nil }
        return TimeMention(
            tokens: index..<end, from: PartialDate(year: date.year, month: date.month, day: first), to: date,
            isDay: false, bound: .span)
    }

    private func isStage(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = tokens[index - 1]
        return before.kind == .word
            && [rules.words.stage, rules.words.year, rules.words.inside].contains(before.word)
            || before.isMark(.colon)
            || index > 1 && before.flags.isEmpty == false && before.kind == .mark
    }

    private func monthsAfterDay(_ index: Int, _ limit: Int) -> TimeMention? {
        guard let (date, end) = day(tokens, index, limit) else { return nil }
        return TimeMention(tokens: index..<end, from: date, to: date, isDay: true)
    }

    private func quarter(number index: Int, _ start: Int, _ limit: Int) -> TimeMention? {
        guard index < limit else { return nil }
        let token = tokens[index]
        var quarter: Int?
        if token.kind == .word { quarter = rules.words.romans.firstIndex(of: token.word).map { $0 + 1 } }
        if let number = value(token), (1...4).contains(number) { quarter = number }
        guard let quarter else { return nil }
        let (year, end) = year(after: index + 1, limit)
        return months(quarter * 3 - 2, quarter * 3, year, start..<end)
    }

    /// "/2026", "năm 2026", "-2026" after a month or quarter.
    private func year(after index: Int, _ limit: Int) -> (Int?, Int) {
        guard index + 1 < limit else { return (nil, min(index, limit)) }
        let token = tokens[index]
        let isLink =
            token.isMark(.slash) || token.isMark(.dash)
            || token.kind == .word && token.word == rules.words.year
        if isLink, let year = value(tokens[index + 1]), digits(tokens[index + 1]) >= 4 {
            return (trimmedYear(year, tokens[index + 1]), index + 2)
        }
        if let year = value(token), digits(token) == 4, (1990...2099).contains(year) {
            return (year, index + 1)
        }
        return (nil, index)
    }

    /// "cuối năm 2026", "đầu tháng 5/2026".
    private func edge(_ index: Int, _ limit: Int) -> TimeMention? {
        guard index + 1 < limit, tokens[index + 1].kind == .word else { return nil }
        let isEnd = tokens[index].word == rules.words.last
        if tokens[index + 1].word == rules.words.year {
            let (year, end) = year(after: index + 1, limit)
            guard isEnd else { return nil }
            let date = PartialDate(year: year, month: 12, day: 31)
            return TimeMention(tokens: index..<max(end, index + 2), from: date, to: date, isDay: true)
        }
        guard [rules.words.month, rules.words.quarter].contains(tokens[index + 1].word),
            var mention = singlePeriod(index + 1, limit)
        else { return nil }
        mention.tokens = index..<mention.tokens.upperBound
        if isEnd {
            mention.from = mention.to
            mention.isDay = true
        }
        return mention
    }

    /// "Tuần đầu tháng 12/2026" is its days 1 to 7, "tuần cuối tháng 12" its last seven; for "tuần thứ hai", whose days
    /// the text doesn't say, the month stands.
    private func edgeWeek(_ index: Int, _ limit: Int) -> TimeMention? {
        // "02 tuần đầu tháng 12" are more than one.
        if index > 0, tokens[index - 1].kind == .number { return nil }
        var next = index + 1
        guard next + 1 < limit else { return nil }
        let isLast = isWord(tokens[next], "cuối")
        var isFirst = true
        if isWord(tokens[next], "thứ"), isWord(tokens[next + 1], "nhất") {
            next += 2
        } else if let after = weekNumber(next) {
            isFirst = false
            next = after
        } else if isLast || isWord(tokens[next], "đầu") {
            next += 1
            if next < limit, isWord(tokens[next], "tiên") || isWord(tokens[next], "cùng") { next += 1 }
        } else {
            return nil
        }
        while next < limit, isWord(tokens[next], "của") || isWord(tokens[next], "trong") { next += 1 }
        guard next < limit, tokens[next].kind == .word, tokens[next].word == rules.words.month,
            var mention = singlePeriod(next, limit), let last = mention.to.day
        else { return nil }
        mention.tokens = index..<mention.tokens.upperBound
        if isLast { mention.from.day = last - 6 } else if isFirst { mention.to.day = 7 }
        return mention
    }

    /// Behind "thứ hai", "thứ 3", "2".
    private func weekNumber(_ index: Int) -> Int? {
        var next = index
        if isWord(tokens[next], "thứ") { next += 1 }
        if let number = value(tokens[next]) { return (1...5).contains(number) ? next + 1 : nil }
        return next > index && ["hai", "ba", "tư", "năm"].contains { isWord(tokens[next], $0) }
            ? next + 1 : nil
    }

    private func months(_ first: Int, _ last: Int, _ year: Int?, _ range: Range<Int>) -> TimeMention {
        TimeMention(
            tokens: range, from: PartialDate(year: year, month: first, day: 1),
            to: PartialDate(
                year: year, month: last,
                day: PartialDate.lastDay(ofMonth: last, year: year ?? planYear ?? 2001)), isDay: false)
    }

    private func yearPeriod(_ year: Int, _ range: Range<Int>) -> TimeMention {
        TimeMention(
            tokens: range, from: PartialDate(year: year, month: 1, day: 1),
            to: PartialDate(year: year, month: 12, day: 31), isDay: false)
    }

    var planYear: Int? { plan.year }
}
