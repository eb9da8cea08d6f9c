import CSQLite
import SQL

/// One prepared statement of one connection.
///
/// Safe because the pointer is private, made in `init`, finalized once in
/// `close()`, and the connection that owns it uses it on a single thread.
@safe final class SQLiteStatement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    private let text: String
    private var isClosed = false

    /// Takes a handle that `sqlite3_prepare_v3` made on `connection`.
    init(handle: OpaquePointer, connection: OpaquePointer, text: String) {
        unsafe self.handle = handle
        unsafe self.connection = connection
        self.text = text
    }

    deinit { close() }

    func close() {
        guard !isClosed else { return }
        isClosed = true
        // The result repeats the last step's error, which was reported then.
        _ = unsafe sqlite3_finalize(handle)
    }

    func bind(_ bindings: [SQLBinding]) throws { try bind(bindings.lazy.map(\.value)) }

    func bind(_ values: some Collection<SQLValue>) throws {
        let wanted = Int(unsafe sqlite3_bind_parameter_count(handle))
        guard wanted == values.count else {
            throw DatabaseFailure(
                .invalidStatement, "The statement takes \(wanted) values, not \(values.count).",
                statement: text)
        }
        for (place, value) in values.enumerated() {
            let result = bind(value, at: Int32(place + 1))
            guard result == SQLITE_OK else {
                throw unsafe SQLiteError.failure(result, on: connection, statement: text)
            }
        }
    }

    private func bind(_ value: SQLValue, at place: Int32) -> Int32 {
        switch value {
        case .null:
            return unsafe sqlite3_bind_null(handle, place)
        case .integer(let number):
            return unsafe sqlite3_bind_int64(handle, place, number)
        case .real(let number):
            return unsafe sqlite3_bind_double(handle, place, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                // An empty buffer may have no address, which would bind NULL.
                guard let start = bytes.baseAddress else {
                    return unsafe loa_sqlite3_bind_text(handle, place, "", 0)
                }
                return unsafe loa_sqlite3_bind_text(handle, place, start, UInt64(bytes.count))
            }
        case .blob(let bytes):
            if bytes.isEmpty { return unsafe sqlite3_bind_zeroblob(handle, place, 0) }
            return unsafe bytes.withUnsafeBytes { buffer in
                unsafe loa_sqlite3_bind_blob(handle, place, buffer.baseAddress, UInt64(buffer.count))
            }
        }
    }

    /// Moves to the next row; false when there is none.
    func step() throws -> Bool {
        let result = unsafe sqlite3_step(handle)
        switch result {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw unsafe SQLiteError.failure(result, on: connection, statement: text)
        }
    }

    /// Makes it ready for its next use and drops the values.
    func reset() {
        // The result repeats the last step's error, which was reported then.
        _ = unsafe sqlite3_reset(handle)
        _ = unsafe sqlite3_clear_bindings(handle)
    }

    /// Valid after the first step: a changed schema may change the columns.
    func layout() -> RowLayout {
        let count = unsafe sqlite3_column_count(handle)
        let columns = (0..<count).map { column in
            unsafe sqlite3_column_name(handle, column).map { unsafe String(cString: $0) } ?? ""
        }
        return RowLayout(columns: columns, statement: text)
    }

    func row(_ layout: RowLayout) throws -> Row {
        var values: [SQLValue] = []
        values.reserveCapacity(layout.columns.count)
        for column in layout.columns.indices { values.append(try value(at: Int32(column), layout)) }
        return Row(layout: layout, values: values)
    }

    private func value(at column: Int32, _ layout: RowLayout) throws -> SQLValue {
        switch unsafe sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER:
            return .integer(unsafe sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT:
            return .real(unsafe sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            // The order matters: the text call converts, the length is of its result.
            let start = unsafe sqlite3_column_text(handle, column)
            let count = Int(unsafe sqlite3_column_bytes(handle, column))
            let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
            guard let text = unsafe String(validating: bytes, as: UTF8.self) else {
                throw DatabaseFailure(
                    .unreadableValue, "Column \(layout.columns[Int(column)]): text that isn't UTF-8.",
                    statement: text)
            }
            return .text(text)
        case SQLITE_BLOB:
            let start = unsafe sqlite3_column_blob(handle, column)
            let count = Int(unsafe sqlite3_column_bytes(handle, column))
            return .blob(unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count)))
        default:
            return .null
        }
    }
}
