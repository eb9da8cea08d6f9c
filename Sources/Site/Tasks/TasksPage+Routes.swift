import Domain
import HTTP
import Operations
import Store

extension SitePages {
    mutating func addTasks() {
        get(Routes.tasks, mayKeep: true) { visit in
            let (filter, after) = (visit.taskFilter, visit.request.query["after"])
            let screen = visit.screen
            let asked =
                ["tasks", after == nil ? "first" : "after", after ?? ""]
                + filter.query.flatMap { [$0.name, $0.value] }
            let content = try await visit.sharedPart(asked) {
                try await visit.tasksPage(filter, after: after).content(screen)
            }
            return visit.html(screen.page(screen(.tasks), at: .tasks, content))
        }
        get(Routes.task, mayKeep: true) { visit in
            visit.html(try await visit.taskPage(visit.id("task")).view(visit.screen))
        }
        post(Routes.taskWork) { visit, form in try await visit.workOnTask(visit.id("task"), form) }
        addEvidence()
        addExports()
    }
}

extension Visit {
    /// The most values that one field of the filter takes.
    private static let mostChosen = 30

    var taskFilter: TasksPage.Filter {
        func several(_ name: String) -> [String] {
            var values: [String] = []
            for value in request.query.all(name).lazy.map({ String($0.prefix(200)).trimmingSpaces() })
            where !value.isEmpty && !values.contains(value) {
                values.append(value)
            }
            return Array(values.prefix(Self.mostChosen))
        }
        return .init(
            search: query("q"), leads: several("agency"), coordinators: several("with"),
            plans: several("plan"),
            state: TimeState(rawValue: query("state")), order: TaskOrder(rawValue: query("sort")) ?? .due,
            showsClosed: query("show") == "ended")
    }

    fileprivate func tasksPage(_ filter: TasksPage.Filter, after: String?) async throws -> TasksPage {
        let found = try await ShowTaskList(
            filter.wanted, by: filter.order, after: after.map { PageMark(rawValue: $0) }
        ).run(in: site.office, as: actor)
        return TasksPage(
            rows: found.page.items.map {
                .init(
                    task: $0.task, planTitle: $0.planTitle, planNumber: $0.planNumber,
                    planIssuer: $0.planIssuer, state: $0.time)
            }, filter: filter, leads: TasksPage.choices(found.leads, filter.leads),
            coordinators: TasksPage.choices(found.coordinators, filter.coordinators),
            plans: TasksPage.choices(found.plans, asked: found.askedPlans),
            counts: found.counts.times, isBounded: found.counts.isBounded, next: found.page.next?.rawValue,
            isFirst: after == nil, mayExport: true)
    }
}

extension TasksPage.Filter {
    /// The filter as the office understands it.
    var wanted: TaskFilter {
        TaskFilter(
            search: search, parties: leads, role: .lead, coordinators: coordinators,
            plans: plans.map { Plan.ID($0) }, times: state.map { [$0] } ?? [], showsClosed: showsClosed)
    }
}

extension TasksPage {
    /// Parties to choose from; those that are asked for in another spelling stand in their own.
    fileprivate static func choices(_ parties: TaskListing.Choice<PartyCount>, _ chosen: [String]) -> [Choice]
    {
        var missing = Dictionary(chosen.map { (PartyKey.of($0), $0) }, uniquingKeysWith: { one, _ in one })
        let found = parties.items.map { party in
            Choice(
                value: missing.isEmpty ? party.name : missing.removeValue(forKey: party.key) ?? party.name,
                name: party.name, tasks: parties.areCounted ? party.tasks : nil)
        }
        return found
            + missing.values.sorted().map { Choice(value: $0, name: $0, tasks: parties.areCounted ? 0 : nil) }
    }

    /// Plans to choose from; a chosen one stands there even where the rest of the filter leaves it no task.
    fileprivate static func choices(_ plans: TaskListing.Choice<PlanCount>, asked: [PlanCount]) -> [Choice] {
        let others = asked.filter { one in !plans.items.contains { $0.plan == one.plan } }
        return (plans.items + others).map {
            Choice(
                value: $0.plan.rawValue, name: TasksPage.planName($0.number, $0.title, $0.issuer),
                tasks: plans.areCounted ? $0.tasks : nil)
        }
    }
}
