extension Schema {
    /// Days are counted from 1970-01-01, instants in milliseconds UTC; lists of short texts are
    /// JSON.
    static let accounts = """
        CREATE TABLE agency (
            agency_id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
            abbreviations TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN (
                'committee', 'council', 'department', 'office', 'centre', 'press', 'force', 'front', 'party', 'other')),
            level TEXT NOT NULL CHECK (level IN ('central', 'province', 'district', 'commune')),
            parent_agency_id TEXT REFERENCES agency (agency_id),
            valid_from BIGINT,
            valid_to BIGINT,
            created_at BIGINT NOT NULL,
            CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
        );
        CREATE INDEX agency_parent ON agency (parent_agency_id);

        CREATE TABLE agency_successor (
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            successor_agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            PRIMARY KEY (agency_id, successor_agency_id),
            CHECK (agency_id <> successor_agency_id)
        );

        CREATE TABLE account (
            account_id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 3 AND 64),
            display_name TEXT NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
            password_hash TEXT NOT NULL,
            is_disabled BIGINT NOT NULL CHECK (is_disabled IN (0, 1)),
            must_change_password BIGINT NOT NULL CHECK (must_change_password IN (0, 1)),
            second_factor_secret BYTEA,
            second_factor_step BIGINT,
            pending_secret BYTEA,
            created_at BIGINT NOT NULL
        );

        CREATE TABLE role_grant (
            account_id TEXT NOT NULL REFERENCES account (account_id),
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            role TEXT NOT NULL CHECK (role IN ('administrator', 'planner', 'member', 'reader')),
            granted_at BIGINT NOT NULL,
            PRIMARY KEY (account_id, agency_id, role)
        );
        CREATE INDEX role_grant_agency ON role_grant (agency_id);

        CREATE TABLE session (
            token_digest BYTEA NOT NULL PRIMARY KEY,
            account_id TEXT NOT NULL REFERENCES account (account_id),
            stage TEXT NOT NULL CHECK (stage IN ('open', 'secondFactor')),
            created_at BIGINT NOT NULL,
            last_seen_at BIGINT NOT NULL
        );
        CREATE INDEX session_account ON session (account_id);
        CREATE INDEX session_created ON session (created_at);

        CREATE TABLE sign_in_throttle (
            kind TEXT NOT NULL CHECK (kind IN ('account', 'address')),
            subject TEXT NOT NULL,
            failures BIGINT NOT NULL CHECK (failures >= 0),
            last_failure_at BIGINT NOT NULL,
            PRIMARY KEY (kind, subject)
        );
        CREATE INDEX sign_in_throttle_last ON sign_in_throttle (last_failure_at);

        CREATE TABLE setting (
            name TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        );
        """

    /// Passwords that are being checked just now, on whichever server.
    static let signInTries = """
        CREATE TABLE sign_in_try (
            sign_in_try_id TEXT NOT NULL PRIMARY KEY,
            account_name TEXT NOT NULL,
            address TEXT NOT NULL,
            booked_at BIGINT NOT NULL
        );
        CREATE INDEX sign_in_try_account ON sign_in_try (account_name);
        CREATE INDEX sign_in_try_address ON sign_in_try (address);
        """

    /// Sequence and both hashes are unique, so the chain can't fork even if two writers got past
    /// each other.
    static let ledger = """
        CREATE TABLE ledger (
            sequence BIGINT NOT NULL PRIMARY KEY CHECK (sequence >= 1),
            at BIGINT NOT NULL,
            account_id TEXT,
            action TEXT NOT NULL,
            subject_kind TEXT NOT NULL,
            subject_id TEXT NOT NULL,
            detail TEXT NOT NULL,
            previous_hash BYTEA NOT NULL UNIQUE,
            hash BYTEA NOT NULL UNIQUE
        );
        CREATE INDEX ledger_subject ON ledger (subject_kind, subject_id, sequence);
        """
}
