import Foundation
import HTTP
import Locks
import Testing

@testable import HTTPEngine

@Suite("Slowness, leaving and shutdown", .timeLimit(.minutes(5)))
struct LifeTests {
    @Test("cuts a head that drips, and drops a silent client")
    func slowHead() async throws {
        try await withServer(
            configure: { $0.headTimeout = .milliseconds(300) }, { _ in .text("x") }
        ) { _, port in
            try await onThread {
                let silent = try RawClient(port: port)
                let dripping = try RawClient(port: port)
                // Each byte is on time; the whole is not. Sending fails or stops to matter once it is cut.
                for byte in "GET / HT".utf8 { try dripping.send([byte]) }
                #expect(try dripping.readToEnd().hasPrefix("HTTP/1.1 408 "))
                #expect(try silent.readToEnd() == "")
            }
        }
    }

    @Test("cuts a body that stalls")
    func stalledBody() async throws {
        try await withServer(
            configure: { $0.bodyStallTimeout = .milliseconds(300) },
            { .bytes(try await $0.body.collect(upTo: 100), type: "text/plain") }
        ) { _, port in
            try await onThread {
                let client = try RawClient(port: port)
                try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")
                #expect(try client.readToEnd().hasPrefix("HTTP/1.1 408 "))
            }
        }
    }

    @Test("cuts a body below the least rate although it never stalls")
    func drippingBody() async throws {
        try await withServer(
            configure: {
                $0.bodyGrace = .milliseconds(400)
                $0.bodyBytesPerSecond = 1_000
            }, { .bytes(try await $0.body.collect(upTo: 100_000), type: "text/plain") }
        ) { server, port in
            try await onThread {
                let client = try RawClient(port: port)
                try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n")
                // A byte whenever no answer has come for a while: far below a byte a millisecond.
                while server.metrics.timeouts == 0 {
                    if !client.waitForAnswer(milliseconds: 20) { try client.send("a") }
                }
                #expect(try client.readToEnd().hasPrefix("HTTP/1.1 408 "))
            }
        }
    }

    @Test("gives up on a client that never reads")
    func neverReads() async throws {
        let left = Signal()
        try await withServer(
            configure: { $0.writeTimeout = .milliseconds(300) },
            { _ in
                .stream(type: "application/octet-stream") { writer in
                    let piece = [UInt8](repeating: 0, count: 65_536)
                    do { while true { try await writer.write(piece) } } catch {
                        await left.set()
                        throw error
                    }
                }
            }
        ) { server, port in
            let client = try await onThread {
                let client = try RawClient(port: port, receiveBufferBytes: 4_096)
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                return Locked(client)
            }
            await left.wait()
            #expect(server.metrics.timeouts == 1)
            _ = client
        }
    }

    @Test("cancels a stream whose client leaves")
    func leaving() async throws {
        let left = Signal()
        try await withServer({ _ in
            .stream(type: "text/plain") { writer in
                try await writer.write(Array("begun".utf8))
                try await writer.flush()
                do { try await Task.sleep(for: .seconds(3_600)) } catch {
                    await left.set()
                    throw error
                }
            }
        }) { _, port in
            try await onThread {
                let client = try RawClient(port: port)
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                _ = try client.read(until: "begun")
            }
            await left.wait()
        }
    }

    @Test("still answers a client that has ended its own side")
    func halfClosed() async throws {
        try await withServer({ _ in
            try await Task.sleep(for: .milliseconds(1))
            return .text("answer")
        }) { _, port in
            try await onThread {
                let client = try RawClient(port: port)
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                client.endSending()
                #expect(try client.readToEnd().hasSuffix("answer"))
            }
        }
    }

    @Test("finishes what runs when it goes down, and takes nothing new")
    func graceful() async throws {
        let (started, goOn) = (Signal(), Signal())
        let server = HTTPServer(configuration: .loopback()) { _ in
            await started.set()
            await goOn.wait()
            return .text("finished")
        }
        guard case .tcp(_, let port)? = try server.start().first else { return }
        async let answer = onThread {
            let idle = try RawClient(port: port)
            let client = try RawClient(port: port)
            try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = try client.readToEnd()
            #expect(try idle.readToEnd() == "")
            return answer
        }
        await started.wait()
        async let down: Void = server.shutdown(grace: .seconds(30))
        // Once the listener is closed, connecting fails: then the server is on its way down.
        while (try? await onThread { try RawClient(port: port) }) != nil { await Task.yield() }
        await goOn.set()
        await down
        #expect(try await answer.hasSuffix("Connection: close\r\n\r\nfinished"))
    }

    @Test("cancels what outlasts the grace period")
    func grace() async throws {
        let started = Signal()
        let cancelled = Locked(false)
        let server = HTTPServer(configuration: .loopback()) { _ in
            await started.set()
            do { try await Task.sleep(for: .seconds(3_600)) } catch { cancelled.withLock { $0 = true } }
            return .text("late")
        }
        guard case .tcp(_, let port)? = try server.start().first else { return }
        async let answer = onThread {
            let client = try RawClient(port: port)
            try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            return try client.readToEnd()
        }
        await started.wait()
        await server.shutdown(grace: .milliseconds(50))
        #expect(cancelled.withLock { $0 })
        #expect(try await answer == "")
    }

    @Test("ends event streams at once when it goes down")
    func events() async throws {
        let server = HTTPServer(configuration: .loopback()) { _ in
            let stream = EventStream()
            stream.send(.init(name: "n", data: "one\ntwo", identifier: "7"))
            return .events(stream)
        }
        guard case .tcp(_, let port)? = try server.start().first else { return }
        let client = try await onThread {
            let client = try RawClient(port: port)
            try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            let text = try client.read(until: "data: two\n\n")
            #expect(text.contains("event: n\nid: 7\ndata: one\ndata: two\n\n"))
            return Locked(client)
        }
        await server.shutdown(grace: .seconds(60))
        let rest = try client.withLock { try $0.readToEnd() }
        #expect(rest.hasSuffix("0\r\n\r\n"))
    }

    @Test("turns away connections beyond its limits and takes others again later")
    func tooMany() async throws {
        try await withServer(configure: { $0.connectionsPerAddress = 2 }, { _ in .text("x") }) {
            server, port in
            try await onThread {
                var kept: [RawClient] = []
                for _ in 0..<2 {
                    let client = try RawClient(port: port)
                    try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                    _ = try client.readAnswer()
                    kept.append(client)
                }
                #expect(try RawClient(port: port).readToEnd().hasPrefix("HTTP/1.1 503 "))
                kept.removeAll()
                while server.metrics.connectionsOpen > 0 { sched_yield() }
                let client = try RawClient(port: port)
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try client.readAnswer().body == Array("x".utf8))
            }
        }
    }

    @Test("listens on a Unix socket and believes the proxy there, but nobody else")
    func unixSocket() async throws {
        let path = FileManager.default.temporaryDirectory.appending(
            path: "loa-\(UUID().uuidString.prefix(8))"
        ).path
        let forwarded =
            "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: Loa.example\r\n"
        try await withServer(
            configure: {
                $0.endpoints.append(.unix(path: path))
                $0.trustedProxies = TrustedProxies(trustsUnixSocket: true)
            }, { .text("\($0.client) \($0.origin)") }
        ) { _, port in
            try await onThread {
                let proxy = try RawClient(unixPath: path)
                try proxy.send("GET / HTTP/1.1\r\nHost: a\r\n\(forwarded)\r\n")
                #expect(try proxy.readAnswer().body == Array("203.0.113.9 https://loa.example".utf8))
                let other = try RawClient(port: port)
                try other.send("GET / HTTP/1.1\r\nHost: a\r\n\(forwarded)\r\n")
                #expect(try other.readAnswer().body == Array("127.0.0.1 http://a".utf8))
            }
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("counts what it does")
    func metrics() async throws {
        try await withServer({ _ in .text("x") }) { server, port in
            try await onThread {
                let client = try RawClient(port: port)
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                _ = try client.readAnswer()
                try client.send("BAD\r\n\r\n")
                _ = try client.readToEnd()
            }
            await eventually(server) { $0.connectionsOpen == 0 }
            let metrics = server.metrics
            #expect(metrics.connectionsAccepted == 1)
            #expect(metrics.responsesByClass == [0, 1, 0, 1, 0])
            #expect(metrics.malformedRequests == 1)
            #expect(metrics.durationCounts.reduce(0, +) == 2)
            #expect(metrics.bytesReceived == 34 && metrics.bytesSent > 100)
        }
    }
}
