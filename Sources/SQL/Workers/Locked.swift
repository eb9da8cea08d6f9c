import Foundation

/// A value that several threads share, reached only under its lock.
///
/// Not `Synchronization.Mutex`: on Linux its contended path runs in the runtime's
/// own futex code, which Thread Sanitizer can't see, so it reports every shared
/// value as a race (seen with Swift 6.3.1, November 2026). Unchecked: `value` is
/// private and only touched between lock and unlock.
package final class Locked<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    package init(_ value: sending Value) {
        self.value = value
    }

    /// The body must be short and must not call back into its caller.
    package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }
}
