/// The little of ASN.1's distinguished encoding (X.690) that keys and signatures of tokens need.
enum DER {
    private static let rsaEncryption: [UInt8] = [
        0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00,
    ]

    /// SubjectPublicKeyInfo of an RSA key from modulus and exponent, the highest byte first.
    static func rsaKey(modulus: [UInt8], exponent: [UInt8]) -> [UInt8] {
        let key = element(0x30, integer(modulus) + integer(exponent))
        // A bit string begins with the number of bits that its last byte doesn't use.
        return element(0x30, rsaEncryption + element(0x03, [0] + key))
    }

    /// ECDSA-Sig-Value of the two halves of a signature as tokens write it.
    static func ecdsaSignature(_ bytes: [UInt8]) -> [UInt8] {
        let half = bytes.count / 2
        return element(0x30, integer(Array(bytes.prefix(half))) + integer(Array(bytes.dropFirst(half))))
    }

    /// A number that isn't negative.
    private static func integer(_ bytes: [UInt8]) -> [UInt8] {
        var digits = Array(bytes.drop { $0 == 0 })
        // A set highest bit would make it negative.
        if digits.first.map({ $0 >= 0x80 }) ?? true { digits.insert(0, at: 0) }
        return element(0x02, digits)
    }

    private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        [tag] + length(content.count) + content
    }

    private static func length(_ count: Int) -> [UInt8] {
        if count < 0x80 { return [UInt8(count)] }
        var digits: [UInt8] = []
        var rest = count
        while rest > 0 {
            digits.insert(UInt8(rest & 0xFF), at: 0)
            rest >>= 8
        }
        return [0x80 | UInt8(digits.count)] + digits
    }
}
