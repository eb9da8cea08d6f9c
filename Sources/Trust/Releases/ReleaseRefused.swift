/// Why a statement about a release, or the policy that judges it, isn't taken.
package enum ReleaseRefused: Error, Sendable, Hashable, CustomStringConvertible {
    /// Not what the format asks for, to the byte.
    case malformed(String)
    /// A kind of statement, or a version of it, that this program doesn't know.
    case unknownKind(ExactText)

    package var description: String {
        switch self {
        case .malformed(let reason): "the statement is malformed: \(reason)"
        case .unknownKind(let type): "this program doesn't know statements of the kind \(type)"
        }
    }
}

extension TUF.FieldReader {
    /// Reads an object that has these fields and no others: whoever signed an unknown one may have meant a limit.
    ///
    /// - Parameter optional: those of the fields that may be missing.
    static func statement<Value>(
        _ json: JSON?, _ place: String, fields: Set<ExactText>, optional: Set<ExactText> = [],
        read: (TUF.FieldReader) throws(TUF.Refused) -> Value
    ) throws(TUF.Refused) -> Value {
        let reader = try TUF.FieldReader(json, place)
        for member in reader.object.members where !fields.contains(member.name) {
            throw reader.refused(member.name, "is a field that this program doesn't know")
        }
        for field in fields.subtracting(optional) where !reader.has(field) {
            throw reader.refused(field, "is missing")
        }
        return try read(reader)
    }

    /// The value that a version's number must have.
    func version(_ field: ExactText) throws(TUF.Refused) {
        let version = try integer(field, atLeast: 1)
        guard version == 1 else { throw refused(field, "is \(version), which this program doesn't know") }
    }

    /// A whole number between bounds.
    func number(_ field: ExactText, _ range: ClosedRange<Int64>) throws(TUF.Refused) -> Int64 {
        let value = try integer(field, atLeast: range.lowerBound)
        guard value <= range.upperBound else { throw refused(field, "is more than \(range.upperBound)") }
        return value
    }

    /// Words for people: not empty, bounded, and without what steers a terminal or turns letters around.
    func words(_ field: ExactText, limitBytes: Int) throws(TUF.Refused) -> ExactText {
        let words = try text(field)
        guard !words.isEmpty, words.utf8.count <= limitBytes else {
            throw refused(field, "is empty or longer than \(limitBytes) bytes")
        }
        guard words.isPlain else { throw refused(field, "holds signs that can't be seen") }
        return words
    }

    /// A name for programs: printable ASCII, so that none looks like another.
    func identifier(_ field: ExactText) throws(TUF.Refused) -> ExactText {
        let name = try text(field)
        guard 1...100 ~= name.utf8.count, name.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
            throw refused(field, "is no name of 1 to 100 printable ASCII characters")
        }
        return name
    }

    func digest(_ field: ExactText) throws(TUF.Refused) -> ExactText {
        let digest = try text(field)
        guard digest.isDigest else { throw refused(field, "is no SHA-256 in lower-case digits") }
        return digest
    }

    func instant(_ field: ExactText) throws(TUF.Refused) -> TUF.Instant {
        guard let instant = TUF.Instant(try text(field)) else { throw refused(field, "is no time") }
        return instant
    }

    /// Values that ascend and occur once, so that one meaning has one spelling.
    func ascending<Value>(
        _ field: ExactText, limit: Int, _ read: (ExactText) -> Value?
    ) throws(TUF.Refused) -> [Value] {
        let texts = try texts(field)
        guard 1...limit ~= texts.count else { throw refused(field, "has none or more than \(limit)") }
        for (one, next) in zip(texts, texts.dropFirst()) where !(one < next) {
            throw refused(field, "doesn't ascend")
        }
        var values: [Value] = []
        for text in texts {
            guard let value = read(text) else { throw refused(field, "holds an unknown \(text)") }
            values.append(value)
        }
        return values
    }

    /// The objects of a list.
    func list<Value>(
        _ field: ExactText, limit: Int, _ read: (JSON) throws(TUF.Refused) -> Value
    ) throws(TUF.Refused) -> [Value] {
        let entries = try array(field)
        guard entries.count <= limit else { throw refused(field, "has more than \(limit)") }
        var values: [Value] = []
        for entry in entries { values.append(try read(entry)) }
        return values
    }
}

extension ExactText {
    /// Whether it is a SHA-256 in the one spelling by which it is found: in another one, what was withdrawn would play.
    var isDigest: Bool {
        guard let bytes = Hexadecimal.decode(string), bytes.count == SHA256.byteCount else { return false }
        return Hexadecimal.encode(bytes) == string
    }

    /// Whether people see all of it as it stands: no control characters, no marks that turn or hide letters.
    ///
    /// Joiners and the space of no width stay: Khmer and Lao are written with them.
    package var isPlain: Bool {
        string.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
            case .format: 0x200B...0x200D ~= scalar.value
            default: true
            }
        }
    }
}
