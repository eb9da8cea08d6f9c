/// What answers a request.
package typealias Handler = @Sendable (Request) async throws -> Response

/// What answers a request without waiting for anything, or leaves it to the handler.
package typealias AnswerAtOnce = @Sendable (Request) -> KeptAnswer.Sending?

/// A step around the handler: looks at the request before, at the response after, or answers itself.
package protocol Middleware: Sendable {
    func respond(to request: Request, next: Handler) async throws -> Response
}

/// Finds the handler by method and path.
///
/// A pattern is made of fixed segments, `:name` for one segment and, at the end, `*name` for all the rest:
/// `/plans/:plan/tasks`, `/assets/*path`. A fixed segment wins over `:name`, that over `*name`.
package struct Router: Sendable {
    private struct Route: Sendable {
        let names: [String]
        let bodyLimit: Int
        let handler: Handler
    }

    private struct Node: Sendable {
        var fixed: [String: Int] = [:]
        var single: Int?
        var rest: Int?
        var routes: [Method: Route] = [:]
    }

    private var nodes = [Node()]
    private var middleware: [any Middleware] = []

    package init() {}

    /// Adds a route.
    ///
    /// Traps if the pattern is malformed or the method already has a handler there.
    /// - Parameter bodyLimit: the most bytes of the request's body; more is answered with 413.
    package mutating func on(
        _ method: Method, _ pattern: String, bodyLimit: Int = RequestBody.defaultLimit,
        _ handler: @escaping Handler
    ) {
        precondition(pattern.hasPrefix("/"), "a pattern begins with a slash")
        var node = 0
        var names: [String] = []
        let segments =
            pattern == "/" ? [] : pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let name = String(segment.dropFirst())
            switch segment.first {
            case ":":
                names.append(name)
                node = child(of: node, \.single)
            case "*":
                precondition(index == segments.count - 1, "*name stands only at the end of a pattern")
                names.append(name)
                node = child(of: node, \.rest)
            default: node = child(of: node, \.fixed[String(segment)])
            }
        }
        precondition(nodes[node].routes[method] == nil, "two handlers for \(method) \(pattern)")
        nodes[node].routes[method] = Route(names: names, bodyLimit: bodyLimit, handler: handler)
    }

    /// Adds a step around every answer, those of 404 and 405 included; the first added is the outermost.
    package mutating func use(_ step: any Middleware) { middleware.append(step) }

    package func respond(to request: Request) async throws -> Response {
        try await run(request, step: 0)
    }

    private func run(_ request: Request, step: Int) async throws -> Response {
        guard step < middleware.count else { return try await dispatch(request) }
        return try await middleware[step].respond(to: request) { [self] in try await run($0, step: step + 1) }
    }

    private func dispatch(_ request: Request) async throws -> Response {
        var values: [Substring] = []
        guard let found = find(request.path, at: 0, node: 0, method: request.method, values: &values) else {
            return try refuse(request)
        }
        var request = request
        request.parameters = Parameters(names: found.names, values: values.map(String.init))
        request.body.limit = found.bodyLimit
        try request.body.checkAnnouncedLength()
        return try await found.handler(request)
    }

    /// 404, 405 with `Allow`, or the answer to OPTIONS.
    private func refuse(_ request: Request) throws -> Response {
        var methods: Set<String> = []
        collectMethods(request.path, at: 0, node: 0, into: &methods)
        if methods.isEmpty { throw RequestRefused(.notFound) }
        if methods.contains("GET") { methods.insert("HEAD") }
        methods.insert("OPTIONS")
        let refusal = RequestRefused(.methodNotAllowed, allow: methods.sorted())
        guard request.method == .options else { throw refusal }
        return Response(.noContent, headers: refusal.headers)
    }

    /// Looks for a route that takes the method, the most exact pattern first; values in the pattern's order.
    private func find(
        _ path: [String], at index: Int, node: Int, method: Method, values: inout [Substring]
    ) -> Route? {
        let here = nodes[node]
        guard index < path.count else { return Self.route(in: here, method) }
        if let next = here.fixed[path[index]],
            let route = find(path, at: index + 1, node: next, method: method, values: &values)
        {
            return route
        }
        if let next = here.single, !path[index].isEmpty {
            values.append(path[index][...])
            if let route = find(path, at: index + 1, node: next, method: method, values: &values) {
                return route
            }
            values.removeLast()
        }
        if let next = here.rest, let route = Self.route(in: nodes[next], method) {
            values.append(path[index...].joined(separator: "/")[...])
            return route
        }
        return nil
    }

    private static func route(in node: Node, _ method: Method) -> Route? {
        node.routes[method] ?? (method == .head ? node.routes[.get] : nil)
    }

    private func collectMethods(_ path: [String], at index: Int, node: Int, into methods: inout Set<String>) {
        let here = nodes[node]
        guard index < path.count else { return methods.formUnion(here.routes.keys.map(\.name)) }
        if let next = here.fixed[path[index]] {
            collectMethods(path, at: index + 1, node: next, into: &methods)
        }
        if let next = here.single, !path[index].isEmpty {
            collectMethods(path, at: index + 1, node: next, into: &methods)
        }
        if let next = here.rest { methods.formUnion(nodes[next].routes.keys.map(\.name)) }
    }

    private mutating func child(of node: Int, _ edge: WritableKeyPath<Node, Int?>) -> Int {
        if let next = nodes[node][keyPath: edge] { return next }
        nodes.append(Node())
        nodes[node][keyPath: edge] = nodes.count - 1
        return nodes.count - 1
    }
}
