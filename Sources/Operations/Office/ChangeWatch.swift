import Locks
import SQL
package import Store

/// Tells the version of all that pages show: the head of the ledger.
///
/// Every change that a page of plans or tasks shows, and every end of a session, loss of a role or disabling of an
/// account, appends to the ledger in its own transaction; heads never come again. What doesn't append (the time of a
/// session's last request, tries of passwords, the progress of readings) is on none of those pages.
package final class ChangeWatch: Sendable {
    /// A head that counts as of now; in a box, for there may be none to know of.
    package struct Known: Sendable {
        package let head: LedgerHead?
    }

    private struct State {
        var head: LedgerHead?
        /// Writes of this process that have ended, well or badly.
        var writes = 0
        /// How many of them had ended when the head was asked for, and when that was.
        var checkedWrites = -1
        var checkedAt = ContinuousClock.now
        var isChecking = false

        func known(_ now: ContinuousClock.Instant, _ patience: Duration) -> Known? {
            guard checkedWrites == writes else { return nil }
            let age = now - checkedAt
            // While one asks, the others needn't all ask as well; a slow answer is not waited for by this.
            return age < patience || (isChecking && age < patience * 2) ? Known(head: head) : nil
        }
    }

    /// Other programs' changes to an SQLite file are seen within this time; on PostgreSQL, which several servers
    /// share, the head is asked for each time.
    package static let patience = Duration.milliseconds(100)

    private let pool: any DatabasePool
    private let patience: Duration
    private let state = Locked(State())

    init(_ pool: any DatabasePool, patience: Duration = ChangeWatch.patience) {
        self.pool = pool
        self.patience = pool.dialect == .sqlite ? patience : .zero
    }

    /// Called when a write of this process has ended; the next look is at the database.
    func noteWrite() { state.withLock { $0.writes += 1 } }

    /// The head, if it is known without asking the database.
    package var known: Known? {
        let now = ContinuousClock.now
        return state.withLock { $0.known(now, patience) }
    }

    /// The head as of now: all that this process wrote, and what others wrote up to ``patience`` ago.
    ///
    /// Nil in an office without a single entry. Usually answered from memory.
    package func head() async throws -> LedgerHead? {
        let now = ContinuousClock.now
        let (known, writes) = state.withLock { state -> (Known?, Int) in
            if let known = state.known(now, patience) { return (known, state.writes) }
            state.isChecking = true
            return (nil, state.writes)
        }
        if let known { return known.head }
        let head: LedgerHead?
        do {
            head = try await pool.read { db in try db.ledgerHead() }
        } catch {
            state.withLock { $0.isChecking = false }
            throw error
        }
        state.withLock { state in
            state.isChecking = false
            // An answer to an older question must not replace a newer one.
            guard state.checkedWrites < writes || (state.checkedWrites == writes && state.checkedAt < now)
            else {
                return
            }
            state.head = head
            state.checkedWrites = writes
            state.checkedAt = now
        }
        return head
    }
}
