extension Schema {
    /// Addresses of agencies' programs, and what is on its way to them.
    ///
    /// Secrets stand here as they are, for each delivery is signed with them. `event_key` names an event: the entry of the
    /// ledger, or the notice.
    static let webhooks = """
        CREATE TABLE webhook (
            webhook_id TEXT NOT NULL PRIMARY KEY,
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            address TEXT NOT NULL CHECK (length(address) BETWEEN 8 AND 1000),
            secret BYTEA NOT NULL,
            previous_secret BYTEA,
            previous_until BIGINT,
            state TEXT NOT NULL CHECK (state IN ('on', 'off', 'failed')),
            created_at BIGINT NOT NULL,
            created_by TEXT REFERENCES account (account_id),
            failing_since BIGINT,
            from_sequence BIGINT NOT NULL,
            CHECK ((previous_secret IS NULL) = (previous_until IS NULL))
        );
        CREATE INDEX webhook_agency ON webhook (agency_id, created_at, webhook_id);

        CREATE TABLE webhook_delivery (
            webhook_delivery_id TEXT NOT NULL PRIMARY KEY,
            webhook_id TEXT NOT NULL REFERENCES webhook (webhook_id) ON DELETE CASCADE,
            event TEXT NOT NULL,
            event_key TEXT NOT NULL,
            plan_id TEXT REFERENCES plan (plan_id) ON DELETE CASCADE,
            task_id TEXT REFERENCES task (task_id) ON DELETE CASCADE,
            body TEXT NOT NULL,
            made_at BIGINT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'delivered', 'givenUp')),
            attempts BIGINT NOT NULL CHECK (attempts >= 0),
            next_at BIGINT NOT NULL,
            ended_at BIGINT,
            status BIGINT,
            answer TEXT,
            UNIQUE (webhook_id, event_key),
            CHECK ((state IN ('waiting', 'sending')) = (ended_at IS NULL))
        );
        CREATE INDEX webhook_delivery_next ON webhook_delivery (next_at) WHERE state IN ('waiting', 'sending');
        CREATE INDEX webhook_delivery_made ON webhook_delivery (webhook_id, made_at, webhook_delivery_id);
        CREATE INDEX webhook_delivery_ended ON webhook_delivery (ended_at) WHERE ended_at IS NOT NULL;
        CREATE INDEX webhook_delivery_plan ON webhook_delivery (plan_id);
        CREATE INDEX webhook_delivery_task ON webhook_delivery (task_id);

        CREATE INDEX notice_made ON notice (made_at);
        """
}
