import Domain
import HTTP
import Markup
import Operations

extension SitePages {
    mutating func addAccounts() {
        addSignIn()
        addOpenID()
        addOwnAccount()
        addAdministration()
    }

    private mutating func addSignIn() {
        get(Routes.signIn, .nothing) { visit in
            if visit.session != nil { return visit.redirect(Routes.plans()) }
            return visit.html(
                SignInPage(
                    back: visit.request.query["back"].flatMap { Link(samesite: $0) },
                    provider: visit.site.settings.openID?.settings.name
                ).view(visit.screen))
        }
        post(Routes.signIn, .nothing) { visit, form in
            let back = form["back"].flatMap { Link(samesite: $0) }
            let name = (form["name"] ?? "").trimmingSpaces()
            do {
                let step = try await SignIn(
                    name: name, password: form["password"] ?? "", address: visit.request.client.throttleKey
                ).run(in: visit.site.office, as: .nobody)
                return visit.goOn(step, to: back)
            } catch let refusal as SignInRefused {
                let page = SignInPage(
                    name: name, back: back, fault: Phrase(refusal.vietnamese, refusal.english),
                    provider: visit.site.settings.openID?.settings.name)
                return visit.refused(refusal, page.view(visit.screen))
            }
        }
        get(Routes.secondFactor, .nothing) { visit in
            guard visit.pendingToken != nil else { return visit.redirect(Routes.signIn()) }
            return visit.html(SecondFactorPage().view(visit.screen))
        }
        post(Routes.secondFactor, .nothing) { visit, form in
            guard let token = visit.pendingToken else { return visit.redirect(Routes.signIn()) }
            do {
                let session = try await ConfirmSecondFactor(
                    token: token, code: form["code"] ?? "", address: visit.request.client.throttleKey
                ).run(in: visit.site.office, as: .nobody)
                return visit.signedIn(session, to: visit.request.query["back"].flatMap { Link(samesite: $0) })
            } catch let refusal as SignInRefused {
                let page = SecondFactorPage(fault: Phrase(refusal.vietnamese, refusal.english))
                return visit.refused(refusal, page.view(visit.screen))
            }
        }
        post(Routes.signOut, .anySession) { visit, _ in
            if let token = visit.sessionToken {
                try await SignOut(token: token).run(in: visit.site.office, as: visit.actor)
            }
            var response = visit.redirect(Routes.signIn(), flash: .signedOut)
            response.set(visit.cookie(.session, "", seconds: 0))
            // Whatever pages the browser still holds belong to the account that has left.
            response.headers["Clear-Site-Data"] = "\"cache\""
            return response
        }
    }
}

extension Visit {
    var sessionToken: String? { request.cookies[CookieName.session.text(isSecure: request.isSecure)] }
    var pendingToken: String? { request.cookies[CookieName.pending.text(isSecure: request.isSecure)] }

    /// What follows the first step of signing in, whichever way it was taken.
    func goOn(_ step: SignInStep, to back: Link?) -> Response {
        switch step {
        case .signedIn(let token): return signedIn(token, to: back)
        case .secondFactor(let token):
            var response = redirect(
                Routes.secondFactor().with(query: back.map { [("back", $0.address)] } ?? []))
            response.set(cookie(.pending, token, seconds: 300))
            return response
        }
    }

    /// A new session begins: with a token of its own, so that one planted before can't be it.
    func signedIn(_ token: String, to back: Link?) -> Response {
        var response = redirect(back ?? Routes.home())
        response.set(cookie(.session, token))
        response.set(cookie(.pending, "", seconds: 0))
        response.set(cookie(.form, "", seconds: 0))
        return response
    }

    /// The page again with what was wrong, under the refusal's status.
    func refused(_ refusal: any Refusal, _ page: Markup) -> Response {
        let status =
            (400...599).contains(refusal.httpStatus) ? Status(refusal.httpStatus) : .unprocessableContent
        var response = html(page, status: status)
        if let seconds = refusal.retryAfterSeconds { response.headers["Retry-After"] = String(seconds) }
        return response
    }
}
