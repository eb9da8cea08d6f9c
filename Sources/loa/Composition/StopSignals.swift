import Dispatch
import Foundation

/// Waits for SIGTERM or SIGINT, the two ways in which a server is asked to stop.
///
/// A second signal while the server finishes its work ends the program at once.
enum StopSignals {
    /// Returns when the first of them arrives.
    static func wait() async {
        let arrivals = AsyncStream<Void> { continuation in
            let sources = [SIGTERM, SIGINT].map { number in
                // The default action would end the program before the source sees the signal.
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { @Sendable in continuation.yield() }
                source.resume()
                return SendableSource(source)
            }
            continuation.onTermination = { @Sendable _ in for source in sources { source.cancel() } }
        }
        for await _ in arrivals { break }
        for number in [SIGTERM, SIGINT] { signal(number, SIG_DFL) }
    }

    /// Dispatch sources may be cancelled from any thread; Linux's overlay does not say so.
    private final class SendableSource: @unchecked Sendable {
        private let source: any DispatchSourceSignal
        init(_ source: any DispatchSourceSignal) { self.source = source }
        func cancel() { source.cancel() }
    }
}
