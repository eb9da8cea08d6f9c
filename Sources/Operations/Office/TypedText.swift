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

    /// The same with its lines kept: each folded, at most one left empty between two; line ends become "\n".
    static func lines(_ text: String, limitBytes: Int) -> String? {
        var lines: [String] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let folded = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if folded.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(folded)
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        let kept = lines.joined(separator: "\n")
        guard !kept.isEmpty, kept.utf8.count <= limitBytes,
            lines.allSatisfy({ $0.unicodeScalars.allSatisfy(isShown) })
        else { return nil }
        return kept
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
