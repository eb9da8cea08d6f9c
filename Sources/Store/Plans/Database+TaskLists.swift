package import Domain
import Foundation
package import SQL

/// Which tasks a list shows; all conditions together.
package struct TaskFilter: Hashable, Sendable {
    /// Words of the task or its parties, with or without marks.
    package var search: String
    /// A party's name in any spelling (``PartyKey``).
    package var party: String?
    /// Only where that party leads, or only where it takes part; nil: either.
    package var role: PartyRole?
    /// A party that coordinates, in any spelling, besides whatever `party` asks.
    package var coordinator: String?
    package var plan: Plan.ID?
    /// Empty: whatever the time.
    package var times: Set<TimeState>
    /// Tasks of withdrawn and replaced plans instead of open ones.
    package var showsClosed: Bool

    package init(
        search: String = "", party: String? = nil, role: PartyRole? = nil, coordinator: String? = nil,
        plan: Plan.ID? = nil, times: Set<TimeState> = [], showsClosed: Bool = false
    ) {
        self.search = search
        self.party = party
        self.role = role
        self.coordinator = coordinator
        self.plan = plan
        self.times = times
        self.showsClosed = showsClosed
    }
}

/// A task in a list, with what tells its plan.
package struct TaskRow: Hashable, Sendable, Identifiable {
    package var task: Plan.Task
    package var planTitle: String
    package var planNumber: String?
    package var planIssuer: String?
    package var time: TimeState

    package var id: Plan.Task.ID { task.id }

    package init(
        task: Plan.Task, planTitle: String, planNumber: String?, planIssuer: String?, time: TimeState
    ) {
        self.task = task
        self.planTitle = planTitle
        self.planNumber = planNumber
        self.planIssuer = planIssuer
        self.time = time
    }
}

/// A party that leads or coordinates open tasks, for the choice of a filter.
package struct PartyCount: Hashable, Sendable {
    /// Its commonest spelling.
    package var name: String
    /// What all its spellings have in common.
    package var key: String
    package var tasks: Int
}

/// A plan with open tasks, for the choice of a filter.
package struct PlanCount: Hashable, Sendable, RowDecodable {
    package var plan: Plan.ID
    package var title: String
    package var number: String?
    package var tasks: Int

    package init(row: Row) throws {
        plan = try row.get("plan_id")
        title = try row.get("title")
        number = try row.get("number")
        tasks = try row.get("tasks")
    }
}

extension Database {
    /// Tasks by their due day, then continuous ones, then those without a time.
    package func tasks(_ filter: TaskFilter, today: CalendarDay, after mark: PageMark?, limit: Int) throws
        -> Page<TaskRow>
    {
        let limit = PageLimit.bounded(limit)
        var rows = try rows(taskListSQL(filter, today: today, after: mark, limit: limit + 1))
        var next: PageMark?
        if rows.count > limit {
            rows.removeLast()
            let last = rows[limit - 1]
            next = PageMark(try last.get("sort_day"), String(try last.get("task_number", as: Int64.self)))
        }
        let tasks = try withParties(try rows.map { try Plan.Task(row: $0) })
        let items = try zip(tasks, rows).map { task, row in
            TaskRow(
                task: task, planTitle: try row.get("plan_title"), planNumber: try row.get("plan_number"),
                planIssuer: try row.get("plan_issuer"), time: task.timeState(today: today))
        }
        return Page(items: items, next: next)
    }

    func taskListSQL(_ filter: TaskFilter, today: CalendarDay, after mark: PageMark?, limit: Int) -> SQL {
        var conditions = taskConditions(filter, today: today)
        if let keys = mark?.keys, let number = Int64(keys.text) {
            conditions.append("(task.sort_day, task.task_number) > (\(keys.number), \(number))")
        }
        return """
            SELECT \(Plan.Task.columns), task.sort_day, task.task_number, plan.title AS plan_title,
                plan.number AS plan_number, plan.issuer AS plan_issuer
            FROM task
            JOIN plan ON plan.plan_id = task.plan_id
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY task.sort_day, task.task_number
            LIMIT \(limit)
            """
    }

    /// How many tasks a filter finds in each state of time; its own choice of times is left aside.
    package func countTasks(_ filter: TaskFilter, today: CalendarDay) throws -> [TimeState: Int] {
        var anyTime = filter
        anyTime.times = []
        let conditions = taskConditions(anyTime, today: today)
        let rows = try rows(
            """
            SELECT task.sort_day AS sort_day, COUNT(*) AS tasks
            FROM task
            WHERE \(conditions.joined(separator: " AND "))
            GROUP BY task.sort_day
            ORDER BY task.sort_day
            """)
        var result = Dictionary(uniqueKeysWithValues: TimeState.allCases.map { ($0, 0) })
        for row in rows {
            result[Self.timeState(ofSortDay: try row.get("sort_day"), today: today), default: 0] +=
                try row.get("tasks")
        }
        return result
    }

    private static func timeState(ofSortDay day: Int, today: CalendarDay) -> TimeState {
        switch day {
        case Plan.Task.continuousDay: .continuous
        case Plan.Task.noDay...: .none
        default: TimeState(time: nil, due: CalendarDay(dayNumber: day), today: today)
        }
    }

    private func taskConditions(_ filter: TaskFilter, today: CalendarDay) -> [SQL] {
        var conditions: [SQL] = [filter.showsClosed ? "task.state = 'closed'" : "task.state = 'open'"]
        if let plan = filter.plan { conditions.append("task.plan_id = \(plan)") }
        if !filter.times.isEmpty, filter.times.count < TimeState.allCases.count {
            let ranges = filter.times.sorted { $0.rawValue < $1.rawValue }.map {
                Self.days(of: $0, today: today)
            }
            conditions.append("(\(ranges.joined(separator: " OR ")))")
        }
        if let party = filter.party { conditions.append(Self.takesPart(party, as: filter.role)) }
        if let party = filter.coordinator { conditions.append(Self.takesPart(party, as: .with)) }
        let words = SearchTerms.asked(filter.search)
        if !words.isEmpty { conditions.append("task.task_number IN (\(Self.taskMatch(words)))") }
        return conditions
    }

    private static func takesPart(_ party: String, as role: PartyRole?) -> SQL {
        let role: SQL = role.map { " AND task_party.role = \($0)" } ?? ""
        return """
            task.task_id IN (
                SELECT task_party.task_id
                FROM task_party
                WHERE task_party.name_key = \(PartyKey.of(party))\(role)
            )
            """
    }

    private static func days(of time: TimeState, today: CalendarDay) -> SQL {
        let soon = today.adding(days: TimeState.soonDays)
        return switch time {
        case .overdue: "task.sort_day < \(today)"
        case .dueSoon: "(task.sort_day >= \(today) AND task.sort_day <= \(soon))"
        case .later: "(task.sort_day > \(soon) AND task.sort_day < \(Plan.Task.continuousDay))"
        case .continuous: "task.sort_day = \(Plan.Task.continuousDay)"
        case .none: "task.sort_day >= \(Plan.Task.noDay)"
        }
    }

    private static func taskMatch(_ words: [String]) -> SQL {
        .either(
            sqlite: """
                SELECT rowid
                FROM task_search_index
                WHERE task_search_index MATCH \(SearchTerms.matchForSQLite(words))
                """,
            postgres: """
                SELECT task_search.task_number
                FROM task_search
                WHERE task_search.vector @@ CAST(\(SearchTerms.matchForPostgres(words)) AS tsquery)
                """)
    }

    /// The parties of open tasks in one role, those with most tasks first; all spellings of one together.
    package func parties(as role: PartyRole, of plan: Plan.ID?, limit: Int) throws -> [PartyCount] {
        let ofPlan: SQL = plan.map { " AND task.plan_id = \($0)" } ?? ""
        let rows = try rows(
            """
            SELECT task_party.name_key AS name_key, task_party.name AS name, COUNT(*) AS tasks
            FROM task_party
            JOIN task ON task.task_id = task_party.task_id
            WHERE task_party.role = \(role) AND task.state = 'open'\(ofPlan)
            GROUP BY task_party.name_key, task_party.name
            ORDER BY COUNT(*) DESC, task_party.name_key, task_party.name
            """)
        var places: [String: Int] = [:]
        var parties: [PartyCount] = []
        for row in rows {
            let key: String = try row.get("name_key")
            let tasks: Int = try row.get("tasks")
            if let place = places[key] {
                parties[place].tasks += tasks
            } else {
                places[key] = parties.count
                parties.append(PartyCount(name: try row.get("name"), key: key, tasks: tasks))
            }
        }
        return Array(parties.sorted { ($1.tasks, $0.key) < ($0.tasks, $1.key) }.prefix(limit))
    }

    /// Plans with open tasks, the youngest first.
    package func plansWithTasks(limit: Int) throws -> [PlanCount] {
        try all(
            PlanCount.self,
            """
            SELECT plan.plan_id, plan.title, plan.number, plan.received_at, COUNT(*) AS tasks
            FROM task
            JOIN plan ON plan.plan_id = task.plan_id
            WHERE task.state = 'open'
            GROUP BY plan.plan_id, plan.title, plan.number, plan.received_at
            ORDER BY plan.received_at DESC, plan.plan_id
            LIMIT \(limit)
            """)
    }
}
