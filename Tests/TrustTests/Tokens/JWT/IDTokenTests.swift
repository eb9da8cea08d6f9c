import Testing

@testable import Trust

struct IDTokenTests {
    private static func keys() throws -> JSONWebKeySet {
        try JSONWebKeySet(reading: Array(TokenFixture.keys.utf8))
    }

    private static let expectation = IDToken.Expectation(
        issuer: TokenFixture.issuer, clientID: "loa", nonce: TokenFixture.nonce, now: TokenFixture.now)

    private func refusal(_ token: String, _ expectation: IDToken.Expectation = Self.expectation) throws
        -> IDToken.Refused?
    {
        let keys = try Self.keys()
        do {
            _ = try IDToken(verifying: token, keys: keys, expecting: expectation)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: TokenFixture.right.indices)
    func `What others sign rightly is taken`(index: Int) throws {
        let (title, token) = TokenFixture.right[index]
        let read = try IDToken(verifying: token, keys: Self.keys(), expecting: Self.expectation)
        #expect(read.subject == "f7c1a2", "\(title)")
        #expect(read.verifiedEmail == "lan@example.vn")
        #expect(read.methods.contains("mfa") && read.context == "2")
    }

    @Test(arguments: TokenFixture.wrong.indices)
    func `Every attack is refused for its own reason`(index: Int) throws {
        let (title, refused, token) = TokenFixture.wrong[index]
        #expect(try refusal(token)?.rawValue == refused, "\(title)")
    }

    @Test func `The attacks meet every reason`() {
        #expect(Set(TokenFixture.wrong.map(\.refused)) == Set(IDToken.Refused.allCases.map(\.rawValue)))
    }

    @Test func `A right token is another client's, sign-in's, issuer's or time's no more`() throws {
        let token = TokenFixture.right[0].token
        var other = Self.expectation
        other.clientID = "other"
        #expect(try refusal(token, other) == .audience)
        other = Self.expectation
        other.nonce = "n-0S6_WzA2MJ"
        #expect(try refusal(token, other) == .nonce)
        other = Self.expectation
        other.issuer += "x"
        #expect(try refusal(token, other) == .issuer)
        other = Self.expectation
        other.now += 3600
        #expect(try refusal(token, other) == .expired)
    }

    @Test func `Any changed letter of a token breaks it`() throws {
        let token = Array(TokenFixture.right[1].token.utf8)
        for at in stride(from: 0, to: token.count, by: 7) where token[at] != UInt8(ascii: ".") {
            var changed = token
            changed[at] = changed[at] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(try refusal(String(decoding: changed, as: UTF8.self)) != nil, "letter \(at)")
        }
    }

    @Test func `Of a set only keys that can verify are kept`() throws {
        #expect(
            try Self.keys().keys.map { [$0.id?.string, $0.algorithm.rawValue] } == [
                ["rsa-1", "RS256"], ["ec-1", "ES256"], ["rsa-2", "RS256"],
            ])
    }

    @Test(arguments: ["", "[]", "{}", "{\"keys\": {}}", "{\"keys\": [], \"keys\": []}"])
    func `What is no set of keys is told`(text: String) {
        #expect(throws: JSONRefused.self) { try JSONWebKeySet(reading: Array(text.utf8)) }
    }

    @Test(arguments: [("1.5", 1), ("-1.9", -1), ("0.25", 0), ("12", 12)])
    func `A fraction is cut where it may stand`(text: String, number: Int64) throws {
        #expect(try JSON(cuttingFractions: Array(text.utf8)) == .integer(number))
    }

    @Test(arguments: ["1.", "1.e", ".5", "01.5", "1.5.2", "1e5", "-0.5"])
    func `An odd number stays refused`(text: String) {
        #expect(throws: JSONRefused.self) { try JSON(cuttingFractions: Array(text.utf8)) }
    }

    @Test(arguments: ["YQ==", "YQ=", "YR", "Y+", "Y/", "a b", "Y"])
    func `Bytes are written in one way only`(text: String) {
        #expect(Base64URL.decode(text.utf8) == nil)
    }

    @Test func `Bytes come back as they were written`() {
        for count in 0...70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 250) }
            #expect(Base64URL.decode(Base64URL.encode(bytes).utf8) == bytes)
        }
    }
}
