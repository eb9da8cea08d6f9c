extension Schema {
    /// Tasks from their issue to their end: contributions, periods, extensions, comments, evidence, plans that carry
    /// a task out, events, holidays; and what lists and counts of an agency are answered from.
    ///
    /// `task_desk` has a row for each agency that acts on a task, and one for the plan's agency where something waits
    /// for it. It, the four tables of counts and the last columns of `task` follow from the others: `refreshDesks`
    /// writes them in the transaction of each change.
    static let tracker = """
        CREATE TABLE contribution (
            contribution_id TEXT NOT NULL PRIMARY KEY,
            task_id TEXT NOT NULL REFERENCES task (task_id),
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            state TEXT NOT NULL
                CHECK (state IN ('open', 'inProgress', 'submitted', 'accepted', 'returned', 'cancelled')),
            revision BIGINT NOT NULL CHECK (revision >= 1),
            asked TEXT,
            due_day BIGINT,
            note TEXT,
            reason TEXT,
            asked_at BIGINT NOT NULL,
            asked_by TEXT REFERENCES account (account_id),
            submitted_at BIGINT,
            submitted_by TEXT REFERENCES account (account_id),
            UNIQUE (task_id, agency_id)
        );
        CREATE INDEX contribution_agency ON contribution (agency_id, task_id);

        CREATE TABLE task_period (
            task_id TEXT NOT NULL REFERENCES task (task_id),
            from_day BIGINT NOT NULL,
            to_day BIGINT NOT NULL CHECK (to_day >= from_day),
            due_day BIGINT NOT NULL,
            state TEXT NOT NULL
                CHECK (state IN ('open', 'inProgress', 'submitted', 'accepted', 'returned', 'cancelled')),
            revision BIGINT NOT NULL CHECK (revision >= 1),
            note TEXT,
            reason TEXT,
            submitted_at BIGINT,
            submitted_by TEXT REFERENCES account (account_id),
            PRIMARY KEY (task_id, from_day)
        );

        CREATE TABLE task_extension (
            task_extension_id TEXT NOT NULL PRIMARY KEY,
            task_id TEXT NOT NULL REFERENCES task (task_id),
            state TEXT NOT NULL CHECK (state IN ('asked', 'granted', 'refused')),
            old_due_day BIGINT,
            new_due_day BIGINT NOT NULL,
            reason TEXT NOT NULL,
            asked_at BIGINT NOT NULL,
            asked_by TEXT REFERENCES account (account_id),
            answer TEXT,
            answered_at BIGINT,
            answered_by TEXT REFERENCES account (account_id),
            CHECK ((state = 'asked') = (answered_at IS NULL))
        );
        CREATE INDEX task_extension_task ON task_extension (task_id, asked_at);
        CREATE UNIQUE INDEX task_extension_asked ON task_extension (task_id) WHERE state = 'asked';

        CREATE TABLE task_comment (
            task_comment_id TEXT NOT NULL PRIMARY KEY,
            task_id TEXT NOT NULL REFERENCES task (task_id),
            kind TEXT NOT NULL CHECK (kind IN ('comment', 'reminder')),
            text TEXT NOT NULL,
            made_at BIGINT NOT NULL,
            made_by TEXT REFERENCES account (account_id)
        );
        CREATE INDEX task_comment_task ON task_comment (task_id, made_at, task_comment_id);

        CREATE TABLE evidence (
            evidence_id TEXT NOT NULL PRIMARY KEY,
            task_id TEXT NOT NULL REFERENCES task (task_id),
            contribution_id TEXT REFERENCES contribution (contribution_id),
            period_from_day BIGINT,
            kind TEXT NOT NULL CHECK (kind IN ('file', 'photo', 'link', 'plan')),
            title TEXT NOT NULL,
            address TEXT,
            document_sha256 TEXT REFERENCES document (sha256),
            media_type TEXT,
            size_bytes BIGINT,
            plan_id TEXT REFERENCES plan (plan_id),
            place TEXT,
            taken_day BIGINT,
            note TEXT,
            agency_id TEXT REFERENCES agency (agency_id),
            added_at BIGINT NOT NULL,
            added_by TEXT REFERENCES account (account_id),
            CHECK ((kind = 'link') = (address IS NOT NULL)),
            CHECK ((kind IN ('file', 'photo')) = (document_sha256 IS NOT NULL)),
            CHECK ((kind = 'plan') = (plan_id IS NOT NULL))
        );
        CREATE INDEX evidence_task ON evidence (task_id, added_at, evidence_id);
        CREATE INDEX evidence_document ON evidence (document_sha256);

        CREATE TABLE plan_implementation (
            plan_id TEXT NOT NULL PRIMARY KEY REFERENCES plan (plan_id),
            task_id TEXT NOT NULL REFERENCES task (task_id),
            above_plan_id TEXT NOT NULL REFERENCES plan (plan_id),
            made_at BIGINT NOT NULL,
            made_by TEXT REFERENCES account (account_id),
            CHECK (plan_id <> above_plan_id)
        );
        CREATE INDEX plan_implementation_task ON plan_implementation (task_id, plan_id);
        CREATE INDEX plan_implementation_above ON plan_implementation (above_plan_id, plan_id);

        CREATE TABLE plan_event (
            plan_id TEXT NOT NULL PRIMARY KEY REFERENCES plan (plan_id),
            title TEXT NOT NULL,
            from_day BIGINT NOT NULL,
            to_day BIGINT NOT NULL,
            CHECK (from_day <= to_day)
        );

        CREATE TABLE holiday_rule (
            holiday_rule_id TEXT NOT NULL PRIMARY KEY,
            calendar TEXT NOT NULL CHECK (calendar IN ('solar', 'lunar')),
            month BIGINT NOT NULL CHECK (month BETWEEN 1 AND 12),
            day BIGINT NOT NULL CHECK (day BETWEEN 1 AND 31),
            day_count BIGINT NOT NULL CHECK (day_count BETWEEN 1 AND 10),
            name TEXT NOT NULL,
            source TEXT NOT NULL,
            first_year BIGINT NOT NULL,
            last_year BIGINT
        );
        INSERT INTO holiday_rule (holiday_rule_id, calendar, month, day, day_count, name, source, first_year, last_year)
        VALUES
            ('new-year', 'solar', 1, 1, 1, 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112', 2013, NULL),
            ('tet', 'lunar', 1, 1, 3, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', 2013, NULL),
            ('hung-kings', 'lunar', 3, 10, 1, 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 112', 2013, NULL),
            ('reunification', 'solar', 4, 30, 1, 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112', 2013, NULL),
            ('labour', 'solar', 5, 1, 1, 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112', 2013, NULL),
            ('national-day', 'solar', 9, 2, 1, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', 2013, NULL);

        CREATE TABLE holiday (
            day BIGINT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('off', 'work')),
            name TEXT NOT NULL,
            source TEXT NOT NULL,
            entered_at BIGINT NOT NULL,
            entered_by TEXT REFERENCES account (account_id)
        );

        CREATE TABLE task_desk (
            task_id TEXT NOT NULL REFERENCES task (task_id),
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            role TEXT NOT NULL CHECK (role IN ('lead', 'with', 'planner')),
            standing TEXT NOT NULL CHECK (standing IN ('pending', 'submitted', 'accepted', 'cancelled')),
            is_live BIGINT NOT NULL CHECK (is_live IN (0, 1)),
            sort_day BIGINT NOT NULL,
            task_number BIGINT NOT NULL,
            waits_for_me BIGINT NOT NULL CHECK (waits_for_me IN (0, 1)),
            waits_for_others BIGINT NOT NULL CHECK (waits_for_others IN (0, 1)),
            PRIMARY KEY (task_id, agency_id, role)
        );
        CREATE INDEX task_desk_due ON task_desk (agency_id, sort_day, task_number)
            WHERE standing = 'pending' AND role <> 'planner';
        CREATE INDEX task_desk_all ON task_desk (agency_id, is_live, sort_day, task_number)
            WHERE role <> 'planner';
        CREATE INDEX task_desk_me ON task_desk (agency_id, sort_day, task_number)
            WHERE waits_for_me = 1;
        CREATE INDEX task_desk_others ON task_desk (agency_id, sort_day, task_number)
            WHERE waits_for_others = 1;

        CREATE TABLE agency_week (
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            week BIGINT NOT NULL,
            pending BIGINT NOT NULL,
            submitted BIGINT NOT NULL,
            accepted BIGINT NOT NULL,
            PRIMARY KEY (agency_id, week)
        );

        CREATE TABLE day_count (
            sort_day BIGINT NOT NULL PRIMARY KEY,
            pending BIGINT NOT NULL,
            submitted BIGINT NOT NULL
        );

        CREATE TABLE party_count (
            role TEXT NOT NULL CHECK (role IN ('lead', 'with')),
            name_key TEXT NOT NULL,
            name TEXT NOT NULL,
            tasks BIGINT NOT NULL,
            PRIMARY KEY (role, name_key, name)
        );
        CREATE INDEX party_count_tasks ON party_count (role, tasks);

        CREATE TABLE plan_count (
            plan_id TEXT NOT NULL PRIMARY KEY REFERENCES plan (plan_id),
            pending BIGINT NOT NULL,
            submitted BIGINT NOT NULL,
            accepted BIGINT NOT NULL,
            cancelled BIGINT NOT NULL
        );
        """
}
