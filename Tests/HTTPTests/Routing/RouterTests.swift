import HTTP
import Testing

struct RouterTests {
    private static func router() -> Router {
        var router = Router()
        let show: (String) -> Handler = { name in
            { request in
                .text(
                    "\(name) \(request.parameters["plan"] ?? "-") \(request.parameters["task"] ?? "-") \(request.parameters["rest"] ?? "-")"
                )
            }
        }
        router.on(.get, "/", show("home"))
        router.on(.get, "/plans", show("plans"))
        router.on(.get, "/plans/new", show("new"))
        router.on(.get, "/plans/:plan", show("plan"))
        router.on(.post, "/plans/:plan", bodyLimit: 10, show("change"))
        router.on(.get, "/plans/:plan/tasks/:task", show("task"))
        router.on(.get, "/plans/new/:task", show("draft"))
        router.on(.get, "/assets/*rest", show("asset"))
        return router
    }

    private func answer(_ method: Method, _ target: String, body: [UInt8] = []) async throws -> String {
        let response = try await Self.router().respond(to: Request(method, target, body: body))
        guard case .bytes(let bytes) = response.body else { return response.status.description }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "Requests find their handler and its parameters",
        arguments: [
            ("/", "home - - -"), ("/plans", "plans - - -"), ("/plans/new", "new - - -"),
            ("/plans/7", "plan 7 - -"),
            ("/plans/a%20b", "plan a b - -"), ("/plans/7/tasks/2", "task 7 2 -"),
            ("/plans/new/tasks/2", "task new 2 -"),
            ("/plans/new/x", "draft - x -"), ("/assets/a/b.css", "asset - - a/b.css"),
        ])
    func found(_ target: String, _ text: String) async throws {
        #expect(try await answer(.get, target) == text)
        #expect(try await answer(.head, target) == text)
    }

    @Test(
        "Unknown addresses are refused with 404",
        arguments: ["/x", "/plans/", "/plans//tasks/1", "/plans/7/tasks", "/assets"])
    func unknown(_ target: String) async throws {
        await #expect(throws: RequestRefused.notFound) { try await answer(.get, target) }
    }

    @Test("Other methods are refused with 405 and the list of those allowed")
    func methods() async throws {
        let refusal = RequestRefused(.methodNotAllowed, allow: ["GET", "HEAD", "OPTIONS", "POST"])
        await #expect(throws: refusal) { try await answer(.delete, "/plans/7") }
        #expect(refusal.headers["allow"] == "GET, HEAD, OPTIONS, POST")
        #expect(try await answer(.options, "/plans/7") == "204 No Content")
    }

    @Test("A body over the route's limit is refused before it is read")
    func bodyLimit() async throws {
        #expect(try await answer(.post, "/plans/7", body: [UInt8](repeating: 0, count: 10)) == "change 7 - -")
        await #expect(throws: RequestRefused.tooLarge) {
            try await answer(.post, "/plans/7", body: [UInt8](repeating: 0, count: 11))
        }
    }

    @Test("Middleware runs in order around everything, refusals included")
    func middleware() async throws {
        struct Mark: Middleware {
            let name: String
            func respond(to request: Request, next: Handler) async throws -> Response {
                var response: Response
                do { response = try await next(request) } catch let error as RequestRefused {
                    response = .text("", status: error.status)
                }
                response.headers.add("X-Mark", name)
                return response
            }
        }
        var router = Self.router()
        router.use(Mark(name: "outer"))
        router.use(Mark(name: "inner"))
        let response = try await router.respond(to: Request(.get, "/nowhere"))
        #expect(response.status == .notFound)
        #expect(response.headers.all("x-mark") == ["inner", "outer"])
    }

    @Test("A parameter that isn't of its type leads nowhere")
    func types() throws {
        let parameters = Parameters(names: ["id"], values: ["12x"])
        #expect(throws: RequestRefused.notFound) { try parameters.require("id", as: Int.self) }
        #expect(try Parameters(names: ["id"], values: ["12"]).require("id", as: Int.self) == 12)
    }
}
