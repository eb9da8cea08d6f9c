import HTTP

/// Finds the end of a head in bytes that arrive in any pieces, and refuses at the first byte that can't
/// stand in one: a bare CR, a bare LF, NUL or another control character.
///
/// It looks at each byte once and in order, so the verdict doesn't depend on how the bytes were cut.
struct HeadScanner {
    private let limits: ParserLimits
    /// How many bytes have been looked at.
    private var position = 0
    private var lineStart = 0
    private var isInFirstLine = true
    /// Where the request line begins: after one empty line, which RFC 9112 §2.2 asks to ignore.
    private(set) var start = 0

    init(limits: ParserLimits) { self.limits = limits }

    /// The head's length with its empty line, or nil if more bytes are needed.
    /// - Parameter bytes: everything since the head began, what was given before included.
    mutating func scan(_ bytes: Span<UInt8>) throws(RequestRefused) -> Int? {
        while true {
            // The target's limit and room for the method, the version and two spaces.
            let limit = isInFirstLine ? min(limits.targetBytes + 64, limits.headBytes) : limits.headBytes
            let stop = min(bytes.count, limit)
            var index = position
            while index < stop, bytes[index] >= 0x20 && bytes[index] != 0x7F || bytes[index] == 0x09 {
                index += 1
            }
            position = index
            guard index < stop else {
                if index < limit || bytes.count == limit { return nil }
                throw isInFirstLine ? Self.targetTooLong : Self.headTooLong
            }
            guard bytes[index] == 0x0D else { throw Self.controlCharacter }
            guard index + 1 < bytes.count else { return nil }
            guard bytes[index + 1] == 0x0A else { throw Self.controlCharacter }
            let isEmptyLine = index == lineStart
            position = index + 2
            lineStart = position
            if isEmptyLine {
                if index > start { return position }
                // An empty line before the request line: one is ignored, a second is not.
                guard start == 0 else {
                    throw RequestRefused(.badRequest, "Empty lines instead of a request.")
                }
                start = position
            } else {
                isInFirstLine = false
            }
        }
    }

    static let targetTooLong = RequestRefused(.targetTooLong, "The address is too long.")
    static let headTooLong = RequestRefused(.headerFieldsTooLarge, "The request's head is too long.")
    static let controlCharacter = RequestRefused(
        .badRequest, "A line doesn't end in CR LF, or a control character stands in the head.")
}
