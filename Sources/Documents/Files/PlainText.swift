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

/// The eight-bit code page that TCVN3, VNI and CP1258 text is taken for by programs that don't know them.
enum Windows1252 {
    private static let high: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
        0x8D, 0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D,
        0x017E, 0x0178,
    ]

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(
            decoding: bytes.map { (0x80...0x9F).contains($0) ? high[Int($0) - 0x80] : UInt16($0) },
            as: UTF16.self)
    }
}
