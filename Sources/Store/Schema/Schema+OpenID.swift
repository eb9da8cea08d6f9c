extension Schema {
    /// Who signs in by a provider of OpenID Connect.
    ///
    /// `openid_link` binds an account to a person at an issuer; `openid_invitation` is an administrator's word that the
    /// first person with this verified address is to be bound. `openid_used` holds sign-ins that are over, by digest, as
    /// long as anybody could send them again.
    static let openID = """
        CREATE TABLE openid_link (
            issuer TEXT NOT NULL,
            subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
            account_id TEXT NOT NULL REFERENCES account (account_id),
            linked_at BIGINT NOT NULL,
            linked_by TEXT REFERENCES account (account_id),
            last_used_at BIGINT,
            PRIMARY KEY (issuer, subject),
            UNIQUE (issuer, account_id)
        );
        CREATE INDEX openid_link_account ON openid_link (account_id);

        CREATE TABLE openid_invitation (
            issuer TEXT NOT NULL,
            email_key TEXT NOT NULL CHECK (length(email_key) BETWEEN 3 AND 254),
            account_id TEXT NOT NULL REFERENCES account (account_id),
            made_at BIGINT NOT NULL,
            made_by TEXT REFERENCES account (account_id),
            expires_at BIGINT NOT NULL CHECK (expires_at > made_at),
            PRIMARY KEY (issuer, email_key),
            UNIQUE (issuer, account_id)
        );

        CREATE TABLE openid_used (
            flow_digest BYTEA NOT NULL PRIMARY KEY,
            used_at BIGINT NOT NULL
        );
        CREATE INDEX openid_used_at ON openid_used (used_at);

        ALTER TABLE session ADD COLUMN way TEXT NOT NULL DEFAULT 'password' CHECK (way IN ('password', 'openid'));
        """
}
