import Testing

@testable import Trust

struct PublicKeyTests {
    private func key(_ type: String, _ scheme: String, _ value: String) throws -> PublicKey {
        try #require(
            PublicKey(
                json: .object([
                    "keytype": .text(type), "scheme": .text(scheme),
                    "keyval": .object(["public": .text(value)]),
                ])))
    }

    private func bytes(_ digits: String) throws -> [UInt8] { try #require(Hexadecimal.decode(digits)) }

    @Test func `Ed25519 signs and verifies as in RFC 8032`() throws {
        let seed = try bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
        let key = SigningKey(seed: seed)
        #expect(key.publicKey.value == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        let signature = key.sign([0x72])
        #expect(
            Hexadecimal.encode(signature)
                == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
        #expect(key.publicKey.verifies(signature, over: [0x72]))
        #expect(!key.publicKey.verifies(signature, over: [0x73]))
        #expect(!key.publicKey.verifies(signature + [0], over: [0x72]))
        #expect(!key.publicKey.verifies([], over: [0x72]))
    }

    @Test func `The identifier of a key is that of other implementations`() {
        let key = PublicKey(
            ed25519: Hexadecimal.decode("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
                ?? [])
        #expect(key.keyID == "74c181c7ad8a0855d4b55e44d2ba87aabdddb196832571f15f92fece332e4916")
    }

    @Test(
        arguments: ["ecdsa", "ecdsa-sha2-nistp256"], [PublicKeyFixture.ecdsaPEM, PublicKeyFixture.ecdsaPoint])
    func `ECDSA verifies keys in PEM and as points`(type: String, value: String) throws {
        let key = try key(type, "ecdsa-sha2-nistp256", value)
        let signature = try bytes(PublicKeyFixture.ecdsaSignature)
        #expect(key.verifies(signature, over: Array("loa".utf8)))
        #expect(!key.verifies(signature, over: Array("Loa".utf8)))
        #expect(!key.verifies(signature.dropLast() + [0], over: Array("loa".utf8)))
    }

    @Test func `RSA-PSS verifies, and only under its scheme`() throws {
        let signature = try bytes(PublicKeyFixture.rsaSignature)
        let message = Array("loa".utf8)
        #expect(
            try key("rsa", "rsassa-pss-sha256", PublicKeyFixture.rsaPEM).verifies(signature, over: message))
        for scheme in ["rsassa-pss-sha512", "rsa-pkcs1v15-sha256", "ed25519", "unknown"] {
            #expect(try !key("rsa", scheme, PublicKeyFixture.rsaPEM).verifies(signature, over: message))
        }
        #expect(
            try !key("ecdsa", "ecdsa-sha2-nistp256", PublicKeyFixture.rsaPEM).verifies(
                signature, over: message))
    }

    @Test func `RSA keys below 2048 bits verify nothing`() throws {
        let key = try key("rsa", "rsassa-pss-sha256", PublicKeyFixture.shortPEM)
        #expect(!key.verifies(try bytes(PublicKeyFixture.shortSignature), over: Array("loa".utf8)))
    }

    @Test(arguments: [
        "", "00", "zz", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "-----BEGIN",
    ])
    func `A value that is no key verifies nothing`(value: String) throws {
        for (type, scheme) in [
            ("ed25519", "ed25519"), ("ecdsa", "ecdsa-sha2-nistp256"), ("rsa", "rsassa-pss-sha256"),
        ] {
            #expect(try !key(type, scheme, value).verifies([UInt8](repeating: 1, count: 64), over: [1]))
        }
    }

    @Test func `One key is one key however it is written`() throws {
        let digits = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
        #expect(
            try key("ed25519", "ed25519", digits).identity
                == key("ed25519", "ed25519", digits.uppercased()).identity)
        let scheme = "ecdsa-sha2-nistp256"
        #expect(
            try key("ecdsa", scheme, PublicKeyFixture.ecdsaPEM).identity
                == key(scheme, scheme, PublicKeyFixture.ecdsaPoint).identity)
        #expect(
            try key("rsa", "rsassa-pss-sha256", PublicKeyFixture.rsaPEM).identity
                == key("rsa", "rsassa-pss-sha512", PublicKeyFixture.rsaPEM + "\n\n").identity)
        #expect(
            try key("ed25519", "ed25519", digits).identity
                != key("ed25519", "ed25519", String(digits.dropLast()) + "d").identity)
    }

    @Test func `A point is one key in each of its forms`() throws {
        let scheme = "ecdsa-sha2-nistp256"
        let forms = [
            PublicKeyFixture.compressedPEM, PublicKeyFixture.uncompressedPEM, PublicKeyFixture.hybridPEM,
        ]
        let keys = try forms.map { try key("ecdsa", scheme, $0) }
        #expect(Set(keys.map(\.identity)).count == 1)
        #expect(try keys[0].identity != key("ecdsa", scheme, PublicKeyFixture.ecdsaPEM).identity)
        let signature = try bytes(PublicKeyFixture.pointSignature)
        for key in keys { #expect(key.verifies(signature, over: Array("loa".utf8))) }
    }

    @Test func `A curve that is spelt out verifies nothing`() throws {
        let key = try key("ecdsa", "ecdsa-sha2-nistp256", PublicKeyFixture.speltOutPEM)
        #expect(!key.isUsable)
        #expect(!key.verifies(try bytes(PublicKeyFixture.pointSignature), over: Array("loa".utf8)))
    }

    @Test func `Unknown kinds and fields are kept as they are`() throws {
        let json = JSON.object([
            "keytype": .text("future"), "scheme": .text("later"),
            "keyval": .object(["public": .text("x"), "more": .null]), "extra": .bool(true),
        ])
        #expect(try #require(PublicKey(json: json)).json == json)
        let identity = JSON.object([
            "keytype": .text("sigstore-oidc"), "scheme": .text("Fulcio"),
            "keyval": .object(["identity": .text("a@example.com"), "issuer": .text("https://example.com")]),
        ])
        let key = try #require(PublicKey(json: identity))
        #expect(!key.verifies([1], over: [1]))
        #expect(PublicKey(json: .object(["keytype": .text("x"), "scheme": .text("y")])) == nil)
    }
}
