extension Schema {
    static let plans = """
        CREATE TABLE document (
            sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
            media_type TEXT NOT NULL,
            size_bytes BIGINT NOT NULL CHECK (size_bytes BETWEEN 1 AND 52428800),
            bytes BYTEA NOT NULL,
            stored_at BIGINT NOT NULL
        );

        CREATE TABLE plan (
            plan_id TEXT NOT NULL PRIMARY KEY,
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            state TEXT NOT NULL CHECK (state IN ('read', 'underCorrection', 'issued', 'withdrawn', 'replaced')),
            revision BIGINT NOT NULL CHECK (revision >= 1),
            correction_head BIGINT NOT NULL CHECK (correction_head >= 0),
            document_sha256 TEXT NOT NULL REFERENCES document (sha256),
            file_name TEXT NOT NULL,
            page_count BIGINT,
            notices TEXT NOT NULL,
            circulation TEXT CHECK (circulation IN ('internalOnly', 'returnAfterReading')),
            kind TEXT,
            number TEXT,
            title TEXT NOT NULL,
            issuer TEXT,
            plan_date TEXT,
            task_count BIGINT NOT NULL CHECK (task_count >= 0),
            tasks_without_lead BIGINT NOT NULL CHECK (tasks_without_lead >= 0),
            reader_version TEXT NOT NULL,
            received_at BIGINT NOT NULL,
            received_by TEXT REFERENCES account (account_id),
            issued_at BIGINT,
            issued_by TEXT REFERENCES account (account_id),
            closed_at BIGINT,
            closed_reason TEXT,
            replaced_by_plan_id TEXT REFERENCES plan (plan_id),
            CHECK ((state IN ('read', 'underCorrection')) = (issued_at IS NULL)),
            CHECK ((state IN ('withdrawn', 'replaced')) = (closed_at IS NOT NULL))
        );
        CREATE INDEX plan_received ON plan (received_at, plan_id);
        CREATE INDEX plan_agency ON plan (agency_id, received_at, plan_id);
        CREATE INDEX plan_number ON plan (number);
        CREATE INDEX plan_replaced_by ON plan (replaced_by_plan_id);
        CREATE INDEX plan_of_document ON plan (document_sha256);
        CREATE UNIQUE INDEX plan_document ON plan (agency_id, document_sha256)
            WHERE state IN ('read', 'underCorrection', 'issued');

        CREATE TABLE plan_text (
            plan_id TEXT NOT NULL PRIMARY KEY REFERENCES plan (plan_id) ON DELETE CASCADE,
            text TEXT NOT NULL
        );

        CREATE TABLE plan_reading (
            plan_id TEXT NOT NULL PRIMARY KEY REFERENCES plan (plan_id) ON DELETE CASCADE,
            reading TEXT NOT NULL,
            read_at BIGINT NOT NULL
        );

        CREATE TABLE correction (
            plan_id TEXT NOT NULL REFERENCES plan (plan_id) ON DELETE CASCADE,
            correction_number BIGINT NOT NULL CHECK (correction_number >= 1),
            parent_number BIGINT NOT NULL CHECK (parent_number >= 0 AND parent_number < correction_number),
            account_id TEXT REFERENCES account (account_id),
            made_at BIGINT NOT NULL,
            change TEXT NOT NULL,
            PRIMARY KEY (plan_id, correction_number)
        );

        CREATE TABLE reading_job (
            reading_job_id TEXT NOT NULL PRIMARY KEY,
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            account_id TEXT REFERENCES account (account_id),
            state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
            page BIGINT NOT NULL CHECK (page >= 0),
            page_count BIGINT,
            plan_id TEXT REFERENCES plan (plan_id) ON DELETE CASCADE,
            failure TEXT,
            created_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL
        );
        CREATE INDEX reading_job_created ON reading_job (created_at);
        CREATE INDEX reading_job_plan ON reading_job (plan_id);
        """

    /// `sort_day` orders lists: the due day, then continuous tasks, then those without a time.
    ///
    /// The last columns of a task are kept in step by `refreshDesks`: what lists and counts ask is answered without
    /// looking at other tables.
    static let tasks = """
        CREATE TABLE task (
            task_id TEXT NOT NULL PRIMARY KEY,
            task_number BIGINT NOT NULL UNIQUE,
            plan_id TEXT NOT NULL REFERENCES plan (plan_id),
            draft_task_id TEXT NOT NULL,
            position BIGINT NOT NULL CHECK (position >= 1),
            kind TEXT NOT NULL CHECK (kind IN ('duty', 'report')),
            state TEXT NOT NULL
                CHECK (state IN ('open', 'inProgress', 'submitted', 'accepted', 'returned', 'cancelled')),
            is_live BIGINT NOT NULL CHECK (is_live IN (0, 1)),
            revision BIGINT NOT NULL CHECK (revision >= 1),
            section TEXT,
            text TEXT NOT NULL,
            range_lower BIGINT,
            range_upper BIGINT,
            time TEXT,
            time_words TEXT,
            printed_day BIGINT,
            due_day BIGINT,
            sort_day BIGINT NOT NULL,
            rhythm TEXT CHECK (rhythm IN ('week', 'month', 'quarter', 'halfYear', 'year')),
            reason TEXT,
            note TEXT,
            missing_reason TEXT,
            submitted_at BIGINT,
            submitted_by TEXT REFERENCES account (account_id),
            ended_at BIGINT,
            ended_day BIGINT,
            delegate_account_id TEXT REFERENCES account (account_id),
            changed_at BIGINT,
            changed_by TEXT REFERENCES account (account_id),
            last_sign_day BIGINT,
            silent_from_day BIGINT,
            has_lead BIGINT NOT NULL CHECK (has_lead IN (0, 1)),
            open_contributions BIGINT NOT NULL CHECK (open_contributions >= 0),
            delivered_contributions BIGINT NOT NULL CHECK (delivered_contributions >= 0),
            asks_for_time BIGINT NOT NULL CHECK (asks_for_time IN (0, 1)),
            counted_standing TEXT CHECK (counted_standing IN ('pending', 'submitted', 'accepted', 'cancelled')),
            counted_day BIGINT,
            UNIQUE (plan_id, position),
            CHECK ((range_lower IS NULL) = (range_upper IS NULL)),
            CHECK ((printed_day IS NULL) = (due_day IS NULL)),
            CHECK ((is_live = 0) = (state IN ('accepted', 'cancelled'))),
            CHECK (state NOT IN ('returned', 'cancelled') OR reason IS NOT NULL),
            CHECK ((counted_standing IS NULL) = (counted_day IS NULL))
        );
        CREATE INDEX task_day ON task (is_live, sort_day, task_number);
        CREATE INDEX task_plan_day ON task (plan_id, is_live, sort_day, task_number);
        CREATE INDEX task_plan_ended ON task (plan_id, ended_day) WHERE state = 'accepted';
        CREATE INDEX task_overdue ON task (sort_day, task_number)
            WHERE state IN ('open', 'inProgress', 'returned');
        CREATE INDEX task_silent ON task (silent_from_day, task_number) WHERE silent_from_day IS NOT NULL;
        CREATE INDEX task_risk ON task (sort_day, task_number) WHERE state = 'open' OR open_contributions > 0;
        CREATE INDEX task_without_lead ON task (has_lead, sort_day, task_number)
            WHERE has_lead = 0 AND state IN ('open', 'inProgress', 'returned');
        CREATE INDEX task_delegate ON task (delegate_account_id, sort_day, task_number) WHERE is_live = 1;

        CREATE TABLE task_party (
            task_id TEXT NOT NULL REFERENCES task (task_id),
            role TEXT NOT NULL CHECK (role IN ('lead', 'with')),
            position BIGINT NOT NULL CHECK (position >= 1),
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            range_lower BIGINT,
            range_upper BIGINT,
            rule TEXT NOT NULL,
            agency_id TEXT REFERENCES agency (agency_id),
            PRIMARY KEY (task_id, role, position)
        );
        CREATE INDEX task_party_name ON task_party (name_key, task_id);
        CREATE INDEX task_party_agency ON task_party (agency_id);
        """

    /// Words without marks stand in ordinary tables, which a backup carries over to the other
    /// engine; PostgreSQL's own index follows by itself, SQLite's is kept beside it by
    /// `Database+Search` (triggers may not touch a virtual table while the schema isn't trusted).
    ///
    /// `detail = none`: only "which rows have the word" is ever asked.
    static let searchForSQLite = """
        CREATE TABLE plan_search (
            search_number INTEGER NOT NULL PRIMARY KEY,
            plan_id TEXT NOT NULL UNIQUE REFERENCES plan (plan_id) ON DELETE CASCADE,
            terms TEXT NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE plan_search_index USING fts5 (
            terms, content = 'plan_search', content_rowid = 'search_number', tokenize = 'ascii', detail = 'none');

        CREATE TABLE task_search (
            task_number INTEGER NOT NULL PRIMARY KEY REFERENCES task (task_number),
            terms TEXT NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE task_search_index USING fts5 (
            terms, content = 'task_search', content_rowid = 'task_number', tokenize = 'ascii', detail = 'none');
        """

    static let searchForPostgres = """
        CREATE TABLE plan_search (
            search_number BIGINT NOT NULL PRIMARY KEY,
            plan_id TEXT NOT NULL UNIQUE REFERENCES plan (plan_id) ON DELETE CASCADE,
            terms TEXT NOT NULL,
            vector tsvector NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(terms, ' '))) STORED
        );
        CREATE INDEX plan_search_index ON plan_search USING gin (vector);

        CREATE TABLE task_search (
            task_number BIGINT NOT NULL PRIMARY KEY REFERENCES task (task_number),
            terms TEXT NOT NULL,
            vector tsvector NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(terms, ' '))) STORED
        );
        CREATE INDEX task_search_index ON task_search USING gin (vector);
        """
}
