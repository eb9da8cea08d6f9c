/// A web page without anything that LibreOffice would fetch, unpack or draw: a plan's words need no pictures.
///
/// A picture in a `data:` address, such as an SVG with entities that multiply, holds LibreOffice for as long as its
/// limits let it. The pass is tolerant and has no notion of comments or scripts, so that nothing can hide in what two
/// parsers see differently: whatever looks like a tag is treated as one. Elements that bring something in are dropped,
/// and of the others only harmless attributes are kept.
struct WebPage {
    private let bytes: [UInt8]
    private var result: [UInt8] = []

    /// Tags that bring in something else; each is dropped, and `svg` and `object` with their content.
    private static let dropped: Set<String> = [
        "img", "image", "picture", "source", "object", "embed", "applet", "iframe", "frame", "link", "base",
        "svg",
        "video", "audio", "track", "bgsound", "input", "param", "layer", "ilayer", "canvas",
    ]
    private static let droppedWhole: Set<String> = ["svg", "object"]
    /// What tables, lists, older fonts and the encoding need.
    private static let kept: Set<String> = [
        "colspan", "rowspan", "align", "start", "type", "value", "face", "size", "class", "lang", "charset",
        "http-equiv", "content", "style", "id", "name", "width", "height", "border",
    ]

    static func harmless(_ bytes: [UInt8]) -> [UInt8] {
        var page = WebPage(bytes)
        page.walk()
        return page.result
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        result.reserveCapacity(bytes.count)
    }

    private mutating func walk() {
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<"), let tag = tag(at) else {
                result.append(bytes[at])
                at += 1
                continue
            }
            at = tag.end
            if Self.dropped.contains(tag.name) {
                if Self.droppedWhole.contains(tag.name), !tag.isEnd, let end = endTag(tag.name, from: at) {
                    at = end
                }
            } else {
                append(tag)
                if tag.name == "style", !tag.isEnd, let end = endTag("style", from: at) {
                    // Up to the end tag, which comes next.
                    let content = bytes[at..<(bytes[at..<end].lastIndex(of: UInt8(ascii: "<")) ?? end)]
                    result += Self.styleWithoutAddresses(content)
                    at += content.count
                }
            }
        }
    }

    private struct Tag {
        var name: String
        var isEnd: Bool
        /// Between the name and the closing bracket.
        var attributes: Range<Int>
        var end: Int
    }

    /// The tag that begins at a bracket; nil where no name follows it.
    private func tag(_ start: Int) -> Tag? {
        var at = start + 1
        let isEnd = at < bytes.count && bytes[at] == UInt8(ascii: "/")
        if isEnd { at += 1 }
        let nameStart = at
        while at < bytes.count, Self.isName(bytes[at]) { at += 1 }
        guard at > nameStart else { return nil }
        let name = String(decoding: bytes[nameStart..<at], as: UTF8.self).lowercased()
        // A quote that isn't closed must not swallow the page: then the first bracket ends the tag.
        let end = closing(from: at, heedsQuotes: true) ?? closing(from: at, heedsQuotes: false) ?? bytes.count
        return Tag(
            name: name, isEnd: isEnd, attributes: at..<max(at, end), end: min(end + 1, bytes.count))
    }

    private func closing(from start: Int, heedsQuotes: Bool) -> Int? {
        var quote: UInt8 = 0
        var at = start
        while at < bytes.count {
            let byte = bytes[at]
            if quote != 0 {
                if byte == quote { quote = 0 }
                // An element inside of a quote: the quote was never meant to be one.
                if byte == UInt8(ascii: "<"), at - start < 4_096 { return nil }
            } else if byte == UInt8(ascii: ">") {
                return at
            } else if heedsQuotes, byte == 0x22 || byte == 0x27 {
                quote = byte
            }
            at += 1
        }
        return nil
    }

    /// Where the element's end tag ends.
    private func endTag(_ name: String, from start: Int) -> Int? {
        var at = start
        while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            if let tag = tag(open), tag.isEnd, tag.name == name { return tag.end }
            at = open + 1
        }
        return nil
    }

    private mutating func append(_ tag: Tag) {
        result.append(UInt8(ascii: "<"))
        if tag.isEnd { result.append(UInt8(ascii: "/")) }
        result += Array(tag.name.utf8)
        for (name, value) in attributes(tag.attributes) where Self.kept.contains(name) {
            var value = value[...]
            if name == "style" {
                // An address could be spelt by numbers of characters.
                if value.contains(UInt8(ascii: "&")), value.contains(UInt8(ascii: "#")) { continue }
                value = Self.styleWithoutAddresses(value)[...]
            }
            result += Array(" \(name)=\"".utf8) + value.filter { $0 != 0x22 } + [0x22]
        }
        result.append(UInt8(ascii: ">"))
    }

    private func attributes(_ range: Range<Int>) -> [(String, [UInt8])] {
        var found: [(String, [UInt8])] = []
        var at = range.lowerBound
        while at < range.upperBound {
            guard Self.isName(bytes[at]) else {
                at += 1
                continue
            }
            let start = at
            while at < range.upperBound, Self.isName(bytes[at]) { at += 1 }
            let name = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
            var next = at
            while next < range.upperBound, bytes[next] <= 0x20 { next += 1 }
            guard next < range.upperBound, bytes[next] == UInt8(ascii: "=") else { continue }
            next += 1
            while next < range.upperBound, bytes[next] <= 0x20 { next += 1 }
            let quote =
                next < range.upperBound && (bytes[next] == 0x22 || bytes[next] == 0x27) ? bytes[next] : 0
            if quote != 0 { next += 1 }
            let valueStart = next
            while next < range.upperBound, quote == 0 ? bytes[next] > 0x20 : bytes[next] != quote {
                next += 1
            }
            found.append((name, Array(bytes[valueStart..<next])))
            at = min(next + (quote == 0 ? 0 : 1), range.upperBound)
        }
        return found
    }

    /// Style rules that name no other file.
    private static func styleWithoutAddresses(_ style: ArraySlice<UInt8>) -> [UInt8] {
        // A backslash could spell the words below otherwise.
        var text = Array(style.map { $0 == UInt8(ascii: "\\") ? 0x20 : $0 })
        for word in ["url", "import", "image"].map({ Array($0.utf8) }) {
            var at = 0
            while at + word.count <= text.count {
                if zip(text[at...], word).allSatisfy({ $0 | 0x20 == $1 }) { text[at] = UInt8(ascii: "x") }
                at += 1
            }
        }
        return text
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x3A, 0x5F: true
        default: false
        }
    }
}
