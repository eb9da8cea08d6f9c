/// Follows the state's name where a converter broke it over several lines.
struct MottoLines {
    private static let words = ["CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM"]

    /// Words of the name seen so far.
    private var count = 0

    /// Whether the words are the next ones of the name; "VIỆT NAM" alone is the end of an agency's name.
    mutating func goesOn(_ line: [String]) -> Bool {
        let words = line.map { $0 == "HOÀ" ? "HÒA" : $0 }
        guard !words.isEmpty, count + words.count <= Self.words.count,
            Self.words[count..<count + words.count].elementsEqual(words)
        else { return false }
        count += words.count
        return true
    }
}
