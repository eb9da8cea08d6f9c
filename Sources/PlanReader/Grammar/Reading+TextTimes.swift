extension Reading {
    /// What a unit's running text sets as its time, by the rules of the gold.
    func when(inText range: Range<Int>) -> Found<When>? {
        let mentions = timeMentions(range)
        let bounded = mentions.filter {
            // "định kỳ ngày 25 hằng tháng" bounds without a word.
            $0.bound == .before || $0.bound == .complete || isCompleted($0, range)
                || $0.isDay && $0.bound == .none && $0.to.month == nil && $0.to.year == nil
        }
        var days: [PartialDate] = []
        var first: TimeMention?
        for mention in bounded {
            let (yearly, monthly) = returns(mention, in: range)
            guard let date = completed(mention.to, returnsYearly: yearly, returnsMonthly: monthly) else {
                continue
            }
            if first == nil { first = mention }
            if !days.contains(date) { days.append(date) }
        }
        if let first {
            return days.count == 1
                ? Found(.by(days[0]), range: source(first.tokens), rule: boundRule("when", first)) : nil
        }
        if let day = plainDay(mentions) ?? plainSpan(mentions) { return day }
        // "sơ kết vào Quý III/2028 và tổng kết vào Quý IV/2030": two times, not one.
        let expected = mentions.filter {
            $0.bound == .inside
                && (tokens[$0.tokens.lowerBound].word != rules.words.inside
                    || !($0.from.month == 1 && $0.to.month == 12))
        }
        if let mention = mentions.first(where: {
            $0.bound == .span || $0.bound == .inside && isTimeOfUnit($0, range) || isEachYear($0, range)
                || isOwnClause($0, range)
        }), expected.count <= 1 {
            if let date = returningEnd(mention, in: range) {
                return Found(.by(date), range: source(mention.tokens), rule: "when.returning")
            }
            // Two periods run from the first's start to the last's end.
            let last =
                mentions.last {
                    mention.bound == .span && $0.bound == .span && isRealSpan($0, range)
                        || isOwnClause(mention, range) && isOwnClause($0, range)
                } ?? mention
            guard let from = completed(mention.from, returnsYearly: false, returnsMonthly: false),
                let to = completed(last.to, returnsYearly: false, returnsMonthly: false), from.isFull,
                to.isFull, isRealSpan(mention, range)
            else { return adverbTime(range, isField: false) }
            // "vào cuối tháng 6", "dự kiến ngày 15/6" name a day.
            let when = mention.bound == .inside && mention.isDay ? When.by(to) : .between(from: from, to: to)
            return Found(
                when, range: source(mention.tokens.lowerBound..<last.tokens.upperBound), rule: "when.period")
        }
        return adverbTime(range, isField: false)
    }

    /// "Hoàn thành 100% trong năm 2026": the clause begins with "hoàn thành", so that the period's last day counts.
    private func isCompleted(_ mention: TimeMention, _ range: Range<Int>) -> Bool {
        guard mention.bound == .inside, !mention.isAside else { return false }
        var start = mention.tokens.lowerBound
        while start > range.lowerBound, !tokens[start - 1].isMark(.semicolon),
            !(tokens[start - 1].isMark(.stop) && !isAbbreviation(start - 1))
        { start -= 1 }
        return tokens[start].cue.contains(.complete)
    }

    /// "Tổ chức Lễ phát động ngày 20/4/2026": one whole day after the plan's own, which no cited document can have.
    private func plainDay(_ mentions: [TimeMention]) -> Found<When>? {
        guard !mentions.isEmpty, let issued = plan.date?.value, let year = issued.year,
            let month = issued.month
        else {
            return nil
        }
        let own = PartialDate(year: year, month: month, day: issued.day ?? 31)
        let days = mentions.filter { mention in
            let first = mention.tokens.lowerBound
            return mention.bound == .none && mention.isDay && !mention.isAside && mention.to.isFull
                && mention.to > own && first > 0
                && tokens[first].kind == .word && !tokens[first].isCapital && !isAnniversary(first)
        }
        guard let day = days.first, days.allSatisfy({ $0.to == day.to }), days.count == mentions.count else {
            return nil
        }
        return Found(.by(day.to), range: source(day.tokens), rule: "when.day")
    }

    /// "Tổ chức hội nghị 24, 25 và 26 tháng 8 năm 2026": listed days without the word "ngày", after the plan's own.
    private func plainSpan(_ mentions: [TimeMention]) -> Found<When>? {
        guard mentions.count == 1, let span = mentions.first, span.isList, let issued = plan.date?.value,
            var from = Optional(span.from), span.to.isFull, span.to > issued, span.tokens.lowerBound > 0
        else { return nil }
        from.year = from.year ?? span.to.year
        let before = tokens[span.tokens.lowerBound - 1]
        guard from.isFull,
            before.kind == .word && !isAnniversary(span.tokens.lowerBound) || before.isMark(.open)
        else { return nil }
        return Found(.between(from: from, to: span.to), range: source(span.tokens), rule: "when.days")
    }

    /// "kỷ niệm ngày …", "thông qua ngày …", "hợp đồng ký ngày …": what happened or is remembered then.
    private func isAnniversary(_ index: Int) -> Bool {
        ["niệm", "hành", "ký", "qua", "sinh", "lực", "lễ", "tết", "từ", "sau", "phút", "giờ"].contains {
            isWord(tokens[index - 1], $0)
        }
    }

    /// "(Sở X chủ trì; quý IV/2026)", "(tháng 8/2026)": a month or quarter that is all its bracket's clause says.
    private func isOwnClause(_ mention: TimeMention, _ range: Range<Int>) -> Bool {
        let (lower, upper) = (mention.tokens.lowerBound, mention.tokens.upperBound)
        guard mention.bound == .none, mention.isAside, !mention.isDay, mention.to.year != nil,
            !(mention.from.month == 1 && mention.to.month == 12), lower > range.lowerBound,
            upper < range.upperBound
        else { return false }
        return (tokens[lower - 1].isMark(.open) || tokens[lower - 1].isMark(.semicolon))
            && tokens[upper].isMark(.close)
    }

    /// "Trong năm 2025" counts where it opens the sentence; a month or quarter anywhere.
    private func isTimeOfUnit(_ mention: TimeMention, _ range: Range<Int>) -> Bool {
        if mention.tokens.lowerBound == range.lowerBound { return true }
        let isYear = mention.from.month == 1 && mention.to.month == 12
        if isYear, mention.to.year != planYear || spansYears(), closesSentence(mention.tokens, range) {
            return true
        }
        return !isYear
            || closesSentence(mention.tokens, range) && counts(range.lowerBound..<mention.tokens.lowerBound)
    }

    /// "Tổ chức 05 buổi … trong năm 2026": so many of something are to be done.
    private func counts(_ range: Range<Int>) -> Bool {
        range.dropLast().contains {
            tokens[$0].kind == .number && tokens[$0].isSpaced && digits(tokens[$0]) <= 3
                && tokens[$0 + 1].kind == .word && tokens[$0 + 1].isSpaced && !tokens[$0 + 1].isCapital
                && tokens[$0 + 1].word != rules.words.month && tokens[$0 + 1].word != rules.words.year
        }
    }

    /// "giai đoạn 2021 - 2025" of a programme's name is no time.
    private func isRealSpan(_ mention: TimeMention, _ range: Range<Int>) -> Bool {
        if mention.bound == .span, mention.from.day == 1, mention.from.month == 1, mention.to.month == 12 {
            return tokens[mention.tokens.lowerBound].word == rules.words.from
                && tokens[mention.tokens.lowerBound].kind == .word
        }
        // A span of days without "từ" is an event's.
        return tokens[mention.tokens.lowerBound].kind == .word
    }

    /// "thường xuyên" and "hằng năm".
    func adverbTime(_ range: Range<Int>, isField: Bool) -> Found<When>? {
        var yearly: Found<When>?
        for index in range {
            let token = tokens[index]
            let span = index..<index + max(1, Int(token.cueLength))
            if token.cue.contains(.continuous) {
                return Found(.continuous, range: source(span), rule: "when.continuous")
            }
            if token.cue.contains(.yearly), yearly == nil,
                isField || opensClause(index, range) || closesSentence(span, range)
            {
                yearly = Found(.yearly, range: source(span), rule: "when.yearly")
            }
        }
        return yearly
    }

    /// "tổ chức cuộc thi … hằng năm."; "dự toán hằng năm", "kế hoạch hằng năm" say what is yearly.
    private func closesSentence(_ span: Range<Int>, _ range: Range<Int>) -> Bool {
        guard
            span.upperBound >= range.upperBound || tokens[span.upperBound].isMark(.stop)
                || tokens[span.upperBound].isMark(.semicolon)
        else { return false }
        // "từ nguồn sự nghiệp y tế - dân số hằng năm": the money is yearly, however long its name.
        if (max(range.lowerBound, span.lowerBound - 12)..<span.lowerBound).contains(where: {
            isWord(tokens[$0], "nguồn")
        }) {
            return false
        }
        return !(max(range.lowerBound, span.lowerBound - 6)..<span.lowerBound).contains {
            rules.words.yearlyThings.contains(tokens[$0])
        }
    }

    /// At a sentence's begin, or after "định kỳ" or a comma; "ngân sách hằng năm" isn't.
    private func opensClause(_ index: Int, _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound else { return true }
        let before = tokens[index - 1]
        if before.kind == .mark {
            return before.isMark(.stop) || before.isMark(.semicolon) || before.isMark(.open)
        }
        return isWord(before, "kỳ") || tokens[index].isCapital
    }
}
