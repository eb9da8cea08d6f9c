/// Connections to one database, shared by all tasks.
///
/// Bodies run on threads of the pool's own, so they may block; the calling task
/// waits by continuation. Cancelling the task stops the statement that runs, and
/// nothing of a `write` is kept. All errors of the engine are `DatabaseFailure`.
package protocol DatabasePool: Sendable {
    var dialect: Dialect { get }

    /// Runs the body over one unchanging view of the database; it can't write.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value

    /// Runs the body as one transaction, kept when it returns and undone when it
    /// throws. Once this returns, the change has reached the disk.
    ///
    /// Writers take turns on both engines, so a body reads what it then changes
    /// without locks of its own. A body may run again after a conflict with
    /// another program (PostgreSQL, at most four times): it must change nothing
    /// but the database. A write inside a write traps.
    @discardableResult
    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value

    /// Takes what deleted rows leave behind out of the engine's own files, outside of any transaction.
    ///
    /// SQLite folds its log into the file and empties it, waiting up to `patience` for readers of an older
    /// state; PostgreSQL vacuums the tables. A thorough cleaning writes the whole of SQLite's file, or
    /// PostgreSQL's tables, anew: it keeps writers out meanwhile and needs as much free space again. Logs kept
    /// elsewhere, replicas, backups and the disk's own blocks are out of its reach.
    func clean(_ tables: [String], isThorough: Bool, patience: Duration) async throws -> Cleaning

    /// Finishes what runs, refuses what waits or comes later. May be repeated.
    func close() async
}

/// What cleaning came to.
package enum Cleaning: Sendable, Hashable {
    case done
    /// A reader of an older state kept remains in the log (SQLite) or in the tables (PostgreSQL).
    case heldUp
}

extension Duration {
    /// How often a cleaning looks again whether the readers are gone.
    package static let cleaningInterval = Duration.milliseconds(100)
}
