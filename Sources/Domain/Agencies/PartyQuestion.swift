package import Foundation

/// A party that a plan names and that a person must tell which agencies it is.
package struct PartyQuestion: Hashable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// Several agencies may be meant, or the one that was meant is no more.
        case unsure
        /// Many are meant by one word, such as "các sở, ban, ngành".
        case group
        /// Nothing in the register bears such a name.
        case unknown
    }

    package var plan: Plan.ID
    /// The key under which all spellings of the party meet.
    package var key: String
    /// As the plan first prints it.
    package var name: String
    package var kind: Kind
    package var askedAt: Date
    package var answeredAt: Date?
    package var answeredBy: Account.ID?

    package init(
        plan: Plan.ID, key: String, name: String, kind: Kind, askedAt: Date, answeredAt: Date? = nil,
        answeredBy: Account.ID? = nil
    ) {
        self.plan = plan
        self.key = key
        self.name = name
        self.kind = kind
        self.askedAt = askedAt
        self.answeredAt = answeredAt
        self.answeredBy = answeredBy
    }

    package var isOpen: Bool { answeredAt == nil }
}
