import Domain
import HTTP
import Markup
import Operations

extension SitePages {
    mutating func addReorganisations() {
        get(Routes.reorganise) { visit in
            let id: Agency.ID = try visit.id("agency")
            return visit.html(
                try await visit.reorganisePage(id, visit.typedReorganisation).view(visit.screen))
        }
        post(Routes.reorganise) { visit, form in
            try await visit.decideReorganisation(visit.id("agency"), form)
        }
        get(Routes.reorganisations) { visit in
            visit.html(try await visit.reorganisationsPage().view(visit.screen))
        }
        post(Routes.reorganisations) { visit, form in
            do {
                try await UndoReorganisation(Reorganisation.ID(form["id"] ?? "")).run(
                    in: visit.site.office, as: visit.actor)
                return visit.redirect(Routes.reorganisations(), flash: .changed)
            } catch let refusal as AgencyRefused {
                let page = try await visit.reorganisationsPage(
                    fault: Phrase(refusal.vietnamese, refusal.english))
                return visit.refused(refusal, page.view(visit.screen))
            }
        }
    }
}

extension Visit {
    /// What the form's address carries.
    var typedReorganisation: ReorganisePage.Draft {
        ReorganisePage.Draft(
            kind: Reorganisation.Kind(rawValue: query("kind")) ?? .abolish,
            effective: CalendarDay(iso: query("day")),
            basis: query("basis", limit: 300), name: query("name", limit: 500),
            founded: String((request.query["founded"] ?? "").prefix(5000)),
            takers: request.query.all("taker").prefix(100).map { Agency.ID($0) },
            others: request.query.all("other").prefix(100).map { Agency.ID($0) }, question: query("q"))
    }

    func reorganisePage(_ id: Agency.ID, _ draft: ReorganisePage.Draft, fault: Phrase? = nil) async throws
        -> ReorganisePage
    {
        let office = site.office
        let view = try await ShowAgency(id).run(in: office, as: actor)
        guard view.mayManage else { throw AccessRefused.notAllowed }
        var page = ReorganisePage(
            agency: view.agency, draft: draft, found: [], register: view.register, today: view.today,
            fault: fault)
        if !draft.question.isEmpty {
            page.found = try await office.searchAgencies(draft.question, on: view.today, limit: 30)
        }
        // A preview is asked for by naming the day; a first visit has none. What was typed into it stays after a refusal.
        guard let effective = draft.effective else { return page }
        // What moves doesn't hang on how it is shared out, so a share that is refused hides nothing.
        var asked = draft
        asked.shares = [:]
        do {
            page.preview = try await PreviewReorganisation(
                kind: draft.kind, effective: effective, content: asked.content(of: id)
            ).run(in: office, as: actor)
        } catch let refusal as AgencyRefused {
            // While agencies are still looked for, an incomplete form is no fault.
            if fault == nil, refusal != .badParts || draft.question.isEmpty {
                page.fault = Phrase(refusal.vietnamese, refusal.english)
            }
        }
        return page
    }

    func decideReorganisation(_ id: Agency.ID, _ form: Form) async throws -> Response {
        var draft = ReorganisePage.Draft()
        draft.kind = form["kind"].flatMap(Reorganisation.Kind.init(rawValue:)) ?? .abolish
        draft.effective = CalendarDay(iso: form["day"] ?? "")
        draft.basis = form["basis"] ?? ""
        draft.name = form["name"] ?? ""
        draft.founded = (form["founded"] ?? "").replacing("|", with: "\n")
        draft.takers = form.all("taker").map { Agency.ID($0) }
        draft.others = form.all("other").map { Agency.ID($0) }
        for taker in draft.content(of: id).takers {
            let part = (form["part-\(taker.rawValue)"] ?? "").trimmingSpaces()
            if !part.isEmpty { draft.parts[taker] = String(part.prefix(200)) }
        }
        draft.remainder = form["remainder"].flatMap { $0.isEmpty ? nil : Agency.ID($0) }
        for share in form.all("share") {
            let words = share.split(separator: " ")
            if words.count == 3 { draft.shares["\(words[0]) \(words[1])"] = Agency.ID(String(words[2])) }
        }
        do {
            guard let effective = draft.effective else { throw AgencyRefused.badDay }
            _ = try await PlanReorganisation(
                kind: draft.kind, effective: effective, content: draft.content(of: id)
            ).run(in: site.office, as: actor)
            return redirect(Routes.reorganisations(), flash: .changed)
        } catch let refusal as AgencyRefused {
            let page = try await reorganisePage(id, draft, fault: Phrase(refusal.vietnamese, refusal.english))
            return refused(refusal, page.view(screen))
        }
    }

    func reorganisationsPage(fault: Phrase? = nil) async throws -> ReorganisationsPage {
        let all = try await ListReorganisations().run(in: site.office, as: actor)
        return ReorganisationsPage(
            all: all, register: try await site.office.agencyRegister(), today: site.office.today, fault: fault
        )
    }
}
