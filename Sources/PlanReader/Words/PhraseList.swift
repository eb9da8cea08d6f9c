/// Writes the tables of words compactly: phrases parted by semicolons.
enum PhraseList {
    static func phrases(_ text: String) -> [String] {
        text.split { $0 == ";" || $0 == "\n" }.map { phrase in
            phrase.split(separator: " ").joined(separator: " ")
        }.filter { !$0.isEmpty }
    }
}
