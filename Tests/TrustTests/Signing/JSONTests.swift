import Testing

@testable import Trust

struct JSONTests {
    @Test(arguments: [
        ("null", "null"), (" true\n", "true"), ("-9223372036854775808", "-9223372036854775808"),
        ("9223372036854775807", "9223372036854775807"), ("0", "0"), ("\"\"", "\"\""), ("[]", "[]"),
        ("{}", "{}"),
        ("[1, 2,\t3]", "[1,2,3]"), ("{\"b\":1,\"a\":[{}]}", "{\"a\":[{}],\"b\":1}"),
        // Only quotation marks and backslashes are escaped; control characters stand bare.
        ("\"\\u0000\\n\\t\\/\\\"\\\\é\\u00e9\"", "\"\u{0}\n\t/\\\"\\\\éé\""),
        ("\"\\ud83d\\ude00\"", "\"😀\""), ("{\"\\u0061\":1}", "{\"a\":1}"),
        // Names sort by bytes, which is by code points, not by the halves of UTF-16.
        ("{\"\\ud83d\\ude00\":1,\"\\uffff\":2,\"Z\":3,\"a\":4}", "{\"Z\":3,\"a\":4,\"\u{FFFF}\":2,\"😀\":1}"),
        // Alike to the eye, and two names all the same.
        ("{\"é\":1,\"e\u{301}\":2}", "{\"e\u{301}\":2,\"é\":1}"),
    ])
    func `What is read is written in the one canonical form`(text: String, canonical: String) throws {
        let bytes = try JSON(reading: Array(text.utf8)).canonicalBytes
        #expect(Array(canonical.utf8) == bytes)
    }

    @Test(arguments: [
        ("", JSONRefused.Reason.truncated), ("{", .truncated), ("\"abc", .truncated), ("[1,", .truncated),
        ("tru", .truncated), ("-", .truncated), ("\"\\", .truncated), ("nulL", .unexpected),
        ("[1 2]", .unexpected),
        ("{1:2}", .unexpected), ("{\"a\" 1}", .unexpected), ("[1,]", .unexpected),
        ("{\"a\":1,}", .unexpected),
        ("NaN", .unexpected), ("Infinity", .unexpected), ("+1", .unexpected), (".5", .unexpected),
        ("'a'", .unexpected),
        ("\u{FEFF}1", .unexpected), ("\u{A0}1", .unexpected), ("1 1", .trailing), ("{}\0", .trailing),
        ("1.0", .fraction), ("1e3", .fraction), ("1E3", .fraction), ("-0.5", .fraction), ("01", .number),
        ("-0", .number), ("-01", .number), ("--1", .number), ("9223372036854775808", .range),
        ("-9223372036854775809", .range), ("99999999999999999999999", .range), ("\"\n\"", .control),
        ("\"a\\n\u{1}\"", .control), ("\"\\x\"", .escape), ("\"\\u12g4\"", .escape), ("\"\\ud800\"", .escape),
        ("\"\\ud800\\n\"", .escape), ("\"\\udc00\"", .escape), ("\"\\ud800\\ud800\"", .escape),
        ("{\"a\":1,\"a\":2}", .duplicate), ("{\"b\":1,\"a\":2,\"\\u0062\":3}", .duplicate),
        ("[{\"x\":{\"a\":1,\"a\":1}}]", .duplicate),
    ])
    func `What two readers could take differently is refused`(text: String, reason: JSONRefused.Reason) {
        #expect {
            try JSON(reading: Array(text.utf8))
        } throws: { error in
            (error as? JSONRefused)?.reason == reason
        }
    }

    @Test(
        arguments: [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]]
            as [[UInt8]])
    func `Text must be UTF-8`(bytes: [UInt8]) {
        #expect(throws: JSONRefused(reason: .encoding, offset: bytes.count + 1)) {
            try JSON(reading: [0x22] + bytes + [0x22])
        }
    }

    @Test func `Nesting has a bound, far from the end of the stack`() throws {
        func nested(_ depth: Int) -> [UInt8] {
            [UInt8](repeating: 0x5B, count: depth) + [UInt8](repeating: 0x5D, count: depth)
        }
        _ = try JSON(reading: nested(64))
        #expect(throws: JSONRefused(reason: .depth, offset: 64)) { try JSON(reading: nested(65)) }
        #expect(throws: JSONRefused.self) { try JSON(reading: [UInt8](repeating: 0x5B, count: 1_000_000)) }
    }

    @Test func `A file escapes the control characters that the canonical form leaves bare`() throws {
        let json = JSON.object(["a": .text("\u{1}\n\"\\é")])
        #expect(json.serialized == Array("{\"a\":\"\\u0001\\u000a\\\"\\\\é\"}".utf8))
        #expect(try JSON(reading: json.serialized) == json)
    }

    @Test func `Members are found, replaced, added and taken out by their exact names`() {
        var object: JSONObject = ["b": .integer(1), "é": .integer(2)]
        #expect(object["e\u{301}"] == nil)
        object["a"] = .integer(3)
        object["b"] = nil
        object["é"] = .integer(4)
        #expect(object.members.map(\.name) == ["a", "é"])
        #expect(object["é"] == .integer(4))
        #expect(object.besides(["a"]).members.map(\.name) == ["é"])
        #expect(
            JSONObject(unsorted: [.init(name: "a", value: .null), .init(name: "a", value: .null)]) == nil)
    }
}
