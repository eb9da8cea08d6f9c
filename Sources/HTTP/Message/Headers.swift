/// Header fields in the order of the wire; names compare without regard to ASCII case.
package struct Headers: Sendable, ExpressibleByDictionaryLiteral {
    /// One field line.
    package struct Field: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package private(set) var fields: [Field] = []

    package init() {}

    package init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { add(name, value) }
    }

    package var isEmpty: Bool { fields.isEmpty }

    /// Takes fields that a parser has checked already.
    package init(checked fields: [Field]) { self.fields = fields }

    /// The first value of the name; setting replaces every field of that name.
    package subscript(name: String) -> String? {
        get {
            for field in fields where Self.same(field.name, name) { return field.value }
            return nil
        }
        set {
            fields.removeAll { Self.same($0.name, name) }
            if let newValue { add(name, newValue) }
        }
    }

    /// Every value of the name in order.
    package func all(_ name: String) -> [String] {
        fields.lazy.filter { Self.same($0.name, name) }.map(\.value)
    }

    package func contains(_ name: String) -> Bool { self[name] != nil }

    /// Appends a field.
    ///
    /// Traps on a name that is no token or a value with CR, LF, NUL or another control character: such a
    /// value would let its writer add fields or a second response. Values that come from outside go through
    /// ``add(_:unchecked:)``.
    package mutating func add(_ name: String, _ value: String) {
        precondition(Self.isToken(name), "a header's name must be a token")
        precondition(Self.isSafeValue(value), "a header's value must not hold control characters")
        fields.append(Field(name: name, value: value))
    }

    /// Appends a field whose value came from outside.
    /// - Throws: ``UnsafeHeader`` on CR, LF, NUL or another control character.
    package mutating func add(_ name: String, unchecked value: String) throws(UnsafeHeader) {
        guard Self.isToken(name), Self.isSafeValue(value) else { throw UnsafeHeader(name: name) }
        fields.append(Field(name: name, value: value))
    }

    /// Adds an element to a comma-separated list such as `Vary`, unless it is there already.
    package mutating func insert(_ element: String, intoList name: String) {
        guard let present = self[name] else { return add(name, element) }
        let elements = present.split(separator: ",").map { $0.filter { $0 != " " } }
        if elements.contains("*") || elements.contains(where: { Self.same($0, element) }) { return }
        self[name] = present + ", " + element
    }

    /// Whether two names are the same but for ASCII case.
    package static func same(_ left: String, _ right: String) -> Bool {
        let a = left.utf8
        let b = right.utf8
        guard a.count == b.count else { return false }
        return a.elementsEqual(b) { lowercased($0) == lowercased($1) }
    }

    static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

    /// Whether the text is a `token` of RFC 9110 §5.6.2.
    package static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { CharacterTable.isToken($0) }
    }

    static func isSafeValue(_ text: String) -> Bool {
        text.utf8.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }
    }
}

/// A header that would have carried control characters.
package struct UnsafeHeader: Error, Sendable, CustomStringConvertible {
    package let name: String

    package init(name: String) { self.name = name }

    package var description: String { "the value for the header \(name) holds control characters" }
}
