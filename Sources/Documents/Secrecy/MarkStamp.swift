/// Decides whether some words are a mark.
struct MarkStamp {
    /// Near the top or bottom of a page, where a mark is expected, even its small letters count.
    let isNearEdge: Bool
    /// Read by recognition, which takes the marks over letters for others.
    let isRecognised: Bool
    /// The last word of the line before, which a broken heading may continue.
    let before: MarkWord?

    /// By their letters without blanks.
    static let marks: [String: SecrecyMark] = [
        "MAT": .secret, "TOIMAT": .topSecret, "TUYETMAT": .ultraSecret, "TAILIEUTHUHOI": .recall,
    ]

    /// The mark that these words are by themselves or in their usual company.
    func mark(of words: ArraySlice<MarkWord>, startsLine: Bool) -> SecrecyMark? {
        guard words.count <= 40 else { return nil }
        if let mark = recall(words) { return mark }
        let rest = MarkCompany.removed(from: words)
        guard rest.count <= 14, let mark = Self.marks[rest.map(\.key).joined()] else { return nil }
        if startsLine, rest.count == words.count, mark != .recall, isContinued(rest) { return nil }
        let isExact = mark == .recall || vowel(of: rest) == "Ậ"
        guard isExact || isPlausible(rest) else { return nil }
        if rest.allSatisfy(\.isCapital) { return mark }
        let hasCompany = rest.count < words.count
        if words.first?.startsCapital == true || rest.first?.startsCapital == true {
            guard isExact || mark != .secret else { return nil }
            // Inside a page, "Mật" may be the end of a sentence, "2. Tối mật" a heading about the law.
            return isNearEdge || (mark != .secret && !hasCompany && startsLine) ? mark : nil
        }
        return isNearEdge && isExact && mark != .recall && !hasCompany ? mark : nil
    }

    /// "Tài liệu thu hồi, không phổ biến".
    private func recall(_ words: ArraySlice<MarkWord>) -> SecrecyMark? {
        guard isNearEdge, words.count <= 9, words.first?.startsCapital == true,
            words.prefix(4).map(\.key) == ["TAI", "LIEU", "THU", "HOI"], words.count > 4
        else { return nil }
        let second = words[words.startIndex + 4]
        return !second.gap.isDisjoint(with: [.other, .dash, .colon])
            || ["KHONG", "SAU", "XONG", "NGAY"].contains(second.key) ? .recall : nil
    }

    /// Whether words that stand below one another, and have a mark's letters, are that mark.
    ///
    /// - Parameter isSpelled: each stands for one letter.
    func isStacked(_ words: [MarkWord], as mark: SecrecyMark, isSpelled: Bool) -> Bool {
        guard !isContinued(words) else { return false }
        let isExact = mark == .recall || vowel(of: words) == "Ậ"
        // Inside a page, letters in a column of a table may be anything.
        guard isExact || (isNearEdge && isPlausible(words)), isNearEdge || mark != .recall else {
            return false
        }
        return words.allSatisfy(\.isCapital) || (isNearEdge && isExact && isSpelled)
    }

    /// A heading that was broken inside "BẢO MẬT", "BÍ MẬT" and the like.
    private func isContinued(_ words: [MarkWord]) -> Bool {
        guard let before, let first = words.first else { return false }
        guard ["BẢO", "BÍ", "CƠ", "TÚI", "TUYẾN", "ĐƯỜNG"].contains(before.accented) else { return false }
        return before.isCapital == first.isCapital
    }

    /// The vowel of "MẬT", the last but one letter.
    private func vowel(of words: [MarkWord]) -> Character? { words.map(\.accented).joined().dropLast().last }

    /// Not another word with the same letters: "MẤT", "MẶT".
    private func isPlausible(_ words: [MarkWord]) -> Bool {
        guard let vowel = vowel(of: words) else { return false }
        // Recognition reads the stamp's marks as any others; only then "MẶT" alone may be "MẬT".
        if isRecognised, words.allSatisfy(\.isCapital) { return true }
        return !"ẮẰẲẴẶĂẤẦẨẪÁÀẢÃ".contains(vowel)
    }

    /// A mark squeezed into a line of the letterhead: before or after the number, between issuer and motto.
    func mark(inLetterhead words: [MarkWord]) -> SecrecyMark? {
        guard isNearEdge, words.count <= 40, MarkCompany.isLetterhead(words) else { return nil }
        for index in words.indices where words[index].key == "MAT" && words[index].isCapital {
            let previous = index > 0 ? words[index - 1] : nil
            let next = words[(index + 1)...].first
            if let previous, Self.beforeOrdinary.contains(previous.accented) { continue }
            if let next, next.isCapital, Self.afterOrdinary.contains(next.accented) { continue }
            guard isPlausible([words[index]]) else { continue }
            return previous?.key == "TOI" ? .topSecret : previous?.key == "TUYET" ? .ultraSecret : .secret
        }
        return nil
    }

    /// Words that make another one with MẬT behind or before them.
    static let beforeOrdinary: Set<String> = [
        "BẢO", "BÍ", "CƠ", "GIẢI", "TÚI", "TUYẾN", "ĐƯỜNG", "LỘ", "LỌT", "ĐỘ",
    ]
    static let afterOrdinary: Set<String> = [
        "MÃ", "ĐỘ", "ONG", "VỤ", "KHẨU", "THƯ", "LỆNH", "THIẾT", "NGHỊ", "THÁM", "ƯỚC", "NHÀ", "DANH",
    ]
}
