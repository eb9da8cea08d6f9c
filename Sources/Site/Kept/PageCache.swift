import Foundation
import HTTP
import Operations

/// Gives a signed-in visitor the page that he was given a moment ago, as long as nothing has changed.
///
/// Only pages that their route allows (`SitePages.get`) and that set no cookie; a message shown once sets one. Browsers
/// still keep nothing (`no-store`), so that after signing out nobody goes back to a page.
struct PageCache: Middleware {
    let site: Site
    /// Made once: a site holds so many things that copying it shows in a kept page's time.
    private let tracing: Tracing

    init(site: Site) {
        self.site = site
        tracing = Tracing(site: site)
    }

    /// The kept page for the request, if there is one and it needs no look at the database to say that it still holds.
    func sending(_ request: Request) -> KeptAnswer.Sending? {
        guard request.method == .get, let key = PageCache.key(of: request),
            site.settings.hosts.allows(request.host), let known = site.office.changes.known
        else { return nil }
        let start = ContinuousClock.now
        guard let page = site.keptPages.page(key, head: known.head, now: site.now()) else { return nil }
        let reference = tracing.newReference()
        tracing.note(request, reference, route: page.route, status: .ok, since: start)
        return KeptAnswer.Sending(page.answer, field: Tracing.field(reference))
    }

    func respond(to request: Request, next: Handler) async throws -> Response {
        guard request.method == .get, let trace = request.values[TraceKey.self],
            let key = PageCache.key(of: request)
        else { return try await next(request) }
        // Without a database the page itself says so.
        guard let head = try? await site.office.changes.head() else { return try await next(request) }
        let now = site.now()
        if let page = site.keptPages.page(key, head: head, now: now) {
            trace.setRoute(page.route)
            var response = page.answer.response
            response.kept = page.answer
            return response
        }
        var response = try await next(request)
        guard let endsAt = trace.keepableUntil, let route = trace.route,
            case .bytes(let body) = response.body,
            !response.headers.contains("set-cookie"), let answer = KeptAnswer(response)
        else { return response }
        response.kept = answer
        site.keptPages.keep(
            KeptPages.Page(
                answer: answer, route: route, day: KeptPages.day(now), madeAt: now, endsAt: endsAt, bytes: 0),
            key, body: body.count, head: head)
        return response
    }

    /// Nil without a cookie, for then nobody is signed in, and for more than one field of them, which no browser sends.
    private static func key(of request: Request) -> KeptPages.Key? {
        var cookies: String?
        for field in request.headers.fields where Headers.same(field.name, "cookie") {
            guard cookies == nil else { return nil }
            cookies = field.value
        }
        return cookies.map {
            KeptPages.Key(
                cookies: $0, path: request.rawPath, query: request.rawQuery, isSecure: request.isSecure)
        }
    }
}
