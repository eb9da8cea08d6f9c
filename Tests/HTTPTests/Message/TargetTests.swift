import HTTP
import Testing

struct TargetTests {
    @Test(
        "Paths are decoded segment by segment",
        arguments: [
            ("/", []), ("/a", ["a"]), ("/a/", ["a", ""]), ("//a", ["", "a"]),
            ("/k%E1%BA%BF%20ho%E1%BA%A1ch", ["kế hoạch"]),
            ("/a+b", ["a+b"]), ("/...", ["..."]), ("/%2e%2ea", ["..a"]),
        ])
    func paths(_ target: String, _ path: [String]) throws {
        #expect(try RequestTarget(parsing: target).path == path)
    }

    @Test(
        "Unclean targets are refused",
        arguments: [
            "", "a", "/..", "/a/../b", "/.", "/%2e%2e/", "/%2E.", "/a%2fb", "/%00", "/%0a", "/%", "/%1",
            "/%g0", "/%C0%AF",
            "/%ED%A0%80", "/%FF", "/a b", "/a#b", "/ế", "/?a=%", "/?a=%00", "/?%FF=a",
        ])
    func refused(_ target: String) {
        #expect(throws: RequestRefused.self) { try RequestTarget(parsing: target) }
    }

    @Test("Queries keep order and repeated names")
    func query() throws {
        let query = try RequestTarget(parsing: "/?a=1&b=%2B+x&a=2&c&&d=e=f").query
        #expect(query["a"] == "1" && query.all("a") == ["1", "2"])
        #expect(query["b"] == "+ x" && query["c"] == "" && query["d"] == "e=f" && query["x"] == nil)
    }

    @Test("A query has a limit of fields")
    func limit() {
        let text = Array(repeating: "a", count: 1_001).joined(separator: "&")
        #expect(throws: RequestRefused.self) { try Query(parsing: text.utf8) }
    }

    @Test("Encoding and decoding are inverse")
    func inverse() throws {
        let text = "Kế hoạch 5% / \"x\" + \u{10FFFF}"
        #expect(try PercentEncoding.decode(PercentEncoding.encode(text).utf8) == text)
    }
}
