import Domain
import TestSupport
import Testing

@testable import Operations

struct WorkDoneTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `What happens while the work runs is looked at the next time`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(TaskVerbsTests.text)
            let task = try #require(try await example.tasks(of: plan).first)
            var done = WorkDone()
            var rounds = 0
            /// Runs of the work; in the first, somebody remarks on the task when all has been read.
            func run() async throws {
                try await done.unlessDone(in: example.office) {
                    rounds += 1
                    if rounds == 1 {
                        _ = try await CommentOnTask(task: task.id, text: "Nhắc").run(
                            in: example.office, as: example.actor(.planner))
                    }
                    return true
                }
            }
            try await run()
            try await run()
            #expect(rounds == 2)
            try await run()
            #expect(rounds == 2, "nothing was done since")
            example.clock.advance(86_400)
            try await run()
            #expect(rounds == 3, "it is another day")
        }
    }

    @Test func `Work that another server has in hand isn't done`() async throws {
        try await withOffice(.sqlite) { example async throws in
            var done = WorkDone()
            var rounds = 0
            for _ in 1...2 {
                try await done.unlessDone(in: example.office) {
                    rounds += 1
                    return false
                }
            }
            #expect(rounds == 2)
        }
    }
}
