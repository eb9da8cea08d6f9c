package import Foundation

/// A change of the order of agencies on a day: what ends, what comes in its place, who gets which task.
package struct Reorganisation: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Reorganisation>

    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// Several end and one goes on, new or old.
        case merge
        /// One ends and several go on; open tasks are shared out one by one.
        case split
        /// One goes on under another name; its identity stays.
        case rename
        /// One ends and another, that there is already, takes its work.
        case abolish
    }

    package enum State: String, Codable, Sendable, CaseIterable {
        case planned, applied, undone
    }

    package enum Event: String, Codable, Sendable, CaseIterable {
        case apply, undo
    }

    /// The life of a reorganisation, whole: what has taken effect is mended only by another.
    package static let life = StateTable<State, Event>([
        .init(.apply, from: .planned, to: .applied),
        .init(.undo, from: .planned, to: .undone),
    ])

    /// What happens, apart from when and by whom.
    package struct Content: Hashable, Codable, Sendable {
        /// Agencies that end; for a rename, the one that goes on.
        package var agencies: [Agency.ID]
        /// Agencies that take over and that there are already.
        package var successors: [Agency.ID]
        /// Agencies that begin on the day and take over.
        package var founded: [Founding]
        /// The new name, for a rename.
        package var name: String?
        package var abbreviations: [String]
        /// Who takes each thing that moves, such as `task 01jd…` or `account 01jd…`.
        package var shares: [String: Agency.ID]
        /// Who takes what nobody shared out, because it came after the decision or wasn't listed; where one alone takes
        /// over, that one.
        package var remainder: Agency.ID?
        /// Which part of the work each successor takes, where it is divided.
        package var parts: [Agency.ID: String]
        /// The document that orders it, such as "Nghị quyết số 202/2025/QH15".
        package var basis: String
        /// What became of it; nil before it is applied.
        package var outcome: Outcome?

        package init(
            agencies: [Agency.ID], successors: [Agency.ID] = [], founded: [Founding] = [],
            name: String? = nil, abbreviations: [String] = [], shares: [String: Agency.ID] = [:],
            remainder: Agency.ID? = nil, parts: [Agency.ID: String] = [:],
            basis: String = ""
        ) {
            self.agencies = agencies
            self.successors = successors
            self.founded = founded
            self.name = name
            self.abbreviations = abbreviations
            self.shares = shares
            self.remainder = remainder
            self.parts = parts
            self.basis = basis
        }

        /// Everyone that takes over, those that there are first.
        package var takers: [Agency.ID] { successors + founded.map(\.id) }

        /// The same with others in the place of some successors.
        package func replacing(_ others: [Agency.ID: Agency.ID]) -> Content {
            guard !others.isEmpty else { return self }
            func now(_ agency: Agency.ID) -> Agency.ID { others[agency] ?? agency }
            var content = self
            content.successors = []
            for one in successors.map(now) where !content.successors.contains(one) {
                content.successors.append(one)
            }
            content.shares = shares.mapValues(now)
            content.remainder = remainder.map(now)
            content.parts = Dictionary(
                parts.map { (now($0.key), $0.value) }, uniquingKeysWith: { "\($0); \($1)" })
            return content
        }
    }

    /// What an applied reorganisation did.
    package struct Outcome: Hashable, Codable, Sendable {
        /// Things that went to successors, by kind.
        package var moved: [String: Int]
        /// Those of them that nobody had shared out, so that they went to the one for the remainder.
        package var unshared: [String: Int]
        /// Successors that had themselves ended by then, each with whoever took over in its place.
        package var passedOn: [Agency.ID: Agency.ID]

        package init(moved: [String: Int], unshared: [String: Int], passedOn: [Agency.ID: Agency.ID]) {
            self.moved = moved
            self.unshared = unshared
            self.passedOn = passedOn
        }
    }

    /// An agency that a reorganisation begins.
    package struct Founding: Hashable, Codable, Sendable {
        /// Given when the reorganisation is planned, so that shares can name it.
        package var id: Agency.ID
        package var name: String
        package var abbreviations: [String]

        package init(id: Agency.ID, name: String, abbreviations: [String] = []) {
            self.id = id
            self.name = name
            self.abbreviations = abbreviations
        }
    }

    package var id: ID
    package var state: State
    package var kind: Kind
    /// The first day of the new order.
    package var effective: CalendarDay
    package var content: Content
    package var plannedAt: Date
    package var plannedBy: Account.ID?
    /// When it was applied or undone.
    package var closedAt: Date?
    package var closedBy: Account.ID?

    package init(
        id: ID, state: State = .planned, kind: Kind, effective: CalendarDay, content: Content,
        plannedAt: Date, plannedBy: Account.ID?, closedAt: Date? = nil, closedBy: Account.ID? = nil
    ) {
        self.id = id
        self.state = state
        self.kind = kind
        self.effective = effective
        self.content = content
        self.plannedAt = plannedAt
        self.plannedBy = plannedBy
        self.closedAt = closedAt
        self.closedBy = closedBy
    }
}
