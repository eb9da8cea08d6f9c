import Domain
import Markup
import Operations
import Store

/// An agency's desk: what is due, what is late, who waits for whom; today first.
struct WorkPage: Sendable {
    /// What the page shows: the day, one list whole, or what was given to the visitor.
    enum View: Equatable, Sendable {
        case today
        case list(DeskList)
        case givenToMe

        init(_ text: String) {
            self = text == "mine" ? .givenToMe : DeskList(rawValue: text).map { .list($0) } ?? .today
        }

        var text: String {
            switch self {
            case .today: ""
            case .list(let list): list.rawValue
            case .givenToMe: "mine"
            }
        }
    }

    /// A heading with rows under it.
    struct Section: Sendable {
        var title: Phrase
        var rows: [Row]
        /// The list that has the rest.
        var all: View?
        var nothing: Phrase
    }

    /// A task as the desk shows it.
    struct Row: Sendable, Identifiable {
        var task: TaskRow
        var role: DeskRole
        /// Of the agency's own part.
        var due: CalendarDay?
        var isPending: Bool

        var id: String { task.task.id.rawValue }
        /// What its tick says: the task with the revision that was seen.
        var target: String { "\(id):\(task.task.revision)" }
        /// A coordinator's part is worked on at the task's own page.
        var mayTick: Bool { role != .with && task.task.state.isLive }
    }

    var agency: (id: Agency.ID, name: String)
    /// The visitor's own, to switch between.
    var agencies: [(id: Agency.ID, name: String)]
    var view: View
    var counts: [DeskList: Int]
    var sections: [Section]
    var next: String?
    var isFirst: Bool
    var today: CalendarDay
    /// What the visitor may do with many at once; empty: nothing.
    var verbs: [BulkVerb]
    var colleagues: [Colleague]
    var outcomes: [Outcome]
    var typed: TypedBulk?

    /// What became of one ticked task.
    struct Outcome: Sendable {
        var task: Plan.Task.ID
        var text: String
        /// Nil: done.
        var refusal: Phrase?
    }

    /// What was chosen for the ticked tasks, to stand there again.
    struct TypedBulk: Sendable {
        var verb: String
        var words: String
        var account: String
        var targets: Set<String>
        var fault: Phrase?
    }

    /// The most rows of a section of the day.
    static let dayLimit = 12

    func link(_ view: View, after: String? = nil) -> Link {
        var query: [(name: String, value: String)] = []
        if agency.id != agencies.first?.id { query.append(("agency", agency.id.rawValue)) }
        if view != .today { query.append(("list", view.text)) }
        if let after { query.append(("after", after)) }
        return Routes.work().with(query: query)
    }
}

/// One verb on many tasks, as the form names it.
enum BulkVerb: String, Sendable, CaseIterable {
    case start, submit, delegate, accept, `return`, remind

    var name: Phrase {
        switch self {
        case .start: .startWork
        case .submit: .handIn
        case .delegate: .delegateWork
        case .accept: .acceptWork
        case .return: .returnWork
        case .remind: .remindWork
        }
    }

    /// Whether it is for those who lead; else for those whose plan it is.
    var isLeads: Bool {
        switch self {
        case .start, .submit, .delegate: true
        case .accept, .return, .remind: false
        }
    }

    func work(words: String, account: Account.ID?) -> BulkWork.Verb {
        let note = words.isEmpty ? nil : words
        return switch self {
        case .start: .start
        // Why a part is missing is said of one task at a time: the report's words are no reason.
        case .submit: .submit(note: note, whyMissing: nil)
        case .delegate: .delegate(to: account)
        case .accept: .accept
        case .return: .return(reason: words)
        case .remind: .remind(words: note)
        }
    }
}
