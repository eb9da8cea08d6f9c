extension Schema {
    /// What an address is told of (NULL: everything), and until when its server asked for quiet.
    static let webhookChoice = """
        ALTER TABLE webhook ADD COLUMN events TEXT CHECK (events <> '');
        ALTER TABLE webhook ADD COLUMN quiet_until BIGINT;
        """
}
