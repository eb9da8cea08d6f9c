import HTTP

/// Decodes a chunked body (RFC 9112 §7.1) from bytes cut anywhere.
///
/// Trailers are checked and dropped: a field that comes after the decisions are made must not change them.
struct ChunkedDecoder {
    private enum State {
        case firstDigit, digits, chunkExtension, sizeEnd, data, dataReturn, dataEnd
        case trailerStart, trailerName, trailerValue, trailerEnd, finalEnd, finished
    }

    private let limits: ParserLimits
    private var state = State.firstDigit
    private var size = 0
    private var digits = 0
    private var extensionBytes = 0
    private var overheadBytes = 0

    init(limits: ParserLimits) { self.limits = limits }

    /// Whether the last chunk and the trailers have been read.
    var isFinished: Bool { state == .finished }

    /// Moves `position` over framing until content begins and then over as much content as is there.
    /// - Returns: the range of content; empty if more bytes are needed or the body is at its end.
    mutating func next(_ bytes: Span<UInt8>, _ position: inout Int) throws(RequestRefused) -> Range<Int> {
        while position < bytes.count, state != .finished {
            if state == .data {
                let count = min(size, bytes.count - position)
                let range = position..<(position + count)
                position += count
                size -= count
                if size == 0 { state = .dataReturn }
                return range
            }
            try take(bytes[position])
            position += 1
        }
        return position..<position
    }

    private mutating func take(_ byte: UInt8) throws(RequestRefused) {
        switch state {
        case .firstDigit:
            guard let digit = CharacterTable.hexValue(byte) else { throw Self.malformed }
            size = Int(digit)
            digits = 1
            extensionBytes = 0
            state = .digits
        case .digits: try takeDigit(byte)
        case .chunkExtension: try takeExtension(byte)
        case .sizeEnd:
            try expect(byte, 0x0A)
            state = size == 0 ? .trailerStart : .data
        case .dataReturn:
            try expect(byte, 0x0D)
            state = .dataEnd
        case .dataEnd:
            try expect(byte, 0x0A)
            state = .firstDigit
        case .trailerStart, .trailerName, .trailerValue, .trailerEnd, .finalEnd: try takeTrailer(byte)
        case .data, .finished: preconditionFailure("content is taken in runs, and nothing after the end")
        }
    }

    private mutating func takeDigit(_ byte: UInt8) throws(RequestRefused) {
        if let digit = CharacterTable.hexValue(byte) {
            digits += 1
            // 15 digits are more than any limit and can't overflow; leading zeros count as well.
            guard digits <= 15 else { throw Self.malformed }
            size = size << 4 | Int(digit)
        } else if byte == UInt8(ascii: ";") {
            state = .chunkExtension
            try countOverhead()
        } else {
            try expect(byte, 0x0D)
            state = .sizeEnd
        }
    }

    private mutating func takeExtension(_ byte: UInt8) throws(RequestRefused) {
        if byte == 0x0D {
            state = .sizeEnd
            return
        }
        extensionBytes += 1
        try countOverhead()
        guard extensionBytes <= limits.chunkExtensionBytes, Self.isText(byte) else { throw Self.malformed }
    }

    private mutating func takeTrailer(_ byte: UInt8) throws(RequestRefused) {
        try countOverhead()
        switch state {
        case .trailerStart where byte == 0x0D: state = .finalEnd
        case .trailerStart:
            guard CharacterTable.isToken(byte) else { throw Self.malformed }
            state = .trailerName
        case .trailerName where byte == UInt8(ascii: ":"): state = .trailerValue
        case .trailerName: guard CharacterTable.isToken(byte) else { throw Self.malformed }
        case .trailerValue where byte == 0x0D: state = .trailerEnd
        case .trailerValue: guard Self.isText(byte) else { throw Self.malformed }
        case .trailerEnd:
            try expect(byte, 0x0A)
            state = .trailerStart
        default:
            try expect(byte, 0x0A)
            state = .finished
        }
    }

    private mutating func countOverhead() throws(RequestRefused) {
        overheadBytes += 1
        guard overheadBytes <= limits.chunkOverheadBytes else { throw Self.malformed }
    }

    private func expect(_ byte: UInt8, _ expected: UInt8) throws(RequestRefused) {
        guard byte == expected else { throw Self.malformed }
    }

    private static func isText(_ byte: UInt8) -> Bool { (byte >= 0x20 && byte != 0x7F) || byte == 0x09 }

    static let malformed = RequestRefused(.badRequest, "The chunked body is malformed.")
}
