/// A segment in Unicode.
struct LegacyText {
    private(set) var scalars: [UInt32] = []
    /// True if anything came out otherwise than it was.
    private(set) var isChanged = false
    /// Where the font decides about a letter's case.
    private var unknown: [Int] = []

    /// With `isWhole` false, only words that make no sense as Unicode, and those beside them that fit,
    /// are converted.
    init(_ sheet: LegacySheet, _ segment: LegacySegment, _ encoding: LegacyEncoding, isWhole: Bool) {
        let range = segment.range
        scalars.reserveCapacity(range.count)
        let kept = isWhole ? Self.loneSigns(sheet, segment) : Self.keptTokens(segment, encoding)
        var next = kept.makeIterator()
        var keep = next.next()
        var capital = sheet.capitals(in: range)[...]
        var isAfterConsonant = false
        var index = range.lowerBound
        while index < range.upperBound {
            if let skip = keep, index == skip.lowerBound {
                scalars.append(contentsOf: sheet.scalars[skip])
                index = skip.upperBound
                keep = next.next()
                isAfterConsonant = false
                continue
            }
            while let stretch = capital.first, stretch.upperBound <= index { capital = capital.dropFirst() }
            let end = keep?.lowerBound ?? range.upperBound
            var found = encoding.letter(sheet.scalars, at: index, before: end)
            if found == nil, encoding == .tcvn3, isAfterConsonant,
                Self.isLostHorn(sheet.scalars, index, before: end)
            {
                found = LegacyLetter(
                    letter: Letter(base: UInt8(ascii: "u"), shape: .horn), isCaseKnown: false)
            }
            guard var found, found.letter.scalar != nil else {
                scalars.append(sheet.scalars[index])
                isAfterConsonant = false
                index += 1
                continue
            }
            if encoding == .tcvn3, let stretch = capital.first, stretch.contains(index) {
                found.letter.isUpper = true
            } else if !found.isCaseKnown {
                unknown.append(scalars.count)
            }
            let scalar = found.letter.scalar ?? sheet.scalars[index]
            isChanged = isChanged || found.length > 1 || scalar != sheet.scalars[index]
            scalars.append(scalar)
            isAfterConsonant = !found.letter.isVowel
            index += found.length
        }
        if !unknown.isEmpty { settleCapitals() }
    }

    /// TCVN3 writes ư with the code of the soft hyphen, which some programs make a hyphen: "ng-êi",
    /// "®-îc".
    private static func isLostHorn(_ scalars: [UInt32], _ index: Int, before end: Int) -> Bool {
        guard scalars[index] == 0x2D, index + 1 < end else { return false }
        return scalars[index + 1] == 0xAC || (0xEA...0xEE).contains(scalars[index + 1])
    }

    /// × ÷ · ± § © ® that stand alone are signs in any font.
    private static func loneSigns(_ sheet: LegacySheet, _ segment: LegacySegment) -> [Range<Int>] {
        segment.tokens.map(\.range).filter {
            $0.count == 1 && [0xD7, 0xF7, 0xB7, 0xB1, 0xA9].contains(sheet.scalars[$0.lowerBound])
        }
    }

    private static func keptTokens(_ segment: LegacySegment, _ encoding: LegacyEncoding) -> [Range<Int>] {
        func tells(_ token: LegacyToken) -> Bool? {
            if token.isProof(encoding) { return true }
            return token.isUnicode || token.isContrary(encoding) ? false : nil
        }
        var converts = segment.tokens.lazy.compactMap(tells).first ?? false
        return segment.tokens.compactMap { token in
            converts = tells(token) ?? converts
            return converts ? nil : token.range
        }
    }
}

// Capitals.
extension LegacyText {
    private enum WordCase { case upper, lower, unclear }

    private struct Word {
        var range: Range<Int>
        var isCapital: WordCase
        var isSyllable: Bool
    }

    /// Letters without a case of their own become capitals in words of capitals ("KÕ HO¹CH").
    ///
    /// A word that could be either ("KÕ") goes with its neighbours, if only blanks stand between them.
    private mutating func settleCapitals() {
        let isUnknown = Set(unknown)
        var words = self.words(isUnknown)
        let known = words
        var before = WordCase.unclear
        for index in words.indices {
            if index > 0, !isBlank(known[index - 1].range.upperBound..<known[index].range.lowerBound) {
                before = .unclear
            }
            if known[index].isCapital == .unclear, before == .upper { words[index].isCapital = .upper }
            if known[index].isSyllable, known[index].isCapital != .unclear { before = known[index].isCapital }
        }
        var after = WordCase.unclear
        for index in words.indices.reversed() {
            if index + 1 < words.count,
                !isBlank(known[index].range.upperBound..<known[index + 1].range.lowerBound)
            {
                after = .unclear
            }
            if known[index].isCapital == .unclear {
                if after == .upper, !hasLowerBefore(known, index) { words[index].isCapital = .upper }
                if after == .lower { words[index].isCapital = .lower }
            }
            if known[index].isSyllable, known[index].isCapital != .unclear { after = known[index].isCapital }
        }
        for word in words where word.isCapital == .upper {
            for index in word.range where isUnknown.contains(index) {
                guard var letter = Letter(scalar: scalars[index]) else { continue }
                letter.isUpper = true
                scalars[index] = letter.scalar ?? scalars[index]
            }
        }
    }

    /// Whether the nearest word before, that tells, is in lower case.
    private func hasLowerBefore(_ words: [Word], _ index: Int) -> Bool {
        var place = index
        while place > 0, index - place < 8,
            isBlank(words[place - 1].range.upperBound..<words[place].range.lowerBound)
        {
            place -= 1
            if words[place].isSyllable, words[place].isCapital != .unclear {
                return words[place].isCapital == .lower
            }
        }
        return false
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        range.allSatisfy { [0x20, 0xA0, 0x2C, 0x2D].contains(scalars[$0]) }
    }

    private func words(_ isUnknown: Set<Int>) -> [Word] {
        var words: [Word] = []
        var start: Int?
        for index in 0...scalars.count {
            let isLetter = index < scalars.count && Letter(scalar: scalars[index]) != nil
            if isLetter, start == nil { start = index }
            if !isLetter, let from = start {
                words.append(word(from..<index, isUnknown))
                start = nil
            }
        }
        return words
    }

    private func word(_ range: Range<Int>, _ isUnknown: Set<Int>) -> Word {
        let letters = range.map { (letter: Letter(scalar: scalars[$0]), place: $0) }
        let known = letters.filter { !isUnknown.contains($0.place) }
        let upper = known.count { $0.letter?.isUpper == true }
        let isCapital: WordCase =
            if upper < known.count {
                .lower
            } else if upper >= 2 || upper == 1 && known[0].place > range.lowerBound {
                .upper
            } else {
                .unclear
            }
        return Word(
            range: range, isCapital: isCapital,
            isSyllable: range.count > 1 && Syllable.isValid(letters.compactMap(\.letter)))
    }
}
