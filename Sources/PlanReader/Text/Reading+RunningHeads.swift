extension Reading {
    /// Takes out what a program prints over or under each page: "UBND TỈNH X    Trang 4", "Trang 2/9", and a line that
    /// opens several pages alike.
    mutating func dropRunningHeads() {
        var places: [String: [Int]] = [:]
        for index in lines.indices.dropFirst() where lines[index].kind == .text {
            if let head = headBeforePage(index) {
                if head.isEmpty {
                    lines[index].kind = .dropped
                } else {
                    places[string(head, in: lineTokens), default: []].append(index)
                }
            } else if lines[index].startsPage, lines[index].marker == .none, lines[index].width < 90 {
                places[string(lines[index].tokens, in: lineTokens), default: []].append(index)
            }
        }
        for same in places.values where same.count > 1 {
            for index in same { lines[index].kind = .dropped }
        }
    }

    /// What stands before "Trang 4" at the line's end, apart by a gap; empty where the line is nothing else.
    private func headBeforePage(_ index: Int) -> Range<Int>? {
        let range = lines[index].tokens
        var end = range.upperBound - 1
        // "2/9"
        if end - 2 > range.lowerBound, lineTokens[end].kind == .number, lineTokens[end - 1].isMark(.slash) {
            end -= 2
        }
        guard end > range.lowerBound, lineTokens[end].kind == .number, digits(lineTokens[end]) <= 4,
            lineTokens[end - 1].isCapital, isWord(lineTokens[end - 1], "trang")
        else { return nil }
        let word = end - 1
        guard word > range.lowerBound else { return word..<word }
        return lineTokens[word].start >= lineTokens[word - 1].end + 3 ? range.lowerBound..<word : nil
    }
}
