import CSQLite
import SQL

/// Turns SQLite's result codes into `DatabaseFailure`.
enum SQLiteError {
    /// Reads code and message at once, before another call replaces them.
    static func failure(
        _ result: Int32, on handle: OpaquePointer?, statement: String? = nil
    ) -> DatabaseFailure {
        let message: String
        if let handle = unsafe handle, let text = unsafe sqlite3_errmsg(handle) {
            message = unsafe String(cString: text)
        } else {
            message = unsafe String(cString: sqlite3_errstr(result))
        }
        return DatabaseFailure(
            code(result, message), message, statement: statement, engineCode: "SQLite \(result)")
    }

    private static func code(_ result: Int32, _ message: String) -> DatabaseFailure.Code {
        if result & 0xFF == SQLITE_CONSTRAINT { return constraint(result, message) }
        return switch result & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_FULL: .diskFull
        case SQLITE_IOERR: result == loa_SQLITE_IOERR_NOMEM ? .outOfMemory : .inputOutput
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .cannotOpen
        case SQLITE_READONLY: .readOnly
        case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupted
        case SQLITE_TOOBIG: .tooLarge
        case SQLITE_NOMEM: .outOfMemory
        case SQLITE_INTERRUPT: .cancelled
        case SQLITE_MISMATCH: .refusedValue
        case SQLITE_ERROR, SQLITE_RANGE, SQLITE_MISUSE, SQLITE_SCHEMA: .invalidStatement
        default: .engine
        }
    }

    /// Messages read "UNIQUE constraint failed: account.email" and the like.
    private static func constraint(_ result: Int32, _ message: String) -> DatabaseFailure.Code {
        var name: String?
        if let colon = message.firstRange(of: "constraint failed: ") {
            name = String(message[colon.upperBound...])
        }
        switch result {
        case loa_SQLITE_CONSTRAINT_UNIQUE, loa_SQLITE_CONSTRAINT_PRIMARYKEY, loa_SQLITE_CONSTRAINT_ROWID:
            if let quoted = name, quoted.hasPrefix("index '"), quoted.hasSuffix("'") {
                name = String(quoted.dropFirst(7).dropLast())
            }
            return .constraint(.unique, name: name)
        case loa_SQLITE_CONSTRAINT_FOREIGNKEY: return .constraint(.foreignKey, name: nil)
        case loa_SQLITE_CONSTRAINT_NOTNULL: return .constraint(.notNull, name: name)
        case loa_SQLITE_CONSTRAINT_TRIGGER: return .constraint(.trigger, name: message)
        case loa_SQLITE_CONSTRAINT_DATATYPE: return .refusedValue
        default: return .constraint(.check, name: name)
        }
    }
}
