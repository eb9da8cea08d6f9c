import Testing

/// A stream of valid requests and how the parser's harness prints them.
struct ValidRequest: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let lines: [String]

    var testDescription: String { name }

    static let all = [
        ValidRequest(
            name: "a plain GET", text: "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            lines: ["GET /? 1.1 a true Host=a "]),
        ValidRequest(
            name: "one empty line first", text: "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
            lines: ["GET /? 1.1 a true Host=a "]),
        ValidRequest(
            name: "a query and spaces around a value",
            text:
                "GET /a/%E1%BA%BF?b=c+d&e HTTP/1.1\r\nhOsT: A.example:8080\r\nX:\t y z \t\r\nConnection: x, Close\r\n\r\n",
            lines: [
                "GET /a/%E1%BA%BF?b=c+d&e 1.1 a.example:8080 false hOsT=A.example:8080|X=y z|Connection=x, Close "
            ]),
        ValidRequest(
            name: "two pipelined POSTs",
            text:
                "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhelloPOST /y HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
            lines: [
                "POST /x? 1.1 a true Host=a|Content-Length=5 hello",
                "POST /y? 1.1 a true Host=a|Content-Length=0 ",
            ]),
        ValidRequest(
            name: "chunks with an extension and a trailer",
            text:
                "PUT /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n5;q=\"a\"\r\nhello\r\n00A\r\n0123456789\r\n0\r\nX: y\r\n\r\nGET / HTTP/1.1\r\nHost: b\r\n\r\n",
            lines: [
                "PUT /x? 1.1 a true Host=a|Transfer-Encoding=Chunked hello0123456789",
                "GET /? 1.1 b true Host=b ",
            ]),
        ValidRequest(
            name: "HTTP/1.0", text: "GET / HTTP/1.0\r\n\r\n", lines: ["GET /? 1.0  false  "]),
        ValidRequest(
            name: "HTTP/1.0 that wants to stay", text: "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n",
            lines: ["GET /? 1.0  true Connection=Keep-Alive "]),
        ValidRequest(
            name: "absolute form", text: "GET http://A:80?x HTTP/1.1\r\nHost: a:80\r\n\r\n",
            lines: ["GET /?x 1.1 a:80 true Host=a:80 "]),
        ValidRequest(
            name: "OPTIONS *", text: "OPTIONS * HTTP/1.1\r\nHost: [::1]:80\r\n\r\n",
            lines: ["OPTIONS *? 1.1 [::1]:80 true Host=[::1]:80 "]),
        ValidRequest(
            name: "an upgrade that is ignored",
            text: "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
            lines: ["GET /? 1.1 a true Host=a|Upgrade=websocket|Connection=Upgrade "]),
    ]
}
