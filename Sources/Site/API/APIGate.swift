import Domain
import HTTP
import Operations
import Trust

/// Lets requests to their endpoint, one check after the other: who, what, how, and only then the work.
struct APIGate: Sendable {
    let site: Site
    let endpoint: APIEndpoint
    let throttle: APIThrottle

    func respond(to request: Request) async throws -> Response {
        request.values[TraceKey.self]?.setRoute(APIEndpoint.root + endpoint.pattern)
        let caller = try await caller(of: request)
        if let scope = endpoint.scope, !caller.token.scopes.contains(scope) { throw APIRefused.scopeMissing }
        if endpoint.answers != nil { try APIGate.checkAccept(request) }
        try checkQuery(request)
        let revision = try endpoint.condition == .none ? 0 : APIGate.revision(of: request)
        var call = APICall(
            site: site, request: request, caller: caller, body: .object([]), revision: revision)
        if let admit = endpoint.admit, let fields = endpoint.body {
            let incoming = try await admit(call)
            (call.body, call.upload) = try await APIUpload.read(request, fields, incoming)
        } else {
            call.body = try await body(of: request)
        }
        let answer: APIAnswer
        do { answer = try await endpoint.run(call) } catch TaskRefused.changedMeanwhile(let standing) {
            return APIProblem.stale(standing).response
        }
        return response(answer, to: request)
    }

    // MARK: - Who

    private func caller(of request: Request) async throws -> APICaller {
        let fields = request.headers.all("authorization")
        guard let field = fields.first else { throw APIRefused.tokenMissing }
        let parts = field.split(separator: " ", omittingEmptySubsequences: true)
        guard fields.count == 1, parts.count == 2, parts[0].lowercased() == "bearer" else {
            throw APIRefused.tokenMissing
        }
        let caller = try await FindAPIToken(secret: String(parts[1]), address: request.client.throttleKey)
            .run(in: site.office, as: .nobody)
        guard throttle.admits(caller.token.id, at: site.now()) else { throw APIRefused.tooFast }
        return caller
    }

    // MARK: - What

    /// 406 unless JSON is among what the client takes.
    static func checkAccept(_ request: Request) throws {
        let fields = request.headers.all("accept")
        guard !fields.isEmpty else { return }
        let takes = fields.joined(separator: ",").split(separator: ",").contains { range in
            let parts = range.split(separator: ";").map { String($0).trimmingSpaces().lowercased() }
            guard let name = parts.first, ["*/*", "application/*", "application/json"].contains(name) else {
                return false
            }
            return !parts.dropFirst().contains { $0.firstMatch(of: /^q=0(\.0*)?$/) != nil }
        }
        guard takes else { throw RequestRefused(.notAcceptable) }
    }

    /// Refuses names that the endpoint doesn't know, values that it doesn't take, and the same name twice.
    private func checkQuery(_ request: Request) throws {
        var seen: Set<String> = []
        for field in request.query.fields {
            guard let known = endpoint.query.first(where: { $0.name == field.name }) else {
                throw APIProblem.badQuery(field.name)
            }
            guard seen.insert(field.name).inserted || known.isList, known.input.accepts(field.value) else {
                throw APIProblem.badQuery(field.name)
            }
        }
        for field in endpoint.query where field.isRequired && request.query[field.name] == nil {
            throw APIProblem.badQuery(field.name)
        }
        for field in endpoint.query where field.isList {
            if request.query.all(field.name).count > APIEndpoint.listLimit {
                throw APIProblem.badQuery(field.name)
            }
        }
    }

    /// The revision in an entity tag: what stands before the first dot.
    private static func revision(of request: Request) throws -> Int {
        let fields = request.headers.all("if-match")
        guard let field = fields.first else { throw APIProblem.conditionMissing }
        guard fields.count == 1, let match = field.trimmingSpaces().wholeMatch(of: /"([!#-~]*)"/) else {
            throw APIProblem.badCondition
        }
        let text = match.1.prefix { $0 != "." }
        // A tag that was never given out matches nothing.
        return text.utf8.count <= 9 ? Int(text).flatMap { $0 < 0 ? nil : $0 } ?? -1 : -1
    }

    private func body(of request: Request) async throws -> JSON {
        let none = JSON.object([])
        guard let fields = endpoint.body else {
            guard request.body.announcedLength == 0 else { throw APIProblem.bodyNotTaken }
            return none
        }
        if request.body.announcedLength == 0 {
            if fields.contains(where: \.isRequired) { throw APIProblem.badBody("") }
            return none
        }
        guard request.headers["content-encoding"] == nil, let type = request.headers["content-type"],
            let media = MediaType(type), media.name == "application/json",
            media.parameters.allSatisfy({ $0.key == "charset" && $0.value.lowercased() == "utf-8" })
        else { throw RequestRefused(.unsupportedMediaType) }
        let bytes = try await request.body.collect(upTo: APIEndpoint.bodyLimitBytes)
        guard let json = try? JSONReader.read(bytes), case .object(let members) = json else {
            throw APIProblem.notJSON
        }
        try APIGate.check(members, fields)
        return json
    }

    /// Refuses members that aren't known or take no such value, and those that are missing.
    static func check(_ members: [JSON.Member], _ fields: [APIEndpoint.Field]) throws(APIProblem) {
        for member in members {
            guard let known = fields.first(where: { $0.name == member.name }),
                known.input.accepts(member.value)
            else {
                throw APIProblem.badBody(member.name)
            }
        }
        for field in fields where field.isRequired && !members.contains(where: { $0.name == field.name }) {
            throw APIProblem.badBody(field.name)
        }
    }

    // MARK: - The answer

    private func response(_ answer: APIAnswer, to request: Request) -> Response {
        if let file = answer.file { return .download(file) }
        let bytes = answer.json.bytes
        // The revision alone wouldn't change where a day passes or somebody remarks.
        let digest = Hexadecimal.encode(Array(SHA256.digest(bytes).prefix(8)))
        let tag = "\"" + (answer.revision.map { "\($0)." } ?? "") + digest + "\""
        if request.method.isSafe, let known = request.headers["if-none-match"], APIGate.names(known, tag) {
            return APIGate.described(Response(.notModified, headers: ["ETag": tag]))
        }
        var response = Response.json(bytes, status: endpoint.status)
        // Of a verb's answer only the revision holds: it shows less than the thing's own address.
        if request.method.isSafe { response.headers["ETag"] = tag }
        if !request.method.isSafe, let revision = answer.revision {
            response.headers["ETag"] = "\"\(revision)\""
        }
        // Compressed bodies bear weak tags, which If-Match must not take.
        if answer.revision != nil { response.mayCompress = false }
        if let next = answer.next { response.headers["Link"] = "<\(next)>; rel=\"next\"" }
        return APIGate.described(response)
    }

    private static func names(_ field: String, _ tag: String) -> Bool {
        field.split(separator: ",").contains { one in
            let text = String(one).trimmingSpaces()
            return text == "*" || text == tag || text == "W/" + tag
        }
    }

    /// Shared caches keep nothing, and programs ask again.
    static func described(_ response: Response) -> Response {
        var response = response
        response.headers["Cache-Control"] = "private, no-cache"
        response.headers.insert("Authorization", intoList: "Vary")
        return response
    }
}
