/// What an account is in an agency.
package enum Role: String, Codable, Sendable, CaseIterable, Comparable {
    /// Accounts and roles of the agency and those below it; doesn't write plans.
    case administrator
    /// Receives, corrects, issues and withdraws the agency's plans.
    case planner
    /// Receives documents and corrects the drafts that it brought in itself.
    case member
    /// Sees what is issued and verifies the ledger; changes nothing.
    case reader

    /// As screens, documents and the README call it; the only list.
    package var vietnameseName: String {
        switch self {
        case .administrator: "Quản trị viên"
        case .planner: "Người lập kế hoạch"
        case .member: "Cán bộ cơ quan"
        case .reader: "Người theo dõi, thanh tra"
        }
    }

    package var englishName: String {
        switch self {
        case .administrator: "Administrator"
        case .planner: "Planner"
        case .member: "Agency member"
        case .reader: "Reader, inspector"
        }
    }

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
