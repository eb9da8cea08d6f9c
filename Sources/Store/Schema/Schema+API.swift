extension Schema {
    /// Tokens of programs that act as an agency; of the secret only the digest is kept.
    static let api = """
        CREATE TABLE api_token (
            api_token_id TEXT NOT NULL PRIMARY KEY,
            token_digest BYTEA NOT NULL UNIQUE,
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            account_id TEXT NOT NULL UNIQUE REFERENCES account (account_id),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
            scopes TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            created_by TEXT REFERENCES account (account_id),
            expires_at BIGINT NOT NULL CHECK (expires_at > created_at),
            last_used_at BIGINT,
            revoked_at BIGINT
        );
        CREATE INDEX api_token_agency ON api_token (agency_id, created_at, api_token_id);
        """
}
