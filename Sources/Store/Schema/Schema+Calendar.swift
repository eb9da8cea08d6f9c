extension Schema {
    /// Private addresses under which other programs read due days: of an account or of an agency, one each.
    ///
    /// Only the digest of the address's token is kept, so a stolen copy of the database opens no calendar.
    static let calendar = """
        CREATE TABLE calendar_feed (
            token_digest BYTEA NOT NULL PRIMARY KEY,
            account_id TEXT UNIQUE REFERENCES account (account_id),
            agency_id TEXT UNIQUE REFERENCES agency (agency_id),
            made_at BIGINT NOT NULL,
            made_by TEXT REFERENCES account (account_id),
            last_read_at BIGINT,
            CHECK ((account_id IS NULL) <> (agency_id IS NULL))
        );
        """
}
