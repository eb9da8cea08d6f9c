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
            WITH RECURSIVE branch (root_id, agency_id) AS (
                SELECT page.agency_id, page.agency_id
                FROM (
                    SELECT agency_id
                    FROM agency
                    WHERE \(place)
                    ORDER BY agency_id
                    LIMIT \(min(max(limit, 1), Self.heatMapAgencies))
                ) page
                UNION
                SELECT branch.root_id, agency.agency_id
                FROM branch
                JOIN agency ON agency.parent_agency_id = branch.agency_id
            )
            SELECT branch.root_id, root.name, agency_week.week, \(Self.heatMapSums)
            FROM branch
            JOIN agency root ON root.agency_id = branch.root_id
            JOIN agency_week ON agency_week.agency_id = branch.agency_id
            WHERE agency_week.week BETWEEN \(weeks.lowerBound) AND \(weeks.upperBound)
                AND agency_week.pending + agency_week.submitted + agency_week.accepted > 0
            GROUP BY branch.root_id, root.name, agency_week.week
            ORDER BY branch.root_id, agency_week.week
            """
    }

    private static let heatMapSums: SQL = [
        sum("agency_week.pending", "pending"), sum("agency_week.submitted", "submitted"),
        sum("agency_week.accepted", "accepted"), sum(ofRoot("agency_week.pending"), "own_pending"),
        sum(ofRoot("agency_week.submitted"), "own_submitted"),
        sum(ofRoot("agency_week.accepted"), "own_accepted"),
    ].joined(separator: ", ")

    /// PostgreSQL's sum of integers is a numeric.
    private static func sum(_ counted: SQL, _ name: SQL) -> SQL {
        "CAST(SUM(\(counted)) AS BIGINT) AS \(name)"
    }

    private static func ofRoot(_ column: SQL) -> SQL {
        "CASE WHEN branch.agency_id = branch.root_id THEN \(column) ELSE 0 END"
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
