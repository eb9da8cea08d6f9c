/// Phrases with what they tell, found by their first word, the longest first.
struct PhraseTable: Sendable {
    /// For each word, where its phrases stand in `phrases`.
    private var byFirstWord: [Range<Int32>] = []
    private var phrases: [Phrase] = []
    private var words: [UInt16] = []

    private struct Phrase: Sendable {
        var words: Range<Int32>
        var cue: Cue
    }

    /// A phrase given several times gets all its cues.
    init(_ vocabulary: inout Vocabulary, _ entries: [(phrases: [String], cue: Cue)]) {
        var cues: [[UInt16]: Cue] = [:]
        for entry in entries {
            for phrase in entry.phrases {
                cues[vocabulary.numbers(ofPhrase: phrase), default: []].formUnion(entry.cue)
            }
        }
        let sorted = cues.sorted { left, right in
            if left.key[0] != right.key[0] { return left.key[0] < right.key[0] }
            if left.key.count != right.key.count { return left.key.count > right.key.count }
            return left.key.lexicographicallyPrecedes(right.key)
        }
        byFirstWord = [Range<Int32>](repeating: 0..<0, count: vocabulary.count + 1)
        for (key, cue) in sorted {
            let lower = Int32(words.count)
            words.append(contentsOf: key)
            phrases.append(Phrase(words: lower..<Int32(words.count), cue: cue))
            let first = Int(key[0])
            guard first < byFirstWord.count else { continue }
            let index = Int32(phrases.count - 1)
            byFirstWord[first] =
                byFirstWord[first].isEmpty ? index..<index + 1 : byFirstWord[first].lowerBound..<index + 1
        }
    }

    /// The longest phrase that begins at `index` and ends before `limit`; length 0 where none does.
    func match(_ tokens: [Token], _ index: Int, _ limit: Int) -> (cue: Cue, length: Int) {
        let token = tokens[index]
        guard token.kind == .word, token.word != 0, Int(token.word) < byFirstWord.count else {
            return ([], 0)
        }
        for candidate in byFirstWord[Int(token.word)] {
            let phrase = phrases[Int(candidate)]
            if index + phrase.words.count <= limit, matches(tokens, index, phrase.words) {
                return (phrase.cue, phrase.words.count)
            }
        }
        return ([], 0)
    }

    /// Notes the phrases of `range` on their first tokens, from left to right
    /// without overlap, so that "đào tạo" hides the verb "tạo".
    func mark(_ tokens: inout [Token], _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let (cue, length) = match(tokens, index, range.upperBound)
            if length > 0 {
                tokens[index].cue = cue
                tokens[index].cueLength = UInt8(length)
            }
            index += max(1, length)
        }
    }

    private func matches(_ tokens: [Token], _ start: Int, _ range: Range<Int32>) -> Bool {
        var index = start + 1
        var position = Int(range.lowerBound) + 1
        while position < Int(range.upperBound) {
            let word = words[position]
            position += 1
            let token = tokens[index]
            if word >= Vocabulary.markBase {
                guard token.isMark(UInt8(word - Vocabulary.markBase)) else { return false }
            } else if token.kind != .word || token.word != word {
                return false
            }
            index += 1
        }
        return true
    }
}
