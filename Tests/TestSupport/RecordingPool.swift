import Locks
package import SQL

/// Hands every call on and keeps the statements, so that a test can count them and ask how they are answered.
package final class RecordingPool: DatabasePool {
    private let pool: any DatabasePool
    private let recorder = Recorder()

    package init(_ pool: any DatabasePool) {
        self.pool = pool
    }

    package var dialect: Dialect { pool.dialect }

    /// The statements since the last time.
    package func takeStatements() -> [RenderedSQL] { recorder.take() }

    package func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws
        -> Value
    {
        try await pool.read { [recorder] db in
            try body(Database(RecordingConnection(db.connection, recorder)))
        }
    }

    @discardableResult
    package func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws
        -> Value
    {
        try await pool.write { [recorder] db in
            try body(Database(RecordingConnection(db.connection, recorder)))
        }
    }

    package func clean(_ tables: [String], isThorough: Bool, patience: Duration) async throws -> Cleaning {
        try await pool.clean(tables, isThorough: isThorough, patience: patience)
    }

    package func close() async { await pool.close() }

    /// How the engine means to answer a statement: a line for each step.
    ///
    /// PostgreSQL is forbidden to scan and to sort, for it prefers both in the small tables of a test: what it
    /// still scans or sorts has no index that could serve.
    package func plan(of statement: RenderedSQL) async throws -> [String] {
        try await pool.write { db in
            var lines: [String] = []
            var explained = statement
            explained.text =
                (db.dialect == .sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN (COSTS OFF) ") + statement.text
            if db.dialect == .postgres {
                try db.execute("SET LOCAL enable_seqscan = off")
                try db.execute("SET LOCAL enable_sort = off")
            }
            try db.connection.query(explained, isStreaming: false) { row in
                lines.append(try row.get(row.dialectColumn(db.dialect), as: String.self))
            }
            return lines
        }
    }
}

extension Row {
    fileprivate func dialectColumn(_ dialect: Dialect) -> String {
        dialect == .sqlite ? "detail" : "QUERY PLAN"
    }
}

private final class Recorder: Sendable {
    private let statements = Locked<[RenderedSQL]>([])

    func add(_ statement: RenderedSQL) { statements.withLock { $0.append(statement) } }

    func take() -> [RenderedSQL] {
        statements.withLock { statements in
            defer { statements = [] }
            return statements
        }
    }
}

private final class RecordingConnection: DatabaseConnection {
    private let connection: any DatabaseConnection
    private let recorder: Recorder

    init(_ connection: any DatabaseConnection, _ recorder: Recorder) {
        self.connection = connection
        self.recorder = recorder
    }

    var dialect: Dialect { connection.dialect }

    func execute(_ statement: RenderedSQL) throws -> Int {
        recorder.add(statement)
        return try connection.execute(statement)
    }

    func query(_ statement: RenderedSQL, isStreaming: Bool, _ body: (Row) throws -> Void) throws {
        recorder.add(statement)
        try connection.query(statement, isStreaming: isStreaming, body)
    }

    func load(_ load: RowLoad) throws { try connection.load(load) }

    func script(_ text: String) throws { try connection.script(text) }
}
