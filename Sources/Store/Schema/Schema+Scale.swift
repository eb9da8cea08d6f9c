extension Schema {
    /// What a country's data needs: a list's order by the lead without looking at parties, and each agency's weeks with
    /// those of all below it, so that a map of a whole country reads a few rows for each agency it shows.
    ///
    /// `branch_week` follows from `agency_week` and the tree of agencies: `refreshDesks` and `update` of an agency keep
    /// it in step.
    static let scale = """
        ALTER TABLE task ADD COLUMN lead_key TEXT NOT NULL DEFAULT '';
        UPDATE task
        SET lead_key = COALESCE((
            SELECT SUBSTR(MIN(task_party.name_key), 1, 40)
            FROM task_party
            WHERE task_party.task_id = task.task_id AND task_party.role = 'lead'
        ), '');
        CREATE INDEX task_lead ON task (is_live, lead_key, task_number);

        CREATE TABLE branch_week (
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            week BIGINT NOT NULL,
            pending BIGINT NOT NULL,
            submitted BIGINT NOT NULL,
            accepted BIGINT NOT NULL,
            PRIMARY KEY (agency_id, week)
        );
        INSERT INTO branch_week (agency_id, week, pending, submitted, accepted)
        WITH RECURSIVE above (agency_id, ancestor_id) AS (
            SELECT agency_id, agency_id FROM agency
            UNION
            SELECT above.agency_id, agency.parent_agency_id
            FROM above
            JOIN agency ON agency.agency_id = above.ancestor_id
            WHERE agency.parent_agency_id IS NOT NULL
        )
        SELECT above.ancestor_id, agency_week.week, SUM(agency_week.pending), SUM(agency_week.submitted),
            SUM(agency_week.accepted)
        FROM agency_week
        JOIN above ON above.agency_id = agency_week.agency_id
        GROUP BY above.ancestor_id, agency_week.week;
        """
}
