/// The form of a JSON value, as the OpenAPI document writes it.
indirect enum APISchema: Sendable {
    /// - Parameter values: all that it may be; nil: any.
    case string(
        values: [String]? = nil, format: String? = nil, pattern: String? = nil,
        length: ClosedRange<Int>? = nil)
    case integer(minimum: Int? = nil, maximum: Int? = nil)
    case boolean
    case array(APISchema)
    /// Of so many items at most.
    case list(APISchema, Int)
    /// Of at least one item, each once.
    case set(APISchema)
    /// An object with just these members.
    case object([Member])
    /// An object with members of any name.
    case map(APISchema)
    case nullable(APISchema)
    /// One of the document's components.
    case named(String)

    struct Member: Sendable {
        var name: String
        var schema: APISchema
        var isRequired = true
    }

    static let text = APISchema.string()
    static let id = APISchema.string(pattern: "^[0-9a-z-]{1,64}$")
    static let day = APISchema.string(format: "date")
    static let instant = APISchema.string(format: "date-time")

    var json: JSON {
        switch self {
        case .string(let values, let format, let pattern, let length):
            var members: [JSON.Member] = [.init(name: "type", value: .string("string"))]
            func add(_ name: String, _ value: JSON?) {
                if let value { members.append(.init(name: name, value: value)) }
            }
            add("enum", values.map { .strings($0) })
            add("format", format.map { .string($0) })
            add("pattern", pattern.map { .string($0) })
            add("minLength", length.map { .integer($0.lowerBound) })
            add("maxLength", length.map { .integer($0.upperBound) })
            return .object(members)
        case .integer(let minimum, let maximum):
            var members: [JSON.Member] = [.init(name: "type", value: .string("integer"))]
            if let minimum { members.append(.init(name: "minimum", value: .integer(minimum))) }
            if let maximum { members.append(.init(name: "maximum", value: .integer(maximum))) }
            return .object(members)
        case .boolean: return .object(["type": .string("boolean")])
        case .list(let items, let most):
            return .object(["type": .string("array"), "items": items.json, "maxItems": .integer(most)])
        case .set(let items):
            return .object([
                "type": .string("array"), "items": items.json, "minItems": .integer(1),
                "uniqueItems": .bool(true),
            ])
        case .array(let items): return .object(["type": .string("array"), "items": items.json])
        case .object(let members):
            return .object([
                "type": .string("object"),
                "properties": .object(members.map { .init(name: $0.name, value: $0.schema.json) }),
                "required": .strings(members.filter(\.isRequired).map(\.name)),
                "additionalProperties": .bool(false),
            ])
        case .map(let values):
            return .object(["type": .string("object"), "additionalProperties": values.json])
        case .nullable(let schema):
            return .object(["anyOf": .array([schema.json, .object(["type": .string("null")])])])
        case .named(let name): return .object(["$ref": .string("#/components/schemas/\(name)")])
        }
    }
}

/// How a value is told to programs: each member's form and where it comes from in one place, so that what is sent
/// and what is promised can't come apart.
struct APIShape<Value: Sendable>: Sendable {
    struct Field: Sendable {
        var name: String
        var schema: APISchema
        var json: @Sendable (Value) -> JSON
    }

    /// In the document's components.
    let name: String
    let fields: [Field]

    init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
    }

    var reference: APISchema { .named(name) }
    var schema: APISchema { .object(fields.map { .init(name: $0.name, schema: $0.schema) }) }

    func json(_ value: Value) -> JSON { .object(fields.map { .init(name: $0.name, value: $0.json(value)) }) }
}

extension APIShape.Field {
    static func text(_ name: String, _ get: @escaping @Sendable (Value) -> String) -> Self {
        Self(name: name, schema: .text) { .string(get($0)) }
    }

    static func optionalText(_ name: String, _ get: @escaping @Sendable (Value) -> String?) -> Self {
        Self(name: name, schema: .nullable(.text)) { .optional(get($0)) }
    }

    static func id(_ name: String, _ get: @escaping @Sendable (Value) -> String) -> Self {
        Self(name: name, schema: .id) { .string(get($0)) }
    }

    static func optionalID(_ name: String, _ get: @escaping @Sendable (Value) -> String?) -> Self {
        Self(name: name, schema: .nullable(.id)) { .optional(get($0)) }
    }

    static func one<Choice: RawRepresentable<String> & CaseIterable & SendableMetatype>(
        _ name: String, _ get: @escaping @Sendable (Value) -> Choice
    ) -> Self {
        Self(name: name, schema: .string(values: Choice.allCases.map(\.rawValue))) {
            .string(get($0).rawValue)
        }
    }

    static func count(_ name: String, _ get: @escaping @Sendable (Value) -> Int) -> Self {
        Self(name: name, schema: .integer(minimum: 0)) { .integer(get($0)) }
    }

    static func bool(_ name: String, _ get: @escaping @Sendable (Value) -> Bool) -> Self {
        Self(name: name, schema: .boolean) { .bool(get($0)) }
    }

    static func shape<Other>(
        _ name: String, _ shape: APIShape<Other>, _ get: @escaping @Sendable (Value) -> Other
    )
        -> Self
    {
        Self(name: name, schema: shape.reference) { shape.json(get($0)) }
    }

    static func optionalShape<Other>(
        _ name: String, _ shape: APIShape<Other>, _ get: @escaping @Sendable (Value) -> Other?
    ) -> Self {
        Self(name: name, schema: .nullable(shape.reference)) { value in
            get(value).map { shape.json($0) } ?? .null
        }
    }

    static func list<Other>(
        _ name: String, _ shape: APIShape<Other>, _ get: @escaping @Sendable (Value) -> [Other]
    ) -> Self {
        Self(name: name, schema: .array(shape.reference)) { .array(get($0).map(shape.json)) }
    }
}
