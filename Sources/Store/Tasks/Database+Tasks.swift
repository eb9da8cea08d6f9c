package import Domain
import Foundation
package import SQL

extension Plan.Task: RowDecodable {
    /// Parties come from their own table.
    package init(row: Row) throws {
        let lower: Int? = try row.get("range_lower")
        let upper: Int? = try row.get("range_upper")
        let time: JSONText<PlanTime>? = try row.get("time")
        let reporting: JSONText<ReportSchedule>? = try row.get("reporting")
        let printed: CalendarDay? = try row.get("printed_day")
        let due: CalendarDay? = try row.get("due_day")
        self.init(
            id: try row.get("task_id"), plan: try row.get("plan_id"), draft: try row.get("draft_task_id"),
            position: try row.get("position"), kind: try row.get("kind"), state: try row.get("state"),
            at: try row.get("section"), text: try row.get("text"),
            range: lower.flatMap { lower in upper.map { TextRange(lower, $0) } }, lead: [], with: [],
            time: time?.value, timeWords: try row.get("time_words"),
            deadline: printed.flatMap { printed in due.map { Deadline(printed: printed, due: $0) } },
            rhythm: try row.get("rhythm"), reporting: reporting?.value, revision: try row.get("revision"),
            progress: try Progress(row: row))
    }

    static let columns: SQL = """
        task.task_id, task.plan_id, task.draft_task_id, task.position, task.kind, task.state, task.section, \
        task.text, task.range_lower, task.range_upper, task.time, task.time_words, task.printed_day, task.due_day, \
        task.rhythm, task.reporting, task.revision, task.reason, task.note, task.missing_reason, task.submitted_at, \
        task.submitted_by, task.ended_at, task.delegate_account_id, task.changed_at, task.changed_by, \
        task.last_sign_day, task.silent_from_day, task.open_contributions, task.delivered_contributions, \
        task.asks_for_time
        """

    /// Beyond every real day: continuous tasks, then those without a time.
    package static let continuousDay = 9_000_000
    package static let noDay = 9_000_001

    var sortDay: Int {
        switch TimeState(time: time, due: deadline?.due, today: CalendarDay(dayNumber: 0)) {
        case .continuous: Self.continuousDay
        case .none: Self.noDay
        case .overdue, .dueSoon, .later: deadline?.due.dayNumber ?? Self.noDay
        }
    }
}

extension Plan.Task.Progress {
    fileprivate init(row: Row) throws {
        self.init(
            reason: try row.get("reason"), note: try row.get("note"),
            missingReason: try row.get("missing_reason"), submittedAt: try row.get("submitted_at"),
            submittedBy: try row.get("submitted_by"), endedAt: try row.get("ended_at"),
            delegate: try row.get("delegate_account_id"), changedAt: try row.get("changed_at"),
            changedBy: try row.get("changed_by"), lastSign: try row.get("last_sign_day"),
            silentFrom: try row.get("silent_from_day"), openContributions: try row.get("open_contributions"),
            deliveredContributions: try row.get("delivered_contributions"),
            asksForTime: try row.get("asks_for_time"))
    }
}

extension Database {
    /// The tasks of a plan that is being issued; many rows to a statement, for a plan may have ten
    /// thousand.
    package func insert(_ tasks: [Plan.Task]) throws {
        let first = (try value(Int64.self, "SELECT COALESCE(MAX(task_number), 0) FROM task") ?? 0) + 1
        let rows = try tasks.enumerated().map { index, task -> SQL in
            """
            (\(task.id), \(first + Int64(index)), \(task.plan), \(task.draft), \(task.position), \(task.state),
                \(task.state.isLive), \(task.at), \(task.text), \(task.range?.lower), \(task.range?.upper),
                \(try task.time.map { try JSONText($0) }), \(task.timeWords), \(task.deadline?.printed),
                \(task.deadline?.due), \(task.sortDay), \(task.kind), \(task.rhythm),
                \(try task.reporting.map { try JSONText($0) }), \(task.revision), \(task.progress.silentFrom), 0, 0, 0, 0, \(Self.leadKey(of: task)))
            """
        }
        try insert(
            rows,
            """
            INSERT INTO task (task_id, task_number, plan_id, draft_task_id, position, state, is_live, section,
                text, range_lower, range_upper, time, time_words, printed_day, due_day, sort_day, kind, rhythm,
                reporting, revision, silent_from_day, has_lead, open_contributions, delivered_contributions, asks_for_time,
                lead_key)
            """)
        try insert(
            tasks.flatMap {
                Self.partyRows($0.lead, as: .lead, of: $0.id) + Self.partyRows($0.with, as: .with, of: $0.id)
            },
            """
            INSERT INTO task_party (task_id, role, position, name, name_key, range_lower, range_upper, rule,
                agency_id)
            """)
        try insertTaskSearch(
            tasks.enumerated().map { (first + Int64($0), Self.searchTerms(of: $1)) })
        try refreshDesks(of: tasks.map(\.id))
    }

    /// By which lists are ordered by lead: the beginning of the first lead's key, short enough for a mark; tasks
    /// without a lead stand first.
    static func leadKey(of task: Plan.Task) -> String {
        String((task.lead.map { PartyKey.of($0.name) }.min() ?? "").prefix(40))
    }

    static func searchTerms(of task: Plan.Task) -> String {
        let words = [task.text, task.at ?? ""] + (task.lead + task.with).map(\.name)
        return SearchTerms.indexed(words.joined(separator: "\n"))
    }

    /// At most 200 rows of some 25 values each: well below the bound on values.
    private func insert(_ rows: [SQL], _ head: SQL) throws {
        for start in stride(from: 0, to: rows.count, by: 200) {
            let values = rows[start..<min(start + 200, rows.count)].joined(separator: ", ")
            try execute("\(head) VALUES \(values)")
        }
    }

    private static func partyRows(_ parties: [Party], as role: PartyRole, of task: Plan.Task.ID) -> [SQL] {
        parties.enumerated().map { index, party -> SQL in
            """
            (\(task), \(role), \(index + 1), \(party.name), \(PartyKey.of(party.name)),
                \(party.range?.lower), \(party.range?.upper), \(party.rule), \(party.agency))
            """
        }
    }

    package func task(_ id: Plan.Task.ID) throws -> Plan.Task? {
        guard
            let task = try first(
                Plan.Task.self, "SELECT \(Plan.Task.columns) FROM task WHERE task_id = \(id)")
        else {
            return nil
        }
        return try withParties([task]).first
    }

    /// A plan's tasks in the order of the document.
    package func tasks(of plan: Plan.ID) throws -> [Plan.Task] {
        try withParties(
            try all(
                Plan.Task.self,
                """
                SELECT \(Plan.Task.columns)
                FROM task
                WHERE task.plan_id = \(plan)
                ORDER BY task.position
                """))
    }

    /// Fills parties in, some hundreds of tasks at a time.
    func withParties(_ tasks: [Plan.Task]) throws -> [Plan.Task] {
        var result = tasks
        let places = Dictionary(tasks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { one, _ in one })
        for start in stride(from: 0, to: tasks.count, by: PageLimit.largest) {
            let ids = tasks[start..<min(start + PageLimit.largest, tasks.count)].map(\.id)
            let rows = try rows(
                """
                SELECT task_id, role, name, range_lower, range_upper, rule, agency_id
                FROM task_party
                WHERE task_id IN (\(list: ids))
                ORDER BY task_id, role, position
                """)
            for row in rows {
                guard let place = places[try row.get("task_id")] else { continue }
                let lower: Int? = try row.get("range_lower")
                let upper: Int? = try row.get("range_upper")
                let party = Party(
                    name: try row.get("name"),
                    range: lower.flatMap { lower in upper.map { TextRange(lower, $0) } },
                    rule: try row.get("rule"),
                    agency: try row.get("agency_id"))
                switch try row.get("role", as: PartyRole.self) {
                case .lead: result[place].lead.append(party)
                case .with: result[place].with.append(party)
                }
            }
        }
        return result
    }
}
