/// Text whose parts in older encodings are Unicode now, and which parts those are.
package struct LegacyConversion: Sendable, Hashable {
    /// A stretch of lines that was converted.
    package struct Part: Sendable, Hashable {
        /// Counted from 0.
        package let page: Int
        /// UTF-8 byte offsets in the converted page.
        package fileprivate(set) var range: Range<Int>
        package let encoding: LegacyEncoding
    }

    /// The pages as given, save for the converted parts.
    package private(set) var pages: [String] = []
    /// In the order of the text; empty if nothing was converted.
    package private(set) var parts: [Part] = []
    /// True if some lines with Vietnamese letters were Unicode already.
    package private(set) var isMixed = false

    /// Those that occur, the most frequent first.
    package var encodings: [LegacyEncoding] {
        var bytes: [LegacyEncoding: Int] = [:]
        for part in parts { bytes[part.encoding, default: 0] += part.range.count }
        return LegacyEncoding.allCases.filter { bytes[$0] != nil }.sorted {
            bytes[$0, default: 0] > bytes[$1, default: 0]
        }
    }

    /// `capitals` enclose text in a font whose letters are all capitals; they are taken out.
    init(_ pages: [String], capitals: LegacyCapitals?) {
        let sheets = pages.map { LegacySheet($0, capitals: capitals) }
        let sure = LegacyEvidence(sheets).sure
        guard !sure.isEmpty else {
            self.pages = capitals == nil ? pages : sheets.map(\.plainText)
            return
        }
        var before: LegacyVerdict?
        for (number, sheet) in sheets.enumerated() {
            let verdicts = sheet.verdicts(sure: sure, after: before)
            before = verdicts.last { $0 != .undecided } ?? before
            add(sheet, verdicts, number, sure)
        }
    }

    private mutating func add(
        _ sheet: LegacySheet, _ verdicts: [LegacyVerdict], _ number: Int, _ sure: [LegacyEncoding]
    ) {
        var page: [UInt8] = []
        page.reserveCapacity(sheet.scalars.count * 2)
        var copied = 0
        for (segment, verdict) in zip(sheet.segments, verdicts) {
            append(sheet.scalars[copied..<segment.range.lowerBound], to: &page)
            copied = segment.range.upperBound
            let start = page.count
            switch verdict {
            case .legacy(let encoding, let isWhole):
                let text = LegacyText(sheet, segment, encoding, isWhole: isWhole)
                append(text.scalars[...], to: &page)
                if text.isChanged { note(Part(page: number, range: start..<page.count, encoding: encoding)) }
            case .unicode:
                isMixed = isMixed || segment.isUnicode
                append(sheet.scalars[segment.range], to: &page)
            case .undecided
            where segment.tokens.isEmpty && sure.contains(.tcvn3) && sheet.hasCapitals(segment.range):
                // Nothing but ASCII, in a font of capitals.
                append(LegacyText(sheet, segment, .tcvn3, isWhole: true).scalars[...], to: &page)
            case .undecided:
                append(sheet.scalars[segment.range], to: &page)
            }
        }
        append(sheet.scalars[copied...], to: &page)
        pages.append(String(decoding: page, as: UTF8.self))
    }

    /// Parts with nothing but ends of lines and plain text between them are told apart; neighbours are
    /// one.
    private mutating func note(_ part: Part) {
        if let last = parts.last, last.page == part.page, last.encoding == part.encoding,
            part.range.lowerBound - last.range.upperBound <= 4
        {
            parts[parts.count - 1].range = last.range.lowerBound..<part.range.upperBound
        } else {
            parts.append(part)
        }
    }

    private func append(_ scalars: ArraySlice<UInt32>, to page: inout [UInt8]) {
        for scalar in scalars {
            if scalar < 0x80 {
                page.append(UInt8(scalar))
            } else {
                page.append(
                    contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")
                        ?? UTF8.encodedReplacementCharacter)
            }
        }
    }
}

/// What a segment is.
enum LegacyVerdict: Hashable {
    case unicode
    /// Whole, or only those words that prove it.
    case legacy(LegacyEncoding, isWhole: Bool)
    /// Nothing in it tells.
    case undecided
}

/// Two scalars that enclose text in a font whose letters are all capitals (`.VnTimeH`).
package struct LegacyCapitals: Sendable, Hashable {
    package let start: Unicode.Scalar
    package let end: Unicode.Scalar

    package init(start: Unicode.Scalar, end: Unicode.Scalar) {
        self.start = start
        self.end = end
    }
}
