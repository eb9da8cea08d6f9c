/// Who asks: an account with its roles, the server's own command line, or nobody that is known.
package enum Actor: Hashable, Sendable {
    case account(Account.ID, roles: [RoleGrant])
    /// The operator at the server's command line; may do everything and is written to the ledger
    /// without an account.
    case commandLine
    case nobody

    package var accountID: Account.ID? {
        if case .account(let id, _) = self { id } else { nil }
    }

    package var roles: [RoleGrant] {
        if case .account(_, let roles) = self { roles } else { [] }
    }

    /// Agencies in which it holds one of the given roles, in the order of its grants.
    package func agencies(as wanted: Set<Role>) -> [Agency.ID] {
        var seen: Set<Agency.ID> = []
        return roles.filter { wanted.contains($0.role) && seen.insert($0.agency).inserted }.map(\.agency)
    }
}
