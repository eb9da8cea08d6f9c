/// HTML in bytes, made from literals of the source and escaped run-time text.
///
/// A literal is markup because its type is `StaticString`; whatever is interpolated is text and gets escaped,
/// unless it is itself `Markup` or a `Link`. Text typed by people therefore can't become markup by accident.
package struct Markup: ExpressibleByStringInterpolation, Sendable, Hashable {
    /// UTF-8, ready to be sent.
    package private(set) var bytes: [UInt8]

    /// Nothing at all.
    package static let empty = Markup(bytes: [])

    package init(stringLiteral value: StaticString) {
        bytes = value.withUTF8Buffer { Array($0) }
    }

    package init(stringInterpolation: StringInterpolation) {
        bytes = stringInterpolation.bytes
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Text that is shown as it is, every special letter escaped.
    package init(text: some StringProtocol) {
        bytes = []
        bytes.reserveCapacity(text.utf8.count + 16)
        Escaping.append(text, to: &bytes)
    }

    /// True where nothing would be sent.
    package var isEmpty: Bool { bytes.isEmpty }

    /// The markup as a string, for tests and logs.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Puts `other` behind this, in place.
    package mutating func append(_ other: Markup) {
        bytes.append(contentsOf: other.bytes)
    }

    package static func + (left: Markup, right: Markup) -> Markup {
        var sum = left
        sum.append(right)
        return sum
    }
}

extension Sequence where Element == Markup {
    /// One after another, with `separator` between them.
    package func joined(separator: Markup = .empty) -> Markup {
        var whole = Markup.empty
        var isFirst = true
        for part in self {
            if !isFirst { whole.append(separator) }
            whole.append(part)
            isFirst = false
        }
        return whole
    }
}
