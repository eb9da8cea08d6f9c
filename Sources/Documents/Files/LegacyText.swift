import Vietnamese

/// Pages whose older encoding, if they have one, was converted to Unicode.
struct LegacyText {
    let pages: [String]
    /// The names of the encodings that the text, or parts of it, was in; nil for Unicode.
    let encoding: String?

    /// The marks of capitals by which `OfficeText` tells fonts like `.VnTimeH` are resolved here.
    init(_ pages: [String]) {
        let capitals = LegacyCapitals(start: OfficeMark.capitalStart, end: OfficeMark.capitalEnd)
        let conversion = Vietnamese.legacyConversion(of: pages, capitals: capitals)
        self.pages = conversion.pages
        let names = conversion.encodings.map(\.name)
        encoding = names.isEmpty ? nil : names.joined(separator: ", ")
    }

    /// Most words with something beyond ASCII are neither Vietnamese in any known encoding nor plain words.
    var isUnknownEncoding: Bool { encoding == nil && Vietnamese.isMostlyUnknown(pages) }
}
