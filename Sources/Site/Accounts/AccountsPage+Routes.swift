import Domain
import HTTP
import Markup
import Operations

extension SitePages {
    mutating func addAdministration() {
        get(Routes.accounts) { visit in
            let provider = visit.site.settings.openID
            let rows = try await ListAccounts(at: provider).run(in: visit.site.office, as: visit.actor)
            let names = try await visit.agencyNames()
            let page = AccountsPage(
                rows: rows.map { row in
                    .init(
                        account: row.account, roles: row.roles.map { ($0.role, names[$0.agency] ?? "–") },
                        openID: row.openID)
                }, provider: provider?.settings.name)
            return visit.html(page.view(visit.screen))
        }
        get(Routes.newAccount) { visit in
            let page = NewAccountPage(agencies: try await visit.managedAgencies(for: .createAccount))
            return visit.html(page.view(visit.screen))
        }
        post(Routes.newAccount) { visit, form in
            guard let role = form["role"].flatMap(Role.init(rawValue:)), let agency = form["agency"] else {
                throw RequestRefused(.badRequest)
            }
            let (name, displayName) = (form["name"] ?? "", form["displayName"] ?? "")
            do {
                let account = try await CreateAccount(
                    name: name, displayName: displayName, password: form["password"] ?? "",
                    agency: Agency.ID(agency),
                    role: role
                ).run(in: visit.site.office, as: visit.actor)
                return visit.redirect(Routes.accountPage(account.id.rawValue), flash: .accountCreated)
            } catch let refusal as AccountRefused {
                let page = NewAccountPage(
                    agencies: try await visit.managedAgencies(for: .createAccount), name: name,
                    displayName: displayName,
                    fault: Phrase(refusal.vietnamese, refusal.english))
                return visit.refused(refusal, page.view(visit.screen))
            }
        }
        get(Routes.accountPage) { visit in
            visit.html(try await visit.accountPage(visit.id("account")).view(visit.screen))
        }
        post(Routes.accountPage) { visit, form in try await visit.changeAccount(visit.id("account"), form) }
    }
}

extension Visit {
    /// Of all agencies of all times, for those who are signed in.
    func agencyNames() async throws -> [Agency.ID: String] {
        guard actor != .nobody else { throw AccessRefused.signInFirst }
        return try await site.office.agencyRegister().currentNames
    }

    /// The most agencies that a choice offers; a country has thousands.
    static let longestChoice = 300

    /// Agencies for which the visitor may do the action, in the order of the register.
    ///
    /// Where there are too many to choose from: the visitor's own, those right below, and first of all the one that the
    /// address asks for, as an agency's page does.
    func managedAgencies(for action: Action) async throws -> [Agency] {
        let agencies = try await ListAgencies().run(in: site.office, as: actor)
        let parents = Dictionary(agencies.map { ($0.id, $0.parent) }, uniquingKeysWith: { one, _ in one })
        let allowed = agencies.filter { agency in
            var path: [Agency.ID] = []
            var next: Agency.ID? = agency.id
            while let id = next, !path.contains(id) {
                path.append(id)
                next = parents[id] ?? nil
            }
            return Permission.allows(actor, action, on: .init(agencyPath: path))
        }
        if allowed.isEmpty { throw AccessRefused.notAllowed }
        let asked = Agency.ID(query("agency"))
        let first = allowed.filter { $0.id == asked }
        let rest = allowed.filter { $0.id != asked }
        guard allowed.count > Self.longestChoice else { return first + rest }
        let own = Set(actor.roles.map(\.agency))
        let near = rest.filter { own.contains($0.id) || $0.parent.map { own.contains($0) } == true }
        return first + near.prefix(Self.longestChoice)
    }

    func accountPage(_ id: Account.ID, fault: Phrase? = nil, oneTimePassword: String? = nil) async throws
        -> AccountPage
    {
        let agencies = try await managedAgencies(for: .viewAccounts)
        let row = try await ShowAccount(account: id).run(in: site.office, as: actor)
        let names = try await agencyNames()
        return AccountPage(
            account: row.account, roles: row.roles.map { ($0.role, $0.agency, names[$0.agency] ?? "–") },
            agencies: agencies, isOwn: id == session?.account.id, fault: fault,
            oneTimePassword: oneTimePassword, openID: try await openIDLink(of: id))
    }

    func changeAccount(_ id: Account.ID, _ form: Form) async throws -> Response {
        let role = form["role"].flatMap(Role.init(rawValue:))
        let agency = form["agency"].map { Agency.ID($0) }
        do {
            switch (form["do"], role, agency) {
            case ("grant", let role?, let agency?):
                try await GrantRole(account: id, agency: agency, role: role).run(in: site.office, as: actor)
            case ("revoke", let role?, let agency?):
                try await RevokeRole(account: id, agency: agency, role: role).run(in: site.office, as: actor)
            case ("disable", _, _): try await DisableAccount(account: id).run(in: site.office, as: actor)
            case ("enable", _, _):
                try await DisableAccount(account: id, isDisabled: false).run(in: site.office, as: actor)
            case ("reset", _, _):
                let password = try await ResetPassword(account: id).run(in: site.office, as: actor)
                return html(try await accountPage(id, oneTimePassword: password).view(screen))
            default: throw RequestRefused(.badRequest)
            }
        } catch let refusal as AccountRefused {
            let page = try await accountPage(id, fault: Phrase(refusal.vietnamese, refusal.english))
            return refused(refusal, page.view(screen))
        }
        return redirect(Routes.accountPage(id.rawValue), flash: .changed)
    }
}
