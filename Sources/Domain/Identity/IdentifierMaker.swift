package import Foundation

/// Makes identifiers out of an instant and random bytes that the caller supplies.
package enum IdentifierMaker {
    /// Random bytes that one identifier needs.
    package static let randomByteCount = 10

    /// Crockford's alphabet in lower case: no i, l, o, u, so that an identifier can be read out on
    /// the telephone.
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

    /// 48 bits of milliseconds since 1970 and 80 random bits, as 26 letters and digits.
    ///
    /// - Parameter random: at least `randomByteCount` bytes from a secure source.
    package static func make<Owner>(at instant: Date, random: [UInt8], of _: Owner.Type = Owner.self)
        -> Identifier<Owner>
    {
        precondition(random.count >= randomByteCount, "An identifier takes ten random bytes.")
        let milliseconds = UInt64(max(0, instant.timeIntervalSince1970 * 1000))
        var bytes = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * $0)) }
        bytes += random.prefix(randomByteCount)
        // 128 bits are 26 groups of five when two zero bits are put in front.
        var text = ""
        var held: UInt32 = 0
        var bits = 2
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(held >> UInt32(bits)) & 31])
            }
            held &= (1 << UInt32(bits)) - 1
        }
        return Identifier(text)
    }
}
