import Domain

/// Where a task may be cut in two: the ends of its sentences and, should it have none, of its clauses.
struct TaskCuts: Sendable {
    struct Cut: Sendable {
        /// Where the second part begins, in bytes of the document's text.
        var offset: Int
        /// What it begins with.
        var words: String
    }

    /// The most places that are offered.
    static let limit = 60

    let cuts: [Cut]
    /// The cut in the task's words whose halves are the most alike; nil where there is none.
    let best: Int?
    /// The task's own words as they stand in the document, and where they begin.
    let text: String
    let start: Int
    /// Whether `text` is what a person wrote, which doesn't stand in the document, and places count from its beginning.
    let isOwnWords: Bool

    /// Of a task as the draft shows it; nil for one without a place in the document.
    init?(of task: DraftTask, in bytes: [UInt8]) {
        guard let range = task.range else { return nil }
        guard Self.hasOwnWords(task, bytes) else {
            self.init(in: bytes, range, words: task.text.range)
            return
        }
        let words = Array(task.text.value.utf8)
        self.init(in: words, TextRange(0, words.count), isOwnWords: true)
    }

    private static func hasOwnWords(_ task: DraftTask, _ bytes: [UInt8]) -> Bool {
        guard task.text.rule == personRule, let range = task.text.range, range.upper <= bytes.count else {
            return false
        }
        let there = String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
        return CorrectionForm.folded(there) != CorrectionForm.folded(FootnoteSign.lowered(task.text.value))
    }

    /// - Parameters:
    ///   - range: the whole unit, with the lines that name its parties.
    ///   - words: what of it the task shows.
    init(in bytes: [UInt8], _ range: TextRange, words: TextRange? = nil, isOwnWords: Bool = false) {
        self.isOwnWords = isOwnWords
        let upper = min(range.upper, bytes.count)
        let lower = min(range.lower, upper)
        start = lower
        text = String(decoding: bytes[lower..<upper], as: UTF8.self)
        let own = max(lower, words?.lower ?? lower)..<min(upper, max(words?.upper ?? upper, lower))
        let ends = Self.places(bytes, lower..<upper, endsAt: Self.endsSentence)
        let clauses = Self.places(bytes, lower..<upper) { bytes, at in bytes[at] == UInt8(ascii: ",") }
        let places = ends.contains(where: own.contains) ? ends : Set(ends + clauses).sorted()
        cuts = places.prefix(Self.limit).map { offset in
            let tail = String(decoding: bytes[offset..<min(offset + 240, upper)], as: UTF8.self)
            return Cut(
                offset: offset,
                words: tail.split(whereSeparator: \.isWhitespace).prefix(12).joined(separator: " "))
        }
        let middle = (own.lowerBound + own.upperBound) / 2
        let offered = cuts.map(\.offset)
        best = (offered.contains(where: own.contains) ? offered.filter(own.contains) : offered).min {
            abs($0 - middle) < abs($1 - middle)
        }
    }

    /// Beginnings of words that follow an end, the task's own beginning left out.
    private static func places(
        _ bytes: [UInt8], _ range: Range<Int>, endsAt: ([UInt8], Int) -> Bool
    ) -> [Int] {
        var places: [Int] = []
        var isAfterEnd = false
        var at = range.lowerBound
        while at < range.upperBound {
            if bytes[at] > 0x20 {
                if isAfterEnd, bytes[at - 1] <= 0x20 {
                    places.append(at)
                    isAfterEnd = false
                }
                if endsAt(bytes, at) { isAfterEnd = true }
            } else if bytes[at] == 0x0A, beginsItem(bytes, at + 1, range.upperBound) {
                isAfterEnd = true
            }
            at += 1
        }
        return places
    }

    /// A mark that ends a sentence, or a clause as long as one.
    ///
    /// No stop of "TP. Kon Tum" or of "30.6.2025" does.
    private static func endsSentence(_ bytes: [UInt8], _ at: Int) -> Bool {
        let byte = bytes[at]
        guard at + 1 < bytes.count, bytes[at + 1] <= 0x20 else { return false }
        if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") { return true }
        guard byte == UInt8(ascii: ".") else { return false }
        var word = at
        while word > 0, bytes[word - 1] > 0x20, at - word < 40 { word -= 1 }
        let letters = String(decoding: bytes[word..<at], as: UTF8.self)
        let isShort = letters.count <= 3 && letters == letters.uppercased()
        return !isShort && letters != "v.v"
    }

    /// A line of its own: "- …", "+ …".
    private static func beginsItem(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        var at = start
        while at < end, bytes[at] <= 0x20 { at += 1 }
        guard at + 1 < end else { return false }
        return (bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+")) && bytes[at + 1] == 0x20
    }
}
