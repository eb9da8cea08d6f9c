import Dispatch
import Foundation

/// Waits for SIGTERM or SIGINT, the two ways in which a server is asked to stop.
///
/// A second signal while the server finishes its work ends the program at once.
struct StopSignals: Sendable {
    private let arrivals: AsyncStream<Void>
    private let sources: [SendableSource]

    /// Catches the signals; from its return on none is lost, so it is called before anyone can reach the server.
    static func caught() async -> StopSignals {
        let (arrivals, continuation) = AsyncStream<Void>.makeStream()
        var sources: [SendableSource] = []
        for number in [SIGTERM, SIGINT] {
            // The default action would end the program before the source sees the signal.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { @Sendable in continuation.yield() }
            await withCheckedContinuation { registered in
                source.setRegistrationHandler { @Sendable in registered.resume() }
                source.resume()
            }
            sources.append(SendableSource(source))
        }
        return StopSignals(arrivals: arrivals, sources: sources)
    }

    /// Returns when the first of them arrives.
    func wait() async {
        for await _ in arrivals { break }
        for source in sources { source.cancel() }
        for number in [SIGTERM, SIGINT] { signal(number, SIG_DFL) }
    }

    /// Dispatch sources may be cancelled from any thread; Linux's overlay does not say so.
    private final class SendableSource: @unchecked Sendable {
        private let source: any DispatchSourceSignal
        init(_ source: any DispatchSourceSignal) { self.source = source }
        func cancel() { source.cancel() }
    }
}
