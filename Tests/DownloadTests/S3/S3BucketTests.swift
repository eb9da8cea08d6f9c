import Foundation
import Locks
import Testing

@testable import Download

/// How a bucket bears what a service may answer; whether its signatures are right, a real service says in
/// Tests/Acceptance/trust/test_bucket.py.
struct S3BucketTests {
    private static let secret = "5ecret/of+tests"

    private func bucket(_ server: LoopbackServer) -> S3Bucket {
        S3Bucket(
            S3Settings(
                endpoint: "http://127.0.0.1:\(server.port)", region: "vn-1", bucket: "kho", key: "loa:store",
                secret: Self.secret, agent: "loa/test"))
    }

    private func answer(_ status: String, fields: String = "", _ body: String = "") -> String {
        "HTTP/1.1 \(status)\r\nConnection: close\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    private func error(_ status: String, _ code: String) -> String {
        answer(
            status,
            "<?xml version='1.0'?><Error><Code>\(code)</Code><Message>No &lt;way&gt;\u{1B}.</Message></Error>"
        )
    }

    private func failure(_ body: () throws(S3Failure) -> Void) -> S3Failure? {
        do {
            try body()
            return nil
        } catch {
            return error
        }
    }

    @Test func `What may pass is tried again, and what was asked for is had`() throws {
        let server = try LoopbackServer(answers: [
            [error("503 Slow Down", "SlowDown")], [error("500 Oh", "InternalError")],
            [answer("200 OK", "here")],
        ])
        defer { server.stop() }
        let bytes = try bucket(server).get("a/b", limit: 100, patience: .bounded)
        #expect(bytes == Array("here".utf8))
        #expect(server.heard.withLock { $0.count } == 3)
    }

    @Test func `Attempts have an end`() throws {
        let server = try LoopbackServer(pieces: [error("503 Slow Down", "SlowDown")])
        defer { server.stop() }
        let failure = failure { () throws(S3Failure) in
            _ = try bucket(server).get("a", limit: 100, patience: S3Patience(attempts: 3, totalSeconds: 30))
        }
        #expect(failure?.code == .unavailable)
        #expect(server.heard.withLock { $0.count } == 3)
    }

    @Test func `So has the time for them`() throws {
        let server = try LoopbackServer(pieces: [error("503 Slow Down", "SlowDown")])
        defer { server.stop() }
        let failure = failure { () throws(S3Failure) in
            try bucket(server).delete("a", patience: S3Patience(attempts: 9, totalSeconds: 1))
        }
        #expect(failure?.code == .unavailable)
        #expect(server.heard.withLock { $0.count } == 1)
    }

    @Test func `A service that says nothing is given up`() throws {
        let server = try LoopbackServer(pieces: [], holdsOpen: true)
        defer { server.stop() }
        let failure = failure { () throws(S3Failure) in
            _ = try bucket(server).facts(of: "a", patience: S3Patience(attempts: 1, totalSeconds: 1))
        }
        #expect(failure?.code == .timedOut)
    }

    @Test(arguments: [
        ("404 x", "NoSuchBucket", S3Failure.Code.noBucket), ("403 x", "RequestTimeTooSkewed", .clockSkew),
        ("403 x", "InvalidAccessKeyId", .wrongKey), ("400 x", "Whatever", .unexpected(status: 400)),
    ])
    func `What can't pass is not tried again, and told with the service's words`(
        status: String, name: String, code: S3Failure.Code
    ) throws {
        let server = try LoopbackServer(pieces: [error(status, name)])
        defer { server.stop() }
        let failure = try #require(
            failure { () throws(S3Failure) in _ = try bucket(server).get("a", limit: 9, patience: .bounded) })
        #expect(failure.code == code)
        #expect(server.heard.withLock { $0.count } == 1)
        // A terminal is not theirs to write on.
        #expect(failure.description.hasSuffix("(\(name): No <way>.)"))
        #expect(failure.description.hasPrefix("http://127.0.0.1:\(server.port)/kho, GET a: "))
        #expect(!failure.description.contains(Self.secret))
    }

    @Test func `A file that isn't there is none, and a redirection is not followed`() throws {
        let missing = try LoopbackServer(pieces: [error("404 x", "NoSuchKey")])
        defer { missing.stop() }
        #expect(try bucket(missing).get("a", limit: 9, patience: .short) == nil)
        #expect(try bucket(missing).facts(of: "a", patience: .short) == nil)
        try bucket(missing).delete("a", patience: .short)
        let other = try LoopbackServer(pieces: [answer("200 OK", "stolen")])
        defer { other.stop() }
        let away = try LoopbackServer(pieces: [
            answer("307 x", fields: "Location: \(other.url())\r\n")
        ])
        defer { away.stop() }
        let failure = failure { () throws(S3Failure) in
            _ = try bucket(away).get("a", limit: 9, patience: .short)
        }
        #expect(failure?.code == .elsewhere)
        #expect(other.heard.withLock { $0.isEmpty })
    }

    @Test func `No answer is longer than it may be, whether it says so or not`() throws {
        let long = String(repeating: "x", count: 70_000)
        for text in [
            answer("200 OK", long), "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + long,
            answer("200 OK", "0123456789"),
        ] {
            let server = try LoopbackServer(pieces: [text])
            defer { server.stop() }
            let failure = failure { () throws(S3Failure) in
                _ = try bucket(server).get("a", limit: 9, patience: .short)
            }
            guard case .tooLong? = failure?.code else {
                Issue.record("\(String(describing: failure)) instead of an answer that is too long")
                return
            }
        }
    }

    @Test func `Neither are its fields`() throws {
        let field = "X-Y: " + String(repeating: "x", count: 1000) + "\r\n"
        let server = try LoopbackServer(pieces: [
            answer("200 OK", fields: String(repeating: field, count: 100), "")
        ])
        defer { server.stop() }
        let failure = failure { () throws(S3Failure) in
            _ = try bucket(server).facts(of: "a", patience: .short)
        }
        guard case .tooLong? = failure?.code else {
            Issue.record("\(String(describing: failure)) instead of fields that are too long")
            return
        }
    }

    @Test(arguments: ["200 OK", "206 Partial"])
    func `A part is exactly the part that was asked for`(status: String) throws {
        let server = try LoopbackServer(pieces: [answer(status, "0123")])
        defer { server.stop() }
        let failure = failure { () throws(S3Failure) in
            _ = try bucket(server).get("a", range: 10..<20, limit: 10, patience: .short)
        }
        #expect(failure?.code == .unexpected(status: status == "200 OK" ? 200 : 206))
        #expect(server.heard.withLock { $0.first?.contains("Range: bytes=10-19\r\n") } == true)
    }

    @Test func `Facts are size, tag and time`() throws {
        let server = try LoopbackServer(pieces: [
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 31\r\nETag: \"abc\"\r\n"
                + "Last-Modified: Sat, 21 Nov 2026 05:00:00 GMT\r\n\r\n"
        ])
        defer { server.stop() }
        let facts = try #require(try bucket(server).facts(of: "a", patience: .short))
        #expect(facts.sizeBytes == 31 && facts.entityTag == "\"abc\"")
        #expect(facts.modifiedAt?.timeIntervalSince1970 == 1_795_237_200)
    }

    @Test func `A list is followed to its end, and no further than a list can be`() throws {
        func page(_ key: String, next: String?) -> [String] {
            let end = next.map {
                "<IsTruncated>true</IsTruncated><NextContinuationToken>\($0)</NextContinuationToken>"
            }
            return [
                answer(
                    "200 OK",
                    "<ListBucketResult><Contents><Key>\(key)</Key><Size>1</Size><LastModified>2026-11-21T05:00:00Z"
                        + "</LastModified></Contents>\(end ?? "<IsTruncated>false</IsTruncated>")</ListBucketResult>"
                )
            ]
        }
        let server = try LoopbackServer(answers: [page("a", next: "t/+="), page("b", next: nil)])
        defer { server.stop() }
        let listed = try bucket(server).list(prefix: "x/y z", patience: .short)
        #expect(listed.map(\.key) == ["a", "b"])
        let lines = server.heard.withLock { $0.map { String($0.prefix { $0 != "\r\n" }) } }
        // Fields in the order of their names, as libcurl signs them.
        #expect(
            lines == [
                "GET /kho?list-type=2&max-keys=1000&prefix=x%2Fy%20z HTTP/1.1",
                "GET /kho?continuation-token=t%2F%2B%3D&list-type=2&max-keys=1000&prefix=x%2Fy%20z HTTP/1.1",
            ])
        let endless = try LoopbackServer(pieces: page("a", next: "again"))
        defer { endless.stop() }
        let failure = failure { () throws(S3Failure) in
            _ = try bucket(endless).list(prefix: "", patience: .short)
        }
        guard case .tooLong? = failure?.code else {
            Issue.record("\(String(describing: failure)) instead of a list without end")
            return
        }
    }

    @Test func `Requests are signed over the digest of their bytes, and tell no secret`() throws {
        let server = try LoopbackServer(pieces: [answer("200 OK")])
        defer { server.stop() }
        try bucket(server).put(
            Array("bytes".utf8), digest: "277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9",
            as: "m/a",
            type: "application/json", patience: .short)
        let heard = server.heard.withLock { $0.first ?? "" }
        #expect(heard.hasPrefix("PUT /kho/m/a HTTP/1.1\r\n"))
        for part in [
            "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=loa:store/",
            "/vn-1/s3/aws4_request, SignedHeaders=",
            "\r\nContent-Type: application/json\r\n", "\r\nContent-Length: 5\r\n",
            "\r\nx-amz-content-sha256: 277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9\r\n",
        ] {
            #expect(heard.contains(part))
        }
        #expect(!heard.contains(Self.secret) && !heard.lowercased().contains("basic"))
    }

    @Test func `A certificate that nobody vouches for is not taken`() throws {
        let plain = try LoopbackServer(pieces: ["no TLS at all"])
        defer { plain.stop() }
        let bucket = S3Bucket(
            S3Settings(
                endpoint: "https://127.0.0.1:\(plain.port)", region: "vn-1", bucket: "kho", key: "k",
                secret: "s",
                agent: "loa/test"))
        let failure = failure { () throws(S3Failure) in
            _ = try bucket.get("a", limit: 9, patience: .short)
        }
        #expect(failure?.code == .notTrusted)
    }
}
