/// What an account is in an agency.
package enum Role: String, Codable, Sendable, CaseIterable, Comparable {
    /// Quản trị: accounts and roles of the agency and those below it; doesn't write plans.
    case administrator
    /// Người lập kế hoạch: receives, corrects, issues and withdraws the agency's plans.
    case planner
    /// Cán bộ: receives documents and corrects the drafts that it brought in itself.
    case member
    /// Người đọc, thanh tra: sees what is issued and verifies the ledger; changes nothing.
    case reader

    package static func < (one: Role, other: Role) -> Bool {
        (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }
}

/// A role that an account holds in an agency.
package struct RoleGrant: Hashable, Codable, Sendable {
    package var account: Account.ID
    package var agency: Agency.ID
    package var role: Role

    package init(account: Account.ID, agency: Agency.ID, role: Role) {
        self.account = account
        self.agency = agency
        self.role = role
    }
}
