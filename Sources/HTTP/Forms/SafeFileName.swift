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
        // A character may carry any number of marks: bounding the scalars bounds the bytes as well. It comes
        // first, so that what is cut off can't bring a dot to the front again.
        let parts = raw.unicodeScalars.split { $0 == "/" || $0 == "\\" }
        let last = parts.last?.suffix(4 * Self.maximumCharacters)
        var kept = String.UnicodeScalarView()
        for scalar in last ?? Substring().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                .nonspacingMark, .spacingMark, .decimalNumber:
                kept.append(scalar)
            case .spaceSeparator: kept.append(" ")
            default: kept.append("-_.()+,&'".unicodeScalars.contains(scalar) ? scalar : "_")
            }
        }
        while let first = kept.first, first == "." || first == " " { kept.removeFirst() }
        while let end = kept.last, end == "." || end == " " { kept.removeLast() }
        let text = String(kept)
        name = text.isEmpty ? "file" : Self.shortened(text)
    }

    /// Cuts in the middle of a long name, so that the ending survives.
    private static func shortened(_ text: String) -> String {
        guard text.count > maximumCharacters else { return text }
        let dot = text.lastIndex(of: ".")
        let ending = dot.map { text[$0...] }.flatMap { $0.count <= 10 ? $0 : nil } ?? ""
        return String(text.prefix(maximumCharacters - ending.count)) + ending
    }
}
