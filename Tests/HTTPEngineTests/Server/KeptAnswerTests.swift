import HTTP
import Locks
import Testing

@testable import HTTPEngine

@Suite("Answers that are kept", .timeLimit(.minutes(5)))
struct KeptAnswerTests {
    private static let page = Array((0..<4_000).map { "<p>Dòng thứ \($0)</p>" }.joined().utf8)

    /// A server that answers `/kept` at once and everything else by its handler.
    private func withKept(
        _ configure: (inout ServerConfiguration) -> Void = { _ in },
        field: Headers.Field = Headers.Field(name: "X-Request-Id", value: "A"), page: [UInt8] = page,
        _ body: @escaping @Sendable (UInt16) async throws -> Void
    ) async throws {
        var response = Response.html(page)
        response.headers.add("Cache-Control", "no-store")
        let answer = try #require(KeptAnswer(response))
        let plain = response
        try await withServer(
            configure: configure, { _ in plain },
            atOnce: { $0.path == ["kept"] ? KeptAnswer.Sending(answer, field: field) : nil }
        ) { _, port in try await body(port) }
    }

    private static func request(_ path: String, _ fields: String = "") -> String {
        "GET \(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n"
    }

    @Test("are the same as those of the handler, plain and compressed, the first time and later")
    func same() async throws {
        try await withKept { port in
            try await onThread {
                let client = try RawClient(port: port)
                for fields in ["", "Accept-Encoding: gzip\r\n", "Accept-Encoding: gzip;q=0\r\n"] {
                    try client.send(Self.request("/made", fields))
                    let made = try client.readAnswer()
                    for _ in 0..<3 {
                        try client.send(Self.request("/kept", fields))
                        let kept = try client.readAnswer()
                        let isCompressed = fields.hasSuffix("gzip\r\n")
                        #expect((isCompressed ? gunzip(kept.body) : kept.body) == Self.page)
                        #expect(kept.head.contains("Content-Encoding: gzip") == isCompressed)
                        #expect(kept.head.contains("\r\nX-Request-Id: A\r\n"))
                        let lines = { (head: String) in
                            Set(
                                head.split(separator: "\r\n").filter {
                                    !$0.hasPrefix("Date: ") && !$0.hasPrefix("X-")
                                })
                        }
                        #expect(lines(kept.head) == lines(made.head))
                        #expect(kept.head.split(separator: "\r\n").count { $0.hasPrefix("Date: ") } == 1)
                    }
                }
            }
        }
    }

    @Test("come in order between others when requests are pipelined, and to a client that closes")
    func pipelined() async throws {
        try await withKept { port in
            try await onThread {
                let client = try RawClient(port: port)
                let pair = Self.request("/kept") + Self.request("/made")
                try client.send(String(repeating: pair, count: 40))
                for index in 0..<80 {
                    let answer = try client.readAnswer()
                    #expect(
                        answer.body == Self.page && answer.head.contains("X-Request-Id") == (index % 2 == 0))
                }
                try client.send(Self.request("/kept", "Connection: close\r\n"))
                let last = try client.readToEnd()
                #expect(last.contains("\r\nConnection: close\r\n") && last.hasSuffix("Dòng thứ 3999</p>"))
                let old = try RawClient(port: port)
                try old.send("GET /kept HTTP/1.0\r\n\r\n")
                #expect(try old.readToEnd().contains("\r\nConnection: close\r\n"))
                let head = try RawClient(port: port)
                try head.send("HEAD /kept HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                #expect(try head.readToEnd().hasSuffix("\r\n\r\n"))
            }
        }
    }

    @Test("reach a client that reads slowly whole, though its socket takes them only in parts")
    func slowReader() async throws {
        let large = [UInt8](repeating: UInt8(ascii: "x"), count: 8 << 20)
        try await withKept(page: large) { port in
            try await onThread {
                let client = try RawClient(port: port)
                // The first makes the wire's bytes; the second finds them, and more than a socket holds.
                for _ in 0..<3 {
                    try client.send(Self.request("/kept"))
                    #expect(try client.readAnswer().body == large)
                }
            }
        }
    }

    @Test("whose own field would break out of its line end in 500")
    func unsafeField() async throws {
        try await withKept(field: Headers.Field(name: "X-Request-Id", value: "a\r\nb: c")) { port in
            try await onThread {
                for _ in 0..<2 {
                    let client = try RawClient(port: port)
                    try client.send(Self.request("/kept"))
                    let answer = try client.readToEnd()
                    #expect(answer.hasPrefix("HTTP/1.1 500 ") && !answer.contains("b: c"))
                }
            }
        }
    }

    @Test("are only such as are the same for everybody")
    func refuses() {
        #expect(KeptAnswer(.html([], status: .notFound)) == nil)
        #expect(KeptAnswer(Response(.ok)) == nil)
        for field in ["ETag", "Last-Modified", "Connection"] {
            var response = Response.html([])
            response.headers.add(field, "\"1\"")
            #expect(KeptAnswer(response) == nil)
        }
    }
}
