import Domain
import HTTP
import Markup
import Operations
import Store

extension SitePages {
    mutating func addWork() {
        get(Routes.work, mayKeep: true) { visit in
            guard let page = try await visit.workPage() else { return visit.redirect(Routes.plans()) }
            return visit.html(page.view(visit.screen))
        }
        post(Routes.work) { visit, form in try await visit.workOnMany(form) }
    }
}

extension Visit {
    /// Where one begins: at one's agency's desk, or for those without one at the plans.
    var startPage: Link {
        actor.agencies(as: [.planner, .member]).isEmpty ? Routes.plans() : Routes.work()
    }

    /// Agencies in whose name the visitor works, first those that it works for, then those it only looks at.
    ///
    /// Where there are several, each bears the name of the one above it: departments of all provinces are called alike.
    private func ownAgencies() async throws -> [(id: Agency.ID, name: String)] {
        let works = actor.agencies(as: [.planner, .member])
        let looks = actor.agencies(as: Set(Role.allCases)).filter { !works.contains($0) }
        let own = works + looks
        guard own.count > 1 else { return own.map { ($0, session?.agencyNames[$0] ?? $0.rawValue) } }
        let register = try await site.office.agencyRegister()
        return own.map { id in
            let name = session?.agencyNames[id] ?? id.rawValue
            let above = register[id]?.parent.flatMap { register[$0]?.name }
            return (id, [name, above].compactMap { $0 }.joined(separator: " – "))
        }
    }

    /// The desk that the address, or a form, asks for; nil for whoever belongs to no agency.
    ///
    /// Whoever may sign in may look at any agency's desk: an issued plan is open to all whom it names.
    func workPage(
        _ form: Form? = nil, outcomes: [WorkPage.Outcome] = [], typed: WorkPage.TypedBulk? = nil
    ) async throws -> WorkPage? {
        let office = site.office
        let own = try await ownAgencies()
        let asked = Agency.ID(form?["agency"] ?? query("agency"))
        var agency = own.first { $0.id == asked } ?? own.first
        if !asked.rawValue.isEmpty, agency?.id != asked {
            guard let name = try await agencyNames()[asked] else { throw NotFound.agency }
            agency = (asked, name)
        }
        guard let agency else { return nil }
        let view = WorkPage.View(form?["list"] ?? query("list"))
        var page = WorkPage(
            agency: agency, agencies: own, view: view,
            counts: try await CountDesk(of: agency.id).run(in: office, as: actor), sections: [], next: nil,
            isFirst: query("after").isEmpty, today: office.today, verbs: verbs(in: agency.id), colleagues: [],
            outcomes: outcomes, typed: typed)
        if page.verbs.contains(.delegate) {
            page.colleagues = try await ListColleagues(of: agency.id).run(in: office, as: actor)
        }
        try await fill(&page)
        return page
    }

    private func verbs(in agency: Agency.ID) -> [BulkVerb] {
        let isPlanner = actor.agencies(as: [.planner]).contains(agency)
        let works = actor.agencies(as: [.planner, .member]).contains(agency)
        return BulkVerb.allCases.filter { $0.isLeads ? works : isPlanner }
    }

    private func fill(_ page: inout WorkPage) async throws {
        let after = query("after").isEmpty ? nil : PageMark(rawValue: query("after"))
        switch page.view {
        case .today: try await fillDay(&page)
        case .list(let list):
            let found = try await ListDesk(list, of: page.agency.id, after: after).run(
                in: site.office, as: actor)
            page.next = found.next?.rawValue
            page.sections = [
                .init(title: list.name, rows: found.items.map { WorkPage.Row($0) }, nothing: list.nothing)
            ]
        case .givenToMe:
            let found = try await ListGivenToMe(after: after).run(in: site.office, as: actor)
            page.next = found.next?.rawValue
            let rows = found.items.map {
                WorkPage.Row(
                    task: $0, role: .lead, due: $0.task.deadline?.due, isPending: $0.task.state.isPending)
            }
            page.sections = [.init(title: .givenToMe, rows: rows, nothing: DeskList.due.nothing)]
        }
    }

    /// Today, what is late, who waits, and what comes next; the beginnings of each.
    private func fillDay(_ page: inout WorkPage) async throws {
        let (agency, limit) = (page.agency.id, WorkPage.dayLimit)
        func rows(_ list: DeskList, after: PageMark? = nil, limit: Int = limit) async throws -> [WorkPage.Row]
        {
            try await ListDesk(list, of: agency, after: after, limit: limit).run(in: site.office, as: actor)
                .items.map { WorkPage.Row($0) }
        }
        let coming = try await rows(.due, after: PageMark(from: page.today), limit: 4 * limit)
        let due = coming.filter { $0.due == page.today }
        let late = try await rows(.overdue)
        let waiting = try await rows(.waitingForMe)
        page.sections = [.init(title: .todaySection, rows: due, nothing: .nothingToday)]
        if !late.isEmpty {
            page.sections.append(
                .init(
                    title: DeskList.overdue.name, rows: late, all: .list(.overdue),
                    nothing: DeskList.overdue.nothing))
        }
        if !waiting.isEmpty {
            page.sections.append(
                .init(
                    title: DeskList.waitingForMe.name, rows: waiting, all: .list(.waitingForMe),
                    nothing: DeskList.waitingForMe.nothing))
        }
        let next = coming.filter { $0.due != page.today }.prefix(limit)
        page.sections.append(
            .init(title: .nextSection, rows: Array(next), all: .list(.due), nothing: DeskList.due.nothing))
    }

    // MARK: - Many at once

    func workOnMany(_ form: Form) async throws -> Response {
        guard let verb = form["verb"].flatMap(BulkVerb.init(rawValue:)) else {
            throw RequestRefused(.badRequest)
        }
        let words = (form["words"] ?? "").trimmingSpaces()
        let account = form["account"].flatMap { $0.isEmpty ? nil : Account.ID($0) }
        var targets: [BulkWork.Target] = []
        for text in form.all("task") {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let revision = Int(parts[1]) else { throw RequestRefused(.badRequest) }
            let target = BulkWork.Target(task: Plan.Task.ID(String(parts[0])), revision: revision)
            if !targets.contains(target) { targets.append(target) }
        }
        var typed = WorkPage.TypedBulk(
            verb: verb.rawValue, words: words, account: account?.rawValue ?? "",
            targets: Set(targets.map(\.task.rawValue)))
        if targets.isEmpty || (verb == .return && words.isEmpty) {
            typed.fault = targets.isEmpty ? .bulkNothing : .bulkWordsHint
            return try await workPage(form, outcomes: [], typed: typed, status: .unprocessableContent)
        }
        let done = try await BulkWork(verb.work(words: words, account: account), targets).run(
            in: site.office, as: actor)
        // What was refused stays ticked, with its words, to be tried otherwise.
        let refused = Set(done.filter { $0.refusal != nil }.map(\.task.rawValue))
        typed.targets = refused
        var outcomes: [WorkPage.Outcome] = []
        for one in done {
            let task = try? await ShowTask(task: one.task).run(in: site.office, as: actor)
            outcomes.append(
                .init(
                    task: one.task, text: task?.row.task.text ?? one.task.rawValue,
                    refusal: one.refusal.map { Phrase($0.vietnamese, $0.english) }))
        }
        return try await workPage(form, outcomes: outcomes, typed: refused.isEmpty ? nil : typed, status: .ok)
    }

    private func workPage(
        _ form: Form, outcomes: [WorkPage.Outcome], typed: WorkPage.TypedBulk?, status: Status
    ) async throws -> Response {
        guard let page = try await workPage(form, outcomes: outcomes, typed: typed) else {
            throw AccessRefused.notAllowed
        }
        return html(page.view(screen), status: status)
    }
}

extension WorkPage.Row {
    init(_ row: DeskRow) {
        self.init(task: row.row, role: row.role, due: row.due, isPending: row.standing == .pending)
    }
}
