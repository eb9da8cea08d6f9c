import Domain
import HTTP
import Markup
import Operations
import Store

extension SitePages {
    mutating func addAgencies() {
        get(Routes.agencies, mayKeep: false) { visit in
            visit.html(try await visit.agenciesPage().view(visit.screen))
        }
        get(Routes.agency) { visit in
            visit.html(try await visit.agencyPage(visit.id("agency")).view(visit.screen))
        }
        post(Routes.agency) { visit, form in try await visit.changeAgency(visit.id("agency"), form) }
        get(Routes.partyQuestions) { visit in
            let plans = try await ListPartyQuestions().run(in: visit.site.office, as: visit.actor)
            return visit.html(PartyQuestionsPage(plans: plans).view(visit.screen))
        }
        get(Routes.planParties) { visit in
            visit.html(try await visit.planPartiesPage(visit.id("plan")).view(visit.screen))
        }
        post(Routes.planParties) { visit, form in try await visit.answerParty(of: visit.id("plan"), form) }
        addReorganisations()
    }
}

extension Visit {
    /// The day asked for, else today.
    func askedDay(_ today: CalendarDay) -> CalendarDay { CalendarDay(iso: query("day")) ?? today }

    func agenciesPage() async throws -> AgenciesPage {
        let office = site.office
        _ = try await ListAgencies().run(in: office, as: actor)
        let day = askedDay(office.today)
        let question = query("q")
        let found =
            question.isEmpty
            ? nil : try await office.searchAgencies(question, on: day, limit: AgenciesPage.longestList)
        let plans = try await ListPartyQuestions().run(in: office, as: actor)
        let mayReorganise = actor.roles.contains {
            Permission.reach(of: $0.role, for: .manageAgencies) != .never
        }
        let planned =
            mayReorganise
            ? try await ListReorganisations().run(in: office, as: actor).count { $0.state == .planned } : 0
        return AgenciesPage(
            register: try await office.agencyRegister(), day: day, today: office.today, question: question,
            found: found, planned: planned, questions: plans.reduce(0) { $0 + $1.open },
            mayReorganise: mayReorganise)
    }

    func agencyPage(_ id: Agency.ID, fault: Phrase? = nil, typed: [String: String] = [:]) async throws
        -> AgencyPage
    {
        let view = try await ShowAgency(id, on: CalendarDay(iso: query("day"))).run(
            in: site.office, as: actor)
        return AgencyPage(view: view, fault: fault, typed: typed)
    }

    func changeAgency(_ id: Agency.ID, _ form: Form) async throws -> Response {
        do {
            let target = try await applyChange(of: id, form)
            return redirect(Routes.agency(target.rawValue), flash: .changed)
        } catch let refusal as any Refusal where refusal is AgencyRefused || refusal is AccountRefused {
            var typed: [String: String] = [:]
            for name in [
                "name", "abbreviations", "kind", "newName", "newShort", "newKind", "newLevel", "newFrom",
                "scheme",
                "code", "codeFrom", "postKind", "title", "personName", "email", "phone", "postFrom",
            ] {
                typed[name] = form[name]
            }
            if form["do"] == "post" { typed["person"] = "open" }
            let page = try await agencyPage(
                id, fault: Phrase(refusal.vietnamese, refusal.english), typed: typed)
            return refused(refusal, page.view(screen))
        }
    }

    /// Does what the pressed button says; returns the agency to be shown.
    private func applyChange(of id: Agency.ID, _ form: Form) async throws -> Agency.ID {
        let office = site.office
        switch form["do"] {
        case "edit":
            guard let kind = form["kind"].flatMap(Agency.Kind.init(rawValue:)) else {
                throw RequestRefused(.badRequest)
            }
            let short = (form["abbreviations"] ?? "").split(whereSeparator: \.isNewline).map { String($0) }
            try await EditAgency(id, name: form["name"] ?? "", abbreviations: short, kind: kind).run(
                in: office, as: actor)
        case "create":
            guard let kind = form["newKind"].flatMap(Agency.Kind.init(rawValue:)),
                let level = form["newLevel"].flatMap(Agency.Level.init(rawValue:))
            else { throw RequestRefused(.badRequest) }
            let new = try await CreateAgency(
                name: form["newName"] ?? "", abbreviations: [form["newShort"] ?? ""], kind: kind,
                level: level,
                parent: id, validFrom: try day(form["newFrom"])
            ).run(in: office, as: actor)
            return new.id
        case "code":
            guard let scheme = form["scheme"].flatMap(Agency.CodeScheme.init(rawValue:)) else {
                throw RequestRefused(.badRequest)
            }
            let code = AgencyCode(
                scheme: scheme, code: (form["code"] ?? "").trimmingSpaces(),
                validFrom: try day(form["codeFrom"]))
            try await SetAgencyCode(id, code: code).run(in: office, as: actor)
        case "post": try await fillPost(of: id, form)
        case "vacate":
            try await VacatePost(Post.ID(form["post"] ?? ""), after: office.today).run(in: office, as: actor)
        case "erase":
            try await ErasePerson(Person.ID(form["person"] ?? ""), in: id).run(in: office, as: actor)
        default: throw RequestRefused(.badRequest)
        }
        return id
    }

    private func fillPost(of id: Agency.ID, _ form: Form) async throws {
        let office = site.office
        guard let kind = form["postKind"].flatMap(Post.Kind.init(rawValue:)) else {
            throw RequestRefused(.badRequest)
        }
        let title = (form["title"] ?? "").trimmingSpaces()
        let posts = try await ShowAgency(id).run(in: office, as: actor).posts
        let place: FillPost.Place =
            posts.first { $0.kind == kind && $0.title == title }.map { .post($0.id) }
            ?? .new(kind, title: title)
        _ = try await FillPost(
            agency: id, place: place, name: form["personName"] ?? "", email: form["email"] ?? "",
            phone: form["phone"] ?? "", from: try day(form["postFrom"])
        ).run(in: office, as: actor)
    }

    /// A day that may be left out.
    func day(_ text: String?) throws -> CalendarDay? {
        guard let text, !text.trimmingSpaces().isEmpty else { return nil }
        guard let day = CalendarDay(iso: text.trimmingSpaces()) else { throw AgencyRefused.badDay }
        return day
    }

    // MARK: - Questions

    func planPartiesPage(_ plan: Plan.ID, fault: Phrase? = nil) async throws -> PlanPartiesPage {
        let office = site.office
        let view = try await ShowPartyQuestions(plan: plan).run(in: office, as: actor)
        let question = query("q")
        let key = query("key", limit: 500)
        guard !question.isEmpty, !key.isEmpty else { return PlanPartiesPage(view: view, fault: fault) }
        let found = try await office.searchAgencies(question, on: view.today, limit: 30)
        return PlanPartiesPage(view: view, searched: (key, question, found), fault: fault)
    }

    func answerParty(of plan: Plan.ID, _ form: Form) async throws -> Response {
        let agencies = form.all("agency").map { Agency.ID($0) }
        let isNobody = form["nobody"] == "yes"
        // Nothing ticked is no answer; nobody together with somebody is none either.
        guard isNobody == agencies.isEmpty, let key = form["key"] else {
            let page = try await planPartiesPage(plan, fault: .unsureHint)
            return html(page.view(screen), status: .unprocessableContent)
        }
        try await ResolveParty(plan: plan, key: key, agencies: agencies).run(in: site.office, as: actor)
        return redirect(Routes.planParties(plan.rawValue), flash: .changed)
    }
}
