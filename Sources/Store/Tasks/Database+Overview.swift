package import Domain
package import SQL

/// Tasks of an agency and of all below it that are due in one week, as leads; a task that two of them lead counts twice.
package struct AgencyWeek: Hashable, Sendable {
    package var agency: Agency.ID
    /// As `CalendarDay.week` counts them.
    package var week: Int
    /// Of the whole branch.
    package var counts: TaskCounts
    /// Of the agency itself.
    package var own: TaskCounts
}

/// What a plan should have brought and has brought by the end of a week; cancelled tasks are left out.
package struct BurnUpPoint: Hashable, Sendable {
    package var week: Int
    package var due: Int
    package var accepted: Int
}

extension Database {
    /// The most agencies of one heat map.
    package static let heatMapAgencies = 100

    /// Agencies with their weeks, both ends included, in the order given.
    ///
    /// An agency without a task in its branch in those weeks has no row.
    ///
    /// - Parameters:
    ///   - agencies: ``heatMapAgencies`` at most.
    ///   - earlier: so many weeks before the first stand together, as one week right before it.
    package func heatMap(of agencies: [Agency.ID], weeks: ClosedRange<Int>, earlier: Int = 0) throws
        -> [AgencyWeek]
    {
        guard !agencies.isEmpty else { return [] }
        let branches = try weekCounts(.branches, agencies, weeks, earlier)
        let own = try weekCounts(.agencies, agencies, weeks, earlier)
        var found: [AgencyWeek] = []
        for agency in agencies {
            for (week, counts) in (branches[agency] ?? [:]).sorted(by: { $0.key < $1.key }) {
                found.append(
                    AgencyWeek(
                        agency: agency, week: week, counts: counts,
                        own: own[agency]?[week] ?? TaskCounts()))
            }
        }
        return found
    }

    private func weekCounts(
        _ kind: WeekTable, _ agencies: [Agency.ID], _ weeks: ClosedRange<Int>, _ earlier: Int
    ) throws -> [Agency.ID: [Int: TaskCounts]] {
        var counts: [Agency.ID: [Int: TaskCounts]] = [:]
        for row in try rows(weeksSQL(kind, agencies, weeks)) {
            counts[try row.get("agency_id"), default: [:]][try row.get("week")] = try TaskCounts(row)
        }
        guard earlier > 0 else { return counts }
        for row in try rows(earlierWeeksSQL(kind, agencies, weeks, earlier)) {
            counts[try row.get("agency_id"), default: [:]][weeks.lowerBound - 1] = try TaskCounts(row)
        }
        return counts
    }

    /// Whose weeks: those of each agency alone, or with all below it.
    enum WeekTable {
        case agencies, branches

        fileprivate var name: SQL {
            switch self {
            case .agencies: "agency_week"
            case .branches: "branch_week"
            }
        }
    }

    func weeksSQL(_ kind: WeekTable, _ agencies: [Agency.ID], _ weeks: ClosedRange<Int>) -> SQL {
        """
        SELECT agency_id, week, pending, submitted, accepted
        FROM \(kind.name)
        WHERE agency_id IN (\(list: Self.padded(agencies)))
            AND week BETWEEN \(weeks.lowerBound) AND \(weeks.upperBound)
            AND pending + submitted + accepted > 0
        ORDER BY agency_id, week
        """
    }

    /// All weeks before the first as one.
    func earlierWeeksSQL(
        _ kind: WeekTable, _ agencies: [Agency.ID], _ weeks: ClosedRange<Int>, _ earlier: Int
    ) -> SQL {
        """
        SELECT agency_id, CAST(SUM(pending) AS BIGINT) AS pending, CAST(SUM(submitted) AS BIGINT) AS submitted,
            CAST(SUM(accepted) AS BIGINT) AS accepted
        FROM \(kind.name)
        WHERE agency_id IN (\(list: Self.padded(agencies)))
            AND week BETWEEN \(weeks.lowerBound - earlier) AND \(weeks.lowerBound - 1)
            AND pending + submitted + accepted > 0
        GROUP BY agency_id
        ORDER BY agency_id
        """
    }

    /// Lists of a few lengths, the last one repeated: engines keep a statement ready for each length.
    private static func padded(_ agencies: [Agency.ID]) -> [Agency.ID] {
        let asked = Array(agencies.prefix(heatMapAgencies))
        let length = [1, 10, 30].first { $0 >= asked.count } ?? heatMapAgencies
        return asked + repeatElement(asked[asked.count - 1], count: length - asked.count)
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
                (try $0.get("week", as: Int.self), try TaskCounts($0))
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

extension TaskCounts {
    fileprivate init(_ row: Row) throws {
        self.init(
            pending: try row.get("pending"), submitted: try row.get("submitted"),
            accepted: try row.get("accepted"))
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
