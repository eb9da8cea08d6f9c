import Foundation

/// Holds a blocking body, which runs on a pool's thread, until the test opens it.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    func open() { semaphore.signal() }
    /// Ends after a minute, so that a broken test fails rather than hangs.
    func wait() { _ = semaphore.wait(timeout: .now() + 60) }
}
