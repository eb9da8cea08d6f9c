import Domain
import Store

/// Tasks of issued plans, to be filtered by agencies, time, plans and words, and taken away as a table.
struct TasksPage: Sendable {
    /// What the list was asked for; also what its links and exports carry on.
    struct Filter: Sendable, Equatable {
        var search = ""
        /// Parties of which one leads, in any spelling.
        var leads: [String] = []
        /// Parties of which one coordinates.
        var coordinators: [String] = []
        var plans: [String] = []
        var state: TimeState?
        var order = TaskOrder.due
        /// Accepted and cancelled tasks instead of those that somebody has to do something about.
        var showsClosed = false

        var query: [(name: String, value: String)] {
            [("q", search)].filter { !$0.1.isEmpty } + leads.map { ("agency", $0) }
                + coordinators.map { ("with", $0) } + plans.map { ("plan", $0) }
                + (state.map { [("state", $0.rawValue)] } ?? [])
                + (order == .due ? [] : [("sort", order.rawValue)])
                + (showsClosed ? [("show", "ended")] : [])
        }

        /// Whether anything is left out; an order leaves nothing out.
        var isEmpty: Bool {
            search.isEmpty && leads.isEmpty && coordinators.isEmpty && plans.isEmpty && state == nil
                && !showsClosed
        }
    }

    struct Row: Sendable {
        var task: Plan.Task
        var planTitle: String
        var planNumber: String?
        var planIssuer: String?
        var state: TimeState
    }

    /// Something that the list can be narrowed to, and how many tasks that would leave.
    struct Choice: Sendable, Equatable {
        var value: String
        var name: String
        /// Nil where the filter finds too many to gather choices from them.
        var tasks: Int?
    }

    /// The longest title in a list, in letters; the whole one is a tip and on the plan's page.
    static let titleLimit = 60

    /// The longest name of an issuer beside it.
    static let issuerLimit = 36

    static func short(_ title: String, to limit: Int = TasksPage.titleLimit) -> String {
        guard title.count > limit else { return title }
        let words = title.prefix(limit).split(separator: " ").dropLast()
        return words.joined(separator: " ") + "…"
    }

    /// What tells a plan from others, short enough for a choice.
    static func planName(_ number: String?, _ title: String, _ issuer: String?) -> String {
        [number, short(title), issuer.map { short(IssuerName.short($0), to: issuerLimit) }].compactMap { $0 }
            .joined(separator: " – ")
    }

    var rows: [Row]
    var filter: Filter
    var leads: [Choice]
    var coordinators: [Choice]
    var plans: [Choice]
    var counts: [TimeState: Int]
    /// More tasks are found than were counted: every number is the least.
    var isBounded = false
    var next: String?
    var isFirst: Bool
    var mayExport: Bool

    /// How many tasks the filter finds on all pages.
    var count: Int { filter.state.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +) }

    /// The plan that the list is narrowed to; its rows then needn't name it.
    var onlyPlan: Choice? { filter.plans.count == 1 ? plans.first { $0.value == filter.plans[0] } : nil }

    /// Each thing that the list is narrowed by, with the filter that it leaves when it is taken off.
    func narrowings(_ language: Language) -> [(label: Phrase, name: String, rest: Filter)] {
        func without(_ change: (inout Filter) -> Void) -> Filter {
            var rest = filter
            change(&rest)
            return rest
        }
        let names = Dictionary(plans.map { ($0.value, $0.name) }, uniquingKeysWith: { one, _ in one })
        var all: [(label: Phrase, name: String, rest: Filter)] = []
        if !filter.search.isEmpty {
            all.append((.searchWords, "“\(filter.search)”", without { $0.search = "" }))
        }
        if let state = filter.state { all.append((.time, state.name[language], without { $0.state = nil })) }
        if filter.showsClosed {
            all.append((.state, Phrase.closed[language], without { $0.showsClosed = false }))
        }
        for name in filter.leads {
            all.append((.lead, name, without { $0.leads.removeAll { $0 == name } }))
        }
        for name in filter.coordinators {
            all.append((.coordinators, name, without { $0.coordinators.removeAll { $0 == name } }))
        }
        for id in filter.plans {
            all.append((.plan, names[id] ?? id, without { $0.plans.removeAll { $0 == id } }))
        }
        return all
    }
}

extension TaskOrder {
    var name: Phrase {
        switch self {
        case .due: Phrase("Hạn gần nhất trước", "Nearest due first")
        case .plan: Phrase("Theo kế hoạch và mục", "By plan and section")
        case .newest: Phrase("Mới ban hành trước", "Newest issued first")
        case .lead: Phrase("Theo cơ quan chủ trì", "By lead agency")
        }
    }
}
