/// The names under which a server answers.
///
/// A stranger's page whose name is made to point at this machine (DNS rebinding) is for the browser a page of the
/// same origin as ours: only the `Host` that it sends tells it from one.
package struct AllowedHosts: Sendable {
    /// With their ports, in lower case.
    private var authorities: Set<String> = []
    /// Whatever their ports, without brackets.
    private var addresses: Set<IPAddress> = []
    private var takesAnyAddress = false
    private var takesAnything = false

    /// This machine's own names: `localhost`, 127.0.0.0/8 and `[::1]`, with any port; a tunnel may change it.
    package static let loopback = AllowedHosts()

    /// Every name: for a server behind a proxy that lets pass only its own.
    package static let any: AllowedHosts = {
        var hosts = AllowedHosts()
        hosts.takesAnything = true
        return hosts
    }()

    private init() {}

    /// This machine's own names, the address that is listened on (for an unspecified one, any that is a number and
    /// no name), and the host of the public address.
    package init(bound: IPAddress?, publicAddress: PublicAddress?) {
        if let bound {
            addresses.insert(bound)
            takesAnyAddress = bound == IPAddress(ipv4: 0) || bound == IPAddress(high: 0, low: 0)
        }
        if let publicAddress { authorities = publicAddress.authorities }
    }

    /// - Parameter host: as the parser has checked it; empty only for an HTTP/1.0 client that names none, which no
    ///   browser is.
    package func allows(_ host: String) -> Bool {
        if takesAnything || host.isEmpty || authorities.contains(host) { return true }
        let name = HostName.withoutPort(host)
        if name == "localhost" { return true }
        guard let address = IPAddress(name) else { return false }
        return takesAnyAddress || address.isLoopback || addresses.contains(address)
    }
}

/// The address under which people reach the server: `https://loa.example.vn`.
package struct PublicAddress: Sendable, Hashable {
    package let isSecure: Bool
    /// Host in lower case, with its port if one was given.
    package let host: String

    /// Nil for anything but `http://` or `https://`, a host and perhaps a port.
    package init?(_ text: String) {
        let rest: Substring
        if text.lowercased().hasPrefix("https://") {
            isSecure = true
            rest = text.dropFirst(8)
        } else if text.lowercased().hasPrefix("http://") {
            isSecure = false
            rest = text.dropFirst(7)
        } else {
            return nil
        }
        guard let host = HostName.normalized(String(rest.hasSuffix("/") ? rest.dropLast() : rest)) else {
            return nil
        }
        self.host = host
    }

    /// What may stand in `Host`: the scheme's own port may be left out.
    var authorities: Set<String> {
        let port = isSecure ? ":443" : ":80"
        if host.hasSuffix(port) { return [host, String(host.dropLast(port.utf8.count))] }
        let hasPort =
            host.utf8.last != UInt8(ascii: "]") && host.split(separator: "]").last?.contains(":") == true
        return hasPort ? [host] : [host, host + port]
    }
}

extension IPAddress {
    /// 127.0.0.0/8 or `::1`.
    package var isLoopback: Bool {
        isIPv4 ? low >> 24 & 0xFF == 127 : high == 0 && low == 1
    }
}
