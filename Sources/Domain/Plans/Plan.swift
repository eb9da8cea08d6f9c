package import Foundation

/// An official document, as read and confirmed; its draft and original text are kept beside it.
package struct Plan: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Plan>

    package enum State: String, Codable, Sendable, CaseIterable {
        case read
        case underCorrection
        case issued
        case withdrawn
        case replaced
    }

    package enum Event: String, Codable, Sendable, CaseIterable {
        case readAgain
        case correct
        case issue
        case withdraw
        case replace
        case delete
        case purge
    }

    /// The life of a plan, whole.
    package static let life = StateTable<State, Event>([
        .init(.readAgain, from: .read, to: .read),
        .init(.readAgain, from: .underCorrection, to: .underCorrection),
        .init(.correct, from: .read, to: .underCorrection),
        .init(.correct, from: .underCorrection, to: .underCorrection),
        .init(.issue, from: .read, to: .issued),
        .init(.issue, from: .underCorrection, to: .issued),
        .init(.withdraw, from: .issued, to: .withdrawn),
        .init(.replace, from: .issued, to: .replaced),
        .init(.delete, from: .read, to: nil),
        .init(.delete, from: .underCorrection, to: nil),
        // A leaked secret may have got as far as any state.
        .init(.purge, from: .read, to: nil),
        .init(.purge, from: .underCorrection, to: nil),
        .init(.purge, from: .issued, to: nil),
        .init(.purge, from: .withdrawn, to: nil),
        .init(.purge, from: .replaced, to: nil),
    ])

    package var id: ID
    /// The agency in Loa whose plan it is.
    package var agency: Agency.ID
    package var state: State
    /// Counts the changes of the draft; an editor sends the number seen, so that the second of two
    /// is told.
    package var revision: Int
    /// SHA-256 of the original file, 64 hexadecimal digits.
    package var file: String
    /// From the draft, for lists.
    package var kind: String?
    package var number: String?
    package var title: String
    package var issuer: String?
    package var date: PartialDay?
    package var taskCount: Int
    /// Tasks in whose draft nobody is named as lead.
    package var tasksWithoutLead: Int
    package var readerVersion: String
    package var receivedAt: Date
    package var receivedBy: Account.ID?
    package var issuedAt: Date?
    package var issuedBy: Account.ID?

    package init(
        id: ID, agency: Agency.ID, state: State = .read, revision: Int = 1, file: String, kind: String? = nil,
        number: String? = nil, title: String, issuer: String? = nil, date: PartialDay? = nil,
        taskCount: Int = 0,
        tasksWithoutLead: Int = 0, readerVersion: String, receivedAt: Date, receivedBy: Account.ID?,
        issuedAt: Date? = nil, issuedBy: Account.ID? = nil
    ) {
        self.id = id
        self.agency = agency
        self.state = state
        self.revision = revision
        self.file = file
        self.kind = kind
        self.number = number
        self.title = title
        self.issuer = issuer
        self.date = date
        self.taskCount = taskCount
        self.tasksWithoutLead = tasksWithoutLead
        self.readerVersion = readerVersion
        self.receivedAt = receivedAt
        self.receivedBy = receivedBy
        self.issuedAt = issuedAt
        self.issuedBy = issuedBy
    }

    package static let titleLimitBytes = 4000

    /// Takes over what lists show of a draft.
    package mutating func summarize(_ draft: PlanDraft) {
        kind = draft.kind?.value
        number = draft.number?.value
        title = draft.title.value
        issuer = draft.issuerInFull
        date = draft.date?.value
        taskCount = draft.tasks.count
        tasksWithoutLead = draft.tasks.count { $0.lead.isEmpty }
    }
}
