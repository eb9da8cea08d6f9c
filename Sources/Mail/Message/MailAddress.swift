/// A mail address as the wire takes it: ASCII, without quotes, comments or white space.
///
/// Narrower than RFC 5322 on purpose: what passes can stand in a header and in an SMTP command as it is.
package struct MailAddress: Sendable, Hashable, CustomStringConvertible {
    package static let longestBytes = 254
    package static let longestLocalBytes = 64

    package let local: String
    /// In lower case.
    package let domain: String

    package var description: String { "\(local)@\(domain)" }

    /// Nil for anything that isn't a dot-atom, `@` and a host's name.
    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= Self.longestBytes else { return nil }
        self.init(local: String(parts[0]), domain: String(parts[1]))
    }

    package init?(local: String, domain: String) {
        guard Self.isLocal(local), Self.isHost(domain),
            local.utf8.count + domain.utf8.count < Self.longestBytes
        else { return nil }
        self.local = local
        self.domain = domain.lowercased()
    }

    private static func isLocal(_ text: String) -> Bool {
        guard (1...longestLocalBytes).contains(text.utf8.count) else { return false }
        return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
        }
    }

    private static func isHost(_ text: String) -> Bool {
        guard (1...253).contains(text.utf8.count) else { return false }
        return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 45 }
                && label.first != "-" && label.last != "-"
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }

    // MARK: - Return addresses

    /// The address to which a server sends back what it couldn't deliver: it names the letter, so that a bounce
    /// tells which one came back whatever its text says (the way of VERP).
    ///
    /// - Parameter letter: letters and digits. Nil where the whole becomes too long.
    package func returning(_ letter: String) -> MailAddress? {
        MailAddress(local: "\(local)+\(letter)", domain: domain)
    }

    /// The letter that a return address of this one names; nil for any other address.
    package func letter(of returned: MailAddress) -> String? {
        guard returned.domain == domain, returned.local.hasPrefix(local + "+") else { return nil }
        let letter = String(returned.local.dropFirst(local.count + 1))
        return !letter.isEmpty && letter.utf8.allSatisfy(Self.isLetterOrDigit) ? letter : nil
    }
}
