import Foundation

/// What a web page calls itself: the text of its element `title`, and nothing else of the page.
///
/// Reads bytes of strangers: in one pass, without a parser of documents, whatever is broken in them.
package struct PageTitle: Sendable, Hashable {
    /// One line without characters that aren't shown; with "…" where it was longer than ``limit``.
    package let text: String

    /// Unicode scalars.
    package static let limit = 300
    private static let longestBytes = 8_192
    /// Elements whose text is no markup, or which have titles of their own.
    private static let skipped: Set<String> = ["script", "style", "svg", "textarea", "noscript", "template"]

    /// Nil where the page has no title, or an empty one.
    ///
    /// - Parameters:
    ///   - beginning: as much of the page as was fetched.
    ///   - mediaType: as the server sent it, with the encoding.
    package init?(ofPage beginning: [UInt8], mediaType: String?) {
        let encoding = PageEncoding(of: beginning[...], mediaType: mediaType)
        let bytes: [UInt8]
        let letters: PageEncoding
        if case .utf16 = encoding {
            // Its tags can't be told byte by byte.
            (bytes, letters) = (Array(encoding.text(beginning[...]).utf8), .utf8)
        } else {
            (bytes, letters) = (beginning, encoding)
        }
        guard let range = Self.range(in: bytes) else { return nil }
        let raw = Array(letters.text(bytes[range].prefix(Self.longestBytes)).utf8)
        let line = Self.shown(Self.resolved(raw))
        guard !line.isEmpty else { return nil }
        text = line
    }

    /// Whether a body of this type, as the server sent it, may have a title; one without a type may.
    package static func isPage(_ mediaType: String?) -> Bool {
        guard let type = mediaType.flatMap(essence) else { return true }
        return type == "text/html" || type == "application/xhtml+xml"
    }

    /// The type without its parameters, in small letters; nil where it is none.
    package static func essence(_ mediaType: String) -> String? {
        let type = mediaType.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        let parts = type.split(separator: "/", omittingEmptySubsequences: false)
        let isUsable =
            parts.count == 2 && type.utf8.count <= 100
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy {
                        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
                            || "!#$&^_.+-".utf8.contains($0)
                    }
            }
        return isUsable ? type : nil
    }

    /// Where the title's text stands.
    private static func range(in bytes: [UInt8]) -> Range<Int>? {
        var at = 0
        while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            if bytes[open...].starts(with: Array("<!--".utf8)) {
                guard let end = find("-->", in: bytes, from: open + 2) else { return nil }
                at = end + 3
                continue
            }
            let name = name(in: bytes, at: open + 1)
            guard !name.isEmpty else {
                at = open + 1
                continue
            }
            guard let close = bytes[open...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
            at = close + 1
            if name == "title" {
                return (close + 1)..<(find("</title", in: bytes, from: close + 1) ?? bytes.count)
            }
            if skipped.contains(name) {
                guard let end = find("</" + name, in: bytes, from: at) else { return nil }
                at = end + 2
            }
        }
        return nil
    }

    /// The name of the element that begins here, in small letters; empty for an end tag and what is no tag.
    private static func name(in bytes: [UInt8], at start: Int) -> String {
        String(
            decoding: bytes[start...].prefix(12).prefix { (0x61...0x7A).contains($0 | 0x20) }.map {
                $0 | 0x20
            },
            as: UTF8.self)
    }

    /// Where an ASCII text stands next, whatever the case of its letters.
    private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
        let text = Array(text.utf8)
        var at = start
        while at + text.count <= bytes.count {
            guard let first = bytes[at...].firstIndex(of: text[0]), first + text.count <= bytes.count else {
                return nil
            }
            let isHere = zip(bytes[first...], text).allSatisfy {
                $0 == $1 || ((0x41...0x5A).contains($0) && $0 | 0x20 == $1)
            }
            if isHere { return first }
            at = first + 1
        }
        return nil
    }

    private static func resolved(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "&"), let reference = CharacterReference(in: bytes, at: at) {
                result += Array(String(reference.character).utf8)
                at = reference.end
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// One line, in the composed form, of characters that show what they are.
    private static func shown(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control: scalars.append(" ")
            // Marks of direction make a line show another order than its own.
            case .format, .surrogate, .unassigned, .privateUse: continue
            default: scalars.append(scalar)
            }
        }
        let line = String(scalars).precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        guard line.unicodeScalars.count > limit else { return line }
        var cut = String.UnicodeScalarView()
        cut.append(contentsOf: line.unicodeScalars.prefix(limit - 1))
        return String(cut) + "…"
    }
}
