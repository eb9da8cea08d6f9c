package import Domain
package import SQL

/// How the words of a search are looked for among tasks.
package struct TaskHits: Hashable, Sendable {
    let words: [String]
    /// Whether the last word may be the beginning of one.
    let isPrefix: Bool
    /// Their tasks, the newest first, where they needn't be looked for again.
    var numbers: [Int64]?
}

/// How many tasks a filter finds in each state of time.
package struct FoundCounts: Hashable, Sendable {
    package var times: [TimeState: Int]
    /// More are found than were counted: every number is the least.
    package var isBounded: Bool
}

/// Words that half of all tasks have are found at once as well: only the newest tasks that have them are looked at.
extension Database {
    /// The newest tasks with the words of a search, of which those that meet the rest of a filter are listed.
    package static let searchedTasks = 5_000
    /// Words that so many tasks have stand for themselves: their last one is no beginning of other words.
    private static let commonTasks = 1_000
    /// Beginnings shorter than this, or with digits, begin too much.
    private static let shortestBeginning = 3

    /// Nil where a list needs no such bound: without words, or in chosen plans.
    package func taskHits(_ filter: TaskFilter) throws -> TaskHits? {
        guard filter.plans.isEmpty, case .words(let words) = SearchTerms.asked(filter.search) else {
            return nil
        }
        var hits = TaskHits(words: words, isPrefix: false)
        hits.numbers = try values(Int64.self, Self.hitsSQL(hits, upTo: Self.commonTasks))
        guard hits.numbers?.count == Self.commonTasks else {
            guard let last = words.last, last.utf8.count >= Self.shortestBeginning,
                last.utf8.allSatisfy({ (97...122).contains($0) })
            else { return hits }
            hits = TaskHits(words: words, isPrefix: true)
            // All words that begin so are gathered for it, which is done once.
            hits.numbers = try values(Int64.self, Self.hitsSQL(hits, upTo: Self.searchedTasks))
            return hits
        }
        // What is common is found as fast again.
        hits.numbers = nil
        return hits
    }

    /// Numbers of tasks that have the words, the newest first.
    private static func hitsSQL(_ hits: TaskHits, upTo bound: Int) -> SQL {
        if let numbers = hits.numbers {
            let list = numbers.map(String.init).joined(separator: ",")
            return .either(
                sqlite: "SELECT value AS task_number FROM json_each(\("[\(list)]"))",
                postgres: """
                    SELECT known.task_number
                    FROM UNNEST(CAST(\("{\(list)}") AS BIGINT[])) AS known (task_number)
                    """)
        }
        return .either(
            sqlite: """
                SELECT rowid AS task_number
                FROM task_search_index
                WHERE task_search_index MATCH \(SearchTerms.matchForSQLite(hits.words, isPrefix: hits.isPrefix))
                ORDER BY rowid DESC
                LIMIT \(bound)
                """,
            postgres: """
                SELECT task_number
                FROM task_search
                WHERE vector @@ CAST(\(SearchTerms.matchForPostgres(hits.words, isPrefix: hits.isPrefix)) AS tsquery)
                ORDER BY task_number DESC
                LIMIT \(bound)
                """)
    }

    /// Some columns of the newest tasks that have the words and meet the rest of the filter.
    func foundSQL(
        _ columns: SQL, _ hits: TaskHits, _ filter: TaskFilter, today: CalendarDay, upTo bound: Int
    ) -> SQL {
        """
        SELECT \(columns)
        FROM (\(Self.hitsSQL(hits, upTo: Self.searchedTasks))) hit
        CROSS JOIN task
        WHERE task.task_number = hit.task_number AND \(restConditions(filter, today: today))
        LIMIT \(bound)
        """
    }

    private func restConditions(_ filter: TaskFilter, today: CalendarDay) -> SQL {
        var rest = filter
        rest.search = ""
        return taskConditions(rest, today: today, leads: false).joined(separator: " AND ")
    }

    /// A page of a list: first which tasks, by their keys alone, then those with all their columns.
    func foundListSQL(
        _ hits: TaskHits, _ filter: TaskFilter, by order: TaskOrder, today: CalendarDay,
        after mark: PageMark?, limit: Int
    ) -> SQL {
        let found = foundSQL(
            "task.task_number, task.sort_day, task.lead_key", hits, filter, today: today,
            upTo: Self.countedTasks)
        let isBehind: SQL = mark?.keys.map { "WHERE \(Self.isBehind($0, in: order, of: "found"))" } ?? ""
        return """
            SELECT \(Self.listColumns)
            FROM (
                SELECT found.task_number
                FROM (\(found)) found
                \(isBehind)
                ORDER BY \(Self.sorting(order, of: "found"))
                LIMIT \(limit)
            ) listed
            JOIN task ON task.task_number = listed.task_number
            JOIN plan ON plan.plan_id = task.plan_id
            ORDER BY \(Self.sorting(order))
            """
    }

    /// How many a filter finds, up to ``countedTasks`` where it leaves anything out; its own choice of times is left
    /// aside.
    package func foundCounts(_ filter: TaskFilter, among hits: TaskHits?, today: CalendarDay) throws
        -> FoundCounts
    {
        var anyTime = filter
        anyTime.times = []
        if let hits { return try foundCounts(anyTime, hits, today) }
        let times = try countTasks(anyTime, today: today)
        let count = times.values.reduce(0, +)
        return FoundCounts(times: times, isBounded: !anyTime.isEverything && count >= Self.countedTasks)
    }

    private func foundCounts(_ filter: TaskFilter, _ hits: TaskHits, _ today: CalendarDay) throws
        -> FoundCounts
    {
        var counts = Dictionary(uniqueKeysWithValues: TimeState.allCases.map { ($0, 0) })
        var (found, looked) = (0, 0)
        for row in try rows(foundCountSQL(hits, filter, today: today)) {
            let tasks: Int = try row.get("tasks")
            guard let day = try row.get("sort_day", as: Int?.self) else {
                looked = tasks
                continue
            }
            counts[Self.timeState(ofSortDay: day, today: today), default: 0] += tasks
            found += tasks
        }
        return FoundCounts(
            times: counts, isBounded: found >= Self.countedTasks || looked >= Self.searchedTasks)
    }

    /// Found tasks by their days, and without a day how many were looked at.
    private func foundCountSQL(_ hits: TaskHits, _ filter: TaskFilter, today: CalendarDay) -> SQL {
        """
        WITH hit AS MATERIALIZED (\(Self.hitsSQL(hits, upTo: Self.searchedTasks)))
        SELECT found.sort_day AS sort_day, COUNT(*) AS tasks
        FROM (
            SELECT task.sort_day
            FROM hit
            CROSS JOIN task
            WHERE task.task_number = hit.task_number AND \(restConditions(filter, today: today))
            LIMIT \(Self.countedTasks)
        ) found
        GROUP BY found.sort_day
        UNION ALL
        SELECT NULL AS sort_day, COUNT(*) AS tasks
        FROM hit
        """
    }

    /// All tasks that have the words.
    static func taskMatch(_ words: [String]) -> SQL {
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

    /// Whether a task has the words, by its own row.
    static func hasWords(_ words: [String]) -> SQL {
        let inTerms = words.enumerated().map { index, word -> SQL in
            let sought = index == words.count - 1 ? " \(word)" : " \(word) "
            return "INSTR(' ' || task_search.terms || ' ', \(sought)) > 0"
        }
        return .either(
            sqlite: """
                EXISTS (
                    SELECT 1
                    FROM task_search
                    WHERE task_search.task_number = task.task_number
                        AND \(inTerms.joined(separator: " AND "))
                )
                """,
            postgres: """
                EXISTS (
                    SELECT 1
                    FROM task_search
                    WHERE task_search.task_number = task.task_number
                        AND task_search.vector @@ CAST(\(SearchTerms.matchForPostgres(words)) AS tsquery)
                )
                """)
    }
}
