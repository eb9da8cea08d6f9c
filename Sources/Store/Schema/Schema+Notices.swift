extension Schema {
    /// Who is told what, the letters that carry it, how accounts want it, and which server does the day's work.
    ///
    /// `subject_id` has no key of its own: it names a task, a contribution or a letter.
    static let notices = """
        CREATE TABLE letter (
            letter_id TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('digest', 'atOnce')),
            recipient TEXT NOT NULL,
            account_id TEXT REFERENCES account (account_id),
            person_id TEXT REFERENCES person (person_id),
            address TEXT NOT NULL,
            day BIGINT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'bounced', 'givenUp')),
            attempts BIGINT NOT NULL CHECK (attempts >= 0),
            next_at BIGINT NOT NULL,
            made_at BIGINT NOT NULL,
            ended_at BIGINT,
            answer TEXT,
            CHECK ((account_id IS NULL) <> (person_id IS NULL))
        );
        CREATE UNIQUE INDEX letter_digest ON letter (recipient, day) WHERE kind = 'digest';
        CREATE INDEX letter_next ON letter (next_at) WHERE state IN ('waiting', 'sending');
        CREATE INDEX letter_recipient ON letter (recipient, made_at);

        CREATE TABLE notice (
            notice_id TEXT NOT NULL PRIMARY KEY,
            rule TEXT NOT NULL,
            subject_id TEXT NOT NULL,
            plan_id TEXT NOT NULL REFERENCES plan (plan_id) ON DELETE CASCADE,
            task_id TEXT REFERENCES task (task_id) ON DELETE CASCADE,
            agency_id TEXT REFERENCES agency (agency_id),
            day BIGINT NOT NULL,
            recipient TEXT NOT NULL,
            account_id TEXT REFERENCES account (account_id),
            person_id TEXT REFERENCES person (person_id),
            made_at BIGINT NOT NULL,
            read_at BIGINT,
            mail TEXT NOT NULL CHECK (mail IN ('pending', 'none', 'letter')),
            letter_id TEXT REFERENCES letter (letter_id),
            UNIQUE (subject_id, rule, day, recipient),
            CHECK ((account_id IS NULL) <> (person_id IS NULL)),
            CHECK ((mail = 'letter') = (letter_id IS NOT NULL))
        );
        CREATE INDEX notice_account ON notice (account_id, made_at, notice_id);
        CREATE INDEX notice_unread ON notice (account_id) WHERE read_at IS NULL;
        CREATE INDEX notice_task ON notice (task_id, made_at, notice_id);
        CREATE INDEX notice_plan ON notice (plan_id, made_at, notice_id);
        CREATE INDEX notice_pending ON notice (recipient) WHERE mail = 'pending';
        CREATE INDEX notice_letter ON notice (letter_id);

        CREATE TABLE notice_setting (
            account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (account_id),
            email TEXT,
            uses_mail BIGINT NOT NULL CHECK (uses_mail IN (0, 1)),
            minute BIGINT NOT NULL CHECK (minute BETWEEN 0 AND 1439),
            returned_at_once BIGINT NOT NULL CHECK (returned_at_once IN (0, 1)),
            escalated_at_once BIGINT NOT NULL CHECK (escalated_at_once IN (0, 1)),
            on_days_off BIGINT NOT NULL CHECK (on_days_off IN (0, 1))
        );

        CREATE TABLE work_lease (
            name TEXT NOT NULL PRIMARY KEY,
            holder TEXT NOT NULL,
            until BIGINT NOT NULL
        );

        CREATE TABLE work_mark (
            name TEXT NOT NULL PRIMARY KEY,
            value BIGINT NOT NULL
        );

        CREATE INDEX contribution_due ON contribution (due_day) WHERE due_day IS NOT NULL;
        """
}
