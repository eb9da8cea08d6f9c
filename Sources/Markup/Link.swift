/// An address that may stand in `href`, `src` or `action`: a path of this site, or a checked http(s) address.
///
/// There is no way to make one from unchecked text, so `javascript:` and the like can't get into a page.
package struct Link: Sendable, Hashable {
    /// Percent-encoded, not yet escaped for HTML.
    package let address: String

    private init(address: String) {
        self.address = address
    }

    /// A path of this site from its segments; each is encoded, so a slash in one stays inside it.
    package init(
        path segments: [String], query: [(name: String, value: String)] = [], fragment: String? = nil
    ) {
        var address = "/" + segments.map(Link.encoded).joined(separator: "/")
        if !query.isEmpty {
            address +=
                "?"
                + query.map { Link.encoded($0.name) + "=" + Link.encoded($0.value) }.joined(separator: "&")
        }
        if let fragment { address += "#" + Link.encoded(fragment) }
        self.address = address
    }

    /// An address outside; nil unless it is http or https with a host and nothing that could end it early.
    package init?(outside text: String) {
        let lower = text.lowercased()
        guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
        let rest = text.drop { $0 != "/" }.dropFirst(2)
        guard let first = rest.first, first.isLetter || first.isNumber else { return nil }
        guard text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && $0 != "\\" }) else {
            return nil
        }
        address = text
    }

    /// A place on the same page.
    package static func here(_ fragment: String) -> Link {
        Link(address: "#" + encoded(fragment))
    }

    /// The same path with another query and fragment.
    package func with(query: [(name: String, value: String)] = [], fragment: String? = nil) -> Link {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        var address = String(path)
        if !query.isEmpty {
            address +=
                "?"
                + query.map { Link.encoded($0.name) + "=" + Link.encoded($0.value) }.joined(separator: "&")
        }
        if let fragment { address += "#" + Link.encoded(fragment) }
        return Link(address: address)
    }

    /// A path on this site as a browser asked for it (to come back to after signing in); nil where it could
    /// lead elsewhere (`//host`, a backslash, a control letter).
    package init?(samesite text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 2000 else { return nil }
        guard
            text.utf8.allSatisfy({
                $0 > 0x20 && $0 < 0x7F && $0 != 0x5C && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E
            })
        else { return nil }
        address = text
    }

    /// RFC 3986: everything but the unreserved letters as %XX of its UTF-8.
    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
