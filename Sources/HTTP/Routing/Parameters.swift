/// What a route's pattern bound, by name.
package struct Parameters: Sendable {
    private let names: [String]
    private let values: [String]

    package init(names: [String] = [], values: [String] = []) {
        self.names = names
        self.values = values
    }

    package subscript(name: String) -> String? {
        names.firstIndex(of: name).map { values[$0] }
    }

    /// The value as a type such as `Int` or a typed identifier.
    /// - Throws: ``RequestRefused`` with 404 if it isn't one: such an address leads nowhere.
    package func require<Value: LosslessStringConvertible>(
        _ name: String, as type: Value.Type = Value.self
    ) throws(RequestRefused) -> Value {
        guard let text = self[name], let value = Value(text) else { throw .notFound }
        return value
    }
}
