import Domain
import HTTP
import Markup
import Operations
import Trust

extension SitePages {
    mutating func addOpenID() {
        get(Routes.openID, .nothing) { visit in
            if visit.session != nil { return visit.redirect(Routes.plans()) }
            return try await visit.leaveForProvider()
        }
        get(Routes.openIDAnswer, .nothing) { visit in
            var response = try await visit.takeOpenIDAnswer()
            response.set(visit.cookie(.openID, "", seconds: 0))
            return response
        }
        post(Routes.ownOpenID) { visit, form in try await visit.changeOwnOpenID(form) }
        post(Routes.accountOpenID) { visit, form in
            try await visit.changeOpenID(of: visit.id("account"), form)
        }
    }
}

extension Visit {
    /// 404 where the operator named none.
    private func provider() throws -> OpenIDProvider {
        guard let provider = site.settings.openID else { throw RequestRefused.notFound }
        return provider
    }

    /// Our address for the provider's answers: the public one; without one, this machine's own (the operator's
    /// options let no other pass).
    private var openIDRedirect: String {
        (site.settings.publicOrigin ?? request.origin) + Routes.openIDAnswer().address
    }

    private func newFlow() -> OpenIDFlow {
        OpenIDFlow(Token(random: site.random(Token.byteCount)), at: site.now())
    }

    private func openIDCookie(_ kept: OpenIDCookie) -> SetCookie {
        cookie(.openID, kept.text, seconds: OpenIDFlow.patienceSeconds)
    }

    // MARK: - Signing in

    fileprivate func leaveForProvider() async throws -> Response {
        let provider = try provider()
        let back = request.query["back"].flatMap { Link(samesite: $0) }
        let flow = newFlow()
        do {
            let address = try await BeginOpenIDSignIn(provider, flow, redirect: openIDRedirect)
                .run(in: site.office, as: .nobody)
            var response = Response.redirect(to: address)
            response.headers["Cache-Control"] = "no-store"
            response.set(openIDCookie(OpenIDCookie(flow, .signIn, back: back)))
            return response
        } catch let refusal as OpenIDRefused {
            return refusedAtSignIn(refusal, back: back)
        }
    }

    fileprivate func takeOpenIDAnswer() async throws -> Response {
        let provider = try provider()
        let kept = request.cookies[CookieName.openID.text(isSecure: request.isSecure)].flatMap {
            OpenIDCookie($0)
        }
        do {
            let (flow, answer) = try openIDAnswer(kept)
            let address = request.client.throttleKey
            if kept?.purpose == .link {
                try await LinkOwnOpenID(provider, flow, answer, address: address)
                    .run(in: site.office, as: actor)
                return redirect(Routes.account(), flash: .changed)
            }
            let step = try await SignInByOpenID(provider, flow, answer, address: address)
                .run(in: site.office, as: .nobody)
            return goOn(step, to: kept?.back)
        } catch let refusal as any Refusal where refusal is OpenIDRefused || refusal is SignInRefused {
            if kept?.purpose == .link, session != nil { return try await refusedOnOwnAccount(told(refusal)) }
            return refusedAtSignIn(refusal, back: kept?.back)
        }
    }

    /// The answer, if this browser asked for it and its person said yes.
    private func openIDAnswer(_ kept: OpenIDCookie?) throws(OpenIDRefused) -> (OpenIDFlow, OpenIDAnswer) {
        guard let kept, let flow = OpenIDFlow(cookie: kept.flow, at: site.now()) else { throw .over }
        let purpose: OpenIDFlow.Purpose? =
            switch kept.purpose {
            case .signIn: .signIn
            case .link: session.map { .link(formKey: $0.formKey) }
            }
        guard let purpose, let state = request.query["state"], flow.isState(state, purpose) else {
            throw .over
        }
        if request.query["error"] != nil { throw .denied }
        guard let code = request.query["code"], (1...4096).contains(code.utf8.count) else {
            throw .unusable("the answer has no code")
        }
        return (
            flow, OpenIDAnswer(code: code, issuer: request.query["iss"], redirect: openIDRedirect)
        )
    }

    private func refusedAtSignIn(_ refusal: any Refusal, back: Link?) -> Response {
        let page = SignInPage(
            back: back, fault: Phrase(refusal.vietnamese, refusal.english),
            provider: site.settings.openID?.settings.name)
        return refused(told(refusal), page.view(screen))
    }

    /// Writes down for the operator what the visitor is told in plain words.
    private func told(_ refusal: any Refusal) -> any Refusal {
        let reason = (refusal as? OpenIDRefused)?.reason ?? ""
        site.log.line(.warning, "openid-refused", [("code", .text(refusal.code)), ("reason", .text(reason))])
        return refusal
    }

    // MARK: - Binding

    fileprivate func changeOwnOpenID(_ form: Form) async throws -> Response {
        let provider = try provider()
        guard let session else { throw AccessRefused.signInFirst }
        do {
            switch form["do"] {
            case "link":
                let flow = newFlow()
                let address = try await BeginOwnOpenIDLink(
                    provider, flow, formKey: session.formKey, password: form["confirm"] ?? "",
                    redirect: openIDRedirect
                ).run(in: site.office, as: actor)
                guard let link = Link(outside: address) else { throw OpenIDRefused.unusable("no address") }
                // A form's own answer may not lead to another site (`form-action`): a link does.
                let page = LeaveForProviderPage(provider: provider.settings.name, address: link)
                var response = html(page.view(screen))
                response.set(openIDCookie(OpenIDCookie(flow, .link)))
                return response
            case "unlink":
                try await UnlinkOpenID(account: session.account.id, at: provider, keeping: sessionToken)
                    .run(in: site.office, as: actor)
                return redirect(Routes.account(), flash: .changed)
            default: throw RequestRefused(.badRequest)
            }
        } catch let refusal as OpenIDRefused {
            return try await refusedOnOwnAccount(told(refusal))
        }
    }

    fileprivate func changeOpenID(of account: Account.ID, _ form: Form) async throws -> Response {
        let provider = try provider()
        do {
            switch form["do"] {
            case "invite":
                try await InviteOpenID(
                    account: account, email: (form["email"] ?? "").trimmingSpaces(), at: provider
                ).run(in: site.office, as: actor)
            case "link":
                try await LinkOpenID(
                    account: account, subject: (form["subject"] ?? "").trimmingSpaces(), at: provider
                ).run(in: site.office, as: actor)
            case "unlink":
                try await UnlinkOpenID(account: account, at: provider).run(in: site.office, as: actor)
            default: throw RequestRefused(.badRequest)
            }
        } catch let refusal as OpenIDRefused {
            let page = try await accountPage(account, fault: Phrase(refusal.vietnamese, refusal.english))
            return refused(refusal, page.view(screen))
        }
        return redirect(Routes.accountPage(account.rawValue), flash: .changed)
    }

    /// How an account stands with the provider; nil where the operator named none.
    func openIDLink(of account: Account.ID) async throws -> ShowOpenIDLink.View? {
        guard let provider = site.settings.openID else { return nil }
        return try await ShowOpenIDLink(account: account, at: provider).run(in: site.office, as: actor)
    }
}
