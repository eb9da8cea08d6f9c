import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

/// What any page, list of the interface for programs, feed or reminder asks: no statement walks a table that grows with
/// the work, so a page costs the same however many plans there are.
struct EveryPageTests {
    /// A question by the verb behind it.
    struct Question: Sendable {
        var name: String
        var ask: @Sendable (Example) async throws -> Void
    }

    /// An issued plan, one of its tasks, and who asks.
    struct Example: Sendable {
        var office: Office
        var plan: Plan
        var task: Plan.Task.ID
        var agency: Agency.ID
        var top: Agency.ID
        var actor: Actor
        var token: String
    }

    /// Tables with a row, or several, for each plan or task, or for each change.
    private static let growing = [
        "task", "plan", "ledger", "notice", "letter", "task_desk", "task_party", "task_assignee",
        "task_search",
        "plan_search", "contribution", "task_period", "task_comment", "task_extension", "evidence",
        "agency_week",
        "branch_week", "document", "plan_text", "plan_reading", "correction", "reading_job",
        "plan_implementation",
        "party_question", "session",
    ]

    private static let weeks = (today.week - 50)...(today.week + 9)
    private static let today = CalendarDay(inVietnamAt: TestClock().now)

    static let questions: [Question] = overview + work + plans + lists + calendar + machinery

    private static let overview: [Question] =
        [
            Question(name: "map of agencies") {
                _ = try await ShowHeatMap(of: [$0.top, $0.agency], weeks: weeks, earlier: 47).run(
                    in: $0.office, as: $0.actor)
            },
            Question(name: "an agency's weeks") {
                _ = try await ShowAgencyWeeks(of: $0.agency, weeks: weeks).run(in: $0.office, as: $0.actor)
            },
            Question(name: "watched, counted") {
                _ = try await CountWatched().run(in: $0.office, as: $0.actor)
            },
            Question(name: "watched in a branch") {
                _ = try await ShowWatched(below: $0.agency, length: 5).run(in: $0.office, as: $0.actor)
            },
        ]
        + WatchList.allCases.map { list in
            Question(name: "watched \(list)") {
                _ = try await ListWatched(list, after: PageMark(rawValue: "1_1")).run(
                    in: $0.office, as: $0.actor)
            }
        }

    private static let work: [Question] =
        [
            Question(name: "desk, counted") {
                _ = try await CountDesk(of: $0.agency).run(in: $0.office, as: $0.actor)
            },
            Question(name: "given to me") { _ = try await ListGivenToMe().run(in: $0.office, as: $0.actor) },
            Question(name: "a task") {
                _ = try await ShowTaskTrack(task: $0.task).run(in: $0.office, as: $0.actor)
            },
            Question(name: "a task's words") {
                _ = try await ShowTask(task: $0.task).run(in: $0.office, as: $0.actor)
            },
            Question(name: "who was told of a task") {
                _ = try await ListNotices(about: $0.task).run(in: $0.office, as: $0.actor)
            },
            Question(name: "inbox") {
                _ = try await ShowInbox().run(in: $0.office, as: $0.actor)
                _ = try await CountUnread().run(in: $0.office, as: $0.actor)
            },
        ]
        + DeskList.allCases.map { list in
            Question(name: "desk \(list)") {
                _ = try await ListDesk(list, of: $0.agency, after: PageMark(rawValue: "1_1")).run(
                    in: $0.office, as: $0.actor)
            }
        }

    private static let plans: [Question] = [
        Question(name: "a plan") {
            _ = try await ShowPlan(plan: $0.plan.id).run(in: $0.office, as: $0.actor)
        },
        Question(name: "a plan's history") {
            _ = try await ListPlanHistory(plan: $0.plan.id).run(in: $0.office, as: $0.actor)
        },
        Question(name: "how a plan stands") {
            _ = try await ShowPlanTrack(plan: $0.plan.id).run(in: $0.office, as: $0.actor)
            _ = try await ShowCascade(plan: $0.plan.id).run(in: $0.office, as: $0.actor)
            _ = try await ShowRunSheet(plan: $0.plan.id).run(in: $0.office, as: $0.actor)
        },
        Question(name: "a plan beside its replacement") {
            _ = try await CompareDuties(plan: $0.plan.id, replacement: $0.plan.id).run(
                in: $0.office, as: $0.actor)
        },
        Question(name: "who was told of a plan") {
            _ = try await ListNotices(ofPlan: $0.plan.id).run(in: $0.office, as: $0.actor)
        },
        Question(name: "plans of an agency") {
            _ = try await ListPlans(states: [.issued], agency: $0.plan.agency).run(
                in: $0.office, as: $0.actor)
        },
        Question(name: "plans searched") {
            _ = try await ListPlans(search: "tap huan").run(in: $0.office, as: $0.actor)
        },
        Question(name: "plans") { _ = try await ListPlans().run(in: $0.office, as: $0.actor) },
    ]

    /// The list of tasks with each of its filters, the numbers beside it, and its orders.
    private static let lists: [Question] =
        ([
            ("all", TaskFilter(role: .lead)), ("of a lead", TaskFilter(parties: ["Sở Y tế"], role: .lead)),
            ("of a coordinator", TaskFilter(coordinators: ["Sở Y tế"])),
            ("found by words", TaskFilter(search: "tuyen truyen")),
            ("found by a word's beginning", TaskFilter(search: "tuy", times: [.overdue])),
            ("overdue", TaskFilter(times: [.overdue])), ("ended", TaskFilter(showsClosed: true)),
        ] as [(String, TaskFilter)]).map { name, filter in
            Question(name: "tasks \(name)") {
                _ = try await ListTasks(filter).run(in: $0.office, as: $0.actor)
                _ = try await CountTasks(filter).run(in: $0.office, as: $0.actor)
                _ = try await ShowTaskList(filter, after: PageMark(rawValue: "1_1")).run(
                    in: $0.office, as: $0.actor)
                var ofPlan = filter
                ofPlan.plans = [$0.plan.id]
                _ = try await ShowTaskList(ofPlan, by: .lead).run(in: $0.office, as: $0.actor)
            }
        }
        + TaskOrder.allCases.map { order in
            Question(name: "tasks by \(order)") {
                let mark = PageMark(rawValue: "1_1")
                _ = try await ListTasks(by: order, after: mark).run(in: $0.office, as: $0.actor)
                _ = try await ListTasks(TaskFilter(plans: [$0.plan.id]), by: order).run(
                    in: $0.office, as: $0.actor)
            }
        }

    private static let calendar: [Question] =
        ([.everything, .agencies([]), .plan(Plan.ID(""))] as [DueScope]).map { scope in
            Question(name: "calendar \(scope)") { example in
                let scope: DueScope =
                    switch scope {
                    case .everything: .everything
                    case .agencies: .agencies([example.agency, example.top])
                    case .plan: .plan(example.plan.id)
                    }
                _ = try await ShowDueDays(
                    scope, today...today.adding(days: 41), tasksPerDay: 3, everyPeriod: true
                ).run(
                    in: example.office, as: example.actor)
            }
        }

    private static let machinery: [Question] = [
        Question(name: "session") {
            _ = try await FindSession(token: $0.token).run(in: $0.office, as: .nobody)
        },
        Question(name: "ledger") { _ = try await ListLedger(before: 9).run(in: $0.office, as: .commandLine) },
        Question(name: "the ledger's head") { _ = try await $0.office.changes.head() },
        Question(name: "reminders of a day") {
            _ = try await RemindOfTasks(as: "first").run(in: $0.office, as: .commandLine)
        },
        Question(name: "reminders later in the day") {
            _ = try await CommentOnTask(task: $0.task, text: "Nhắc").run(in: $0.office, as: $0.actor)
            _ = try await RemindOfTasks(as: "second").run(in: $0.office, as: .commandLine)
        },
        Question(name: "letters") {
            _ = try await SendLetters(as: "first") { $0.map { _ in .sent } }.run(
                in: $0.office, as: .commandLine)
        },
    ]

    @Test(arguments: TestDatabase.Engine.all)
    func `No statement of any page walks through a table that grows`(engine: TestDatabase.Engine) async throws
    {
        try await withOffice(engine) { example async throws in
            let pool = RecordingPool(example.office.pool)
            let lines = (1...9).map { "- Sở Y tế: tuyên truyền \($0) trước ngày 2025-06-2\($0)" }
            let plan = try await example.receive("Kế hoạch tập huấn\n" + lines.joined(separator: "\n"))
            _ = try await IssuePlan(plan: plan.id, revision: plan.revision).run(
                in: example.office, as: example.actor(.planner))
            let task = try #require(
                try await example.office.pool.read { db in try db.tasks(of: plan.id).first?.id })
            for question in Self.questions {
                // A new office: nothing is kept from the question before.
                let asked = Example(
                    office: Office(
                        pool: pool, passwords: PasswordHasher(parameters: .cheapest), read: LineReader.read,
                        now: { example.clock.now }),
                    plan: plan, task: task, agency: example.other.id, top: example.top.id,
                    actor: example.actor(.planner), token: try await signIn(example))
                _ = pool.takeStatements()
                try await question.ask(asked)
                let statements = Set(pool.takeStatements())
                #expect(!statements.isEmpty, "\(question.name) asked nothing")
                for statement in statements where !statement.text.hasPrefix("INSERT INTO notice ") {
                    let steps = try await pool.plan(of: statement)
                    let bad = steps.filter { walks($0, statement.text) }
                    #expect(
                        bad.isEmpty,
                        "\(question.name): \(statement.text)\n\(steps.joined(separator: "\n"))")
                }
            }
        }
    }

    @Test func `A walk through a table is told from a walk along an index`() {
        #expect(walks("SCAN task", "SELECT 1"))
        #expect(walks("SCAN t USING INDEX task_day", "SELECT 1 FROM task t"))
        #expect(!walks("SCAN task USING INDEX task_number", "SELECT 1 FROM task LIMIT ?"))
        #expect(!walks("SEARCH task USING INDEX task_day (is_live=?)", "SELECT 1"))
        #expect(walks("  ->  Seq Scan on task_desk", "SELECT 1"))
        #expect(!walks("SCAN agency", "SELECT 1"))
        #expect(walks("SCAN ledger", "SELECT action FROM ledger WHERE subject_id = ?"))
    }

    private func signIn(_ example: ExampleOffice) async throws -> String {
        let step = try await SignIn(name: "planner", password: ExampleOffice.password, address: "10.0.0.1")
            .run(in: example.office, as: .nobody)
        guard case .signedIn(let token) = step else { throw SignInRefused.wrong }
        return token
    }

    /// Whether a step of an engine's plan reads all rows of a growing table; along an index it may begin to, where the
    /// statement wants a bounded number of rows.
    private func walks(_ step: String, _ statement: String) -> Bool {
        let words = step.split { $0 == " " || $0 == "(" || $0 == ")" }.map(String.init)
        let named: String?
        if words.first == "SCAN" {
            named = words.dropFirst().first
            // The table's own order is an index that SQLite doesn't name.
            if statement.contains("FROM ledger"), statement.contains("ORDER BY sequence DESC"),
                statement.contains("LIMIT")
            {
                return false
            }
            if step.contains("VIRTUAL TABLE") || step.contains("USING") && statement.contains("LIMIT") {
                return false
            }
        } else if let place = step.range(of: "Seq Scan on ") {
            named = step[place.upperBound...].split(separator: " ").first.map(String.init)
        } else {
            return false
        }
        guard let named else { return false }
        if Self.growing.contains(named) { return true }
        // A table under another name.
        return Self.growing.contains {
            statement.contains(" \($0) \(named)\n") || statement.contains(" \($0) \(named) ")
                || statement.hasSuffix(" \($0) \(named)")
        }
    }
}
