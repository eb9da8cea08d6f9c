package import Domain
package import Foundation
package import SQL

extension APIToken: RowDecodable {
    package init(row: Row) throws {
        let scopes: String = try row.get("scopes")
        self.init(
            id: try row.get("api_token_id"), agency: try row.get("agency_id"),
            account: try row.get("account_id"),
            name: try row.get("name"),
            // A scope that this version doesn't know opens nothing.
            scopes: Set(scopes.split(separator: " ").compactMap { APIScope(rawValue: String($0)) }),
            createdAt: try row.get("created_at"), createdBy: try row.get("created_by"),
            expiresAt: try row.get("expires_at"), lastUsedAt: try row.get("last_used_at"),
            revokedAt: try row.get("revoked_at"))
    }

    static let columns: SQL = """
        api_token_id, agency_id, account_id, name, scopes, created_at, created_by, expires_at, last_used_at, revoked_at
        """
}

extension Database {
    package func insert(_ token: APIToken, digest: [UInt8]) throws {
        let scopes = token.scopes.sorted().map(\.rawValue).joined(separator: " ")
        try execute(
            """
            INSERT INTO api_token (\(APIToken.columns), token_digest)
            VALUES (\(token.id), \(token.agency), \(token.account), \(token.name), \(scopes), \(token.createdAt),
                \(token.createdBy), \(token.expiresAt), \(token.lastUsedAt), \(token.revokedAt), \(digest))
            """)
    }

    package func apiToken(digest: [UInt8]) throws -> APIToken? {
        try first(
            APIToken.self, "SELECT \(APIToken.columns) FROM api_token WHERE token_digest = \(digest)")
    }

    package func apiToken(_ id: APIToken.ID) throws -> APIToken? {
        try first(APIToken.self, "SELECT \(APIToken.columns) FROM api_token WHERE api_token_id = \(id)")
    }

    /// The agency for which a program's account acts; nil for the account of a person.
    package func agencyOfToken(_ account: Account.ID) throws -> Agency.ID? {
        try value(Agency.ID.self, "SELECT agency_id FROM api_token WHERE account_id = \(account)")
    }

    /// Whether an account is a token's, and nobody's to sign in to.
    package func isOfToken(_ account: Account.ID) throws -> Bool { try agencyOfToken(account) != nil }

    /// An agency's, the youngest first.
    package func apiTokens(of agency: Agency.ID, limit: Int) throws -> [APIToken] {
        try all(
            APIToken.self,
            """
            SELECT \(APIToken.columns)
            FROM api_token
            WHERE agency_id = \(agency)
            ORDER BY created_at DESC, api_token_id DESC
            LIMIT \(limit)
            """)
    }

    /// Those of an agency that could still be used.
    package func livingTokens(of agency: Agency.ID, at instant: Date) throws -> Int {
        try value(
            Int.self,
            """
            SELECT COUNT(*)
            FROM api_token
            WHERE agency_id = \(agency) AND revoked_at IS NULL AND expires_at > \(instant)
            """) ?? 0
    }

    package func touch(_ token: APIToken.ID, at instant: Date) throws {
        try execute("UPDATE api_token SET last_used_at = \(instant) WHERE api_token_id = \(token)")
    }

    /// Whether it wasn't revoked before.
    package func revoke(_ token: APIToken.ID, at instant: Date) throws -> Bool {
        try execute(
            "UPDATE api_token SET revoked_at = \(instant) WHERE api_token_id = \(token) AND revoked_at IS NULL"
        ) > 0
    }
}
