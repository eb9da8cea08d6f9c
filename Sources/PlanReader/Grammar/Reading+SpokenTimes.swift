extension Reading {
    /// So many words of a time that is no day are kept.
    private static let mostWords = 12

    /// The words of a time that names no day: "hằng tuần", "trước Tết Nguyên đán", "ngày 10 tháng Chạp", two days at
    /// once; nil where the sentence speaks of none.
    func spokenTime(_ range: Range<Int>) -> Found<String>? {
        spokenSpan(range).map { found($0, rule: "when.words") }
    }

    /// The words of a field or cell of time, whole.
    func spokenTime(inField range: Range<Int>) -> Found<String>? {
        var words = range
        while let last = words.last, tokens[last].isMark(.stop) || tokens[last].isMark(.semicolon) {
            words = words.lowerBound..<last
        }
        guard !words.isEmpty, words.count <= 2 * Self.mostWords else { return nil }
        return found(words, rule: "when.words")
    }

    private func spokenSpan(_ range: Range<Int>) -> Range<Int>? {
        let starters = rules.words.spokenStarters
        let cues: Cue = [.before, .yearly, .monthly]
        for index in range
        where starters.contains(tokens[index]) || !tokens[index].cue.isDisjoint(with: cues) {
            guard let end = spokenEnd(index, range.upperBound) else { continue }
            return boundStart(index, range.lowerBound)..<endOfTime(end, range.upperBound)
        }
        // Days that are no single last one: "trước ngày 15/6 và ngày 15/12".
        let mentions = timeMentions(range).filter { $0.bound == .before || $0.bound == .complete }
        guard let first = mentions.first, let last = mentions.last else { return nil }
        let end = endOfTime(first.tokens.lowerBound, range.upperBound)
        let span = first.tokens.lowerBound..<max(last.tokens.upperBound, end)
        return span.count <= 2 * Self.mostWords ? span : first.tokens
    }

    /// Behind the words that open such a time at `index`.
    private func spokenEnd(_ index: Int, _ limit: Int) -> Int? {
        let token = tokens[index]
        if isWord(token, "định"), index + 1 < limit, isWord(tokens[index + 1], "kỳ") {
            let next = index + 2
            if next < limit, let end = spokenEnd(next, limit) { return end }
            if next < limit, tokens[next].cue.contains(.before) {
                let end = endOfTime(next, limit)
                return end > next ? end : nil
            }
            return next < limit && isSpan(next, limit) ? next + 1 : nil
        }
        if token.cue.contains(.yearly) || token.cue.contains(.monthly), token.cueLength > 0 {
            return index + Int(token.cueLength)
        }
        if ["hằng", "hàng", "mỗi", "từng"].contains(where: { isWord(token, $0) }), index + 1 < limit,
            isSpan(index + 1, limit)
        {
            return index + 2
        }
        if token.cue.contains(.before), token.cueLength > 0 {
            let next = index + Int(token.cueLength)
            return next < limit && namesOccasion(next) ? endOfName(next, limit) : nil
        }
        if let end = openEnd(index, limit) {
            return end + 1 < limit && isWord(tokens[end + 1], "đi") ? end + 2 : end
        }
        // "trong vòng 05 ngày làm việc kể từ ngày ký".
        if isWord(token, "trong"), index + 2 < limit, isWord(tokens[index + 1], "vòng"),
            tokens[index + 2].kind == .number
        {
            return endOfClause(index + 3, limit)
        }
        let said = rules.form.match(tokens, index, limit)
        if said.cue.contains(.onDemand) { return index + said.length }
        // "ngày 15 tháng 5 (âm lịch)", "ngày 10 tháng Chạp".
        if token.word == rules.words.month, token.word != 0, index + 1 < limit {
            let next = tokens[index + 1]
            if isWord(next, "giêng") || isWord(next, "chạp") { return index + 2 }
            if next.kind == .number { return lunarEnd(index + 2, limit) }
        }
        return nil
    }

    /// "trước ngày 15" before "tháng Chạp".
    private func boundStart(_ index: Int, _ lower: Int) -> Int {
        var start = index
        if start > lower, tokens[start - 1].kind == .number { start -= 1 }
        if start > lower, start < index, tokens[start - 1].kind == .word,
            tokens[start - 1].word == rules.words.day
        {
            start -= 1
        }
        for length in 1...3 where start < index && start - length >= lower {
            let bound = tokens[start - length]
            if bound.cue.contains(.before), start - length + Int(bound.cueLength) >= start {
                return start - length
            }
        }
        return start
    }

    /// "trước Tết Nguyên đán", "trước khi khai giảng"; "trước mắt", "trước tình hình" are no times.
    private func namesOccasion(_ index: Int) -> Bool {
        tokens[index].kind == .word
            && (tokens[index].isCapital || rules.words.timeOccasions.contains(tokens[index]))
    }

    /// A name to its end, before a mark or the next verb.
    private func endOfName(_ start: Int, _ limit: Int) -> Int {
        var end = start + 1
        while end < limit, end < start + Self.mostWords, tokens[end].kind != .mark,
            tokens[end].cue.isDisjoint(with: [.duty, .stop, .modal]) || end == start + 1
        { end += 1 }
        return end
    }

    private func endOfClause(_ start: Int, _ limit: Int) -> Int {
        var end = start
        while end < limit, end < start + Self.mostWords, tokens[end].kind != .mark { end += 1 }
        return end
    }

    /// A bounded day directly behind belongs to it: "hằng quý, trước ngày 25 của tháng cuối quý".
    private func endOfTime(_ end: Int, _ limit: Int) -> Int {
        if let lunar = lunarEnd(end, limit) { return lunar }
        var next = end
        if next < limit, tokens[next].isMark(.comma) || tokens[next].isMark(.open) { next += 1 }
        guard next < limit, tokens[next].cue.contains(.before), let mention = boundedTime(next, limit) else {
            return end
        }
        next = mention.tokens.upperBound
        while next < limit, next < mention.tokens.upperBound + 5, tokens[next].kind == .word,
            tokens[next].cue.isDisjoint(with: [.duty, .modal, .send])
        { next += 1 }
        return next
    }
}
