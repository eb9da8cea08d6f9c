import CPostgres
import SQL

/// One result of a statement; cleared when it goes out of use.
///
/// Safe because the pointer is private and everything is copied out of it.
@safe struct PostgresResult: ~Copyable {
    private let handle: OpaquePointer

    init?(_ handle: OpaquePointer?) {
        guard let handle = unsafe handle else { return nil }
        unsafe self.handle = handle
    }

    deinit { unsafe PQclear(handle) }

    enum Status {
        case done
        case rows
        case failed
    }

    var status: Status {
        switch unsafe PQresultStatus(handle) {
        case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY, PGRES_COPY_IN: .done
        case PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE: .rows
        default: .failed
        }
    }

    /// What the server did, such as "COMMIT" or "ROLLBACK".
    var commandTag: String { unsafe String(cString: PQcmdStatus(handle)) }

    var rowsChanged: Int {
        // PQcmdTuples also counts the rows of a SELECT, which changes none.
        commandTag.hasPrefix("SELECT") ? 0 : Int(unsafe String(cString: PQcmdTuples(handle))) ?? 0
    }

    var rowCount: Int { Int(unsafe PQntuples(handle)) }

    func failure(on connection: OpaquePointer, statement: String?) -> DatabaseFailure {
        unsafe PostgresError.failure(handle, on: connection, statement: statement)
    }

    func layout(statement: String) -> RowLayout {
        let count = unsafe PQnfields(handle)
        return RowLayout(
            columns: (0..<count).map { unsafe String(cString: PQfname(handle, $0)) }, statement: statement)
    }

    func row(_ row: Int, _ layout: RowLayout) throws -> Row {
        var values: [SQLValue] = []
        values.reserveCapacity(layout.columns.count)
        for column in layout.columns.indices {
            let row = Int32(row)
            let column = Int32(column)
            if unsafe PQgetisnull(handle, row, column) == 1 {
                values.append(.null)
                continue
            }
            let start = unsafe PQgetvalue(handle, row, column)
            let count = Int(unsafe PQgetlength(handle, row, column))
            let bytes = unsafe UnsafeBufferPointer(
                start: UnsafePointer(start).map {
                    // Bytes of any type may be looked at as bytes.
                    unsafe UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self)
                },
                count: count)
            let type = unsafe PQftype(handle, column)
            guard let value = unsafe PostgresText.value(bytes, type: type) else {
                throw DatabaseFailure(
                    .unreadableValue, "Column \(layout.columns[Int(column)]): type \(type) can't be read.")
            }
            values.append(value)
        }
        return Row(layout: layout, values: values)
    }
}
