extension Reading {
    /// What a field "Thời gian thực hiện: …" or a table's cell says.
    func when(inField range: Range<Int>, completes: Bool) -> Found<When>? {
        var mentions = timeMentions(range)
        if mentions.contains(where: { !$0.isAside }) {
            mentions.removeAll { $0.isAside && $0.bound != .before }
        }
        mentions.removeAll { isBeginning($0, in: range) }
        let usable = mentions.compactMap { mention -> (TimeMention, PartialDate, PartialDate)? in
            let (yearly, monthly) = returns(mention, in: range)
            guard let from = completed(mention.from, returnsYearly: yearly, returnsMonthly: monthly),
                let to = completed(mention.to, returnsYearly: yearly, returnsMonthly: monthly)
            else { return nil }
            return (mention, from, to)
        }
        if usable.isEmpty, let years = bareYears(range) { return years }
        guard let first = usable.first, let last = usable.last else {
            return wholeYear(range) ?? adverbTime(range, isField: true)
        }
        let place = source(first.0.tokens.lowerBound..<last.0.tokens.upperBound)
        let bounded = usable.filter { $0.0.bound == .before || $0.0.bound == .complete }
        if bounded.count == 1 || bounded.count > 1 && Set(bounded.map(\.2)).count == 1 {
            return Found(
                .by(bounded[0].2), range: source(bounded[0].0.tokens),
                rule: boundRule("when.field", bounded[0].0))
        }
        if bounded.count > 1 { return nil }
        let isOne = usable.count == 1
        if completes || isOne && first.0.isDay {
            return Found(.by(last.2), range: place, rule: "when.field-day")
        }
        guard first.1.year != nil, last.2.year != nil else {
            // "Tháng 10 hằng năm" too: each year its last day.
            return Found(.by(last.2), range: place, rule: "when.field-day")
        }
        return Found(.between(from: first.1, to: last.2), range: place, rule: "when.field-period")
    }

    /// "Từ 01/10/2026", "Sau ngày 20/5": a beginning without an end is no last day.
    private func isBeginning(_ mention: TimeMention, in range: Range<Int>) -> Bool {
        let before = mention.tokens.lowerBound - 1
        guard mention.bound == .none, before >= range.lowerBound, tokens[before].kind == .word else {
            return false
        }
        return tokens[before].word == rules.words.from
            || before == range.lowerBound && isWord(tokens[before], "sau")
    }

    /// "2025 - 2028" alone in a cell.
    private func bareYears(_ range: Range<Int>) -> Found<When>? {
        let numbers = range.filter { tokens[$0].kind == .number && digits(tokens[$0]) == 4 }
        guard range.count <= 3, let first = numbers.first.flatMap({ value(tokens[$0]) }),
            let last = numbers.last.flatMap({ value(tokens[$0]) }),
            numbers.first == range.first, (1990...2099).contains(first), (first...2099).contains(last),
            numbers.count == range.count || tokens[range.lowerBound + 1].isMark(.dash)
        else { return nil }
        return Found(
            .between(
                from: PartialDate(year: first, month: 1, day: 1),
                to: PartialDate(year: last, month: 12, day: 31)), range: source(range),
            rule: "when.field-years")
    }

    /// "Cả năm", "Trong năm": the plan's own year.
    private func wholeYear(_ range: Range<Int>) -> Found<When>? {
        guard let year = planYear, range.count <= 4,
            !range.contains(where: {
                tokens[$0].cue.contains(.continuous) || tokens[$0].cue.contains(.yearly)
            })
        else { return nil }
        for index in range
        where tokens[index].kind == .word
            && (tokens[index].word == rules.words.all || tokens[index].word == rules.words.inside)
        {
            guard index + 1 < range.upperBound, tokens[index + 1].word == rules.words.year,
                tokens[index + 1].kind == .word
            else { continue }
            return Found(
                .between(
                    from: PartialDate(year: year, month: 1, day: 1),
                    to: PartialDate(year: year, month: 12, day: 31)),
                range: source(range), rule: "when.field-year")
        }
        return nil
    }
}
