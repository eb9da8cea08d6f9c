extension Reading {
    /// Last days named in a report's sentence, each with the period that it covers.
    ///
    /// - Parameter addressee: the token behind the addressee's name, where a day needs no bound: "báo cáo UBND tỉnh
    ///   ngày 20/11/2026".
    func reportDays(_ range: Range<Int>, behind addressee: Int? = nil) -> [(
        by: Found<PartialDate>?, covers: Found<String>?
    )] {
        var days: [(by: Found<PartialDate>?, covers: Found<String>?)] = []
        /// Days to which the plan lends its year.
        var lent: [Int] = []
        var last = range.lowerBound
        var next = addressee
        for mention in timeMentions(range) {
            let isNext = next.map { isDirectly(mention, behind: $0) } ?? false
            guard
                mention.bound == .before || mention.bound == .complete || isNext
                    || mention.to.month == nil && mention.to.year == nil || isEnd(mention, range.upperBound)
            else { continue }
            if isNext { next = mention.tokens.upperBound }
            let (yearly, monthly) = returns(mention, in: range)
            if let quarter = quarterEnd(mention, range) {
                days.append((nil, quarter))
                last = mention.tokens.upperBound
                continue
            }
            guard let date = completed(mention.to, returnsYearly: yearly, returnsMonthly: monthly) else {
                continue
            }
            if mention.to.year == nil, mention.to.month != nil { lent.append(days.count) }
            let behind = bracket(after: mention.tokens.upperBound, range.upperBound)
            let covers =
                behind.flatMap { coverage($0.lowerBound, $0.upperBound, isNearest: true) }
                ?? coverage(last, mention.tokens.lowerBound, isNearest: true)
            days.append(
                (
                    Found(
                        date, range: source(mention.tokens),
                        rule: isNext ? Self.dayBehind : boundRule("report", mention)),
                    covers
                ))
            last = behind?.upperBound ?? mention.tokens.upperBound
        }
        // "… trước ngày 10/6 (6 tháng) và trước ngày 05/12 hằng năm (năm)": the word holds for both.
        if days.count > 1, let last = days.last?.by?.value, last.year == nil, last.month != nil {
            for index in lent { days[index].by?.value.year = nil }
        }
        return days
    }

    /// The rule by which a report's day needs no bound.
    static let dayBehind = "report.by-behind"

    /// Nothing but a comma, "và", "định kỳ" or the channel in brackets stands between.
    private func isDirectly(_ mention: TimeMention, behind index: Int) -> Bool {
        let end = mention.tokens.upperBound
        // "báo cáo UBND tỉnh cuối năm trước ngày 10/12": the bound behind it counts.
        guard mention.isDay, !mention.isAside, mention.bound == .none || mention.bound == .inside,
            mention.tokens.lowerBound >= index, end >= tokens.count || !tokens[end].cue.contains(.before)
        else { return false }
        var between = index
        while between < mention.tokens.lowerBound {
            if tokens[between].isMark(.open) {
                while between < mention.tokens.lowerBound, !tokens[between].isMark(.close) { between += 1 }
            } else if !tokens[between].isMark(.comma), !isWord(tokens[between], "và"),
                !isWord(tokens[between], "định"), !isWord(tokens[between], "kỳ")
            {
                return false
            }
            between += 1
        }
        return true
    }

    /// "cuối tháng 6", "cuối năm": a day without a bound's word; "cuối năm trước ngày 10/12" has it behind.
    private func isEnd(_ mention: TimeMention, _ limit: Int) -> Bool {
        let next = mention.tokens.upperBound
        return mention.isDay && mention.bound == .none && isWord(tokens[mention.tokens.lowerBound], "cuối")
            && (next >= limit || !tokens[next].cue.contains(.before))
    }

    /// "(đối với báo cáo 6 tháng)" behind a day, within two words.
    private func bracket(after index: Int, _ limit: Int) -> Range<Int>? {
        guard let open = (index..<min(index + 3, limit)).first(where: { tokens[$0].isMark(.open) }) else {
            return nil
        }
        let close = (open..<min(open + 12, limit)).first { tokens[$0].isMark(.close) }
        return close.map { open..<$0 }
    }

    /// "ngày 20 tháng cuối quý", "ngày 25 của tháng cuối mỗi quý": returns four times a year, which is no one day.
    private func quarterEnd(_ mention: TimeMention, _ range: Range<Int>) -> Found<String>? {
        guard mention.to.month == nil, mention.to.year == nil else { return nil }
        let start = mention.tokens.upperBound
        for index in start..<min(start + 6, range.upperBound) {
            if tokens[index].kind == .mark { return nil }
            if tokens[index].kind == .word, tokens[index].word == rules.words.quarter {
                return Found("quý", range: source(index..<index + 1), rule: "report.covers")
            }
        }
        return nil
    }

    /// "6 tháng", "9 tháng", "quý", "năm" before a day.
    func coverage(_ lower: Int, _ upper: Int, isNearest: Bool = false) -> Found<String>? {
        var index = upper - 1
        while index >= lower {
            let token = tokens[index]
            if token.kind == .word, token.word != 0 {
                if token.word == rules.words.month, index > lower, let number = value(tokens[index - 1]),
                    number == 6 || number == 9
                {
                    return Found(
                        "\(number) tháng", range: source(index - 1..<index + 1), rule: "report.covers")
                }
                if token.word == rules.words.quarter {
                    return Found("quý", range: source(index..<index + 1), rule: "report.covers")
                }
                if token.word == rules.words.year, isNearest || index > lower,
                    !isYearNumber(index + 1, upper), !isNamedYear(index),
                    index + 1 >= tokens.count || !isWord(tokens[index + 1], "học")
                {
                    return Found("năm", range: source(index..<index + 1), rule: "report.covers")
                }
            }
            index -= 1
        }
        return nil
    }

    private func isYearNumber(_ index: Int, _ upper: Int) -> Bool {
        index < upper && tokens[index].kind == .number && !isNearBracket(index + 1, upper)
    }

    private func isNearBracket(_ index: Int, _ upper: Int) -> Bool {
        index < upper && tokens[index].isMark(.open) || index == upper
    }

    private func isNamedYear(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = tokens[index - 1]
        // "sơ kết 3 năm"; "tháng 6, năm" and "15/6 năm" end a day.
        let isCount =
            before.isSpaced && (value(before).map { (2...50).contains($0) } ?? false)
            && !(index > 1 && tokens[index - 2].kind == .word && tokens[index - 2].word == rules.words.month)
        // "thứ Năm" is a day of the week.
        return isWord(before, "đầu") || isWord(before, "thứ") || isCount
    }
}
