/// Cuts the clean text into lines and tokens and says what each line begins with.
struct LineScanner {
    let tokenizer: Tokenizer
    private(set) var lines: [Line] = []
    private(set) var tokens: [Token] = []

    private let bytes: [UInt8]
    /// Whether the text has any `|`; most has none, and its lines needn't be searched for them.
    private let hasBars: Bool

    init(tokenizer: Tokenizer) {
        self.tokenizer = tokenizer
        bytes = tokenizer.bytes
        hasBars = ByteScan.contains(UInt8(ascii: "|"), in: bytes)
    }

    mutating func run() {
        lines.reserveCapacity(bytes.count / 60)
        tokens.reserveCapacity(bytes.count / 5)
        var start = 0
        var blanks = 0
        var startsPage = true
        var index = 0
        let count = bytes.count
        while index <= count {
            let byte = index < count ? bytes[index] : 0x0A
            if byte == 0x0A || byte == 0x0C {
                if add(start, index, blanks, startsPage) {
                    blanks = 0
                    startsPage = false
                } else {
                    blanks += 1
                }
                if byte == 0x0C { startsPage = true }
                start = index + 1
            }
            index += 1
        }
    }

    /// Adds the line between the bounds; false where it is blank.
    private mutating func add(_ from: Int, _ to: Int, _ blanks: Int, _ startsPage: Bool) -> Bool {
        var start = from
        var end = to
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        guard start < end else { return false }
        start = behindRule(start, end)
        let first = tokens.count
        tokenizer.append(start..<end, to: &tokens)
        guard tokens.count > first else { return false }
        var line = Line(
            start: start, end: end, tokens: first..<tokens.count, width: width(start, end),
            indent: start - from,
            blanksBefore: blanks)
        line.startsPage = startsPage
        line.kind = kind(line)
        if line.kind == .text { line.marker = MarkerReader.marker(tokens, line.tokens, bytes) }
        lines.append(line)
        return true
    }

    /// Behind the rule of a title that a converter glued to the next paragraph: "-----Thực hiện …".
    private func behindRule(_ start: Int, _ end: Int) -> Int {
        guard bytes[start] == UInt8(ascii: "-") else { return start }
        var index = start
        while index < end, bytes[index] == UInt8(ascii: "-") { index += 1 }
        guard index - start >= 3, index < end else { return start }
        // Only a capital in a letter of its own begins a paragraph here.
        return bytes[index] >= 0xC3 || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[index])
            ? index : start
    }

    private func width(_ start: Int, _ end: Int) -> Int {
        // Read inside the closure only; a buffer of the slice needs no check of owner and offset at each byte.
        bytes[start..<end].withUnsafeBufferPointer { line in
            var width = 0
            for byte in line { width += byte & 0xC0 != 0x80 ? 1 : 0 }
            return width
        }
    }

    private func kind(_ line: Line) -> Line.Kind {
        let range = line.tokens
        let first = tokens[range.lowerBound]
        if first.kind == .address, range.count == 1 { return .address }
        if first.kind == .number, range.count == 1, first.end - first.start <= 4 { return .number }
        guard first.kind == .mark || first.kind == .number else { return bars(range) >= 2 ? .table : .text }
        if first.isMark(UInt8(ascii: "|")) { return .table }
        // Also what recognition makes of a rule: ". ' —".
        if range.allSatisfy({ tokens[$0].kind == .mark }), range.contains(where: { isRuleMark(tokens[$0]) }),
            line.end - line.start >= 3
        {
            return .rule
        }
        // "- 3 -" is the number of a page.
        if range.count == 3, first.isMark(.dash), tokens[range.lowerBound + 1].kind == .number,
            tokens[range.lowerBound + 2].isMark(.dash)
        {
            return .number
        }
        return bars(range) >= 2 ? .table : .text
    }

    private func bars(_ range: Range<Int>) -> Int {
        guard hasBars else { return 0 }
        var bars = 0
        for index in range where tokens[index].isMark(UInt8(ascii: "|")) { bars += 1 }
        return bars
    }

    private func isRuleMark(_ token: Token) -> Bool {
        token.isMark(.dash) || token.isMark(UInt8(ascii: "_")) || token.isMark(UInt8(ascii: "*"))
            || token.isMark(UInt8(ascii: "=")) || token.isMark(.ellipsis) || token.isMark(.stop)
    }
}
