import Domain
import SQL
import TestSupport
import Testing

@testable import Store

/// What the tracker's pages ask is answered along an index made for it, and in its order, however many tasks there
/// are.
struct TrackerPlanTests {
    /// A question with the index that must answer it.
    struct Question: Sendable, CustomStringConvertible {
        var description: String
        var index: String
        /// What it finds is small and may be sorted or gathered.
        var mayGather = false
        var sql: @Sendable (Database) -> SQL
    }

    private static let agency = Agency.ID("a")
    private static let mark = PageMark(1, "1")

    static let questions: [Question] =
        DeskList.allCases.map { list in
            let index =
                switch list {
                case .due, .overdue: "task_desk_due"
                case .waitingForMe: "task_desk_me"
                case .waitingForOthers: "task_desk_others"
                case .ended: "task_desk_all"
                }
            return Question(description: "desk \(list)", index: index) {
                $0.deskSQL(list, of: agency, today: today, after: mark, limit: 51)
            }
        }
        + DeskList.allCases.map { list in
            Question(description: "count of desk \(list)", index: "task_desk_", mayGather: true) {
                $0.deskCountSQL(list, of: agency, today: today, upTo: 1_000)
            }
        }
        + WatchList.allCases.map { list in
            let index =
                switch list {
                case .overdue: "task_overdue"
                case .silent: "task_silent"
                case .atRisk: "task_risk"
                case .withoutLead: "task_without_lead"
                }
            return Question(description: "watch \(list)", index: index) {
                $0.watchSQL(list, plan: nil, today: today, after: mark, limit: 51)
            }
        }
        + WatchList.allCases.map { list in
            Question(
                description: "watch below an agency, \(list)",
                index: list == .withoutLead ? "task_" : "task_desk_", mayGather: true
            ) {
                $0.branchPlacesSQL(list, below: agency, today: today, after: mark, limit: 1_000)
            }
        }
        + [
            Question(description: "heat map", index: "branch_week", mayGather: true) {
                $0.weeksSQL(.branches, [agency, agency], 10...20)
            },
            Question(description: "heat map, earlier", index: "agency_week", mayGather: true) {
                $0.earlierWeeksSQL(.agencies, [agency, agency], 10...20, 5)
            },
            Question(description: "given to an account", index: "task_delegate") {
                $0.givenSQL(to: lan, after: mark, limit: 51)
            },
            Question(description: "burn-up, due", index: "task", mayGather: true) {
                $0.burnUpDueSQL(of: Plan.ID("p"))
            },
            Question(description: "burn-up, done", index: "task_plan_ended") {
                $0.burnUpDoneSQL(of: Plan.ID("p"))
            },
        ]

    @Test(arguments: TestDatabase.Engine.all, questions)
    func `A question walks along its index`(engine: TestDatabase.Engine, question: Question) async throws {
        try await withStore(engine) { pool async throws in
            let lines = try await pool.write { db in
                let sql = question.sql(db)
                if db.dialect == .sqlite {
                    return try db.rows("EXPLAIN QUERY PLAN \(sql)").map {
                        try $0.get("detail", as: String.self)
                    }
                }
                // Tables are empty here: scanning and sorting are forbidden to see whether there is another way.
                try db.execute("SET LOCAL enable_seqscan = off")
                try db.execute("SET LOCAL enable_sort = off")
                try db.execute("SET LOCAL enable_bitmapscan = off")
                return try db.rows("EXPLAIN \(sql)").map { try $0.get("QUERY PLAN", as: String.self) }
            }
            let text = lines.joined(separator: "\n")
            #expect(text.contains(question.index), "\(text)")
            #expect(
                !lines.contains {
                    $0.hasPrefix("SCAN")
                        && !["child", "branch", "page", "counted", "places"].contains(where: $0.contains)
                },
                "\(text)")
            #expect(!text.contains("Seq Scan"), "\(text)")
            if !question.mayGather {
                #expect(!text.contains("TEMP B-TREE") && !text.contains("Sort"), "\(text)")
            }
        }
    }
}
