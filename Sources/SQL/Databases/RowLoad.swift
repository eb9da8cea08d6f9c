/// Many rows on their way into one table by the engine's shortest way: a statement kept ready in SQLite, COPY in
/// PostgreSQL.
package struct RowLoad: Sendable {
    package let table: String
    package let columns: [String]
    package let rows: [[SQLValue]]
}

extension Database {
    /// Adds rows; none may stand in another's way (there is no `ON CONFLICT`).
    ///
    /// - Parameters:
    ///   - columns: names with commas between, in the order of each row's values.
    ///   - rows: whole numbers for BIGINT, text for TEXT, bytes for BYTEA: nothing is converted.
    package func load(into table: StaticString, _ columns: StaticString, _ rows: [[SQLValue]]) throws {
        guard !rows.isEmpty else { return }
        let load = RowLoad(
            table: table.description,
            columns: columns.description.split { $0 == "," || $0.isWhitespace }.map(String.init), rows: rows)
        for row in rows {
            precondition(row.count == load.columns.count, "A row has a value for each column.")
            for value in row { try checkLoaded(value, of: load.table) }
        }
        try performLoad(load)
    }

    private func checkLoaded(_ value: SQLValue, of table: String) throws {
        switch value {
        case .null, .integer: break
        case .real(let number):
            guard !number.isNaN else { throw Self.refusedInLoad("a number that is none (NaN)", table) }
        case .text(let text):
            guard text.utf8.count <= DatabaseLimits.valueBytes else { throw Self.tooLongInLoad(table) }
            // Native text lies in one piece: a search by the machine's own means, not letter by letter.
            guard text.utf8.withContiguousStorageIfAvailable({ !$0.contains(0) }) ?? !text.utf8.contains(0)
            else {
                throw Self.refusedInLoad("a NUL character, which PostgreSQL can't keep", table)
            }
        case .blob(let bytes):
            guard bytes.count <= DatabaseLimits.valueBytes else { throw Self.tooLongInLoad(table) }
        }
    }

    private static func refusedInLoad(_ what: String, _ table: String) -> DatabaseFailure {
        DatabaseFailure(.refusedValue, "A row for \(table) has \(what).")
    }

    private static func tooLongInLoad(_ table: String) -> DatabaseFailure {
        DatabaseFailure(
            .tooLarge, "A value for \(table) is longer than \(DatabaseLimits.valueBytes) bytes.")
    }
}

extension SQLValue {
    /// A value for a row that is loaded.
    package static func of<Value: SQLConvertible>(_ value: Value) -> SQLValue { value.sqlValue }

    /// A value or NULL.
    package static func of<Value: SQLConvertible>(_ value: Value?) -> SQLValue { value?.sqlValue ?? .null }
}
