package import Domain
package import Foundation
package import SQL
import Trust

/// An issued plan with all that is known of its tasks, to be entered whole.
package struct ImportedPlan: Sendable {
    package var record: PlanRecord
    package var bytes: [UInt8]
    package var text: String
    package var reading: PlanDraft
    /// In the order of the document, in whatever states; their counts of contributions needn't be right.
    package var tasks: [Plan.Task]
    package var assignees: [Assignee]
    package var contributions: [Contribution]
    package var periods: [(task: Plan.Task.ID, period: Plan.Task.Period)]
    package var comments: [TaskComment]

    package init(record: PlanRecord, bytes: [UInt8], text: String, reading: PlanDraft, tasks: [Plan.Task]) {
        self.record = record
        self.bytes = bytes
        self.text = text
        self.reading = reading
        self.tasks = tasks
        assignees = []
        contributions = []
        periods = []
        comments = []
    }
}

/// Words for search, won beside the writing thread, for folding a million sentences takes its time.
package struct ImportedTerms: Sendable {
    let plan: String
    let tasks: [String]

    package init(_ plan: ImportedPlan) {
        self.plan = Database.searchTerms(of: plan.record.plan, text: plan.text)
        tasks = plan.tasks.map { Database.searchTerms(of: $0) }
    }
}

extension Database {
    /// What an import writes; a large one into an empty database may set their indexes aside (`SetAside`).
    package static let importedTables = [
        "document", "plan", "plan_text", "plan_reading", "plan_search", "task", "task_party", "task_search",
        "task_assignee", "contribution", "task_period", "task_comment", "task_desk", "agency_week",
        "day_count",
        "party_count", "plan_count", "ledger",
    ]

    /// Enters new plans by the engine's shortest way, with search, desks and counts.
    ///
    /// Agencies and accounts must stand; documents, plans and tasks must be new. Bounded by what the caller gives at
    /// once, a few hundred plans. The ledger is the caller's.
    package func insert(_ plans: [(plan: ImportedPlan, terms: ImportedTerms)]) throws {
        let first = (try value(Int64.self, "SELECT COALESCE(MAX(task_number), 0) FROM task") ?? 0) + 1
        let imported = plans.map(\.plan)
        try loadPlans(imported)
        try loadPlanSearch(plans.map { ($0.plan.record.plan.id, $0.terms.plan) })
        try loadTasks(imported, from: first)
        try loadTaskSearch(plans.flatMap(\.terms.tasks), from: first)
        try loadWork(imported)
        let count = Int64(imported.reduce(0) { $0 + $1.tasks.count })
        try makeDesks(of: first..<(first + count))
    }

    private func loadPlans(_ plans: [ImportedPlan]) throws {
        try load(
            into: "document", "sha256, media_type, size_bytes, bytes, stored_at",
            plans.map { one in
                [
                    .of(one.record.file.sha256), .of(one.record.file.mediaType),
                    .of(one.record.file.sizeBytes),
                    .of(one.bytes), .of(one.record.plan.receivedAt),
                ]
            })
        try load(
            into: "plan",
            """
            plan_id, agency_id, state, revision, correction_head, document_sha256, file_name, page_count, notices,
            circulation, kind, number, title, issuer, plan_date, task_count, tasks_without_lead, reader_version,
            received_at, received_by, issued_at, issued_by
            """, try plans.map { try Self.row($0.record) })
        try load(
            into: "plan_text", "plan_id, text", plans.map { [.of($0.record.plan.id), .of($0.text)] })
        try load(
            into: "plan_reading", "plan_id, reading, read_at",
            try plans.map {
                [
                    .of($0.record.plan.id), .of(try JSONText($0.reading)), .of($0.record.plan.receivedAt),
                ]
            })
    }

    private static func row(_ record: PlanRecord) throws -> [SQLValue] {
        let (plan, file) = (record.plan, record.file)
        return [
            .of(plan.id), .of(plan.agency), .of(plan.state), .of(plan.revision), .of(record.correctionHead),
            .of(plan.file), .of(file.name), .of(file.pageCount), .of(try JSONText(file.notices)),
            .of(file.circulation), .of(plan.kind), .of(plan.number), .of(plan.title), .of(plan.issuer),
            .of(plan.date), .of(plan.taskCount), .of(plan.tasksWithoutLead), .of(plan.readerVersion),
            .of(plan.receivedAt), .of(plan.receivedBy), .of(plan.issuedAt), .of(plan.issuedBy),
        ]
    }

    private func loadPlanSearch(_ rows: [(plan: Plan.ID, terms: String)]) throws {
        let last = try value(Int64.self, "SELECT COALESCE(MAX(search_number), 0) FROM plan_search") ?? 0
        let numbered = rows.enumerated().map { (last + Int64($0) + 1, $1) }
        try load(
            into: "plan_search", "search_number, plan_id, terms",
            numbered.map { [.of($0), .of($1.plan), .of($1.terms)] })
        guard dialect == .sqlite else { return }
        try load(into: "plan_search_index", "rowid, terms", numbered.map { [.of($0), .of($1.terms)] })
    }

    private func loadTasks(_ plans: [ImportedPlan], from first: Int64) throws {
        var number = first
        var rows: [[SQLValue]] = []
        var parties: [[SQLValue]] = []
        // A few thousand names stand for millions of parties.
        var keys: [String: String] = [:]
        func key(_ name: String) -> String {
            if let known = keys[name] { return known }
            let key = PartyKey.of(name)
            keys[name] = key
            return key
        }
        for plan in plans {
            let led = Set(plan.assignees.lazy.filter { $0.role == .lead && $0.until == nil }.map(\.task))
            let parts = Dictionary(grouping: plan.contributions, by: \.task)
            for task in plan.tasks {
                let leadKey = String((task.lead.map { key($0.name) }.min() ?? "").prefix(40))
                rows.append(
                    try Self.row(
                        task, number, hasLead: led.contains(task.id), leadKey: leadKey,
                        parts[task.id] ?? []))
                for (role, named) in [(PartyRole.lead, task.lead), (.with, task.with)] {
                    for (index, party) in named.enumerated() {
                        parties.append([
                            .of(task.id), .of(role), .of(index + 1), .of(party.name), .of(key(party.name)),
                            .of(party.range?.lower), .of(party.range?.upper), .of(party.rule),
                            .of(party.agency),
                        ])
                    }
                }
                number += 1
            }
        }
        try load(
            into: "task",
            """
            task_id, task_number, plan_id, draft_task_id, position, kind, state, is_live, revision, section, text,
            range_lower, range_upper, time, time_words, printed_day, due_day, sort_day, rhythm, reporting, reason, note,
            missing_reason, submitted_at, submitted_by, ended_at, ended_day, delegate_account_id, changed_at,
            changed_by, last_sign_day, silent_from_day, has_lead, open_contributions, delivered_contributions,
            asks_for_time, counted_standing, counted_day, lead_key
            """, rows)
        try load(
            into: "task_party",
            "task_id, role, position, name, name_key, range_lower, range_upper, rule, agency_id", parties)
    }

    /// With the columns that `refreshDesks` keeps in step.
    private static func row(
        _ task: Plan.Task, _ number: Int64, hasLead: Bool, leadKey: String, _ parts: [Contribution]
    ) throws -> [SQLValue] {
        let progress = task.progress
        return [
            .of(task.id), .of(number), .of(task.plan), .of(task.draft), .of(task.position), .of(task.kind),
            .of(task.state), .of(task.state.isLive), .of(task.revision), .of(task.at), .of(task.text),
            .of(task.range?.lower), .of(task.range?.upper), .of(try task.time.map { try JSONText($0) }),
            .of(task.timeWords), .of(task.deadline?.printed), .of(task.deadline?.due), .of(task.sortDay),
            .of(task.rhythm), .of(try task.reporting.map { try JSONText($0) }), .of(progress.reason),
            .of(progress.note), .of(progress.missingReason),
            .of(progress.submittedAt), .of(progress.submittedBy), .of(progress.endedAt),
            .of(progress.endedAt.map { CalendarDay(inVietnamAt: $0) }), .of(progress.delegate),
            .of(progress.changedAt), .of(progress.changedBy), .of(progress.lastSign),
            .of(task.state.isLive ? progress.silentFrom : nil), .of(hasLead),
            .of(parts.count { $0.state.isPending }), .of(parts.count { $0.state == .submitted }), .of(false),
            .of(task.state.standing), .of(task.sortDay), .of(leadKey),
        ]
    }

    private func loadTaskSearch(_ terms: [String], from first: Int64) throws {
        let rows: [[SQLValue]] = terms.enumerated().map { [.of(first + Int64($0)), .of($1)] }
        try load(into: "task_search", "task_number, terms", rows)
        if dialect == .sqlite { try load(into: "task_search_index", "rowid, terms", rows) }
    }

    private func loadWork(_ plans: [ImportedPlan]) throws {
        try load(
            into: "task_assignee",
            """
            task_id, role, party_position, agency_id, named_agency_id, from_day, until_day, assigned_at, assigned_by,
            reorganisation_id
            """,
            plans.flatMap(\.assignees).map { one in
                [
                    .of(one.task), .of(one.role), .of(one.partyPosition), .of(one.agency), .of(one.named),
                    .of(one.from), .of(one.until), .of(one.assignedAt), .of(one.assignedBy),
                    .of(one.reorganisation),
                ]
            })
        try load(
            into: "contribution",
            """
            contribution_id, task_id, agency_id, state, revision, asked, due_day, note, reason, asked_at, asked_by,
            submitted_at, submitted_by
            """,
            plans.flatMap(\.contributions).map { one in
                [
                    .of(one.id), .of(one.task), .of(one.agency), .of(one.state), .of(one.revision),
                    .of(one.asked),
                    .of(one.due), .of(one.note), .of(one.reason), .of(one.askedAt), .of(one.askedBy),
                    .of(one.submittedAt), .of(one.submittedBy),
                ]
            })
        try load(
            into: "task_period",
            "task_id, from_day, to_day, due_day, state, revision, note, reason, submitted_at, submitted_by",
            plans.flatMap(\.periods).map { task, one in
                [
                    .of(task), .of(one.from), .of(one.to), .of(one.due), .of(one.state), .of(one.revision),
                    .of(one.note), .of(one.reason), .of(one.submittedAt), .of(one.submittedBy),
                ]
            })
        try load(
            into: "task_comment", "task_comment_id, task_id, kind, text, made_at, made_by",
            plans.flatMap(\.comments).map { one in
                [
                    .of(one.id), .of(one.task), .of(one.kind), .of(one.text), .of(one.madeAt),
                    .of(one.madeBy),
                ]
            })
    }
}

// MARK: - The ledger

/// An entry that is still to be chained.
package struct NewLedgerEntry: Sendable {
    package var at: Date
    package var actor: Account.ID?
    package var action: String
    package var subjectKind: String
    package var subjectID: String
    package var detail: String

    package init(
        at: Date, actor: Account.ID?, action: String, subjectKind: String, subjectID: String, detail: String
    ) {
        self.at = at
        self.actor = actor
        self.action = action
        self.subjectKind = subjectKind
        self.subjectID = subjectID
        self.detail = detail
    }
}

extension Database {
    /// Adds entries to the chain in their order, in the transaction of the changes that they tell of.
    package func appendToLedger(_ entries: [NewLedgerEntry]) throws {
        var head = try ledgerHead() ?? LedgerHead(sequence: 0, hash: LedgerChain.genesis)
        var rows: [[SQLValue]] = []
        for one in entries {
            let sequence = head.sequence + 1
            let hash = LedgerChain.hash(
                LedgerChain.Fields(
                    sequence: sequence, at: try Int64(sqlValue: one.at.sqlValue), actor: one.actor?.rawValue,
                    action: one.action, subjectKind: one.subjectKind, subjectID: one.subjectID,
                    detail: one.detail, previousHash: head.hash))
            rows.append([
                .of(sequence), .of(one.at), .of(one.actor), .of(one.action), .of(one.subjectKind),
                .of(one.subjectID), .of(one.detail), .of(head.hash), .of(hash),
            ])
            head = LedgerHead(sequence: sequence, hash: hash)
        }
        try load(
            into: "ledger",
            "sequence, at, account_id, action, subject_kind, subject_id, detail, previous_hash, hash", rows)
    }
}
