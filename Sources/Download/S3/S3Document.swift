package import Foundation

/// An answer of S3 in XML, of which only texts between two tags are taken; bounded by whoever fetched it.
struct S3Document {
    private let text: Substring

    /// Nil for what these services don't write: declarations, comments, CDATA.
    init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard !text.contains("<!") else { return nil }
        self.text = text[...]
    }

    private init(_ text: Substring) { self.text = text }

    /// The insides of each element of that name, one after the other; it holds none of its own name.
    func elements(_ name: String) -> [S3Document] {
        var found: [S3Document] = []
        var rest = text
        while let (inside, after) = Self.first(name, in: rest) {
            found.append(S3Document(inside))
            rest = after
        }
        return found
    }

    /// The first such element's text; nil where there is none or it holds what no text holds.
    func value(_ name: String) -> String? {
        Self.first(name, in: text).flatMap { Self.unescaped($0.inside) }
    }

    private static func first(
        _ name: String, in text: Substring
    ) -> (inside: Substring, after: Substring)? {
        guard let opening = text.range(of: "<\(name)>"),
            let closing = text.range(of: "</\(name)>", range: opening.upperBound..<text.endIndex)
        else { return nil }
        return (text[opening.upperBound..<closing.lowerBound], text[closing.upperBound...])
    }

    private static func unescaped(_ text: Substring) -> String? {
        guard text.contains("&") else { return text.contains("<") ? nil : String(text) }
        var result = ""
        var rest = text
        while let sign = rest.firstIndex(of: "&") {
            result += rest[..<sign]
            guard let end = rest[sign...].firstIndex(of: ";"),
                let character = character(rest[rest.index(after: sign)..<end])
            else { return nil }
            result.append(character)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func character(_ name: Substring) -> Character? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let isHexadecimal = name.hasPrefix("#x")
            guard name.hasPrefix("#"), name.utf8.count <= 9,
                let number = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
            else { return nil }
            return UnicodeScalar(number).map { Character($0) }
        }
    }
}

/// One file in a bucket's list.
package struct S3Listed: Sendable, Hashable {
    package let key: String
    package let sizeBytes: Int64
    /// By the service's clock.
    package let writtenAt: Date
}

/// A page of a bucket's list.
struct S3ListPage {
    let entries: [S3Listed]
    /// Asks for the next page; nil after the last.
    let next: String?

    init?(_ bytes: [UInt8]) {
        guard let document = S3Document(bytes), let list = document.elementsOfList else { return nil }
        var entries: [S3Listed] = []
        for element in list.elements("Contents") {
            guard let key = element.value("Key"), let size = element.value("Size").flatMap({ Int64($0) }),
                let written = element.value("LastModified").flatMap(Self.date)
            else { return nil }
            entries.append(S3Listed(key: key, sizeBytes: size, writtenAt: written))
        }
        self.entries = entries
        guard list.value("IsTruncated") == "true" else {
            next = nil
            return
        }
        // Cut short without a way on: a list that looks whole and isn't.
        guard let next = list.value("NextContinuationToken"), !next.isEmpty else { return nil }
        self.next = next
    }

    /// `2026-11-21T05:00:00.000Z`, with or without parts of a second.
    private static func date(_ text: String) -> Date? {
        let whole = text.prefix { $0 != "." && $0 != "Z" }
        return try? Date(whole + "Z", strategy: .iso8601)
    }
}

extension S3Document {
    /// The root has attributes: what stands after its name.
    fileprivate var elementsOfList: S3Document? {
        guard let start = text.range(of: "<ListBucketResult") else { return nil }
        return S3Document(text[start.upperBound...])
    }
}
