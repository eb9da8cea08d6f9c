package import Domain
package import SQL

/// Tasks of an agency and of all below it that are due in one week, as leads; a task that two of them lead counts twice.
package struct AgencyWeek: Hashable, Sendable {
    package var agency: Agency.ID
    package var agencyName: String
    /// As `CalendarDay.week` counts them.
    package var week: Int
    /// Of the whole branch.
    package var counts: TaskCounts
    /// Of the agency itself.
    package var own: TaskCounts
}

/// Whose weeks a heat map shows, each with the branch below it.
package enum HeatMapScope: Hashable, Sendable {
    /// Agencies directly below one (nil: those without a superior), those after one in the order of identifiers.
    case below(Agency.ID?, after: Agency.ID?)
    case agency(Agency.ID)
}

/// What a plan should have brought and has brought by the end of a week; cancelled tasks are left out.
package struct BurnUpPoint: Hashable, Sendable {
    package var week: Int
    package var due: Int
    package var accepted: Int
}

extension Database {
    /// The most agencies of one heat map; the page goes further by `after`.
    package static let heatMapAgencies = 100

    /// Agencies with their weeks, both ends included.
    ///
    /// An agency without a task in its branch in those weeks has no row.
    package func heatMap(
        _ scope: HeatMapScope, weeks: ClosedRange<Int>, limit: Int = Database.heatMapAgencies
    ) throws -> [AgencyWeek] {
        try rows(heatMapSQL(scope, weeks: weeks, limit: limit)).map { row in
            AgencyWeek(
                agency: try row.get("root_id"), agencyName: try row.get("name"), week: try row.get("week"),
                counts: TaskCounts(
                    pending: try row.get("pending"), submitted: try row.get("submitted"),
                    accepted: try row.get("accepted")),
                own: TaskCounts(
                    pending: try row.get("own_pending"), submitted: try row.get("own_submitted"),
                    accepted: try row.get("own_accepted")))
        }
    }

    func heatMapSQL(_ scope: HeatMapScope, weeks: ClosedRange<Int>, limit: Int) -> SQL {
        let place: SQL =
            switch scope {
            case .agency(let id): "agency_id = \(id)"
            case .below(let parent?, let last):
                "parent_agency_id = \(parent) AND agency_id > \(last?.rawValue ?? "")"
            case .below(nil, let last):
                "parent_agency_id IS NULL AND agency_id > \(last?.rawValue ?? "")"
            }
        return """
            SELECT page.agency_id AS root_id, page.name, branch_week.week, branch_week.pending,
                branch_week.submitted, branch_week.accepted, COALESCE(agency_week.pending, 0) AS own_pending,
                COALESCE(agency_week.submitted, 0) AS own_submitted,
                COALESCE(agency_week.accepted, 0) AS own_accepted
            FROM (
                SELECT agency_id, name
                FROM agency
                WHERE \(place)
                ORDER BY agency_id
                LIMIT \(min(max(limit, 1), Self.heatMapAgencies))
            ) page
            JOIN branch_week ON branch_week.agency_id = page.agency_id
            LEFT JOIN agency_week
                ON agency_week.agency_id = page.agency_id AND agency_week.week = branch_week.week
            WHERE branch_week.week BETWEEN \(weeks.lowerBound) AND \(weeks.upperBound)
                AND branch_week.pending + branch_week.submitted + branch_week.accepted > 0
            ORDER BY page.agency_id, branch_week.week
            """
    }

    /// One agency's weeks.
    package func weeks(of agency: Agency.ID, _ weeks: ClosedRange<Int>) throws -> [Int: TaskCounts] {
        let rows = try rows(
            """
            SELECT week, pending, submitted, accepted
            FROM agency_week
            WHERE agency_id = \(agency) AND week BETWEEN \(weeks.lowerBound) AND \(weeks.upperBound)
            ORDER BY week
            """)
        return try Dictionary(
            rows.map {
                (
                    try $0.get("week", as: Int.self),
                    TaskCounts(
                        pending: try $0.get("pending"), submitted: try $0.get("submitted"),
                        accepted: try $0.get("accepted"))
                )
            }, uniquingKeysWith: { one, _ in one })
    }

    /// A plan's weeks with what changed in them; the sums run.
    package func burnUp(of plan: Plan.ID) throws -> [BurnUpPoint] {
        var due: [Int: Int] = [:]
        var accepted: [Int: Int] = [:]
        for row in try rows(burnUpDueSQL(of: plan)) {
            due[CalendarDay(dayNumber: try row.get("day")).week, default: 0] += try row.get(
                "tasks", as: Int.self)
        }
        for row in try rows(burnUpDoneSQL(of: plan)) {
            accepted[CalendarDay(dayNumber: try row.get("day")).week, default: 0] +=
                try row.get("tasks", as: Int.self)
        }
        var point = BurnUpPoint(week: 0, due: 0, accepted: 0)
        return Set(due.keys).union(accepted.keys).sorted().map { week in
            point.week = week
            point.due += due[week] ?? 0
            point.accepted += accepted[week] ?? 0
            return point
        }
    }

    func burnUpDueSQL(of plan: Plan.ID) -> SQL {
        """
        SELECT sort_day AS day, COUNT(*) AS tasks
        FROM task
        WHERE plan_id = \(plan) AND sort_day < \(Plan.Task.continuousDay) AND state <> 'cancelled'
        GROUP BY sort_day
        ORDER BY sort_day
        """
    }

    func burnUpDoneSQL(of plan: Plan.ID) -> SQL {
        """
        SELECT ended_day AS day, COUNT(*) AS tasks
        FROM task
        WHERE plan_id = \(plan) AND state = 'accepted' AND ended_day IS NOT NULL
        GROUP BY ended_day
        ORDER BY ended_day
        """
    }
}

extension Database {
    /// Names to be shown, of agencies that there are.
    package func agencyNames(of ids: Set<Agency.ID>) throws -> [Agency.ID: String] {
        let rows = try rows(
            "SELECT agency_id, name FROM agency WHERE agency_id IN (\(list: ids.sorted())) ORDER BY agency_id"
        )
        return try Dictionary(
            uniqueKeysWithValues: rows.map { (try $0.get("agency_id"), try $0.get("name")) })
    }
}

// MARK: - Events

/// What a plan prepares for: its tasks are before, during or after these days.
package struct PlanEvent: Hashable, Sendable {
    package var title: String
    package var from: CalendarDay
    package var to: CalendarDay

    package init(title: String, from: CalendarDay, to: CalendarDay) {
        self.title = title
        self.from = from
        self.to = to
    }
}

extension Database {
    package func event(of plan: Plan.ID) throws -> PlanEvent? {
        try rows("SELECT title, from_day, to_day FROM plan_event WHERE plan_id = \(plan)").first.map {
            PlanEvent(title: try $0.get("title"), from: try $0.get("from_day"), to: try $0.get("to_day"))
        }
    }

    package func setEvent(_ event: PlanEvent?, of plan: Plan.ID) throws {
        try execute("DELETE FROM plan_event WHERE plan_id = \(plan)")
        guard let event else { return }
        try execute(
            """
            INSERT INTO plan_event (plan_id, title, from_day, to_day)
            VALUES (\(plan), \(event.title), \(event.from), \(event.to))
            """)
    }
}
