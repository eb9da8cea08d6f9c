package import Domain
package import Foundation
package import SQL

extension Database {
    /// Stores a file's bytes once, however many plans have it.
    package func insertDocument(_ file: FileInfo, bytes: [UInt8], at instant: Date) throws {
        try execute(
            """
            INSERT INTO document (sha256, media_type, size_bytes, bytes, stored_at)
            VALUES (\(file.sha256), \(file.mediaType), \(file.sizeBytes), \(bytes), \(instant))
            ON CONFLICT (sha256) DO NOTHING
            """)
    }

    package func documentBytes(_ sha256: String) throws -> [UInt8]? {
        try value([UInt8].self, "SELECT bytes FROM document WHERE sha256 = \(sha256)")
    }

    /// A new plan with its text, its reading and its words for search.
    ///
    /// Its file must be stored before.
    package func insert(_ record: PlanRecord, text: String, reading: PlanDraft) throws {
        let plan = record.plan
        try execute(
            """
            INSERT INTO plan (plan_id, agency_id, state, revision, correction_head, document_sha256, file_name,
                page_count, notices, circulation, kind, number, title, issuer, plan_date, task_count, tasks_without_lead,
                reader_version, received_at, received_by, issued_at, issued_by)
            VALUES (\(plan.id), \(plan.agency), \(plan.state), \(plan.revision), \(record.correctionHead),
                \(plan.file), \(record.file.name), \(record.file.pageCount), \(try JSONText(record.file.notices)),
                \(record.file.circulation),
                \(plan.kind), \(plan.number), \(plan.title), \(plan.issuer), \(plan.date), \(plan.taskCount),
                \(plan.tasksWithoutLead), \(plan.readerVersion), \(plan.receivedAt), \(plan.receivedBy),
                \(plan.issuedAt), \(plan.issuedBy))
            """)
        try execute("INSERT INTO plan_text (plan_id, text) VALUES (\(plan.id), \(text))")
        try execute(
            """
            INSERT INTO plan_reading (plan_id, reading, read_at)
            VALUES (\(plan.id), \(try JSONText(reading)), \(plan.receivedAt))
            """)
        try insertSearch(Self.searchTerms(of: plan, text: text), of: plan.id)
    }

    static func searchTerms(of plan: Plan, text: String) -> String {
        let header = [plan.number, plan.title, plan.issuer].compactMap { $0 }.joined(separator: "\n")
        return SearchTerms.indexed(header + "\n" + text)
    }

    package func planRecord(_ id: Plan.ID) throws -> PlanRecord? {
        try first(
            PlanRecord.self,
            """
            SELECT \(PlanRecord.columns)
            FROM plan
            JOIN document ON document.sha256 = plan.document_sha256
            WHERE plan.plan_id = \(id)
            """)
    }

    /// The live plan of an agency that came from a file.
    package func plan(of agency: Agency.ID, withFile sha256: String) throws -> Plan? {
        try first(
            Plan.self,
            """
            SELECT \(Plan.columns)
            FROM plan
            WHERE plan.agency_id = \(agency) AND plan.document_sha256 = \(sha256)
                AND plan.state IN ('read', 'underCorrection', 'issued')
            LIMIT 1
            """)
    }

    /// Other live plans that bear a number; the caller compares issuer and year.
    package func plans(numbered number: String, except id: Plan.ID?) throws -> [Plan] {
        try all(
            Plan.self,
            """
            SELECT \(Plan.columns)
            FROM plan
            WHERE plan.number = \(number) AND plan.plan_id <> \(id?.rawValue ?? "")
                AND plan.state IN ('read', 'underCorrection', 'issued')
            ORDER BY plan.received_at, plan.plan_id
            LIMIT 20
            """)
    }

    package func planText(_ id: Plan.ID) throws -> String? {
        try value(String.self, "SELECT text FROM plan_text WHERE plan_id = \(id)")
    }

    package func planReading(_ id: Plan.ID) throws -> PlanDraft? {
        try value(JSONText<PlanDraft>.self, "SELECT reading FROM plan_reading WHERE plan_id = \(id)")?.value
    }

    package func replaceReading(of id: Plan.ID, by reading: PlanDraft, at instant: Date) throws {
        try execute(
            """
            UPDATE plan_reading
            SET reading = \(try JSONText(reading)), read_at = \(instant)
            WHERE plan_id = \(id)
            """)
    }

    /// Writes what may change, if the row is still at the revision that was read: false when
    /// another hand was quicker.
    package func update(_ record: PlanRecord, from revision: Int) throws -> Bool {
        let plan = record.plan
        let changed = try execute(
            """
            UPDATE plan
            SET state = \(plan.state), revision = \(plan.revision), correction_head = \(record.correctionHead),
                kind = \(plan.kind), number = \(plan.number), title = \(plan.title), issuer = \(plan.issuer),
                plan_date = \(plan.date), task_count = \(plan.taskCount),
                tasks_without_lead = \(plan.tasksWithoutLead), reader_version = \(plan.readerVersion),
                issued_at = \(plan.issuedAt), issued_by = \(plan.issuedBy), closed_at = \(record.closedAt),
                closed_reason = \(record.closedReason), replaced_by_plan_id = \(record.replacedBy)
            WHERE plan_id = \(plan.id) AND revision = \(revision)
            """)
        return changed == 1
    }

    /// After a change of number, title or issuer.
    package func updateSearch(of plan: Plan, text: String) throws {
        try updateSearch(Self.searchTerms(of: plan, text: text), of: plan.id)
    }
}

// MARK: - Corrections

extension Database {
    package func corrections(of plan: Plan.ID) throws -> [Correction] {
        try rows(
            """
            SELECT correction_number, parent_number, account_id, made_at, change
            FROM correction
            WHERE plan_id = \(plan)
            ORDER BY correction_number
            """
        ).map { row in
            let change: JSONText<Change> = try row.get("change")
            return Correction(
                id: try row.get("correction_number"), parent: try row.get("parent_number"),
                by: try row.get("account_id"), at: try row.get("made_at"), change: change.value)
        }
    }

    package func insert(_ correction: Correction, of plan: Plan.ID) throws {
        try execute(
            """
            INSERT INTO correction (plan_id, correction_number, parent_number, account_id, made_at, change)
            VALUES (\(plan), \(correction.id), \(correction.parent), \(correction.by), \(correction.at),
                \(try JSONText(correction.change)))
            """)
    }
}
