import Testing

@testable import Trust

struct DigestTests {
    @Test(
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func `SHA-256 gives the digests of FIPS 180`(text: String, expected: String) {
        #expect(Hexadecimal.encode(SHA256.digest(text)) == expected)
    }

    @Test func `HMAC gives the digests of RFC 4231 and RFC 2202`() {
        let key = [UInt8](repeating: 0x0b, count: 20)
        let message = Array("Hi There".utf8)
        #expect(
            Hexadecimal.encode(HMACDigest.digest(message, key: key))
                == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        #expect(
            Hexadecimal.encode(HMACDigest.digest(message, key: key, function: .sha1))
                == "b617318655057264e28bc0b6fb378c8ef146be00")
    }

    @Test func `HMAC takes an empty key and message and a long key`() {
        #expect(
            Hexadecimal.encode(HMACDigest.digest([], key: []))
                == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
        let long = [UInt8](repeating: 0xaa, count: 131)
        #expect(
            Hexadecimal.encode(
                HMACDigest.digest(
                    Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8), key: long))
                == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    @Test func `Comparison tells equal from different bytes and lengths`() {
        #expect(ConstantTime.areEqual([1, 2, 3], [1, 2, 3]))
        #expect(ConstantTime.areEqual([], []))
        #expect(!ConstantTime.areEqual([1, 2, 3], [1, 2, 4]))
        #expect(!ConstantTime.areEqual([1, 2, 3], [1, 2]))
    }

    @Test func `Random bytes are as many as asked for and never the same`() {
        #expect(SecureRandom.bytes(0).isEmpty)
        #expect(SecureRandom.bytes(33).count == 33)
        #expect(SecureRandom.bytes(16) != SecureRandom.bytes(16))
    }

    @Test func `Hexadecimal reads back what it wrote and refuses the rest`() {
        let bytes = (0...255).map { UInt8($0) }
        #expect(Hexadecimal.decode(Hexadecimal.encode(bytes)) == bytes)
        #expect(Hexadecimal.decode("ABcd") == [0xab, 0xcd])
        #expect(Hexadecimal.decode("abc") == nil)
        #expect(Hexadecimal.decode("zz") == nil)
        #expect(Hexadecimal.decode("") == [])
    }
}
