/// A transaction in hand: lives inside one closure, on one blocking thread.
///
/// After a statement has failed, the transaction can only be undone, on both
/// engines alike: what follows fails too, and nothing is kept even if the error
/// was caught. Where a failure is expected, use `ON CONFLICT` or `attempt`.
///
/// Not Sendable. Using it after its closure has ended, or inside the body of its
/// own `forEach`, is a mistake of the programmer and traps.
package final class Database {
    /// The session in use; the tests' recorder of statements puts itself before it.
    package let connection: any DatabaseConnection
    private var isOpen = true
    private var isStreaming = false
    private var depth = 0
    /// The engine's error that has spoilt the transaction.
    package private(set) var failure: DatabaseFailure?

    package init(_ connection: any DatabaseConnection) {
        self.connection = connection
    }

    package var dialect: Dialect { connection.dialect }

    /// Called by the pool when the closure has ended.
    package func end() { isOpen = false }

    /// Runs a statement and returns the number of rows changed.
    @discardableResult
    package func execute(_ sql: SQL) throws -> Int {
        let statement = try prepared(sql)
        return try spoiling { try connection.execute(statement) }
    }

    /// Every row of the result, in memory.
    package func rows(_ sql: SQL) throws -> [Row] {
        var rows: [Row] = []
        let statement = try prepared(sql)
        try spoiling { try connection.query(statement, isStreaming: false) { rows.append($0) } }
        return rows
    }

    /// Every row as a record.
    package func all<Record: RowDecodable>(_ type: Record.Type, _ sql: SQL) throws -> [Record] {
        try rows(sql).map(Record.init(row:))
    }

    /// The first row as a record; nil when there is none.
    ///
    /// Write `LIMIT 1` where there may be many.
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

    /// Gives the rows one by one without holding them all.
    ///
    /// The body must not use this database.
    package func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let statement = try prepared(sql)
        isStreaming = true
        defer { isStreaming = false }
        var bodyError: (any Error)?
        do {
            try connection.query(statement, isStreaming: true) { row in
                do { try body(row) } catch {
                    bodyError = error
                    throw error
                }
            }
        } catch {
            if bodyError == nil { spoil(error) }
            throw error
        }
    }

    /// Runs the body as a part of the transaction that is undone alone when it
    /// throws; what was done before stays good.
    package func attempt<Value>(_ body: () throws -> Value) throws -> Value {
        try script("SAVEPOINT attempt_\(depth)")
        depth += 1
        defer { depth -= 1 }
        do {
            let value = try body()
            if let failure { throw failure }
            try script("RELEASE SAVEPOINT attempt_\(depth - 1)")
            return value
        } catch {
            // A lost connection can't be mended by a savepoint.
            if failure?.code != .connectionLost { failure = nil }
            try script(
                "ROLLBACK TO SAVEPOINT attempt_\(depth - 1); RELEASE SAVEPOINT attempt_\(depth - 1)")
            throw error
        }
    }

    /// The engine's part of `load`, whose values have been looked at.
    func performLoad(_ load: RowLoad) throws {
        try checkUse()
        try spoiling { try connection.load(load) }
    }

    /// Several statements without values; for migrations.
    func script(_ text: String) throws {
        try checkUse()
        try spoiling { try connection.script(text) }
    }

    private func spoiling<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch {
            spoil(error)
            throw error
        }
    }

    private func spoil(_ error: any Error) {
        guard failure == nil else { return }
        failure = error as? DatabaseFailure ?? DatabaseFailure(.engine, "\(type(of: error))")
    }

    private func checkUse() throws {
        precondition(isOpen, "A Database must not be used after the closure that it was given to.")
        precondition(!isStreaming, "A Database must not be used inside its own forEach.")
        if let failure { throw failure }
    }

    /// Refuses what one of the engines couldn't keep, so that both behave alike.
    private func prepared(_ sql: SQL) throws -> RenderedSQL {
        try checkUse()
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
