/// An error that knows its own answer; middleware turns it into a page, the engine into plain text.
package protocol RespondingError: Error {
    /// The status of the answer.
    var status: Status { get }
    /// A sentence that is safe to show to the client.
    var publicMessage: String { get }
    /// Fields that belong to the answer, such as `Allow`.
    var headers: Headers { get }
}

extension RespondingError {
    package var headers: Headers { Headers() }
}

/// The request can't be served as it stands.
package struct RequestRefused: RespondingError, Hashable, CustomStringConvertible {
    package let status: Status
    package let publicMessage: String
    package let allow: [String]

    package init(_ status: Status, _ publicMessage: String = "", allow: [String] = []) {
        self.status = status
        self.publicMessage = publicMessage
        self.allow = allow
    }

    package static let notFound = RequestRefused(.notFound)

    /// The body is larger than the route takes.
    package static let tooLarge = RequestRefused(
        .contentTooLarge, "The body is larger than this address takes.")

    package var headers: Headers { allow.isEmpty ? [:] : ["Allow": allow.joined(separator: ", ")] }

    package var description: String {
        publicMessage.isEmpty ? status.description : "\(status): \(publicMessage)"
    }
}

/// The peer has gone, or the connection was cut for its slowness, while a body was being carried.
package struct ConnectionLost: Error, Sendable, Hashable {
    package init() {}
}
