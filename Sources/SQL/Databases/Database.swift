/// A transaction in hand: lives inside one closure, on one blocking thread.
///
/// Not Sendable. Using it after its closure has ended, or inside the body of its
/// own `forEach`, is a mistake of the programmer and traps.
package final class Database {
    private let connection: any DatabaseConnection
    private var isOpen = true
    private var isStreaming = false

    package init(_ connection: any DatabaseConnection) {
        self.connection = connection
    }

    package var dialect: Dialect { connection.dialect }

    /// Called by the pool when the closure has ended.
    package func end() { isOpen = false }

    /// Runs a statement and returns the number of rows changed.
    @discardableResult
    package func execute(_ sql: SQL) throws -> Int {
        try connection.execute(prepared(sql))
    }

    /// Every row of the result, in memory.
    package func rows(_ sql: SQL) throws -> [Row] {
        var rows: [Row] = []
        try connection.query(prepared(sql), isStreaming: false) { rows.append($0) }
        return rows
    }

    /// Every row as a record.
    package func all<Record: RowDecodable>(_ type: Record.Type, _ sql: SQL) throws -> [Record] {
        var records: [Record] = []
        try connection.query(prepared(sql), isStreaming: false) { records.append(try Record(row: $0)) }
        return records
    }

    /// The first row as a record; nil when there is none. Write `LIMIT 1` where
    /// there may be many.
    package func first<Record: RowDecodable>(_ type: Record.Type, _ sql: SQL) throws -> Record? {
        try rows(sql).first.map(Record.init(row:))
    }

    /// The first column of the first row; nil when there is no row.
    package func value<Value: SQLConvertible>(_ type: Value.Type, _ sql: SQL) throws -> Value? {
        try rows(sql).first?.get(at: 0)
    }

    /// The first column of every row.
    package func values<Value: SQLConvertible>(_ type: Value.Type, _ sql: SQL) throws -> [Value] {
        try rows(sql).map { try $0.get(at: 0) }
    }

    /// Gives the rows one by one without holding them all. The body must not
    /// use this database.
    package func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let statement = try prepared(sql)
        isStreaming = true
        defer { isStreaming = false }
        try connection.query(statement, isStreaming: true, body)
    }

    /// Several statements without values; for migrations.
    func script(_ text: String) throws {
        checkUse()
        try connection.script(text)
    }

    private func checkUse() {
        precondition(isOpen, "A Database must not be used after the closure that it was given to.")
        precondition(!isStreaming, "A Database must not be used inside its own forEach.")
    }

    /// Refuses what one of the engines couldn't keep, so that both behave alike.
    private func prepared(_ sql: SQL) throws -> RenderedSQL {
        checkUse()
        var statement = sql.rendered(for: dialect)
        guard statement.bindings.count <= DatabaseLimits.bindings else {
            throw DatabaseFailure(
                .tooLarge, "A statement may have \(DatabaseLimits.bindings) values at most.",
                statement: String(statement.text.prefix(200)))
        }
        for (place, binding) in statement.bindings.enumerated() {
            switch binding.value {
            case .null, .integer:
                break
            case .real(let number):
                if number.isNaN { throw refused(place, "is not a number (NaN)", statement) }
                // SQLite keeps -0.0 as 0; the sign must not depend on the engine.
                if number == 0 { statement.bindings[place] = SQLBinding(.real(0)) }
            case .text(let text):
                try checkSize(text.utf8.count, place, statement)
                if text.utf8.contains(0) {
                    throw refused(place, "has a NUL character, which PostgreSQL can't keep", statement)
                }
            case .blob(let bytes):
                try checkSize(bytes.count, place, statement)
            }
        }
        return statement
    }

    private func checkSize(_ bytes: Int, _ place: Int, _ statement: RenderedSQL) throws {
        guard bytes > DatabaseLimits.valueBytes else { return }
        throw DatabaseFailure(
            .tooLarge,
            "Value \(place + 1) has \(bytes) bytes; the limit is \(DatabaseLimits.valueBytes).",
            statement: statement.text)
    }

    private func refused(_ place: Int, _ why: String, _ statement: RenderedSQL) -> DatabaseFailure {
        DatabaseFailure(.refusedValue, "Value \(place + 1) \(why).", statement: statement.text)
    }
}
