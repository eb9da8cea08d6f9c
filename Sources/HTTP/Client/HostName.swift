/// The grammar of `Host` and of an authority: name, IPv4 or bracketed IPv6, and a port.
package enum HostName {
    /// The host in lower case, or nil if it isn't one.
    ///
    /// Escapes, user names and empty names are refused.
    package static func normalized(_ text: String) -> String? {
        let bytes = text.utf8
        guard !bytes.isEmpty, bytes.count <= 260 else { return nil }
        if bytes.first == UInt8(ascii: "[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            let inside = text[text.index(after: text.startIndex)..<end]
            guard inside.contains(":"), IPAddress(inside) != nil else { return nil }
            return isPort(text[text.index(after: end)...]) ? text.lowercased() : nil
        }
        let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? text.endIndex
        guard colon != text.startIndex, isPort(text[colon...]) else { return nil }
        var upper = false
        for byte in text[..<colon].utf8 {
            switch byte {
            case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): break
            case 0x41...0x5A: upper = true
            default: return nil
            }
        }
        return upper ? text.lowercased() : text
    }

    /// The name alone of a normalized host; an IPv6 address without its brackets.
    static func withoutPort(_ host: String) -> Substring {
        if host.utf8.first == UInt8(ascii: "[") {
            return Substring(host.utf8.dropFirst().prefix { $0 != UInt8(ascii: "]") })
        }
        return Substring(host.utf8.prefix { $0 != UInt8(ascii: ":") })
    }

    /// Nothing, or a colon and a port of 1 to 65535.
    private static func isPort(_ text: Substring) -> Bool {
        if text.isEmpty { return true }
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: ":"), (1...5).contains(digits.count) else { return false }
        var port = 0
        for byte in digits {
            guard byte >= 0x30, byte <= 0x39 else { return false }
            port = port * 10 + Int(byte - 0x30)
        }
        return (1...65_535).contains(port)
    }
}
