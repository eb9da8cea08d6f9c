extension Vietnamese {
    /// Key by whose bytes words sort as in a Vietnamese dictionary: letters
    /// a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y (f j w z in
    /// their Latin places), then tones ngang huyền hỏi ngã sắc nặng, then case.
    package static func sortKey(_ text: String) -> [UInt8] {
        var letters: [UInt8] = []
        var tones: [UInt8] = []
        var cases: [UInt8] = []
        for scalar in repaired(text).string.unicodeScalars {
            if let letter = Letter(scalar: scalar.value) {
                letters.append(order(of: letter))
                tones.append(letter.tone.rawValue + 1)
                cases.append(letter.isUpper ? 2 : 1)
            } else if scalar.properties.isWhitespace {
                // Before all letters, so that "ba" precedes "ba mươi" and "bà".
                letters.append(2)
            } else if scalar.value >= 0x30, scalar.value <= 0x39 {
                letters.append(UInt8(scalar.value))
            } else if scalar.isASCII {
                letters.append(3)
                letters.append(UInt8(scalar.value))
            } else {
                letters.append(0xFE)
                letters.append(contentsOf: String(scalar).utf8)
            }
        }
        return letters + [1] + tones + [0] + cases
    }

    /// Key by which persons sort: by given name, then family name, then the names between.
    package static func personSortKey(_ name: String) -> [UInt8] {
        let parts = name.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let given = parts.last, parts.count > 1 else { return sortKey(name) }
        let family = parts[0]
        let middle = parts.dropFirst().dropLast().joined(separator: " ")
        return [given, family, middle].flatMap { sortKey($0) + [0] }
    }

    package static func sorted(_ words: [String]) -> [String] {
        sorted(words, by: sortKey)
    }

    package static func sortedPersons(_ names: [String]) -> [String] {
        sorted(names, by: personSortKey)
    }

    /// Stable: equal keys keep their order.
    private static func sorted(_ texts: [String], by key: (String) -> [UInt8]) -> [String] {
        texts.enumerated().map { (key: key($0.element), index: $0.offset) }
            .sorted { left, right in
                if left.key == right.key { return left.index < right.index }
                return left.key.lexicographicallyPrecedes(right.key)
            }
            .map { texts[$0.index] }
    }

    /// Place in the alphabet, above digits and blanks.
    private static func order(of letter: Letter) -> UInt8 {
        let base = (letter.base - 97) * 4 + 0x60
        return base + (letter.isBarred ? 1 : shapeOrder(letter.shape))
    }

    /// a ă â, o ô ơ, u ư.
    private static func shapeOrder(_ shape: LetterShape) -> UInt8 {
        switch shape {
        case .plain: 0
        case .breve: 1
        case .circumflex: 2
        case .horn: 3
        }
    }
}
