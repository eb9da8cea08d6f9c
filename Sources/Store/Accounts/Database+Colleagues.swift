package import Domain
package import SQL

/// Somebody who works for an agency.
package struct Colleague: Hashable, Sendable, Identifiable, RowDecodable {
    package var id: Account.ID
    package var displayName: String

    package init(row: Row) throws {
        id = try row.get("account_id")
        displayName = try row.get("display_name")
    }
}

extension Database {
    /// Accounts that may sign in and hold one of the roles in an agency, by name.
    package func colleagues(in agency: Agency.ID, as roles: [Role], limit: Int) throws -> [Colleague] {
        try all(
            Colleague.self,
            """
            SELECT DISTINCT account.account_id, account.display_name
            FROM role_grant
            JOIN account ON account.account_id = role_grant.account_id
            WHERE role_grant.agency_id = \(agency) AND role_grant.role IN (\(list: roles))
                AND account.is_disabled = \(false)
            ORDER BY account.display_name, account.account_id
            LIMIT \(limit)
            """)
    }
}
