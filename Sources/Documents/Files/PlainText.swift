import Vietnamese

/// Text from the bytes of a txt or md file.
struct PlainText {
    let text: String
    let hasReplacedBytes: Bool
    /// Whether the bytes are no Unicode; the text makes sense only if an older encoding is found in it.
    let isForeign: Bool

    /// UTF-8 and, with a byte order mark, UTF-16.
    ///
    /// Other bytes are taken as Windows-1252, in which the older Vietnamese encodings show themselves
    /// (`LegacyText` tells), or with marks of damage if most of it is UTF-8.
    init(_ bytes: [UInt8]) throws(ConversionRefused) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let isLittle = bytes[0] == 0xFF
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
                isLittle
                    ? UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
                    : UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
            }
            text = String(decoding: units, as: UTF16.self)
            hasReplacedBytes = text.unicodeScalars.contains("\u{FFFD}")
            isForeign = false
            return
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let valid = String(validating: body, as: UTF8.self) {
            text = valid
            hasReplacedBytes = false
            isForeign = false
            return
        }
        let replaced = String(decoding: body, as: UTF8.self)
        let damage = replaced.unicodeScalars.count { $0 == "\u{FFFD}" }
        let beyond = replaced.unicodeScalars.count { $0.value > 0x7F }
        // Real UTF-8 with a few broken bytes against an older encoding, in which nearly every such byte is "broken".
        if damage * 4 < beyond {
            text = replaced
            hasReplacedBytes = true
            isForeign = false
        } else {
            text = Windows1252.text(body)
            hasReplacedBytes = false
            isForeign = true
        }
    }
}
