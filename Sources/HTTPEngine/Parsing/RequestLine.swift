import HTTP

/// `METHOD SP target SP HTTP/1.x`, checked.
struct RequestLine {
    let method: Method
    /// Nil for `OPTIONS *`.
    let target: RequestTarget?
    /// The authority of an absolute-form target, in lower case.
    let authority: String?
    let minorVersion: Int

    static func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, limits: ParserLimits
    ) throws(RequestRefused) -> RequestLine {
        var end = line.lowerBound
        while end < line.upperBound, CharacterTable.isToken(bytes[end]) { end += 1 }
        guard end > line.lowerBound, end < line.upperBound, bytes[end] == 0x20 else { throw malformed }
        let methodRange = line.lowerBound..<end
        let targetStart = end + 1
        end = targetStart
        while end < line.upperBound, bytes[end] > 0x20, bytes[end] < 0x7F { end += 1 }
        guard end > targetStart, end < line.upperBound, bytes[end] == 0x20 else { throw malformed }
        guard end - targetStart <= limits.targetBytes else { throw HeadScanner.targetTooLong }
        let minorVersion = try version(bytes, (end + 1)..<line.upperBound)
        let method = try knownMethod(bytes, methodRange)
        let (target, authority) = try parseTarget(HeadParser.text(bytes, targetStart..<end), method)
        return RequestLine(method: method, target: target, authority: authority, minorVersion: minorVersion)
    }

    private static func version(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(RequestRefused) -> Int {
        guard range.count == 8, HeadParser.text(bytes, range.lowerBound..<(range.lowerBound + 5)) == "HTTP/",
            isDigit(bytes[range.lowerBound + 5]), bytes[range.lowerBound + 6] == UInt8(ascii: "."),
            isDigit(bytes[range.lowerBound + 7])
        else { throw malformed }
        let major = bytes[range.lowerBound + 5] - 0x30
        let minor = bytes[range.lowerBound + 7] - 0x30
        guard major == 1, minor <= 1 else {
            throw RequestRefused(.versionNotSupported, "Only HTTP/1.1 and HTTP/1.0 are spoken here.")
        }
        return Int(minor)
    }

    /// The methods that mean something here; any other is refused, so that no two readers differ about it.
    private static func knownMethod(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(RequestRefused)
        -> Method
    {
        switch HeadParser.text(bytes, range) {
        case "GET": return .get
        case "HEAD": return .head
        case "POST": return .post
        case "PUT": return .put
        case "PATCH": return .patch
        case "DELETE": return .delete
        case "OPTIONS": return .options
        default: throw RequestRefused(.notImplemented, "The method is unknown.")
        }
    }

    private static func parseTarget(
        _ text: String, _ method: Method
    ) throws(RequestRefused) -> (RequestTarget?, String?) {
        if text.utf8.first == UInt8(ascii: "/") { return (try RequestTarget(parsing: text), nil) }
        if text == "*" {
            guard method == .options else { throw malformed }
            return (nil, nil)
        }
        for scheme in ["http://", "https://"] where text.lowercased().hasPrefix(scheme) {
            let rest = text.dropFirst(scheme.count)
            let pathStart = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
            guard let authority = HostName.normalized(String(rest[..<pathStart])) else { throw malformed }
            let path = rest[pathStart...]
            return (try RequestTarget(parsing: path.first == "/" ? String(path) : "/" + path), authority)
        }
        throw malformed
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    static let malformed = RequestRefused(.badRequest, "The request line is malformed.")
}
