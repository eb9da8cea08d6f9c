/// Base 32 (RFC 4648) without padding, as authenticator apps take it.
package enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    package static func encode(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        var held = 0
        var bits = 0
        for byte in bytes {
            held = held << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                result.append(alphabet[held >> bits & 31])
            }
            held &= (1 << bits) - 1
        }
        if bits > 0 { result.append(alphabet[held << (5 - bits) & 31]) }
        return String(decoding: result, as: UTF8.self)
    }

    /// Takes lower case, blanks and padding as well; nil for any other character.
    package static func decode(_ text: String) -> [UInt8]? {
        var result: [UInt8] = []
        var held = 0
        var bits = 0
        for byte in text.uppercased().utf8 where byte != 32 && byte != 61 {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            held = held << 5 | value
            bits += 5
            if bits >= 8 {
                bits -= 8
                result.append(UInt8(held >> bits & 255))
                held &= (1 << bits) - 1
            }
        }
        return result
    }
}
