/// The words and phrases that the reader goes by, and the dated agencies.
package struct Rules: Sendable {
    package static let standard = Rules()
}
