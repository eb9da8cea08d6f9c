import Domain
import SQL
import Vietnamese

/// Words as search knows them: without marks, case and signs; the same for both engines.
package enum SearchTerms {
    /// Longer words are cut; nobody types them.
    static let longestBytes = 40
    /// Words kept of one document.
    static let limit = 40_000
    /// Words taken of a question; each more makes the answer dearer.
    package static let queryLimit = 12
    /// Characters of a question that are looked at.
    static let queryLimitCharacters = 300

    /// Each word of a text once, sorted, with blanks between.
    ///
    /// Telephone numbers of persons don't get in: their digits are masked before.
    static func indexed(_ text: String) -> String {
        Set(words(PhoneMask.masked(text))).filter { !isLongNumber($0) }.sorted().prefix(limit)
            .joined(separator: " ")
    }

    /// Nine digits and more in one: no number of a document, but perhaps a person's whose form doesn't tell.
    private static func isLongNumber(_ word: String) -> Bool {
        word.utf8.count >= 9 && word.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// What somebody wants to find.
    enum Question: Equatable {
        /// Nothing was typed: everything is wanted.
        case anything
        /// Signs without a word, such as "%", of which the index knows nothing.
        case nothing
        /// In order; nothing but a to z and 0 to 9 in them.
        case words([String])
    }

    static func asked(_ question: String) -> Question {
        let words = words(String(question.prefix(queryLimitCharacters))).prefix(queryLimit)
        if !words.isEmpty { return .words(Array(words)) }
        return question.allSatisfy(\.isWhitespace) ? .anything : .nothing
    }

    /// The end of a question that isn't looked for, as typed; empty where all of it is.
    package static func leftOut(of question: String) -> String {
        var count = 0
        var shown = question.startIndex
        for word in question.prefix(queryLimitCharacters).split(whereSeparator: \.isWhitespace) {
            if count >= queryLimit { break }
            count += words(String(word)).count
            shown = word.endIndex
        }
        let rest = question[shown...]
        return words(String(rest)).isEmpty ? "" : rest.trimmingPrefix(while: \.isWhitespace).description
    }

    /// The condition that a search puts on a list; nil where it puts none.
    static func condition(_ question: String, _ isFound: ([String]) -> SQL) -> SQL? {
        switch asked(question) {
        case .anything: nil
        case .nothing: "1 = 0"
        case .words(let words): isFound(words)
        }
    }

    /// All words must be there; the last may be the beginning of one, because people search while
    /// they type.
    static func matchForSQLite(_ words: [String], isPrefix: Bool = true) -> String {
        (words.dropLast().map { "\"\($0)\"" } + words.suffix(1).map { "\"\($0)\"\(isPrefix ? "*" : "")" })
            .joined(separator: " AND ")
    }

    static func matchForPostgres(_ words: [String], isPrefix: Bool = true) -> String {
        (words.dropLast().map { "'\($0)'" } + words.suffix(1).map { "'\($0)'\(isPrefix ? ":*" : "")" })
            .joined(separator: " & ")
    }

    static func words(_ text: String) -> [String] {
        var result: [String] = []
        var word: [UInt8] = []
        func end() {
            if !word.isEmpty { result.append(String(decoding: word.prefix(longestBytes), as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in Vietnamese.searchKey(text).utf8 {
            if (97...122).contains(byte) || (48...57).contains(byte) {
                word.append(byte)
            } else {
                end()
            }
        }
        end()
        return result
    }

    /// The key under which a party's name is found however it is printed: words with one blank
    /// between.
    package static func nameKey(_ name: String) -> String {
        words(name).joined(separator: " ")
    }
}
