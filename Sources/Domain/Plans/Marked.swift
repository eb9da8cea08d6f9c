package import Foundation

/// Who said that a value is right, and when.
package struct Confirmation: Hashable, Codable, Sendable {
    package var by: Account.ID
    package var at: Date

    package init(by: Account.ID, at: Date) {
        self.by = by
        self.at = at
    }
}

/// A value with its place in the document's text and the rule that found it.
package struct Marked<Value: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
    package var value: Value
    /// Nil where a person typed it and no words of the document stand behind it.
    package var range: TextRange?
    /// The reader's rule, or `Self.personRule`.
    package var rule: String
    /// Set when a person typed or confirmed it.
    package var confirmation: Confirmation?

    package init(_ value: Value, range: TextRange?, rule: String, confirmation: Confirmation? = nil) {
        self.value = value
        self.range = range
        self.rule = rule
        self.confirmation = confirmation
    }
}

/// The rule's name for whatever a person entered.
package let personRule = "person"
