import Foundation

/// The lines of a page, and which of them are near its top or bottom, where marks are stamped.
struct MarkLines {
    struct Line {
        let words: [MarkWord]
        /// The signs after its last word.
        let gapAfter: MarkWord.Gap
        let isNearEdge: Bool

        /// Columns: cells of a table row, and what wide gaps separate.
        var segments: [ArraySlice<MarkWord>] {
            // A heading in spaced letters has gaps between its words too, but is one thing.
            if words.allSatisfy({ $0.key.utf8.count == 1 }) { return [words[...]] }
            var result: [ArraySlice<MarkWord>] = []
            var start = 0
            for index in words.indices.dropFirst()
            where !words[index].gap.isDisjoint(with: [.wide, .border]) {
                result.append(words[start..<index])
                start = index
            }
            return result + [words[start...]]
        }
    }

    /// Lines that have words, in order.
    let all: [Line]

    /// The letterhead of the first page, with its stamps, stays within so many lines.
    private static let letterheadLines = 40
    /// Running heads and feet of the other pages.
    private static let runningLines = 10
    /// Longer lines, in bytes, are looked at piece by piece, so that one endless line costs no endless memory.
    private static let longestLineBytes = 4096

    init(_ page: String, isFirst: Bool) {
        let lines = page.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        let top = isFirst ? Self.letterheadLines : Self.runningLines
        // A file without pages has the page feet, gathered, at its end.
        let bottom = lines.count - Self.runningLines
        all = lines.enumerated().flatMap { index, line in
            Self.pieces(line).compactMap { piece in
                let (words, gapAfter) = MarkWord.words(of: piece)
                let isNearEdge = index < top || index >= bottom
                return words.isEmpty ? nil : Line(words: words, gapAfter: gapAfter, isNearEdge: isNearEdge)
            }
        }
    }

    private static func pieces(_ line: Substring) -> [Substring] {
        guard line.utf8.count > longestLineBytes else { return [line] }
        var pieces: [Substring] = []
        var rest = line
        while rest.utf8.count > longestLineBytes {
            // A scalar has four bytes at most, so the piece is no longer than the limit.
            let limit = rest.unicodeScalars.index(rest.startIndex, offsetBy: longestLineBytes / 4)
            let blank = rest.unicodeScalars[..<limit].lastIndex { $0.properties.isWhitespace }
            let end = blank.map { $0 > rest.startIndex ? $0 : limit } ?? limit
            pieces.append(rest[..<end])
            rest = rest[end...]
        }
        return pieces + [rest]
    }
}
