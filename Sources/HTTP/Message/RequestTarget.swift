/// An origin-form target (`/path?query`), checked and decoded.
package struct RequestTarget: Sendable {
    package let path: [String]
    package let rawPath: String
    package let rawQuery: String
    package let query: Query

    /// - Throws: ``RequestRefused`` with 400 on anything but a clean absolute path: dot segments (also
    ///   escaped), an escaped slash, control characters, a fragment, bad escapes, bytes outside ASCII.
    package init(parsing target: String) throws(RequestRefused) {
        let bytes = target.utf8
        guard bytes.first == UInt8(ascii: "/") else { throw Self.refused }
        for byte in bytes where byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "#") {
            throw Self.refused
        }
        if let mark = bytes.firstIndex(of: UInt8(ascii: "?")) {
            rawPath = String(target[..<mark])
            rawQuery = String(target[bytes.index(after: mark)...])
            query = rawQuery.isEmpty ? Query() : try Query(parsing: rawQuery.utf8)
        } else {
            rawPath = target
            rawQuery = ""
            query = Query()
        }
        path = rawPath == "/" ? [] : try Self.segments(rawPath)
    }

    private static func segments(_ rawPath: String) throws(RequestRefused) -> [String] {
        var segments: [String] = []
        let raw = rawPath.utf8.dropFirst()
        for piece in raw.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            let plain = !piece.contains(UInt8(ascii: "%"))
            let segment = plain ? String(Substring(piece)) : try PercentEncoding.decode(piece)
            guard segment != ".", segment != ".." else { throw refused }
            if !plain {
                for byte in segment.utf8 where byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "/") {
                    throw refused
                }
            }
            segments.append(segment)
        }
        return segments
    }

    private static let refused = RequestRefused(.badRequest, "The address is not a clean path.")
}
