/// Names and values of a query string or of an urlencoded body, in order, decoded.
package struct Query: Sendable, Hashable {
    /// One `name=value`.
    package struct Field: Sendable, Hashable {
        package let name: String
        package let value: String
    }

    /// The most fields that one query or form may have.
    package static let maximumFields = 1_000

    package private(set) var fields: [Field] = []

    package init() {}

    /// Parses `a=1&b=2` strictly.
    /// - Throws: ``RequestRefused`` with 400 on bad escapes, NUL, bad UTF-8 or more than `limit` fields.
    package init(
        parsing bytes: some Collection<UInt8>, limit: Int = Query.maximumFields
    ) throws(RequestRefused) {
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard fields.count < limit else {
                throw RequestRefused(.badRequest, "There are too many fields.")
            }
            let equals = pair.firstIndex(of: UInt8(ascii: "="))
            let name = try PercentEncoding.decode(pair[..<(equals ?? pair.endIndex)], plusIsSpace: true)
            let rest = equals.map { pair[pair.index(after: $0)...] }
            let value = try rest.map { bytes throws(RequestRefused) in
                try PercentEncoding.decode(bytes, plusIsSpace: true)
            }
            fields.append(Field(name: name, value: value ?? ""))
        }
    }

    package var isEmpty: Bool { fields.isEmpty }

    /// The first value of the name.
    package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Every value of the name in order.
    package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    mutating func append(_ name: String, _ value: String) { fields.append(Field(name: name, value: value)) }
}
