/// Text that equals another only byte for byte.
///
/// Swift's `String` takes "é" and "e" with a combining accent for the same text. A name in signed metadata must not:
/// two names that look alike are two names, and they sort by their bytes, as canonical JSON asks.
package struct ExactText: Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let string: String

    package init(_ string: String) {
        var string = string
        string.makeContiguousUTF8()
        self.string = string
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    package var utf8: String.UTF8View { string.utf8 }
    package var isEmpty: Bool { string.isEmpty }
    package var description: String { string }
}

extension ExactText: Hashable, Comparable {
    package static func == (one: ExactText, other: ExactText) -> Bool {
        one.utf8.count == other.utf8.count && one.utf8.elementsEqual(other.utf8)
    }

    package static func < (one: ExactText, other: ExactText) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        var string = string
        string.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
