/// Which machines a request may be sent to, asked of each address at the moment when its connection is opened.
///
/// A name is looked up once, by whoever connects: what is judged is what is connected to, whatever the name's owner
/// answers to the next question.
package enum AddressReach: Sendable, Hashable {
    case everything
    /// Only addresses that are routed in the whole internet; and this machine's own, networks of an office or both
    /// where the operator says so.
    case internet(andLoopback: Bool, andPrivate: Bool)

    /// What kind of address this is.
    enum Kind: Sendable, Hashable {
        case loopback
        /// Of an office's own network (RFC 1918, RFC 4193), or shared behind a provider's translation (RFC 6598).
        case privateNetwork
        case internet
        /// Link-local (cloud machines tell secrets there), multicast, reserved, of documentation, or one that wraps another.
        case special
    }

    func allows(_ kind: Kind) -> Bool {
        guard case .internet(let andLoopback, let andPrivate) = self else { return true }
        return switch kind {
        case .internet: true
        case .loopback: andLoopback
        case .privateNetwork: andPrivate
        case .special: false
        }
    }

    /// - Parameter bytes: 4 of IPv4 or 16 of IPv6.
    static func kind(of bytes: [UInt8]) -> Kind {
        switch bytes.count {
        case 4: kind(v4: bytes)
        case 16: kind(v6: bytes)
        default: .special
        }
    }

    /// By IANA's registry of special-purpose addresses.
    private static func kind(v4 bytes: [UInt8]) -> Kind {
        switch (bytes[0], bytes[1], bytes[2]) {
        case (127, _, _): .loopback
        case (10, _, _), (172, 16...31, _), (192, 168, _), (100, 64...127, _): .privateNetwork
        case (0, _, _), (169, 254, _), (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _),
            (198, 51, 100), (203, 0, 113), (224..., _, _):
            .special
        default: .internet
        }
    }

    private static func kind(v6 bytes: [UInt8]) -> Kind {
        if bytes.dropLast().allSatisfy({ $0 == 0 }), bytes[15] == 1 { return .loopback }
        if bytes[0] & 0xFE == 0xFC { return .privateNetwork }
        // Outside 2000::/3 nothing is global: addresses of IPv4 in other clothes (::ffff:0:0/96, 64:ff9b::/96) are not.
        guard bytes[0] & 0xE0 == 0x20 else { return .special }
        switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        // Protocol assignments and Teredo, documentation, and 6to4, which wraps an address of IPv4.
        case (0x20, 0x01, 0x00...0x01, _), (0x20, 0x01, 0x0D, 0xB8), (0x20, 0x02, _, _),
            (0x3F, 0xFF, 0x00...0x0F, _):
            return .special
        default: return .internet
        }
    }
}
