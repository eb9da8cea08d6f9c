/// The character classes of RFC 9110 and RFC 3986 that both parser and builders ask for.
package enum CharacterTable {
    /// Two 64-bit words, one bit per ASCII character, for `tchar`.
    private static let token = bits(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

    /// `tchar` of RFC 9110 §5.6.2.
    @inline(__always)
    package static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: byte < 128 && has(token, byte)
        }
    }

    /// The value of a hexadecimal digit.
    @inline(__always)
    package static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    @inline(__always)
    private static func has(_ set: (UInt64, UInt64), _ byte: UInt8) -> Bool {
        (byte < 64 ? set.0 >> UInt64(byte) : set.1 >> UInt64(byte - 64)) & 1 == 1
    }

    private static func bits(_ characters: StaticString) -> (UInt64, UInt64) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        for byte in String(describing: characters).utf8 {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
        return (low, high)
    }
}
