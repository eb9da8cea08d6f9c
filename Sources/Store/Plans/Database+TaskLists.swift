package import Domain
import Foundation
package import SQL

/// Which tasks a list shows; all conditions together.
package struct TaskFilter: Hashable, Sendable {
    /// Words of the task or its parties, with or without marks.
    package var search: String
    /// A party's name in any spelling of case and marks.
    package var party: String?
    /// Only where that party leads, or only where it takes part; nil: either.
    package var role: PartyRole?
    package var plan: Plan.ID?
    /// Empty: whatever the time.
    package var times: Set<TimeState>
    /// Tasks of withdrawn and replaced plans instead of open ones.
    package var showsClosed: Bool

    package init(
        search: String = "", party: String? = nil, role: PartyRole? = nil, plan: Plan.ID? = nil,
        times: Set<TimeState> = [], showsClosed: Bool = false
    ) {
        self.search = search
        self.party = party
        self.role = role
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

/// A party that leads tasks, for the choice of a filter.
package struct LeadCount: Hashable, Sendable, RowDecodable {
    package var name: String
    package var tasks: Int

    package init(row: Row) throws {
        name = try row.get("name")
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
        if let party = filter.party {
            let role: SQL = filter.role.map { " AND task_party.role = \($0)" } ?? ""
            conditions.append(
                """
                task.task_id IN (
                    SELECT task_party.task_id
                    FROM task_party
                    WHERE task_party.name_key = \(SearchTerms.nameKey(party))\(role)
                )
                """)
        }
        let words = SearchTerms.asked(filter.search)
        if !words.isEmpty { conditions.append("task.task_number IN (\(Self.taskMatch(words)))") }
        return conditions
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

    /// The parties that lead open tasks, those with most tasks first; one spelling each.
    package func leads(of plan: Plan.ID?, limit: Int) throws -> [LeadCount] {
        let ofPlan: SQL = plan.map { " AND task.plan_id = \($0)" } ?? ""
        return try all(
            LeadCount.self,
            """
            SELECT MIN(task_party.name) AS name, COUNT(*) AS tasks
            FROM task_party
            JOIN task ON task.task_id = task_party.task_id
            WHERE task_party.role = 'lead' AND task.state = 'open'\(ofPlan)
            GROUP BY task_party.name_key
            ORDER BY COUNT(*) DESC, task_party.name_key
            LIMIT \(limit)
            """)
    }
}
