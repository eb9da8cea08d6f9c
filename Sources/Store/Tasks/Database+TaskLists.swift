package import Domain
import Foundation
package import SQL

/// Which tasks a list shows; all conditions together.
package struct TaskFilter: Hashable, Sendable {
    /// Words of the task or its parties, with or without marks.
    package var search: String
    /// Names of parties in any spelling (``PartyKey``), one of which has the task; empty: whoever has it.
    package var parties: [String]
    /// Only where such a party leads, or only where it takes part; nil: either.
    package var role: PartyRole?
    /// Parties of which one coordinates, in any spelling, besides whatever `parties` asks.
    package var coordinators: [String]
    /// Empty: of whatever plan.
    package var plans: [Plan.ID]
    /// Empty: whatever the time.
    package var times: Set<TimeState>
    /// Tasks that have ended, accepted or cancelled, instead of those that somebody has to do something about.
    package var showsClosed: Bool

    package init(
        search: String = "", parties: [String] = [], role: PartyRole? = nil, coordinators: [String] = [],
        plans: [Plan.ID] = [], times: Set<TimeState> = [], showsClosed: Bool = false
    ) {
        self.search = search
        self.parties = parties
        self.role = role
        self.coordinators = coordinators
        self.plans = plans
        self.times = times
        self.showsClosed = showsClosed
    }

    /// Whether every task that somebody has to do something about is found; a role alone narrows nothing.
    package var isEverything: Bool {
        var filter = self
        if filter.parties.isEmpty { filter.role = nil }
        return filter == TaskFilter()
    }
}

/// In what order a list shows tasks.
package enum TaskOrder: String, Sendable, CaseIterable {
    /// By their due day, then continuous ones, then those without a time.
    case due
    /// Plan by plan as they were issued, and as the document has them.
    case plan
    /// The other way round: what was issued last stands first.
    case newest
    /// By the agency that leads.
    case lead
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
    package var issuer: String?
    package var tasks: Int

    package init(row: Row) throws {
        plan = try row.get("plan_id")
        title = try row.get("title")
        number = try row.get("number")
        issuer = try row.get("issuer")
        tasks = try row.get("tasks")
    }
}

extension Database {
    /// One page of the tasks that a filter finds; a mark holds for the order that gave it out.
    ///
    /// - Parameter hits: what the filter's words find (``taskHits(_:)``); nil looks at every task that has them.
    package func tasks(
        _ filter: TaskFilter, by order: TaskOrder = .due, today: CalendarDay, after mark: PageMark?,
        limit: Int, among hits: TaskHits? = nil
    ) throws -> Page<TaskRow> {
        let limit = PageLimit.bounded(limit)
        var rows = try rows(
            hits.map { foundListSQL($0, filter, by: order, today: today, after: mark, limit: limit + 1) }
                ?? taskListSQL(filter, by: order, today: today, after: mark, limit: limit + 1))
        var next: PageMark?
        if rows.count > limit {
            rows.removeLast()
            let last = rows[limit - 1]
            let number: Int64 = try last.get("task_number")
            next =
                switch order {
                case .due: PageMark(try last.get("sort_day"), String(number))
                case .plan, .newest: PageMark(number, "")
                case .lead: PageMark(number, try last.get("lead_key"))
                }
        }
        let tasks = try withParties(try rows.map { try Plan.Task(row: $0) })
        let items = try zip(tasks, rows).map { task, row in
            TaskRow(
                task: task, planTitle: try row.get("plan_title"), planNumber: try row.get("plan_number"),
                planIssuer: try row.get("plan_issuer"), time: task.timeState(today: today))
        }
        return Page(items: items, next: next)
    }

    func taskListSQL(
        _ filter: TaskFilter, by order: TaskOrder = .due, today: CalendarDay, after mark: PageMark?,
        limit: Int
    ) -> SQL {
        // The order of issue is that of numbers: nothing else may lead the way, for to sort what is live takes seconds.
        let isByNumber = (order == .plan || order == .newest) && filter.plans.isEmpty
        var conditions = taskConditions(filter, today: today, leads: !isByNumber)
        if let keys = mark?.keys { conditions.append(Self.isBehind(keys, in: order)) }
        return """
            SELECT \(Self.listColumns)
            FROM task
            JOIN plan ON plan.plan_id = task.plan_id
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY \(Self.sorting(order))
            LIMIT \(limit)
            """
    }

    static let listColumns: SQL = """
        \(Plan.Task.columns), task.sort_day, task.task_number, plan.title AS plan_title, \
        plan.number AS plan_number, plan.issuer AS plan_issuer, task.lead_key
        """

    static func sorting(_ order: TaskOrder, of table: SQL = "task") -> SQL {
        switch order {
        case .due: "\(table).sort_day, \(table).task_number"
        case .plan: "\(table).task_number"
        case .newest: "\(table).task_number DESC"
        case .lead: "\(table).lead_key, \(table).task_number"
        }
    }

    /// Whether a row comes after the one that a mark was made of.
    static func isBehind(_ keys: (number: Int64, text: String), in order: TaskOrder, of table: SQL = "task")
        -> SQL
    {
        switch order {
        case .due: "(\(table).sort_day, \(table).task_number) > (\(keys.number), \(Int64(keys.text) ?? 0))"
        case .plan: "\(table).task_number > \(keys.number)"
        case .newest: "\(table).task_number < \(keys.number)"
        case .lead: "(\(table).lead_key, \(table).task_number) > (\(keys.text), \(keys.number))"
        }
    }

    /// Tasks that a filter finds are counted, and asked for their parties and plans, up to so many: a list of a country
    /// stays as quick as one of a commune.
    package static let countedTasks = 1_000

    /// How many tasks a filter finds in each state of time; its own choice of times is left aside.
    ///
    /// - Parameter bound: the most that are counted where the filter leaves anything out; nil counts all.
    package func countTasks(
        _ filter: TaskFilter, today: CalendarDay, upTo bound: Int? = Database.countedTasks
    ) throws -> [TimeState: Int] {
        var anyTime = filter
        anyTime.times = []
        // All tasks are counted already, day by day.
        let rows = try rows(
            anyTime.isEverything
                ? """
                SELECT sort_day, pending + submitted AS tasks
                FROM day_count
                WHERE sort_day > \(CalendarDay(dayNumber: .min))
                ORDER BY sort_day
                """
                : """
                SELECT found.sort_day AS sort_day, COUNT(*) AS tasks
                FROM (\(someTasks("task.sort_day", anyTime, today: today, upTo: bound))) found
                GROUP BY found.sort_day
                ORDER BY found.sort_day
                """)
        var result = Dictionary(uniqueKeysWithValues: TimeState.allCases.map { ($0, 0) })
        for row in rows {
            result[Self.timeState(ofSortDay: try row.get("sort_day"), today: today), default: 0] +=
                try row.get("tasks")
        }
        return result
    }

    /// Some columns of tasks that a filter finds.
    func someTasks(
        _ column: SQL, _ filter: TaskFilter, today: CalendarDay, upTo bound: Int? = Database.countedTasks
    ) -> SQL {
        let limit: SQL = bound.map { " LIMIT \($0)" } ?? .empty
        // Whoever is named, or the words, find few: they lead the way, not the half of all tasks that is live.
        let isNamed = !filter.parties.isEmpty || !filter.coordinators.isEmpty || !filter.search.isEmpty
        let conditions = taskConditions(filter, today: today, leads: !isNamed).joined(separator: " AND ")
        return "SELECT \(column) FROM task WHERE \(conditions)\(limit)"
    }

    static func timeState(ofSortDay day: Int, today: CalendarDay) -> TimeState {
        switch day {
        case Plan.Task.continuousDay: .continuous
        case Plan.Task.noDay...: .none
        default: TimeState(time: nil, due: CalendarDay(dayNumber: day), today: today)
        }
    }

    /// - Parameter leads: whether an index may be chosen by tasks being live; a plus sign keeps both engines from it.
    func taskConditions(_ filter: TaskFilter, today: CalendarDay, leads: Bool = true) -> [SQL] {
        let isLive: SQL = leads ? "task.is_live" : "+task.is_live"
        var conditions: [SQL] = [filter.showsClosed ? "\(isLive) = 0" : "\(isLive) = 1"]
        if !filter.plans.isEmpty {
            conditions.append(Self.isOne(of: filter.plans.map { "\($0)" }, "task.plan_id"))
        }
        if !filter.times.isEmpty, filter.times.count < TimeState.allCases.count {
            let ranges = filter.times.sorted { $0.rawValue < $1.rawValue }.map {
                Self.days(of: $0, today: today)
            }
            conditions.append("(\(ranges.joined(separator: " OR ")))")
        }
        if !filter.parties.isEmpty { conditions.append(Self.takesPart(filter.parties, as: filter.role)) }
        if !filter.coordinators.isEmpty {
            conditions.append(Self.takesPart(filter.coordinators, as: .with))
        }
        // In a plan there are few: each is asked whether it has the words, instead of all others that have them.
        let isFound = SearchTerms.condition(filter.search) { words in
            filter.plans.isEmpty
                ? "task.task_number IN (\(Self.taskMatch(words)))" : Self.hasWords(words)
        }
        if let isFound { conditions.append(isFound) }
        return conditions
    }

    /// `column = value` where there is one value, which an index answers in order, else `column IN (…)`.
    private static func isOne(of values: [SQL], _ column: SQL) -> SQL {
        values.count == 1 ? "\(column) = \(values[0])" : "\(column) IN (\(values.joined(separator: ", ")))"
    }

    private static func takesPart(_ parties: [String], as role: PartyRole?) -> SQL {
        let role: SQL = role.map { " AND task_party.role = \($0)" } ?? ""
        return """
            task.task_id IN (
                SELECT task_party.task_id
                FROM task_party
                WHERE \(isOne(of: parties.map { "\(PartyKey.of($0))" }, "task_party.name_key"))\(role)
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

    /// The parties in one role of all live tasks, those with most tasks first; all spellings of one together: the
    /// likeliest names first, then all spellings of those.
    func countedParties(as role: PartyRole, limit: Int) throws -> [PartyCount] {
        let rows = try rows(
            """
            SELECT spelling.name_key AS name_key, spelling.name AS name, spelling.tasks AS tasks
            FROM party_count spelling
            WHERE spelling.role = \(role) AND spelling.tasks > 0 AND spelling.name_key IN (
                SELECT first.name_key
                FROM (
                    SELECT name_key
                    FROM party_count
                    WHERE role = \(role) AND tasks > 0
                    ORDER BY tasks DESC
                    LIMIT \(limit * 2)
                ) first
            )
            ORDER BY spelling.tasks DESC, spelling.name_key, spelling.name
            """)
        return try Self.merged(rows, limit: limit)
    }

    /// All spellings of a party together, under the commonest.
    static func merged(_ rows: [Row], limit: Int) throws -> [PartyCount] {
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

    /// Plans with live tasks, the youngest first, without counting those; one whose tasks have all ended is passed over.
    func countedPlans(limit: Int) throws -> [PlanCount] {
        try all(
            PlanCount.self,
            """
            SELECT plan.plan_id, plan.title, plan.number, plan.issuer, plan.received_at,
                plan_count.pending + plan_count.submitted AS tasks
            FROM plan
            JOIN plan_count ON plan_count.plan_id = plan.plan_id
            WHERE plan_count.pending + plan_count.submitted > 0
            ORDER BY plan.received_at DESC, plan.plan_id DESC
            LIMIT \(limit)
            """)
    }
}
