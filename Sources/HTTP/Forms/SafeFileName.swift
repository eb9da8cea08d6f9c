/// A client's file name reduced to something that is fit to show and to offer again: never a path.
package struct SafeFileName: Sendable, Hashable {
    /// 1 to 120 characters: letters, digits, marks, spaces and `-_.()+,&'`; no leading dot.
    package let name: String

    package static let maximumCharacters = 120

    /// Takes what stands after the last slash or backslash and drops control characters, direction marks and
    /// whatever else isn't plain text.
    ///
    /// An empty rest becomes `file`.
    package init(_ raw: String) {
        let last = raw.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map(Array.init) ?? []
        var kept = String.UnicodeScalarView()
        for scalar in last {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                .nonspacingMark, .spacingMark, .decimalNumber:
                kept.append(scalar)
            case .spaceSeparator: kept.append(" ")
            default: kept.append("-_.()+,&'".unicodeScalars.contains(scalar) ? scalar : "_")
            }
        }
        var text = String(kept)[...]
        while let first = text.first, first == "." || first == " " { text.removeFirst() }
        while let end = text.last, end == "." || end == " " { text.removeLast() }
        name = text.isEmpty ? "file" : Self.shortened(String(text))
    }

    /// Cuts in the middle of a long name, so that the ending survives.
    private static func shortened(_ text: String) -> String {
        // A character may carry any number of marks; bounding the scalars first bounds the bytes as well.
        let bounded =
            text.unicodeScalars.count > 4 * maximumCharacters
            ? String(String.UnicodeScalarView(text.unicodeScalars.suffix(4 * maximumCharacters))) : text
        guard bounded.count > maximumCharacters else { return bounded }
        let dot = bounded.lastIndex(of: ".")
        let ending = dot.map { bounded[$0...] }.flatMap { $0.count <= 10 ? $0 : nil } ?? ""
        return String(bounded.prefix(maximumCharacters - ending.count)) + ending
    }
}
