/// The cookies of a request (RFC 6265 §4.2.1).
package struct Cookies: Sendable {
    private var pairs: [(name: String, value: String)] = []

    /// Parses `Cookie` headers.
    ///
    /// A pair outside the grammar is left out: it may be another program's on the same host, and must not
    /// lock its holder out of ours.
    package init(_ headers: [String]) {
        for header in headers {
            for part in header.utf8.split(separator: UInt8(ascii: ";")) {
                let piece = part.drop { $0 == 0x20 }
                guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { continue }
                let name = piece[..<equals]
                let value = piece[piece.index(after: equals)...]
                guard !name.isEmpty, name.allSatisfy(CharacterTable.isToken), value.allSatisfy(Self.isOctet)
                else { continue }
                pairs.append((String(Substring(name)), String(Substring(value))))
            }
        }
    }

    /// The cookie's value; nil if there is none or if two of that name differ, since then one of them was
    /// planted by somebody else and we can't know which.
    package subscript(name: String) -> String? {
        var found: String?
        for pair in pairs where pair.name == name {
            if let found, found != pair.value { return nil }
            found = pair.value
        }
        return found
    }

    /// `cookie-octet`: printable ASCII without space, quote, comma, semicolon and backslash.
    static func isOctet(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x2B, 0x2D...0x3A, 0x3C...0x5B, 0x5D...0x7E: true
        default: false
        }
    }
}
