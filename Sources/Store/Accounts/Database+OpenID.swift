package import Domain
package import Foundation
package import SQL

/// An account bound to a person at a provider.
package struct OpenIDLink: Sendable, Hashable, RowDecodable {
    package var issuer: String
    package var subject: String
    package var account: Account.ID
    package var linkedAt: Date
    package var linkedBy: Account.ID?
    package var lastUsedAt: Date?

    package init(
        issuer: String, subject: String, account: Account.ID, linkedAt: Date, linkedBy: Account.ID?,
        lastUsedAt: Date? = nil
    ) {
        self.issuer = issuer
        self.subject = subject
        self.account = account
        self.linkedAt = linkedAt
        self.linkedBy = linkedBy
        self.lastUsedAt = lastUsedAt
    }

    package init(row: Row) throws {
        self.init(
            issuer: try row.get("issuer"), subject: try row.get("subject"),
            account: try row.get("account_id"),
            linkedAt: try row.get("linked_at"), linkedBy: try row.get("linked_by"),
            lastUsedAt: try row.get("last_used_at"))
    }

    fileprivate static let columns: SQL = "issuer, subject, account_id, linked_at, linked_by, last_used_at"
}

/// An administrator's word: the first person who comes with this verified address is to be bound to the account.
package struct OpenIDInvitation: Sendable, Hashable, RowDecodable {
    package var issuer: String
    /// In lower case.
    package var email: String
    package var account: Account.ID
    package var madeAt: Date
    package var madeBy: Account.ID?
    package var expiresAt: Date

    package init(
        issuer: String, email: String, account: Account.ID, madeAt: Date, madeBy: Account.ID?, expiresAt: Date
    ) {
        self.issuer = issuer
        self.email = email
        self.account = account
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.expiresAt = expiresAt
    }

    package init(row: Row) throws {
        self.init(
            issuer: try row.get("issuer"), email: try row.get("email_key"),
            account: try row.get("account_id"),
            madeAt: try row.get("made_at"), madeBy: try row.get("made_by"),
            expiresAt: try row.get("expires_at"))
    }

    fileprivate static let columns: SQL = "issuer, email_key, account_id, made_at, made_by, expires_at"
}

extension Database {
    package func openIDLink(_ issuer: String, subject: String) throws -> OpenIDLink? {
        try first(
            OpenIDLink.self,
            "SELECT \(OpenIDLink.columns) FROM openid_link WHERE issuer = \(issuer) AND subject = \(subject)")
    }

    package func openIDLink(_ issuer: String, of account: Account.ID) throws -> OpenIDLink? {
        try first(
            OpenIDLink.self,
            "SELECT \(OpenIDLink.columns) FROM openid_link WHERE issuer = \(issuer) AND account_id = \(account)"
        )
    }

    /// All accounts that are bound to a person of a provider.
    package func accountsWithOpenIDLink(_ issuer: String) throws -> [Account.ID] {
        try values(
            Account.ID.self,
            "SELECT account_id FROM openid_link WHERE issuer = \(issuer) ORDER BY account_id")
    }

    /// Those that wait to be bound.
    package func accountsWithOpenIDInvitation(_ issuer: String, at now: Date) throws -> [Account.ID] {
        try values(
            Account.ID.self,
            """
            SELECT account_id
            FROM openid_invitation
            WHERE issuer = \(issuer) AND expires_at > \(now)
            ORDER BY account_id
            """)
    }

    package func insert(_ link: OpenIDLink) throws {
        try execute(
            """
            INSERT INTO openid_link (\(OpenIDLink.columns))
            VALUES (\(link.issuer), \(link.subject), \(link.account), \(link.linkedAt), \(link.linkedBy),
                \(link.lastUsedAt))
            """)
    }

    package func touch(_ link: OpenIDLink, at instant: Date) throws {
        try execute(
            """
            UPDATE openid_link
            SET last_used_at = \(instant)
            WHERE issuer = \(link.issuer) AND subject = \(link.subject)
            """)
    }

    package func delete(_ link: OpenIDLink) throws {
        try execute("DELETE FROM openid_link WHERE issuer = \(link.issuer) AND subject = \(link.subject)")
    }

    package func openIDInvitation(_ issuer: String, email: String) throws -> OpenIDInvitation? {
        try first(
            OpenIDInvitation.self,
            """
            SELECT \(OpenIDInvitation.columns)
            FROM openid_invitation
            WHERE issuer = \(issuer) AND email_key = \(email)
            """)
    }

    package func openIDInvitation(_ issuer: String, of account: Account.ID) throws -> OpenIDInvitation? {
        try first(
            OpenIDInvitation.self,
            """
            SELECT \(OpenIDInvitation.columns)
            FROM openid_invitation
            WHERE issuer = \(issuer) AND account_id = \(account)
            """)
    }

    package func insert(_ invitation: OpenIDInvitation) throws {
        try execute(
            """
            INSERT INTO openid_invitation (\(OpenIDInvitation.columns))
            VALUES (\(invitation.issuer), \(invitation.email), \(invitation.account), \(invitation.madeAt),
                \(invitation.madeBy), \(invitation.expiresAt))
            """)
    }

    /// Whether there was one.
    @discardableResult
    package func deleteOpenIDInvitation(_ issuer: String, of account: Account.ID) throws -> Bool {
        try execute(
            "DELETE FROM openid_invitation WHERE issuer = \(issuer) AND account_id = \(account)") > 0
    }

    package func deleteOpenIDInvitations(expiredBefore instant: Date) throws {
        try execute("DELETE FROM openid_invitation WHERE expires_at <= \(instant)")
    }

    /// Marks a sign-in as over; false where it was already.
    package func useOpenIDFlow(_ digest: [UInt8], at instant: Date) throws -> Bool {
        try execute(
            """
            INSERT INTO openid_used (flow_digest, used_at)
            VALUES (\(digest), \(instant))
            ON CONFLICT (flow_digest) DO NOTHING
            """) > 0
    }

    package func deleteOpenIDFlows(usedBefore instant: Date) throws {
        try execute("DELETE FROM openid_used WHERE used_at < \(instant)")
    }
}
