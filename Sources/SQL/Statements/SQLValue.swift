/// One value as both engines can hold it.
///
/// Columns hold them as INTEGER/BIGINT, REAL/DOUBLE PRECISION, TEXT/TEXT and
/// BLOB/BYTEA (SQLite/PostgreSQL); truth values are integers 0 and 1.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// The kind of value, for messages that must not show the value itself.
    package var storage: SQLStorage {
        switch self {
        case .null: .any
        case .integer: .integer
        case .real: .real
        case .text: .text
        case .blob: .blob
        }
    }
}

/// The type that a placeholder is given; PostgreSQL must know it even for NULL.
package enum SQLStorage: String, Sendable, Hashable {
    case any
    case integer
    case real
    case text
    case blob
}

/// One value on its way to a placeholder.
package struct SQLBinding: Sendable, Hashable {
    package let value: SQLValue
    package let storage: SQLStorage

    package init(_ value: SQLValue, as storage: SQLStorage = .any) {
        self.value = value
        self.storage = storage == .any ? value.storage : storage
    }
}
