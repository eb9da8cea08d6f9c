import HTTP
import Testing

struct HeadersTests {
    @Test("Header names compare without regard to case and keep their order")
    func names() {
        var headers: Headers = ["X-A": "1", "x-b": "2"]
        headers.add("x-a", "3")
        #expect(headers["X-a"] == "1")
        #expect(headers.all("x-A") == ["1", "3"])
        headers["X-A"] = "4"
        #expect(headers.all("x-a") == ["4"])
    }

    @Test("A value from outside can't add lines", arguments: ["a\r\nb", "a\nb", "a\0", "a\u{7F}", "a\u{1}"])
    func values(_ value: String) {
        var headers = Headers()
        #expect(throws: UnsafeHeader.self) { try headers.add("X", unchecked: value) }
        #expect(throws: UnsafeHeader.self) { try headers.add("X: y\r\nZ", unchecked: "v") }
        #expect(headers.isEmpty)
    }

    @Test("Vary gathers each element once")
    func vary() {
        var headers: Headers = ["Vary": "Cookie"]
        headers.insert("Accept-Encoding", intoList: "Vary")
        headers.insert("accept-encoding", intoList: "vary")
        #expect(headers.all("vary") == ["Cookie, Accept-Encoding"])
    }

    @Test("A redirection can't carry a line break")
    func redirect() {
        #expect(Response.redirect(to: "/a\r\nb ế").headers["location"] == "/a%0D%0Ab%20%E1%BA%BF")
    }
}
