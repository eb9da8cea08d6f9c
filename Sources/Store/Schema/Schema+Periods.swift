extension Schema {
    /// By which law a periodic report's figures are closed, and the duties that return by their next day, of all and
    /// of an agency, so that reminders and calendars find those of which more than one period is open.
    static let periods = """
        ALTER TABLE task ADD COLUMN reporting TEXT;
        CREATE INDEX task_returning ON task (sort_day, task_number) WHERE is_live = 1 AND rhythm IS NOT NULL;

        ALTER TABLE task_desk ADD COLUMN returns BIGINT NOT NULL DEFAULT 0 CHECK (returns IN (0, 1));
        UPDATE task_desk
        SET returns = 1
        WHERE EXISTS (
            SELECT 1 FROM task
            WHERE task.task_id = task_desk.task_id AND task.rhythm IS NOT NULL
                AND task.sort_day = task_desk.sort_day AND task.sort_day < 9000000);
        CREATE INDEX task_desk_returning ON task_desk (agency_id, sort_day, task_number)
            WHERE returns = 1 AND standing = 'pending' AND role <> 'planner';
        """
}
