/// The mail server that takes our messages, and how it is spoken to.
///
/// Holds a password; its description doesn't show it.
package struct MailServer: Sendable, Hashable, CustomStringConvertible {
    /// When the connection is encrypted; its certificate is verified in either case.
    package enum Encryption: Sendable, Hashable {
        case fromTheFirstByte
        /// By STARTTLS, without which we go no further.
        case beforeSigningIn
        /// To this machine's own loopback alone: nobody listens on the way.
        case none
    }

    package let encryption: Encryption
    package let host: String
    package let port: Int
    let user: String?
    let password: String?
    /// A file of certificates (PEM) that are trusted instead of the machine's own; for an office's own authority.
    package var authorities: String?

    /// Reads `smtp://[USER:PASSWORD@]HOST[:PORT]`, `smtps://…` or `smtp+starttls://…`; nil for anything else.
    ///
    /// `smtp` demands STARTTLS (port 587), on this machine's own loopback nothing (port 25), where `smtp+starttls`
    /// demands it all the same; `smtps` is encrypted from the first byte (port 465). Reserved characters of user and
    /// password are percent-encoded.
    package init?(_ text: String) {
        guard let separator = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<separator.lowerBound]
        guard ["smtp", "smtps", "smtp+starttls"].contains(scheme) else { return nil }
        let rest = text[separator.upperBound...]
        var place = rest
        if let at = rest.lastIndex(of: "@") {
            let signIn = rest[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard signIn.count == 2, let user = Self.decoded(signIn[0]),
                let password = Self.decoded(signIn[1]),
                !user.isEmpty
            else { return nil }
            self.user = user
            self.password = password
            place = rest[rest.index(after: at)...]
        } else {
            user = nil
            password = nil
        }
        if place.hasSuffix("/") { place = place.dropLast() }
        guard let (host, portText) = Self.hostAndPort(place) else { return nil }
        self.host = host.lowercased()
        encryption =
            scheme == "smtps"
            ? .fromTheFirstByte : scheme == "smtp" && Self.isLoopback(self.host) ? .none : .beforeSigningIn
        let usual =
            switch encryption {
            case .fromTheFirstByte: 465
            case .beforeSigningIn: 587
            case .none: 25
            }
        port = portText.map { Int($0) ?? 0 } ?? usual
        guard (1...65_535).contains(port) else { return nil }
    }

    package var description: String {
        "\(scheme)://\(user == nil ? "" : "…@")\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    /// As libcurl takes it.
    private var scheme: String { encryption == .fromTheFirstByte ? "smtps" : "smtp" }

    /// The address without the sign-in, as libcurl takes it; its path is the name that we greet with.
    func address(greeting name: String) -> String {
        "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)/\(name)"
    }

    private static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let isIPv4 = parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
        return isIPv4 || host == "localhost" || host == "::1"
    }

    private static func hostAndPort(_ text: Substring) -> (String, Substring?)? {
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            let host = text[text.index(after: text.startIndex)..<end]
            let rest = text[text.index(after: end)...]
            guard !host.isEmpty, host.allSatisfy({ $0.isHexDigit || $0 == ":" }),
                rest.isEmpty || rest.hasPrefix(":")
            else { return nil }
            return (String(host), rest.isEmpty ? nil : rest.dropFirst())
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, parts.count <= 2, !host.isEmpty,
            host.utf8.allSatisfy({
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
                    || $0 == 46
            })
        else { return nil }
        return (String(host), parts.count == 2 ? parts[1] : nil)
    }

    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        // Neither a line end nor a NUL may reach the server.
        return bytes.allSatisfy { $0 >= 32 && $0 != 127 } ? String(validating: bytes, as: UTF8.self) : nil
    }
}
