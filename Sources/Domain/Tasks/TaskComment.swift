package import Foundation

/// Something said about a task by those who work on it.
package struct TaskComment: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<TaskComment>

    package enum Kind: String, Codable, Sendable, CaseIterable {
        case comment
        /// The planner asks the lead how it stands.
        case reminder
    }

    package var id: ID
    package var task: Plan.Task.ID
    package var kind: Kind
    package var text: String
    package var madeAt: Date
    package var madeBy: Account.ID?

    package init(
        id: ID, task: Plan.Task.ID, kind: Kind, text: String, madeAt: Date, madeBy: Account.ID?
    ) {
        self.id = id
        self.task = task
        self.kind = kind
        self.text = text
        self.madeAt = madeAt
        self.madeBy = madeBy
    }

    package static let longestBytes = 4_000
    /// Of one task.
    package static let limit = 500
}
