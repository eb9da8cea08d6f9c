extension Vietnamese {
    /// Key for comparing: lower case, marks kept, the tone of a syllable at
    /// its end, so that "hòa" and "hoà", "Ủy" and "Uỷ" are equal.
    package static func compareKey(_ text: String) -> String {
        var tones: [Tone] = []
        var result = ""
        for scalar in repaired(text).string.unicodeScalars {
            guard var letter = Letter(scalar: scalar.value) else {
                endSyllable(&result, &tones)
                append(scalar, to: &result)
                continue
            }
            if letter.tone != .level { tones.append(letter.tone) }
            letter.tone = .level
            letter.isUpper = false
            append(letter, to: &result)
        }
        endSyllable(&result, &tones)
        return folded(result)
    }

    private static func endSyllable(_ result: inout String, _ tones: inout [Tone]) {
        for tone in tones {
            if let mark = tone.mark.flatMap(Unicode.Scalar.init) { result.unicodeScalars.append(mark) }
        }
        tones = []
    }

    private static func append(_ letter: Letter, to result: inout String) {
        if let scalar = letter.scalar.flatMap(Unicode.Scalar.init) { result.unicodeScalars.append(scalar) }
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        switch scalar.value {
        case 0..<0x80: result.unicodeScalars.append(scalar)
        case 0x2010...0x2015, 0x2212: result.append("-")
        case 0x201C, 0x201D, 0xAB, 0xBB: result.append("\"")
        case 0x2018, 0x2019: result.append("'")
        default: result.append(contentsOf: scalar.properties.lowercaseMapping)
        }
    }

    /// Runs of white space as one blank, none at the ends.
    private static func folded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isBlank = true
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 ? scalar.value <= 0x20 : scalar.properties.isWhitespace {
                isBlank = true
                continue
            }
            if isBlank, !result.isEmpty { result.append(" ") }
            isBlank = false
            result.append(scalar)
        }
        return String(result)
    }
}
