package import Foundation

/// What lets another program act as an agency, within its scopes.
///
/// The secret itself is shown once and never stored. Each has an account of its own that nobody can sign in to, so
/// that whatever it does bears its name.
package struct APIToken: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<APIToken>

    package var id: ID
    package var agency: Agency.ID
    /// The account under which its work is written down.
    package var account: Account.ID
    /// What it is for, as its maker named it.
    package var name: String
    package var scopes: Set<APIScope>
    package var createdAt: Date
    package var createdBy: Account.ID?
    package var expiresAt: Date
    /// To the minute.
    package var lastUsedAt: Date?
    package var revokedAt: Date?

    package init(
        id: ID, agency: Agency.ID, account: Account.ID, name: String, scopes: Set<APIScope>, createdAt: Date,
        createdBy: Account.ID?, expiresAt: Date, lastUsedAt: Date? = nil, revokedAt: Date? = nil
    ) {
        self.id = id
        self.agency = agency
        self.account = account
        self.name = name
        self.scopes = scopes
        self.createdAt = createdAt
        self.createdBy = createdBy
        self.expiresAt = expiresAt
        self.lastUsedAt = lastUsedAt
        self.revokedAt = revokedAt
    }

    package static let longestNameBytes = 100
    /// Living ones of one agency.
    package static let limit = 20
    /// For how many days a token may be made.
    package static let lifetimesDays = [30, 90, 365]

    package func isAlive(at instant: Date) -> Bool { revokedAt == nil && instant < expiresAt }

    /// Who acts where it is shown.
    ///
    /// What a planner of the agency may do, as far as the scopes go.
    package var actor: Actor {
        .token(account, roles: [RoleGrant(account: account, agency: agency, role: .planner)], scopes: scopes)
    }
}
