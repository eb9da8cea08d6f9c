import HTTP

/// The handler's end of a streamed answer.
///
/// It may be used from any thread: writing hops to the loop.
final class StreamWriter: ResponseWriter {
    private let connection: Connection
    private let serial: UInt64

    init(connection: Connection, serial: UInt64) {
        self.connection = connection
        self.serial = serial
    }

    func write(_ bytes: [UInt8]) async throws { try await connection.writeStream(bytes, serial: serial) }

    func flush() async throws { try await connection.flushStream(serial: serial) }
}
