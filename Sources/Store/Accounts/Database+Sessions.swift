package import Domain
package import Foundation
package import SQL

/// A sign-in as stored: by the digest of its token.
package struct SessionRecord: RowDecodable, Sendable {
    package enum Stage: String, Sendable, SQLConvertible {
        case open
        /// The password was right; the code of the second factor is still to come.
        case secondFactor
    }

    /// How it began.
    package enum Way: String, Sendable, SQLConvertible {
        case password
        /// By the word of a provider of OpenID Connect.
        case openID = "openid"
    }

    package var tokenDigest: [UInt8]
    package var account: Account.ID
    package var stage: Stage
    package var way: Way
    package var createdAt: Date
    package var lastSeenAt: Date

    package init(
        tokenDigest: [UInt8], account: Account.ID, stage: Stage, way: Way, createdAt: Date, lastSeenAt: Date
    ) {
        self.tokenDigest = tokenDigest
        self.account = account
        self.stage = stage
        self.way = way
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
    }

    package init(row: Row) throws {
        tokenDigest = try row.get("token_digest")
        account = try row.get("account_id")
        stage = try row.get("stage")
        way = try row.get("way")
        createdAt = try row.get("created_at")
        lastSeenAt = try row.get("last_seen_at")
    }
}

extension Database {
    package func insert(_ session: SessionRecord) throws {
        try execute(
            """
            INSERT INTO session (token_digest, account_id, stage, way, created_at, last_seen_at)
            VALUES (\(session.tokenDigest), \(session.account), \(session.stage), \(session.way),
                \(session.createdAt), \(session.lastSeenAt))
            """)
    }

    package func session(_ tokenDigest: [UInt8]) throws -> SessionRecord? {
        try first(
            SessionRecord.self,
            """
            SELECT token_digest, account_id, stage, way, created_at, last_seen_at
            FROM session
            WHERE token_digest = \(tokenDigest)
            """)
    }

    package func touchSession(_ tokenDigest: [UInt8], at instant: Date) throws {
        try execute("UPDATE session SET last_seen_at = \(instant) WHERE token_digest = \(tokenDigest)")
    }

    @discardableResult
    package func deleteSession(_ tokenDigest: [UInt8]) throws -> Bool {
        try execute("DELETE FROM session WHERE token_digest = \(tokenDigest)") > 0
    }

    /// Ends all sign-ins of an account but one.
    package func deleteSessions(of account: Account.ID, except kept: [UInt8]? = nil) throws {
        try execute("DELETE FROM session WHERE account_id = \(account) AND token_digest <> \(kept ?? [])")
    }

    /// Ends the sign-ins of an account that began in one way, but one.
    package func deleteSessions(
        of account: Account.ID, by way: SessionRecord.Way, except kept: [UInt8]? = nil
    ) throws {
        try execute(
            """
            DELETE FROM session
            WHERE account_id = \(account) AND way = \(way) AND token_digest <> \(kept ?? [])
            """)
    }

    package func deleteSessions(createdBefore instant: Date) throws {
        try execute("DELETE FROM session WHERE created_at < \(instant)")
    }

    package func throttle(_ kind: SignInThrottle.Kind, _ subject: String) throws -> SignInThrottle {
        let row = try rows(
            """
            SELECT failures, last_failure_at
            FROM sign_in_throttle
            WHERE kind = \(kind) AND subject = \(subject)
            """
        ).first
        guard let row else { return SignInThrottle(kind: kind) }
        return SignInThrottle(
            kind: kind, failures: try row.get("failures"), lastFailureAt: try row.get("last_failure_at"))
    }

    package func save(_ throttle: SignInThrottle, for subject: String) throws {
        try execute(
            """
            INSERT INTO sign_in_throttle (kind, subject, failures, last_failure_at)
            VALUES (\(throttle.kind), \(subject), \(throttle.failures), \(throttle.lastFailureAt ?? .distantPast))
            ON CONFLICT (kind, subject)
            DO UPDATE SET failures = excluded.failures, last_failure_at = excluded.last_failure_at
            """)
    }

    package func deleteThrottle(_ kind: SignInThrottle.Kind, _ subject: String) throws {
        try execute("DELETE FROM sign_in_throttle WHERE kind = \(kind) AND subject = \(subject)")
    }

    package func deleteThrottles(before instant: Date) throws {
        try execute("DELETE FROM sign_in_throttle WHERE last_failure_at < \(instant)")
    }

    package func setting(_ name: String) throws -> String? {
        try value(String.self, "SELECT value FROM setting WHERE name = \(name)")
    }

    package func setSetting(_ name: String, to value: String) throws {
        try execute(
            """
            INSERT INTO setting (name, value)
            VALUES (\(name), \(value))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
    }
}
