import Domain
import Foundation
import SQL
import TestSupport
import Testing

@testable import Store

struct TaskStoreTests {
    @discardableResult
    private func withTasks<Value: Sendable>(
        _ engine: TestDatabase.Engine, _ body: (any DatabasePool) async throws -> Value
    ) async throws -> Value {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                try db.insertExample(.example())
                try db.insert([
                    .example(1, time: nil),
                    .example(2, lead: "SỞ Y TẾ", due: today.adding(days: -1)),
                    .example(3, due: today),
                    .example(4, text: "Mở lớp tập huấn", lead: "Sở Nội vụ", due: today.adding(days: 14)),
                    .example(5, due: today.adding(days: 15)),
                    .example(6, time: .continuous),
                    .example(7, time: .yearly),
                ])
            }
            return try await body(pool)
        }
    }

    private func numbers(_ filter: TaskFilter, in pool: any DatabasePool) async throws -> [Int] {
        try await pool.read { db in
            try db.tasks(filter, today: today, after: nil, limit: 100).items.map(\.task.position)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Tasks stand by their due day, continuous ones next, those without a time last`(
        engine: TestDatabase.Engine
    )
        async throws
    {
        try await withTasks(engine) { pool async throws in
            #expect(try await numbers(TaskFilter(), in: pool) == [2, 3, 4, 5, 6, 7, 1])
        }
    }

    @Test(
        arguments: TestDatabase.Engine.all,
        [
            (TimeState.overdue, [2]), (.dueSoon, [3, 4]), (.later, [5]), (.continuous, [6, 7]), (.none, [1]),
        ] as [(TimeState, [Int])])
    func `Each state of time finds its tasks`(engine: TestDatabase.Engine, expected: (TimeState, [Int]))
        async throws
    {
        try await withTasks(engine) { pool async throws in
            #expect(try await numbers(TaskFilter(times: [expected.0]), in: pool) == expected.1)
            let page = try await pool.read { db in
                try db.tasks(TaskFilter(times: [expected.0]), today: today, after: nil, limit: 100)
            }
            #expect(page.items.allSatisfy { $0.time == expected.0 })
            let counts = try await pool.read { db in try db.countTasks(TaskFilter(), today: today) }
            #expect(counts[expected.0] == expected.1.count)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Parties are found in any spelling, words without marks, plans by name`(engine: TestDatabase.Engine)
        async throws
    {
        try await withTasks(engine) { pool async throws in
            #expect(try await numbers(TaskFilter(parties: ["so y te"]), in: pool) == [2, 3, 5, 6, 7, 1])
            #expect(try await numbers(TaskFilter(parties: ["Sở Nội vụ"]), in: pool) == [4])
            #expect(try await numbers(TaskFilter(parties: ["công an tỉnh"], role: .lead), in: pool) == [])
            #expect(
                try await numbers(TaskFilter(parties: ["công an tỉnh"], role: .with), in: pool).count == 7)
            #expect(try await numbers(TaskFilter(search: "tap huan"), in: pool) == [4])
            #expect(try await numbers(TaskFilter(search: "tập hu"), in: pool) == [4])
            #expect(try await numbers(TaskFilter(search: "noi vu lop"), in: pool) == [4])
            #expect(try await numbers(TaskFilter(search: "không có"), in: pool) == [])
            #expect(try await numbers(TaskFilter(plans: [Plan.ID("other")]), in: pool) == [])
            #expect(try await numbers(TaskFilter(showsClosed: true), in: pool) == [])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A task reads back whole, and closes with its plan`(engine: TestDatabase.Engine) async throws {
        try await withTasks(engine) { pool async throws in
            let expected = Plan.Task.example(
                4, text: "Mở lớp tập huấn", lead: "Sở Nội vụ", due: today.adding(days: 14))
            let (task, all) = try await pool.read { db in
                (try db.task(expected.id), try db.tasks(of: Plan.ID("p1")))
            }
            #expect(task == expected)
            #expect(all.map(\.position) == Array(1...7))
            try await pool.write { db in
                try db.cancelTasks(of: Plan.ID("p1"), because: "sai", at: noon, by: nil)
            }
            #expect(try await numbers(TaskFilter(), in: pool).isEmpty)
            #expect(try await numbers(TaskFilter(showsClosed: true), in: pool).count == 7)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Each order lists every task once, however small the pages`(engine: TestDatabase.Engine) async throws
    {
        try await withTasks(engine) { pool async throws in
            let orders: [TaskOrder: [Int]] = [
                .due: [2, 3, 4, 5, 6, 7, 1], .plan: [1, 2, 3, 4, 5, 6, 7], .newest: [7, 6, 5, 4, 3, 2, 1],
                // "Sở Nội vụ" before "Sở Y tế".
                .lead: [4, 1, 2, 3, 5, 6, 7],
            ]
            for order in TaskOrder.allCases {
                var (found, mark): ([Int], PageMark?) = ([], nil)
                repeat {
                    let page = try await pool.read { [mark] db in
                        try db.tasks(TaskFilter(), by: order, today: today, after: mark, limit: 2)
                    }
                    found += page.items.map(\.task.position)
                    mark = page.next
                } while mark != nil
                #expect(found == orders[order], "\(order)")
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Several parties and plans are asked for at once, and choices count beside them`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withTasks(engine) { pool async throws in
            let both = TaskFilter(
                parties: ["so noi vu", "Sở Y tế"], role: .lead, plans: [Plan.ID("p1"), Plan.ID("p2")])
            #expect(try await numbers(both, in: pool).count == 7)
            let soon = TaskFilter(times: [.dueSoon])
            let choices = try await pool.read { db in
                try db.taskChoices(soon, among: nil, today: today)
            }
            #expect(choices.parties[.lead]?.map(\.tasks) == [1, 1] && choices.plans.map(\.tasks) == [2])
            #expect(choices.areCounted)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Leads are counted once per name, most tasks first`(engine: TestDatabase.Engine) async throws {
        try await withTasks(engine) { pool async throws in
            let choices = try await pool.read { db in
                try db.taskChoices(TaskFilter(), among: nil, today: today)
            }
            #expect(choices.parties[.lead]?.map(\.tasks) == [6, 1])
            #expect(choices.parties[.lead]?.last?.name == "Sở Nội vụ")
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Ten thousand tasks of one plan are stored, paged and counted`(engine: TestDatabase.Engine)
        async throws
    {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                try db.insertExample(.example())
                try db.insert((1...10_000).map { .example($0, due: today.adding(days: $0 / 100)) })
            }
            let (page, counts, all) = try await pool.read { db in
                let first = try db.tasks(TaskFilter(), today: today, after: nil, limit: 50)
                let second = try db.tasks(TaskFilter(), today: today, after: first.next, limit: 50)
                return (
                    first.items + second.items, try db.countTasks(TaskFilter(), today: today),
                    try db.tasks(of: Plan.ID("p1"))
                )
            }
            #expect(page.map(\.task.position) == Array(1...100))
            #expect(counts.values.reduce(0, +) == 10_000)
            #expect(all.count == 10_000 && all.allSatisfy { $0.with.count == 1 })
        }
    }
}
