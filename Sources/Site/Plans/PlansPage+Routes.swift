import Domain
import HTTP
import Markup
import Operations
import Store

extension SitePages {
    mutating func addPlans() {
        get(Routes.plans, mayKeep: true) { visit in
            let filter = PlansPage.Filter(search: visit.query("q"), state: visit.query("state"))
            let after = visit.request.query["after"]
            let page = try await ListPlans(
                search: filter.search,
                states: Plan.State(rawValue: filter.state).map { [$0] } ?? [],
                after: after.map { PageMark(rawValue: $0) }
            ).run(in: visit.site.office, as: visit.actor)
            let screen = visit.screen
            return visit.html(
                PlansPage(
                    plans: page.items, filter: filter, next: page.next?.rawValue, isFirst: after == nil,
                    mayReceive: screen.visitor?.places.contains(.upload) == true
                ).view(screen))
        }
        get(Routes.plan, mayKeep: true) { visit in visit.html(try await visit.planPage().view(visit.screen)) }
        get(Routes.issue) { visit in
            try await visit.withDraft(for: .issuePlan) { view in
                visit.html(visit.issuePage(view).view(visit.screen))
            }
        }
        post(Routes.issue) { visit, form in
            guard let revision = form["revision"].flatMap({ Int($0) }) else {
                throw RequestRefused(.badRequest)
            }
            return try await visit.withDraft(for: .issuePlan) { view in
                do {
                    _ = try await IssuePlan(
                        plan: view.plan.id, revision: revision,
                        acknowledgesTasksWithoutLead: form["acknowledge"] == "yes"
                    ).run(in: visit.site.office, as: visit.actor)
                } catch let refusal as any Refusal where [409, 422].contains(refusal.httpStatus) {
                    return try await visit.withDraft(for: .issuePlan) { fresh in
                        let page = visit.issuePage(fresh, Phrase(refusal.vietnamese, refusal.english))
                        return visit.refused(refusal, page.view(visit.screen))
                    }
                }
                return visit.redirect(Routes.plan(view.plan.id.rawValue), flash: .planIssued)
            }
        }
        addManagement()
        get(Routes.planFile) { visit in
            let file = try await ShowFile(plan: visit.id("plan")).run(in: visit.site.office, as: visit.actor)
            return .download(file)
        }
    }
}

extension SitePages {
    /// Reading again, deleting a draft, withdrawing an issued plan.
    private mutating func addManagement() {
        post(Routes.readAgain) { visit, form in
            try await visit.manage(form) { id, revision, office in
                _ = try await ReadPlanAgain(plan: id, revision: revision).run(in: office, as: visit.actor)
                return visit.redirect(Routes.correctPlan(id.rawValue), flash: .changed)
            }
        }
        post(Routes.deleteDraft) { visit, form in
            guard form["sure"] == "yes" else { throw RequestRefused(.badRequest) }
            return try await visit.manage(form) { id, revision, office in
                try await DeleteDraft(plan: id, revision: revision).run(in: office, as: visit.actor)
                return visit.redirect(Routes.plans(), flash: .draftDeleted)
            }
        }
        post(Routes.withdraw) { visit, form in
            if form["do"] == "find" {
                // The same form again, with other plans to choose from: nothing has been done.
                return visit.html(try await visit.planPage(typed: .init(form)).view(visit.screen))
            }
            guard let successor = form["replacedBy"], !successor.isEmpty else {
                return try await visit.withdraw(form)
            }
            return try await visit.replacePlan(by: Plan.ID(successor), form)
        }
        post(Routes.draftAgain) { visit, form in
            try await visit.manage(form) { id, _, office in
                let new = try await DraftAgain(plan: id).run(in: office, as: visit.actor)
                return visit.redirect(Routes.correctPlan(new.id.rawValue), flash: .draftedAgain)
            }
        }
    }
}

extension Visit {
    /// Runs an operation on the plan of the path; a rule's refusal is shown on the plan's page.
    func manage(_ form: Form, _ body: (Plan.ID, Int, Office) async throws -> Response) async throws
        -> Response
    {
        do {
            return try await body(id("plan"), form["revision"].flatMap { Int($0) } ?? 0, site.office)
        } catch let refusal as any Refusal where refusal is PlanRefused || refusal is ReceiveRefused {
            let page = try await planPage(
                fault: Phrase(refusal.vietnamese, refusal.english), typed: .init(form))
            return refused(refusal, page.view(screen))
        }
    }

    /// Answers about an open draft that the visitor may see, and treat as the action says.
    ///
    /// Of a plan that is a draft no more the plan's own page tells: a button pressed twice, or another's hand.
    /// - Throws: `AccessRefused`.
    func withDraft(for action: Action, _ body: (PlanView) async throws -> Response) async throws -> Response {
        let view = try await ShowPlan(plan: id("plan")).run(in: site.office, as: actor)
        guard view.plan.state.isDraft else {
            return redirect(Routes.plan(view.plan.id.rawValue), flash: .alreadyIssued)
        }
        guard view.allowed.contains(action) else { throw AccessRefused.notAllowed }
        return try await body(view)
    }

    func issuePage(_ view: PlanView, _ fault: Phrase? = nil) -> IssuePlanPage {
        IssuePlanPage(
            plan: view.plan, draft: view.draft, places: DraftPlaces(view.draft, view.text),
            conflictCount: view.conflicts.count, fault: fault)
    }

    /// Issued plans of the agency that may replace one, the youngest first.
    private func successors(of plan: Plan, _ search: String?) async throws -> PlanPage.Successors {
        let page = try await ListPlans(
            search: search ?? "", states: [.issued], agency: plan.agency, limit: PlanPage.successorLimit
        ).run(in: site.office, as: actor)
        return PlanPage.Successors(plans: page.items.filter { $0.id != plan.id }, isCut: page.next != nil)
    }

    /// - Parameter typed: what stood in the form that was refused, or that asks for plans.
    func planPage(fault: Phrase? = nil, typed: PlanPage.WithdrawForm = .init()) async throws -> PlanPage {
        let view = try await ShowPlan(plan: id("plan")).run(in: site.office, as: actor)
        let grouping = PlanPage.Grouping(rawValue: query("by")) ?? .agency
        let isDraft = view.plan.state.isDraft
        let entries: [PlanPage.Entry] =
            isDraft
            ? view.draft.tasks.prefix(PlanPage.taskLimit).enumerated().map { index, task in
                .init(
                    id: nil, number: index + 1, place: task.at, text: task.text.value, lead: task.lead,
                    with: task.with,
                    time: task.time?.value, state: nil)
            }
            : view.tasks.prefix(PlanPage.taskLimit).map { task in
                .init(
                    id: task.id, number: task.position, place: task.at, text: task.text, lead: task.lead,
                    with: task.with, time: task.time, state: task.timeState(today: view.today))
            }
        return PlanPage(
            plan: view.plan, agency: view.agencyName, draft: view.draft,
            file: (view.file.name, view.file.sizeBytes, view.file.pageCount), grouping: grouping,
            groups: PlanPage.groups(entries, by: grouping, language),
            isCut: !isDraft && view.tasks.count > PlanPage.taskLimit, closing: view.closing,
            predecessors: view.predecessors, openQuestions: view.openQuestions,
            successors: view.allowed.contains(.withdrawPlan)
                ? try await successors(of: view.plan, typed.search) : .init(),
            allowed: view.allowed, fault: fault, typed: typed,
            history: try await ListPlanHistory(plan: view.plan.id).run(in: site.office, as: actor),
            ledger: LedgerWords(agencyNames: try await agencyNames()))
    }
}

extension PlanPage.WithdrawForm {
    init(_ form: Form) {
        self.init(
            reason: form["reason"] ?? "", successor: form["replacedBy"] ?? "",
            search: form["find"].flatMap { $0.allSatisfy(\.isWhitespace) && form["do"] != "find" ? nil : $0 })
    }
}
