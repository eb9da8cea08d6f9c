package import Domain
package import Foundation
package import SQL

/// What the table holds of an account, secrets included; stays below `Operations`.
package struct AccountRecord: RowDecodable, Sendable {
    package var account: Account
    package var passwordHash: String
    package var secondFactorSecret: [UInt8]?
    package var secondFactorStep: Int64?
    package var pendingSecret: [UInt8]?

    package init(
        account: Account, passwordHash: String, secondFactorSecret: [UInt8]? = nil,
        secondFactorStep: Int64? = nil,
        pendingSecret: [UInt8]? = nil
    ) {
        self.account = account
        self.passwordHash = passwordHash
        self.secondFactorSecret = secondFactorSecret
        self.secondFactorStep = secondFactorStep
        self.pendingSecret = pendingSecret
    }

    package init(row: Row) throws {
        secondFactorSecret = try row.get("second_factor_secret")
        account = Account(
            id: try row.get("account_id"), name: try row.get("name"),
            displayName: try row.get("display_name"),
            isDisabled: try row.get("is_disabled"), mustChangePassword: try row.get("must_change_password"),
            hasSecondFactor: secondFactorSecret != nil, createdAt: try row.get("created_at"))
        passwordHash = try row.get("password_hash")
        secondFactorStep = try row.get("second_factor_step")
        pendingSecret = try row.get("pending_secret")
    }

    static let columns: SQL = """
        account_id, name, display_name, password_hash, is_disabled, must_change_password, second_factor_secret, \
        second_factor_step, pending_secret, created_at
        """
}

extension RoleGrant: RowDecodable {
    package init(row: Row) throws {
        self.init(
            account: try row.get("account_id"), agency: try row.get("agency_id"), role: try row.get("role"))
    }
}

extension Database {
    package func insert(_ record: AccountRecord) throws {
        let account = record.account
        try execute(
            """
            INSERT INTO account (\(AccountRecord.columns))
            VALUES (\(account.id), \(account.name), \(account.displayName), \(record.passwordHash),
                \(account.isDisabled), \(account.mustChangePassword), \(record.secondFactorSecret),
                \(record.secondFactorStep), \(record.pendingSecret), \(account.createdAt))
            """)
    }

    /// Writes everything but the name and the time of making.
    package func update(_ record: AccountRecord) throws {
        let account = record.account
        try execute(
            """
            UPDATE account
            SET display_name = \(account.displayName), password_hash = \(record.passwordHash),
                is_disabled = \(account.isDisabled), must_change_password = \(account.mustChangePassword),
                second_factor_secret = \(record.secondFactorSecret), second_factor_step = \(record.secondFactorStep),
                pending_secret = \(record.pendingSecret)
            WHERE account_id = \(account.id)
            """)
    }

    package func accountRecord(_ id: Account.ID) throws -> AccountRecord? {
        try first(AccountRecord.self, "SELECT \(AccountRecord.columns) FROM account WHERE account_id = \(id)")
    }

    package func accountRecord(named name: String) throws -> AccountRecord? {
        try first(AccountRecord.self, "SELECT \(AccountRecord.columns) FROM account WHERE name = \(name)")
    }

    /// Names to be shown, of accounts that there are.
    package func displayNames(of ids: Set<Account.ID>) throws -> [Account.ID: String] {
        let rows = try rows(
            """
            SELECT account_id, display_name
            FROM account
            WHERE account_id IN (\(list: ids.sorted { $0.rawValue < $1.rawValue }))
            ORDER BY account_id
            """)
        return try Dictionary(
            uniqueKeysWithValues: rows.map { (try $0.get("account_id"), try $0.get("display_name")) })
    }

    package func hasAccounts() throws -> Bool {
        try value(Int.self, "SELECT 1 FROM account LIMIT 1") != nil
    }

    /// Every account of a person, by name; those of tokens are nobody's to sign in to.
    package func accounts() throws -> [Account] {
        try all(
            AccountRecord.self,
            """
            SELECT \(AccountRecord.columns)
            FROM account
            WHERE NOT EXISTS (SELECT 1 FROM api_token WHERE api_token.account_id = account.account_id)
            ORDER BY name \(SQL.byBytes)
            """
        )
        .map(\.account)
    }

    package func grant(_ grant: RoleGrant, at instant: Date) throws {
        try execute(
            """
            INSERT INTO role_grant (account_id, agency_id, role, granted_at)
            VALUES (\(grant.account), \(grant.agency), \(grant.role), \(instant))
            ON CONFLICT (account_id, agency_id, role) DO NOTHING
            """)
    }

    /// Whether there was such a grant.
    package func revoke(_ grant: RoleGrant) throws -> Bool {
        try execute(
            """
            DELETE FROM role_grant
            WHERE account_id = \(grant.account) AND agency_id = \(grant.agency) AND role = \(grant.role)
            """) > 0
    }

    package func roleGrants(of account: Account.ID) throws -> [RoleGrant] {
        try all(
            RoleGrant.self,
            """
            SELECT account_id, agency_id, role
            FROM role_grant
            WHERE account_id = \(account)
            ORDER BY granted_at, agency_id, role
            """)
    }

    package func roleGrants() throws -> [RoleGrant] {
        try all(
            RoleGrant.self,
            "SELECT account_id, agency_id, role FROM role_grant ORDER BY account_id, granted_at, agency_id, role"
        )
    }
}
