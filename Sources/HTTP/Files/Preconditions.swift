/// What conditional fields and `Range` make of a successful answer to GET or HEAD (RFC 9110 §13, §14).
package enum Preconditions {
    package enum Outcome: Sendable, Equatable {
        case full
        /// 206 with these bytes.
        case part(Range<Int>)
        case notModified
        case failed
        /// 416
        case unsatisfiable
    }

    /// - Parameters:
    ///   - entityTag: the tag with its quotes.
    ///   - modifiedSeconds: since 1970; nil if unknown.
    ///   - size: in bytes if ranges can be served, otherwise nil.
    package static func evaluate(
        _ headers: Headers, entityTag: String?, modifiedSeconds: Int?, size: Int?
    ) -> Outcome {
        if let wanted = list(headers, "if-match") {
            let matches = wanted.contains("*") || entityTag.map { !isWeak($0) && wanted.contains($0) } == true
            if !matches { return .failed }
        } else if let date = headers["if-unmodified-since"].flatMap(HTTPDate.parse), let modifiedSeconds,
            modifiedSeconds > date
        {
            return .failed
        }
        if let known = list(headers, "if-none-match") {
            if known.contains("*") { return .notModified }
            if let entityTag, known.contains(where: { opaque($0) == opaque(entityTag) }) {
                return .notModified
            }
        } else if let date = headers["if-modified-since"].flatMap(HTTPDate.parse), let modifiedSeconds,
            modifiedSeconds <= date
        {
            return .notModified
        }
        return range(headers, entityTag: entityTag, modifiedSeconds: modifiedSeconds, size: size)
    }

    private static func range(
        _ headers: Headers, entityTag: String?, modifiedSeconds: Int?, size: Int?
    ) -> Outcome {
        let fields = headers.all("range")
        guard let size, fields.count == 1 else { return .full }
        if let condition = headers["if-range"] {
            let sameTag = entityTag.map { !isWeak($0) && $0 == condition } == true
            let sameDate = modifiedSeconds != nil && HTTPDate.parse(condition) == modifiedSeconds
            guard sameTag || sameDate else { return .full }
        }
        return select(fields[0], size: size)
    }

    /// One range; several, or other units, are answered with the whole, as §14.2 allows.
    private static func select(_ text: String, size: Int) -> Outcome {
        guard text.lowercased().hasPrefix("bytes="), !text.contains(",") else { return .full }
        let ends = text.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return .full }
        guard let first = number(ends[0]) else {
            guard ends[0].isEmpty, let suffix = number(ends[1]) else { return .full }
            return suffix == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - suffix)..<size)
        }
        guard ends[1].isEmpty || number(ends[1]) != nil else { return .full }
        let last = min(number(ends[1]) ?? .max, size - 1)
        if first >= size { return .unsatisfiable }
        return first <= last ? .part(first..<(last + 1)) : .full
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            return nil
        }
        return Int(text)
    }

    private static func list(_ headers: Headers, _ name: String) -> [String]? {
        let values = headers.all(name)
        if values.isEmpty { return nil }
        return values.flatMap { $0.split(separator: ",").map { String($0.trimmingSpaces()) } }
    }

    private static func isWeak(_ tag: String) -> Bool { tag.hasPrefix("W/") }

    private static func opaque(_ tag: String) -> Substring { isWeak(tag) ? tag.dropFirst(2) : tag[...] }
}
