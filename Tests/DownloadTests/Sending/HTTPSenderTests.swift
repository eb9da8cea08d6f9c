import Locks
import Testing

@testable import Download

struct HTTPSenderTests {
    private static let head = "HTTP/1.1 200 OK\r\nConnection: close\r\n"

    private func sender(totalSeconds: Int = 5) -> HTTPSender {
        var limits = HTTPSender.Limits()
        limits.totalSeconds = totalSeconds
        return HTTPSender(agent: "loa/test", limits: limits)
    }

    private func code(_ request: OutgoingRequest, totalSeconds: Int = 5) async -> DownloadFailure.Code? {
        do {
            _ = try await sender(totalSeconds: totalSeconds).send(request)
            return nil
        } catch {
            return error.code
        }
    }

    @Test(arguments: [200, 204, 302, 400, 404, 410, 500])
    func `Whatever the status, it is told, and no redirection is followed`(status: Int) async throws {
        let server = try LoopbackServer(pieces: [
            "HTTP/1.1 \(status) x\r\nConnection: close\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"
        ])
        defer { server.stop() }
        let answer = try await sender().send(OutgoingRequest(server.url(), answerLimitBytes: 10))
        #expect(answer == ReceivedAnswer(status: status, body: [], isCut: false))
    }

    @Test func `A redirection is followed where that is asked for, to machines that may be reached`()
        async throws
    {
        let target = try LoopbackServer(pieces: [
            Self.head + "Content-Type: text/html; charset=windows-1258\r\n\r\n<title>"
        ])
        defer { target.stop() }
        func server(to address: String) throws -> LoopbackServer {
            try LoopbackServer(pieces: [
                "HTTP/1.1 302 x\r\nConnection: close\r\nLocation: \(address)\r\nContent-Length: 3\r\n\r\nold"
            ])
        }
        let first = try server(to: target.url("there"))
        defer { first.stop() }
        var request = OutgoingRequest(first.url(), answerLimitBytes: 100)
        request.redirects = 2
        let answer = try await sender().send(request)
        #expect(
            answer
                == ReceivedAnswer(
                    status: 200, body: Array("<title>".utf8), isCut: false,
                    mediaType: "text/html; charset=windows-1258"))
        // In a circle; to what isn't HTTP; to this machine under a name of the internet's own network.
        let circle = try server(to: "/again")
        defer { circle.stop() }
        request.address = circle.url()
        #expect(await code(request) == .unreachable)
        #expect(circle.heard.withLock { $0.count } == 3)
        for (address, expected) in [
            ("file:///etc/passwd", DownloadFailure.Code.unusableAddress),
            ("http://10.255.255.1/", .forbiddenAddress),
            ("http://169.254.169.254/", .forbiddenAddress),
        ] {
            let hostile = try server(to: address)
            defer { hostile.stop() }
            request.address = hostile.url()
            request.reach = .internet(andLoopback: true, andPrivate: false)
            #expect(await code(request) == expected, "\(address)")
        }
    }

    @Test func `A body is posted as it is, with our fields`() async throws {
        let server = try LoopbackServer(pieces: [Self.head + "\r\nok"])
        defer { server.stop() }
        var request = OutgoingRequest(server.url(), body: [0x61, 0, 0x62], answerLimitBytes: 10)
        request.add("X-Loa", "một")
        let answer = try await sender().send(request)
        #expect(answer.body == Array("ok".utf8))
        let heard = try #require(server.heard.withLock { $0.first })
        #expect(heard.hasPrefix("POST /x HTTP/1.1\r\n"))
        #expect(heard.contains("X-Loa: một\r\n") && heard.contains("User-Agent: loa/test\r\n"))
        #expect(heard.contains("Content-Length: 3\r\n") && heard.hasSuffix("\r\n\r\na\0b"))
    }

    @Test func `An empty body is posted as one`() async throws {
        let server = try LoopbackServer(pieces: [Self.head + "\r\n"])
        defer { server.stop() }
        _ = try await sender().send(OutgoingRequest(server.url(), body: [], answerLimitBytes: 10))
        #expect(server.heard.withLock { $0.first?.contains("Content-Length: 0\r\n") } == true)
    }

    @Test func `A long answer is a failure, or cut where that is asked for`() async throws {
        let server = try LoopbackServer(pieces: [Self.head + "Content-Length: 6\r\n\r\nhello!"])
        defer { server.stop() }
        var request = OutgoingRequest(server.url(), answerLimitBytes: 5)
        #expect(await code(request) == .tooLong(limit: 5))
        request.cutsLongAnswers = true
        #expect(
            try await sender().send(request)
                == ReceivedAnswer(status: 200, body: Array("hello".utf8), isCut: true))
        request.answerLimitBytes = 6
        #expect(try await sender().send(request).isCut == false)
    }

    @Test func `This machine is not reached unless that is allowed`() async throws {
        let server = try LoopbackServer(pieces: [Self.head + "\r\n"])
        defer { server.stop() }
        for host in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0.0.0.0"] {
            var request = OutgoingRequest("http://\(host):\(server.port)/x", answerLimitBytes: 10)
            request.reach = .internet(andLoopback: false, andPrivate: true)
            #expect(await code(request) == .forbiddenAddress, "\(host)")
        }
        #expect(server.heard.withLock { $0.isEmpty })
        var request = OutgoingRequest(server.url(), answerLimitBytes: 10)
        request.reach = .internet(andLoopback: true, andPrivate: false)
        #expect(try await sender().send(request).status == 200)
    }

    @Test func `A server that says nothing is left`() async throws {
        let server = try LoopbackServer(pieces: [], holdsOpen: true)
        defer { server.stop() }
        #expect(await code(OutgoingRequest(server.url(), answerLimitBytes: 4), totalSeconds: 1) == .timedOut)
    }

    @Test func `Encrypted talk with a server that doesn't is not trusted`() async throws {
        let server = try LoopbackServer(pieces: [Self.head + "\r\n"])
        defer { server.stop() }
        #expect(
            await code(OutgoingRequest("https://127.0.0.1:\(server.port)/", answerLimitBytes: 4))
                == .notTrusted)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "", "gopher://x", "http://"])
    func `Only addresses of HTTP are taken`(address: String) async {
        #expect(await code(OutgoingRequest(address, answerLimitBytes: 4)) == .unusableAddress)
    }

    @Test func `A field with a line end is a mistake of ours`() async {
        await #expect(processExitsWith: .failure) {
            var request = OutgoingRequest("http://localhost/", answerLimitBytes: 1)
            request.add("X", "a\r\nY: b")
        }
    }
}
