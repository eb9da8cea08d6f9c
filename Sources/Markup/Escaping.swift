/// Replaces the five letters that mean something in HTML; right for text and for attributes in double quotes.
enum Escaping {
    static func append(_ text: some StringProtocol, to bytes: inout [UInt8]) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &bytes) }
        if isDone == nil { append(Array(text.utf8), to: &bytes) }
    }

    /// Copies runs of harmless bytes whole: most text has nothing to escape.
    private static func append(_ source: some Collection<UInt8>, to bytes: inout [UInt8]) {
        var runStart = source.startIndex
        var index = source.startIndex
        while index != source.endIndex {
            let byte = source[index]
            let next = source.index(after: index)
            // All five lie between " (0x22) and > (0x3E); one comparison passes letters, blanks and UTF-8 tails.
            // NUL and other controls are no legal text in HTML and become the replacement character.
            if byte < 0x3F, let name = replacement(byte) {
                bytes.append(contentsOf: source[runStart..<index])
                name.withUTF8Buffer { bytes.append(contentsOf: $0) }
                runStart = next
            }
            index = next
        }
        bytes.append(contentsOf: source[runStart..<source.endIndex])
    }

    private static func replacement(_ byte: UInt8) -> StaticString? {
        switch byte {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22: "&quot;"
        case 0x27: "&#39;"
        case 0x09, 0x0A, 0x0D: nil
        case 0..<0x20: "\u{FFFD}"
        default: nil
        }
    }
}
