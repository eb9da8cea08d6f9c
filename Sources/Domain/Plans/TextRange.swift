/// A place in a document's text: UTF-8 byte offsets, `lower` within, `upper` past the end.
package struct TextRange: Hashable, Codable, Sendable, Comparable {
    package let lower: Int
    package let upper: Int

    package init(_ lower: Int, _ upper: Int) {
        precondition(0 <= lower && lower <= upper, "A range runs forwards from 0.")
        self.lower = lower
        self.upper = upper
    }

    /// For numbers that come from outside: nil where they are no range.
    package init?(lower: Int, upper: Int, within byteCount: Int) {
        guard lower >= 0, lower < upper, upper <= byteCount else { return nil }
        self.lower = lower
        self.upper = upper
    }

    package var count: Int { upper - lower }

    package func overlapCount(_ other: TextRange) -> Int {
        max(0, min(upper, other.upper) - max(lower, other.lower))
    }

    /// Shared bytes over bytes of both, 0...1.
    package func likeness(_ other: TextRange) -> Double {
        if self == other { return 1 }
        let shared = overlapCount(other)
        return shared == 0 ? 0 : Double(shared) / Double(count + other.count - shared)
    }

    package func union(_ other: TextRange) -> TextRange {
        TextRange(min(lower, other.lower), max(upper, other.upper))
    }

    package static func < (one: TextRange, other: TextRange) -> Bool {
        (one.lower, one.upper) < (other.lower, other.upper)
    }
}
