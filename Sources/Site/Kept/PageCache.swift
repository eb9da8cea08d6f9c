import Foundation
import HTTP
import Operations
import Trust

/// Gives a signed-in visitor the page that he was given a moment ago, as long as nothing has changed.
///
/// Only pages that their route allows (`SitePages.get`) and that set no cookie; a message shown once sets one. Browsers
/// still keep nothing (`no-store`), so that after signing out nobody goes back to a page.
struct PageCache: Middleware {
    let site: Site

    func respond(to request: Request, next: Handler) async throws -> Response {
        guard request.method == .get, let trace = request.values[TraceKey.self],
            let key = PageCache.key(of: request)
        else { return try await next(request) }
        // Without a database the page itself says so.
        guard let head = try? await site.office.changes.head() else { return try await next(request) }
        let now = site.now()
        if let page = site.keptPages.page(key, head: head, now: now) {
            trace.setRoute(page.route)
            return page.response
        }
        var response = try await next(request)
        guard response.status == .ok, let endsAt = trace.keepableUntil, let route = trace.route,
            case .bytes(let body) = response.body, !response.headers.contains("set-cookie")
        else { return response }
        response.compressed = KeptCompression()
        site.keptPages.keep(
            KeptPages.Page(
                response: response, route: route, day: KeptPages.day(now), madeAt: now, endsAt: endsAt,
                bytes: 0),
            key, body: body.count, head: head)
        return response
    }

    /// A digest of all in a request that such a page depends on: the cookies whole (session, language, message), the
    /// address whole, and whether the connection is encrypted.
    ///
    /// Nil without a cookie: nobody is signed in.
    private static func key(of request: Request) -> [UInt8]? {
        let cookies = request.headers.all("cookie")
        guard !cookies.isEmpty else { return nil }
        var bytes: [UInt8] = [request.isSecure ? 1 : 0]
        // No part can hold the byte between them.
        for part in cookies + ["", request.rawPath, request.rawQuery] {
            bytes += Array(part.utf8)
            bytes.append(0)
        }
        return SHA256.digest(bytes)
    }
}
