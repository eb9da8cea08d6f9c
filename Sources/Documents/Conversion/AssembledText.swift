/// The pages as one text with clean lines, and where each page lies in it.
struct AssembledText {
    private(set) var text = ""
    private(set) var pages: [ConvertedPage] = []

    init(_ texts: [String], sources: [ConvertedPage.Source]) {
        var bytes: [UInt8] = []
        for (index, page) in texts.enumerated() {
            let start = bytes.count
            Self.append(page, to: &bytes)
            if index < texts.count - 1, bytes.last != 0x0A { bytes.append(0x0A) }
            pages.append(ConvertedPage(number: index + 1, range: start..<bytes.count, source: sources[index]))
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// Line ends of all systems become line feeds; other control characters, which no database or page should meet, go.
    private static func append(_ page: String, to bytes: inout [UInt8]) {
        var previous: UInt8 = 0
        let utf8 = page.hasPrefix("\u{FEFF}") ? page.utf8.dropFirst(3) : page.utf8[...]
        bytes.reserveCapacity(bytes.count + utf8.count)
        for byte in utf8 {
            switch byte {
            case 0x0A where previous == 0x0D: break
            case 0x0A, 0x0D, 0x0C: bytes.append(0x0A)
            case 0x09: bytes.append(byte)
            case 0..<0x20, 0x7F: break
            default: bytes.append(byte)
            }
            previous = byte
        }
    }
}
