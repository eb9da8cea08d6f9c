/// All words that the rules know, numbered.
///
/// Words are told apart by their marks, not by case nor by the place of the
/// tone ("Ủy" and "Uỷ" are one word).
struct Vocabulary: Sendable {
    /// For each hash, the place of its spelling in `spellings` plus one; 0 where there is none.
    ///
    /// Kept apart from the spellings, so that what is looked up stays in the processor's nearest cache.
    private var slots = [UInt16](repeating: 0, count: 8192)
    private var spellings: [Spelling] = []
    private(set) var count = 0
    /// Each known word with its number.
    private(set) var texts: [(text: String, number: UInt16)] = []
    /// Neighbours in phrases, as `pair` joins them.
    private(set) var pairs: Set<UInt32> = []

    static func pair(_ left: UInt16, _ right: UInt16) -> UInt32 { UInt32(left) << 16 | UInt32(right) }

    private struct Spelling: Sendable {
        var low: UInt64
        var high: UInt64
        var word: UInt16
    }

    /// Words and marks share one number space inside phrases.
    static let markBase: UInt16 = 0xFF00

    /// 0 where the word is unknown.
    func number(of key: WordKey) -> UInt16 {
        guard !key.isTooLong else { return 0 }
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: key.hash) & mask
        while slots[index] != 0 {
            let spelling = spellings[Int(slots[index]) - 1]
            if spelling.low == key.low, spelling.high == key.high { return spelling.word }
            index = (index + 1) & mask
        }
        return 0
    }

    /// The number of a single word, which becomes known if it wasn't.
    mutating func number(_ word: String) -> UInt16 {
        numbers(ofPhrase: word).first ?? 0
    }

    /// Numbers of the words and marks of a phrase, which become known if they weren't.
    mutating func numbers(ofPhrase phrase: String) -> [UInt16] {
        var numbers: [UInt16] = []
        for part in Self.parts(of: phrase) {
            if part.count == 1, let byte = part.first, !Self.isWordByte(byte) {
                numbers.append(Self.markBase + UInt16(byte))
                continue
            }
            let spellings = Self.spellings(of: part)
            var known: UInt16 = 0
            for spelling in spellings where known == 0 { known = number(of: spelling) }
            if known == 0 {
                count += 1
                precondition(count * 3 < slots.count, "the vocabulary outgrew its slots: double them")
                known = UInt16(count)
                for spelling in spellings where !spelling.isTooLong { insert(spelling, known) }
                texts.append((String(decoding: part, as: UTF8.self), known))
            }
            if let before = numbers.last, before < Self.markBase { pairs.insert(Self.pair(before, known)) }
            numbers.append(known)
        }
        return numbers
    }

    private mutating func insert(_ key: WordKey, _ number: UInt16) {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: key.hash) & mask
        while slots[index] != 0 {
            let spelling = spellings[Int(slots[index]) - 1]
            if spelling.low == key.low, spelling.high == key.high { return }
            index = (index + 1) & mask
        }
        spellings.append(Spelling(low: key.low, high: key.high, word: number))
        slots[index] = UInt16(spellings.count)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20 >= 97 && byte | 0x20 <= 122)
    }

    /// Words and single marks of a phrase.
    private static func parts(of phrase: String) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var isOpen = false
        for byte in phrase.utf8 {
            if isWordByte(byte) {
                if isOpen { parts[parts.count - 1].append(byte) } else { parts.append([byte]) }
                isOpen = true
            } else {
                if byte != 0x20 { parts.append([byte]) }
                isOpen = false
            }
        }
        return parts
    }

    /// A word's keys: as written and with the tone on the other vowel (hòa, hoà).
    private static func spellings(of word: [UInt8]) -> [WordKey] {
        let text = String(decoding: word, as: UTF8.self)
        return TonePlace.spellings(of: text).map { spelling in
            var key = WordKey()
            for byte in spelling.utf8 { key.append(byte) }
            return key
        }
    }
}
