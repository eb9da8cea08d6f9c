import Testing

@testable import Download

struct DownloaderTests {
    private static let head = "HTTP/1.1 200 OK\r\nConnection: close\r\n"

    private func code(_ body: () throws -> Void) -> DownloadFailure.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? DownloadFailure)?.code
        }
    }

    @Test func `A body arrives whole`() throws {
        let server = try LoopbackServer(pieces: [Self.head + "Content-Length: 5\r\n\r\n", "he", "llo"])
        defer { server.stop() }
        #expect(try Downloader().bytes(at: server.url(), limit: 5) == Array("hello".utf8))
    }

    @Test func `An empty body is a body`() throws {
        let server = try LoopbackServer(pieces: [Self.head + "Content-Length: 0\r\n\r\n"])
        defer { server.stop() }
        #expect(try Downloader().bytes(at: server.url(), limit: 0).isEmpty)
    }

    @Test(arguments: ["Content-Length: 6\r\n\r\n", "\r\n"])
    func `One byte more than asked for is refused, announced or not`(framing: String) throws {
        let server = try LoopbackServer(pieces: [Self.head + framing + "hello!"])
        defer { server.stop() }
        #expect(code { _ = try Downloader().bytes(at: server.url(), limit: 5) } == .tooLong(limit: 5))
    }

    @Test(arguments: [204, 206, 304, 403, 404, 500, 503])
    func `Only the status 200 brings a body`(status: Int) throws {
        let server = try LoopbackServer(pieces: [
            "HTTP/1.1 \(status) x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        ])
        defer { server.stop() }
        #expect(code { _ = try Downloader().bytes(at: server.url(), limit: 5) } == .status(status))
    }

    @Test func `A body cut short is a failure`() throws {
        let server = try LoopbackServer(pieces: [Self.head + "Content-Length: 9\r\n\r\nhello"])
        defer { server.stop() }
        #expect(code { _ = try Downloader().bytes(at: server.url(), limit: 9) } == .unreachable)
    }

    @Test func `A server that sends a byte now and then is left`() throws {
        let server = try LoopbackServer(
            pieces: [Self.head + "Content-Length: 400\r\n\r\n"] + Array(repeating: "x", count: 400),
            pause: 50_000)
        defer { server.stop() }
        var limits = DownloadLimits()
        limits.slowSeconds = 1
        #expect(code { _ = try Downloader(limits: limits).bytes(at: server.url(), limit: 400) } == .timedOut)
    }

    @Test func `A server that accepts and says nothing is left`() throws {
        let server = try LoopbackServer(pieces: [], holdsOpen: true)
        defer { server.stop() }
        #expect(
            code {
                _ = try Downloader(limits: DownloadLimits(totalSeconds: 1)).bytes(at: server.url(), limit: 4)
            } == .timedOut)
    }

    @Test func `Redirects end`() throws {
        let server = try LoopbackServer(pieces: [
            "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        ])
        defer { server.stop() }
        #expect(code { _ = try Downloader().bytes(at: server.url(), limit: 4) } == .unreachable)
    }

    @Test func `A redirect leads to no file of the device`() throws {
        let server = try LoopbackServer(pieces: [
            "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        ])
        defer { server.stop() }
        #expect(code { _ = try Downloader().bytes(at: server.url(), limit: 4000) } == .unusableAddress)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "", "gopher://x", "http://"])
    func `Only addresses of HTTP are taken`(address: String) {
        #expect(code { _ = try Downloader().bytes(at: address, limit: 4) } == .unusableAddress)
    }

    @Test func `A port where nobody listens is told as unreachable`() throws {
        let server = try LoopbackServer(pieces: [])
        server.stop()
        #expect(code { _ = try Downloader().bytes(at: server.url(), limit: 4) } == .unreachable)
    }

    @Test func `An error of the receiver ends the transfer and comes back as it is`() throws {
        struct Enough: Error {}
        let server = try LoopbackServer(pieces: [Self.head + "\r\n", "one", "two"])
        defer { server.stop() }
        #expect(throws: Enough.self) {
            try Downloader().fetch(server.url(), limit: 100) { _ in throw Enough() }
        }
    }

    @Test func `One downloader fetches again after a failure`() throws {
        let missing = try LoopbackServer(pieces: [
            "HTTP/1.1 404 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        ])
        let present = try LoopbackServer(pieces: [Self.head + "\r\n\u{1}\0\u{2}"])
        defer {
            missing.stop()
            present.stop()
        }
        let downloader = Downloader()
        #expect(code { _ = try downloader.bytes(at: missing.url(), limit: 4) } == .status(404))
        #expect(try downloader.bytes(at: present.url(), limit: 4) == [1, 0, 2])
    }
}
