import Documents
import Domain
import HTTP
import Operations

/// Why a request of a program failed, in the form of RFC 9457 and in both languages.
struct APIProblem: Error, Sendable {
    var status: Status
    /// Stable name, such as `task.wrong-state`.
    var code: String
    var message: Phrase
    /// The field that is at fault.
    var field: String?
    /// What stands now, where somebody else was quicker.
    var standing: TaskStanding?
    var headers: Headers = [:]

    static let mediaType = "application/problem+json"

    static func badQuery(_ name: String) -> APIProblem {
        APIProblem(
            status: .badRequest, code: "request.bad-query",
            message: Phrase(
                "Tham số không có, lặp lại hoặc có giá trị không nhận được.",
                "The parameter isn't known, stands twice, or has a value that isn't taken."), field: name)
    }

    static func badBody(_ name: String) -> APIProblem {
        APIProblem(
            status: .badRequest, code: "request.bad-body",
            message: Phrase(
                "Trường bắt buộc còn thiếu, không có, hoặc có giá trị không nhận được.",
                "A needed field is missing, or a field isn't known or has a value that isn't taken."),
            field: name)
    }

    static let notJSON = APIProblem(
        status: .badRequest, code: "request.not-json",
        message: Phrase(
            "Nội dung phải là một đối tượng JSON đúng chuẩn.", "The body must be one well-formed JSON object."
        ))
    static let bodyNotTaken = APIProblem(
        status: .badRequest, code: "request.body-not-taken",
        message: Phrase("Địa chỉ này không nhận nội dung.", "This address takes no body."))
    static let conditionMissing = APIProblem(
        status: Status(428), code: "request.condition-missing",
        message: Phrase(
            "Hãy gửi If-Match với ETag của bản đã xem.", "Send If-Match with the ETag of what was seen."))
    static let badCondition = APIProblem(
        status: .badRequest, code: "request.bad-condition",
        message: Phrase("If-Match phải là một ETag mạnh duy nhất.", "If-Match must be one strong entity tag.")
    )

    static func stale(_ standing: TaskStanding) -> APIProblem {
        let refusal = TaskRefused.changedMeanwhile(standing)
        return APIProblem(
            status: .preconditionFailed, code: refusal.code,
            message: Phrase(refusal.vietnamese, refusal.english),
            standing: standing, headers: ["ETag": "\"\(standing.revision)\""])
    }

    var response: Response {
        var members: [JSON.Member] = [
            .init(name: "type", value: .string("urn:loa:problem:" + code)),
            .init(
                name: "title", value: .string(status.phrase.isEmpty ? "Precondition Required" : status.phrase)
            ),
            .init(name: "status", value: .integer(status.code)),
            .init(name: "detail", value: .string(message.vi)),
            .init(name: "code", value: .string(code)),
            .init(
                name: "messages", value: .object(["vi": .string(message.vi), "en": .string(message.en)])),
        ]
        if let field { members.append(.init(name: "field", value: .string(field))) }
        if let standing { members.append(.init(name: "standing", value: TaskShapes.standing.json(standing))) }
        var response = Response.bytes(JSON.object(members).bytes, type: Self.mediaType, status: status)
        for field in headers.fields { response.headers[field.name] = field.value }
        response.headers["Cache-Control"] = "no-store"
        return response
    }

    static let schemaName = "Problem"
    static let schema = APISchema.object([
        .init(name: "type", schema: .string(format: "uri")), .init(name: "title", schema: .text),
        .init(name: "status", schema: .integer(minimum: 400, maximum: 599)),
        .init(name: "detail", schema: .text),
        .init(name: "code", schema: .text),
        .init(
            name: "messages",
            schema: .object([.init(name: "vi", schema: .text), .init(name: "en", schema: .text)])),
        .init(name: "field", schema: .text, isRequired: false),
        .init(name: "standing", schema: TaskShapes.standing.reference, isRequired: false),
        .init(name: "reference", schema: .text, isRequired: false),
    ])
}

/// Answers every failure below `/api` with a problem instead of a page.
struct APIProblems: Middleware {
    let site: Site

    func respond(to request: Request, next: Handler) async throws -> Response {
        guard request.path.first == "api" else { return try await next(request) }
        do {
            return try await next(request)
        } catch let error as ConnectionLost {
            throw error
        } catch let error as CancellationError {
            throw error
        } catch {
            return problem(error, request).response
        }
    }

    private func problem(_ error: any Error, _ request: Request) -> APIProblem {
        if let problem = error as? APIProblem { return problem }
        if let refused = error as? UploadRefused { return APIProblem(refused) }
        if let refused = error as? ConversionRefused { return APIProblem(refused) }
        let (status, sentence, headers) = ErrorPages(site: site).answer(to: error)
        if status.code >= 500 {
            let reference = request.values[TraceKey.self]?.reference ?? "–"
            site.log.line(
                .error, "failure",
                [("reference", .text(reference)), ("error", .text(String(reflecting: error)))])
        }
        var problem = APIProblem(
            status: status, code: (error as? any Refusal)?.code ?? "request.\(status.code)",
            message: sentence,
            headers: headers)
        if status == .unauthorized {
            problem.headers["WWW-Authenticate"] =
                error as? APIRefused == .tokenMissing
                ? "Bearer realm=\"Loa\"" : "Bearer realm=\"Loa\", error=\"invalid_token\""
        }
        if error as? APIRefused == .scopeMissing {
            problem.headers["WWW-Authenticate"] = "Bearer realm=\"Loa\", error=\"insufficient_scope\""
        }
        return problem
    }
}
