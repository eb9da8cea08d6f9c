/// Strict percent-decoding: a bad escape, a NUL or a sequence that isn't UTF-8 is an error, never a guess.
package enum PercentEncoding {
    /// Decodes `%XX` (and `+` as a space where asked).
    /// - Throws: ``RequestRefused`` with 400 on a bad escape, NUL, or bytes that aren't UTF-8 (overlong
    ///   forms and surrogates among them).
    package static func decode(
        _ bytes: some Collection<UInt8>, plusIsSpace: Bool = false
    ) throws(RequestRefused) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index != bytes.endIndex {
            var byte = bytes[index]
            bytes.formIndex(after: &index)
            if byte == UInt8(ascii: "%") {
                byte = try escape(bytes, &index)
            } else if byte == UInt8(ascii: "+"), plusIsSpace {
                byte = 0x20
            }
            if byte == 0 { throw RequestRefused(.badRequest, "An address or form holds a NUL character.") }
            decoded.append(byte)
        }
        return try utf8(decoded)
    }

    /// Text from bytes that must be well-formed UTF-8.
    package static func utf8(_ bytes: some Sequence<UInt8>) throws(RequestRefused) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw RequestRefused(.badRequest, "Text is not well-formed UTF-8.")
        }
        return text
    }

    /// Encodes all but the unreserved characters of RFC 3986, so the result is safe in a path segment,
    /// a query and a quoted attribute.
    package static func encode(_ text: String) -> String {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count)
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: encoded.append(byte)
            default:
                encoded.append(UInt8(ascii: "%"))
                encoded.append(digits[Int(byte >> 4)])
                encoded.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func escape<Bytes: Collection<UInt8>>(
        _ bytes: Bytes, _ index: inout Bytes.Index
    ) throws(RequestRefused) -> UInt8 {
        guard index != bytes.endIndex, let high = CharacterTable.hexValue(bytes[index]) else {
            throw badEscape
        }
        bytes.formIndex(after: &index)
        guard index != bytes.endIndex, let low = CharacterTable.hexValue(bytes[index]) else {
            throw badEscape
        }
        bytes.formIndex(after: &index)
        return high << 4 | low
    }

    private static let badEscape = RequestRefused(
        .badRequest, "A percent sign is not followed by two hex digits.")
}

extension PercentEncoding {
    /// `%XX` for one byte.
    static func encode(byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
