import Vietnamese

/// Pages whose older encoding, if they have one, was converted to Unicode.
struct LegacyText {
    let pages: [String]
    /// The name of the encoding that the text was in; nil for Unicode.
    let encoding: String?

    init(_ pages: [String]) {
        self.pages = pages
        encoding = nil
    }

    var isUnknownEncoding: Bool { false }
}
