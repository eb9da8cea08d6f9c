import Domain
import Foundation
import PlanReader
import SQL
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

/// What the pages that everybody opens ask of the database: the same few statements however much is stored, each
/// answered along an index.
struct HotPageTests {
    /// A page by the verb behind it.
    struct HotPage: Sendable {
        var name: String
        /// The most statements of one opening.
        var statements: Int
        /// It sorts: what a search found, groups, or the few roles and superiors of one account or agency.
        var maySort = false
        var open: @Sendable (Office, Plan, Actor, String) async throws -> Void
    }

    static let pages: [HotPage] =
        [
            HotPage(name: "plans", statements: 1) { office, _, actor, _ in
                _ = try await ListPlans().run(in: office, as: actor)
            },
            HotPage(name: "plans, a later page", statements: 1) { office, _, actor, _ in
                _ = try await ListPlans(after: PageMark(rawValue: "1750320000000_x")).run(
                    in: office, as: actor)
            },
            HotPage(name: "plans of an agency and a state", statements: 1) { office, plan, actor, _ in
                _ = try await ListPlans(states: [.issued], agency: plan.agency).run(in: office, as: actor)
            },
            HotPage(name: "search", statements: 1, maySort: true) { office, _, actor, _ in
                _ = try await ListPlans(search: "tap huan").run(in: office, as: actor)
            },
            HotPage(name: "a plan", statements: 11, maySort: true) { office, plan, actor, _ in
                _ = try await ShowPlan(plan: plan.id).run(in: office, as: actor)
            },
            HotPage(name: "session", statements: 5, maySort: true) { office, _, _, token in
                _ = try await FindSession(token: token).run(in: office, as: .nobody)
            },
            HotPage(name: "ledger", statements: 3) { office, _, _, _ in
                _ = try await ListLedger().run(in: office, as: .commandLine)
            },
            HotPage(name: "ledger, a later page", statements: 3) { office, _, _, _ in
                _ = try await ListLedger(before: 9).run(in: office, as: .commandLine)
            },
            HotPage(name: "tasks counted", statements: 1) { office, _, actor, _ in
                _ = try await CountTasks().run(in: office, as: actor)
            },
            HotPage(name: "page of tasks", statements: 6, maySort: true) { office, _, actor, _ in
                _ = try await ShowTaskList().run(in: office, as: actor)
            },
            HotPage(name: "page of tasks searched", statements: 8, maySort: true) { office, _, actor, _ in
                _ = try await ShowTaskList(TaskFilter(search: "tuyen truyen")).run(in: office, as: actor)
            },
            tasks("tasks") { _ in TaskFilter() },
            tasks("tasks of a plan") { TaskFilter(plans: [$0.id]) },
            tasks("closed tasks") { _ in TaskFilter(showsClosed: true) },
            tasks("tasks of a party", maySort: true) { _ in TaskFilter(parties: ["Sở Y tế"]) },
            tasks("tasks that a party leads", maySort: true) { _ in
                TaskFilter(parties: ["Sở Y tế"], role: .lead)
            },
            tasks("tasks searched", maySort: true) { _ in TaskFilter(search: "tuyen truyen") },
        ] + TimeState.allCases.map { time in tasks("tasks \(time)") { _ in TaskFilter(times: [time]) } }

    private static func tasks(
        _ name: String, maySort: Bool = false, _ filter: @escaping @Sendable (Plan) -> TaskFilter
    ) -> HotPage {
        HotPage(name: name, statements: 4, maySort: maySort) { office, plan, actor, _ in
            _ = try await ListTasks(filter(plan), after: PageMark(rawValue: "1_1")).run(in: office, as: actor)
            _ = try await ListTasks(filter(plan)).run(in: office, as: actor)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A page asks the same few statements however much is stored, each along an index`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let pool = RecordingPool(example.office.pool)
            let token = try await signIn(example)
            var counts: [String: [Int]] = [:]
            for tasks in [9, 90] {
                let plan = try await issue(example, tasks: tasks)
                for page in Self.pages {
                    // A new office: nothing is kept from the page before.
                    let office = Office(
                        pool: pool, passwords: PasswordHasher(parameters: .cheapest), read: LineReader.read,
                        now: { example.clock.now })
                    _ = pool.takeStatements()
                    try await page.open(office, plan, example.actor(.planner), token)
                    let statements = pool.takeStatements()
                    counts[page.name, default: []].append(statements.count)
                    for statement in Set(statements) { try await check(statement, of: page, pool) }
                }
            }
            for page in Self.pages {
                let counted = try #require(counts[page.name])
                #expect(counted[0] == counted[1], "\(page.name): statements grow with what is stored")
                #expect((1...page.statements).contains(counted[0]), "\(page.name)")
            }
        }
    }

    private func check(_ statement: RenderedSQL, of page: HotPage, _ pool: RecordingPool) async throws {
        let steps = try await pool.plan(of: statement)
        let bad = steps.filter { isScan($0) || (!page.maySort && isSort($0)) }
        #expect(bad.isEmpty, "\(page.name): \(statement.text)\n\(steps.joined(separator: "\n"))")
    }

    private func signIn(_ example: ExampleOffice) async throws -> String {
        let step = try await SignIn(name: "planner", password: ExampleOffice.password, address: "10.0.0.1")
            .run(
                in: example.office, as: .nobody)
        guard case .signedIn(let token) = step else { throw SignInRefused.wrong }
        return token
    }

    /// An issued plan, by an actor whose name the ledger hasn't had before.
    private func issue(_ example: ExampleOffice, tasks: Int) async throws -> Plan {
        let lines = (1...tasks).map { "- Sở Y tế: tuyên truyền \($0) trước ngày 2025-0\($0 % 9 + 1)-25" }
        let plan = try await example.receive("Kế hoạch tập huấn \(tasks)\n" + lines.joined(separator: "\n"))
        return try await IssuePlan(plan: plan.id, revision: plan.revision).run(
            in: example.office, as: example.actor(.planner))
    }

    /// SQLite walks a whole table, or PostgreSQL does.
    private func isScan(_ step: String) -> Bool {
        // No tables but the walk from an agency up to the top, and the bounded part of a list that is looked at.
        if step.hasPrefix("SCAN"),
            !["SCAN above", "SCAN hit", "SCAN found", "SCAN listed"].contains(where: step.hasPrefix)
        {
            return !step.contains("USING") && !step.contains("VIRTUAL TABLE")
                && !step.contains("CONSTANT ROW")
        }
        return step.contains("Seq Scan")
    }

    private func isSort(_ step: String) -> Bool {
        step.contains("TEMP B-TREE FOR ORDER BY") || step.contains("Sort")
    }
}
