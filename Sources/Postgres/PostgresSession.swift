import Glibc
import SQL

/// A worker thread's connection, made at its first use and again after a loss.
final class PostgresSession: WorkerResource {
    /// How often a transaction that lost against another is run again.
    static let retries = 4

    /// Writers of all servers take turns by this lock, as they do on SQLite: so
    /// a body needs no row locks, and the ledger, to which nearly every write
    /// appends, would make them wait for each other anyway.
    ///
    /// The second key keeps schemas of one database apart. READ COMMITTED, so
    /// that the first statement after the lock sees what the writer before has
    /// committed.
    private static let beginWrite = """
        BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
        SELECT pg_advisory_xact_lock(1280270657, hashtext(current_schema()))
        """
    private static let beginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

    private let configuration: PostgresConfiguration
    private let stopper = PostgresCanceller()
    private var connection: PostgresConnection?

    init(_ configuration: PostgresConfiguration) {
        self.configuration = configuration
    }

    var canceller: any WorkerCanceller { stopper }

    func beginJob() {
        // A late cancellation must not reach this job: the old session ends with it.
        if stopper.isCancelled { close() }
        stopper.reset()
    }

    func close() {
        connection?.close()
        connection = nil
    }

    /// Connects for the first time, so that a bad address shows at the start.
    func open() throws { connection = try PostgresConnection(configuration, stopper) }

    func command(_ text: String) throws { _ = try ready().command(text) }

    /// The server's clock, as text that it reads again.
    func serverTime() throws -> String {
        var text = ""
        try ready().query(
            RenderedSQL(text: "SELECT CAST(clock_timestamp() AS text) AS now", bindings: []),
            isStreaming: false
        ) { text = try $0.get("now") }
        return text
    }

    /// Whether somebody still looks at the database as it was before a time.
    ///
    /// Of other roles' sessions the server tells only to members of `pg_read_all_stats`.
    func hasSnapshots(before time: String) throws -> Bool {
        var count = 0
        let statement = RenderedSQL(
            text: """
                SELECT COUNT(*) AS held FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL
                    AND xact_start < CAST($1 AS timestamptz)
                """, bindings: [SQLBinding(.text(time), as: .text)])
        try ready().query(statement, isStreaming: false) { count = try $0.get("held") }
        return count > 0
    }

    /// A table of many files takes its time: no statement timeout, but a bound on waiting for the lock.
    func vacuum(_ table: String, isFull: Bool) throws {
        let connection = try ready()
        _ = try connection.command("SET statement_timeout = 0; SET lock_timeout = 30000")
        defer {
            // A session that refuses this is at its end; the next use makes another.
            _ = try? connection.command(
                "SET statement_timeout = \(configuration.statementTimeoutMilliseconds); SET lock_timeout = 0")
        }
        _ = try connection.command("VACUUM \(isFull ? "(FULL) " : "")\"\(table)\"")
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try repeating { try transaction(Self.beginRead, body) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try repeating {
            try transaction(Self.beginWrite) { db in try WriteScope.enter { try body(db) } }
        }
    }

    private func repeating<Value>(_ body: () throws -> Value) throws -> Value {
        var attempt = 0
        while true {
            do {
                return try body()
            } catch let failure as DatabaseFailure where failure.code == .conflict && attempt < Self.retries {
                // This thread is the pool's own, so it may sleep: 10, 20, 40, 80 ms.
                usleep(10_000 << UInt32(attempt))
                attempt += 1
            }
        }
    }

    private func transaction<Value>(_ begin: String, _ body: (Database) throws -> Value) throws -> Value {
        let connection = try begun(begin)
        let db = Database(connection)
        defer { db.end() }
        do {
            let value = try body(db)
            if let failure = db.failure { throw failure }
            try commit(connection)
            return value
        } catch {
            undo(connection)
            throw error
        }
    }

    /// A connection that was lost while idle is made anew: nothing hung on it.
    private func begun(_ begin: String) throws -> PostgresConnection {
        let connection = try ready()
        do {
            _ = try connection.command(begin)
            return connection
        } catch let failure as DatabaseFailure where failure.code == .connectionLost {
            close()
            let next = try ready()
            _ = try next.command(begin)
            return next
        } catch {
            undo(connection)
            throw error
        }
    }

    private func commit(_ connection: PostgresConnection) throws {
        do {
            let tag = try connection.command("COMMIT")
            guard tag == "COMMIT" else {
                throw DatabaseFailure(.engine, "The server undid the transaction (\(tag)).")
            }
        } catch var failure as DatabaseFailure where failure.code == .connectionLost {
            failure.isOutcomeUnknown = true
            throw failure
        }
    }

    private func undo(_ connection: PostgresConnection) {
        guard connection.isUsable else { return close() }
        // A cancelled request refuses commands; the server undoes what a closed session left.
        do { _ = try connection.command("ROLLBACK") } catch { close() }
    }

    private func ready() throws -> PostgresConnection {
        if let connection, connection.isUsable { return connection }
        close()
        do {
            let made = try PostgresConnection(configuration, stopper)
            connection = made
            return made
        } catch var failure as DatabaseFailure {
            // The pool was opened with this address: the server is away, not misnamed.
            if failure.code == .cannotOpen { failure.code = .connectionLost }
            throw failure
        }
    }
}
