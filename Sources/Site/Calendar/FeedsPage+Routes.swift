import Domain
import HTTP
import Markup
import Operations
import Store
import Trust

extension SitePages {
    mutating func addFeeds() {
        get(Routes.feeds) { visit in
            visit.html(
                FeedsPage(feeds: try await ListCalendarFeeds().run(in: visit.site.office, as: visit.actor))
                    .view(visit.screen))
        }
        post(Routes.feeds) { visit, form in try await visit.changeFeed(form) }
        let (site, allowance) = (site, FeedAllowance())
        plain(Routes.feed) { request in try await request.calendarFeed(site, allowance) }
    }
}

extension Visit {
    func changeFeed(_ form: Form) async throws -> Response {
        let office = site.office
        let feeds = try await ListCalendarFeeds().run(in: office, as: actor)
        guard let owner = feeds.first(where: { FeedsPage.name($0.owner) == form["of"] })?.owner else {
            throw RequestRefused(.badRequest)
        }
        guard form["do"] == "make" else {
            try await RevokeCalendarFeed(of: owner).run(in: office, as: actor)
            return redirect(Routes.feeds(), flash: .changed)
        }
        let token = try await MakeCalendarFeed(of: owner).run(in: office, as: actor)
        // Shown in the answer to the form itself: a redirect would have to carry the secret somewhere.
        let page = FeedsPage(
            feeds: try await ListCalendarFeeds().run(in: office, as: actor),
            made: (owner, request.origin + Routes.feed(token.text + ".ics").address))
        return html(page.view(screen))
    }
}

extension Request {
    /// A calendar for a program: no session, no cookie, no page where there is none.
    fileprivate func calendarFeed(_ site: Site, _ allowance: FeedAllowance) async throws -> Response {
        let now = site.now()
        let guesser = "wrong " + client.throttleKey
        if let seconds = allowance.wait(guesser, at: now) { return Self.tooMany(seconds) }
        let name = parameters["feed"] ?? ""
        guard name.hasSuffix(".ics"), let token = Token(text: String(name.dropLast(4))) else {
            return Self.noFeed(guesser, allowance, site)
        }
        // Counted by digest, so that no token stays in memory.
        if let seconds = allowance.take(Hexadecimal.encode(token.digest), at: now) {
            return Self.tooMany(seconds)
        }
        guard let content = try await ReadCalendarFeed(token: token).run(in: site.office, as: .nobody) else {
            return Self.noFeed(guesser, allowance, site)
        }
        let bytes = FeedCalendar(content: content, origin: origin).calendar.bytes
        var response = Response.bytes(bytes, type: "text/calendar; charset=utf-8")
        response.headers["ETag"] = "\"\(Hexadecimal.encode(SHA256.digest(bytes)).prefix(32))\""
        response.headers["Cache-Control"] = "private, no-cache"
        response.headers["Content-Disposition"] = "inline; filename=\"loa.ics\""
        return response
    }

    private static func noFeed(_ guesser: String, _ allowance: FeedAllowance, _ site: Site) -> Response {
        _ = allowance.take(guesser, at: site.now())
        var response = Response.text("There is no such calendar.\n", status: .notFound)
        response.headers["Cache-Control"] = "no-store"
        return response
    }

    private static func tooMany(_ seconds: Int) -> Response {
        var response = Response.text("Too many readings; try again later.\n", status: .tooManyRequests)
        response.headers["Retry-After"] = String(seconds)
        response.headers["Cache-Control"] = "no-store"
        return response
    }
}
