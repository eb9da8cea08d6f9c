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

    /// Finishes what runs, refuses what waits or comes later. May be repeated.
    func close() async
}
