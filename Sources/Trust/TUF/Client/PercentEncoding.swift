/// Percent-encoding (RFC 3986).
package enum PercentEncoding {
    /// Everything but letters, digits and `-._~` encoded: one segment of an address, or one name of a file.
    package static func encode(_ text: ExactText) -> String {
        text.utf8.reduce(into: "") { $0 += encode(byte: $1) }
    }

    static func encode(byte: UInt8) -> String {
        isUnreserved(byte)
            ? String(Unicode.Scalar(byte)) : "%\(Hexadecimal.encode([byte]).uppercased())"
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }
}
