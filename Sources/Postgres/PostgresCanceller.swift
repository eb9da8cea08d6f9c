import CPostgres
import Locks
import SQL
import Synchronization

/// Asks the server, over a connection of its own, to stop the statement in hand.
///
/// Unchecked: the pointer is only touched under the lock, and libpq allows
/// `PQcancel` from any thread.
@safe final class PostgresCanceller: WorkerCanceller, @unchecked Sendable {
    private let flag = Atomic(false)
    private let lock = Locked(())
    private var handle: OpaquePointer?

    var isCancelled: Bool { flag.load(ordering: .relaxed) }

    func reset() { flag.store(false, ordering: .relaxed) }

    func open(_ connection: OpaquePointer) {
        lock.withLock { _ in unsafe handle = PQgetCancel(connection) }
    }

    func close() {
        lock.withLock { _ in
            unsafe PQfreeCancel(handle)
            unsafe handle = nil
        }
    }

    func cancel() {
        flag.store(true, ordering: .relaxed)
        lock.withLock { _ in
            guard let handle = unsafe handle else { return }
            var message = [CChar](repeating: 0, count: 256)
            // If the server can't be reached to cancel, the statement timeout ends it.
            _ = unsafe PQcancel(handle, &message, Int32(message.count))
        }
    }
}
