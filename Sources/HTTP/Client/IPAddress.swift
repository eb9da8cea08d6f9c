/// An IPv4 or IPv6 address as 128 bits; IPv4 in its mapped form (`::ffff:a.b.c.d`).
package struct IPAddress: Sendable, Hashable, CustomStringConvertible {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package init(ipv4: UInt32) { self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(ipv4)) }

    package var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// Parses dotted decimal or an RFC 4291 text, without brackets, zone or port; nil for anything else.
    package init?(_ text: some StringProtocol) {
        if text.utf8.contains(UInt8(ascii: ":")) {
            guard let parsed = Self.parseIPv6(String(text)) else { return nil }
            self = parsed
        } else {
            guard let value = Self.parseIPv4(text.utf8) else { return nil }
            self.init(ipv4: value)
        }
    }

    package var description: String {
        if isIPv4 {
            return (0..<4).map { String(low >> UInt64(24 - 8 * $0) & 255) }.joined(separator: ".")
        }
        return Self.compressed(
            (0..<8).map { group in
                let word = group < 4 ? high : low
                return UInt16(truncatingIfNeeded: word >> UInt64(48 - 16 * (group % 4)))
            })
    }

    private static func parseIPv4(_ text: some Sequence<UInt8>) -> UInt32? {
        // Without taking it apart into pieces: each request's `Host` may be an address.
        var value: UInt32 = 0
        var parts = 1
        var number: UInt32?
        for byte in text {
            if byte == UInt8(ascii: ".") {
                guard let part = number, parts < 4 else { return nil }
                value = value << 8 | part
                parts += 1
                number = nil
            } else {
                guard byte >= 0x30, byte <= 0x39, number != 0 else { return nil }
                let next = (number ?? 0) * 10 + UInt32(byte - 0x30)
                guard next < 256 else { return nil }
                number = next
            }
        }
        guard parts == 4, let number else { return nil }
        return value << 8 | number
    }

    private static func parseIPv6(_ text: String) -> IPAddress? {
        let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
        guard halves.count <= 2, let front = groups(halves[0], last: halves.count == 1) else { return nil }
        var all = front
        if halves.count == 2 {
            guard let back = groups(halves[1], last: true), front.count + back.count <= 7 else { return nil }
            all += Array(repeating: 0, count: 8 - front.count - back.count) + back
        }
        guard all.count == 8 else { return nil }
        let words = all.map(UInt64.init)
        return IPAddress(
            high: words[0] << 48 | words[1] << 32 | words[2] << 16 | words[3],
            low: words[4] << 48 | words[5] << 32 | words[6] << 16 | words[7])
    }

    /// The 16-bit groups of one half; the last may be an IPv4 tail.
    private static func groups(_ text: Substring, last: Bool) -> [UInt16]? {
        if text.isEmpty { return [] }
        var groups: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if last, index == parts.count - 1, part.contains(".") {
                guard let tail = parseIPv4(part.utf8) else { return nil }
                groups += [UInt16(tail >> 16), UInt16(tail & 0xFFFF)]
            } else {
                guard (1...4).contains(part.utf8.count) else { return nil }
                var value: UInt16 = 0
                for byte in part.utf8 {
                    guard let digit = CharacterTable.hexValue(byte) else { return nil }
                    value = value << 4 | UInt16(digit)
                }
                groups.append(value)
            }
        }
        return groups.count <= 8 ? groups : nil
    }

    /// RFC 5952: the longest run of two or more zero groups becomes `::`.
    private static func compressed(_ groups: [UInt16]) -> String {
        var best = 0..<0
        var start = 0
        for index in 0...8 where index == 8 || groups[index] != 0 {
            if index - start > best.count { best = start..<index }
            start = index + 1
        }
        let text = { (part: ArraySlice<UInt16>) in part.map { String($0, radix: 16) }.joined(separator: ":") }
        guard best.count > 1 else { return text(groups[...]) }
        return text(groups[..<best.lowerBound]) + "::" + text(groups[best.upperBound...])
    }
}

/// A range of addresses in CIDR form.
package struct AddressRange: Sendable, Hashable {
    private let base: IPAddress
    private let prefixBits: Int

    /// Parses `10.0.0.0/8`, `fd00::/8` or a single address; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = IPAddress(parts[0]) else { return nil }
        let width = address.isIPv4 ? 32 : 128
        var bits = width
        if parts.count == 2 {
            guard let given = Int(parts[1]), (0...width).contains(given), parts[1].first != "+" else {
                return nil
            }
            bits = given
        }
        base = address
        prefixBits = bits + 128 - width
    }

    package func contains(_ address: IPAddress) -> Bool {
        let highBits = min(prefixBits, 64)
        let lowBits = max(prefixBits - 64, 0)
        return Self.mask(highBits) & (address.high ^ base.high) == 0
            && Self.mask(lowBits) & (address.low ^ base.low) == 0
    }

    private static func mask(_ bits: Int) -> UInt64 { bits == 0 ? 0 : ~0 << UInt64(64 - bits) }
}
