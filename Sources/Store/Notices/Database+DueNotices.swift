package import Domain
package import Foundation
package import SQL

/// Something that a step speaks of: a task or a contribution, and the agency that must act.
package struct DueSubject: RowDecodable, Sendable {
    package var subject: String
    package var task: Plan.Task.ID
    package var plan: Plan.ID
    package var planAgency: Agency.ID
    /// Of a task that nobody leads, the plan's.
    package var agency: Agency.ID
    package var day: CalendarDay
    /// False for a task that no agency leads.
    package var isLed = true

    package init(
        subject: String, task: Plan.Task.ID, plan: Plan.ID, planAgency: Agency.ID, agency: Agency.ID,
        day: CalendarDay
    ) {
        self.subject = subject
        self.task = task
        self.plan = plan
        self.planAgency = planAgency
        self.agency = agency
        self.day = day
    }

    package init(row: Row) throws {
        subject = try row.get("subject_id")
        task = try row.get("task_id")
        plan = try row.get("plan_id")
        planAgency = try row.get("plan_agency_id")
        let acting: Agency.ID? = try row.get("agency_id")
        agency = acting ?? planAgency
        isLed = acting != nil
        day = try row.get("day")
    }
}

/// A change that the ledger tells of and that somebody is told of.
package struct NoticeEvent: RowDecodable, Sendable {
    package var sequence: Int64
    package var at: Date
    package var action: String
    /// Nil for what the program did.
    package var actor: Account.ID?
    package var task: Plan.Task.ID
    package var detail: String

    package init(row: Row) throws {
        sequence = try row.get("sequence")
        at = try row.get("at")
        action = try row.get("action")
        actor = try row.get("account_id")
        task = try row.get("subject_id")
        detail = try row.get("detail")
    }
}

/// Of which tasks a run of reminders asks whether they are due.
package enum RemindedTasks: Sendable, Hashable {
    case all
    /// Those that something was done to, and all of some plans.
    case some(tasks: [Plan.Task.ID], plans: [Plan.ID])

    /// Conditions to ask one after another, some hundreds of tasks or plans each; none where nothing is asked about.
    fileprivate var conditions: [SQL] {
        switch self {
        case .all: return [.empty]
        case .some(let tasks, let plans):
            func pieces<ID>(_ ids: [ID]) -> [ArraySlice<ID>] {
                stride(from: 0, to: ids.count, by: PageLimit.largest).map {
                    ids[$0..<min($0 + PageLimit.largest, ids.count)]
                }
            }
            return pieces(tasks).map { " AND task.task_id IN (\(list: $0))" }
                + pieces(plans).map { " AND task.plan_id IN (\(list: $0))" }
        }
    }
}

/// What the ledger tells since an entry, as far as reminders must know.
package struct RemindedChange: RowDecodable, Sendable, Hashable {
    package var action: String
    package var subjectKind: String
    package var subject: String

    package init(row: Row) throws {
        action = try row.get("action")
        subjectKind = try row.get("subject_kind")
        subject = try row.get("subject_id")
    }
}

extension Database {
    /// Entries after one, in their order, up to a bound.
    package func changes(after sequence: Int64, limit: Int) throws -> [RemindedChange] {
        try all(
            RemindedChange.self,
            """
            SELECT action, subject_kind, subject_id
            FROM ledger
            WHERE sequence > \(sequence)
            ORDER BY sequence
            LIMIT \(limit)
            """)
    }

    /// Tasks of plans in force whose lead still has to act, due on one of some days; periods of duties that return
    /// stand in their task's day.
    package func tasksDue(on days: [CalendarDay], among some: RemindedTasks = .all) throws -> [DueSubject] {
        try some.conditions.flatMap { try dueSubjects("task.sort_day", days, $0) }
    }

    /// Continuous duties that count as silent from one of some days on.
    package func tasksSilent(from days: [CalendarDay], among some: RemindedTasks = .all) throws
        -> [DueSubject]
    {
        try some.conditions.flatMap { try dueSubjects("task.silent_from_day", days, $0) }
    }

    /// Duties that return whose next day comes before another and isn't handed in: of them a later period may be due
    /// as well.
    package func returningDue(
        before day: CalendarDay, among some: RemindedTasks = .all, limit: Int
    ) throws -> [DueSubject] {
        try some.conditions.flatMap {
            try all(DueSubject.self, returningDueSQL(before: day, $0, limit: limit))
        }
    }

    func returningDueSQL(before day: CalendarDay, _ among: SQL, limit: Int) -> SQL {
        """
        \(Self.subjects("task.sort_day"))
        WHERE task.is_live = 1 AND task.rhythm IS NOT NULL AND task.state <> 'submitted' AND plan.state = 'issued'
            AND task.sort_day < \(day)\(among)
        ORDER BY task.sort_day DESC, task.task_number, task_assignee.party_position, task_assignee.agency_id
        LIMIT \(limit)
        """
    }

    private static func subjects(_ day: SQL) -> SQL {
        """
        SELECT task.task_id AS subject_id, task.task_id, task.plan_id, plan.agency_id AS plan_agency_id,
            task_assignee.agency_id, \(day) AS day
        FROM task
        JOIN plan ON plan.plan_id = task.plan_id
        LEFT JOIN task_assignee ON task_assignee.task_id = task.task_id AND task_assignee.role = 'lead'
            AND task_assignee.until_day IS NULL
        """
    }

    private func dueSubjects(_ day: SQL, _ days: [CalendarDay], _ among: SQL) throws -> [DueSubject] {
        days.isEmpty ? [] : try all(DueSubject.self, dueSubjectsSQL(day, days, among))
    }

    func dueSubjectsSQL(_ day: SQL, _ days: [CalendarDay], _ among: SQL) -> SQL {
        """
        \(Self.subjects(day))
        WHERE task.is_live = 1 AND task.state <> 'submitted' AND plan.state = 'issued'
            AND \(day) IN (\(list: days))\(among)
        ORDER BY task.task_number, task_assignee.party_position, task_assignee.agency_id
        """
    }

    /// Contributions that were asked for with a day of their own and are still missing.
    package func contributionsDue(on days: [CalendarDay], among some: RemindedTasks = .all) throws
        -> [DueSubject]
    {
        guard !days.isEmpty else { return [] }
        return try some.conditions.flatMap { try all(DueSubject.self, contributionsDueSQL(on: days, $0)) }
    }

    func contributionsDueSQL(on days: [CalendarDay], _ among: SQL) -> SQL {
        """
        SELECT contribution.contribution_id AS subject_id, task.task_id, task.plan_id,
            plan.agency_id AS plan_agency_id, contribution.agency_id, contribution.due_day AS day
        FROM contribution
        JOIN task ON task.task_id = contribution.task_id
        JOIN plan ON plan.plan_id = task.plan_id
        WHERE contribution.due_day IN (\(list: days)) AND task.is_live = 1 AND plan.state = 'issued'
            AND contribution.state IN ('open', 'inProgress', 'returned')\(among)
        ORDER BY contribution.contribution_id
        """
    }

    /// Entries after one, of some actions on tasks, not older than an instant; in their order.
    package func noticeEvents(after sequence: Int64, since oldest: Date, actions: [String]) throws
        -> [NoticeEvent]
    {
        try all(NoticeEvent.self, noticeEventsSQL(after: sequence, since: oldest, actions: actions))
    }

    func noticeEventsSQL(after sequence: Int64, since oldest: Date, actions: [String]) -> SQL {
        """
        SELECT sequence, at, action, account_id, subject_id, detail
        FROM ledger
        WHERE sequence > \(sequence) AND at >= \(oldest) AND subject_kind = 'task'
            AND action IN (\(list: actions))
        ORDER BY sequence
        """
    }

    /// Accounts with one of some roles in agencies, by agency.
    package func accounts(in agencies: [Agency.ID], as roles: [Role]) throws -> [Agency.ID: [Account.ID]] {
        var result: [Agency.ID: [Account.ID]] = [:]
        let rows = try rows(
            """
            SELECT DISTINCT agency_id, account_id
            FROM role_grant
            WHERE agency_id IN (\(list: agencies)) AND role IN (\(list: roles))
            ORDER BY agency_id, account_id
            """)
        for row in rows { result[try row.get("agency_id"), default: []].append(try row.get("account_id")) }
        return result
    }

    package func disabledAccounts() throws -> Set<Account.ID> {
        Set(
            try values(
                Account.ID.self, "SELECT account_id FROM account WHERE is_disabled = 1 ORDER BY account_id"))
    }
}
