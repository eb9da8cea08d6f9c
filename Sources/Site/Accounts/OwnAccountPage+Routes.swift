import Domain
import HTTP
import Markup
import Operations

extension SitePages {
    mutating func addOwnAccount() {
        get(Routes.account, .anySession) { visit in
            guard let page = try await visit.ownAccountPage() else { return visit.redirect(Routes.signIn()) }
            return visit.html(page.view(visit.screen))
        }
        post(Routes.password, .anySession) { visit, form in
            guard form["new"] == form["again"] else {
                let page = try await visit.ownAccountPage(fault: .passwordsDiffer)
                return visit.html(page?.view(visit.screen) ?? .empty, status: .unprocessableContent)
            }
            do {
                try await ChangePassword(
                    current: form["current"] ?? "", new: form["new"] ?? "", keeping: visit.sessionToken
                ).run(in: visit.site.office, as: visit.actor)
            } catch let refusal as any Refusal {
                return try await visit.refusedOnOwnAccount(refusal)
            }
            return visit.redirect(Routes.account(), flash: .passwordChanged)
        }
        get(Routes.enrolSecondFactor) { visit in
            guard let page = try await visit.enrolPage() else { return visit.redirect(Routes.account()) }
            return visit.html(page.view(visit.screen))
        }
        post(Routes.enrolSecondFactor) { visit, form in
            let office = visit.site.office
            do {
                switch form["do"] {
                case "begin":
                    _ = try await BeginSecondFactor().run(in: office, as: visit.actor)
                    return visit.redirect(Routes.enrolSecondFactor())
                case "enrol":
                    try await EnrolSecondFactor(code: form["code"] ?? "").run(in: office, as: visit.actor)
                    return visit.redirect(Routes.account(), flash: .secondFactorOn)
                case "remove":
                    try await RemoveSecondFactor(password: form["password"] ?? "").run(
                        in: office, as: visit.actor)
                    return visit.redirect(Routes.account(), flash: .secondFactorOff)
                default: throw RequestRefused(.badRequest)
                }
            } catch AccountRefused.wrongCode {
                // The secret stays: the app holds it already, only the code was mistyped.
                let refusal = AccountRefused.wrongCode
                let page = try await visit.enrolPage(fault: Phrase(refusal.vietnamese, refusal.english))
                return visit.refused(refusal, page?.view(visit.screen) ?? .empty)
            } catch let refusal as any Refusal {
                return try await visit.refusedOnOwnAccount(refusal)
            }
        }
    }
}

extension Visit {
    func ownAccountPage(fault: Phrase? = nil) async throws -> OwnAccountPage? {
        guard let session else { return nil }
        return OwnAccountPage(
            account: session.account,
            roles: session.roles.map { ($0.role, session.agencyNames[$0.agency] ?? "–") },
            fault: fault, mustChange: session.account.mustChangePassword,
            openID: try await openIDLink(of: session.account.id))
    }

    /// The page that sets the second factor up; nil where nothing was begun.
    func enrolPage(fault: Phrase? = nil) async throws -> EnrolSecondFactorPage? {
        let offer = try await ShowSecondFactorOffer().run(in: site.office, as: actor)
        return offer.map { EnrolSecondFactorPage(secret: $0.secret, uri: $0.uri, fault: fault) }
    }

    func refusedOnOwnAccount(_ refusal: any Refusal) async throws -> Response {
        let page = try await ownAccountPage(fault: Phrase(refusal.vietnamese, refusal.english))
        return refused(refusal, page?.view(screen) ?? .empty)
    }
}
