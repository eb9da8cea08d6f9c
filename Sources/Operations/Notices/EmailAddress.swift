/// The rule for addresses that people type: letters go to them, so nothing may pass that means more to a mail server.
enum EmailAddress {
    static let longestBytes = 254

    /// ASCII, one `@`, a host of two labels at least; no white space, line ends, quotes or angle brackets.
    ///
    /// What composes mail (`MailAddress`) looks again, and more narrowly.
    static func isUsable(_ text: String) -> Bool {
        let sides = text.split(separator: "@", omittingEmptySubsequences: false)
        return text.utf8.count <= longestBytes && sides.count == 2
            && sides.allSatisfy { !$0.isEmpty && $0.first != "." && $0.last != "." }
            && sides[1].contains(".")
            && text.utf8.allSatisfy { (33...126).contains($0) && !"\"(),:;<>[\\]".utf8.contains($0) }
    }
}
