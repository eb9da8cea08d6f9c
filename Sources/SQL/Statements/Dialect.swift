/// The two engines whose SQL differs in placeholders and a few types.
package enum Dialect: String, Sendable, Hashable, CaseIterable {
    case sqlite
    case postgres
}
