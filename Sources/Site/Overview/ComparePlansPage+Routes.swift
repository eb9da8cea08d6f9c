import Domain
import HTTP
import Markup
import Operations

extension Visit {
    /// - Throws: `NotFound` where either plan is none that the visitor may know.
    func comparePage(
        _ old: Plan.ID, with new: Plan.ID, _ choice: ComparePlansPage.Choice = .init(), fault: Phrase? = nil
    ) async throws -> ComparePlansPage {
        let office = site.office
        let compared = try await CompareDuties(plan: old, replacement: new).run(in: office, as: actor)
        return ComparePlansPage(
            old: try await ShowPlan(plan: old).run(in: office, as: actor).plan,
            new: try await ShowPlan(plan: new).run(in: office, as: actor).plan, compared: compared,
            choice: choice, fault: fault)
    }

    /// Puts a plan in the place of the one of the path; asked first, it shows what goes over and does nothing.
    func replacePlan(by successor: Plan.ID, _ form: Form) async throws -> Response {
        let id: Plan.ID = try id("plan")
        let choice = ComparePlansPage.Choice(
            reason: form["reason"] ?? "", anew: Set(form.all("anew")), same: Set(form.all("same")))
        let page = try await comparePage(id, with: successor, choice)
        guard form["do"] == "replace" else {
            // What can't be replaced is refused on the plan's own page.
            guard page.compared.mayReplace else { return try await withdraw(form, replacedBy: successor) }
            return html(page.view(screen))
        }
        do {
            _ = try await WithdrawPlan(
                plan: id, reason: choice.reason, replacedBy: successor,
                carriedOver: choice.pairs(of: page.compared)
            ).run(in: site.office, as: actor)
            return redirect(Routes.plan(id.rawValue), flash: .planWithdrawn)
        } catch let refusal as any Refusal where refusal is PlanRefused || refusal is TaskRefused {
            let page = try await comparePage(
                id, with: successor, choice, fault: Phrase(refusal.vietnamese, refusal.english))
            return refused(refusal, page.view(screen))
        }
    }

    func withdraw(_ form: Form, replacedBy successor: Plan.ID? = nil) async throws -> Response {
        try await manage(form) { id, _, office in
            _ = try await WithdrawPlan(plan: id, reason: form["reason"] ?? "", replacedBy: successor).run(
                in: office, as: actor)
            return redirect(Routes.plan(id.rawValue), flash: .planWithdrawn)
        }
    }
}
