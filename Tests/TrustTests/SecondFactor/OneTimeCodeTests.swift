import Foundation
import Testing

@testable import Trust

struct OneTimeCodeTests {
    private static let secret = Array("12345678901234567890".utf8)

    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(TimeInterval, String)])
    func `Codes are those of RFC 6238`(seconds: TimeInterval, expected: String) {
        let step = OneTimeCode.step(at: Date(timeIntervalSince1970: seconds))
        #expect(OneTimeCode.code(secret: Self.secret, step: step, digits: 8) == expected)
        #expect(OneTimeCode.code(secret: Self.secret, step: step) == String(expected.suffix(6)))
    }

    @Test(arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)] as [(Int64, Bool)])
    func `One step earlier or later is taken, two are not`(offset: Int64, isTaken: Bool) {
        let now = Date(timeIntervalSince1970: 1_700_000_010)
        let step = OneTimeCode.step(at: now) + offset
        let code = OneTimeCode.code(secret: Self.secret, step: step)
        let accepted = OneTimeCode.acceptedStep(of: code, secret: Self.secret, at: now, after: nil)
        #expect(accepted == (isTaken ? step : nil))
    }

    @Test func `A code is taken once, and none before it afterwards`() throws {
        let now = Date(timeIntervalSince1970: 1_700_000_010)
        let step = OneTimeCode.step(at: now)
        let code = OneTimeCode.code(secret: Self.secret, step: step)
        let used = try #require(
            OneTimeCode.acceptedStep(of: code, secret: Self.secret, at: now, after: step - 1))
        #expect(OneTimeCode.acceptedStep(of: code, secret: Self.secret, at: now, after: used) == nil)
        let earlier = OneTimeCode.code(secret: Self.secret, step: step - 1)
        #expect(OneTimeCode.acceptedStep(of: earlier, secret: Self.secret, at: now, after: used) == nil)
    }

    @Test(arguments: ["", "12345", "1234567", "abcdef", "００００００", "-12345", "+12345"])
    func `Whatever isn't six digits is refused`(code: String) {
        let now = Date(timeIntervalSince1970: 1_700_000_010)
        #expect(OneTimeCode.acceptedStep(of: code, secret: Self.secret, at: now, after: nil) == nil)
    }

    @Test func `Blanks between the digits are allowed`() {
        let now = Date(timeIntervalSince1970: 1_700_000_010)
        let step = OneTimeCode.step(at: now)
        let code = OneTimeCode.code(secret: Self.secret, step: step)
        let spaced = "\(code.prefix(3)) \(code.suffix(3))"
        #expect(OneTimeCode.acceptedStep(of: spaced, secret: Self.secret, at: now, after: nil) == step)
    }

    @Test(
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ])
    func `Base 32 is that of RFC 4648 without padding`(text: String, expected: String) {
        #expect(Base32.encode(Array(text.utf8)) == expected)
        #expect(Base32.decode(expected) == Array(text.utf8))
        #expect(Base32.decode(expected.lowercased() + "==") == Array(text.utf8))
    }

    @Test func `Base 32 refuses other characters`() {
        #expect(Base32.decode("MZXW1") == nil)
        #expect(Base32.decode("é") == nil)
    }

    @Test func `The address for an app escapes names`() {
        let uri = OneTimeCode.uri(secret: Self.secret, account: "lan&secret=X", issuer: "Sở Văn hóa")
        #expect(
            uri == "otpauth://totp/S%E1%BB%9F%20V%C4%83n%20h%C3%B3a:lan%26secret%3DX?secret="
                + "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=S%E1%BB%9F%20V%C4%83n%20h%C3%B3a"
                + "&algorithm=SHA1&digits=6&period=30")
    }
}
