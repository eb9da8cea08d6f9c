import Vietnamese

/// Puts syllables together again that a PDF's letter spacing cut before a marked vowel: "th ực hi ện", "T ỉnh".
///
/// Only in documents that have such cuts more than now and then.
enum SplitWords {
    /// A document is cut where it has at least so many onsets standing alone, and one in so many bytes.
    private static let least = 2
    private static let share = 4000

    static func joined(_ bytes: [UInt8]) -> RepairedText {
        let (cuts, onsets) = cuts(bytes)
        guard onsets >= least, onsets * share >= bytes.count else {
            return RepairedText(bytes: bytes, offsets: OffsetMap())
        }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var offsets = OffsetMap()
        var kept = 0
        for cut in cuts {
            output.append(contentsOf: bytes[kept..<cut])
            kept = cut + 1
            offsets.note(repaired: output.count, original: kept)
        }
        output.append(contentsOf: bytes[kept...])
        return RepairedText(bytes: output, offsets: offsets)
    }

    /// Blanks inside syllables, and how many of them stand behind consonants alone.
    private static func cuts(_ bytes: [UInt8]) -> (cuts: [Int], onsets: Int) {
        var cuts: [Int] = []
        var onsets = 0
        forEachBlankBeforeMark(bytes) { text, index in
            guard beginsInMarkedVowel(text, index + 1, text[index - 1]), let head = head(text, index) else {
                return
            }
            let isOnset = onsetsAlone.contains(head)
            if isOnset || hasGlide(head) && !standsAlone(text, index + 1) {
                cuts.append(index)
                onsets += isOnset ? 1 : 0
            }
        }
        return (cuts, onsets)
    }

    /// Calls `body` with each blank behind which a byte over 127 stands, not at the text's very ends.
    ///
    /// Seven blanks at a time: this looks at every byte of every document.
    private static func forEachBlankBeforeMark(
        _ bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void
    ) {
        // The addresses are used within the closures only.
        bytes.withUnsafeBufferPointer { text in
            let raw = UnsafeRawBufferPointer(text)
            var index = 1
            while index + 10 < text.count {
                let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let blanks = eight ^ 0x2020_2020_2020_2020
                let isBlank = (blanks &- 0x0101_0101_0101_0101) & ~blanks & 0x8080_8080_8080_8080
                if isBlank & (eight & 0x8080_8080_8080_8080) >> 8 != 0 {
                    for place in index..<index + 7 where text[place] == 0x20 && text[place + 1] >= 0xC3 {
                        body(text, place)
                    }
                }
                index += 7
            }
            while index + 3 < text.count {
                if text[index] == 0x20, text[index + 1] >= 0xC3 { body(text, index) }
                index += 1
            }
        }
    }

    /// A vowel with a mark, "ư", "ể", never "đ": in lower case, or in a word of capitals behind a capital.
    private static func beginsInMarkedVowel(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ before: UInt8)
        -> Bool
    {
        let second = text[index + 1]
        var isCapital = false
        var length = 2
        switch text[index] {
        case 0xC3:
            guard second != 0x90, second != 0xB0, second != 0x97, second != 0xB7 else { return false }
            isCapital = second < 0xA0
        case 0xC4:
            guard second & 0xFE == 0x82 || second & 0xFE == 0xA8 else { return false }
            isCapital = second & 1 == 0
        case 0xC5:
            guard second == 0xA8 || second == 0xA9 else { return false }
            isCapital = second == 0xA8
        case 0xC6:
            guard second & 0xFE == 0xA0 || second == 0xAF || second == 0xB0 else { return false }
            isCapital = second == 0xA0 || second == 0xAF
        // Ạ … ỹ: capitals are the even ones.
        case 0xE1:
            guard second == 0xBA && text[index + 2] >= 0xA0 || second == 0xBB else { return false }
            isCapital = text[index + 2] & 1 == 0
            length = 3
        default: return false
        }
        guard isCapital else { return true }
        guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(before) || before == 0x90 else { return false }
        // "PHẦN B Ủy ban": the capital begins a word of its own.
        let next = index + length
        return next >= text.count || !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[next])
    }

    /// The letters before the blank in lower case, at most five and none of them marked; "đ" counts as "d".
    ///
    /// Nil for most words, told by their letters before anything is copied: a cut onset has no "a" and no "e".
    private static func head(_ text: UnsafeBufferPointer<UInt8>, _ blank: Int) -> String? {
        var index = blank - 1
        var count = 0
        while index >= 0, count <= 5 {
            let byte = text[index]
            if byte < 0x80, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) {
                if byte | 0x20 == UInt8(ascii: "a") || byte | 0x20 == UInt8(ascii: "e") { return nil }
                index -= 1
            } else if byte & 0xFE == 0x90, index > 0, text[index - 1] == 0xC4 {
                index -= 2
            } else {
                break
            }
            count += 1
        }
        guard (1...5).contains(count), index < 0 || text[index] < 0x80 else { return nil }
        // "200 m ống": a unit behind its number.
        if count == 1, index > 0, text[index] == 0x20, (0x30...0x39).contains(text[index - 1]) { return nil }
        var letters: [UInt8] = []
        for byte in text[index + 1..<blank] where byte != 0xC4 {
            letters.append(byte & 0xFE == 0x90 ? UInt8(ascii: "d") : byte | 0x20)
        }
        return String(decoding: letters, as: UTF8.self)
    }

    private static let onsetsAlone: Set<String> = [
        "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
        "qu", "r",
        "s", "t", "th", "tr", "v", "x",
    ]

    /// "hi", "tu", "xu", "truy": the cut stands behind the first vowel.
    private static func hasGlide(_ head: String) -> Bool {
        ["uy", "i", "u", "o", "y"].contains {
            head.hasSuffix($0) && onsetsAlone.contains(String(head.dropLast($0.count)))
        }
    }

    /// "ủy", "ấp", "ứng": syllables without an onset are words of their own.
    private static func standsAlone(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        var end = start
        while end < text.count, end - start < 10, text[end] >= 0x80 || (text[end] | 0x20) >= UInt8(ascii: "a")
        {
            end += 1
        }
        return bareSyllables.contains(String(decoding: text[start..<end], as: UTF8.self))
    }

    private static let bareSyllables: Set<String> = Set(
        """
        à á ạ ác ách ái ải ám ảm án áng ánh ảnh áo ảo áp át ắc ăn ắng ắt âm ấm ẩm ân ấn ẩn ấp ất âu ấu ẩu ấy ẩy ế ếch
        ém êm ê é ì ị í ích ít ỉ òa ó ò ọ óc ói òn ong óng ô ố ồ ổ ốc ôi ổi ôm ốm ôn ồn ổn ông ống ơ ở ơi ới ơn ớn ớt
        ù ú ủ úa ùa úc ủi ủng ủn úp út ủy uỷ ứ ừ ử ưa ứa ức ưng ứng ước ươm ướm ươn ướp ướt ưu ý ỷ
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
