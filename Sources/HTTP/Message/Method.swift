/// A request method; compared by its exact, case-sensitive bytes (RFC 9110 §9.1).
package struct Method: Hashable, Sendable, CustomStringConvertible {
    /// The method as it stands on the wire.
    package let name: String

    /// A method of any name; the parser has checked that it is a token.
    package init(_ name: String) { self.name = name }

    package static let get = Method("GET")
    package static let head = Method("HEAD")
    package static let post = Method("POST")
    package static let put = Method("PUT")
    package static let patch = Method("PATCH")
    package static let delete = Method("DELETE")
    package static let options = Method("OPTIONS")

    package var description: String { name }

    /// Whether the method only reads, so that it needs no token against forged requests.
    package var isSafe: Bool { self == .get || self == .head || self == .options }
}
