import Domain
import Markup
import Operations
import Store

/// One plan: what it is, what it asks of whom by when, and what it rests on.
struct PlanPage: Sendable {
    /// How the tasks stand together.
    enum Grouping: String, Sendable { case agency, time }

    /// Tasks under one heading.
    struct Group: Sendable {
        var name: String
        var tasks: [Entry]
    }

    /// A task of a draft or of an issued plan alike.
    struct Entry: Sendable {
        /// Nil while the plan is a draft: then it has no page of its own.
        var id: Plan.Task.ID?
        var number: Int
        var place: String?
        var text: String
        var lead: [Party]
        var with: [Party]
        var time: PlanTime?
        var state: TimeState?
    }

    /// Plans of the agency in force that may replace one.
    struct Successors: Sendable {
        var plans: [Plan] = []
        /// Whether there are more than are listed.
        var isCut = false
    }

    /// The fields of the form that withdraws.
    struct WithdrawForm: Sendable {
        var reason = ""
        var successor = ""
        /// Words to find the replacing plan by; nil unless somebody searched.
        var search: String?
    }

    /// The most tasks that the page lists; the task list shows the rest.
    static let taskLimit = 300
    /// The most plans to choose a replacing one from; a search reaches the others.
    static let successorLimit = 50

    var plan: Plan
    var agency: String
    var draft: PlanDraft
    var file: (name: String, size: Int, pages: Int?)
    var grouping: Grouping
    var groups: [Group]
    var isCut: Bool
    /// How it came to be withdrawn or replaced.
    var closing: PlanClosing?
    /// Plans that it replaced.
    var predecessors: [Plan]
    /// Parties of its tasks that wait for a person's word.
    var openQuestions: Int
    /// Plans that may replace it, where the visitor may withdraw it.
    var successors: Successors
    var allowed: Set<Action>
    var fault: Phrase?
    /// What stood in the form of withdrawing when it was refused or asked for plans.
    var typed: WithdrawForm
    /// What the ledger tells of it, the youngest first.
    var history: [LedgerRow]
    var ledger: LedgerWords

    /// Puts tasks under their lead agencies, or under what their time asks for.
    static func groups(_ entries: [Entry], by grouping: Grouping, _ language: Language) -> [Group] {
        var order: [String] = []
        var groups: [String: [Entry]] = [:]
        var names: [String: String] = [:]
        // Spellings of one agency stand together, under the first.
        func add(_ entry: Entry, to spelling: String, key: String) {
            let name = names[key] ?? spelling
            names[key] = name
            if groups[name] == nil { order.append(name) }
            groups[name, default: []].append(entry)
        }
        switch grouping {
        case .agency:
            var keys: [String: String] = [:]
            for entry in entries {
                let names = entry.lead.map(\.name)
                for name in names.isEmpty ? [Phrase.noLead[language]] : names {
                    let key = keys[name] ?? PartyKey.of(name)
                    keys[name] = key
                    add(entry, to: name, key: key)
                }
            }
        case .time:
            let sorted = entries.sorted { key($0) < key($1) }
            for entry in sorted {
                let name = entry.time.map { Spelling.time($0, language) } ?? TimeState.none.name[language]
                add(entry, to: name, key: name)
            }
        }
        return order.map { Group(name: $0, tasks: groups[$0] ?? []) }
    }

    /// Days in their order, then what is continuous, then what has no time.
    private static func key(_ entry: Entry) -> (Int, Int, Int) {
        switch entry.time {
        case .by(let day, _): (0, day.last?.dayNumber ?? .max, entry.number)
        case .between(_, let end): (0, end.last?.dayNumber ?? .max, entry.number)
        case .continuous: (1, 0, entry.number)
        case .yearly: (1, 1, entry.number)
        case nil: (2, 0, entry.number)
        }
    }
}
