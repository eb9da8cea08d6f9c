import Domain
import HTTP
import Markup
import Operations
import Trust

/// A request with whoever makes it: session, language, and what their forms are bound to.
struct Visit: Sendable {
    let request: Request
    let site: Site
    let session: SignedIn?
    let language: Language
    /// What tokens of forms are bound to: the session's key, or before signing in a cookie's.
    let formKey: String
    private let isFormCookieNew: Bool
    /// Notices that the visitor hasn't read; of pages, for forms answer by leading elsewhere.
    private let unread: Int

    init(_ request: Request, _ site: Site) async throws {
        self.request = request
        self.site = site
        let cookies = request.cookies
        language = Visit.language(of: request)
        if let token = cookies[CookieName.session.text(isSecure: request.isSecure)] {
            session = try await FindSession(token: token).run(in: site.office, as: .nobody)
        } else {
            session = nil
        }
        unread =
            if let session, request.method == .get {
                try await CountUnread().run(in: site.office, as: .account(session.account.id, roles: []))
            } else {
                0
            }
        let formCookie = cookies[CookieName.form.text(isSecure: request.isSecure)]
        if let session {
            formKey = session.formKey
            isFormCookieNew = false
        } else if let formCookie, formCookie.utf8.count == 32 {
            formKey = formCookie
            isFormCookieNew = false
        } else {
            formKey = site.random(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            isFormCookieNew = true
        }
    }

    /// The language that was chosen, else Vietnamese: many officials work with a browser that asks for English.
    static func language(of request: Request) -> Language {
        request.cookies[CookieName.languageText].flatMap(Language.init(rawValue:)) ?? .vi
    }

    var actor: Actor { session?.actor ?? .nobody }

    /// Runs nothing else where the visitor must first sign in or change the password.
    func turnedAway(_ need: SitePages.Need) -> Response? {
        guard need != .nothing else { return nil }
        guard let session else {
            let back = request.method.isSafe ? [(name: "back", value: address)] : []
            return .redirect(to: Routes.signIn().with(query: back).address)
        }
        if need == .session, session.account.mustChangePassword {
            return .redirect(to: Routes.account().address)
        }
        return nil
    }

    /// A browser says where a form was sent from; another site's is refused before its body is read.
    func refuseForeignPage() throws {
        let site = request.headers["sec-fetch-site"] ?? "same-origin"
        guard site == "same-origin" || site == "none" else { throw FormRefused() }
        // Under our Referrer-Policy browsers name the origin with our own forms. "null" comes from sandboxed frames,
        // local files and pages that hide where they are from.
        if let origin = request.headers["origin"], origin != request.origin { throw FormRefused() }
    }

    /// - Throws: ``FormRefused`` where the token is missing, expired or another session's.
    func check(_ form: Form) throws {
        guard let token = form["token"], FormToken.isValid(token, formKey: formKey) else {
            throw FormRefused()
        }
    }

    /// The path with its query, as asked for.
    var address: String { request.rawPath + (request.rawQuery.isEmpty ? "" : "?" + request.rawQuery) }

    /// An identifier out of the path; 404 where it can't be one.
    func id<Owner>(_ name: String, of _: Owner.Type = Owner.self) throws -> Identifier<Owner> {
        guard let text = request.parameters[name], (1...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) || $0 == 45 })
        else { throw RequestRefused.notFound }
        return Identifier(text)
    }

    /// A value of the query, bounded, so that no list is searched for a whole book.
    func query(_ name: String, limit: Int = 200) -> String {
        String((request.query[name] ?? "").prefix(limit)).trimmingSpaces()
    }

    /// The screen for this visitor.
    ///
    /// A flash is taken from its cookie.
    var screen: Screen {
        Screen(
            language: language, visitor: session.map(visitor),
            address: Link(samesite: address) ?? Routes.home(),
            flash: flash?.message, formToken: FormToken.make(formKey: formKey, random: site.random(16)),
            isDemonstration: site.settings.isDemonstration)
    }

    private var flash: Flash? { request.cookies[CookieName.flashText].flatMap(Flash.init(rawValue:)) }

    private func visitor(_ session: SignedIn) -> Screen.Visitor {
        let roles = Set(session.roles.map(\.role))
        func reaches(_ action: Action) -> Bool {
            roles.contains { Permission.reach(of: $0, for: action) != .never }
        }
        let places = Screen.Place.allCases.filter { place in
            switch place {
            case .plans, .tasks, .overview, .calendar, .agencies: true
            case .work: reaches(.workOnTask) || reaches(.judgeTask)
            case .upload: reaches(.receiveDocument)
            case .ledger: reaches(.verifyLedger)
            case .accounts: reaches(.viewAccounts)
            }
        }
        return Screen.Visitor(displayName: session.account.displayName, places: places, unread: unread)
    }

    /// A page, never kept by caches, with the cookies that belong to it.
    func html(_ markup: Markup, status: Status = .ok) -> Response {
        var response = Response.html(markup.bytes, status: status)
        response.headers["Cache-Control"] = "no-store"
        if isFormCookieNew { response.set(cookie(.form, formKey)) }
        if flash != nil {
            response.set(Visit.plainCookie(CookieName.flashText, "", seconds: 0, isSecure: request.isSecure))
        }
        return response
    }

    func redirect(_ link: Link, flash: Flash? = nil) -> Response {
        var response = Response.redirect(to: link.address)
        response.headers["Cache-Control"] = "no-store"
        if let flash {
            response.set(
                Visit.plainCookie(
                    CookieName.flashText, flash.rawValue, seconds: 60, isSecure: request.isSecure))
        }
        return response
    }

    /// A cookie that only we read, bound to this host where the connection is encrypted.
    func cookie(_ name: CookieName, _ value: String, seconds: Int? = nil) -> SetCookie {
        var cookie = SetCookie(name.text(isSecure: request.isSecure), value)
        cookie.isSecure = request.isSecure
        cookie.maximumAgeSeconds = seconds
        return cookie
    }

    static func plainCookie(_ name: String, _ value: String, seconds: Int, isSecure: Bool) -> SetCookie {
        var cookie = SetCookie(name, value)
        cookie.isSecure = isSecure
        cookie.maximumAgeSeconds = seconds
        return cookie
    }
}

/// The cookies of the site.
///
/// Those that matter bear the prefix that binds them to the host where that is possible.
enum CookieName: String, Sendable {
    /// The session's token.
    case session = "loa-session"
    /// What forms before signing in are bound to.
    case form = "loa-form"
    /// The token between password and second factor.
    case pending = "loa-pending"
    /// The secret of a sign-in while its person is at the provider.
    case openID = "loa-openid"

    static let languageText = "loa-language"
    static let flashText = "loa-flash"

    func text(isSecure: Bool) -> String { isSecure ? "__Host-" + rawValue : rawValue }
}

/// A form that this site didn't make for this visitor, or made too long ago.
struct FormRefused: RespondingError {
    var status: Status { .forbidden }
    var publicMessage: String { Phrase.formExpired.en }
}

extension String {
    func trimmingSpaces() -> String {
        let isSpace: (Character) -> Bool = \.isWhitespace
        return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
