import HTTP

/// The handler's end of a request's body.
///
/// It may be used from any thread: reading hops to the loop.
final class ConnectionBody: RequestBodySource {
    private let connection: Connection
    private let serial: UInt64
    let announcedLength: Int?

    init(connection: Connection, serial: UInt64, announcedLength: Int?) {
        self.connection = connection
        self.serial = serial
        self.announcedLength = announcedLength
    }

    func next(limit: Int) async throws -> [UInt8]? {
        try await connection.readBody(serial: serial, limit: limit)
    }
}
