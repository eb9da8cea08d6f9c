package import Foundation

/// A type that a column can hold.
///
/// Raw-value enums and typed identifiers need only declare the conformance.
package protocol SQLConvertible: Sendable {
    /// What a NULL of this type is declared as; `.any` leaves it to the engine.
    static var sqlStorage: SQLStorage { get }
    var sqlValue: SQLValue { get }
    /// Throws `SQLConversionFailure` when the column holds something else.
    init(sqlValue: SQLValue) throws
}

extension SQLConvertible {
    package static var sqlStorage: SQLStorage { .any }
}

/// A column held a value that the asked type can't take; never shows the value.
package struct SQLConversionFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package let found: SQLStorage
    package let expected: String

    package init(found: SQLValue, expected: Any.Type) {
        self.found = found.storage
        self.expected = String(describing: expected)
    }

    package var description: String {
        "found \(found == .any ? "NULL" : found.rawValue), which is no \(expected)"
    }
}

extension SQLValue: SQLConvertible {
    package var sqlValue: SQLValue { self }
    package init(sqlValue: SQLValue) { self = sqlValue }
}

extension Int64: SQLConvertible {
    package static var sqlStorage: SQLStorage { .integer }
    package var sqlValue: SQLValue { .integer(self) }
    package init(sqlValue: SQLValue) throws {
        guard case .integer(let number) = sqlValue else {
            throw SQLConversionFailure(found: sqlValue, expected: Self.self)
        }
        self = number
    }
}

extension Int: SQLConvertible {
    package static var sqlStorage: SQLStorage { .integer }
    package var sqlValue: SQLValue { .integer(Int64(self)) }
    package init(sqlValue: SQLValue) throws {
        guard case .integer(let number) = sqlValue, let exact = Int(exactly: number) else {
            throw SQLConversionFailure(found: sqlValue, expected: Self.self)
        }
        self = exact
    }
}

extension Bool: SQLConvertible {
    package static var sqlStorage: SQLStorage { .integer }
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
    package init(sqlValue: SQLValue) throws {
        switch sqlValue {
        case .integer(0): self = false
        case .integer(1): self = true
        default: throw SQLConversionFailure(found: sqlValue, expected: Self.self)
        }
    }
}

extension Double: SQLConvertible {
    package static var sqlStorage: SQLStorage { .real }
    package var sqlValue: SQLValue { .real(self) }
    package init(sqlValue: SQLValue) throws {
        switch sqlValue {
        case .real(let number):
            self = number
        case .integer(let number):
            guard let exact = Double(exactly: number) else {
                throw SQLConversionFailure(found: sqlValue, expected: Self.self)
            }
            self = exact
        case .null, .text, .blob:
            throw SQLConversionFailure(found: sqlValue, expected: Self.self)
        }
    }
}

extension String: SQLConvertible {
    package static var sqlStorage: SQLStorage { .text }
    package var sqlValue: SQLValue { .text(self) }
    package init(sqlValue: SQLValue) throws {
        guard case .text(let text) = sqlValue else {
            throw SQLConversionFailure(found: sqlValue, expected: Self.self)
        }
        self = text
    }
}

extension [UInt8]: SQLConvertible {
    package static var sqlStorage: SQLStorage { .blob }
    package var sqlValue: SQLValue { .blob(self) }
    package init(sqlValue: SQLValue) throws {
        guard case .blob(let bytes) = sqlValue else {
            throw SQLConversionFailure(found: sqlValue, expected: Self.self)
        }
        self = bytes
    }
}

/// A moment is held as whole milliseconds since 1970 UTC, rounded to the nearest.
extension Date: SQLConvertible {
    package static var sqlStorage: SQLStorage { .integer }
    package var sqlValue: SQLValue {
        let milliseconds = (timeIntervalSince1970 * 1000).rounded(.toNearestOrAwayFromZero)
        guard let exact = Int64(exactly: milliseconds) else {
            preconditionFailure("A moment must lie within the 292 million years that a column can hold.")
        }
        return .integer(exact)
    }
    package init(sqlValue: SQLValue) throws {
        guard case .integer(let milliseconds) = sqlValue else {
            throw SQLConversionFailure(found: sqlValue, expected: Self.self)
        }
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    package static var sqlStorage: SQLStorage { Wrapped.sqlStorage }
    package var sqlValue: SQLValue { map(\.sqlValue) ?? .null }
    package init(sqlValue: SQLValue) throws {
        self = sqlValue == .null ? nil : try Wrapped(sqlValue: sqlValue)
    }
}

extension SQLConvertible where Self: RawRepresentable, RawValue: SQLConvertible {
    package static var sqlStorage: SQLStorage { RawValue.sqlStorage }
    package var sqlValue: SQLValue { rawValue.sqlValue }
    package init(sqlValue: SQLValue) throws {
        guard let value = Self(rawValue: try RawValue(sqlValue: sqlValue)) else {
            throw SQLConversionFailure(found: sqlValue, expected: Self.self)
        }
        self = value
    }
}
