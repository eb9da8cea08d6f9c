package import Domain
package import SQL

/// What of an agency's work a list shows.
package enum DeskList: String, Sendable, CaseIterable {
    /// Whatever the agency leads or takes part in and hasn't handed in, by the day.
    case due
    /// Of those, what should have come by yesterday.
    case overdue
    /// Returned to it as lead, asked from it as coordinator, handed in to it as planner or as lead.
    case waitingForMe
    /// Handed in and not yet judged, contributions asked for, more time asked for.
    case waitingForOthers
    /// Accepted and cancelled.
    case ended
}

/// Why a task stands on a list of an agency.
package enum DeskRole: String, Codable, Sendable, CaseIterable {
    case lead
    case with
    /// It is the plan's agency, which judges.
    case planner
}

/// A task on an agency's desk.
package struct DeskRow: Hashable, Sendable, Identifiable {
    package var row: TaskRow
    package var role: DeskRole
    /// The agency's own part: a coordinator's contribution stands otherwise than the task.
    package var standing: Plan.Task.Standing
    /// The day by which its part is due; nil for continuous duties and those without a time.
    package var due: CalendarDay?
    package var waitsForMe: Bool
    package var waitsForOthers: Bool

    package var id: String { "\(row.id)-\(role.rawValue)" }
}

/// Lists over all agencies.
package enum WatchList: String, Sendable, CaseIterable {
    /// Not handed in, and the last day is past.
    case overdue
    /// Continuous duties without a sign of life for their rhythm.
    case silent
    /// Due within ``TimeState/soonDays`` days, and nobody has begun or somebody's part is missing.
    case atRisk
    /// No agency of Loa leads it.
    case withoutLead
}

extension DeskRole: SQLConvertible {}

extension Database {
    /// One of an agency's lists, by the due day; continuous duties and those without a time come last.
    package func desk(
        _ list: DeskList, of agency: Agency.ID, today: CalendarDay, after mark: PageMark?, limit: Int
    ) throws -> Page<DeskRow> {
        let limit = PageLimit.bounded(limit)
        let (rows, next) = try page(
            deskSQL(list, of: agency, today: today, after: mark, limit: limit + 1), limit, "desk_day")
        let tasks = try withParties(try rows.map { try Plan.Task(row: $0) })
        let items = try zip(tasks, rows).map { task, row in
            let day: Int = try row.get("desk_day")
            return DeskRow(
                row: try TaskRow(task, row, today: today), role: try row.get("desk_role"),
                standing: try row.get("desk_standing"),
                due: day < Plan.Task.continuousDay ? CalendarDay(dayNumber: day) : nil,
                waitsForMe: try row.get("waits_for_me"), waitsForOthers: try row.get("waits_for_others"))
        }
        return Page(items: items, next: next)
    }

    func deskSQL(
        _ list: DeskList, of agency: Agency.ID, today: CalendarDay, after mark: PageMark?, limit: Int
    ) -> SQL {
        let condition: SQL =
            switch list {
            case .due: "task_desk.standing = 'pending' AND task_desk.role <> 'planner'"
            case .overdue:
                """
                task_desk.standing = 'pending' AND task_desk.role <> 'planner' AND task_desk.sort_day < \(today)
                """
            case .waitingForMe: "task_desk.waits_for_me = 1"
            case .waitingForOthers: "task_desk.waits_for_others = 1"
            case .ended: "task_desk.is_live = 0 AND task_desk.role <> 'planner'"
            }
        return """
            SELECT \(Plan.Task.columns), task.task_number, plan.title AS plan_title, plan.number AS plan_number,
                plan.issuer AS plan_issuer, task_desk.sort_day AS desk_day, task_desk.role AS desk_role,
                task_desk.standing AS desk_standing, task_desk.waits_for_me, task_desk.waits_for_others
            FROM task_desk
            JOIN task ON task.task_id = task_desk.task_id
            JOIN plan ON plan.plan_id = task.plan_id
            WHERE task_desk.agency_id = \(agency) AND \(condition)\(Self.after(mark, "task_desk"))
            ORDER BY task_desk.sort_day, task_desk.task_number
            LIMIT \(limit)
            """
    }

    /// How many rows each list of an agency has, counted up to a bound.
    package func deskCounts(of agency: Agency.ID, today: CalendarDay, upTo bound: Int) throws -> [DeskList:
        Int]
    {
        var counts: [DeskList: Int] = [:]
        for list in DeskList.allCases where list != .ended {
            counts[list] = try value(Int.self, deskCountSQL(list, of: agency, today: today, upTo: bound)) ?? 0
        }
        return counts
    }

    func deskCountSQL(_ list: DeskList, of agency: Agency.ID, today: CalendarDay, upTo bound: Int) -> SQL {
        let condition: SQL =
            switch list {
            case .due: "standing = 'pending' AND role <> 'planner'"
            case .overdue: "standing = 'pending' AND role <> 'planner' AND sort_day < \(today)"
            case .waitingForMe: "waits_for_me = 1"
            case .waitingForOthers: "waits_for_others = 1"
            case .ended: "is_live = 0 AND role <> 'planner'"
            }
        return """
            SELECT COUNT(*)
            FROM (
                SELECT 1 AS one FROM task_desk
                WHERE agency_id = \(agency) AND \(condition)
                LIMIT \(bound)
            ) counted
            """
    }

    /// A list over all agencies, or over one plan.
    package func watch(
        _ list: WatchList, plan: Plan.ID? = nil, today: CalendarDay, after mark: PageMark?, limit: Int
    ) throws -> Page<TaskRow> {
        let limit = PageLimit.bounded(limit)
        let (rows, next) = try page(
            watchSQL(list, plan: plan, today: today, after: mark, limit: limit + 1), limit, "list_day")
        let tasks = try withParties(try rows.map { try Plan.Task(row: $0) })
        return Page(items: try zip(tasks, rows).map { try TaskRow($0, $1, today: today) }, next: next)
    }

    func watchSQL(
        _ list: WatchList, plan: Plan.ID?, today: CalendarDay, after mark: PageMark?, limit: Int
    ) -> SQL {
        let day: SQL = list == .silent ? "task.silent_from_day" : "task.sort_day"
        return """
            SELECT \(Plan.Task.columns), task.task_number, \(day) AS list_day, plan.title AS plan_title,
                plan.number AS plan_number, plan.issuer AS plan_issuer
            FROM task
            JOIN plan ON plan.plan_id = task.plan_id
            WHERE \(Self.isWatched(list, plan, today))\(Self.after(mark, day: day, "task"))
            ORDER BY \(day), task.task_number
            LIMIT \(limit)
            """
    }

    /// How many a list has, counted up to a bound.
    func watchCountSQL(_ list: WatchList, plan: Plan.ID?, today: CalendarDay, upTo bound: Int) -> SQL {
        """
        SELECT COUNT(*)
        FROM (SELECT 1 AS one FROM task WHERE \(Self.isWatched(list, plan, today)) LIMIT \(bound)) counted
        """
    }

    private static func isWatched(_ list: WatchList, _ plan: Plan.ID?, _ today: CalendarDay) -> SQL {
        let soon = today.adding(days: TimeState.soonDays)
        // The words of each partial index stand here again, and no others that another index would serve: by them
        // SQLite sees that the index holds all that is asked.
        let condition: SQL =
            switch list {
            case .overdue: "task.state IN ('open', 'inProgress', 'returned') AND task.sort_day < \(today)"
            case .silent:
                """
                task.silent_from_day IS NOT NULL AND task.silent_from_day <= \(today)
                    AND task.state NOT IN ('submitted', 'accepted', 'cancelled')
                """
            case .atRisk:
                """
                (task.state = 'open' OR task.open_contributions > 0)
                    AND task.sort_day >= \(today) AND task.sort_day <= \(soon)
                    AND task.state NOT IN ('submitted', 'accepted', 'cancelled')
                """
            case .withoutLead: "task.has_lead = 0 AND task.state IN ('open', 'inProgress', 'returned')"
            }
        return plan.map { "\(condition) AND task.plan_id = \($0)" } ?? condition
    }

    /// Unfinished tasks that were given to one account, by the due day.
    package func tasks(
        givenTo account: Account.ID, today: CalendarDay, after mark: PageMark?, limit: Int
    ) throws -> Page<TaskRow> {
        let limit = PageLimit.bounded(limit)
        let (rows, next) = try page(givenSQL(to: account, after: mark, limit: limit + 1), limit, "list_day")
        let tasks = try withParties(try rows.map { try Plan.Task(row: $0) })
        return Page(items: try zip(tasks, rows).map { try TaskRow($0, $1, today: today) }, next: next)
    }

    func givenSQL(to account: Account.ID, after mark: PageMark?, limit: Int) -> SQL {
        """
        SELECT \(Plan.Task.columns), task.task_number, task.sort_day AS list_day, plan.title AS plan_title,
            plan.number AS plan_number, plan.issuer AS plan_issuer
        FROM task
        JOIN plan ON plan.plan_id = task.plan_id
        WHERE task.delegate_account_id = \(account) AND task.is_live = 1\(Self.after(mark, "task"))
        ORDER BY task.sort_day, task.task_number
        LIMIT \(limit)
        """
    }

    private static func after(_ mark: PageMark?, _ table: SQL) -> SQL {
        after(mark, day: "\(table).sort_day", table)
    }

    private static func after(_ mark: PageMark?, day: SQL, _ table: SQL) -> SQL {
        guard let keys = mark?.keys, let number = Int64(keys.text) else { return .empty }
        return " AND (\(day), \(table).task_number) > (\(keys.number), \(number))"
    }

    private func page(_ sql: SQL, _ limit: Int, _ day: String) throws -> ([Row], PageMark?) {
        var rows = try rows(sql)
        guard rows.count > limit else { return (rows, nil) }
        rows.removeLast()
        let last = rows[limit - 1]
        return (rows, PageMark(try last.get(day), String(try last.get("task_number", as: Int64.self))))
    }
}

extension TaskRow {
    init(_ task: Plan.Task, _ row: Row, today: CalendarDay) throws {
        self.init(
            task: task, planTitle: try row.get("plan_title"), planNumber: try row.get("plan_number"),
            planIssuer: try row.get("plan_issuer"), time: task.timeState(today: today))
    }
}
