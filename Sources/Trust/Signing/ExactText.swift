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
        let (first, second) = (one.utf8.span, other.utf8.span)
        guard first.count == second.count else { return false }
        for at in first.indices where first[at] != second[at] { return false }
        return true
    }

    package static func < (one: ExactText, other: ExactText) -> Bool {
        let (first, second) = (one.utf8.span, other.utf8.span)
        for at in 0..<min(first.count, second.count) where first[at] != second[at] {
            return first[at] < second[at]
        }
        return first.count < second.count
    }

    package func hash(into hasher: inout Hasher) {
        var string = string
        string.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
