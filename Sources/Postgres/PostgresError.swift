import CPostgres
import SQL

/// Turns PostgreSQL's five-letter states into `DatabaseFailure`.
enum PostgresError {
    /// Reads a failed result; `isLost` says that the connection broke with it.
    static func failure(
        _ result: OpaquePointer?, on handle: OpaquePointer, statement: String?
    ) -> DatabaseFailure {
        let state = unsafe field(result, loa_PG_DIAG_SQLSTATE)
        guard let state else {
            let message = unsafe String(cString: PQerrorMessage(handle))
            let isLost = unsafe PQstatus(handle) == CONNECTION_BAD
            return DatabaseFailure(
                isLost ? .connectionLost : .engine, firstLine(message), statement: statement)
        }
        // The detail and the text of data errors (class 22) repeat values, so they stay out.
        let message =
            state.hasPrefix("22")
            ? "The server refuses a value."
            : unsafe field(result, loa_PG_DIAG_MESSAGE_PRIMARY) ?? "No message."
        return DatabaseFailure(
            unsafe code(state, result, message), message, statement: statement,
            engineCode: "SQLSTATE \(state)")
    }

    static func firstLine(_ text: String) -> String {
        String(text.split(separator: "\n", maxSplits: 1).first ?? "No message.")
    }

    private static func field(_ result: OpaquePointer?, _ code: Int32) -> String? {
        unsafe PQresultErrorField(result, code).map { unsafe String(cString: $0) }
    }

    private static func code(
        _ state: String, _ result: OpaquePointer?, _ message: String
    ) -> DatabaseFailure.Code {
        switch state {
        case "23505", "23P01": return .constraint(.unique, name: unsafe uniqueName(result))
        case "23503": return .constraint(.foreignKey, name: unsafe field(result, loa_PG_DIAG_CONSTRAINT_NAME))
        case "23514": return .constraint(.check, name: unsafe field(result, loa_PG_DIAG_CONSTRAINT_NAME))
        case "23502":
            let table = unsafe field(result, loa_PG_DIAG_TABLE_NAME)
            let column = unsafe field(result, loa_PG_DIAG_COLUMN_NAME)
            return .constraint(.notNull, name: table.flatMap { table in column.map { "\(table).\($0)" } })
        case "P0001": return .constraint(.trigger, name: message)
        case "40001", "40P01": return .conflict
        case "55P03", "53300": return .busy
        case "57014": return .timedOut
        case "57P01", "57P02", "57P03", "57P05", "25P03", "25P04": return .connectionLost
        case "53100": return .diskFull
        case "53200": return .outOfMemory
        case "58030": return .inputOutput
        case "25006": return .readOnly
        case "42501", "3D000": return .cannotOpen
        case "42804": return .refusedValue
        case "XX001", "XX002": return .corrupted
        default: break
        }
        return switch state.prefix(2) {
        case "08": .connectionLost
        case "22": .refusedValue
        case "28": .cannotOpen
        case "42": .invalidStatement
        case "54": .tooLarge
        default: .engine
        }
    }

    /// "table.column, table.column" as SQLite says it, read from the detail
    /// "Key (a, b)=(…) already exists", of which only the names are kept.
    private static func uniqueName(_ result: OpaquePointer?) -> String? {
        let constraint = unsafe field(result, loa_PG_DIAG_CONSTRAINT_NAME)
        guard let table = unsafe field(result, loa_PG_DIAG_TABLE_NAME),
            let detail = unsafe field(result, loa_PG_DIAG_MESSAGE_DETAIL),
            let open = detail.firstIndex(of: "("), let close = detail.firstRange(of: ")=(")
        else { return constraint }
        let columns = detail[detail.index(after: open)..<close.lowerBound]
        // Expressions are named by their index on both engines.
        if columns.contains("(") { return constraint }
        return columns.split(separator: ",")
            .map { "\(table).\($0.drop(while: { $0 == " " }))" }
            .joined(separator: ", ")
    }
}
