import Locks

/// An answer that is sent again and again, with what the engine makes of it at the first time.
package final class KeptAnswer: Sendable {
    /// What goes over the wire for it, but for the date, the connection's fields and those of one request.
    package struct Wire: Sendable {
        /// Status line and fields, without the empty line.
        package let head: [UInt8]
        package let body: [UInt8]

        package init(head: [UInt8], body: [UInt8]) {
            self.head = head
            self.body = body
        }
    }

    /// An answer to one request: the kept one with a field of its own.
    package struct Sending: Sendable {
        package let answer: KeptAnswer
        package let field: Headers.Field

        package init(_ answer: KeptAnswer, field: Headers.Field) {
            self.answer = answer
            self.field = field
        }

        /// The same as an ordinary answer.
        package var response: Response {
            var response = answer.response
            response.kept = answer
            response.headers[field.name] = field.value
            return response
        }
    }

    package let response: Response
    private let state = Locked<(plain: Wire?, compressed: Wire?)>((nil, nil))

    /// Nil for what can't be sent alike to everybody: anything but 200 with bytes, what has a validator, for that
    /// makes the answer depend on the request's conditions, and what closes the connection.
    package init?(_ response: Response) {
        guard response.status == .ok, case .bytes = response.body, !response.headers.contains("etag"),
            !response.headers.contains("last-modified"), !response.headers.contains("connection")
        else { return nil }
        self.response = response
    }

    /// Nil until the first client of that kind asked for it.
    package func wire(compressed: Bool) -> Wire? { state.withLock { compressed ? $0.compressed : $0.plain } }

    package func keep(_ wire: Wire, compressed: Bool) {
        state.withLock { if compressed { $0.compressed = wire } else { $0.plain = wire } }
    }
}
