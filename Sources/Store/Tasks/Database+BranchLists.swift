package import Domain
package import SQL

/// The watched lists of one branch: what its agencies lead, and what nobody leads yet of its agencies' own plans.
extension Database {
    /// Where a task stands on a list: its day there, and its number.
    package struct WatchPlace: Hashable, Sendable {
        package var day: Int64
        package var number: Int64
    }

    /// The first places of a branch's list, by the day; each task once, however many of the branch lead it.
    ///
    /// Reads what the branch's agencies have pending of the list's days, by their desks.
    package func watchPlaces(
        _ list: WatchList, below root: Agency.ID, today: CalendarDay, after mark: PageMark? = nil, limit: Int
    ) throws -> [WatchPlace] {
        try rows(branchPlacesSQL(list, below: root, today: today, after: mark, limit: limit)).map {
            WatchPlace(day: try $0.get("list_day"), number: try $0.get("task_number"))
        }
    }

    /// A page of a branch's list.
    package func watch(
        _ list: WatchList, below root: Agency.ID, today: CalendarDay, after mark: PageMark?, limit: Int
    ) throws -> Page<TaskRow> {
        let limit = PageLimit.bounded(limit)
        let places = try watchPlaces(list, below: root, today: today, after: mark, limit: limit + 1)
        let items = try tasks(at: places.prefix(limit), today: today)
        guard places.count > limit else { return Page(items: items, next: nil) }
        let last = places[limit - 1]
        return Page(items: items, next: PageMark(last.day, String(last.number)))
    }

    /// The tasks of some places, in their order.
    package func tasks(at places: some Sequence<WatchPlace>, today: CalendarDay) throws -> [TaskRow] {
        let numbers = places.map(\.number)
        guard !numbers.isEmpty else { return [] }
        let rows = try rows(
            """
            SELECT \(Plan.Task.columns), task.task_number, plan.title AS plan_title, plan.number AS plan_number,
                plan.issuer AS plan_issuer
            FROM task
            JOIN plan ON plan.plan_id = task.plan_id
            WHERE task.task_number IN (\(list: numbers))
            """)
        let tasks = try withParties(try rows.map { try Plan.Task(row: $0) })
        var found: [Int64: TaskRow] = [:]
        for (task, row) in zip(tasks, rows) {
            found[try row.get("task_number")] = try TaskRow(task, row, today: today)
        }
        return numbers.compactMap { found[$0] }
    }

    func branchPlacesSQL(
        _ list: WatchList, below root: Agency.ID, today: CalendarDay, after mark: PageMark?, limit: Int
    ) -> SQL {
        """
        WITH RECURSIVE branch (agency_id) AS (
            SELECT agency_id FROM agency WHERE agency_id = \(root)
            UNION
            SELECT agency.agency_id FROM agency
            JOIN branch ON agency.parent_agency_id = branch.agency_id
        )
        SELECT list_day, task_number
        FROM (\(list == .withoutLead ? Self.placesWithoutLead : Self.ledPlaces(list, today))) places
        WHERE 1 = 1\(Self.afterPlace(mark))
        ORDER BY list_day, task_number
        LIMIT \(limit)
        """
    }

    /// What agencies of the branch lead, from their desks, which know the day of a lead's task; a task is itself looked at
    /// only where it lies in the days asked for.
    private static func ledPlaces(_ list: WatchList, _ today: CalendarDay) -> SQL {
        let join: SQL
        let condition: SQL
        let day: SQL
        switch list {
        case .overdue, .withoutLead:
            (join, day) = (.empty, "task_desk.sort_day")
            condition = "task_desk.sort_day < \(today)"
        case .atRisk:
            (join, day) = ("CROSS JOIN task", "task_desk.sort_day")
            condition = """
                task_desk.sort_day >= \(today) AND task_desk.sort_day <= \(today.adding(days: TimeState.soonDays))
                    AND task.task_number = task_desk.task_number
                    AND (task.state = 'open' OR task.open_contributions > 0)
                """
        case .silent:
            // Among the silent duties of all agencies, by an index alone: cheaper than to look at each duty of the branch.
            (join, day) = ("CROSS JOIN task", "task.silent_from_day")
            condition = """
                task_desk.sort_day >= \(Plan.Task.continuousDay)
                    AND task_desk.task_number IN (
                        SELECT task_number FROM task
                        WHERE silent_from_day IS NOT NULL AND silent_from_day <= \(today))
                    AND task.task_number = task_desk.task_number
                """
        }
        return """
            SELECT DISTINCT \(day) AS list_day, task_desk.task_number
            FROM branch
            CROSS JOIN task_desk
            \(join)
            WHERE task_desk.agency_id = branch.agency_id AND task_desk.standing = 'pending'
                AND task_desk.role <> 'planner' AND \(condition) AND task_desk.role = 'lead'
            """
    }

    /// What nobody leads of the plans of the branch's agencies, by two indexes: of live tasks by plan, and of all
    /// tasks without a lead.
    private static var placesWithoutLead: SQL {
        """
        SELECT task.sort_day AS list_day, task.task_number
        FROM plan
        CROSS JOIN task
        WHERE plan.agency_id IN (SELECT agency_id FROM branch)
            AND task.plan_id = plan.plan_id AND task.is_live = 1
            AND task.task_number IN (
                SELECT task_number FROM task
                WHERE has_lead = 0 AND state IN ('open', 'inProgress', 'returned'))
        """
    }

    private static func afterPlace(_ mark: PageMark?) -> SQL {
        guard let keys = mark?.keys, let number = Int64(keys.text) else { return .empty }
        return " AND (list_day, task_number) > (\(keys.number), \(number))"
    }
}
