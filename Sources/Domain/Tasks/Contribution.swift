package import Foundation

/// A coordinating agency's own part of a task, with its own time, state and evidence.
package struct Contribution: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Contribution>
    package typealias State = Plan.Task.State
    package typealias Event = Plan.Task.Event

    /// The same as a task's: the lead accepts and returns instead of the planner.
    package static let life = Plan.Task.life

    package var id: ID
    package var task: Plan.Task.ID
    package var agency: Agency.ID
    package var state: State
    package var revision: Int
    /// What is asked for; nil where the agency began by itself.
    package var asked: String?
    package var due: CalendarDay?
    /// What the agency says about what it hands in.
    package var note: String?
    /// Why it was returned or cancelled.
    package var reason: String?
    package var askedAt: Date
    package var askedBy: Account.ID?
    package var submittedAt: Date?
    package var submittedBy: Account.ID?

    package init(
        id: ID, task: Plan.Task.ID, agency: Agency.ID, state: State = .open, revision: Int = 1,
        asked: String?,
        due: CalendarDay?, note: String? = nil, reason: String? = nil, askedAt: Date, askedBy: Account.ID?,
        submittedAt: Date? = nil, submittedBy: Account.ID? = nil
    ) {
        self.id = id
        self.task = task
        self.agency = agency
        self.state = state
        self.revision = revision
        self.asked = asked
        self.due = due
        self.note = note
        self.reason = reason
        self.askedAt = askedAt
        self.askedBy = askedBy
        self.submittedAt = submittedAt
        self.submittedBy = submittedBy
    }
}
