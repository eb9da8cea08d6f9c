import Domain
import HTTP
import Markup
import Operations

extension SitePages {
    /// Start, assets, language and help.
    mutating func addFrame() {
        get(Routes.home, .nothing) { visit in
            visit.redirect(visit.session == nil ? Routes.signIn() : visit.startPage)
        }
        plain(Routes.asset) { request in
            guard let asset = Asset.all.first(where: { $0.name == request.parameters["name"] }) else {
                throw RequestRefused.notFound
            }
            // An address of an older state is answered with today's, but may then not be kept.
            return asset.file.response(
                addressNamesContent: request.parameters["version"] == asset.file.fingerprint)
        }
        get(Routes.keys, .nothing) { visit in visit.html(KeysPage().view(visit.screen)) }
        get(Routes.guide, .nothing) { visit in visit.html(GuidePage(guide: .standard).view(visit.screen)) }
        plain(Routes.language) { request in
            guard let language = request.parameters["language"].flatMap(Language.init(rawValue:)) else {
                throw RequestRefused.notFound
            }
            let back = request.query["back"].flatMap { Link(samesite: $0) } ?? Routes.home()
            var response = Response.redirect(to: back.address)
            response.set(
                Visit.plainCookie(
                    CookieName.languageText, language.rawValue, seconds: 365 * 86_400,
                    isSecure: request.isSecure))
            response.headers["Cache-Control"] = "no-store"
            return response
        }
    }

    /// For whoever watches the server.
    mutating func addHealth() {
        let site = site
        plain(Routes.alive) { _ in Response.text("ok \(site.settings.version)\n") }
        plain(Routes.ready) { _ in
            // A token that was never given: the answer is no session, but it takes a working database to say so.
            let stranger = String(repeating: "0", count: 64)
            do {
                _ = try await FindSession(token: stranger).run(in: site.office, as: .nobody)
                return Response.text("ready\n")
            } catch {
                site.log.line(.error, "not-ready", [("error", .text(String(reflecting: error)))])
                return Response.text("the database can't be reached\n", status: .serviceUnavailable)
            }
        }
        plain(Routes.metrics) { request in
            guard MetricsAccess.allows(request, token: site.settings.metricsToken) else {
                throw RequestRefused.notFound
            }
            var response = Response.text(site.metrics.text)
            response.headers["Content-Type"] = "text/plain; version=0.0.4; charset=utf-8"
            return response
        }
    }
}
