import Foundation
import HTTP
import Locks
import Testing

@testable import HTTPEngine

@Suite("A running server", .timeLimit(.minutes(5)))
struct AnswerTests {
    private func get(_ target: String, _ fields: String = "") -> String {
        "GET \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\(fields)\r\n"
    }

    @Test("answers pipelined requests in order")
    func pipelining() async throws {
        try await withServer({ .text($0.rawPath) }) { _, port in
            try await onThread {
                let client = try RawClient(port: port)
                let requests = (0..<200).map { "GET /\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined()
                try client.send(requests)
                for index in 0..<200 {
                    #expect(try client.readAnswer().body == Array("/\(index)".utf8))
                }
            }
        }
    }

    @Test("closes the connection after refusing a malformed request", arguments: MalformedRequest.all)
    func closes(_ malformed: MalformedRequest) async throws {
        // The handler reads the body, as every real one does that takes one.
        try await withServer({ .bytes(try await $0.body.collect(upTo: 1 << 20), type: "text/plain") }) {
            _, port in
            try await onThread {
                let client = try RawClient(port: port)
                try client.send(malformed.bytes)
                let answer = try client.readToEnd()
                #expect(answer.hasPrefix("HTTP/1.1 \(malformed.status) "), "\(malformed.name): \(answer)")
                #expect(answer.contains("\r\nConnection: close\r\n"))
                #expect(
                    answer.components(separatedBy: "HTTP/1.1 \(malformed.status) ").count == 2,
                    "one answer, not two")
            }
        }
    }

    @Test("keeps HTTP/1.0 connections only when asked")
    func oldVersion() async throws {
        try await withServer({ _ in .text("x") }) { _, port in
            try await onThread {
                let client = try RawClient(port: port)
                try client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                #expect(try client.readAnswer().head.contains("\r\nConnection: keep-alive\r\n"))
                try client.send("GET / HTTP/1.0\r\n\r\n")
                #expect(try client.readToEnd().contains("\r\nConnection: close\r\n"))
            }
        }
    }

    @Test("answers HEAD like GET without the body")
    func head() async throws {
        try await withServer({ _ in .text("twelve bytes") }) { _, port in
            try await onThread {
                let client = try RawClient(port: port)
                try client.send(
                    "HEAD / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                )
                let answer = try client.readToEnd()
                #expect(answer.components(separatedBy: "Content-Length: 12\r\n").count == 3)
                #expect(answer.components(separatedBy: "twelve bytes").count == 2)
            }
        }
    }

    @Test("sends 100 Continue at the first pull and not before")
    func continues() async throws {
        try await withServer(
            { request in
                guard request.rawPath == "/taken" else { return .text("no, thank you") }
                return .bytes(try await request.body.collect(upTo: 100), type: "text/plain")
            }
        ) { _, port in
            try await onThread {
                let head = { (target: String) in
                    "POST \(target) HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"
                }
                let taken = try RawClient(port: port)
                try taken.send(head("/taken"))
                #expect(try taken.read(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
                try taken.send("abc")
                #expect(try taken.readAnswer().body == Array("abc".utf8))
                let refused = try RawClient(port: port)
                try refused.send(head("/other"))
                let answer = try refused.readToEnd()
                #expect(answer.hasPrefix("HTTP/1.1 200") && answer.contains("Connection: close"))
            }
        }
    }

    @Test("tells a client that is still sending that its body is too large", arguments: [true, false])
    func tooLarge(_ isChunked: Bool) async throws {
        var router = Router()
        router.on(.post, "/", bodyLimit: 1_000) {
            .bytes(try await $0.body.collect(upTo: 1_000), type: "text/plain")
        }
        let handler = router
        try await withServer({ try await handler.respond(to: $0) }) { _, port in
            try await onThread {
                let client = try RawClient(port: port)
                let piece = [UInt8](repeating: 0x61, count: 65_536)
                let framing =
                    isChunked ? "Transfer-Encoding: chunked" : "Content-Length: \(200 * piece.count)"
                try client.send("POST / HTTP/1.1\r\nHost: a\r\n\(framing)\r\n\r\n")
                for _ in 0..<200 {
                    if isChunked { try client.send("10000\r\n") }
                    try client.send(piece)
                    if isChunked { try client.send("\r\n") }
                }
                #expect(try client.readToEnd().hasPrefix("HTTP/1.1 413 "))
            }
        }
    }

    @Test("echoes a large chunked body unchanged")
    func largeBody() async throws {
        try await withServer({ request in
            .stream(type: "application/octet-stream") { writer in
                for try await piece in RequestBody.widened(request.body) { try await writer.write(piece) }
            }
        }) { _, port in
            let sent = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            let echoed = try await onThread {
                let client = try RawClient(port: port)
                try client.send("POST / HTTP/1.0\r\nContent-Length: \(sent.count)\r\n\r\n")
                Thread.detachNewThread { try? client.send(sent) }
                _ = try client.read(until: "\r\n\r\n")
                return try client.read(count: sent.count)
            }
            #expect(echoed == sent)
        }
    }

    @Test("compresses text for clients that take gzip, and says so in Vary")
    func compression() async throws {
        let page = String(repeating: "xin chào ", count: 500)
        try await withServer({ request in
            if request.rawPath == "/stream" {
                return .stream(type: "text/plain") { writer in
                    for _ in 0..<500 { try await writer.write(Array("xin chào ".utf8)) }
                }
            }
            var response = Response.text(page)
            response.headers.add("ETag", "\"v1\"")
            return response
        }) { _, port in
            try await onThread {
                let plain = try RawClient(port: port)
                try plain.send(get("/"))
                let text = try plain.readToEnd()
                #expect(
                    !text.contains("Content-Encoding") && text.contains("Vary: Accept-Encoding\r\n")
                        && text.hasSuffix(page))
                let packed = try RawClient(port: port)
                try packed.send(get("/", "Accept-Encoding: gzip\r\n"))
                let head = try packed.read(until: "\r\n\r\n")
                #expect(head.contains("Content-Encoding: gzip\r\n") && head.contains("ETag: W/\"v1\""))
                #expect(head.contains("Vary: Accept-Encoding\r\n"))
                let length = try #require(
                    head.split(separator: "\r\n").first { $0.hasPrefix("Content-Length: ") }?.dropFirst(16))
                let body = try packed.read(count: try #require(Int(length)))
                #expect(body.count < 500 && gunzip(body) == Array(page.utf8))
                let stream = try RawClient(port: port)
                try stream.send(get("/stream", "Accept-Encoding: gzip;q=0.5, br\r\n"))
                #expect(try stream.read(until: "\r\n\r\n").contains("Content-Encoding: gzip\r\n"))
                #expect(gunzip(try stream.readChunks()) == Array(page.utf8))
                let unwanted = try RawClient(port: port)
                try unwanted.send(get("/stream", "Accept-Encoding: gzip;q=0\r\n"))
                let whole = try unwanted.readToEnd()
                #expect(!whole.contains("Content-Encoding"))
            }
        }
    }

    @Test("serves files and downloads with ranges and conditions", arguments: [true, false])
    func files(isFile: Bool) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "loa-\(UUID().uuidString)").path
        try Data("0123456789".utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let answer: @Sendable () throws -> Response = {
            if isFile { return try .file(path: path, type: "text/plain", entityTag: "\"t\"") }
            var response = Response.bytes(Array("0123456789".utf8), type: "text/plain")
            response.headers["ETag"] = "\"t\""
            response.mayCompress = false
            return response
        }
        try await withServer({ _ in try answer() }) { _, port in
            try await onThread {
                func ask(_ fields: String) throws -> String {
                    let client = try RawClient(port: port)
                    try client.send(get("/", fields))
                    return try client.readToEnd()
                }
                let whole = try ask("")
                #expect(whole.contains("\r\nContent-Length: 10\r\n"))
                #expect(whole.hasSuffix("\r\nConnection: close\r\n\r\n0123456789"))
                let part = try ask("Range: bytes=2-4\r\n")
                #expect(
                    part.hasPrefix("HTTP/1.1 206 ") && part.contains("Content-Range: bytes 2-4/10\r\n")
                        && part.hasSuffix("\r\n\r\n234"))
                #expect(try ask("Range: bytes=-3\r\n").hasSuffix("\r\n\r\n789"))
                #expect(try ask("Range: bytes=8-\r\nIf-Range: \"t\"\r\n").hasSuffix("\r\n\r\n89"))
                #expect(try ask("Range: bytes=8-\r\nIf-Range: \"old\"\r\n").hasPrefix("HTTP/1.1 200 "))
                let beyond = try ask("Range: bytes=10-\r\n")
                #expect(beyond.hasPrefix("HTTP/1.1 416 ") && beyond.contains("Content-Range: bytes */10\r\n"))
                let same = try ask("If-None-Match: W/\"t\"\r\n")
                #expect(
                    same.hasPrefix("HTTP/1.1 304 ") && same.hasSuffix("\r\n\r\n")
                        && !same.contains("Content-Length"))
            }
        }
    }

    @Test("lets no header break out of its line")
    func headerInjection() async throws {
        try await withServer({ _ in
            .bytes([], type: "text/html\r\nSet-Cookie: a=b")
        }) { _, port in
            try await onThread {
                let client = try RawClient(port: port)
                try client.send(get("/"))
                let answer = try client.readToEnd()
                #expect(answer.hasPrefix("HTTP/1.1 500 ") && !answer.contains("Set-Cookie"))
            }
        }
    }

    @Test("answers 500 to an unknown error and reports it")
    func failure() async throws {
        struct Broken: Error {}
        let reported = Locked("")
        try await withServer(
            onFailure: { error, request in reported.withLock { $0 = "\(type(of: error)) \(request.rawPath)" }
            },
            { _ in throw Broken() }
        ) { _, port in
            try await onThread {
                let client = try RawClient(port: port)
                try client.send(get("/x"))
                let answer = try client.readToEnd()
                #expect(answer.hasPrefix("HTTP/1.1 500 ") && !answer.contains("Broken"))
            }
        }
        #expect(reported.withLock { $0 } == "Broken /x")
    }
}

extension RequestBody {
    /// The same body with room for this test's bytes.
    static func widened(_ body: RequestBody) -> RequestBody {
        var body = body
        body.limit = 100 << 20
        return body
    }
}
