package import HTTP

/// Where the server listens and every limit that it keeps, in one place.
package struct ServerConfiguration: Sendable {
    /// An address to listen on.
    package enum Endpoint: Sendable, Hashable {
        /// Port 0 lets the kernel choose.
        case tcp(IPAddress, port: UInt16)
        /// A socket file; `mode` are its permissions. A dead socket's file is replaced.
        case unix(path: String, mode: UInt32 = 0o660)
    }

    package var endpoints: [Endpoint]
    /// Threads that carry connections; as many as cores unless said otherwise.
    package var loops: Int
    /// Whose forwarded headers are believed.
    package var trustedProxies = TrustedProxies.none
    package var parser = ParserLimits()

    /// The most bytes of a request's body where neither route nor handler says otherwise: 1 MiB.
    package var bodyBytes = RequestBody.defaultLimit
    /// The most connections at once: 16,384.
    package var connections = 16_384
    /// The most connections from one address that is no trusted proxy: 4,096 (nginx in front counts more finely).
    package var connectionsPerAddress = 4_096
    /// Connections that wait in the kernel to be accepted: 1,024.
    package var backlog: Int32 = 1_024

    /// From a new connection, or from a request's first byte, to the end of its head: 10 s, in all.
    package var headTimeout = Duration.seconds(10)
    /// Between two requests: 75 s, longer than the 60 s for which nginx keeps a connection to us.
    package var idleTimeout = Duration.seconds(75)
    /// Between two pieces of a body while we wait for it: 15 s.
    package var bodyStallTimeout = Duration.seconds(15)
    /// The least bytes a second of a body, over the time spent waiting for it beyond ``bodyGrace``: 512.
    package var bodyBytesPerSecond = 512
    /// How long a body may be slower: 10 s.
    package var bodyGrace = Duration.seconds(10)
    /// Without a byte taken by the client while we have some to send: 30 s.
    ///
    /// Slow, steady clients aren't cut.
    package var writeTimeout = Duration.seconds(30)
    /// How long a closing connection is read from and thrown away, so that a client still sending gets to
    /// read its answer: 30 s in all, 2 s without a byte.
    package var lingerTimeout = Duration.seconds(30)
    package var lingerIdleTimeout = Duration.seconds(2)
    /// The most bytes of an answer gathered before they are sent: 64 KiB.
    package var gatherBytes = 64 << 10
    /// Whether the process's soft limit of descriptors is raised to the hard one at the start.
    package var raisesDescriptorLimit = true

    package init(endpoints: [Endpoint], loops: Int = ServerConfiguration.cores) {
        precondition(!endpoints.isEmpty && loops > 0, "a server needs an address and a thread")
        self.endpoints = endpoints
        self.loops = loops
    }

    /// Loopback only, for development and tests.
    package static func loopback(port: UInt16 = 0) -> ServerConfiguration {
        ServerConfiguration(endpoints: [.tcp(IPAddress(ipv4: 0x7F00_0001), port: port)])
    }
}
