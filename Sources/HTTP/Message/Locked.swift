#if LOA_PTHREAD_LOCKS
    import Glibc

    /// A value behind a lock.
    ///
    /// This form, on pthread, is for runs under ThreadSanitizer, which doesn't see the futex calls of
    /// `Synchronization.Mutex` on Linux and reports races that aren't there: build with `-Xswiftc
    /// -DLOA_PTHREAD_LOCKS`.
    package final class Locked<Value>: @unchecked Sendable {
        // Checked by hand: `value` is only touched between lock and unlock; the mutex has a stable address
        // because it is allocated once and freed with the object.
        private var value: Value
        private let mutex: UnsafeMutablePointer<pthread_mutex_t>

        package init(_ value: sending Value) {
            self.value = value
            mutex = .allocate(capacity: 1)
            mutex.initialize(to: pthread_mutex_t())
            precondition(pthread_mutex_init(mutex, nil) == 0, "a lock can't be made")
        }

        deinit {
            pthread_mutex_destroy(mutex)
            mutex.deallocate()
        }

        /// Runs the body with the value to itself.
        ///
        /// The body calls nobody's closure.
        package func withLock<Result, Failure: Error>(
            _ body: (inout Value) throws(Failure) -> Result
        ) throws(Failure) -> Result {
            pthread_mutex_lock(mutex)
            defer { pthread_mutex_unlock(mutex) }
            return try body(&value)
        }
    }
#else
    import Synchronization

    /// A value behind a lock.
    ///
    /// Built on pthread instead with `-DLOA_PTHREAD_LOCKS`, for ThreadSanitizer.
    package final class Locked<Value>: @unchecked Sendable {
        // Checked by hand: `value` is only touched between lock and unlock.
        private var value: Value
        private let mutex = Mutex<Void>(())

        package init(_ value: sending Value) { self.value = value }

        /// Runs the body with the value to itself.
        ///
        /// The body calls nobody's closure.
        package func withLock<Result, Failure: Error>(
            _ body: (inout Value) throws(Failure) -> Result
        ) throws(Failure) -> Result {
            mutex._unsafeLock()
            defer { mutex._unsafeUnlock() }
            return try body(&value)
        }
    }
#endif
