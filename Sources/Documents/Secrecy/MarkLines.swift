import Foundation

/// The lines of a page, and which of them are near its top or bottom, where marks are stamped.
struct MarkLines {
    struct Line {
        let text: String
        let isNearEdge: Bool
    }

    /// Lines that aren't empty, in order.
    let all: [Line]

    /// The letterhead of the first page, with its stamps, stays within so many lines.
    private static let letterheadLines = 40
    /// Running heads and feet of the other pages.
    private static let runningLines = 10

    init(_ page: String, isFirst: Bool, isOnly: Bool) {
        let lines = page.split(whereSeparator: \.isNewline)
            .map { String($0).trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        let top = isFirst ? Self.letterheadLines : Self.runningLines
        // A file without pages has the page feet, gathered, at its end.
        let bottom = lines.count - Self.runningLines
        all = lines.enumerated().map { Line(text: $1, isNearEdge: $0 < top || $0 >= bottom) }
    }
}
