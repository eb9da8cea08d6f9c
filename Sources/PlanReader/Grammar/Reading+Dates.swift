extension Reading {
    /// A day at `index`: "ngày 05 tháng 01 năm 2026", "05/01/2026", "05-01-2026", "30/6", "mùng 5/6".
    ///
    /// The year is nil where none is printed.
    func day(_ tokens: [Token], _ index: Int, _ limit: Int) -> (PartialDate, Int)? {
        guard let (date, end) = printedDay(tokens, index, limit) else { return nil }
        // "32/5/2026", "15/13/2026" stand as printed, to be warned of; without a year such numbers are no day.
        let isOfCalendar = (date.day ?? 1) <= 31 && (date.month ?? 1) <= 12
        return isOfCalendar || date.isFull ? (date, end) : nil
    }

    private func printedDay(_ tokens: [Token], _ index: Int, _ limit: Int) -> (PartialDate, Int)? {
        var next = index
        if next < limit, tokens[next].kind == .word, tokens[next].word == rules.words.day { next += 1 }
        if next < limit, rules.words.earlyDays.contains(tokens[next]) { next += 1 }
        let isNamed = next > index
        guard next < limit, let day = value(tokens[next]), day >= 1, digits(tokens[next]) <= 2 else {
            return nil
        }
        next += 1
        guard next < limit else { return nil }
        if tokens[next].kind == .word, tokens[next].word == rules.words.month {
            return monthAndYear(tokens, next, limit, isBehindDay: true).map { month, year, end in
                (PartialDate(year: year, month: month, day: day), end)
            }
        }
        for mark in [UInt8.slash, .dash, .stop] where tokens[next].isMark(mark) {
            guard next + 1 < limit, let month = value(tokens[next + 1]), month >= 1,
                digits(tokens[next + 1]) <= 2
            else { return nil }
            let end = next + 2
            if end + 1 < limit, tokens[end].isMark(mark), let year = value(tokens[end + 1]),
                digits(tokens[end + 1]) >= 4
            {
                // "năm 202410": a footnote's mark behind the year.
                return (
                    PartialDate(year: trimmedYear(year, tokens[end + 1]), month: month, day: day), end + 2
                )
            }
            if mark == .slash {
                if end + 1 < limit, tokens[end].kind == .word, tokens[end].word == rules.words.year,
                    let year = value(tokens[end + 1]), digits(tokens[end + 1]) == 4
                {
                    return (PartialDate(year: year, month: month, day: day), end + 2)
                }
                return (PartialDate(month: month, day: day), end)
            }
            if mark == .dash, isNamed { return (PartialDate(month: month, day: day), end) }
        }
        return nil
    }

    /// "tháng 9 năm 2024", "tháng 9/2024", "tháng 9", "tháng Chín" from the word "tháng" on.
    func monthAndYear(_ tokens: [Token], _ index: Int, _ limit: Int, isBehindDay: Bool = false) -> (
        month: Int, year: Int?, end: Int
    )? {
        var next = index + 1
        guard next < limit else { return nil }
        let month: Int
        if let number = value(tokens[next]), number >= 1, number <= 12 || isBehindDay,
            digits(tokens[next]) <= 2
        {
            month = number
            next += 1
        } else if let named = namedMonth(tokens, next, limit, isBehindDay: isBehindDay) {
            (month, next) = named
        } else {
            return nil
        }
        if next + 1 < limit {
            if tokens[next].kind == .word, tokens[next].word == rules.words.year,
                let year = value(tokens[next + 1]),
                digits(tokens[next + 1]) >= 4
            {
                return (month, trimmedYear(year, tokens[next + 1]), next + 2)
            }
            if tokens[next].isMark(.slash) || tokens[next].isMark(.dash), let year = value(tokens[next + 1]),
                digits(tokens[next + 1]) == 4
            {
                return (month, year, next + 2)
            }
        }
        return (month, nil, next)
    }

    /// "Tám", "mười một" behind "tháng"; "tháng Giêng" and "tháng Chạp" are of the moon's year and name no day here.
    ///
    /// "mỗi tháng hai lần" counts, so that small letters name a month only behind a day or before a year.
    private func namedMonth(_ tokens: [Token], _ index: Int, _ limit: Int, isBehindDay: Bool) -> (
        month: Int, end: Int
    )? {
        let words = rules.words
        guard tokens[index].kind == .word, let first = words.months.firstIndex(of: tokens[index].word) else {
            return nil
        }
        var month = first + 1
        var end = index + 1
        if month == 10, end < limit, tokens[end].kind == .word,
            let second = words.months.prefix(2).firstIndex(of: tokens[end].word)
        {
            month += second + 1
            end += 1
        }
        // "ngày … tháng … năm 2026" with its blanks left empty.
        if month == 5, end < limit, tokens[end].kind == .number,
            !tokens[index].isCapital || tokens[index].flags.contains(.allCapitals)
        {
            return nil
        }
        let isBeforeYear =
            end + 1 < limit && tokens[end + 1].kind == .number && digits(tokens[end + 1]) == 4
            && (tokens[end].isMark(.slash) || tokens[end].kind == .word && tokens[end].word == words.year)
        return tokens[index].isCapital || isBehindDay || isBeforeYear ? (month, end) : nil
    }

    /// 2024 out of 202410, whose last digits are a footnote's mark.
    func trimmedYear(_ year: Int, _ token: Token) -> Int {
        switch digits(token) {
        case 5: year / 10
        case 6: year / 100
        default: year
        }
    }
}
