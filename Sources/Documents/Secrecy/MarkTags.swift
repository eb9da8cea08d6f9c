/// Marks of HTML that stand as words in a plain text: "<b>MẬT</b>".
enum MarkTags {
    /// Between their letters, others stand between things.
    private static let inline: Set<String> = [
        "a", "abbr", "b", "big", "center", "del", "em", "font", "i", "ins", "mark", "s", "small", "span",
        "strike",
        "strong", "sub", "sup", "tt", "u",
    ]
    /// The longest tag, in bytes.
    private static let longest = 1000

    /// The text without its tags, references to characters resolved; nil where it has neither.
    ///
    /// Only for comparing with marks: what looks like a tag may be none, so the text itself is looked at as well.
    static func removed(from page: String) -> String? {
        let bytes = Array(page.utf8)
        guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return nil
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = 0
        var isChanged = false
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "<"), let tag = tag(in: bytes, at) {
                if !inline.contains(tag.name) { result += Array(" | ".utf8) }
                at = tag.end
                isChanged = true
            } else if bytes[at] == UInt8(ascii: "&"), let reference = CharacterReference(in: bytes, at: at) {
                let isBlank = reference.character == "\u{A0}"
                result += Array((isBlank ? " " : String(reference.character)).utf8)
                at = reference.end
                isChanged = true
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return isChanged ? String(decoding: result, as: UTF8.self) : nil
    }

    /// "<name …>", "</name>", "<!-- … -->".
    private static func tag(in bytes: [UInt8], _ start: Int) -> (name: String, end: Int)? {
        var at = start + 1
        if at < bytes.count, bytes[at] == UInt8(ascii: "/") || bytes[at] == UInt8(ascii: "!") { at += 1 }
        let first = at
        while at < bytes.count, at - first < 30, isNameByte(bytes[at]) { at += 1 }
        guard at < bytes.count, at > first else { return nil }
        let name = String(decoding: bytes[first..<at], as: UTF8.self).lowercased()
        let limit = min(bytes.count, start + longest)
        // Another beginning before the end: this one was none.
        guard let end = bytes[at..<limit].firstIndex(where: { $0 == 0x3E || $0 == 0x3C }), bytes[end] == 0x3E
        else { return nil }
        return (name, end + 1)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x3A
    }
}
