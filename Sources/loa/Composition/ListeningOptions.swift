import Foundation
import HTTP
import HTTPEngine

/// Where the server listens, under which names it answers, and whose forwarded headers it believes.
struct ListeningOptions: Sendable {
    static let options: [CommandDescription.Option] = [
        .init("port", "N", "the TCP port (default 8080; 0 takes any free one)"),
        .init("host", "ADDRESS", "the IP address to listen on (default 127.0.0.1: this machine only)"),
        .init("unix", "PATH", "listen on a Unix socket instead, for a proxy on this machine"),
        .init(
            "trusted-proxy", "ADDRESS",
            "believe the forwarded headers of these peers: addresses or networks,\njoined by commas; with --unix, whoever can open the socket is believed"
        ),
        publicAddressOption,
    ]

    static let publicAddressOption = CommandDescription.Option(
        "public-address", "URL",
        "the address that people use, such as https://loa.example.vn: besides this\nmachine's own names no other is answered, and mails link to it alone"
    )

    let configuration: ServerConfiguration
    /// Behind a proxy and without a public address the proxy alone says which names pass.
    let hosts: AllowedHosts
    /// What links in mails begin with; nil without a public address.
    let origin: String?
    /// Whether it answers this machine alone, without a proxy in between.
    let isForThisMachine: Bool

    init(_ arguments: Arguments, command: String) throws(UsageError) {
        let port = try arguments.number("port", in: 0...65_535, command: command) ?? 8_080
        let hostText = arguments.value("host") ?? "127.0.0.1"
        guard let host = IPAddress(hostText == "localhost" ? "127.0.0.1" : hostText) else {
            throw UsageError("--host takes an IP address, not \(hostText)", command: command)
        }
        var ranges: [AddressRange] = []
        for part in (arguments.value("trusted-proxy") ?? "").split(separator: ",") {
            guard let range = AddressRange(String(part)) else {
                throw UsageError("--trusted-proxy: \(part) is no address or network", command: command)
            }
            ranges.append(range)
        }
        let publicAddress = try Self.publicAddress(arguments, command)
        origin = publicAddress?.origin
        isForThisMachine = arguments.value("unix") == nil && host.isLoopback && ranges.isEmpty
        if let path = arguments.value("unix") {
            guard arguments.value("port") == nil, arguments.value("host") == nil else {
                throw UsageError("--unix goes without --host and --port", command: command)
            }
            configuration = Self.configuration(.unix(path: path), ranges, trustsUnixSocket: true)
            hosts = publicAddress.map { AllowedHosts(bound: nil, publicAddress: $0) } ?? .any
        } else {
            configuration = Self.configuration(
                .tcp(host, port: UInt16(port)), ranges, trustsUnixSocket: false)
            hosts =
                publicAddress == nil && !ranges.isEmpty
                ? .any : AllowedHosts(bound: host, publicAddress: publicAddress)
        }
    }

    static func publicAddress(
        _ arguments: Arguments, _ command: String
    ) throws(UsageError) -> PublicAddress? {
        guard let text = arguments.value("public-address") else { return nil }
        guard let address = PublicAddress(text) else {
            throw UsageError(
                "--public-address takes http:// or https://, a name and perhaps a port, not \(text)",
                command: command)
        }
        return address
    }

    private static func configuration(
        _ endpoint: ServerConfiguration.Endpoint, _ ranges: [AddressRange], trustsUnixSocket: Bool
    ) -> ServerConfiguration {
        var configuration = ServerConfiguration(endpoints: [endpoint])
        configuration.trustedProxies = TrustedProxies(ranges: ranges, trustsUnixSocket: trustsUnixSocket)
        return configuration
    }
}

extension PublicAddress {
    /// Such as `https://loa.example.vn`.
    var origin: String { (isSecure ? "https://" : "http://") + host }
}
