/// A mark that stands over several lines: one letter a line, as in a narrow column, or broken inside.
enum MarkStack {
    /// The longest mark has so many letters.
    private static let longest = 13

    /// The first mark that a line and those below it are together: the lines whole, or their first or last columns.
    static func find(in lines: [MarkLines.Line], isRecognised: Bool) -> SecrecyMark? {
        for start in lines.indices.dropLast() {
            guard let first = lines[start].words.first, let last = lines[start].words.last,
                begins(first) || begins(last)
            else { continue }
            for column in Column.allCases {
                if let mark = mark(
                    lines[start...], column, before: start > 0 ? lines[start - 1] : nil, isRecognised)
                {
                    return mark
                }
            }
        }
        return nil
    }

    private static func begins(_ word: MarkWord) -> Bool {
        let letter = word.key.first
        return word.key.utf8.count <= longest && (letter == "M" || letter == "T")
    }

    private enum Column: CaseIterable {
        case whole, first, last

        func words(of line: MarkLines.Line) -> ArraySlice<MarkWord> {
            switch self {
            case .whole: line.words[...]
            case .first: line.segments.first ?? []
            case .last: line.segments.last ?? []
            }
        }
    }

    private static func mark(
        _ lines: ArraySlice<MarkLines.Line>, _ column: Column, before: MarkLines.Line?, _ isRecognised: Bool
    ) -> SecrecyMark? {
        var words: [MarkWord] = []
        var letters = ""
        var isSpelled = true
        for line in lines.prefix(longest) {
            let next = column.words(of: line)
            letters += next.map(\.key).joined()
            guard letters.utf8.count <= longest,
                MarkStamp.marks.keys.contains(where: { $0.hasPrefix(letters) })
            else {
                return nil
            }
            isSpelled = isSpelled && next.count == 1 && next.first?.key.utf8.count == 1
            words += next
            guard words.count > next.count,
                let mark = MarkStamp.marks[letters]
            else { continue }
            let isNearEdge = lines.first?.isNearEdge == true
            let stamp = MarkStamp(
                isNearEdge: isNearEdge, isRecognised: isRecognised, before: before?.words.last)
            return stamp.isStacked(words, as: mark, isSpelled: isSpelled) ? mark : nil
        }
        return nil
    }
}
