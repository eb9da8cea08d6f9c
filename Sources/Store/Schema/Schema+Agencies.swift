extension Schema {
    /// Agencies in time: names, codes, places, posts; who acts on a task; changes of the order itself.
    ///
    /// `agency.name` and `agency.abbreviations` are the names in force; `agency_name` has those of every time.
    /// Spans of days hold both their ends; an open end is NULL.
    static let agencies = """
        ALTER TABLE agency ADD COLUMN place TEXT;
        ALTER TABLE agency_successor ADD COLUMN part TEXT;
        CREATE INDEX agency_successor_of ON agency_successor (successor_agency_id);

        CREATE TABLE agency_name (
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            position BIGINT NOT NULL CHECK (position >= 1),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
            abbreviations TEXT NOT NULL,
            valid_from BIGINT,
            valid_to BIGINT,
            PRIMARY KEY (agency_id, position),
            CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
        );

        CREATE TABLE agency_code (
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            scheme TEXT NOT NULL CHECK (scheme IN ('unit', 'identification', 'formerIdentification')),
            code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 35),
            valid_from BIGINT,
            valid_to BIGINT,
            PRIMARY KEY (agency_id, scheme, code),
            CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
        );
        CREATE INDEX agency_code_code ON agency_code (scheme, code);

        CREATE TABLE person (
            person_id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
            email TEXT,
            phone TEXT,
            account_id TEXT REFERENCES account (account_id),
            created_at BIGINT NOT NULL
        );
        CREATE INDEX person_account ON person (account_id);

        CREATE TABLE post (
            post_id TEXT NOT NULL PRIMARY KEY,
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            kind TEXT NOT NULL CHECK (kind IN ('head', 'deputy', 'focalPoint', 'deputyFocalPoint', 'other')),
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
            created_at BIGINT NOT NULL
        );
        CREATE INDEX post_agency ON post (agency_id, kind);

        CREATE TABLE post_holder (
            post_holder_id TEXT NOT NULL PRIMARY KEY,
            post_id TEXT NOT NULL REFERENCES post (post_id),
            person_id TEXT NOT NULL REFERENCES person (person_id),
            valid_from BIGINT NOT NULL,
            valid_to BIGINT,
            CHECK (valid_to IS NULL OR valid_from <= valid_to)
        );
        CREATE INDEX post_holder_post ON post_holder (post_id, valid_from);
        CREATE INDEX post_holder_person ON post_holder (person_id);

        CREATE TABLE reorganisation (
            reorganisation_id TEXT NOT NULL PRIMARY KEY,
            state TEXT NOT NULL CHECK (state IN ('planned', 'applied', 'undone')),
            kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'rename', 'abolish')),
            effective_day BIGINT NOT NULL,
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            content TEXT NOT NULL,
            planned_at BIGINT NOT NULL,
            planned_by TEXT REFERENCES account (account_id),
            closed_at BIGINT,
            closed_by TEXT REFERENCES account (account_id),
            CHECK ((state = 'planned') = (closed_at IS NULL))
        );
        CREATE INDEX reorganisation_day ON reorganisation (state, effective_day, reorganisation_id);

        CREATE TABLE task_assignee (
            task_id TEXT NOT NULL REFERENCES task (task_id),
            role TEXT NOT NULL CHECK (role IN ('lead', 'with')),
            party_position BIGINT NOT NULL CHECK (party_position >= 1),
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            named_agency_id TEXT REFERENCES agency (agency_id),
            from_day BIGINT NOT NULL,
            until_day BIGINT,
            assigned_at BIGINT NOT NULL,
            assigned_by TEXT REFERENCES account (account_id),
            reorganisation_id TEXT REFERENCES reorganisation (reorganisation_id),
            PRIMARY KEY (task_id, role, party_position, agency_id, from_day)
        );
        CREATE INDEX task_assignee_agency ON task_assignee (agency_id, role, task_id) WHERE until_day IS NULL;
        CREATE INDEX task_assignee_past ON task_assignee (agency_id, until_day, task_id);

        CREATE TABLE party_question (
            plan_id TEXT NOT NULL REFERENCES plan (plan_id),
            party_key TEXT NOT NULL,
            name TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('unsure', 'group', 'unknown')),
            state TEXT NOT NULL CHECK (state IN ('open', 'answered')),
            asked_at BIGINT NOT NULL,
            answered_at BIGINT,
            answered_by TEXT REFERENCES account (account_id),
            PRIMARY KEY (plan_id, party_key),
            CHECK ((state = 'open') = (answered_at IS NULL))
        );
        CREATE INDEX party_question_state ON party_question (state, asked_at, plan_id, party_key);

        CREATE TABLE party_answer (
            party_answer_id TEXT NOT NULL PRIMARY KEY,
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            party_key TEXT NOT NULL,
            valid_from BIGINT,
            valid_to BIGINT,
            answered_at BIGINT NOT NULL,
            answered_by TEXT REFERENCES account (account_id)
        );
        CREATE INDEX party_answer_key ON party_answer (agency_id, party_key, answered_at);

        CREATE TABLE party_answer_agency (
            party_answer_id TEXT NOT NULL REFERENCES party_answer (party_answer_id),
            position BIGINT NOT NULL CHECK (position >= 1),
            agency_id TEXT NOT NULL REFERENCES agency (agency_id),
            PRIMARY KEY (party_answer_id, position)
        );
        """
}
