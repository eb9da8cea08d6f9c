/// Cuts stretches of the clean text into tokens.
struct Tokenizer {
    let bytes: [UInt8]
    let vocabulary: Vocabulary

    /// Appends the tokens of `range`; the first is marked as beginning a line.
    func append(_ range: Range<Int>, to tokens: inout [Token]) {
        let text = bytes.span
        var index = range.lowerBound
        var flags: Token.Flags = .lineBefore
        while index < range.upperBound {
            let byte = text[index]
            if byte == 0x20 || byte == 0x09 {
                flags.insert(.spaceBefore)
                index += 1
                continue
            }
            if byte == 0x0A || byte == 0x0C {
                flags.insert(.lineBefore)
                index += 1
                continue
            }
            var token: Token
            if byte >= 48, byte <= 57 {
                token = number(index, range.upperBound)
            } else if isLetterStart(index, range.upperBound) {
                token = word(text, index, range.upperBound)
            } else {
                token = mark(index, range.upperBound)
            }
            token.flags.formUnion(flags)
            flags = []
            index = Int(token.end)
            tokens.append(token)
        }
    }

    private func number(_ start: Int, _ limit: Int) -> Token {
        var index = start
        while index < limit, bytes[index] >= 48, bytes[index] <= 57 { index += 1 }
        return Token(start: UInt32(start), end: UInt32(index), kind: .number, word: 0, flags: [])
    }

    /// ASCII letters and everything in two and three bytes that Vietnamese writes with.
    private func isLetterStart(_ index: Int, _ limit: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x80 { return (byte | 0x20) >= 97 && (byte | 0x20) <= 122 }
        if byte >= 0xC3 && byte <= 0xCD {
            return !(byte == 0xC3 && index + 1 < limit && isTimesOrDivision(bytes[index + 1]))
        }
        if byte == 0xE1 { return index + 1 < limit && bytes[index + 1] >= 0xB8 && bytes[index + 1] <= 0xBB }
        return false
    }

    private func isTimesOrDivision(_ byte: UInt8) -> Bool { byte == 0x97 || byte == 0xB7 }

    private func word(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Token {
        var key = WordKey()
        var index = start
        var letters = 0
        var capitals = 0
        var isFirstCapital = false
        while index < limit {
            let byte = text[index]
            var isCapital = false
            if byte < 0x80 {
                let lower = byte | 0x20
                guard lower >= 97, lower <= 122 else { break }
                isCapital = byte < 97
                key.append(UInt64(lower), length: 1)
                index += 1
            } else if isLetterStart(index, limit) {
                guard index + (byte == 0xE1 ? 2 : 1) < limit else {
                    index = limit
                    break
                }
                if byte == 0xE1 {
                    let last = text[index + 2]
                    isCapital = last & 1 == 0
                    key.append(0xE1 | UInt64(text[index + 1]) << 8 | UInt64(last | 1) << 16, length: 3)
                    index += 3
                } else {
                    let (lead, last, upper) = lowered(byte, text[index + 1])
                    isCapital = upper
                    key.append(UInt64(lead) | UInt64(last) << 8, length: 2)
                    index += 2
                }
            } else {
                break
            }
            if isCapital {
                capitals += 1
                if letters == 0 { isFirstCapital = true }
            }
            letters += 1
        }
        if index < limit, text[index] == .colon || text[index] == .stop,
            let address = address(start, index, limit, key)
        {
            return address
        }
        var flags: Token.Flags = isFirstCapital ? .capital : []
        if letters >= 2, capitals == letters { flags.insert(.allCapitals) }
        return Token(
            start: UInt32(start), end: UInt32(index), kind: .word, word: vocabulary.number(of: key),
            flags: flags)
    }

    /// A byte of a word in lower case, told by the bytes before it.
    static func lowered(_ byte: UInt8, after lead: UInt8, third: UInt8) -> UInt8 {
        if byte < 0x80 { return byte >= 65 && byte <= 90 ? byte | 0x20 : byte }
        switch lead {
        case 0xC3: return byte < 0x9F ? byte | 0x20 : byte
        case 0xC4, 0xC5: return byte | 1
        case 0xC6: return byte == 0xA0 ? 0xA1 : byte == 0xAF ? 0xB0 : byte
        default: return third == 0xE1 ? byte | 1 : byte
        }
    }

    /// A letter of two bytes in lower case, and whether it was a capital.
    private func lowered(_ lead: UInt8, _ last: UInt8) -> (UInt8, UInt8, Bool) {
        switch lead {
        case 0xC3: return last < 0x9F ? (lead, last | 0x20, true) : (lead, last, false)
        case 0xC4, 0xC5: return last & 1 == 0 ? (lead, last | 1, true) : (lead, last, false)  // ă đ ĩ ũ
        case 0xC6:
            if last == 0xA0 { return (lead, 0xA1, true) }  // Ơ
            if last == 0xAF { return (lead, 0xB0, true) }  // Ư
            return (lead, last, false)
        default: return (lead, last, false)
        }
    }

    /// "https://…" and "www.…" as one token, so that their stops end no sentence.
    private func address(_ start: Int, _ end: Int, _ limit: Int, _ key: WordKey) -> Token? {
        let isScheme =
            key.count <= 5 && end + 2 < limit && bytes[end] == UInt8(ascii: ":")
            && bytes[end + 1] == .slash && bytes[end + 2] == .slash
        let isWorldWide = key.count == 3 && key.low == 0x777777 && end < limit && bytes[end] == .stop
        guard isScheme || isWorldWide else { return nil }
        var index = end
        while index < limit, bytes[index] > 0x20, bytes[index] != .close, bytes[index] != .semicolon {
            index += 1
        }
        while index > end, [.stop, .comma, .colon].contains(bytes[index - 1]) { index -= 1 }
        return Token(start: UInt32(start), end: UInt32(index), kind: .address, word: 0, flags: [])
    }

    /// ¹ ² ³ ⁴ … of footnotes.
    private func isSuperscript(_ start: Int, _ length: Int) -> Bool {
        if length == 2, bytes[start] == 0xC2 { return [0xB2, 0xB3, 0xB9].contains(bytes[start + 1]) }
        return length == 3 && bytes[start] == 0xE2 && bytes[start + 1] == 0x81
            && (0xB0...0xB9).contains(bytes[start + 2])
    }

    private func mark(_ start: Int, _ limit: Int) -> Token {
        let byte = bytes[start]
        var length = 1
        var code = UInt16(byte)
        if byte >= 0x80 {
            while start + length < limit, bytes[start + length] & 0xC0 == 0x80, length < 4 { length += 1 }
            code = 2
            if byte == 0xE2, length == 3, bytes[start + 1] == 0x80 {
                switch bytes[start + 2] {
                case 0x90...0x95: code = UInt16(UInt8.dash)
                case 0x98...0x9F: code = UInt16(UInt8.quote)
                case 0xA6: code = UInt16(UInt8.ellipsis)
                default: break
                }
            } else if byte == 0xE2, length == 3, bytes[start + 1] == 0x88, bytes[start + 2] == 0x92 {
                code = UInt16(UInt8.dash)
            } else if isSuperscript(start, length) {
                return Token(
                    start: UInt32(start), end: UInt32(start + length), kind: .number, word: Token.superscript,
                    flags: [])
            } else if byte == 0xC2, length == 2, bytes[start + 1] == 0xAB || bytes[start + 1] == 0xBB {
                code = UInt16(UInt8.quote)
            }
        }
        return Token(start: UInt32(start), end: UInt32(start + length), kind: .mark, word: code, flags: [])
    }
}
