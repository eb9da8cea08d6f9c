extension Reading {
    /// Adds the duties to report that a unit or a closing paragraph holds.
    ///
    /// A closing paragraph that only asks whoever has trouble to tell of it ("nếu có vướng mắc đề nghị phản ánh về …")
    /// gives nobody a duty.
    ///
    /// - Parameter needsDoer: a duty that names neither who, when nor a certain addressee is none.
    mutating func readReports(
        _ range: Range<Int>, from lead: [Found<String>], isClosing: Bool, needsDoer: Bool = false
    ) {
        var segments = reportSegments(range)
        // "… 6 tháng trước ngày 10/6; báo cáo năm trước ngày 10/12 về Sở X": the addressee stands once.
        for index in segments.indices.reversed()
        where segments[index].to.isEmpty && index + 1 < segments.count {
            if segments[index + 1].sentence == segments[index].sentence {
                segments[index].to = segments[index + 1].to
            }
        }
        for index in segments.indices.dropFirst()
        where segments[index].to.isEmpty && segments[index - 1].sentence == segments[index].sentence {
            segments[index].to = segments[index - 1].to
        }
        let isFarewell = isClosing && lead.isEmpty && self.isClosing(range)
        for segment in segments {
            let all = reporters(segment, lead: lead, isClosing: isClosing)
            // "Các xã báo cáo về Sở Y tế. Sở Y tế tổng hợp, báo cáo …": nobody reports to themselves.
            let others = all.filter { party in !segment.to.contains { $0.value == party.value } }
            let from = others.isEmpty ? all : others
            if from.isEmpty, segment.days.isEmpty,
                isFarewell || segment.to.isEmpty || needsDoer && isVague(segment.to)
            {
                continue
            }
            let place = source(segment.tokens)
            let first = plan.reports.count
            if segment.days.isEmpty {
                plan.reports.append(
                    ReadReport(from: from, to: segment.to, by: nil, covers: segment.covers, range: place))
            }
            for day in segment.days {
                plan.reports.append(
                    ReadReport(from: from, to: segment.to, by: day.by, covers: day.covers, range: place))
            }
            let returns = hasRhythm(segment.tokens)
            for report in first..<plan.reports.count {
                plan.reports[report].returns = returns
                if plan.reports[report].by == nil {
                    plan.reports[report].timeWords = spokenTime(segment.tokens)
                }
            }
        }
    }

    /// "các cơ quan có thẩm quyền": kinds, nobody by name.
    private func isVague(_ to: [Found<String>]) -> Bool {
        to.allSatisfy { $0.value.lowercased().hasPrefix("các ") }
    }

    private struct Segment {
        var tokens: Range<Int>
        var whole: Range<Int>
        var cue: Int
        var sentence: Int
        var to: [Found<String>]
        var days: [(by: Found<PartialDate>?, covers: Found<String>?)]
        var covers: Found<String>?
    }

    /// Stretches between ";" and "." that hold a duty to report.
    private func reportSegments(_ range: Range<Int>) -> [Segment] {
        var segments: [Segment] = []
        var start = range.lowerBound
        var sentence = 0
        var depth = 0
        var index = range.lowerBound
        while index <= range.upperBound {
            let isEnd = index == range.upperBound
            if !isEnd, tokens[index].isMark(.open) { depth += 1 }
            if !isEnd, tokens[index].isMark(.close) { depth = max(0, depth - 1) }
            let isStop =
                !isEnd && tokens[index].isMark(.stop) && !isAbbreviation(index)
                && (index + 1 >= range.upperBound || tokens[index + 1].isSpaced)
            if isEnd || depth == 0 && (tokens[index].isMark(.semicolon) || isStop) {
                if start < index, let segment = segment(start..<index, sentence, range) {
                    segments.append(segment)
                } else if start < index, segments.last?.sentence == sentence,
                    coverage(start, min(start + 3, index), isNearest: true) != nil || isStage(start..<index)
                {
                    // "6 tháng trước ngày 15/6; năm trước ngày 30/11".
                    segments[segments.count - 1].days += reportDays(start..<index)
                    if segments[segments.count - 1].to.isEmpty {
                        segments[segments.count - 1].to = linked(start..<index)
                    }
                }
                start = index + 1
                if isStop { sentence += 1 }
            }
            index += 1
        }
        return segments
    }

    /// "đợt 2 trước ngày 20/4": a few words and the day on which they are reported.
    private func isStage(_ range: Range<Int>) -> Bool {
        guard let bound = range.prefix(8).first(where: { tokens[$0].cue.contains(.before) }),
            !range.prefix(bound - range.lowerBound).contains(where: { isPartyStart($0) }),
            tokens[range.lowerBound].cue.isDisjoint(with: [.duty, .modal])
        else { return false }
        return boundedTime(bound, range.upperBound)?.tokens.upperBound == range.upperBound
    }

    private func segment(_ range: Range<Int>, _ sentence: Int, _ whole: Range<Int>) -> Segment? {
        let hasTrouble = range.contains { tokens[$0].cue.contains(.trouble) }
        var chosen: Int?
        var looked = 0
        var to: [Found<String>] = []
        var end: Int?
        for index in range where tokens[index].cue.contains(.report) {
            guard isDuty(index, range, hasTrouble: hasTrouble) else { continue }
            if chosen != nil, !to.isEmpty { continue }
            looked += 1
            if looked > Self.mostCues { break }
            let addressed = addressees(index, range, hasTrouble: hasTrouble)
            if addressed.isDraft { continue }
            if chosen == nil { chosen = index }
            if to.isEmpty { (to, end) = (addressed.to, addressed.end) }
        }
        guard let cue = chosen else { return sentResults(range, sentence, whole) }
        let days = ownDays(reportDays(range, behind: end), cue: cue, range)
        // "ký ban hành kế hoạch, báo cáo": a paper, no duty.
        if days.isEmpty, to.isEmpty, cue + Int(tokens[cue].cueLength) >= range.upperBound { return nil }
        return Segment(
            tokens: range, whole: whole, cue: cue, sentence: sentence, to: to, days: days,
            covers: days.isEmpty ? coverage(range.lowerBound, range.upperBound) : nil)
    }

    /// "xây dựng kế hoạch trước ngày 10/3 và báo cáo trước ngày 25/11": the first day is another duty's.
    private func ownDays(
        _ days: [(by: Found<PartialDate>?, covers: Found<String>?)], cue: Int, _ range: Range<Int>
    ) -> [(by: Found<PartialDate>?, covers: Found<String>?)] {
        guard days.count > 1, let last = days.last?.by, let first = range.first else { return days }
        let place = source(cue..<cue + 1)
        guard last.range.lower > place.lower,
            let verb = (first..<cue).first(where: {
                tokens[$0].cue.contains(.duty) && !tokens[$0].cue.contains(.coordinate)
            })
        else { return days }
        let start = source(verb..<verb + 1).lower
        let own = days.filter { day in
            guard let by = day.by, day.covers == nil else { return true }
            return by.range.lower > place.lower || by.range.lower < start
        }
        return own.isEmpty ? days : own
    }

    /// "Kết quả thực hiện gửi về Sở X trước ngày …": a report without the word.
    private func sentResults(_ range: Range<Int>, _ sentence: Int, _ whole: Range<Int>) -> Segment? {
        for index in range where tokens[index].cue.contains(.send) {
            let behind = index + Int(tokens[index].cueLength)
            let isResult = (max(range.lowerBound, index - 8)..<min(behind + 1, range.upperBound)).contains {
                isWord(tokens[$0], "kết") && $0 + 1 < range.upperBound && isWord(tokens[$0 + 1], "quả")
            }
            guard isResult else { continue }
            for link in index..<min(index + 12, range.upperBound) where isLink(link) {
                guard let start = partyAfterLink(link, range.upperBound),
                    let span = partySpan(start, range.upperBound)
                else { continue }
                let days = reportDays(range)
                guard !days.isEmpty else { return nil }
                return Segment(
                    tokens: range, whole: whole, cue: index, sentence: sentence,
                    to: parties(span, rule: "report.to"), days: days, covers: nil)
            }
        }
        return nil
    }

    /// "để tổng hợp, báo cáo", "báo cáo viên", "chế độ báo cáo" of others are none.
    private func isDuty(_ index: Int, _ range: Range<Int>, hasTrouble: Bool) -> Bool {
        let next = index + Int(tokens[index].cueLength)
        if next < range.upperBound, rules.words.officers.contains(tokens[next]) { return false }
        // "tiếp nhận báo cáo của các đơn vị" is about papers.
        if next < range.upperBound, isWord(tokens[next], "của") { return false }
        if isWord(tokens[index], "phản") {
            return hasTrouble || isLink(next) && partyAfterLink(next, range.upperBound) != nil
        }
        var back = index
        while back > range.lowerBound, index - back < 9 {
            back -= 1
            let token = tokens[back]
            if token.isMark(.semicolon) || token.isMark(.close) { break }
            if rules.words.aims.contains(token) { return false }
        }
        guard index > range.lowerBound else { return true }
        let before = tokens[index - 1]
        if rules.words.paperMarks.contains(before) { return false }
        return true
    }

    /// So many times "báo cáo" is looked at in one sentence.
    private static let mostCues = 8

    /// So many words behind "báo cáo" its addressee is looked for.
    private static let addresseeReach = 80

    /// Whom the report goes to: directly after "báo cáo", or behind "về", "gửi", "cho".
    ///
    /// `end` is the token behind their names, where they stand behind "báo cáo".
    private func addressees(_ cue: Int, _ range: Range<Int>, hasTrouble: Bool) -> (
        to: [Found<String>], isDraft: Bool, end: Int?
    ) {
        var index = cue + Int(tokens[cue].cueLength)
        var steps = 0
        while index < range.upperBound, steps < 3, rules.words.reportFillers.contains(tokens[index]) {
            index += 1
            steps += 1
        }
        // "báo cáo, đề xuất UBND tỉnh …": the second verb has the same object.
        if index + 2 < range.upperBound, tokens[index].isMark(.comma),
            tokens[index + 1].cue.contains(.duty), isPartyStart(index + 1 + Int(tokens[index + 1].cueLength))
        {
            index += 1 + Int(tokens[index + 1].cueLength)
        }
        if index < range.upperBound, let span = addressee(index, range.upperBound) {
            let isDraft = !hasTrouble && isApproval(span.upperBound, range.upperBound)
            return (parties(span, rule: "report.to"), isDraft, span.upperBound)
        }
        // "báo cáo cấp trên thẩm định".
        if !hasTrouble, index < range.upperBound, let end = wordsBeforeApproval(index, range.upperBound),
            end - index <= 3
        {
            return ([], true, nil)
        }
        var depth = 0
        let limit = min(range.upperBound, cue + Self.addresseeReach)
        while index < limit {
            let token = tokens[index]
            if token.isMark(.open) { depth += 1 }
            if token.isMark(.close) { depth = max(0, depth - 1) }
            if depth == 0, isLink(index), let start = partyAfterLink(index, range.upperBound),
                let span = addressee(start, range.upperBound)
            {
                return (parties(span, rule: "report.to"), false, span.upperBound)
            }
            if depth == 0, token.kind == .word, token.word == rules.words.purpose { break }
            index += 1
        }
        return (sentTo(before: cue, range), false, nil)
    }

    private func isLink(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word else { return false }
        if isWord(token, "trình") { return index + 1 < tokens.count && isPartyStart(index + 1) }
        if token.cue.contains(.send) { return true }
        return rules.words.links.contains(token)
    }

    private func partyAfterLink(_ index: Int, _ limit: Int) -> Int? {
        var next = index + max(1, tokens[index].cue.contains(.send) ? Int(tokens[index].cueLength) : 1)
        while next < limit, rules.words.links.contains(tokens[next]) { next += 1 }
        return next < limit && (isPartyStart(next) || isAcronym(next, limit)) ? next : nil
    }

    /// The first party behind "gửi về", "cho" or the like.
    private func linked(_ range: Range<Int>) -> [Found<String>] {
        for index in range where isLink(index) {
            guard let start = partyAfterLink(index, range.upperBound),
                let span = addressee(start, range.upperBound)
            else { continue }
            return parties(span, rule: "report.to")
        }
        return []
    }

    /// The parties that begin at `index`, an unknown agency in capitals ("về EVNCPC") among them.
    private func addressee(_ index: Int, _ limit: Int) -> Range<Int>? {
        if isPartyStart(index) { return partySpan(index, limit) }
        return isAcronym(index, limit) ? index..<partyEnd(index, limit) : nil
    }

    /// "EVNCPC", "VNPT.QNI"; no matter such as "CCHC", no symbol of a document.
    private func isAcronym(_ index: Int, _ limit: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, token.flags.contains(.allCapitals), token.end - token.start >= 4,
            token.cue.isEmpty, !rules.words.matters.contains(token)
        else { return false }
        return index + 1 >= limit || !tokens[index + 1].isMark(.slash)
    }

    /// "gửi (về) Sở X báo cáo …".
    private func sentTo(before cue: Int, _ range: Range<Int>) -> [Found<String>] {
        var index = cue
        while index > range.lowerBound, cue - index < 30 {
            index -= 1
            if tokens[index].isMark(.semicolon) { break }
            if tokens[index].cue.contains(.send), let start = partyAfterLink(index, cue),
                let span = partySpan(start, cue)
            {
                return parties(span, rule: "report.to")
            }
        }
        return []
    }

    private func isApproval(_ index: Int, _ limit: Int) -> Bool { wordsBeforeApproval(index, limit) != nil }

    private func wordsBeforeApproval(_ index: Int, _ limit: Int) -> Int? {
        for next in index..<min(index + 5, limit) {
            if tokens[next].kind == .mark, !tokens[next].isMark(.comma) { return nil }
            if rules.form.match(tokens, next, limit).cue.contains(.approval) { return next }
        }
        return nil
    }

    /// Who reports: the sentence's own subject, else the unit's lead.
    private func reporters(_ segment: Segment, lead: [Found<String>], isClosing: Bool) -> [Found<String>] {
        let lower = sentenceStart(segment.cue, segment.whole.lowerBound)
        if !isClosing, !lead.isEmpty {
            // "…. Sở X tổng hợp, báo cáo …": a later sentence has a doer of its own.
            guard lower > segment.whole.lowerBound, isPartyStart(lower), isNamedParty(lower),
                let doer = doer(lower, segment.whole.upperBound), doer.verb <= segment.cue
            else { return lead }
            return parties(doer.parties, rule: "report.from-sentence")
        }
        if let span = lastDoer(lower, segment.cue, segment.whole.upperBound) {
            return parties(span, rule: "report.from")
        }
        // "Các đơn vị triển khai …. Quá trình thực hiện nếu có vướng mắc, kịp thời phản ánh …"
        if lead.isEmpty, let span = lastDoer(segment.whole.lowerBound, segment.cue, segment.whole.upperBound)
        {
            return parties(span, rule: "report.from-before")
        }
        return lead
    }

    /// The last party before the cue that does something, not one that something is done to.
    private func lastDoer(_ lower: Int, _ cue: Int, _ limit: Int) -> Range<Int>? {
        var index = lower
        var best: Range<Int>?
        while index < cue {
            guard isPartyStart(index) else {
                index += 1
                continue
            }
            let end = partyEnd(index, limit)
            if !isObject(index, lower), let doer = doer(index, limit), doer.verb <= cue {
                best = doer.parties
            }
            index = max(end, index + 1)
        }
        return best
    }

    private func isObject(_ index: Int, _ lower: Int) -> Bool {
        guard index > lower else { return false }
        let before = tokens[index - 1]
        if before.kind == .mark { return false }
        return rules.words.objectMarks.contains(before)
    }

    private func sentenceStart(_ index: Int, _ lower: Int) -> Int {
        var start = index
        while start > lower, !(tokens[start - 1].isMark(.stop) && !isAbbreviation(start - 1)) { start -= 1 }
        return start
    }
}
