/// Cuts lines apart in which a converter lost the line ends.
///
/// Headings, their items and bullets stand on lines of their own again.
struct RunInLines {
    let tokens: [Token]
    let bytes: [UInt8]
    let rules: Rules
    /// The last number cut before, to tell "2." of the outline from others.
    private var lastNumber = 0

    init(tokens: [Token], bytes: [UInt8], rules: Rules) {
        self.tokens = tokens
        self.bytes = bytes
        self.rules = rules
    }

    /// The lines as they were where few marks stand inside of lines; a document
    /// is cut only where at least this many do, and a third as many as begin lines.
    private static let leastInside = 3

    mutating func cut(_ lines: [Line]) -> [Line] {
        var inside = 0
        var leading = 0
        for line in lines where line.kind == .text {
            if line.marker != .none { leading += 1 }
            guard line.tokens.count > 8 else { continue }
            for index in line.tokens.dropFirst(2) where isMarkAfterSentence(index, line.tokens.upperBound) {
                inside += 1
            }
        }
        guard inside >= Self.leastInside, inside * 3 >= leading else { return lines }
        return lines.flatMap { $0.kind == .text ? pieces($0) : [$0] }
    }

    /// A dash after ";" or a number after a stop.
    private func isMarkAfterSentence(_ index: Int, _ limit: Int) -> Bool {
        let before = tokens[index - 1]
        guard before.isMark(.stop) || before.isMark(.semicolon) else { return false }
        return isDash(index, limit) || number(index, limit) != nil
    }

    private func isDash(_ index: Int, _ limit: Int) -> Bool {
        tokens[index].isMark(.dash) && tokens[index].isSpaced && index + 1 < limit
            && tokens[index + 1].isSpaced
            && (tokens[index + 1].isCapital || tokens[index + 1].isMark(.quote))
    }

    private func number(_ index: Int, _ limit: Int) -> Int? {
        guard tokens[index].kind == .number, tokens[index].isSpaced,
            tokens[index].end - tokens[index].start <= 2, index + 2 < limit,
            tokens[index + 1].isMark(.stop), !tokens[index + 1].isSpaced, tokens[index + 2].isSpaced,
            tokens[index + 2].isCapital
        else { return nil }
        return bytes[Int(tokens[index].start)..<Int(tokens[index].end)].reduce(0) { $0 * 10 + Int($1 &- 48) }
    }

    private mutating func pieces(_ line: Line) -> [Line] {
        var starts = [line.tokens.lowerBound]
        let limit = line.tokens.upperBound
        if case .label(let label) = line.marker { lastNumber = label.kind == .decimal ? label.value : 0 }
        for index in line.tokens.dropFirst(2) where isBreak(index, from: starts[starts.count - 1], limit) {
            starts.append(index)
        }
        guard starts.count > 1 else { return [line] }
        return starts.indices.map { piece in
            let range = starts[piece]..<(piece + 1 < starts.count ? starts[piece + 1] : limit)
            var part = line
            part.tokens = range
            part.start = Int(tokens[range.lowerBound].start)
            part.end = Int(tokens[range.upperBound - 1].end)
            part.width = part.end - part.start
            part.blanksBefore = piece == 0 ? line.blanksBefore : 0
            part.startsPage = piece == 0 && line.startsPage
            part.marker = MarkerReader.marker(tokens, range, bytes)
            return part
        }
    }

    private mutating func isBreak(_ index: Int, from start: Int, _ limit: Int) -> Bool {
        let before = tokens[index - 1]
        let isEnded = before.isMark(.stop) || before.isMark(.semicolon) || before.isMark(.colon)
        if let value = number(index, limit), isEnded || value == 1 || value == lastNumber + 1 {
            lastNumber = value
            return true
        }
        if isDash(index, limit),
            isEnded || isShortHeading(start, index) && (isVerb(index + 1, limit) || isShouted(start..<index))
        {
            return true
        }
        guard isEnded, tokens[index].isCapital else { return false }
        return rules.form.match(tokens, index, limit).cue.contains(.closing)
    }

    private func isShouted(_ range: Range<Int>) -> Bool {
        range.allSatisfy {
            tokens[$0].kind != .word || tokens[$0].flags.contains(.allCapitals)
                || tokens[$0].end - tokens[$0].start == 1
        }
    }

    /// After "Phòng Văn hóa" a dash goes on in the name, before a verb it is a bullet.
    private func isVerb(_ index: Int, _ limit: Int) -> Bool {
        rules.grammar.match(tokens, index, limit).cue.contains(.duty)
    }

    /// A label and a few words, no sentence yet.
    private func isShortHeading(_ start: Int, _ end: Int) -> Bool {
        guard end - start <= 20, case .label = MarkerReader.marker(tokens, start..<end, bytes) else {
            return false
        }
        return !(start + 3..<max(start + 3, end)).contains {
            tokens[$0].isMark(.stop) || tokens[$0].isMark(.semicolon)
        }
    }
}
