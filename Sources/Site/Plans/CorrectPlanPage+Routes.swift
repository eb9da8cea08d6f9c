import Domain
import HTTP
import Markup
import Operations
import Store

extension SitePages {
    mutating func addCorrections() {
        get(Routes.correctPlan) { visit in
            let view = try await ShowPlan(plan: visit.id("plan")).run(in: visit.site.office, as: visit.actor)
            // A tab or a bookmark from before the plan was issued leads to what became of it.
            guard view.plan.state.isDraft else { return visit.redirect(Routes.plan(view.plan.id.rawValue)) }
            let page = try await visit.correctPage(view, editing: visit.editing)
            return visit.html(page.view(visit.screen))
        }
        // Where a refused correction left its address, reloading leads back to the page.
        get(Routes.corrections) { visit in
            visit.redirect(Routes.correctPlan(try visit.id("plan", of: Plan.self).rawValue))
        }
        post(Routes.corrections) { visit, form in
            try await visit.withDraft(for: .correctPlan) { view in try await visit.corrected(view, form) }
        }
    }
}

/// A correction that can't be understood; the sentence says what to type instead.
struct CorrectionFault: Error {
    var sentence: Phrase
}

extension Visit {
    /// The form that the address asks to open.
    var editing: CorrectPlanPage.Editing {
        if let task = request.query["split"] { return .split(task) }
        if let task = request.query["merge"] { return .merge(task) }
        for kind in ListKind.allCases {
            if let item = request.query[kind.rawValue] { return .item(kind, item) }
            if request.query["edit"] == "new-\(kind.rawValue)" { return .newItem(kind) }
        }
        switch request.query["edit"] {
        case nil: return .nothing
        case "head": return .head
        case "new": return .newTask
        case let task?: return .task(task)
        }
    }

    func correctPage(
        _ view: PlanView, editing: CorrectPlanPage.Editing = .nothing, kept: KeptForm? = nil
    ) async throws -> CorrectPlanPage {
        let agencies = try await ListAgencies().run(in: site.office, as: actor)
        let wanted = (kept?["part"] ?? request.query["part"]).flatMap { Int($0) } ?? 1
        return CorrectPlanPage(
            CorrectPlanPage.Source(
                plan: view.plan, draft: view.draft, conflicts: view.conflicts, text: view.text,
                fileName: view.file.name,
                notices: view.file.notices.map { Phrase($0.vietnamese, $0.english) }, canUndo: view.canUndo,
                canRedo: view.canRedo, allowed: view.allowed,
                agencies: agencies), part: wanted, editing: kept?.editing ?? editing, kept: kept)
    }

    /// Carries one correction out and goes back to its place on the page; what is refused stands open again.
    fileprivate func corrected(_ view: PlanView, _ form: Form) async throws -> Response {
        guard let revision = form["revision"].flatMap({ Int($0) }) else {
            throw RequestRefused(.badRequest)
        }
        do {
            let place = try await correct(view, form, revision: revision)
            let part = form["part"].flatMap { Int($0) } ?? 1
            let query = part > 1 ? [(name: "part", value: String(part))] : []
            return redirect(Routes.correctPlan(view.plan.id.rawValue).with(query: query, fragment: place))
        } catch let fault as CorrectionFault {
            let page = try await correctPage(view, kept: KeptForm(form, view.draft, fault: fault.sentence))
            return html(page.view(screen), status: .unprocessableContent)
        } catch let refusal as any Refusal where [409, 422].contains(refusal.httpStatus) {
            // Somebody else was faster, or a rule says no: the newest state, and in the form what was typed.
            return try await withDraft(for: .correctPlan) { fresh in
                let kept = KeptForm(
                    form, fresh.draft, fault: Phrase(refusal.vietnamese, refusal.english),
                    isConflict: refusal.httpStatus == 409)
                return refused(refusal, try await correctPage(fresh, kept: kept).view(screen))
            }
        }
    }

    /// Carries one correction out; the answer is the place on the page to come back to.
    func correct(_ view: PlanView, _ form: Form, revision: Int) async throws -> String {
        let office = site.office
        let plan = view.plan.id
        // Asked before the form is understood: what it is about may be gone.
        guard view.plan.revision == revision else {
            throw PlanRefused.changedMeanwhile(revision: view.plan.revision)
        }
        switch form["do"] {
        case "undo":
            _ = try await UndoCorrection(plan: plan, revision: revision).run(in: office, as: actor)
            return "tasks"
        case "redo":
            _ = try await RedoCorrection(plan: plan, revision: revision).run(in: office, as: actor)
            return "tasks"
        default:
            let (edits, place) = try CorrectionForm(form, view.draft, view.text).edits()
            guard !edits.isEmpty else { return place }
            _ = try await CorrectPlan(plan: plan, revision: revision, edits: edits).run(in: office, as: actor)
            guard form["do"] == "add" else { return place }
            let known = Set(view.draft.tasks.map(\.id))
            let now = try await ShowPlan(plan: plan).run(in: office, as: actor).draft
            let added = now.tasks.first { !known.contains($0.id) }
            return added.map { "f-\($0.mark)" } ?? place
        }
    }
}
