/// Text that a person typed, checked before it is kept.
package enum TypedText {
    /// White space folded to single blanks and cut at both ends; nil when it's empty, too long, or
    /// has control or direction characters that could make a page show something else than what is
    /// stored.
    static func line(_ text: String, limitBytes: Int) -> String? {
        let folded = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !folded.isEmpty, folded.utf8.count <= limitBytes, folded.unicodeScalars.allSatisfy(isShown)
        else {
            return nil
        }
        return folded
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .surrogate, .unassigned: return false
        case .format:
            // Left-to-right marks and overrides hide what a name really is (Trojan Source).
            return !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
        default: return true
        }
    }
}
