import Locks

/// Where an engine keeps the bytes of a request's body until the handler asks for them.
package protocol RequestBodySource: AnyObject, Sendable {
    /// The length that the head announced, in bytes; nil for a chunked body.
    var announcedLength: Int? { get }

    /// The next piece, at most 64 KiB, or nil at the end. Reads from the socket only now: not asking is
    /// the backpressure. `limit` is the most bytes that the body may have in all.
    /// - Throws: ``RequestRefused`` (413, 400, 408) or ``ConnectionLost``.
    func next(limit: Int) async throws -> [UInt8]?
}

/// The body of a request, pulled piece by piece by the handler.
///
/// It can be read once.
package struct RequestBody: AsyncSequence, Sendable {
    package typealias Element = [UInt8]

    /// The most bytes of a body where the route doesn't say otherwise: 1 MiB.
    package static let defaultLimit = 1 << 20

    private let source: (any RequestBodySource)?
    /// The most bytes that this body may have; a longer one ends in a refusal with 413.
    package var limit: Int

    package init(_ source: (any RequestBodySource)?, limit: Int = RequestBody.defaultLimit) {
        self.source = source
        self.limit = limit
    }

    /// A body in memory, for tests and for requests without one.
    package init(bytes: [UInt8] = [], limit: Int = RequestBody.defaultLimit) {
        self.init(bytes.isEmpty ? nil : BytesSource(bytes), limit: limit)
    }

    /// The announced length in bytes: 0 without a body, nil for a chunked one.
    package var announcedLength: Int? { source == nil ? 0 : source?.announcedLength }

    /// Refuses with 413 before a byte is read if the announced length is over the limit.
    package func checkAnnouncedLength() throws(RequestRefused) {
        if let length = announcedLength, length > limit { throw .tooLarge }
    }

    /// The whole body.
    /// - Throws: ``RequestRefused`` with 413 over `upTo` bytes (or over ``limit``, if that is less).
    package func collect(upTo most: Int) async throws -> [UInt8] {
        guard let source else { return [] }
        let most = Swift.min(most, limit)
        if let length = source.announcedLength, length > most { throw RequestRefused.tooLarge }
        var bytes: [UInt8] = []
        while let piece = try await source.next(limit: most) {
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
        }
        return bytes
    }

    package func makeAsyncIterator() -> Iterator { Iterator(source: source, limit: limit) }

    package struct Iterator: AsyncIteratorProtocol {
        let source: (any RequestBodySource)?
        let limit: Int

        package mutating func next() async throws -> [UInt8]? { try await source?.next(limit: limit) }
    }
}

/// A body that is in memory already, handed out in pieces like one from a socket.
private final class BytesSource: RequestBodySource {
    private let bytes: [UInt8]
    private let position = Locked(0)

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var announcedLength: Int? { bytes.count }

    func next(limit: Int) async throws -> [UInt8]? {
        if bytes.count > limit { throw RequestRefused.tooLarge }
        let range = position.withLock { position in
            let start = position
            position = min(position + 65_536, bytes.count)
            return start..<position
        }
        return range.isEmpty ? nil : Array(bytes[range])
    }
}
