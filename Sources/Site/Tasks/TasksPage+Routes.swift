import Domain
import HTTP
import Operations
import Store

extension SitePages {
    mutating func addTasks() {
        get(Routes.tasks, mayKeep: true) { visit in visit.html(try await visit.tasksPage().view(visit.screen))
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

    func tasksPage() async throws -> TasksPage {
        let office = site.office
        let filter = taskFilter
        let after = request.query["after"]
        let page = try await ListTasks(
            filter.wanted, by: filter.order, after: after.map { PageMark(rawValue: $0) }
        ).run(in: office, as: actor)
        // Each choice counts what it would find beside all that the others ask.
        func others(_ leaveOut: (inout TasksPage.Filter) -> Void) -> TaskFilter {
            var other = filter
            leaveOut(&other)
            return other.wanted
        }
        let counts = try await CountTasks(others { $0.state = nil }).run(in: office, as: actor)
        let leads = try await ListParties(as: .lead, others { $0.leads = [] }).run(in: office, as: actor)
        let coordinators = try await ListParties(as: .with, others { $0.coordinators = [] })
            .run(in: office, as: actor)
        let plans = try await ListPlansWithTasks(others { $0.plans = [] }).run(in: office, as: actor)
        return TasksPage(
            rows: page.items.map {
                .init(
                    task: $0.task, planTitle: $0.planTitle, planNumber: $0.planNumber,
                    planIssuer: $0.planIssuer, state: $0.time)
            }, filter: filter, leads: TasksPage.choices(leads, filter.leads),
            coordinators: TasksPage.choices(coordinators, filter.coordinators),
            plans: try await planChoices(plans, chosen: filter.plans),
            counts: counts, isBounded: CountTasks.isBounded(counts, filter.wanted), next: page.next?.rawValue,
            isFirst: after == nil, mayExport: true)
    }

    /// Plans to choose from; a chosen one stands there even where the rest of the filter leaves it no task.
    private func planChoices(_ plans: [PlanCount], chosen: [String]) async throws -> [TasksPage.Choice] {
        var found = plans
        if chosen.contains(where: { id in !found.contains { $0.plan.rawValue == id } }) {
            let all = try await ListPlansWithTasks().run(in: site.office, as: actor)
            for id in chosen where !found.contains(where: { $0.plan.rawValue == id }) {
                guard var plan = all.first(where: { $0.plan.rawValue == id }) else { continue }
                plan.tasks = 0
                found.append(plan)
            }
        }
        return found.map {
            .init(
                value: $0.plan.rawValue, name: TasksPage.planName($0.number, $0.title, $0.issuer),
                tasks: $0.tasks)
        }
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
    static func choices(_ parties: [PartyCount], _ chosen: [String]) -> [Choice] {
        var missing = Dictionary(chosen.map { (PartyKey.of($0), $0) }, uniquingKeysWith: { one, _ in one })
        let found = parties.map { party in
            Choice(
                value: missing.removeValue(forKey: party.key) ?? party.name, name: party.name,
                tasks: party.tasks)
        }
        return found + missing.values.sorted().map { Choice(value: $0, name: $0, tasks: 0) }
    }
}
