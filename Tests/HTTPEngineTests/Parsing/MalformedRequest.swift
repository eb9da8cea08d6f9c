import Testing

/// A request that must be refused, and how.
struct MalformedRequest: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let status: Int

    var testDescription: String { name }

    init(_ name: String, _ text: String, _ status: Int = 400) {
        self.name = name
        bytes = Array(text.utf8)
        self.status = status
    }

    private static func get(_ name: String, fields: String, _ status: Int = 400) -> MalformedRequest {
        MalformedRequest(name, "GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n", status)
    }

    private static func post(_ name: String, _ fields: String, body: String, _ status: Int = 400)
        -> MalformedRequest
    {
        MalformedRequest(name, "POST / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n\(body)", status)
    }

    private static func chunks(_ name: String, _ body: String) -> MalformedRequest {
        post(name, "Transfer-Encoding: chunked", body: body)
    }

    static let all = framing + lengths + hosts + fields + lines + chunked + limits

    static let framing = [
        post("length with chunking", "Content-Length: 5\r\nTransfer-Encoding: chunked", body: "0\r\n\r\n"),
        post("chunking with length", "Transfer-Encoding: chunked\r\nContent-Length: 5", body: "0\r\n\r\n"),
        post("two equal lengths", "Content-Length: 1\r\nContent-Length: 1", body: "a"),
        post("two different lengths", "Content-Length: 1\r\nContent-Length: 2", body: "ab"),
        post("another coding", "Transfer-Encoding: gzip", body: "", 501),
        post("chunked after another coding", "Transfer-Encoding: gzip, chunked", body: "0\r\n\r\n", 501),
        post("chunked twice in a list", "Transfer-Encoding: chunked, chunked", body: "0\r\n\r\n", 501),
        post("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", body: "0\r\n\r\n"),
        post("chunked spelt oddly", "Transfer-Encoding: xchunked", body: "0\r\n\r\n", 501),
        post("chunked in quotes", "Transfer-Encoding: \"chunked\"", body: "0\r\n\r\n", 501),
        post("an empty coding", "Transfer-Encoding:", body: "0\r\n\r\n", 501),
        post("identity", "Transfer-Encoding: identity", body: "", 501),
        MalformedRequest(
            "chunking in HTTP/1.0",
            "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        post("an unknown expectation", "Expect: 200-ok\r\nContent-Length: 1", body: "a", 417),
    ]

    static let lengths = [
        "+1", "-1", "0x1", "1a", "", " ", "1, 1", "1,2", "1 1", "1.0", "1e3", "٣", "9223372036854775808",
        "99999999999999999999999",
    ].map { post("length \($0.debugDescription)", "Content-Length: \($0)", body: "a") }

    static let hosts = [
        MalformedRequest("no host", "GET / HTTP/1.1\r\n\r\n"),
        get("two hosts", fields: "Host: b"),
        get("two equal hosts", fields: "Host: a"),
        MalformedRequest("an empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n"),
        MalformedRequest("a host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"),
        MalformedRequest("a host with a user", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n"),
        MalformedRequest("a host with a bad port", "GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n"),
        MalformedRequest("a list of hosts", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n"),
        MalformedRequest("absolute form of another host", "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("absolute form with a user", "GET http://u@a/ HTTP/1.1\r\nHost: a\r\n\r\n"),
    ]

    static let fields = [
        get("a space before the colon", fields: "X : y"),
        get("a tab before the colon", fields: "X\t: y"),
        get("a folded field", fields: "X: y\r\n z"),
        get("a field folded by a tab", fields: "X: y\r\n\tz"),
        MalformedRequest("a first field that is folded", "GET / HTTP/1.1\r\n Host: a\r\n\r\n"),
        get("a nameless field", fields: ": y"),
        get("a field without a colon", fields: "X"),
        get("a name with a space", fields: "X Y: z"),
        get("a name in brackets", fields: "X(Y): z"),
        get("a name outside ASCII", fields: "Xé: z"),
        get("NUL in a value", fields: "X: a\0b"),
        get("NUL in a name", fields: "X\0: a"),
        get("a bare CR in a value", fields: "X: a\rb"),
        get("a bare LF in a value", fields: "X: a\nY: b"),
        get("a control character in a value", fields: "X: a\u{1}b"),
        get("DEL in a value", fields: "X: a\u{7F}b"),
    ]

    static let lines = [
        MalformedRequest("lines that end in bare LF", "GET / HTTP/1.1\nHost: a\n\n"),
        MalformedRequest("lines that end in bare CR", "GET / HTTP/1.1\rHost: a\r\r"),
        MalformedRequest("an end of bare LF", "GET / HTTP/1.1\r\nHost: a\r\n\n"),
        MalformedRequest("two empty lines first", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("an unknown method", "FROB / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
        MalformedRequest("a method in lower case", "get / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
        MalformedRequest("a method that is no token", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("no method", " / HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
        MalformedRequest("CONNECT", "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n", 501),
        MalformedRequest("two spaces after the method", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("two spaces before the version", "GET /  HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("a space at the line's end", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n"),
        MalformedRequest("a tab for a space", "GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("a space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("a control character in the target", "GET /a\u{1} HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("bytes outside ASCII in the target", "GET /é HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("a fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("a bad escape", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("an escape cut short", "GET /%4 HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("an escaped NUL", "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("an overlong escape", "GET /%C0%AF HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("an escaped slash", "GET /a%2Fb HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("a way out of the folder", "GET /../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("an escaped way out", "GET /%2e%2E/etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("a bad escape in the query", "GET /?a=%f HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("authority form", "GET a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n"),
        MalformedRequest("asterisk form for GET", "GET * HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("another scheme", "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("the HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        MalformedRequest("HTTP/0.9", "GET /\r\n\r\n"),
        MalformedRequest("HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505),
        MalformedRequest("HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
        MalformedRequest("HTTP/1.10", "GET / HTTP/1.10\r\nHost: a\r\n\r\n"),
        MalformedRequest("a version in lower case", "GET / http/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("another protocol", "GET / HTTQ/1.1\r\nHost: a\r\n\r\n"),
        MalformedRequest("a TLS hello", "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0"),
    ]

    static let chunked = [
        chunks("a signed chunk size", "+1\r\na\r\n0\r\n\r\n"),
        chunks("a negative chunk size", "-1\r\na\r\n0\r\n\r\n"),
        chunks("a chunk size with 0x", "0x1\r\na\r\n0\r\n\r\n"),
        chunks("an empty chunk size", "\r\na\r\n0\r\n\r\n"),
        chunks("a chunk size that isn't hex", "g\r\na\r\n0\r\n\r\n"),
        chunks("a chunk size that overflows", "10000000000000001\r\na\r\n0\r\n\r\n"),
        chunks("a space after a chunk size", "1 \r\na\r\n0\r\n\r\n"),
        chunks("a space before a chunk size", " 1\r\na\r\n0\r\n\r\n"),
        chunks("a chunk size that ends in bare LF", "1\na\r\n0\r\n\r\n"),
        chunks("a bare LF in an extension", "1;a\nb\r\na\r\n0\r\n\r\n"),
        chunks("a long extension", "1;\(String(repeating: "a", count: 300))\r\na\r\n0\r\n\r\n"),
        chunks(
            "many extensions",
            String(repeating: "1;\(String(repeating: "a", count: 200))\r\na\r\n", count: 50)),
        chunks("a chunk without its CR LF", "1\r\na0\r\n\r\n"),
        chunks("a chunk longer than its size", "1\r\nab\r\n0\r\n\r\n"),
        chunks("a chunk that ends in bare LF", "1\r\na\n0\r\n\r\n"),
        chunks("a trailer without a name", "0\r\n: a\r\n\r\n"),
        chunks("a folded trailer", "0\r\nX: a\r\n b\r\n\r\n"),
        chunks("a trailer with NUL", "0\r\nX: \0\r\n\r\n"),
        chunks("endless trailers", "0\r\n\(String(repeating: "X: y\r\n", count: 2_000))"),
    ]

    static let limits = [
        MalformedRequest(
            "a target that is too long",
            "GET /\(String(repeating: "a", count: 9_000)) HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        get("a field that is too long", fields: "X: \(String(repeating: "a", count: 17_000))", 431),
        get("too many fields", fields: Array(repeating: "X: y", count: 100).joined(separator: "\r\n"), 431),
    ]
}
