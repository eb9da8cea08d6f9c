import Domain
import HTTP
import Markup
import Operations

extension SitePages {
    mutating func addOwnAccount() {
        get(Routes.account, .anySession) { visit in
            guard let page = visit.ownAccountPage() else { return visit.redirect(Routes.signIn()) }
            return visit.html(page.view(visit.screen))
        }
        post(Routes.password, .anySession) { visit, form in
            guard form["new"] == form["again"] else {
                return visit.html(
                    visit.ownAccountPage(fault: .passwordsDiffer)?.view(visit.screen) ?? .empty,
                    status: .unprocessableContent)
            }
            do {
                try await ChangePassword(
                    current: form["current"] ?? "", new: form["new"] ?? "", keeping: visit.sessionToken
                ).run(in: visit.site.office, as: visit.actor)
            } catch let refusal as any Refusal {
                return visit.refusedOnOwnAccount(refusal)
            }
            return visit.redirect(Routes.account(), flash: .passwordChanged)
        }
        post(Routes.enrolSecondFactor) { visit, form in
            let office = visit.site.office
            do {
                switch form["do"] {
                case "begin":
                    let offer = try await BeginSecondFactor().run(in: office, as: visit.actor)
                    return visit.html(visit.ownAccountPage(offer: offer)?.view(visit.screen) ?? .empty)
                case "enrol":
                    try await EnrolSecondFactor(code: form["code"] ?? "").run(in: office, as: visit.actor)
                    return visit.redirect(Routes.account(), flash: .secondFactorOn)
                case "remove":
                    try await RemoveSecondFactor(password: form["password"] ?? "").run(
                        in: office, as: visit.actor)
                    return visit.redirect(Routes.account(), flash: .secondFactorOff)
                default: throw RequestRefused(.badRequest)
                }
            } catch let refusal as any Refusal {
                return visit.refusedOnOwnAccount(refusal)
            }
        }
    }
}

extension Visit {
    func ownAccountPage(fault: Phrase? = nil, offer: SecondFactorOffer? = nil) -> OwnAccountPage? {
        guard let session else { return nil }
        return OwnAccountPage(
            account: session.account,
            roles: session.roles.map { ($0.role, session.agencyNames[$0.agency] ?? "–") },
            fault: fault, offer: offer.map { ($0.secret, $0.uri) },
            mustChange: session.account.mustChangePassword)
    }

    func refusedOnOwnAccount(_ refusal: any Refusal) -> Response {
        let page = ownAccountPage(fault: Phrase(refusal.vietnamese, refusal.english))
        return refused(refusal, page?.view(screen) ?? .empty)
    }
}
