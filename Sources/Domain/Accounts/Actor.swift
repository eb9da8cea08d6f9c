/// Who asks: an account with its roles, the server's own command line, or nobody that is known.
package enum Actor: Hashable, Sendable {
    case account(Account.ID, roles: [RoleGrant])
    /// A program that acts as an agency: roles bounded by its token's scopes. The account is the token's own.
    case token(Account.ID, roles: [RoleGrant], scopes: Set<APIScope>)
    /// The operator at the server's command line; may do everything and is written to the ledger
    /// without an account.
    case commandLine
    case nobody

    package var accountID: Account.ID? {
        switch self {
        case .account(let id, _), .token(let id, _, _): id
        case .commandLine, .nobody: nil
        }
    }

    package var roles: [RoleGrant] {
        switch self {
        case .account(_, let roles), .token(_, let roles, _): roles
        case .commandLine, .nobody: []
        }
    }

    /// Agencies in which it holds one of the given roles, in the order of its grants.
    package func agencies(as wanted: Set<Role>) -> [Agency.ID] {
        var seen: Set<Agency.ID> = []
        return roles.filter { wanted.contains($0.role) && seen.insert($0.agency).inserted }.map(\.agency)
    }
}
