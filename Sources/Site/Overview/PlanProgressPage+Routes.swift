import Domain
import HTTP
import Markup
import Operations
import Store

extension SitePages {
    mutating func addPlanProgress() {
        get(Routes.planProgress, mayKeep: true) { visit in
            let id: Plan.ID = try visit.id("plan")
            guard let page = try await visit.progressPage(id) else {
                return visit.redirect(Routes.plan(id.rawValue))
            }
            return visit.html(page.view(visit.screen))
        }
        post(Routes.planProgress) { visit, form in try await visit.setEvent(of: visit.id("plan"), form) }
        get(Routes.comparePlans, mayKeep: true) { visit in
            guard visit.query("with").isEmpty == false else { throw NotFound.plan }
            let page = try await visit.comparePage(visit.id("plan"), with: Plan.ID(visit.query("with")))
            return visit.html(page.view(visit.screen))
        }
    }
}

extension Visit {
    /// Nil for a plan that was never issued: it has no tasks that could come on.
    func progressPage(_ id: Plan.ID, fault: Phrase? = nil, typed: [String: String] = [:]) async throws
        -> PlanProgressPage?
    {
        let office = site.office
        let plan = try await ShowPlan(plan: id).run(in: office, as: actor).plan
        guard plan.issuedAt != nil else { return nil }
        let track = try await ShowPlanTrack(plan: id).run(in: office, as: actor)
        let sheet = try await ShowRunSheet(plan: id).run(in: office, as: actor)
        let cascade = try await ShowCascade(plan: id).run(in: office, as: actor)
        var above: (plan: Plan.ID, title: String, task: Plan.Task.ID)?
        if let link = cascade.above {
            let plan = try await ShowPlan(plan: link.plan).run(in: office, as: actor).plan
            above = (link.plan, plan.number ?? TasksPage.short(plan.title), link.task)
        }
        let search = query("find")
        let others = try await ListPlans(search: search, states: [.issued], agency: plan.agency).run(
            in: office, as: actor)
        return PlanProgressPage(
            plan: plan, track: track, sheet: sheet, cascade: cascade, above: above,
            watched: try await CountWatched(plan: id).run(in: office, as: actor),
            others: .init(plans: others.items.filter { $0.id != id }, isCut: others.next != nil),
            search: search, today: office.today,
            mayPlan: plan.state == .issued
                && Permission.allows(actor, .judgeTask, on: .init(agencyPath: [plan.agency])),
            fault: fault, typed: typed)
    }

    func setEvent(of id: Plan.ID, _ form: Form) async throws -> Response {
        var typed: [String: String] = [:]
        for name in ["title", "from", "to"] { typed[name] = form[name] ?? "" }
        do {
            var event: PlanEvent?
            if form["do"] != "remove" {
                guard let from = CalendarDay(iso: typed["from"] ?? ""),
                    let to = CalendarDay(iso: typed["to"] ?? "")
                else { throw TaskRefused.badDay }
                event = PlanEvent(title: typed["title"] ?? "", from: from, to: to)
            }
            try await SetPlanEvent(plan: id, event: event).run(in: site.office, as: actor)
            return redirect(Routes.planProgress(id.rawValue), flash: .changed)
        } catch let refusal as TaskRefused {
            let page = try await progressPage(
                id, fault: Phrase(refusal.vietnamese, refusal.english), typed: typed)
            guard let page else { throw refusal }
            return refused(refusal, page.view(screen))
        }
    }
}
