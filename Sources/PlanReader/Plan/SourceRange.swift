/// A half-open stretch of the document, in UTF-8 bytes of the text as it was
/// given to the reader (before any repair).
package struct SourceRange: Sendable, Hashable, Comparable {
    package var lower: Int
    package var upper: Int

    /// Swaps bounds given the wrong way round, so that no range can trap.
    package init(_ lower: Int, _ upper: Int) {
        self.lower = min(lower, upper)
        self.upper = max(lower, upper)
    }

    package static func < (left: SourceRange, right: SourceRange) -> Bool {
        (left.lower, left.upper) < (right.lower, right.upper)
    }

    /// The smallest range that holds both.
    package func union(_ other: SourceRange) -> SourceRange {
        SourceRange(min(lower, other.lower), max(upper, other.upper))
    }
}

/// Something taken out of the document: what, from where, and by which rule.
package struct Found<Value: Sendable & Hashable>: Sendable, Hashable {
    package var value: Value
    package var range: SourceRange
    /// Stable name of the rule that found it, such as `lead.heading`.
    package var rule: String

    package init(_ value: Value, range: SourceRange, rule: String) {
        self.value = value
        self.range = range
        self.rule = rule
    }
}
