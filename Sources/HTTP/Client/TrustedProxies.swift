/// Which peers may speak for others through `X-Forwarded-For`, `-Proto` and `-Host`.
package struct TrustedProxies: Sendable {
    package var ranges: [AddressRange]
    /// Whether whoever can open the Unix socket is a proxy.
    package var trustsUnixSocket: Bool

    package init(ranges: [AddressRange] = [], trustsUnixSocket: Bool = false) {
        self.ranges = ranges
        self.trustsUnixSocket = trustsUnixSocket
    }

    package static let none = TrustedProxies()

    package func trusts(_ peer: ClientAddress) -> Bool {
        switch peer {
        case .ip(let address): ranges.contains { $0.contains(address) }
        case .unixSocket: trustsUnixSocket
        case .unknown: false
        }
    }

    /// Takes over client, scheme and host from a trusted peer's headers.
    ///
    /// From any other peer the headers are left unread. A header in no form that we know is as good as none.
    package func apply(to request: inout Request) {
        guard trusts(request.client) else { return }
        if let client = client(request.headers.all("x-forwarded-for")) { request.client = .ip(client) }
        switch request.headers.all("x-forwarded-proto") {
        case ["https"]: request.isSecure = true
        case ["http"]: request.isSecure = false
        default: break
        }
        let hosts = request.headers.all("x-forwarded-host")
        if hosts.count == 1, let host = HostName.normalized(hosts[0]) { request.host = host }
    }

    /// The rightmost address that isn't itself a trusted proxy: what stands left of it is hearsay.
    private func client(_ values: [String]) -> IPAddress? {
        let list = values.joined(separator: ",").split(separator: ",", omittingEmptySubsequences: false)
        for entry in list.reversed() {
            guard let address = IPAddress(entry.trimmingSpaces()) else { return nil }
            if !ranges.contains(where: { $0.contains(address) }) { return address }
        }
        return nil
    }
}

extension Substring {
    func trimmingSpaces() -> Substring {
        var trimmed = self
        while let first = trimmed.first, first == " " || first == "\t" { trimmed.removeFirst() }
        while let last = trimmed.last, last == " " || last == "\t" { trimmed.removeLast() }
        return trimmed
    }
}
