/// A `Content-Type` or a `Content-Disposition`: a word in lower case and its parameters.
package struct MediaType: Sendable {
    package let name: String
    /// By name in lower case.
    package private(set) var parameters: [String: String] = [:]

    /// Parses strictly; nil on bad syntax or on a parameter that stands twice.
    package init?(_ text: String) {
        var rest = text.utf8[...]
        let word = rest.prefix { $0 != UInt8(ascii: ";") }
        rest = rest.dropFirst(word.count)
        let trimmed = Substring(word).trimmingSpaces()
        let parts = trimmed.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ Headers.isToken(String($0)) }) else { return nil }
        name = trimmed.lowercased()
        while rest.first == UInt8(ascii: ";") {
            rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
            if rest.isEmpty { return }
            guard let (key, value) = Self.parameter(&rest), parameters.updateValue(value, forKey: key) == nil
            else { return nil }
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
        }
        guard rest.isEmpty else { return nil }
    }

    private static func parameter(_ rest: inout Substring.UTF8View) -> (String, String)? {
        let key = rest.prefix { CharacterTable.isToken($0) }
        rest = rest.dropFirst(key.count)
        guard !key.isEmpty, rest.first == UInt8(ascii: "=") else { return nil }
        rest = rest.dropFirst()
        let name = Substring(key).lowercased()
        guard rest.first == UInt8(ascii: "\"") else {
            let value = rest.prefix { CharacterTable.isToken($0) }
            rest = rest.dropFirst(value.count)
            return value.isEmpty ? nil : (name, String(Substring(value)))
        }
        rest = rest.dropFirst()
        guard let value = quoted(&rest) else { return nil }
        return (name, value)
    }

    /// A quoted string after its opening quote.
    ///
    /// Browsers write a quote in a file's name as `%22` and leave backslashes as they are, so only `\"` and
    /// `\\` count as escapes.
    private static func quoted(_ rest: inout Substring.UTF8View) -> String? {
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") { return String(decoding: bytes, as: UTF8.self) }
            if byte == UInt8(ascii: "\\"), let next = rest.first, next == 0x22 || next == 0x5C {
                bytes.append(next)
                rest = rest.dropFirst()
            } else {
                bytes.append(byte)
            }
        }
        return nil
    }
}
