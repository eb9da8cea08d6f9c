/// One document while it is being read: its lines, tokens and what was found.
///
/// The stages are extensions, one folder each; `PlanReader.read` calls them in order.
struct Reading {
    let rules: Rules
    let text: CleanText
    var lines: [Line]
    let lineTokens: [Token]
    /// Tokens in the order of the blocks, so that a sentence broken by a
    /// footnote or a page is whole again.
    var tokens: [Token] = []
    var blocks: [Block] = []
    var layout = Layout()
    var plan = ReadPlan()

    init(rules: Rules, bytes: [UInt8], isRecognised: Bool) {
        self.rules = rules
        text = CleanText(bytes)
        var scanner = LineScanner(tokenizer: Tokenizer(bytes: text.bytes, vocabulary: rules.vocabulary))
        scanner.run()
        var tokens = scanner.tokens
        let isDamaged = rules.damaged.repair(&tokens, text.bytes)
        lineTokens = tokens
        var runIn = RunInLines(tokens: lineTokens, bytes: text.bytes, rules: rules)
        lines = runIn.cut(scanner.lines)
        dropStrayLabels()
        repairOnes()
        repairRomans(isDamaged: isDamaged || isRecognised, isRecognised: isRecognised)
        self.tokens.reserveCapacity(lineTokens.count)
        blocks.reserveCapacity(lines.count)
    }
}

extension Reading {
    /// Takes labels of three digits and more for what they are only right behind the one before them.
    ///
    /// "2026. Kế hoạch …" at a line's begin is a year that the line broke before.
    private mutating func dropStrayLabels() {
        var last = 0
        for index in lines.indices {
            guard case .label(let label) = lines[index].marker, label.kind == .decimal, label.depth == 1
            else {
                continue
            }
            if label.value < 100 || label.value == last + 1 {
                last = label.value
            } else {
                lines[index].marker = .none
            }
        }
    }
}

/// A unit of the body: a heading, a bullet, a paragraph; its lines joined.
struct Block: Sendable {
    enum Kind: Sendable, Equatable {
        case section(Label)
        case bullet(Int)
        case paragraph
        /// Row of a table; the cells' tokens stand in `cells`.
        case row
    }

    var kind: Kind
    /// All tokens, marker included.
    var tokens: Range<Int>
    /// First token after the marker.
    var content: Int
    var cells: [Range<Int>] = []
    var firstLine: Int
    var isNote = false

    var body: Range<Int> { min(content, tokens.upperBound)..<tokens.upperBound }
}

extension Reading {
    /// The text of tokens, blanks folded.
    func string(_ range: Range<Int>, in tokens: [Token]? = nil) -> String {
        guard !range.isEmpty else { return "" }
        return tokens.map { string(range, of: $0) } ?? string(range, of: self.tokens)
    }

    private func string(_ range: Range<Int>, of tokens: [Token]) -> String {
        var bytes: [UInt8] = []
        // Most tokens stand in the text as they are printed, one blank between; such stretches are copied whole.
        var start = Int(tokens[range.lowerBound].start)
        var end = Int(tokens[range.lowerBound].end)
        for index in range.dropFirst() {
            let token = tokens[index]
            let isNext =
                token.isSpaced
                ? Int(token.start) == end + 1 && text.bytes[end] == 0x20 : Int(token.start) == end
            if !isNext {
                bytes.append(contentsOf: text.bytes[start..<end])
                if token.isSpaced { bytes.append(0x20) }
                start = Int(token.start)
            }
            end = Int(token.end)
        }
        if bytes.isEmpty { return String(decoding: text.bytes[start..<end], as: UTF8.self) }
        bytes.append(contentsOf: text.bytes[start..<end])
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The place of tokens in the text as given.
    func source(_ range: Range<Int>, in tokens: [Token]? = nil) -> SourceRange {
        let all = tokens ?? self.tokens
        guard !range.isEmpty else { return SourceRange(0, 0) }
        var lower = all[range.lowerBound].start
        var upper = all[range.upperBound - 1].end
        // Joined over a footnote the bytes still rise; over columns they may not.
        if upper < lower { (lower, upper) = (all[range.upperBound - 1].start, all[range.lowerBound].end) }
        return text.range(Int(lower), Int(upper))
    }

    func found(_ range: Range<Int>, rule: String, in tokens: [Token]? = nil) -> Found<String> {
        Found(string(range, in: tokens), range: source(range, in: tokens), rule: rule)
    }

    /// The value of a number; nil for over nine digits or a footnote's mark.
    func value(_ token: Token) -> Int? {
        guard token.kind == .number, !token.isSuperscript, token.end - token.start <= 9 else { return nil }
        var value = 0
        for index in Int(token.start)..<Int(token.end) { value = value * 10 + Int(text.bytes[index] &- 48) }
        return value
    }

    func digits(_ token: Token) -> Int { Int(token.end - token.start) }
}
