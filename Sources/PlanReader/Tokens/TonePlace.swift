import Vietnamese

/// The two ways of placing a tone on oa, oe, uy.
enum TonePlace {
    /// The word as written, and with its tone on the other vowel where it ends in oa, oe or uy.
    static func spellings(of word: String) -> [String] {
        var scalars = word.lowercased().unicodeScalars.map(\.value)
        guard scalars.count >= 2, var last = Letter(scalar: scalars[scalars.count - 1]),
            var before = Letter(scalar: scalars[scalars.count - 2])
        else { return [text(scalars)] }
        let original = text(scalars)
        let isPair =
            before.base == UInt8(ascii: "o")
            && (last.base == UInt8(ascii: "a") || last.base == UInt8(ascii: "e"))
            || before.base == UInt8(ascii: "u") && last.base == UInt8(ascii: "y")
        guard isPair, before.shape == .plain, last.shape == .plain,
            (before.tone == .level) != (last.tone == .level)
        else { return [original] }
        swap(&before.tone, &last.tone)
        guard let first = before.scalar, let second = last.scalar else { return [original] }
        scalars[scalars.count - 2] = first
        scalars[scalars.count - 1] = second
        return [original, text(scalars)]
    }

    private static func text(_ scalars: [UInt32]) -> String {
        var string = String.UnicodeScalarView()
        string.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
        return String(string)
    }
}

extension TonePlace {
    /// Whether two lower-case phrases are the same but for the place of a tone.
    static func same(_ left: String, _ right: String) -> Bool {
        left == right
            || left.split(separator: " ").map { spellings(of: String($0)).min() }
                == right.split(separator: " ").map { spellings(of: String($0)).min() }
    }
}
