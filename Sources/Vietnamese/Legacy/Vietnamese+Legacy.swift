extension Vietnamese {
    /// The older encoding that the text, or the most of its older part, is in for sure; nil for
    /// Unicode and for anything in doubt.
    ///
    /// The text is as programs give it that take such bytes for Windows-1252.
    package static func legacyEncoding(of text: String) -> LegacyEncoding? {
        legacyConversion(of: [text]).encodings.first
    }

    /// As `legacyEncoding(of: String)`, for the bytes of a text file.
    package static func legacyEncoding(of bytes: [UInt8]) -> LegacyEncoding? {
        legacyEncoding(of: String(validating: bytes, as: UTF8.self) ?? Windows1252.text(bytes))
    }

    /// The text in Unicode, all of it taken for text in the encoding, in proof of it or not.
    ///
    /// TCVN3 has no capitals with tones: they are told by the capitals beside them, and with
    /// `isCapitalFont` all letters are.
    package static func converted(
        _ text: String, from encoding: LegacyEncoding, isCapitalFont: Bool = false
    ) -> String {
        let marks = LegacyCapitals(start: "\u{E000}", end: "\u{E001}")
        let sheet =
            isCapitalFont
            ? LegacySheet("\u{E000}\(text)\u{E001}", capitals: marks) : LegacySheet(text, capitals: nil)
        var result = String.UnicodeScalarView()
        var copied = 0
        for segment in sheet.segments {
            result.append(
                contentsOf: sheet.scalars[copied..<segment.range.lowerBound].compactMap(Unicode.Scalar.init))
            copied = segment.range.upperBound
            let text = LegacyText(sheet, segment, encoding, isWhole: true)
            result.append(contentsOf: text.scalars.compactMap(Unicode.Scalar.init))
        }
        result.append(contentsOf: sheet.scalars[copied...].compactMap(Unicode.Scalar.init))
        return String(result)
    }

    /// Converts what is surely in an older encoding, line by line, and tells which parts that was.
    ///
    /// The pages are judged together, as one document. No line that is Unicode already is touched.
    /// Takes time proportional to the text. `capitals` enclose text in a font like `.VnTimeH`, and are
    /// taken out.
    package static func legacyConversion(of pages: [String], capitals: LegacyCapitals? = nil)
        -> LegacyConversion
    {
        LegacyConversion(pages, capitals: capitals)
    }
}

extension Vietnamese {
    /// True for text like that of an encoding unknown to us: of its words with a character of Latin-1
    /// beyond ASCII, at least ten and nine in ten, are no Vietnamese, and none is surely Unicode.
    ///
    /// Other languages of Latin-1 look so too: ask only about text that claims to be Vietnamese.
    package static func isMostlyUnknown(_ pages: [String]) -> Bool {
        var strange = 0
        var others = 0
        for page in pages {
            for token in LegacySheet(page, capitals: nil).segments.lazy.flatMap(\.tokens) {
                if token.isUnicode { return false }
                if token.isPlausible { others += 1 } else { strange += 1 }
            }
        }
        return strange >= 10 && strange >= 9 * others
    }
}
