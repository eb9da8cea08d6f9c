/// A page as scalars, without the marks of capitals, cut into segments.
struct LegacySheet {
    private(set) var scalars: [UInt32] = []
    /// Stretches in a font of capitals, in order.
    private var capitals: [Range<Int>] = []
    let segments: [LegacySegment]

    init(_ text: String, capitals marks: LegacyCapitals?) {
        scalars.reserveCapacity(text.utf8.count)
        var depth = 0
        var start = 0
        for scalar in text.unicodeScalars {
            if let marks, scalar == marks.start {
                if depth == 0 { start = scalars.count }
                depth += 1
            } else if let marks, scalar == marks.end {
                if depth == 1 { capitals.append(start..<scalars.count) }
                depth = max(0, depth - 1)
            } else {
                scalars.append(scalar.value)
            }
        }
        segments = LegacySegment.all(in: scalars)
    }

    var plainText: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars.lazy.compactMap(Unicode.Scalar.init))
        return String(text)
    }

    /// Those stretches in a font of capitals that touch the range.
    func capitals(in range: Range<Int>) -> ArraySlice<Range<Int>> {
        var low = 0
        var high = capitals.count
        while low < high {
            let middle = (low + high) / 2
            if capitals[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return capitals[low...].prefix { $0.lowerBound < range.upperBound }
    }

    func hasCapitals(_ range: Range<Int>) -> Bool { !capitals(in: range).isEmpty }

    /// One verdict for each segment.
    ///
    /// A segment that fits, but proves nothing, follows the one before it, at the start of the text
    /// the one after it.
    func verdicts(sure: [LegacyEncoding], after before: LegacyVerdict?) -> [LegacyVerdict] {
        var verdicts = segments.map { Self.verdict($0, sure) }
        var last = before ?? verdicts.first { $0 != .undecided }
        for index in verdicts.indices {
            if verdicts[index] != .undecided {
                last = verdicts[index]
            } else if case .legacy(let encoding, _)? = last, segments[index].allFit(encoding) {
                verdicts[index] = .legacy(encoding, isWhole: true)
            }
        }
        return verdicts
    }

    private static func verdict(_ segment: LegacySegment, _ sure: [LegacyEncoding]) -> LegacyVerdict {
        guard !segment.tokens.isEmpty else { return .undecided }
        let isUnicode = segment.isUnicode
        guard let encoding = sure.max(by: { segment.proofs($0) < segment.proofs($1) }),
            segment.proofs(encoding) > 0
        else {
            if isUnicode { return .unicode }
            return sure.contains { segment.allFit($0) } ? .undecided : .unicode
        }
        // Beside Unicode a single word is too little.
        if isUnicode { return segment.proofs(encoding) >= 2 ? .legacy(encoding, isWhole: false) : .unicode }
        let fits = segment.tokens.count - segment.contraries(encoding)
        return segment.contraries(encoding) <= fits ? .legacy(encoding, isWhole: true) : .unicode
    }
}

/// Which encodings a document holds for sure.
struct LegacyEvidence {
    private(set) var sure: [LegacyEncoding] = []

    /// So many different words must prove an encoding.
    private static let distinctWords = 3

    init(_ sheets: [LegacySheet]) {
        sure = LegacyEncoding.allCases.filter { Self.isSure($0, sheets) }
    }

    /// One line with three proofs and hardly anything against it, or three proofs anywhere if hardly
    /// anything in the lines that aren't surely Unicode speaks against them.
    private static func isSure(_ encoding: LegacyEncoding, _ sheets: [LegacySheet]) -> Bool {
        var words: Set<ArraySlice<UInt32>> = []
        var proofs = 0
        var contraries = 0
        for sheet in sheets {
            for segment in sheet.segments where !segment.tokens.isEmpty && !segment.isUnicode {
                let own = segment.tokens.filter { $0.isProof(encoding) }
                let against = segment.contraries(encoding)
                if own.count >= distinctWords, against * 5 <= own.count,
                    Set(own.map { sheet.scalars[$0.range] }).count >= distinctWords
                {
                    return true
                }
                proofs += own.count
                contraries += against
                if words.count < distinctWords { words.formUnion(own.map { sheet.scalars[$0.range] }) }
            }
        }
        return words.count >= distinctWords && contraries * 4 <= proofs
    }
}
