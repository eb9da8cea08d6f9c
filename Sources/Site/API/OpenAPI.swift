import Domain
import HTTP
import Operations

/// The OpenAPI 3.1 document of the interface, written from the table that routes its requests.
enum OpenAPI {
    static let mediaType = "application/json"

    static func document(version: String) -> JSON {
        .object([
            "openapi": .string("3.1.0"),
            "info": .object([
                "title": .string("Loa"), "version": .string(version),
                "description": .string(
                    "Giao tiếp JSON cho chương trình của các cơ quan. / The JSON interface for agencies' programs."
                ),
                "license": .object(["name": .string("See LICENSE")]),
            ]),
            "servers": .array([.object(["url": .string("/")])]),
            "security": .array([.object(["bearer": .array([])])]),
            "paths": .object(paths),
            "webhooks": .object(WebhookShapes.document),
            "components": .object([
                "schemas": .object(APITable.components.map { .init(name: $0.name, value: $0.schema.json) }),
                "securitySchemes": .object([
                    "bearer": .object([
                        "type": .string("http"), "scheme": .string("bearer"),
                        "description": .string("Khóa truy cập của cơ quan. / The agency's token."),
                    ])
                ]),
                "responses": .object([
                    "Problem": problem([]),
                    // What isn't a clean request of HTTP is refused before anybody knows what it asks for.
                    "Malformed": problem([
                        .init(name: "text/plain", value: .object(["schema": APISchema.text.json]))
                    ]),
                ]),
            ]),
        ])
    }

    private static func problem(_ others: [JSON.Member]) -> JSON {
        let content = JSON.Member(
            name: APIProblem.mediaType,
            value: .object(["schema": APISchema.named(APIProblem.schemaName).json]))
        return .object([
            "description": .string("Không thực hiện được. / It wasn't done."),
            "content": .object([content] + others),
        ])
    }

    private static var paths: [JSON.Member] {
        var order: [String] = []
        var items: [String: [JSON.Member]] = [:]
        for endpoint in APITable.endpoints {
            let path = address(endpoint.pattern)
            if items[path] == nil { order.append(path) }
            items[path, default: []].append(
                .init(name: endpoint.method.name.lowercased(), value: operation(endpoint)))
        }
        return order.map { .init(name: $0, value: .object(items[$0] ?? [])) }
    }

    /// `/api/v1/tasks/{task}` of `/tasks/:task`.
    private static func address(_ pattern: String) -> String {
        APIEndpoint.root + pattern.replacing(/:([a-z]+)/) { "{\($0.1)}" }
    }

    private static func operation(_ endpoint: APIEndpoint) -> JSON {
        var members: [JSON.Member] = [
            .init(name: "operationId", value: .string(endpoint.name)),
            .init(name: "summary", value: .string("\(endpoint.summary.vi) / \(endpoint.summary.en)")),
        ]
        if let scope = endpoint.scope {
            members.append(.init(name: "description", value: .string("Phạm vi / scope: `\(scope.rawValue)`")))
            members.append(.init(name: "x-scope", value: .string(scope.rawValue)))
        }
        let parameters = parameters(endpoint)
        if !parameters.isEmpty { members.append(.init(name: "parameters", value: .array(parameters))) }
        if let fields = endpoint.body {
            let content = endpoint.admit == nil ? body(fields) : form(fields)
            members.append(.init(name: "requestBody", value: content))
        }
        members.append(.init(name: "responses", value: responses(endpoint)))
        return .object(members)
    }

    private static func parameters(_ endpoint: APIEndpoint) -> [JSON] {
        var parameters = endpoint.pathNames.map { name in
            JSON.object([
                "name": .string(name), "in": .string("path"), "required": .bool(true),
                "schema": APIEndpoint.pathInput(name).schema.json,
            ])
        }
        for field in endpoint.query {
            let schema: APISchema =
                field.isList ? .list(field.input.schema, APIEndpoint.listLimit) : field.input.schema
            parameters.append(
                .object([
                    "name": .string(field.name), "in": .string("query"), "required": .bool(field.isRequired),
                    "description": .string("\(field.summary.vi) / \(field.summary.en)"),
                    "schema": schema.json, "style": .string("form"), "explode": .bool(true),
                ]))
        }
        if endpoint.condition == .revision {
            parameters.append(
                .object([
                    "name": .string("If-Match"), "in": .string("header"), "required": .bool(true),
                    "description": .string("ETag của bản đã xem. / The entity tag of what was seen."),
                    "schema": APISchema.string(pattern: "^\"[!#-~]{1,40}\"$").json,
                ]))
        }
        return parameters
    }

    private static func body(_ fields: [APIEndpoint.Field]) -> JSON {
        let schema = APISchema.object(
            fields.map { .init(name: $0.name, schema: $0.input.schema, isRequired: $0.isRequired) })
        return .object([
            "required": .bool(fields.contains(where: \.isRequired)),
            "content": .object(["application/json": .object(["schema": schema.json])]),
        ])
    }

    /// The file stands behind the fields.
    private static func form(_ fields: [APIEndpoint.Field]) -> JSON {
        var schema = fields.map {
            APISchema.Member(name: $0.name, schema: $0.input.schema, isRequired: $0.isRequired)
        }
        schema.append(.init(name: APIUpload.fileName, schema: .string(format: "binary")))
        return .object([
            "required": .bool(true),
            "content": .object(["multipart/form-data": .object(["schema": APISchema.object(schema).json])]),
        ])
    }

    /// What an endpoint answers where all goes well.
    private static func content(_ endpoint: APIEndpoint) -> JSON {
        guard let answers = endpoint.answers else {
            return .object([
                "application/octet-stream": .object(["schema": APISchema.string(format: "binary").json])
            ])
        }
        return .object(["application/json": .object(["schema": answers.json])])
    }

    private static func responses(_ endpoint: APIEndpoint) -> JSON {
        var members: [JSON.Member] = [
            .init(
                name: String(endpoint.status.code),
                value: .object([
                    "description": .string(endpoint.status.phrase),
                    "content": content(endpoint),
                ]))
        ]
        if endpoint.method == .get {
            members.append(
                .init(
                    name: "304",
                    value: .object(["description": .string("Chưa có gì thay đổi. / Nothing changed.")])))
        }
        for status in problems(of: endpoint) {
            members.append(
                .init(
                    name: String(status),
                    value: .object([
                        "$ref": .string("#/components/responses/\(status == 400 ? "Malformed" : "Problem")")
                    ])))
        }
        return .object(members)
    }

    /// The refusals that an endpoint can come to.
    private static func problems(of endpoint: APIEndpoint) -> [Int] {
        var statuses: Set<Int> = [400, 401, 403, 406, 429, 500, 503]
        // What a path or `of` names must be there; other fields only narrow.
        if !endpoint.pathNames.isEmpty || endpoint.query.contains(where: { $0.name == "of" }) {
            statuses.insert(404)
        }
        if endpoint.method != .get { statuses.formUnion([404, 409, 413, 415, 422]) }
        if endpoint.condition == .revision { statuses.formUnion([412, 428]) }
        return statuses.sorted()
    }
}
