extension Reading {
    /// Whether a day returns: "hằng năm", "hằng tháng" near it.
    func returns(_ mention: TimeMention, in range: Range<Int>) -> (yearly: Bool, monthly: Bool) {
        var yearly = false
        var monthly = false
        var index = mention.tokens.upperBound
        let end = min(range.upperBound, index + 6)
        while index < end, !tokens[index].isMark(.semicolon), !tokens[index].isMark(.stop) {
            if tokens[index].cue.contains(.yearly) { yearly = true }
            if tokens[index].cue.contains(.monthly) || mention.to.month == nil && isEachMonth(index) {
                monthly = true
            }
            index += 1
        }
        index = mention.tokens.lowerBound
        while index > range.lowerBound, mention.tokens.lowerBound - index < 40 {
            index -= 1
            if tokens[index].isMark(.stop), !isAbbreviation(index) { break }
            if mention.to.month == nil, index + 1 >= mention.tokens.lowerBound, isMonthlyReport(index, range)
            {
                monthly = true
            }
            if tokens[index].cue.contains(.yearly), mention.to.year == nil { yearly = true }
            if tokens[index].cue.contains(.monthly), mention.to.month == nil { monthly = true }
        }
        // "Định kỳ … (trước ngày 10/6)" in a plan for 2023 - 2028 returns each year.
        if !yearly, mention.to.year == nil, mention.to.month != nil, isPeriodic(mention, range),
            spansYears()
        {
            yearly = true
        }
        return (yearly && mention.to.year == nil, monthly && mention.to.month == nil)
    }

    /// "báo cáo tháng (trước ngày 20)", "báo cáo tháng trước ngày 20": up to the bracket or the word before the day.
    private func isMonthlyReport(_ index: Int, _ range: Range<Int>) -> Bool {
        let month = tokens[index].isMark(.open) ? index - 1 : index
        guard month >= range.lowerBound, tokens[month].kind == .word, tokens[month].word == rules.words.month
        else { return false }
        return tokens[index].isMark(.open) || month > range.lowerBound + 1 && isWord(tokens[month - 1], "cáo")
    }

    /// "(tháng 6 hằng năm)": a month or quarter with nothing before it that counts by the words behind it.
    func isEachYear(_ mention: TimeMention, _ range: Range<Int>) -> Bool {
        let next = mention.tokens.upperBound
        return mention.bound == .none && !mention.isDay && mention.to.month != nil && mention.to.year == nil
            && next < range.upperBound && tokens[next].cue.contains(.yearly)
    }

    /// The last day, each year, of a month, quarter or span beside "hằng năm".
    ///
    /// "Vào tháng 4 hằng năm", "Hằng năm, … từ tháng 3 đến tháng 5"; a "kế hoạch hằng năm" says nothing of it.
    func returningEnd(_ mention: TimeMention, in range: Range<Int>) -> PartialDate? {
        guard mention.to.year == nil, mention.to.month != nil, returns(mention, in: range).yearly else {
            return nil
        }
        var start = mention.tokens.lowerBound
        while start > range.lowerBound, !(tokens[start - 1].isMark(.stop) && !isAbbreviation(start - 1)) {
            start -= 1
        }
        let sayings = start..<min(range.upperBound, mention.tokens.upperBound + 6)
        let isSaid = sayings.contains { index in
            tokens[index].cue.contains(.yearly)
                && !(max(start, index - 4)..<index).contains {
                    rules.words.yearlyThings.contains(tokens[$0]) && !tokens[$0].isCapital
                }
        }
        return isSaid ? completed(mention.to, returnsYearly: true, returnsMonthly: false) : nil
    }

    /// "hằng tuần", "mỗi quý", "định kỳ … tháng cuối quý": the sentence says how often, if not on which day.
    func hasRhythm(_ range: Range<Int>) -> Bool {
        range.contains { index in
            let next = index + 1
            guard next < range.upperBound else { return false }
            if ["hằng", "hàng", "mỗi", "từng"].contains(where: { isWord(tokens[index], $0) }) {
                return isSpan(next, range.upperBound)
            }
            guard isWord(tokens[index], "định"), isWord(tokens[next], "kỳ") else { return false }
            return (next + 1..<max(next + 1, min(next + 12, range.upperBound))).contains {
                isSpan($0, range.upperBound)
            }
        }
    }

    /// "tuần", "tháng", "quý"; "năm 2026" and "ngày 10" name one.
    func isSpan(_ index: Int, _ limit: Int) -> Bool {
        let words = rules.words
        guard tokens[index].kind == .word else { return false }
        if [words.week, words.month, words.quarter].contains(tokens[index].word) { return true }
        return [words.day, words.year].contains(tokens[index].word)
            && (index + 1 >= limit || tokens[index + 1].kind != .number)
    }

    private func isPeriodic(_ mention: TimeMention, _ range: Range<Int>) -> Bool {
        for index in range.lowerBound..<mention.tokens.lowerBound where index + 1 < range.upperBound {
            if isWord(tokens[index], "định"), isWord(tokens[index + 1], "kỳ") { return true }
        }
        return false
    }

    /// The title names years more than one apart ("giai đoạn 2023 - 2028"); a body's term of office isn't the plan's.
    func spansYears() -> Bool {
        guard let title = plan.title?.value else { return false }
        let words = title.split { " -–—,.".contains($0) }
        for index in words.indices.dropFirst() {
            guard words[index].utf8.count == 4, let last = Int(words[index]), (1990...2099).contains(last)
            else { continue }
            let before = words[index - 1] == "đến" && index > 1 ? index - 2 : index - 1
            guard words[before].utf8.count == 4, let first = Int(words[before]), first + 1 < last,
                first > 1989
            else { continue }
            if before == 0 || words[before - 1].lowercased() != "kỳ" { return true }
        }
        return false
    }

    /// "của tháng", "tháng sau", not "tháng cuối quý" nor "tháng Chạp".
    private func isEachMonth(_ index: Int) -> Bool {
        guard tokens[index].kind == .word, tokens[index].word == rules.words.month, index + 1 < tokens.count
        else { return false }
        let next = tokens[index + 1]
        // "tháng Chạp", "tháng 13" name one.
        if next.kind == .number || next.isCapital || isWord(next, "giêng") || isWord(next, "chạp") {
            return false
        }
        // "tháng năm 2026" lost its number.
        return
            !(next.kind == .word
            && [rules.words.last, rules.words.first, rules.words.year].contains(next.word))
    }
}
