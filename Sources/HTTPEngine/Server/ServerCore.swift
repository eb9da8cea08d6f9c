import HTTP
import Locks
import Synchronization

/// What all connections of a server share.
final class ServerCore: Sendable {
    let configuration: ServerConfiguration
    let handler: Handler
    let atOnce: AnswerAtOnce
    let onFailure: @Sendable (any Error, Request) -> Void
    private let draining = Atomic(false)
    private let census = Locked(Census())

    private struct Census {
        var open = 0
        var byAddress: [IPAddress: Int] = [:]
        var whenEmpty: CheckedContinuation<Void, Never>?
    }

    init(
        configuration: ServerConfiguration, handler: @escaping Handler, atOnce: @escaping AnswerAtOnce,
        onFailure: @escaping @Sendable (any Error, Request) -> Void
    ) {
        self.configuration = configuration
        self.handler = handler
        self.atOnce = atOnce
        self.onFailure = onFailure
    }

    /// Whether the server is on its way down: connections end after the request that they are at.
    var isDraining: Bool { draining.load(ordering: .relaxed) }

    func beginDraining() { draining.store(true, ordering: .relaxed) }

    /// Counts a new connection; false if there are too many already.
    func admit(_ peer: ClientAddress) -> Bool {
        let counted = countedAddress(peer)
        return census.withLock { census in
            guard census.open < configuration.connections else { return false }
            if let counted {
                let count = census.byAddress[counted, default: 0]
                guard count < configuration.connectionsPerAddress else { return false }
                census.byAddress[counted] = count + 1
            }
            census.open += 1
            return true
        }
    }

    func release(_ peer: ClientAddress) {
        let counted = countedAddress(peer)
        let waiter = census.withLock { census -> CheckedContinuation<Void, Never>? in
            if let counted, let count = census.byAddress[counted] {
                census.byAddress[counted] = count > 1 ? count - 1 : nil
            }
            census.open -= 1
            guard census.open == 0 else { return nil }
            defer { census.whenEmpty = nil }
            return census.whenEmpty
        }
        waiter?.resume()
    }

    /// Returns when the last connection is closed.
    func waitUntilEmpty() async {
        await withCheckedContinuation { continuation in
            let isEmpty = census.withLock { census in
                if census.open == 0 { return true }
                census.whenEmpty = continuation
                return false
            }
            if isEmpty { continuation.resume() }
        }
    }

    /// Lets ``waitUntilEmpty()`` return although connections are open.
    func abandonWait() {
        let waiter = census.withLock { census in
            defer { census.whenEmpty = nil }
            return census.whenEmpty
        }
        waiter?.resume()
    }

    private func countedAddress(_ peer: ClientAddress) -> IPAddress? {
        guard case .ip(let address) = peer, !configuration.trustedProxies.trusts(peer) else { return nil }
        return address
    }
}
