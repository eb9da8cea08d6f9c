import HTTP

/// Parses a head that ``HeadScanner`` has delimited, by RFC 9112 and stricter: what two readers could
/// understand differently is refused.
struct HeadParser {
    private let limits: ParserLimits
    private var hosts: [String] = []
    private var lengths: [String] = []
    private var transferEncodings: [String] = []
    private var connection: [String] = []
    private var expectations: [String] = []

    private init(limits: ParserLimits) { self.limits = limits }

    /// - Parameters:
    ///   - bytes: the head from its first byte to its empty line.
    ///   - start: where the request line begins.
    static func parse(
        _ bytes: Span<UInt8>, from start: Int, limits: ParserLimits
    ) throws(RequestRefused) -> RequestHead {
        var parser = HeadParser(limits: limits)
        return try parser.head(bytes, start)
    }

    private mutating func head(_ bytes: Span<UInt8>, _ start: Int) throws(RequestRefused) -> RequestHead {
        var position = start
        let lineEnd = Self.lineEnd(bytes, position)
        let line = try RequestLine.parse(bytes, position..<lineEnd, limits: limits)
        position = lineEnd + 2
        let fields = try self.fields(bytes, &position)
        return try assemble(line, Headers(checked: fields))
    }

    private mutating func fields(
        _ bytes: Span<UInt8>, _ position: inout Int
    ) throws(RequestRefused) -> [Headers.Field] {
        var fields: [Headers.Field] = []
        fields.reserveCapacity(12)
        while bytes[position] != 0x0D {
            guard fields.count < limits.fields else {
                throw RequestRefused(.headerFieldsTooLarge, "There are too many header fields.")
            }
            let end = Self.lineEnd(bytes, position)
            fields.append(try field(bytes, position..<end))
            position = end + 2
        }
        return fields
    }

    /// One `name: value`; a folded, nameless or spaced name is no token and refused.
    private mutating func field(
        _ bytes: Span<UInt8>, _ line: Range<Int>
    ) throws(RequestRefused) -> Headers.Field {
        var colon = line.lowerBound
        while colon < line.upperBound, CharacterTable.isToken(bytes[colon]) { colon += 1 }
        guard colon > line.lowerBound, colon < line.upperBound, bytes[colon] == UInt8(ascii: ":") else {
            throw RequestRefused(.badRequest, "A header field is malformed.")
        }
        var start = colon + 1
        var end = line.upperBound
        while start < end, Self.isBlank(bytes[start]) { start += 1 }
        while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
        let name = Self.text(bytes, line.lowerBound..<colon)
        let value = Self.text(bytes, start..<end)
        note(name, value)
        return Headers.Field(name: name, value: value)
    }

    /// Keeps the fields that decide about framing.
    private mutating func note(_ name: String, _ value: String) {
        switch name.utf8.count {
        case 4 where Headers.same(name, "host"): hosts.append(value)
        case 6 where Headers.same(name, "expect"): expectations.append(value)
        case 10 where Headers.same(name, "connection"): connection.append(value)
        case 14 where Headers.same(name, "content-length"): lengths.append(value)
        case 17 where Headers.same(name, "transfer-encoding"): transferEncodings.append(value)
        default: break
        }
    }

    private func assemble(_ line: RequestLine, _ headers: Headers) throws(RequestRefused) -> RequestHead {
        let host = try checkedHost(line)
        let framing = try checkedFraming(line.minorVersion)
        var expectsContinue = false
        if let expectation = expectations.first {
            guard expectations.count == 1, Headers.same(expectation, "100-continue") else {
                throw RequestRefused(.expectationFailed, "The expectation is unknown.")
            }
            // An HTTP/1.0 client knows no 100 (RFC 9110 §10.1.1).
            expectsContinue = line.minorVersion == 1 && framing != .none && framing != .length(0)
        }
        return RequestHead(
            method: line.method, target: line.target, minorVersion: line.minorVersion, headers: headers,
            host: host, framing: framing, wantsKeepAlive: wantsKeepAlive(line.minorVersion),
            expectsContinue: expectsContinue)
    }

    private func checkedHost(_ line: RequestLine) throws(RequestRefused) -> String {
        guard let given = hosts.first else {
            if line.minorVersion == 0 { return line.authority ?? "" }
            throw RequestRefused(.badRequest, "The request names no host.")
        }
        guard hosts.count == 1, let host = HostName.normalized(given) else {
            throw RequestRefused(.badRequest, "The host is malformed or named twice.")
        }
        if let authority = line.authority, authority != host {
            throw RequestRefused(.badRequest, "The address names another host than the Host field.")
        }
        return host
    }

    private func checkedFraming(_ minorVersion: Int) throws(RequestRefused) -> RequestHead.Framing {
        if let encoding = transferEncodings.first {
            guard lengths.isEmpty, minorVersion == 1, transferEncodings.count == 1 else {
                throw RequestRefused(.badRequest, "The body's length is stated ambiguously.")
            }
            guard Headers.same(encoding, "chunked") else {
                throw RequestRefused(.notImplemented, "The transfer encoding is unknown.")
            }
            return .chunked
        }
        guard let text = lengths.first else { return .none }
        guard lengths.count == 1, let length = Self.length(text) else {
            throw RequestRefused(.badRequest, "The body's length is stated ambiguously or is no number.")
        }
        return .length(length)
    }

    /// Digits alone, and not more than fit.
    private static func length(_ text: String) -> Int? {
        guard (1...18).contains(text.utf8.count) else { return nil }
        var length = 0
        for byte in text.utf8 {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            length = length * 10 + Int(byte - 0x30)
        }
        return length
    }

    private func wantsKeepAlive(_ minorVersion: Int) -> Bool {
        var keeps = minorVersion == 1
        for value in connection {
            for option in value.split(separator: ",") {
                let word = option.filter { $0 != " " && $0 != "\t" }
                if Headers.same(word, "close") { return false }
                if Headers.same(word, "keep-alive") { keeps = true }
            }
        }
        return keeps
    }

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// The place of the next CR; the scanner has seen that there is one.
    static func lineEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while bytes[end] != 0x0D { end += 1 }
        return end
    }

    /// The bytes as text; what isn't UTF-8 (old browsers' Latin-1 in free-text fields) turns into U+FFFD.
    static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        // The buffer is only read inside the closure, and `extracting` has checked the range.
        unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
