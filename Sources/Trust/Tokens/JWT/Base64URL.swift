/// Base 64 for addresses, without padding (RFC 7515, section 2): what tokens and challenges are written in.
package enum Base64URL {
    package static func encode(_ bytes: [UInt8]) -> String {
        String(
            decoding: Base64.encode(bytes).utf8.compactMap { byte -> UInt8? in
                switch byte {
                case 0x2B: 0x2D
                case 0x2F: 0x5F
                case 0x3D: nil
                default: byte
                }
            }, as: UTF8.self)
    }

    /// Nil for padding, blanks and the other alphabet: two ways to write one token would be two tokens.
    package static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
        let digits = Array(text)
        let isWritten = digits.allSatisfy {
            switch $0 {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
            default: false
            }
        }
        guard isWritten, let bytes = Base64.decode(ExactText(String(decoding: digits, as: UTF8.self))),
            encode(bytes).utf8.elementsEqual(digits)
        else { return nil }
        return bytes
    }
}
