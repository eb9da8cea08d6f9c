/// What a handler answers; the engine adds `Date`, `Content-Length` and the rest of the framing.
package struct Response: Sendable {
    package var status: Status
    package var headers: Headers
    package var body: ResponseBody
    /// Whether the engine may compress the body for clients that take gzip.
    ///
    /// Switch off where a secret and a client's own text stand in one body and the secret isn't masked.
    package var mayCompress = true
    /// Where an answer is sent more than once: what was made of it before.
    package var kept: KeptAnswer?

    package init(_ status: Status = .ok, headers: Headers = Headers(), body: ResponseBody = .empty) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package static func html(_ bytes: [UInt8], status: Status = .ok) -> Response {
        Response(status, headers: contentType("text/html; charset=utf-8"), body: .bytes(bytes))
    }

    package static func text(_ text: String, status: Status = .ok) -> Response {
        Response(status, headers: contentType("text/plain; charset=utf-8"), body: .bytes(Array(text.utf8)))
    }

    package static func json(_ bytes: [UInt8], status: Status = .ok) -> Response {
        Response(status, headers: contentType("application/json"), body: .bytes(bytes))
    }

    package static func bytes(_ bytes: [UInt8], type: String, status: Status = .ok) -> Response {
        Response(status, headers: contentType(type), body: .bytes(bytes))
    }

    /// A redirection, by default 303 (go and get, the usual answer to a form).
    ///
    /// The address must be a path of our own or an address from configuration; control characters and bytes
    /// outside ASCII in it are escaped.
    package static func redirect(to address: String, status: Status = .seeOther) -> Response {
        var location: [UInt8] = []
        for byte in address.utf8 {
            if byte > 0x20 && byte < 0x7F {
                location.append(byte)
            } else {
                location += Array(PercentEncoding.encode(byte: byte))
            }
        }
        return Response(status, headers: ["Location": String(decoding: location, as: UTF8.self)])
    }

    /// Bytes that the closure writes as they come; a write suspends while the client's socket is full, and
    /// the task is cancelled when the client leaves.
    package static func stream(
        type: String, status: Status = .ok,
        _ write: @escaping @Sendable (any ResponseWriter) async throws -> Void
    ) -> Response {
        Response(status, headers: contentType(type), body: .stream(StreamBody(write)))
    }

    private static func contentType(_ type: String) -> Headers {
        Headers(checked: [Headers.Field(name: "Content-Type", value: type)])
    }
}

/// The ways in which a body reaches the client.
package enum ResponseBody: Sendable {
    case empty
    case bytes([UInt8])
    /// Sent by `sendfile`, with ranges and conditional requests.
    case file(OpenFile)
    case stream(StreamBody)
}

/// A body written while it is sent.
package struct StreamBody: Sendable {
    package let write: @Sendable (any ResponseWriter) async throws -> Void
    /// The length in bytes if it is known before; otherwise the body is chunked.
    package var length: Int?
    /// Whether shutdown ends the stream at once instead of waiting for it: true for events, which have no end.
    package var endsAtShutdown = false
    /// Whether each write goes out at once instead of being gathered.
    package var flushesEachWrite = false

    package init(_ write: @escaping @Sendable (any ResponseWriter) async throws -> Void) {
        self.write = write
    }
}

/// The engine's end of a streamed response.
package protocol ResponseWriter: AnyObject, Sendable {
    /// Takes the bytes; suspends while the client's socket and the buffer are full.
    /// - Throws: ``ConnectionLost`` when the client has gone, `CancellationError` on shutdown.
    func write(_ bytes: [UInt8]) async throws
    /// Sends on what was gathered so far.
    func flush() async throws
}
