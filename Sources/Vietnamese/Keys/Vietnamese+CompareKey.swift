extension Vietnamese {
    /// Key for comparing: lower case, marks kept, the tone of a syllable at
    /// its end, so that "hòa" and "hoà", "Ủy" and "Uỷ" are equal.
    package static func compareKey(_ text: String) -> String {
        String(decoding: compareKeyBytes(text), as: UTF8.self)
    }

    /// The bytes of `compareKey`.
    package static func compareKeyBytes(_ text: String) -> [UInt8] {
        var tones: [Tone] = []
        var key = FoldedBytes(capacity: text.utf8.count + 16)
        for scalar in repaired(text).string.unicodeScalars {
            guard var letter = Letter(scalar: scalar.value) else {
                endSyllable(&key, &tones)
                append(scalar, to: &key)
                continue
            }
            if letter.tone != .level { tones.append(letter.tone) }
            letter.tone = .level
            letter.isUpper = false
            if let plain = letter.scalar.flatMap(Unicode.Scalar.init) { key.append(plain) }
        }
        endSyllable(&key, &tones)
        return key.bytes
    }

    private static func endSyllable(_ key: inout FoldedBytes, _ tones: inout [Tone]) {
        guard !tones.isEmpty else { return }
        for tone in tones {
            if let mark = tone.mark.flatMap(Unicode.Scalar.init) { key.append(mark) }
        }
        tones.removeAll(keepingCapacity: true)
    }

    private static func append(_ scalar: Unicode.Scalar, to key: inout FoldedBytes) {
        switch scalar.value {
        case 0..<0x80: key.append(scalar)
        case 0x2010...0x2015, 0x2212: key.append("-")
        case 0x201C, 0x201D, 0xAB, 0xBB: key.append("\"")
        case 0x2018, 0x2019: key.append("'")
        default: for lower in scalar.properties.lowercaseMapping.unicodeScalars { key.append(lower) }
        }
    }
}

/// UTF-8 with runs of white space as one blank, none at the ends.
private struct FoldedBytes {
    private(set) var bytes: [UInt8] = []
    private var isBlank = true

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        if Self.isBlank(scalar) {
            isBlank = true
            return
        }
        if isBlank, !bytes.isEmpty { bytes.append(0x20) }
        isBlank = false
        if scalar.value < 0x80 {
            bytes.append(UInt8(scalar.value))
        } else {
            bytes.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
        }
    }

    /// The Unicode property, with the letters of Vietnamese told first: asking it for each takes longer than the rest.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x85, 0xA0: true
        case 0x21..<0x1680, 0x1681..<0x2000: false
        default: scalar.properties.isWhitespace
        }
    }
}
