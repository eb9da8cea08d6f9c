package import Domain
import SQL
package import Store
import Vietnamese

/// What the page of tasks shows: a part of the list, how many there are, and what it can be narrowed to.
package struct TaskListing: Sendable {
    package var page: Page<TaskRow>
    /// The filter's own choice of times is left aside.
    package var counts: FoundCounts
    /// Each beside all that the others ask: what the filter itself chooses of its kind is left aside.
    package var leads: TaskListing.Choice<PartyCount>
    package var coordinators: TaskListing.Choice<PartyCount>
    package var plans: TaskListing.Choice<PlanCount>
    /// Plans that the filter asks for.
    package var askedPlans: [PlanCount]

    package struct Choice<Item: Sendable>: Sendable {
        package var items: [Item]
        /// Whether their numbers are those of the filter.
        package var areCounted: Bool
    }
}

/// Tasks of issued plans by a filter, for people.
///
/// Of words that very many tasks have, the newest of them are looked at (`Database.searchedTasks`); what must be whole
/// asks `ListTasks` or `ExportTasks`.
package struct ShowTaskList: Operation {
    private let filter: TaskFilter
    private let order: TaskOrder
    private let mark: PageMark?

    package init(_ filter: TaskFilter = TaskFilter(), by order: TaskOrder = .due, after mark: PageMark? = nil)
    {
        self.filter = filter
        self.order = order
        self.mark = mark
    }

    package func run(in office: Office, as actor: Actor) async throws -> TaskListing {
        try TaskAccess.require(.viewPlan, of: actor)
        let today = office.today
        return try await office.pool.read { [filter, order, mark] db in
            let hits = try db.taskHits(filter)
            var known: [TaskFilter: TaskChoices] = [:]
            func choices(_ leaveOut: (inout TaskFilter) -> Void) throws -> TaskChoices {
                var asked = filter
                leaveOut(&asked)
                if let choices = known[asked] { return choices }
                // Without chosen plans words need their bound.
                let among = asked.plans.isEmpty == filter.plans.isEmpty ? hits : try db.taskHits(asked)
                let choices = try db.taskChoices(asked, among: among, today: today)
                known[asked] = choices
                return choices
            }
            let (leads, coordinators) = (
                try choices { $0.parties = [] }, try choices { $0.coordinators = [] }
            )
            let plans = try choices { $0.plans = [] }
            return TaskListing(
                page: try db.tasks(
                    filter, by: order, today: today, after: mark, limit: PageLimit.standard, among: hits
                ).map { TaskAccess.masked($0) },
                counts: try db.foundCounts(filter, among: hits, today: today),
                leads: .init(items: Self.masked(leads.parties[.lead] ?? []), areCounted: leads.areCounted),
                coordinators: .init(
                    items: Self.masked(coordinators.parties[.with] ?? []),
                    areCounted: coordinators.areCounted),
                plans: .init(items: Self.masked(plans.plans), areCounted: plans.areCounted),
                askedPlans: Self.masked(try db.planNames(filter.plans)))
        }
    }

    private static func masked(_ parties: [PartyCount]) -> [PartyCount] {
        parties.map {
            var party = $0
            party.name = PhoneMask.masked(party.name)
            return party
        }
    }

    private static func masked(_ plans: [PlanCount]) -> [PlanCount] {
        plans.map {
            var plan = $0
            plan.title = PhoneMask.masked(plan.title)
            return plan
        }
    }
}
