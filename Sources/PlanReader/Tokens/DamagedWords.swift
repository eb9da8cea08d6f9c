import Vietnamese

/// Finds words of the rules again that lost or changed their marks in text recognition: "phôi hợp", "Noi nhận".
///
/// A word that the rules don't know becomes the known one with the same bare letters where both stand side by side in a
/// phrase of the rules; only in documents that show such damage more than now and then, so that a clean text is read as
/// it is printed.
struct DamagedWords: Sendable {
    /// So many words of a document are looked at to tell whether it is damaged.
    private static let sample = 6000
    /// A document is damaged where at least this many words of the sample are, and one in so many tokens.
    private static let least = 4
    private static let share = 250

    /// Known words by their bare letters, packed.
    private let words: [UInt64: [UInt16]]
    /// Two words that stand side by side in a phrase.
    private let pairs: Set<UInt32>

    init(_ vocabulary: Vocabulary) {
        var words: [UInt64: [UInt16]] = [:]
        for (text, number) in vocabulary.texts {
            guard let key = Self.bareLetters(Array(text.utf8)) else { continue }
            words[key, default: []].append(number)
        }
        self.words = words
        pairs = vocabulary.pairs
    }

    /// Gives damaged words the number of the word that they were; false where the text is sound.
    func repair(_ tokens: inout [Token], _ bytes: [UInt8]) -> Bool {
        var found: [(index: Int, word: UInt16)] = []
        var looked = 0
        var index = 0
        while index < tokens.count {
            if tokens[index].kind == .word, tokens[index].word == 0 {
                looked += 1
                if looked == Self.sample, !isDamaged(found.count, index) { return false }
                if let word = word(at: index, tokens, bytes) { found.append((index, word)) }
            }
            index += 1
        }
        guard isDamaged(found.count, index) else { return false }
        for (index, word) in found { tokens[index].word = word }
        for index in tokens.indices where tokens[index].kind == .word && tokens[index].word != 0 {
            if let word = other(at: index, tokens, bytes) { tokens[index].word = word }
        }
        return true
    }

    /// "Căn cư": a word that the rules know from elsewhere, and that goes with neither neighbour.
    private func other(at index: Int, _ tokens: [Token], _ bytes: [UInt8]) -> UInt16? {
        let word = tokens[index].word
        if index > 0, tokens[index - 1].kind == .word,
            pairs.contains(Vocabulary.pair(tokens[index - 1].word, word))
        {
            return nil
        }
        if index + 1 < tokens.count, tokens[index + 1].kind == .word,
            pairs.contains(Vocabulary.pair(word, tokens[index + 1].word))
        {
            return nil
        }
        return self.word(at: index, tokens, bytes)
    }

    private func isDamaged(_ found: Int, _ tokens: Int) -> Bool {
        found >= Self.least && found * Self.share >= tokens
    }

    /// The known word that stands at `index` with other marks, if a neighbour speaks for it.
    private func word(at index: Int, _ tokens: [Token], _ bytes: [UInt8]) -> UInt16? {
        let before = index > 0 && tokens[index - 1].kind == .word ? tokens[index - 1].word : 0
        let after = index + 1 < tokens.count && tokens[index + 1].kind == .word ? tokens[index + 1].word : 0
        guard before != 0 || after != 0,
            let key = Self.bareLetters(bytes[Int(tokens[index].start)..<Int(tokens[index].end)]),
            let candidates = words[key]
        else { return nil }
        return candidates.first { word in
            before != 0 && pairs.contains(Vocabulary.pair(before, word))
                || after != 0 && pairs.contains(Vocabulary.pair(word, after))
        }
    }

    /// The letters without marks, at most eight of them, in lower case.
    private static func bareLetters(_ bytes: some Sequence<UInt8>) -> UInt64? {
        var key: UInt64 = 0
        var count = 0
        var scalar: UInt32 = 0
        var left = 0
        for byte in bytes {
            if left > 0 {
                scalar = scalar << 6 | UInt32(byte & 0x3F)
                left -= 1
                if left > 0 { continue }
            } else if byte < 0x80 {
                scalar = UInt32(byte | 0x20)
            } else {
                left = byte >= 0xE0 ? 2 : 1
                scalar = UInt32(byte & (left == 2 ? 0x0F : 0x1F))
                continue
            }
            guard count < 8 else { return nil }
            let base = scalar < 0x80 ? UInt8(scalar) : Letter(scalar: scalar)?.base
            guard let base else { return nil }
            key |= UInt64(base | 0x20) << UInt64(count * 8)
            count += 1
        }
        return count >= 2 ? key : nil
    }
}
