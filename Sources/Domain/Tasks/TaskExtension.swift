package import Foundation

/// More time for a task: asked for by its lead, granted or refused by the planner.
package struct TaskExtension: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<TaskExtension>

    package enum State: String, Codable, Sendable, CaseIterable {
        case asked
        case granted
        case refused
    }

    package enum Event: String, Codable, Sendable, CaseIterable {
        case grant
        case refuse
    }

    package static let life = StateTable<State, Event>([
        .init(.grant, from: .asked, to: .granted),
        .init(.refuse, from: .asked, to: .refused),
    ])

    package var id: ID
    package var task: Plan.Task.ID
    package var state: State
    /// The last day that was in time when it was asked for; nil where there was none.
    package var oldDue: CalendarDay?
    package var newDue: CalendarDay
    package var reason: String
    package var askedAt: Date
    package var askedBy: Account.ID?
    package var answer: String?
    package var answeredAt: Date?
    package var answeredBy: Account.ID?

    package init(
        id: ID, task: Plan.Task.ID, state: State = .asked, oldDue: CalendarDay?, newDue: CalendarDay,
        reason: String, askedAt: Date, askedBy: Account.ID?, answer: String? = nil, answeredAt: Date? = nil,
        answeredBy: Account.ID? = nil
    ) {
        self.id = id
        self.task = task
        self.state = state
        self.oldDue = oldDue
        self.newDue = newDue
        self.reason = reason
        self.askedAt = askedAt
        self.askedBy = askedBy
        self.answer = answer
        self.answeredAt = answeredAt
        self.answeredBy = answeredBy
    }
}
