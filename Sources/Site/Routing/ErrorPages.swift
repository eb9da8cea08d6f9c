import HTTP
import Markup
import Operations

/// Turns every error into the one page for it; what is unknown is logged in full under the page's reference.
struct ErrorPages: Middleware {
    let site: Site

    func respond(to request: Request, next: Handler) async throws -> Response {
        do {
            return try await next(request)
        } catch let error as ConnectionLost {
            throw error
        } catch let error as CancellationError {
            throw error
        } catch {
            return await page(for: error, request)
        }
    }

    private func page(for error: any Error, _ request: Request) async -> Response {
        let reference = request.values[TraceKey.self]?.reference ?? "–"
        let (status, sentence, headers) = answer(to: error)
        if status.code >= 500 {
            site.log.line(
                .error, "failure",
                [("reference", .text(reference)), ("error", .text(String(reflecting: error)))])
        }
        // Without a database nobody can be recognised; the page is then a stranger's.
        let visit = try? await Visit(request, site)
        let screen =
            visit?.screen
            ?? Screen(
                language: Visit.language(of: request), visitor: nil, address: Routes.home(), flash: nil,
                formToken: "", isDemonstration: site.settings.isDemonstration)
        var response = Response.html(
            ErrorPage(status: status, sentence: sentence, reference: reference).view(screen).bytes,
            status: status)
        response.headers["Cache-Control"] = "no-store"
        for field in headers.fields { response.headers[field.name] = field.value }
        return response
    }

    /// Status, sentence and fields of an answer to an error.
    func answer(to error: any Error) -> (Status, Phrase, Headers) {
        switch error {
        case let refusal as any Refusal:
            let status =
                (400...599).contains(refusal.httpStatus) ? Status(refusal.httpStatus) : .internalServerError
            let headers: Headers = refusal.retryAfterSeconds.map { ["Retry-After": String($0)] } ?? [:]
            return (status, Phrase(refusal.vietnamese, refusal.english), headers)
        case is FormRefused:
            return (.forbidden, .formExpired, [:])
        case let error as any RespondingError:
            return (error.status, ErrorPage.sentence(for: error.status), error.headers)
        default:
            return (.internalServerError, ErrorPage.sentence(for: .internalServerError), [:])
        }
    }
}
