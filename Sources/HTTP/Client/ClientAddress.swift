/// Who stands at the other end.
package enum ClientAddress: Sendable, Hashable, CustomStringConvertible {
    case ip(IPAddress)
    /// A peer on the Unix socket that no proxy header names further.
    case unixSocket
    /// No socket at all, as in tests through the router.
    case unknown

    package var description: String {
        switch self {
        case .ip(let address): address.description
        case .unixSocket: "unix"
        case .unknown: "unknown"
        }
    }

    /// The key to count a client's attempts under: the address, for IPv6 its /64, since one client has as
    /// many addresses below that as it wants.
    package var throttleKey: String {
        guard case .ip(let address) = self, !address.isIPv4 else { return description }
        return IPAddress(high: address.high, low: 0).description + "/64"
    }
}
