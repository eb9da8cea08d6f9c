import SQL

/// A worker thread's connection, opened at its first use and again after it had
/// to be closed.
final class SQLiteSession: WorkerResource {
    private let configuration: SQLiteConfiguration
    private let isReader: Bool
    private let interrupter = SQLiteInterrupter()
    private var connection: SQLiteConnection?

    init(_ configuration: SQLiteConfiguration, isReader: Bool) {
        self.configuration = configuration
        self.isReader = isReader
    }

    var canceller: any WorkerCanceller { interrupter }

    func beginJob() { interrupter.reset() }

    func close() {
        connection?.close()
        connection = nil
    }

    /// Opens the connection if need be, so that a bad path shows at the start.
    func open() throws {
        _ = try ready()
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let connection = try ready()
        // In memory there is one connection for both ways.
        if !isReader { try connection.script("PRAGMA query_only = ON") }
        defer {
            interrupter.reset()
            // Only an engine in ruins refuses this; the next write then fails by itself.
            if !isReader { try? connection.script("PRAGMA query_only = OFF") }
        }
        return try transaction(begin: "BEGIN DEFERRED", connection, body)
    }

    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        // Taking the lock at once: a later upgrade could fail with SQLITE_BUSY.
        try transaction(begin: "BEGIN IMMEDIATE", ready()) { db in try WriteScope.enter { try body(db) } }
    }

    func vacuum() throws { try ready().script("VACUUM") }

    /// Folds the log into the file and cuts it to nothing; false where a reader still needs a part of it.
    func emptyLog() throws -> Bool {
        let connection = try ready()
        var isBusy = false
        // A reader is waited for by trying again, not here, where writers would wait as well.
        try connection.script("PRAGMA busy_timeout = \(Self.logTimeoutMilliseconds)")
        defer {
            // Only an engine in ruins refuses this; the next write then fails by itself.
            try? connection.script("PRAGMA busy_timeout = \(configuration.busyTimeoutMilliseconds)")
        }
        let checkpoint = RenderedSQL(text: "PRAGMA wal_checkpoint(TRUNCATE)", bindings: [])
        try connection.query(checkpoint, isStreaming: false) {
            isBusy = try $0.get("busy", as: Int.self) != 0
        }
        return !isBusy
    }

    private static let logTimeoutMilliseconds = 100

    private func transaction<Value>(
        begin: String, _ connection: SQLiteConnection, _ body: (Database) throws -> Value
    ) throws -> Value {
        try connection.script(begin)
        let db = Database(connection)
        defer { db.end() }
        do {
            let value = try body(db)
            if let failure = db.failure { throw failure }
            guard connection.isInTransaction else {
                throw DatabaseFailure(.engine, "SQLite ended the transaction by itself.")
            }
            try connection.script("COMMIT")
            return value
        } catch {
            connection.rollBack()
            throw error
        }
    }

    private func ready() throws -> SQLiteConnection {
        if let connection, !connection.hasClosed { return connection }
        let opened = try SQLiteConnection(configuration, isReader: isReader, interrupter)
        connection = opened
        return opened
    }
}
