import Testing

@testable import Trust

struct StatementEnvelopeTests {
    private static let type: ExactText = "application/vnd.loa.release.v1+json"
    private let key = (0..<4).map { SigningKey(seed: SHA256.digest("signer \($0)")) }

    private func signer(_ person: ExactText, _ number: Int) -> StatementEnvelope.Signer {
        StatementEnvelope.Signer(person: person, key: key[number].publicKey)
    }

    private func signed(by numbers: Int...) -> StatementEnvelope {
        var envelope = StatementEnvelope(payloadType: Self.type, payload: Array("{\"x\":1}".utf8))
        for number in numbers { envelope.sign(with: key[number]) }
        return envelope
    }

    @Test func `What is signed is DSSE's encoding of type and statement`() {
        let envelope = StatementEnvelope(
            payloadType: "http://example.com/HelloWorld", payload: Array("hello world".utf8))
        #expect(envelope.signedBytes == Array("DSSEv1 29 http://example.com/HelloWorld 11 hello world".utf8))
        #expect(StatementEnvelope(payloadType: "đ", payload: []).signedBytes == Array("DSSEv1 2 đ 0 ".utf8))
    }

    @Test func `An envelope is read back as it was written`() throws {
        let envelope = signed(by: 0, 1)
        let again = try StatementEnvelope(reading: envelope.bytes)
        #expect(again == envelope)
        #expect(again.persons(among: [signer("an", 0), signer("bình", 1)]) == ["an", "bình"])
    }

    @Test func `Two keys of one person are one person`() {
        let signers = [signer("an", 0), signer("an", 1), signer("bình", 2)]
        #expect(signed(by: 0, 1).persons(among: signers) == ["an"])
        #expect(throws: StatementRefused.unsigned(persons: 1, threshold: 2)) {
            try signed(by: 0, 1).statement(ofType: Self.type, signedBy: signers, threshold: 2)
        }
        #expect(throws: Never.self) {
            try signed(by: 0, 2).statement(ofType: Self.type, signedBy: signers, threshold: 2)
        }
    }

    @Test func `A key that two persons have tells nobody`() {
        #expect(signed(by: 0).persons(among: [signer("an", 0), signer("bình", 0)]) == [])
    }

    @Test func `A person whose name only looks alike is another person`() {
        let signers = [signer("Qu\u{1EBF}", 0), signer("Que\u{302}\u{301}", 1)]
        #expect(signed(by: 0, 1).persons(among: signers).count == 2)
    }

    @Test func `Strangers, other statements and other kinds of statement count for nothing`() throws {
        let signers = [signer("an", 0)]
        #expect(signed(by: 1).persons(among: signers) == [])
        var other = StatementEnvelope(payloadType: "application/other", payload: Array("{\"x\":1}".utf8))
        other.sign(with: key[0])
        #expect(throws: StatementRefused.wrongType(expected: Self.type, found: "application/other")) {
            try other.statement(ofType: Self.type, signedBy: signers, threshold: 1)
        }
        // The signature of one kind moved onto another.
        let moved = String(decoding: other.bytes, as: UTF8.self).replacing(
            "application/other", with: Self.type.string)
        #expect(try StatementEnvelope(reading: Array(moved.utf8)).persons(among: signers) == [])
        let text = String(decoding: signed(by: 0).bytes, as: UTF8.self)
        let changed = text.replacing("eyJ4IjoxfQ==", with: "eyJ4IjoyfQ==")
        #expect(changed != text)
        #expect(try StatementEnvelope(reading: Array(changed.utf8)).persons(among: signers) == [])
    }

    @Test func `The hint of a key may be missing, and a wrong one helps nobody`() throws {
        let text = String(decoding: signed(by: 0).bytes, as: UTF8.self)
        let keyID = key[0].publicKey.keyID.string
        let without = text.replacing("\"keyid\":\"\(keyID)\",", with: "")
        #expect(without != text)
        #expect(
            try StatementEnvelope(reading: Array(without.utf8)).persons(among: [signer("an", 0)]) == ["an"])
        let wrong = text.replacing(keyID, with: key[1].publicKey.keyID.string)
        #expect(
            try StatementEnvelope(reading: Array(wrong.utf8)).persons(among: [
                signer("an", 0), signer("b", 1),
            ]) == [])
    }

    @Test(
        arguments: [("_-8", [0xFF, 0xEF]), ("/+8=", [0xFF, 0xEF]), ("", []), ("YQ", [0x61])]
            as [(String, [UInt8])])
    func `Both alphabets of base 64 are read`(text: String, bytes: [UInt8]) {
        #expect(Base64.decode(ExactText(text)) == bytes)
    }

    @Test(arguments: ["a", "_+8", "a b=", "YQ==x", "é", "Y\nQ="])
    func `Other base 64 is refused`(text: String) {
        #expect(Base64.decode(ExactText(text)) == nil)
    }

    @Test(arguments: [
        "", "[]", "{}", #"{"payload":"","payloadType":"","signatures":{}}"#,
        #"{"payload":"!","payloadType":"","signatures":[]}"#,
        #"{"payload":"","payloadType":1,"signatures":[]}"#,
        #"{"payload":"","payloadType":"","signatures":[{"keyid":"x"}]}"#,
        #"{"payload":"","payloadType":"","signatures":[{"keyid":1,"sig":""}]}"#,
        #"{"payload":"","payloadType":"","payload":"","signatures":[]}"#,
    ])
    func `What is no envelope is refused`(text: String) {
        #expect(throws: StatementRefused.self) { try StatementEnvelope(reading: Array(text.utf8)) }
    }

    @Test func `An envelope with endless signatures is refused`() {
        let entry = #"{"sig":""}"#
        let list = Array(repeating: entry, count: StatementEnvelope.signatureLimit + 1).joined(separator: ",")
        let text = #"{"payload":"","payloadType":"","signatures":[\#(list)]}"#
        #expect(throws: StatementRefused.malformed("too many signatures")) {
            try StatementEnvelope(reading: Array(text.utf8))
        }
    }

    @Test func `An envelope of securesystemslib's making is believed`() throws {
        let text = #"""
            {"payload": "eyJ4IjoxfQ==", "payloadType": "application/vnd.loa.release.v1+json", "signatures": [
            {"keyid": "4a0f42995346dcd6f9f3a5e5131cefaf0860c30e53d03a6888707e3fa1496d7f",
            "sig": "L0/deN/IA31GtSimeH519Q0AF4j8+QkWE8AbKHC4VhqCPOL74kvmnHsXvCWHbNWXpu2uCaMTD0hoe8DS9T8QCA=="}]}
            """#
        let bytes = try #require(
            Hexadecimal.decode("e08dd42bbcc0e26490e3514bf76ecd7fcf627fb3198cd1a7521657e92ebed8cb"))
        let signer = StatementEnvelope.Signer(person: "an", key: PublicKey(ed25519: bytes))
        let statement = try StatementEnvelope(reading: Array(text.utf8)).statement(
            ofType: Self.type, signedBy: [signer], threshold: 1)
        #expect(statement == Array(#"{"x":1}"#.utf8))
    }
}
