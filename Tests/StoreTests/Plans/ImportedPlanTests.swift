import Domain
import SQL
import TestSupport
import Testing

@testable import Store

/// A plan that is entered whole leaves what the verbs would have left.
struct ImportedPlanTests {
    /// Tables that follow from others, and what search finds.
    private static func derived(_ db: Database) throws -> [String] {
        let tables: [SQL] = [
            """
            SELECT task_id || agency_id || role || standing || is_live || sort_day || task_number || waits_for_me
                || waits_for_others AS line FROM task_desk ORDER BY line
            """,
            """
            SELECT agency_id || week || '.' || pending || submitted || accepted AS line FROM agency_week
            WHERE pending + submitted + accepted > 0 ORDER BY line
            """,
            "SELECT sort_day || '.' || pending || submitted AS line FROM day_count ORDER BY line",
            "SELECT role || name || tasks AS line FROM party_count ORDER BY line",
            "SELECT plan_id || pending || submitted || accepted || cancelled AS line FROM plan_count ORDER BY line",
            """
            SELECT task_id || has_lead || open_contributions || delivered_contributions || asks_for_time
                || COALESCE(counted_standing, '-') || COALESCE(counted_day, 0) AS line FROM task ORDER BY line
            """,
            "SELECT terms AS line FROM task_search ORDER BY line",
            "SELECT terms AS line FROM plan_search ORDER BY line",
        ]
        return try tables.flatMap { try db.values(String.self, $0) }
    }

    /// Each agency's weeks with those of all below it: as they are kept, and summed up anew.
    private static func branches(_ db: Database) throws -> (kept: [String], summed: [String]) {
        let kept: SQL = """
            SELECT agency_id || ' ' || week || ' ' || pending || ' ' || submitted || ' ' || accepted AS line
            FROM branch_week WHERE pending + submitted + accepted > 0 ORDER BY line
            """
        let summed: SQL = """
            WITH RECURSIVE above (agency_id, ancestor_id) AS (
                SELECT agency_id, agency_id FROM agency
                UNION
                SELECT above.agency_id, agency.parent_agency_id
                FROM above JOIN agency ON agency.agency_id = above.ancestor_id
                WHERE agency.parent_agency_id IS NOT NULL
            )
            SELECT above.ancestor_id || ' ' || week || ' ' || SUM(pending) || ' ' || SUM(submitted) || ' '
                || SUM(accepted) AS line
            FROM agency_week JOIN above ON above.agency_id = agency_week.agency_id
            GROUP BY above.ancestor_id, week HAVING SUM(pending + submitted + accepted) > 0 ORDER BY line
            """
        return (try db.values(String.self, kept), try db.values(String.self, summed))
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An agency that moves takes its branch's weeks from one superior to the other`(
        engine: TestDatabase.Engine
    ) async throws {
        let plan = Self.example()
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                let (top, left, right) = (Agency.ID("top"), Agency.ID("left"), Agency.ID("right"))
                try db.insert(
                    [
                        Agency(id: top, name: "Chính phủ"), Agency(id: left, name: "Tỉnh A", parent: top),
                        Agency(id: right, name: "Tỉnh B", parent: top),
                    ], at: noon)
                try db.insert([(plan, ImportedTerms(plan))])
                var moved = try #require(try db.agency(home))
                for parent in [left, right, nil, top] {
                    moved.parent = parent
                    try db.update(moved)
                    let (kept, summed) = try Self.branches(db)
                    #expect(kept == summed && !kept.isEmpty)
                }
                // A change of work after the moves keeps all in step.
                var task = plan.tasks[0]
                task.state = .accepted
                task.progress.endedAt = noon
                #expect(try db.update(task, from: 1))
                try db.refreshDesks(of: [task.id])
                let (kept, summed) = try Self.branches(db)
                #expect(kept == summed)
            }
        }
    }

    private static func example() -> ImportedPlan {
        var plan = Plan.example()
        plan.state = .issued
        plan.issuedAt = noon
        let file = FileInfo(name: "ke-hoach.txt", mediaType: "text/plain", sizeBytes: 3, sha256: plan.file)
        var tasks = [
            Plan.Task.example(1, due: today), .example(2, due: today.adding(days: -9)),
            .example(3, time: .continuous),
        ]
        tasks[1].state = .submitted
        tasks[2].state = .inProgress
        var whole = ImportedPlan(
            record: PlanRecord(plan: plan, file: file), bytes: [1, 2, 3], text: "Kế hoạch biên giới",
            reading: PlanDraft(title: Marked(plan.title, range: nil, rule: "title")), tasks: tasks)
        whole.assignees = tasks.prefix(2).map {
            Assignee(
                task: $0.id, role: .lead, partyPosition: 1, agency: home, from: today, assignedAt: noon,
                assignedBy: lan)
        }
        whole.contributions = [
            Contribution(
                id: Contribution.ID("c"), task: tasks[0].id, agency: home, asked: nil, due: today,
                askedAt: noon, askedBy: lan)
        ]
        return whole
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Desks, counts and words are those of the verbs`(engine: TestDatabase.Engine) async throws {
        let plan = Self.example()
        let imported = try await withStore(engine) { pool async throws in
            try await pool.write { db in
                try db.insert([(plan, ImportedTerms(plan))])
                let before = try Self.derived(db)
                // What `refreshDesks` makes of it is the same again.
                try db.refreshDesks(ofPlan: plan.record.plan.id)
                #expect(try Self.derived(db) == before)
                #expect(
                    try db.tasks(TaskFilter(search: "tuyen"), today: today, after: nil, limit: 9).items.count
                        == 3)
                return before
            }
        }
        let made = try await withStore(engine) { pool async throws in
            try await pool.write { db in
                try db.insertDocument(plan.record.file, bytes: plan.bytes, at: noon)
                try db.insert(plan.record, text: plan.text, reading: plan.reading)
                try db.insert(plan.tasks)
                try db.insert(plan.assignees)
                for one in plan.contributions { try db.insert(one) }
                try db.refreshDesks(ofPlan: plan.record.plan.id)
                return try Self.derived(db)
            }
        }
        #expect(imported == made)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Entries that are appended together hang together`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                try db.appendToLedger(
                    at: noon, actor: lan, action: "SignIn", subjectKind: "account", subjectID: "lan",
                    detail: "{}")
                try db.appendToLedger(
                    (1...3).map {
                        NewLedgerEntry(
                            at: noon, actor: nil, action: "IssuePlan", subjectKind: "plan",
                            subjectID: "p\($0)",
                            detail: "{}")
                    })
                try db.appendToLedger(
                    at: noon, actor: lan, action: "SignOut", subjectKind: "account", subjectID: "lan",
                    detail: "{}")
                let report = try db.verifyLedger()
                #expect(report.fault == nil && report.entries == 5)
            }
        }
    }
}
