/// What went wrong in an engine; never holds bound values.
package struct DatabaseFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The rule of the schema that a change would have broken.
    package enum Constraint: String, Sendable, Hashable {
        case unique
        case foreignKey
        case check
        case notNull
        case trigger
    }

    package enum Code: Sendable, Hashable {
        /// Another holds the lock, or too many wait already; try again later.
        case busy
        /// `name` is `table.column` (several joined by ", ") for `unique` and
        /// `notNull`, the constraint's name for `check`, the text raised for
        /// `trigger`; nil where the engine doesn't tell (foreign keys on SQLite).
        case constraint(Constraint, name: String?)
        case diskFull
        case inputOutput
        /// The server is gone or can't be reached; the next use connects anew.
        case connectionLost
        /// Missing folder, no permission, wrong address, refused sign-in.
        case cannotOpen
        case readOnly
        case corrupted
        /// A value, statement or result past a limit.
        case tooLarge
        case outOfMemory
        case cancelled
        case timedOut
        /// Lost against another transaction, also after the bounded retries.
        case conflict
        /// A value that not both engines can keep: text with a NUL, a NaN.
        case refusedValue
        case unreadableValue
        case missingColumn
        case invalidStatement
        case closed
        /// The database was made ready by a newer Loa.
        case newerSchema
        /// A migration that was applied differs from the program's.
        case changedMigration
        /// A restore without leave to replace met a database with tables.
        case notEmpty
        case damagedBackup
        /// An engine's code that has no case of its own.
        case engine
    }

    package var code: Code
    /// A sentence for the log and the operator.
    package var message: String
    /// The statement's text with placeholders.
    package var statement: String?
    /// The engine's own code: SQLite's extended result code or the SQLSTATE.
    package var engineCode: String?
    /// The connection was lost while committing: the change may have happened.
    package var isOutcomeUnknown: Bool

    package init(
        _ code: Code, _ message: String, statement: String? = nil, engineCode: String? = nil,
        isOutcomeUnknown: Bool = false
    ) {
        self.code = code
        self.message = message
        self.statement = statement
        self.engineCode = engineCode
        self.isOutcomeUnknown = isOutcomeUnknown
    }

    /// Whether the same request may well succeed a little later.
    package var isRetryable: Bool {
        switch code {
        case .busy, .connectionLost, .conflict, .timedOut: !isOutcomeUnknown
        case .constraint, .diskFull, .inputOutput, .cannotOpen, .readOnly, .corrupted, .tooLarge,
            .outOfMemory,
            .cancelled, .refusedValue, .unreadableValue, .missingColumn, .invalidStatement, .closed,
            .newerSchema, .changedMigration, .notEmpty, .damagedBackup, .engine:
            false
        }
    }

    package var description: String {
        var text = "\(code): \(message)"
        if let engineCode { text += " [\(engineCode)]" }
        if isOutcomeUnknown { text += " The change may or may not have been kept." }
        if let statement { text += " In: \(statement)" }
        return text
    }
}
