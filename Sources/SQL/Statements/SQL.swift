/// A statement or a part of one; values in the text become bindings.
///
///     "SELECT title FROM plan WHERE plan_id = \(id)"
///
/// Only literals become SQL text: a `String` known at run time is always a
/// value, so nothing that a user typed can turn into SQL.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    enum Piece: Sendable {
        case text(String)
        case value(SQLBinding)
        case either(sqlite: SQL, postgres: SQL)
    }

    var pieces: [Piece]

    package init(stringLiteral value: StaticString) {
        pieces = [.text(value.description)]
    }

    package init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    /// Text out of a catalogue or a migration; this target answers for it.
    init(trusted text: String) {
        pieces = [.text(text)]
    }

    /// A name read from an engine's catalogue, quoted.
    static func catalogueName(_ name: String) -> SQL {
        SQL(trusted: "\"" + name.replacing("\"", with: "\"\"") + "\"")
    }

    /// Nothing; for a clause that isn't needed this time.
    package static var empty: SQL { "" }

    /// The fragment for the engine in use, where the two dialects differ.
    package static func either(sqlite: SQL, postgres: SQL) -> SQL {
        var fragment = SQL.empty
        fragment.pieces = [.either(sqlite: sqlite, postgres: postgres)]
        return fragment
    }

    /// `COLLATE` clause that orders text by its bytes, alike on both engines.
    package static var byBytes: SQL {
        .either(sqlite: "COLLATE BINARY", postgres: "COLLATE \"C\"")
    }

    /// The text for one engine and its bindings in order.
    package func rendered(for dialect: Dialect) -> RenderedSQL {
        var result = RenderedSQL(text: "", bindings: [])
        append(to: &result, dialect)
        return result
    }

    private func append(to result: inout RenderedSQL, _ dialect: Dialect) {
        for piece in pieces {
            switch piece {
            case .text(let text):
                result.text += text
            case .value(let binding):
                result.bindings.append(binding)
                result.text += dialect == .sqlite ? "?" : "$\(result.bindings.count)"
            case .either(let sqlite, let postgres):
                (dialect == .sqlite ? sqlite : postgres).append(to: &result, dialect)
            }
        }
    }
}

/// A statement as the engine gets it: text with placeholders, values apart.
package struct RenderedSQL: Sendable, Hashable {
    package var text: String
    package var bindings: [SQLBinding]

    package init(text: String, bindings: [SQLBinding]) {
        self.text = text
        self.bindings = bindings
    }
}

/// A fixed list of column or table names that a statement may name at run time.
package protocol SQLIdentifier: RawRepresentable<String>, CaseIterable, Sendable {}

extension SQL {
    /// Collects the pieces of one literal.
    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            pieces.append(.text(literal.description))
        }

        /// A value, which becomes a placeholder.
        package mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value) {
            pieces.append(.value(SQLBinding(value.sqlValue, as: Value.sqlStorage)))
        }

        /// A value or NULL; its own function, for the compiler warns of optionals
        /// that reach one which doesn't name them.
        package mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value?) {
            pieces.append(.value(SQLBinding(value?.sqlValue ?? .null, as: Value.sqlStorage)))
        }

        /// Another fragment, with its own values.
        package mutating func appendInterpolation(_ fragment: SQL) {
            pieces.append(contentsOf: fragment.pieces)
        }

        /// Placeholders with commas between, for `IN (\(list: ids))`.
        ///
        /// An empty list renders NULL: `IN (NULL)` is true of no row. It is not
        /// meant for `NOT IN`, which would also be true of none.
        package mutating func appendInterpolation<Values: Sequence>(list values: Values)
        where Values.Element: SQLConvertible {
            var separator = ""
            for value in values {
                if !separator.isEmpty { pieces.append(.text(separator)) }
                separator = ", "
                appendInterpolation(value)
            }
            if separator.isEmpty { pieces.append(.text("NULL")) }
        }

        /// A name out of a fixed list.
        package mutating func appendInterpolation<Name: SQLIdentifier>(identifier: Name) {
            let name = identifier.rawValue
            precondition(
                !name.isEmpty
                    && name.utf8.allSatisfy {
                        $0 == 0x5F || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
                    },
                "An SQL identifier is made of a to z, 0 to 9 and underscore.")
            pieces.append(.text("\"" + name + "\""))
        }
    }
}

extension Sequence where Element == SQL {
    /// One fragment out of many, such as conditions joined by `" AND "`.
    package func joined(separator: SQL) -> SQL {
        var result = SQL.empty
        var isFirst = true
        for fragment in self {
            if !isFirst { result.pieces += separator.pieces }
            isFirst = false
            result.pieces += fragment.pieces
        }
        return result
    }
}
