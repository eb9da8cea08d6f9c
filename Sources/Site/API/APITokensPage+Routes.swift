import Domain
import HTTP
import Operations

extension SitePages {
    mutating func addAPITokens() {
        get(Routes.apiTokens) { visit in
            visit.html(try await visit.apiTokensPage(of: visit.id("agency")).view(visit.screen))
        }
        post(Routes.apiTokens) { visit, form in try await visit.changeAPITokens(of: visit.id("agency"), form)
        }
    }
}

extension Visit {
    fileprivate func apiTokensPage(of agency: Agency.ID) async throws -> APITokensPage {
        APITokensPage(view: try await ListAPITokens(agency: agency).run(in: site.office, as: actor))
    }

    fileprivate func changeAPITokens(of agency: Agency.ID, _ form: Form) async throws -> Response {
        do {
            switch form["do"] {
            case "make": return try await makeAPIToken(of: agency, form)
            case "revoke":
                try await RevokeAPIToken(token: APIToken.ID(form["id"] ?? ""), of: agency)
                    .run(in: site.office, as: actor)
                return redirect(Routes.apiTokens(agency.rawValue), flash: .changed)
            default: throw RequestRefused(.badRequest)
            }
        } catch let refusal as APIRefused {
            var page = try await apiTokensPage(of: agency)
            page.fault = Phrase(refusal.vietnamese, refusal.english)
            page.typedName = form["name"] ?? ""
            page.typedScopes = scopes(form)
            page.typedDays = form["days"].flatMap { Int($0) } ?? page.typedDays
            return refused(refusal, page.view(screen))
        }
    }

    /// The secret stands in the answer itself: a redirection would have to carry it somewhere.
    private func makeAPIToken(of agency: Agency.ID, _ form: Form) async throws -> Response {
        let made = try await MakeAPIToken(
            agency: agency, name: form["name"] ?? "", scopes: scopes(form),
            days: form["days"].flatMap { Int($0) } ?? 0
        ).run(in: site.office, as: actor)
        var page = try await apiTokensPage(of: agency)
        page.made = made
        var response = html(page.view(screen))
        // The secret and the name that somebody typed stand in one body.
        response.mayCompress = false
        return response
    }

    private func scopes(_ form: Form) -> Set<APIScope> {
        Set(form.all("scope").compactMap(APIScope.init(rawValue:)))
    }
}
