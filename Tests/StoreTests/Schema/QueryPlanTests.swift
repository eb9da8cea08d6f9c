import Domain
import SQL
import TestSupport
import Testing

@testable import Store

/// The lists that everybody opens must walk along an index, whatever is in the tables.
struct QueryPlanTests {
    private func plan(_ sql: SQL, in db: Database) throws -> String {
        switch db.dialect {
        case .sqlite:
            return try db.rows("EXPLAIN QUERY PLAN \(sql)").map { try $0.get("detail", as: String.self) }
                .joined(separator: "\n")
        case .postgres:
            // Tables are empty here: scanning is forbidden to see whether there is another way.
            _ = try db.execute("SET LOCAL enable_seqscan = off")
            _ = try db.execute("SET LOCAL enable_sort = off")
            return try db.rows("EXPLAIN \(sql)").map { try $0.get("QUERY PLAN", as: String.self) }
                .joined(separator: "\n")
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The list of plans walks along the order of receipt`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            let text = try await pool.write { db in
                try plan(
                    db.planListSQL(PlanFilter(showsAllDrafts: true), after: PageMark(1, "p"), limit: 51),
                    in: db)
            }
            #expect(text.contains("plan_received"), "\(text)")
            #expect(!text.contains("TEMP B-TREE") && !text.contains("Sort"), "\(text)")
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Search for plans uses the index of words`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            let text = try await pool.write { db in
                try plan(
                    db.planListSQL(
                        PlanFilter(search: "doi ngoai", showsAllDrafts: true), after: nil, limit: 51), in: db)
            }
            #expect(text.contains("plan_search_index"), "\(text)")
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The list of tasks walks along the due days`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            let (all, one) = try await pool.write { db in
                (
                    try plan(
                        db.taskListSQL(
                            TaskFilter(times: [.dueSoon]), today: today, after: PageMark(1, "1"), limit: 51),
                        in: db),
                    try plan(
                        db.taskListSQL(
                            TaskFilter(plans: [Plan.ID("p")]), today: today, after: nil, limit: 51),
                        in: db)
                )
            }
            #expect(all.contains("task_day"), "\(all)")
            #expect(!all.contains("TEMP B-TREE"), "\(all)")
            #expect(one.contains("task_plan_day"), "\(one)")
            #expect(!one.contains("TEMP B-TREE"), "\(one)")
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A party's tasks are found by its name's key`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            let text = try await pool.write { db in
                try plan(
                    db.taskListSQL(TaskFilter(parties: ["Sở Y tế"]), today: today, after: nil, limit: 51),
                    in: db)
            }
            #expect(text.contains("task_party_name") || text.contains("task_party_pkey"), "\(text)")
        }
    }
}
