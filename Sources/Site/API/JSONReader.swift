/// Reads JSON to the letter of RFC 8259: UTF-8 without a mark, no name twice, no lone surrogate, nothing behind it.
struct JSONReader {
    /// What isn't JSON, or is nested too deep.
    struct Fault: Error, Hashable {
        /// Of the first byte that is wrong.
        var offset: Int
    }

    /// Objects and arrays within each other.
    static let deepest = 8

    private let bytes: [UInt8]
    private var at = 0

    static func read(_ bytes: [UInt8]) throws(Fault) -> JSON {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Fault(offset: 0) }
        var reader = JSONReader(bytes)
        reader.skipSpace()
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.at == bytes.count else { throw Fault(offset: reader.at) }
        return value
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }
    private var fault: Fault { Fault(offset: at) }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        at += 1
        return true
    }

    private mutating func value(depth: Int) throws(Fault) -> JSON {
        guard let byte = next else { throw fault }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws(Fault) -> JSON {
        for byte in word.utf8 where !take(byte) { throw fault }
        return value
    }

    private mutating func object(depth: Int) throws(Fault) -> JSON {
        guard depth <= Self.deepest else { throw fault }
        at += 1
        var members: [JSON.Member] = []
        var names: Set<String> = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object([]) }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw fault }
            let name = try string()
            guard names.insert(name).inserted else { throw fault }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault }
            skipSpace()
            members.append(JSON.Member(name: name, value: try value(depth: depth)))
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw fault }
        }
    }

    private mutating func array(depth: Int) throws(Fault) -> JSON {
        guard depth <= Self.deepest else { throw fault }
        at += 1
        var values: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array([]) }
        while true {
            skipSpace()
            values.append(try value(depth: depth))
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(values) }
            guard take(UInt8(ascii: ",")) else { throw fault }
        }
    }

    private mutating func string() throws(Fault) -> String {
        at += 1
        var text: [UInt8] = []
        while let byte = next {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += String(try escaped()).utf8
            case ..<0x20: throw Fault(offset: at - 1)
            default: text.append(byte)
            }
        }
        throw fault
    }

    private mutating func escaped() throws(Fault) -> Unicode.Scalar {
        guard let byte = next else { throw fault }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try escapedScalar()
        default: throw Fault(offset: at - 1)
        }
    }

    private mutating func escapedScalar() throws(Fault) -> Unicode.Scalar {
        let high = try fourDigits()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard high < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw fault }
        let low = try fourDigits()
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw fault }
        return scalar
    }

    private mutating func fourDigits() throws(Fault) -> UInt32 {
        var number: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault
            }
            number = number << 4 | UInt32(digit)
            at += 1
        }
        return number
    }

    private mutating func digits() throws(Fault) {
        guard let byte = next, byte >= 0x30, byte <= 0x39 else { throw fault }
        while let byte = next, byte >= 0x30, byte <= 0x39 { at += 1 }
    }

    private mutating func number() throws(Fault) -> JSON {
        let start = at
        var isWhole = true
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) {
            isWhole = false
            try digits()
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if isWhole, let whole = Int(text) { return .integer(whole) }
        guard let real = Double(text), real.isFinite else { throw Fault(offset: start) }
        return .real(real)
    }
}
