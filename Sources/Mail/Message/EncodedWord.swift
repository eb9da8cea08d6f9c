/// Text of headers in the encoded words of RFC 2047, folded so that no line is too long.
enum EncodedWord {
    /// An encoded word has at most 75 characters, these around its content included: `=?utf-8?B?` and `?=`.
    private static let contentBytes = 45
    private static let table = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The text as one header's value, its lines divided by CRLF and a blank.
    ///
    /// Control characters, line ends among them, become blanks before anything else: no text can begin a header.
    static func of(_ text: String) -> String {
        let clean = withoutControls(text)
        if isPlain(clean) { return clean }
        var words: [String] = []
        var piece: [UInt8] = []
        // A character must not be cut between two words.
        for character in clean.unicodeScalars {
            let bytes = Array(String(character).utf8)
            if piece.count + bytes.count > contentBytes {
                words.append(word(piece))
                piece = []
            }
            piece += bytes
        }
        if !piece.isEmpty { words.append(word(piece)) }
        return words.joined(separator: "\r\n ")
    }

    static func withoutControls(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    scalar.properties.generalCategory == .control || scalar.value == 0x2028
                        || scalar.value == 0x2029
                        ? " " : scalar
                }))
    }

    /// Short printable ASCII that can't be taken for an encoded word, a list of addresses or a comment.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.count <= 60
            && text.utf8.allSatisfy { (32...126).contains($0) && !"=?\"<>()@,;:\\[]".utf8.contains($0) }
    }

    private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(base64(bytes))?=" }

    static func base64(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = Array(bytes[start..<min(start + 3, bytes.count)])
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                result.append(
                    place <= group.count ? table[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
