package import Domain
package import SQL

// MARK: - Periods

extension Plan.Task.Period: RowDecodable {
    package init(row: Row) throws {
        self.init(
            from: try row.get("from_day"), to: try row.get("to_day"), due: try row.get("due_day"),
            state: try row.get("state"), revision: try row.get("revision"), note: try row.get("note"),
            reason: try row.get("reason"), submittedAt: try row.get("submitted_at"),
            submittedBy: try row.get("submitted_by"))
    }
}

extension Database {
    /// The periods of a task that somebody has touched, oldest first.
    package func periods(of task: Plan.Task.ID) throws -> [Plan.Task.Period] {
        try all(
            Plan.Task.Period.self,
            """
            SELECT from_day, to_day, due_day, state, revision, note, reason, submitted_at, submitted_by
            FROM task_period
            WHERE task_id = \(task)
            ORDER BY from_day
            LIMIT \(Plan.Task.periodLimit)
            """)
    }

    /// Writes a period, one that wasn't stored from revision 0; false when another hand was quicker.
    package func save(_ period: Plan.Task.Period, of task: Plan.Task.ID, from revision: Int) throws -> Bool {
        if revision == 0 {
            return try execute(
                """
                INSERT INTO task_period (task_id, from_day, to_day, due_day, state, revision, note, reason,
                    submitted_at, submitted_by)
                VALUES (\(task), \(period.from), \(period.to), \(period.due), \(period.state), \(period.revision),
                    \(period.note), \(period.reason), \(period.submittedAt), \(period.submittedBy))
                ON CONFLICT (task_id, from_day) DO NOTHING
                """) == 1
        }
        return try execute(
            """
            UPDATE task_period
            SET state = \(period.state), revision = \(period.revision), note = \(period.note),
                reason = \(period.reason), submitted_at = \(period.submittedAt),
                submitted_by = \(period.submittedBy)
            WHERE task_id = \(task) AND from_day = \(period.from) AND revision = \(revision)
            """) == 1
    }
}

// MARK: - Extensions

extension TaskExtension: RowDecodable {
    package init(row: Row) throws {
        self.init(
            id: try row.get("task_extension_id"), task: try row.get("task_id"), state: try row.get("state"),
            oldDue: try row.get("old_due_day"), newDue: try row.get("new_due_day"),
            reason: try row.get("reason"), askedAt: try row.get("asked_at"), askedBy: try row.get("asked_by"),
            answer: try row.get("answer"), answeredAt: try row.get("answered_at"),
            answeredBy: try row.get("answered_by"))
    }
}

extension Database {
    /// The youngest hundred, oldest first.
    package func extensions(of task: Plan.Task.ID) throws -> [TaskExtension] {
        try all(
            TaskExtension.self,
            """
            SELECT task_extension_id, task_id, state, old_due_day, new_due_day, reason, asked_at, asked_by,
                answer, answered_at, answered_by
            FROM task_extension
            WHERE task_id = \(task)
            ORDER BY asked_at DESC
            LIMIT 100
            """
        ).reversed()
    }

    /// `refreshDesks` must follow.
    package func insert(_ one: TaskExtension) throws {
        try execute(
            """
            INSERT INTO task_extension (task_extension_id, task_id, state, old_due_day, new_due_day, reason,
                asked_at, asked_by, answer, answered_at, answered_by)
            VALUES (\(one.id), \(one.task), \(one.state), \(one.oldDue), \(one.newDue), \(one.reason),
                \(one.askedAt), \(one.askedBy), \(one.answer), \(one.answeredAt), \(one.answeredBy))
            """)
    }

    /// Writes the answer, if none stands yet; `refreshDesks` must follow.
    package func answer(_ one: TaskExtension) throws -> Bool {
        try execute(
            """
            UPDATE task_extension
            SET state = \(one.state), answer = \(one.answer), answered_at = \(one.answeredAt),
                answered_by = \(one.answeredBy)
            WHERE task_extension_id = \(one.id) AND state = 'asked'
            """) == 1
    }
}

// MARK: - Comments

extension TaskComment: RowDecodable {
    package init(row: Row) throws {
        self.init(
            id: try row.get("task_comment_id"), task: try row.get("task_id"), kind: try row.get("kind"),
            text: try row.get("text"), madeAt: try row.get("made_at"), madeBy: try row.get("made_by"))
    }
}

extension Database {
    /// Oldest first.
    package func comments(on task: Plan.Task.ID) throws -> [TaskComment] {
        try all(
            TaskComment.self,
            """
            SELECT task_comment_id, task_id, kind, text, made_at, made_by
            FROM task_comment
            WHERE task_id = \(task)
            ORDER BY made_at, task_comment_id
            LIMIT \(TaskComment.limit)
            """)
    }

    package func commentCount(of task: Plan.Task.ID) throws -> Int {
        try value(Int.self, "SELECT COUNT(*) FROM task_comment WHERE task_id = \(task)") ?? 0
    }

    package func insert(_ one: TaskComment) throws {
        try execute(
            """
            INSERT INTO task_comment (task_comment_id, task_id, kind, text, made_at, made_by)
            VALUES (\(one.id), \(one.task), \(one.kind), \(one.text), \(one.madeAt), \(one.madeBy))
            """)
    }
}

// MARK: - Evidence

extension Evidence: RowDecodable {
    package init(row: Row) throws {
        self.init(
            id: try row.get("evidence_id"), task: try row.get("task_id"),
            contribution: try row.get("contribution_id"), period: try row.get("period_from_day"),
            kind: try row.get("kind"), title: try row.get("title"), address: try row.get("address"),
            page: try LinkedPage(evidenceRow: row), file: try row.get("document_sha256"),
            mediaType: try row.get("media_type"),
            sizeBytes: try row.get("size_bytes"), plan: try row.get("plan_id"), place: try row.get("place"),
            takenOn: try row.get("taken_day"), record: try PhotoRecord(evidenceRow: row),
            note: try row.get("note"), agency: try row.get("agency_id"),
            addedAt: try row.get("added_at"), addedBy: try row.get("added_by"))
    }

    static let columns: SQL = """
        evidence_id, task_id, contribution_id, period_from_day, kind, title, address, document_sha256, media_type, \
        size_bytes, plan_id, place, taken_day, note, agency_id, added_at, added_by, page_state, page_title, page_at, \
        photo_is_read, photo_at, photo_latitude, photo_longitude, photo_accuracy
        """
}

extension LinkedPage {
    fileprivate init?(evidenceRow row: Row) throws {
        guard let state: LinkedPage.State = try row.get("page_state") else { return nil }
        self.init(state: state, title: try row.get("page_title"), at: try row.get("page_at"))
    }
}

extension PhotoRecord {
    fileprivate init?(evidenceRow row: Row) throws {
        guard try row.get("photo_is_read", as: Bool.self) else { return nil }
        let latitude: Int? = try row.get("photo_latitude")
        let longitude: Int? = try row.get("photo_longitude")
        let accuracy: Int? = try row.get("photo_accuracy")
        var place: Place?
        if let latitude, let longitude {
            place = Place(latitude: latitude, longitude: longitude, accuracyMetres: accuracy)
        }
        self.init(takenAt: try row.get("photo_at"), place: place)
    }
}

extension Database {
    /// Of the task, its contributions and periods; oldest first.
    package func evidence(of task: Plan.Task.ID) throws -> [Evidence] {
        try all(
            Evidence.self,
            """
            SELECT \(Evidence.columns)
            FROM evidence
            WHERE task_id = \(task)
            ORDER BY added_at, evidence_id
            LIMIT \(Evidence.limit)
            """)
    }

    package func evidence(_ id: Evidence.ID) throws -> Evidence? {
        try first(Evidence.self, "SELECT \(Evidence.columns) FROM evidence WHERE evidence_id = \(id)")
    }

    package func evidenceCount(of task: Plan.Task.ID) throws -> Int {
        try value(Int.self, "SELECT COUNT(*) FROM evidence WHERE task_id = \(task)") ?? 0
    }

    /// A file must be stored before (`insertDocument`).
    package func insert(_ one: Evidence) throws {
        try execute(
            """
            INSERT INTO evidence (\(Evidence.columns))
            VALUES (\(one.id), \(one.task), \(one.contribution), \(one.period), \(one.kind), \(one.title),
                \(one.address), \(one.file), \(one.mediaType), \(one.sizeBytes), \(one.plan), \(one.place),
                \(one.takenOn), \(one.note), \(one.agency), \(one.addedAt), \(one.addedBy),
                \(one.page?.state), \(one.page?.title), \(one.page?.at), \(one.record != nil),
                \(one.record?.takenAt), \(one.record?.place?.latitude), \(one.record?.place?.longitude),
                \(one.record?.place?.accuracyMetres))
            """)
    }

    /// Links whose pages nobody has looked at, the longest waiting first.
    package func linksToKeep(limit: Int) throws -> [Evidence] {
        try all(
            Evidence.self,
            """
            SELECT \(Evidence.columns)
            FROM evidence
            WHERE page_state = 'waiting'
            ORDER BY added_at, evidence_id
            LIMIT \(limit)
            """)
    }

    /// Writes what came of a link's page, if it still waits; false where it was done or taken away meanwhile.
    package func keep(_ page: LinkedPage, mediaType: String?, of link: Evidence.ID) throws -> Bool {
        try execute(
            """
            UPDATE evidence
            SET page_state = \(page.state), page_title = \(page.title), page_at = \(page.at),
                media_type = \(mediaType)
            WHERE evidence_id = \(link) AND page_state = 'waiting'
            """) == 1
    }

    /// Its file goes with it unless something else has the same.
    package func remove(_ one: Evidence) throws {
        try execute("DELETE FROM evidence WHERE evidence_id = \(one.id)")
        guard let file = one.file else { return }
        try execute(
            """
            DELETE FROM document
            WHERE sha256 = \(file)
                AND NOT EXISTS (SELECT 1 FROM plan WHERE plan.document_sha256 = document.sha256)
                AND NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.document_sha256 = document.sha256)
            """)
    }
}
