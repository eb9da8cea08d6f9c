import Domain
import HTTP
import Operations
import Store

extension SitePages {
    mutating func addTasks() {
        get(Routes.tasks, mayKeep: true) { visit in visit.html(try await visit.tasksPage().view(visit.screen))
        }
        get(Routes.task, mayKeep: true) { visit in
            let view = try await ShowTask(task: visit.id("task")).run(in: visit.site.office, as: visit.actor)
            let page = TaskPage(
                task: view.row.task, state: view.row.time, plan: view.plan, before: view.before,
                words: view.sentence,
                after: view.after, agencyNames: try await visit.agencyNames())
            return visit.html(page.view(visit.screen))
        }
        addExports()
    }
}

extension Visit {
    var taskFilter: TasksPage.Filter {
        .init(
            search: query("q"), agency: query("agency"), with: query("with"), plan: query("plan", limit: 64),
            state: query("state"))
    }

    /// The filter as the office understands it: `agency` leads, `with` coordinates.
    func wanted(_ filter: TasksPage.Filter) -> TaskFilter {
        TaskFilter(
            search: filter.search, party: filter.agency.isEmpty ? nil : filter.agency, role: .lead,
            coordinator: filter.with.isEmpty ? nil : filter.with,
            plan: filter.plan.isEmpty ? nil : Plan.ID(filter.plan),
            times: TimeState(rawValue: filter.state).map { [$0] } ?? [])
    }

    func tasksPage() async throws -> TasksPage {
        let office = site.office
        let filter = taskFilter
        let after = request.query["after"]
        let plan: Plan.ID? = filter.plan.isEmpty ? nil : Plan.ID(filter.plan)
        let page = try await ListTasks(wanted(filter), after: after.map { PageMark(rawValue: $0) })
            .run(in: office, as: actor)
        var all = filter
        all.state = ""
        let counts = try await CountTasks(wanted(all)).run(in: office, as: actor)
        let plans = try await ListPlansWithTasks().run(in: office, as: actor)
        return TasksPage(
            rows: page.items.map {
                .init(task: $0.task, planTitle: $0.planTitle, planNumber: $0.planNumber, state: $0.time)
            }, filter: filter,
            leads: TasksPage.choices(
                try await ListParties(as: .lead, plan: plan).run(in: office, as: actor), filter.agency),
            coordinators: TasksPage.choices(
                try await ListParties(as: .with, plan: plan).run(in: office, as: actor), filter.with),
            plans: plans.map { .init(id: $0.plan.rawValue, title: $0.title, number: $0.number) },
            counts: counts, next: page.next?.rawValue, isFirst: after == nil, mayExport: true)
    }
}

extension TasksPage {
    /// Parties to choose from; the one that is asked for in another spelling stands in its own.
    static func choices(_ parties: [PartyCount], _ chosen: String) -> [String] {
        let key = PartyKey.of(chosen)
        var names = parties.map { $0.key == key ? chosen : $0.name }
        if !chosen.isEmpty, !names.contains(chosen) { names.insert(chosen, at: 0) }
        return names
    }
}
