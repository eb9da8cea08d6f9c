/// The column names of one result, shared by all its rows.
package final class RowLayout: Sendable {
    package let columns: [String]
    /// The statement's text with placeholders, for messages.
    let statement: String
    private let places: [String: Int]

    package init(columns: [String], statement: String) {
        self.columns = columns
        self.statement = statement
        places = Dictionary(zip(columns, columns.indices), uniquingKeysWith: { first, _ in first })
    }

    func place(of column: String) -> Int? { places[column] }
}

/// One row of a result, read by column name.
package struct Row: Sendable {
    package let layout: RowLayout
    package let values: [SQLValue]

    package init(layout: RowLayout, values: [SQLValue]) {
        self.layout = layout
        self.values = values
    }

    /// The column's value; throws `DatabaseFailure` when the column is missing
    /// or holds another type (or NULL where the type isn't optional).
    package func get<Value: SQLConvertible>(_ column: String, as type: Value.Type = Value.self) throws
        -> Value
    {
        guard let place = layout.place(of: column) else {
            throw DatabaseFailure(
                .missingColumn, "The result has no column \(column).", statement: layout.statement)
        }
        return try get(at: place)
    }

    func get<Value: SQLConvertible>(at place: Int, as type: Value.Type = Value.self) throws -> Value {
        do {
            return try Value(sqlValue: values[place])
        } catch {
            throw DatabaseFailure(
                .unreadableValue, "Column \(layout.columns[place]): \(error).", statement: layout.statement)
        }
    }
}

/// A record that is built from a row of its table or query.
package protocol RowDecodable {
    init(row: Row) throws
}
