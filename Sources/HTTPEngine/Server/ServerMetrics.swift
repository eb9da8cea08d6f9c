import HTTP
import Locks

/// What the engine has done since it started; read by a scrape, for example.
package struct ServerMetrics: Sendable {
    /// Upper bounds of the duration buckets in seconds; the last bucket has none.
    package static let durationBounds: [Double] = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    package internal(set) var connectionsAccepted = 0
    package internal(set) var connectionsOpen = 0
    /// Turned away: too many in all or from one address, or no descriptor left.
    package internal(set) var connectionsRefused = 0
    /// Cut for slowness in head, body or write.
    package internal(set) var timeouts = 0
    /// Heads and bodies refused by the parser.
    package internal(set) var malformedRequests = 0
    /// Answers by the first digit of their status; index 0 is 1xx.
    package internal(set) var responsesByClass = [0, 0, 0, 0, 0]
    package internal(set) var bytesReceived = 0
    package internal(set) var bytesSent = 0
    /// Answers per bucket of ``durationBounds``, not cumulative, one more than there are bounds.
    ///
    /// From the head's end to the answer's last byte handed to the kernel.
    package internal(set) var durationCounts = Array(repeating: 0, count: durationBounds.count + 1)
    package internal(set) var durationSumSeconds = 0.0

    mutating func add(_ other: ServerMetrics) {
        connectionsAccepted += other.connectionsAccepted
        connectionsOpen += other.connectionsOpen
        connectionsRefused += other.connectionsRefused
        timeouts += other.timeouts
        malformedRequests += other.malformedRequests
        bytesReceived += other.bytesReceived
        bytesSent += other.bytesSent
        durationSumSeconds += other.durationSumSeconds
        for index in responsesByClass.indices { responsesByClass[index] += other.responsesByClass[index] }
        for index in durationCounts.indices { durationCounts[index] += other.durationCounts[index] }
    }
}

/// One loop's share of the metrics; the lock is only ever contended by a snapshot.
final class LoopMetrics: Sendable {
    private let state = Locked(ServerMetrics())

    func update(_ change: (inout ServerMetrics) -> Void) { state.withLock { change(&$0) } }

    var snapshot: ServerMetrics { state.withLock { $0 } }

    func count(_ status: Status, microseconds: Int, received: Int, sent: Int) {
        let seconds = Double(microseconds) / 1_000_000
        let bucket =
            ServerMetrics.durationBounds.firstIndex { seconds <= $0 } ?? ServerMetrics.durationBounds.count
        update {
            $0.responsesByClass[status.code / 100 - 1] += 1
            $0.durationCounts[bucket] += 1
            $0.durationSumSeconds += seconds
            $0.bytesReceived += received
            $0.bytesSent += sent
        }
    }
}
