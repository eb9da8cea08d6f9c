import Dispatch

/// Sends requests to other servers and takes their short answers, off the threads that answer ours.
///
/// Follows no redirection unless the request says so: who is asked is who was meant.
package final class HTTPSender: Sendable {
    package struct Limits: Sendable, Hashable {
        package var connectSeconds = 5
        /// From the look-up of the name to the answer's last byte.
        package var totalSeconds = 10
        /// Requests at once; the others wait for their turn.
        package var lanes = 4

        package init() {}
    }

    private let lanes: [Lane]

    /// - Parameters:
    ///   - agent: what the other server is told of us, such as `loa/1.0`.
    ///   - authorities: a file of certificates (PEM) to trust instead of the machine's own.
    ///   - usesProxy: whether a proxy of the environment is used; then `AddressReach` would judge the proxy.
    package init(
        agent: String, authorities: String? = nil, usesProxy: Bool = false, limits: Limits = Limits()
    ) {
        lanes = (0..<max(1, limits.lanes)).map { _ in
            Lane(
                SendingConnection.Settings(
                    agent: agent, authorities: authorities, usesProxy: usesProxy, limits: limits))
        }
    }

    package func send(_ request: OutgoingRequest) async throws(DownloadFailure) -> ReceivedAnswer {
        try await lane(of: request).send(request).get()
    }

    /// One server's requests share lanes by chance: a slow one doesn't hold up all others.
    private func lane(of request: OutgoingRequest) -> Lane {
        guard let lane = lanes.randomElement() else { preconditionFailure("There is at least one lane.") }
        return lane
    }

    /// One thread's work: a connection, and who waits for it.
    private final class Lane: Sendable {
        private let queue = DispatchQueue(label: "loa.sending")
        private let settings: SendingConnection.Settings
        /// Touched on the queue alone, one block after the other; kept for the next request.
        private nonisolated(unsafe) var connection: SendingConnection?

        init(_ settings: SendingConnection.Settings) { self.settings = settings }

        func send(_ request: OutgoingRequest) async -> Result<ReceivedAnswer, DownloadFailure> {
            await withCheckedContinuation { continuation in
                queue.async {
                    let connection = unsafe self.connection ?? SendingConnection(self.settings)
                    unsafe self.connection = connection
                    continuation.resume(returning: connection.send(request))
                }
            }
        }
    }
}
