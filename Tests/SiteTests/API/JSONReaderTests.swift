import Testing

@testable import Site

struct JSONReaderTests {
    @Test(arguments: [
        ("{}", JSON.object([])), (" [1, -2,0 ] ", .array([.integer(1), .integer(-2), .integer(0)])),
        ("\"\\u00e1\\ud83d\\ude00\\/\\n\"", .string("á😀/\n")), ("1.5e1", .real(15)), ("true", .bool(true)),
        ("{\"a\":null}", .object(["a": .null])), ("9223372036854775808", .real(9_223_372_036_854_775_808)),
    ])
    func `Well-formed text is read`(text: String, value: JSON) throws {
        #expect(try JSONReader.read(Array(text.utf8)) == value)
    }

    @Test(arguments: [
        "", " ", "{", "}", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "01", "-", "1.", ".5", "1e", "+1", "NaN",
        "1e999",
        "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"a\nb\"", "\"a", "nul",
        "nullx",
        "{\"a\":1,\"a\":2}", "{} {}", "\u{FEFF}{}", "/**/{}", "[[[[[[[[[1]]]]]]]]]",
    ])
    func `Whatever else is refused`(text: String) {
        #expect(throws: JSONReader.Fault.self) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test(
        arguments: [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] as [[UInt8]]
    )
    func `Bytes that aren't UTF-8 are refused`(bytes: [UInt8]) {
        #expect(throws: JSONReader.Fault.self) { try JSONReader.read(bytes) }
    }

    @Test func `What is written is read again as it was`() throws {
        let value = JSON.object([
            "chữ": .string("\u{0}\u{1F}\"\\\n á😀\u{2028}"), "số": .array([.integer(.min), .integer(.max)]),
            "không": .null, "có": .bool(false), "rỗng": .object([]),
        ])
        #expect(try JSONReader.read(value.bytes) == value)
    }
}
