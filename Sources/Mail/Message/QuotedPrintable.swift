/// Bodies in quoted-printable (RFC 2045, 6.7): readable on the wire, safe through servers of seven bits.
enum QuotedPrintable {
    private static let longestLine = 76
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Lines end in CRLF, whatever they ended in before; the last one too.
    static func encode(_ text: String) -> String {
        var result: [UInt8] = []
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines {
            var length = 0
            let bytes = Array(line.utf8)
            for (place, byte) in bytes.enumerated() {
                let isLast = place == bytes.count - 1
                var piece =
                    needsEscape(byte, isLast: isLast)
                    ? [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]] : [byte]
                // A line that begins with a dot ends a message where a server forgets to double it.
                if length == 0, byte == UInt8(ascii: ".") { piece = Array("=2E".utf8) }
                // Room stays for the sign that the line goes on.
                if length + piece.count > longestLine - 1 {
                    result += Array("=\r\n".utf8)
                    length = 0
                }
                result += piece
                length += piece.count
            }
            result += [13, 10]
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func needsEscape(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "="): true
        case 32, 9: isLast
        case 33...126: false
        default: true
        }
    }
}
