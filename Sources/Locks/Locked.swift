import Glibc

/// A value that several threads share, reached only under its lock.
///
/// A mutex of pthread rather than `Synchronization.Mutex`: on Linux that one's contended path runs in the runtime's
/// own futex code, which ThreadSanitizer can't see, so it reports every shared value as a race (Swift 6.3.1).
///
/// Unchecked Sendable: `value` is private and only touched between lock and unlock. Safe: nobody else has the pointer,
/// which lives as long as the object.
@safe package final class Locked<Value>: @unchecked Sendable {
    private var value: Value
    // Allocated once and freed with the object: a mutex must not move.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>

    package init(_ value: sending Value) {
        self.value = value
        unsafe mutex = .allocate(capacity: 1)
        unsafe mutex.initialize(to: pthread_mutex_t())
        let code = unsafe pthread_mutex_init(mutex, nil)
        precondition(code == 0, "A lock can't be made: error \(code).")
    }

    deinit {
        unsafe pthread_mutex_destroy(mutex)
        unsafe mutex.deallocate()
    }

    /// Runs the body with the value to itself.
    ///
    /// The body is short and calls nobody's closure; locking again inside it never ends.
    package func withLock<Result, Failure: Error>(
        _ body: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        return try body(&value)
    }
}
