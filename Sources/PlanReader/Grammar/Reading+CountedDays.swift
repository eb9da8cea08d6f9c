extension Reading {
    /// "40 ngày trước ngày bầu cử (15/3/2026)", "trước 40 ngày so với ngày bầu cử (15/3/2026)", "trước ngày bầu cử
    /// (15/3/2026) 40 ngày": the named day is not the last one, which lies so many days before it.
    ///
    /// Without a mention where the count can't be taken off, as with working days: no time is better than a wrong one.
    func countedBack(_ index: Int, _ limit: Int) -> (mention: TimeMention?, end: Int)? {
        var start = index
        if tokens[index].cue.contains(.before), let after = dayThenCount(index, limit) { return after }
        while start < limit, tokens[start].cue.contains(.before) || start > index && isLeast(start) {
            start += max(1, Int(tokens[start].cueLength))
        }
        guard start < limit, let count = count(start, limit), count.end < limit else { return nil }
        if tokens[count.end].cue.contains(.before) {
            if let day = dayBefore(index, count.end, limit) {
                return (earlier(day.mention, count.days, index..<day.end), day.end)
            }
            guard let day = boundedTime(count.end, limit), day.isDay else { return nil }
            return (earlier(day, count.days, index..<day.tokens.upperBound), day.tokens.upperBound)
        }
        // "trước 40 ngày so với ngày …", "trước 40 ngày tính đến ngày …".
        guard start > index, isWord(tokens[count.end], "so") || isWord(tokens[count.end], "tính") else {
            return nil
        }
        for next in count.end + 1..<min(count.end + 12, limit) {
            if tokens[next].isMark(.stop) || tokens[next].isMark(.semicolon) { return nil }
            if let day = period(next, limit), day.isDay, day.to.month != nil {
                return (earlier(day, count.days, index..<day.tokens.upperBound), day.tokens.upperBound)
            }
        }
        return nil
    }

    /// "công bố ngày bầu cử (Chủ nhật, ngày 14/6/2026) chậm nhất 20 ngày trước ngày bầu cử": the event's day stands
    /// before the count.
    private func dayBefore(_ index: Int, _ bound: Int, _ limit: Int) -> (mention: TimeMention, end: Int)? {
        let start = bound + max(1, Int(tokens[bound].cueLength))
        guard start + 1 < limit, tokens[start].kind == .word, tokens[start + 1].kind == .word,
            index > 12, tokens[start].word != 0
        else { return nil }
        for open in stride(from: index - 1, to: index - 12, by: -1) where tokens[open].isMark(.open) {
            guard tokens[open - 1].kind == .word, tokens[open - 1].word == tokens[start + 1].word,
                tokens[open - 2].word == tokens[start].word,
                let day = (open..<index).lazy.compactMap({ self.period($0, index) }).first, day.isDay
            else { return nil }
            return (day, start + 2)
        }
        return nil
    }

    private func dayThenCount(_ index: Int, _ limit: Int) -> (mention: TimeMention?, end: Int)? {
        guard let day = boundedTime(index, limit), day.isDay, day.to.month != nil else { return nil }
        var next = day.tokens.upperBound
        while next < limit, tokens[next].isMark(.close) || isLeast(next) { next += 1 }
        guard next < limit, let count = count(next, limit) else { return nil }
        return (earlier(day, count.days, index..<count.end), count.end)
    }

    /// "ít nhất", "tối thiểu".
    private func isLeast(_ index: Int) -> Bool {
        ["ít", "nhất", "tối", "thiểu", "là", "thứ"].contains { isWord(tokens[index], $0) }
    }

    /// "40 ngày", "02 tuần"; nil days for "05 ngày làm việc", whose days off aren't known.
    private func count(_ index: Int, _ limit: Int) -> (days: Int?, end: Int)? {
        guard index + 1 < limit, let number = value(tokens[index]), digits(tokens[index]) <= 3,
            tokens[index + 1].kind == .word, tokens[index + 1].isSpaced
        else { return nil }
        var end = index + 2
        let isWeek = tokens[index + 1].word == rules.words.week
        guard isWeek || tokens[index + 1].word == rules.words.day else { return nil }
        if end + 1 < limit, isWord(tokens[end], "làm"), isWord(tokens[end + 1], "việc") {
            end += 2
            return (nil, end)
        }
        return (isWeek ? number * 7 : number, end)
    }

    private func earlier(_ day: TimeMention, _ days: Int?, _ range: Range<Int>) -> TimeMention? {
        guard let days, var date = completed(day.to, returnsYearly: false, returnsMonthly: false),
            date.isFull, date.isReal
        else { return nil }
        for _ in 0..<days { date = date.dayBefore }
        return TimeMention(tokens: range, from: date, to: date, isDay: true, bound: .before)
    }
}

extension PartialDate {
    /// Of a full date.
    fileprivate var dayBefore: PartialDate {
        guard let year, let month, let day else { return self }
        if day > 1 { return PartialDate(year: year, month: month, day: day - 1) }
        if month == 1 { return PartialDate(year: year - 1, month: 12, day: 31) }
        return PartialDate(
            year: year, month: month - 1, day: Self.lastDay(ofMonth: month - 1, year: year))
    }
}
