import CSQLite
import Locks
import SQL
import Synchronization

/// Stops the statement that a connection runs, from any thread.
///
/// The flag covers the gap between two statements, where an interrupt would be
/// lost. Unchecked: the pointer is only touched under the lock, and `close()`
/// removes it before the connection is closed; `sqlite3_interrupt` is the one
/// call that SQLite allows from other threads.
@safe final class SQLiteInterrupter: WorkerCanceller, @unchecked Sendable {
    private let flag = Atomic(false)
    private let lock = Locked(())
    private var handle: OpaquePointer?

    var isCancelled: Bool { flag.load(ordering: .relaxed) }

    func open(_ handle: OpaquePointer) {
        lock.withLock { _ in unsafe self.handle = handle }
    }

    func close() {
        lock.withLock { _ in unsafe handle = nil }
    }

    func reset() { flag.store(false, ordering: .relaxed) }

    func cancel() {
        flag.store(true, ordering: .relaxed)
        lock.withLock { _ in
            if let handle = unsafe handle { unsafe sqlite3_interrupt(handle) }
        }
    }
}

/// SQLite calls this on the connection's own thread while a statement runs;
/// anything but 0 stops it.
///
/// The context is the connection's interrupter, which lives as long as the
/// connection.
nonisolated func stopWhenCancelled(_ context: UnsafeMutableRawPointer?) -> Int32 {
    guard let context = unsafe context else { return 0 }
    let interrupter = unsafe Unmanaged<SQLiteInterrupter>.fromOpaque(context).takeUnretainedValue()
    return interrupter.isCancelled ? 1 : 0
}
