/// Phrases with what they tell, found by their first two words, the longest first.
struct PhraseTable: Sendable {
    /// What each word tells alone, and where the longer phrases that begin with it stand.
    private var byFirstWord: [First] = []
    /// Phrases of two and more words: those with the same first word together,
    /// in the order of their second, the longest first.
    private var phrases: [Phrase] = []
    private var words: [UInt16] = []

    private struct First: Sendable {
        var cue: Cue = []
        var isPhrase = false
        var lower: UInt16 = 0
        var upper: UInt16 = 0
    }

    private struct Phrase: Sendable {
        var cue: Cue
        /// Of the third word in `words`.
        var rest: UInt32
        var second: UInt16
        var count: UInt16
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
            let (leftHead, rightHead) = (left.key.prefix(2), right.key.prefix(2))
            if leftHead != rightHead { return leftHead.lexicographicallyPrecedes(rightHead) }
            if left.key.count != right.key.count { return left.key.count > right.key.count }
            return left.key.lexicographicallyPrecedes(right.key)
        }
        byFirstWord = [First](repeating: First(), count: vocabulary.count + 1)
        for (key, cue) in sorted where Int(key[0]) < byFirstWord.count {
            let first = Int(key[0])
            if key.count == 1 {
                byFirstWord[first].cue = cue
                byFirstWord[first].isPhrase = true
                continue
            }
            if byFirstWord[first].upper == 0 { byFirstWord[first].lower = UInt16(phrases.count) }
            phrases.append(
                Phrase(cue: cue, rest: UInt32(words.count), second: key[1], count: UInt16(key.count)))
            words.append(contentsOf: key.dropFirst(2))
            byFirstWord[first].upper = UInt16(phrases.count)
        }
    }

    /// The longest phrase that begins at `index` and ends before `limit`; length 0 where none does.
    @inline(__always)
    func match(_ tokens: [Token], _ index: Int, _ limit: Int) -> (cue: Cue, length: Int) {
        let token = tokens[index]
        // The number of an unknown word, 0, begins no phrase.
        guard token.kind == .word, Int(token.word) < byFirstWord.count else { return ([], 0) }
        let first = byFirstWord[Int(token.word)]
        if first.upper > 0, index + 1 < limit, let found = longer(first, tokens, index, limit) {
            return found
        }
        return first.isPhrase ? (first.cue, 1) : ([], 0)
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

    /// The longest phrase of two words and more.
    private func longer(_ first: First, _ tokens: [Token], _ index: Int, _ limit: Int)
        -> (cue: Cue, length: Int)?
    {
        guard let second = tokens[index + 1].phraseWord else { return nil }
        var position = Int(first.lower)
        var upper = Int(first.upper)
        while position < upper {
            let middle = (position + upper) / 2
            if phrases[middle].second < second { position = middle + 1 } else { upper = middle }
        }
        while position < Int(first.upper), phrases[position].second == second {
            let phrase = phrases[position]
            if index + Int(phrase.count) <= limit, matches(tokens, index + 2, phrase) {
                return (phrase.cue, Int(phrase.count))
            }
            position += 1
        }
        return nil
    }

    /// Whether the third word of the phrase and those after it stand from `start` on.
    private func matches(_ tokens: [Token], _ start: Int, _ phrase: Phrase) -> Bool {
        for offset in 0..<Int(phrase.count) - 2
        where tokens[start + offset].phraseWord != words[Int(phrase.rest) + offset] {
            return false
        }
        return true
    }
}

extension Token {
    /// Its number in phrases, where words and marks share one number space; nil for what no phrase holds.
    fileprivate var phraseWord: UInt16? {
        switch kind {
        case .word: word == 0 ? nil : word
        case .mark: Vocabulary.markBase + word
        case .number, .address: nil
        }
    }
}
