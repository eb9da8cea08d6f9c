import Testing

@testable import Trust

struct KeyFileTests {
    private let key = SigningKey(seed: SHA256.digest("a key"))

    private func file(_ passphrase: String = "mật khẩu", _ random: UInt8 = 1) throws -> KeyFile {
        try KeyFile(
            sealing: key, name: "Trần Văn An", passphrase: passphrase,
            parameters: PasswordParameters(memoryKiB: 8, passes: 1, lanes: 1),
            random: [UInt8](repeating: random, count: KeyFile.randomByteCount))
    }

    @Test func `A key comes back out of its file`() throws {
        let again = try KeyFile(reading: file().bytes)
        #expect(again == (try file()))
        #expect(again.name == "Trần Văn An")
        #expect(again.publicKey == key.publicKey)
        #expect(try again.open(passphrase: "mật khẩu") == key)
    }

    @Test func `The file doesn't hold the secret`() throws {
        #expect(
            !String(decoding: try file().bytes, as: UTF8.self).contains(
                Hexadecimal.encode(key.seed).prefix(16)))
        #expect(try file("mật khẩu", 1).bytes != file("mật khẩu", 2).bytes)
    }

    @Test func `A passphrase is the same however its accents are typed`() throws {
        let decomposed = "ma\u{323}\u{302}t kha\u{302}\u{309}u"
        #expect(try file().open(passphrase: decomposed) == key)
    }

    @Test(arguments: ["", "mat khau", "Mật khẩu", "mật khẩu "])
    func `Another passphrase opens nothing`(passphrase: String) throws {
        let file = try file()
        #expect(throws: KeyFileRefused.wrongPassphrase) { try file.open(passphrase: passphrase) }
    }

    @Test func `Any change of the file is noticed`() throws {
        let bytes = try file().bytes
        for at in bytes.indices {
            var changed = bytes
            changed[at] ^= 1
            #expect(throws: KeyFileRefused.self, "byte \(at)") {
                _ = try KeyFile(reading: changed).open(passphrase: "mật khẩu")
            }
        }
    }

    @Test(arguments: [
        (#""memory_kib":8"#, #""memory_kib":4294967295"#), (#""passes":1"#, #""passes":1000000"#),
        (#""lanes":1"#, #""lanes":0"#), (#""loa-key":1"#, #""loa-key":2"#), (#""nonce":"01"#, #""nonce":""#),
    ])
    func `A file can't ask for endless work`(part: String, other: String) throws {
        let text = String(decoding: try file().bytes, as: UTF8.self)
        let changed = text.replacing(part, with: other)
        #expect(changed != text)
        #expect(throws: KeyFileRefused.self) { try KeyFile(reading: Array(changed.utf8)) }
    }

    @Test func `AES-256-GCM gives the values of its specification`() throws {
        // Test case 16 of McGrew and Viega.
        func bytes(_ digits: String) throws -> [UInt8] { try #require(Hexadecimal.decode(digits)) }
        let key = try bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")
        let nonce = try bytes("cafebabefacedbaddecaf888")
        let beside = try bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2")
        let plain = try bytes(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")
        let sealed = AuthenticatedCipher.seal(plain, key: key, nonce: nonce, beside: beside)
        #expect(
            Hexadecimal.encode(sealed)
                == "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b")
        #expect(AuthenticatedCipher.open(sealed, key: key, nonce: nonce, beside: beside) == plain)
        #expect(AuthenticatedCipher.open(sealed, key: key, nonce: nonce, beside: []) == nil)
        #expect(AuthenticatedCipher.open([1, 2], key: key, nonce: nonce, beside: beside) == nil)
    }
}
