import Foundation
import Locks

/// Answers each connection on a loopback port of the system's choice with given bytes, piece by piece.
final class LoopbackServer: Sendable {
    let port: UInt16
    /// What came in, one text a connection.
    let heard = Locked<[String]>([])
    private let descriptor: Int32

    /// - Parameter pause: microseconds before each piece after the first.
    convenience init(pieces: [String], pause: UInt32 = 0, holdsOpen: Bool = false) throws {
        try self.init(answers: [pieces], pause: pause, holdsOpen: holdsOpen)
    }

    /// - Parameter answers: to one connection after the other; the last one to all that come then.
    init(answers: [[String]], pause: UInt32 = 0, holdsOpen: Bool = false) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, pointer, &length) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
        let heard = heard
        Thread.detachNewThread {
            var rest = answers[...]
            while case let connection = accept(descriptor, nil, nil), connection >= 0 {
                Self.answer(connection, rest.first ?? [], pause, heard)
                if rest.count > 1 { rest.removeFirst() }
                if !holdsOpen { close(connection) }
            }
            // Here and nowhere else: a number closed under a waiting `accept` may be another server's by then.
            close(descriptor)
        }
    }

    func url(_ path: String = "x") -> String { "http://127.0.0.1:\(port)/\(path)" }

    func stop() {
        // Wakes the thread that accepts.
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    private static func answer(
        _ connection: Int32, _ pieces: [String], _ pause: UInt32, _ heard: Locked<[String]>
    ) {
        var request = [UInt8](repeating: 0, count: 4096)
        let count = recv(connection, &request, request.count, 0)
        guard count > 0 else { return }
        heard.withLock { $0.append(String(decoding: request.prefix(count), as: UTF8.self)) }
        for (index, piece) in pieces.enumerated() {
            if index > 0, pause > 0 { usleep(pause) }
            let bytes = Array(piece.utf8)
            // A client that has left is what some of the tests want.
            guard send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) > 0 else { return }
        }
    }
}
