/// What the fields "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian" say.
struct TaskFields: Sendable {
    var lead: [Found<String>] = []
    var with: [Found<String>] = []
    var when: Found<When>?
    var timeWords: Found<String>?
    var isEmpty = true
    /// A field of time was there, though nothing could be read from it.
    var hasTime = false
    var range: SourceRange?

    mutating func merge(_ other: TaskFields) {
        guard !other.isEmpty else { return }
        lead += other.lead.filter { party in !lead.contains { $0.value == party.value } }
        with += other.with.filter { party in !with.contains { $0.value == party.value } }
        if when == nil || other.hasTime && other.when != nil { when = other.when ?? when }
        timeWords = timeWords ?? other.timeWords
        hasTime = hasTime || other.hasTime
        isEmpty = false
        if let place = other.range { range = range.map { $0.union(place) } ?? place }
    }
}

extension Reading {
    /// The first field's label in a stretch of tokens: at its begin, or after a sentence's mark.
    func firstField(_ range: Range<Int>) -> Int? {
        // Most sentences have no colon, without which there is no label.
        guard range.contains(where: { tokens[$0].isMark(.colon) }) else { return nil }
        var index = range.lowerBound
        while index < range.upperBound {
            if tokens[index].kind == .word, index == range.lowerBound || opensField(index),
                isReadField(index, range.upperBound)
            {
                return index
            }
            index += 1
        }
        return nil
    }

    func isReadField(_ index: Int, _ limit: Int) -> Bool {
        guard let label = fieldLabel(tokens, index, limit) else { return false }
        return !label.cue.isDisjoint(with: [.fieldLead, .fieldWith, .fieldTime])
    }

    private func opensField(_ index: Int) -> Bool {
        let before = tokens[index - 1]
        switch before.kind {
        case .word: return tokens[index].isCapital
        case .number, .address: return false
        case .mark:
            // "Chủ trì, phối hợp với: …" is a sentence.
            if before.isMark(.comma), index > 2, tokens[index - 3].cue.contains(.lead) || isInKinds(index) {
                return false
            }
            return before.isMark(.stop) || before.isMark(.semicolon) || before.isMark(.open)
                || before.isMark(.dash) || before.isMark(UInt8(ascii: "+")) || before.isMark(.ellipsis)
                || before.isMark(.comma) || before.isMark(.close)
        }
    }

    /// "các cơ quan, đơn vị: …": the word goes on with a list of kinds that began before it.
    private func isInKinds(_ index: Int) -> Bool {
        (max(0, index - 8)..<index - 1).contains {
            tokens[$0].cue.contains(.plural) && isPartyStart($0) && partyEnd($0, index + 1) > index
        }
    }

    /// A stretch that consists of fields is read; nil where it doesn't begin with one.
    func fields(_ range: Range<Int>) -> TaskFields? {
        guard let first = firstField(range),
            first == range.lowerBound
                || first == range.lowerBound + 1 && tokens[range.lowerBound].kind == .mark
        else { return nil }
        return fieldValues(first..<range.upperBound)
    }

    /// Fields from `range.lowerBound` to its end, one after the other.
    func fieldValues(_ range: Range<Int>) -> TaskFields {
        var result = TaskFields()
        var index = range.lowerBound
        while index < range.upperBound {
            guard index == range.lowerBound || opensField(index),
                let label = fieldLabel(tokens, index, range.upperBound)
            else {
                index += 1
                continue
            }
            var end = label.value
            while end < range.upperBound {
                if end > label.value, opensField(end), fieldLabel(tokens, end, range.upperBound) != nil {
                    break
                }
                end += 1
            }
            read(label.cue, index..<label.value, label.value..<end, &result)
            index = end
        }
        result.range = source(range)
        return result
    }

    private func read(_ cue: Cue, _ label: Range<Int>, _ value: Range<Int>, _ result: inout TaskFields) {
        if cue.contains(.fieldTime) {
            result.isEmpty = false
            result.hasTime = true
            result.when = when(inField: withoutStop(value), completes: isCompletion(label)) ?? result.when
            result.timeWords = result.timeWords ?? spokenTime(inField: value)
        } else if cue.contains(.fieldWith) {
            result.isEmpty = false
            let names = withoutStop(value)
            result.with +=
                isPlainCell(names) ? parties(names, rule: "with.field") : withParties(inField: value)
        } else if cue.contains(.fieldLead) {
            result.isEmpty = false
            let names = withoutStop(value)
            if isPlainCell(names) {
                result.lead += parties(names, rule: "lead.field")
            } else {
                let parts = leads(inField: value)
                result.lead += parts.lead
                result.with += parts.with
            }
            if result.when == nil, !result.hasTime { result.when = when(inText: value) }
        }
    }

    private func withoutStop(_ range: Range<Int>) -> Range<Int> {
        var upper = range.upperBound
        while upper > range.lowerBound,
            tokens[upper - 1].isMark(.stop) || tokens[upper - 1].isMark(.semicolon)
        {
            upper -= 1
        }
        return range.lowerBound..<upper
    }

    /// "Thời hạn hoàn thành" bounds; "Thời gian thực hiện" and "Thời hạn" don't.
    func isCompletion(_ label: Range<Int>) -> Bool {
        func place(_ first: String, _ second: String) -> Int? {
            label.dropLast().first { isWord(tokens[$0], first) && isWord(tokens[$0 + 1], second) }
        }
        let isLast = label.contains { isWord(tokens[$0], "hạn") } && place("thời", "hạn") != label.lowerBound
        return isLast || place("kết", "thúc") != nil
            || place("hoàn", "thành") != nil && place("thực", "hiện") == nil
    }

    func withParties(inField value: Range<Int>) -> [Found<String>] {
        var result: [Found<String>] = []
        var start = value.lowerBound
        while start < value.upperBound {
            let end = partyEnd(start, value.upperBound)
            guard end > start else {
                start += 1
                continue
            }
            result += parties(start..<end, rule: "with.field")
            start = end
            // After a verb nothing more is named, but ";" goes on.
            while start < value.upperBound, !tokens[start].isMark(.semicolon) {
                if tokens[start].cue.contains(.ask), start + Int(tokens[start].cueLength) < value.upperBound,
                    isPartyStart(start + Int(tokens[start].cueLength))
                {
                    break
                }
                start += 1
            }
            if start < value.upperBound {
                start += tokens[start].isMark(.semicolon) ? 1 : Int(tokens[start].cueLength)
            }
        }
        return result
    }

    /// "X chủ trì, phối hợp với Y …", "Đề nghị X định hướng; Y hướng dẫn …", "A; B; C".
    func leads(inField value: Range<Int>) -> (lead: [Found<String>], with: [Found<String>]) {
        if let marked = markedRoles(value) { return marked }
        var lead: [Found<String>] = []
        var start = value.lowerBound
        while start < value.upperBound {
            while start < value.upperBound, tokens[start].kind == .mark, !tokens[start].isMark(.open) {
                start += 1
            }
            guard start < value.upperBound else { break }
            let isCoordination =
                tokens[start].cue.contains(.coordinate)
                || helperBefore(in: start..<value.upperBound, isLed: !lead.isEmpty) != nil
            if !isCoordination {
                if let span = partySpan(start, value.upperBound) {
                    lead += parties(span, rule: "lead.field")
                    start = span.upperBound
                } else {
                    let end = partyEnd(start, value.upperBound)
                    if end > start, lead.isEmpty { lead += parties(start..<end, rule: "lead.field") }
                    start = max(end, start)
                }
            }
            // On to the next sentence or ";".
            while start < value.upperBound, !tokens[start].isMark(.semicolon),
                !(tokens[start].isMark(.stop) && !isAbbreviation(start))
            { start += 1 }
            start += 1
        }
        return (lead, coordinators(value))
    }
}
