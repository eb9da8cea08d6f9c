extension Schema {
    /// What is kept of the pages that links lead to, what photos say of themselves, and how many tasks a notice is
    /// about where it is about more than one.
    ///
    /// Coordinates are millionths of a degree, accuracy is metres.
    static let evidence = """
        ALTER TABLE evidence ADD COLUMN page_state TEXT
            CHECK (page_state IS NULL OR page_state IN ('waiting', 'kept', 'missing', 'refused', 'unreachable',
                'tooSlow', 'notTrusted', 'notPublic'));
        ALTER TABLE evidence ADD COLUMN page_title TEXT;
        ALTER TABLE evidence ADD COLUMN page_at BIGINT;
        ALTER TABLE evidence ADD COLUMN photo_is_read BIGINT NOT NULL DEFAULT 0 CHECK (photo_is_read IN (0, 1));
        ALTER TABLE evidence ADD COLUMN photo_at BIGINT;
        ALTER TABLE evidence ADD COLUMN photo_latitude BIGINT;
        ALTER TABLE evidence ADD COLUMN photo_longitude BIGINT;
        ALTER TABLE evidence ADD COLUMN photo_accuracy BIGINT;
        CREATE INDEX evidence_waiting ON evidence (added_at, evidence_id) WHERE page_state = 'waiting';

        ALTER TABLE notice ADD COLUMN tasks BIGINT;
        CREATE INDEX task_assignee_reorganisation ON task_assignee (reorganisation_id)
            WHERE reorganisation_id IS NOT NULL;
        """
}
