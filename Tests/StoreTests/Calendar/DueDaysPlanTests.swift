import Domain
import SQL
import TestSupport
import Testing

@testable import Store

/// What calendars ask touches the asked days of the asked agency, plan or day only, however many tasks there are.
struct DueDaysPlanTests {
    struct Question: Sendable, CustomStringConvertible {
        var description: String
        var index: String
        /// What it finds is bounded by the agency's or plan's days, and gathered from two ranges.
        var mayGather = true
        var sql: @Sendable (Database) -> SQL
    }

    private static let days = today...today.adding(days: 41)
    private static let agencies = DueScope.agencies([Agency.ID("a")])
    private static let plan = DueScope.plan(Plan.ID("p"))

    static let questions: [Question] = [
        Question(description: "an agency's tasks", index: "task_desk_all") {
            $0.dueTasksSQL(agencies, days, withCancelled: true, limit: 2_000)
        },
        Question(description: "a plan's tasks", index: "task_plan_day") {
            $0.dueTasksSQL(plan, days, withCancelled: false, limit: 2_000)
        },
        Question(description: "a day's first tasks of all plans", index: "task_day", mayGather: false) {
            $0.dueTasksSQL(.everything, today...today, withCancelled: false, limit: 3)
        },
        Question(description: "an agency's counts", index: "task_desk_all") {
            $0.dueCountsSQL(agencies, days)
        },
        Question(description: "a plan's counts", index: "task_plan_day") { $0.dueCountsSQL(plan, days) },
        Question(description: "counts of all plans", index: "day_count") {
            $0.dueCountsSQL(.everything, days)
        },
    ]

    @Test(arguments: TestDatabase.Engine.all, questions)
    func `A calendar reads its days and no others`(engine: TestDatabase.Engine, question: Question)
        async throws
    {
        try await withStore(engine) { pool async throws in
            let lines = try await pool.write { db in
                let sql = question.sql(db)
                if db.dialect == .sqlite {
                    return try db.rows("EXPLAIN QUERY PLAN \(sql)").map {
                        try $0.get("detail", as: String.self)
                    }
                }
                // Tables are empty here: scanning is forbidden to see whether there is another way.
                try db.execute("SET LOCAL enable_seqscan = off")
                try db.execute("SET LOCAL enable_bitmapscan = off")
                try db.execute("SET LOCAL enable_sort = off")
                return try db.rows("EXPLAIN \(sql)").map { try $0.get("QUERY PLAN", as: String.self) }
            }
            let text = lines.joined(separator: "\n")
            #expect(text.contains(question.index), "\(text)")
            #expect(!lines.contains { $0.hasPrefix("SCAN") } && !text.contains("Seq Scan"), "\(text)")
            if !question.mayGather {
                #expect(!text.contains("TEMP B-TREE") && !text.contains("Sort"), "\(text)")
            }
        }
    }
}
