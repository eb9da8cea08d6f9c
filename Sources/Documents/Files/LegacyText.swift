/// Pages whose older encoding, if they have one, was converted to Unicode, with the marks of capital fonts resolved.
struct LegacyText {
    let pages: [String]
    /// The name of the encoding that the text was in; nil for Unicode.
    let encoding: String?

    init(_ pages: [String]) {
        self.pages = pages.map(Self.withoutMarks)
        encoding = nil
    }

    private static func withoutMarks(_ page: String) -> String {
        let isMark: (Unicode.Scalar) -> Bool = {
            $0 == OfficeMark.capitalStart || $0 == OfficeMark.capitalEnd
        }
        guard page.unicodeScalars.contains(where: isMark) else { return page }
        var kept = String.UnicodeScalarView()
        kept.append(contentsOf: page.unicodeScalars.filter { !isMark($0) })
        return String(kept)
    }
}
