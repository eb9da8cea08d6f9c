/// Why bytes are no JSON that Loa takes.
package struct JSONRefused: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Reason: String, Sendable, Hashable {
        case unexpected = "an unexpected byte"
        case truncated = "the text ends too early"
        case trailing = "bytes after the value"
        case depth = "nested too deeply"
        case duplicate = "a name twice in one object"
        case fraction = "a number that isn't whole"
        case range = "a number beyond 64 bits"
        case number = "a number in an odd form"
        case control = "a control character in a text"
        case escape = "a wrong escape"
        case encoding = "text that isn't UTF-8"
    }

    package let reason: Reason
    /// Bytes before the place.
    package let offset: Int

    package var description: String { "\(reason.rawValue) at byte \(offset)" }
}

/// Reads JSON strictly: UTF-8 without a byte order mark, no name twice, whole numbers of 64 bits, bounded depth,
/// nothing after the value.
///
/// What two readers could understand differently is refused.
struct JSONReader {
    /// Deeper than any metadata; far from the end of the stack.
    static let depthLimit = 64

    private let bytes: [UInt8]
    private var position = 0
    /// Whether all since it was set stands in the canonical form already.
    private var isCanonical = true
    private let signedName: ExactText?
    private var signedRange: Range<Int>?
    /// Members of all objects that are open, outer ones first: each object is then made in one piece.
    private var openMembers: [JSONObject.Member] = []
    /// Whether `1.5` is read as 1 instead of being refused.
    private var cutsFractions = false

    static func read(_ bytes: [UInt8]) throws(JSONRefused) -> JSON {
        try read(bytes, signed: nil).value
    }

    /// Reads an object, and tells where the value of its member `signed` stands if it stands there in the canonical
    /// form: then nobody has to write that form anew to verify it.
    static func read(
        _ bytes: [UInt8], signed: ExactText?
    ) throws(JSONRefused) -> (value: JSON, signedRange: Range<Int>?) {
        var reader = JSONReader(bytes: bytes, signedName: signed)
        reader.skipBlanks()
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.position == bytes.count else { throw reader.refused(.trailing) }
        return (value, reader.signedRange)
    }

    /// Reads what others write about a person or a server, in which a number may have a fraction: it is cut.
    ///
    /// Never for bytes that are signed in their canonical form.
    static func readCuttingFractions(_ bytes: [UInt8]) throws(JSONRefused) -> JSON {
        var reader = JSONReader(bytes: bytes, signedName: nil)
        reader.cutsFractions = true
        reader.skipBlanks()
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.position == bytes.count else { throw reader.refused(.trailing) }
        return value
    }

    private init(bytes: [UInt8], signedName: ExactText?) {
        self.bytes = bytes
        self.signedName = signedName
    }

    private func refused(_ reason: JSONRefused.Reason) -> JSONRefused {
        JSONRefused(reason: reason, offset: position)
    }

    private mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
            isCanonical = false
        }
    }

    private func next() throws(JSONRefused) -> UInt8 {
        guard position < bytes.count else { throw refused(.truncated) }
        return bytes[position]
    }

    private mutating func value(depth: Int) throws(JSONRefused) -> JSON {
        guard depth < Self.depthLimit else { throw refused(.depth) }
        switch try next() {
        case 0x7B: return try object(depth: depth)
        case 0x5B: return try array(depth: depth)
        case 0x22: return .text(try text())
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6E: return try word("null", .null)
        case 0x2D, 0x30...0x39: return .integer(try integer())
        default: throw refused(.unexpected)
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONRefused) -> JSON {
        for byte in word.description.utf8 {
            guard try next() == byte else { throw refused(.unexpected) }
            position += 1
        }
        return value
    }

    private mutating func object(depth: Int) throws(JSONRefused) -> JSON {
        let start = position
        position += 1
        skipBlanks()
        if try next() == 0x7D {
            position += 1
            return .object(JSONObject())
        }
        let first = openMembers.count
        var ascends = true
        repeat {
            guard try next() == 0x22 else { throw refused(.unexpected) }
            let name = try text()
            skipBlanks()
            guard try next() == 0x3A else { throw refused(.unexpected) }
            position += 1
            skipBlanks()
            if ascends, openMembers.count > first, !(openMembers[openMembers.count - 1].name < name) {
                (ascends, isCanonical) = (false, false)
            }
            let isSigned = depth == 0 && name == signedName
            let value = isSigned ? try signedValue(depth: depth + 1) : try value(depth: depth + 1)
            openMembers.append(JSONObject.Member(name: name, value: value))
        } while try anotherFollows(before: 0x7D)
        let members = Array(openMembers[first...])
        openMembers.removeLast(openMembers.count - first)
        if ascends { return .object(JSONObject(ascending: members)) }
        guard let object = JSONObject(unsorted: members) else {
            throw JSONRefused(reason: .duplicate, offset: start)
        }
        return .object(object)
    }

    private mutating func signedValue(depth: Int) throws(JSONRefused) -> JSON {
        let start = position
        isCanonical = true
        let value = try value(depth: depth)
        signedRange = isCanonical ? start..<position : nil
        return value
    }

    private mutating func array(depth: Int) throws(JSONRefused) -> JSON {
        position += 1
        var values: [JSON] = []
        skipBlanks()
        if try next() == 0x5D {
            position += 1
            return .array([])
        }
        repeat {
            values.append(try value(depth: depth + 1))
        } while try anotherFollows(before: 0x5D)
        return .array(values)
    }

    /// Behind an element: true after a comma, false after the closing bracket.
    private mutating func anotherFollows(before end: UInt8) throws(JSONRefused) -> Bool {
        skipBlanks()
        let byte = try next()
        guard byte == 0x2C || byte == end else { throw refused(.unexpected) }
        position += 1
        guard byte == 0x2C else { return false }
        skipBlanks()
        return true
    }

    private mutating func integer() throws(JSONRefused) -> Int64 {
        let isNegative = try next() == 0x2D
        if isNegative { position += 1 }
        let first = position
        var magnitude: Int64 = 0
        while position < bytes.count, case 0x30...0x39 = bytes[position] {
            // Negative all the way, since the smallest number has no positive twin.
            let (tens, overflows) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) = tens.subtractingReportingOverflow(Int64(bytes[position] - 0x30))
            guard !overflows, !overflowsToo else { throw refused(.range) }
            magnitude = sum
            position += 1
        }
        guard position > first else { throw refused(position < bytes.count ? .number : .truncated) }
        let end = position
        if cutsFractions, position < bytes.count, bytes[position] == 0x2E {
            position += 1
            guard 0x30...0x39 ~= (try next()) else { throw refused(.number) }
            while position < bytes.count, case 0x30...0x39 = bytes[position] { position += 1 }
        }
        if position < bytes.count, [0x2E, 0x65, 0x45].contains(bytes[position]) { throw refused(.fraction) }
        // "-0" and "007" have a second, canonical form: signed bytes wouldn't be the bytes at hand.
        guard bytes[first] != 0x30 || (end == first + 1 && !isNegative) else { throw refused(.number) }
        guard !isNegative else { return magnitude }
        guard magnitude != .min else { throw refused(.range) }
        return -magnitude
    }

    private mutating func text() throws(JSONRefused) -> ExactText {
        position += 1
        let start = position
        var allBits: UInt8 = 0
        while try next() != 0x22 {
            let byte = bytes[position]
            if byte == 0x5C { return try escapedText(from: start) }
            guard byte >= 0x20 else { throw refused(.control) }
            allBits |= byte
            position += 1
        }
        guard allBits < 0x80 else { return try text(bytes[start..<position]) }
        // ASCII is UTF-8: nothing to be checked or repaired, and this way of making a string is much the faster.
        defer { position += 1 }
        return ExactText(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func escapedText(from start: Int) throws(JSONRefused) -> ExactText {
        var plain = Array(bytes[start..<position])
        while true {
            let byte = try next()
            guard byte >= 0x20 else { throw refused(.control) }
            if byte == 0x22 { return try text(plain[...]) }
            if byte == 0x5C {
                position += 1
                try escape(into: &plain)
            } else {
                plain.append(byte)
                position += 1
            }
        }
    }

    /// Ends the text at the quotation mark.
    private mutating func text(_ plain: ArraySlice<UInt8>) throws(JSONRefused) -> ExactText {
        guard let string = String(validating: plain, as: UTF8.self) else { throw refused(.encoding) }
        position += 1
        return ExactText(string)
    }

    private mutating func escape(into plain: inout [UInt8]) throws(JSONRefused) {
        let letter = try next()
        position += 1
        // Only these two are escaped in the canonical form.
        if letter != 0x22, letter != 0x5C { isCanonical = false }
        switch letter {
        case 0x22, 0x5C, 0x2F: plain.append(letter)
        case 0x62: plain.append(0x08)
        case 0x66: plain.append(0x0C)
        case 0x6E: plain.append(0x0A)
        case 0x72: plain.append(0x0D)
        case 0x74: plain.append(0x09)
        case 0x75: plain.append(contentsOf: String(Character(try escapedScalar())).utf8)
        default: throw refused(.escape)
        }
    }

    private mutating func escapedScalar() throws(JSONRefused) -> Unicode.Scalar {
        let first = try fourDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        // Half of a pair alone is no text at all.
        guard 0xD800..<0xDC00 ~= first, try next() == 0x5C else { throw refused(.escape) }
        position += 1
        guard try next() == 0x75 else { throw refused(.escape) }
        position += 1
        let second = try fourDigits()
        guard 0xDC00..<0xE000 ~= second,
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw refused(.escape) }
        return scalar
    }

    private mutating func fourDigits() throws(JSONRefused) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            switch try next() {
            case let byte where 0x30...0x39 ~= byte: value = value << 4 | UInt32(byte - 0x30)
            case let byte where 0x61...0x66 ~= byte: value = value << 4 | UInt32(byte - 0x57)
            case let byte where 0x41...0x46 ~= byte: value = value << 4 | UInt32(byte - 0x37)
            default: throw refused(.escape)
            }
            position += 1
        }
        return value
    }
}

extension JSON {
    /// Reads bytes strictly; see `JSONRefused` for what isn't taken.
    package init(reading bytes: [UInt8]) throws(JSONRefused) {
        self = try JSONReader.read(bytes)
    }

    /// The same for a document or a claim of another server, in which a number may have a fraction: it is cut.
    package init(cuttingFractions bytes: [UInt8]) throws(JSONRefused) {
        self = try JSONReader.readCuttingFractions(bytes)
    }
}
