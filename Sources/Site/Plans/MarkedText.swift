/// A document's lines, cut where marks begin and end, so that overlapping marks become flat runs.
struct MarkedText: Sendable {
    /// Something found, with its place in the text.
    struct Mark: Sendable {
        /// Names the found thing on both sides of the page, such as `t3` or `t3-lead-0`.
        var id: String
        var kind: MarkKind
        /// UTF-8 byte offsets into the whole text.
        var range: Range<Int>
        /// A short sign before its first word, such as a task's number.
        var sign: String?
    }

    /// Text that all the same marks cover.
    struct Run: Sendable, Equatable {
        var text: String
        var kinds: [MarkKind]
        var ids: [String]
        /// The marks that begin here, with their signs.
        var begins: [(id: String, sign: String?)]

        static func == (one: Run, other: Run) -> Bool {
            one.text == other.text && one.kinds == other.kinds && one.ids == other.ids
                && one.begins.map(\.id) == other.begins.map(\.id)
        }
    }

    struct Line: Sendable, Equatable {
        /// From 1, in the whole document.
        var number: Int
        /// Where it begins in the whole text, in bytes; a picked word's place is counted from here.
        var start: Int
        var runs: [Run]

        /// True where nothing but white space stands.
        var isBlank: Bool { runs.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
    }

    /// The longest line that is shown in one piece, in bytes; a longer one is cut between letters.
    static let lineLimitBytes = 4000

    let lines: [Line]

    /// The lines between two line numbers (from 1, both included), with their marks.
    init(_ text: some StringProtocol, lines wanted: ClosedRange<Int>, marks: [Mark]) {
        let bytes = Array(text.utf8)
        var lines: [Line] = []
        var sweep = Sweep(marks: marks)
        var number = 1
        var start = 0
        while start <= bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            if wanted.contains(number) {
                lines.append(Line(number: number, start: start, runs: sweep.runs(bytes, start..<end)))
            }
            if number == wanted.upperBound || end == bytes.count { break }
            number += 1
            start = end + 1
        }
        self.lines = lines
    }

    /// How many lines a text has.
    static func lineCount(_ text: some StringProtocol) -> Int {
        text.utf8.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    }
}

/// Goes through the marks once, in the order of the text.
private struct Sweep {
    private let marks: [MarkedText.Mark]
    private var next = 0
    private var open: [MarkedText.Mark] = []
    private var begun: Set<String> = []

    init(marks: [MarkedText.Mark]) {
        self.marks = marks.filter { !$0.range.isEmpty }.sorted {
            ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
        }
    }

    mutating func runs(_ bytes: [UInt8], _ line: Range<Int>) -> [MarkedText.Run] {
        var runs: [MarkedText.Run] = []
        var at = line.lowerBound
        while at < line.upperBound {
            while next < marks.count, marks[next].range.lowerBound <= at {
                open.append(marks[next])
                next += 1
            }
            open.removeAll { $0.range.upperBound <= at }
            var end = min(line.upperBound, at + MarkedText.lineLimitBytes)
            if next < marks.count { end = min(end, marks[next].range.lowerBound) }
            for mark in open { end = min(end, mark.range.upperBound) }
            // A mark that ends inside a letter (a damaged offset) may not split it.
            while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
            let begins = open.filter { !begun.contains($0.id) }
            begun.formUnion(begins.map(\.id))
            runs.append(
                MarkedText.Run(
                    text: String(decoding: bytes[at..<end], as: UTF8.self),
                    kinds: MarkKind.allCases.filter { kind in open.contains { $0.kind == kind } },
                    ids: open.map(\.id), begins: begins.map { ($0.id, $0.sign) }))
            at = end
        }
        return runs
    }
}
