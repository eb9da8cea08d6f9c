import SQL
import TestSupport
import Testing

/// Giving up a task stops its statement and keeps nothing of its transaction.
struct CancellationTests {
    /// Would take minutes on either engine.
    private static let endless: SQL = """
        WITH RECURSIVE step (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM step WHERE n < 2000000000)
        SELECT COUNT(*) FROM step
        """

    @Test(arguments: TestDatabase.Engine.all, [false, true])
    func `a running statement stops`(engine: TestDatabase.Engine, isWriting: Bool) async throws {
        try await TestDatabase.with(engine, migrations: Sample.migrations, onDisk: true) { pool in
            let (started, hasStarted) = AsyncStream<Void>.makeStream()
            let task = Task {
                if isWriting {
                    try await pool.write { db in
                        try db.execute("UPDATE counter SET number = 9")
                        hasStarted.yield()
                        _ = try db.rows(Self.endless)
                    }
                } else {
                    try await pool.read { db in
                        hasStarted.yield()
                        _ = try db.rows(Self.endless)
                    }
                }
            }
            for await _ in started { break }
            task.cancel()
            let failure = try await #require(throws: DatabaseFailure.self) { try await task.value }
            #expect(failure.code == .cancelled)
            // The next ones aren't touched by it.
            #expect(try await pool.read { try $0.value(Int.self, "SELECT number FROM counter") } == 0)
            try await pool.write { db in try db.execute("UPDATE counter SET number = 1") }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `between two statements it stops before the second`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine, migrations: Sample.migrations) { pool in
            let (started, hasStarted) = AsyncStream<Void>.makeStream()
            let gate = Gate()
            let task = Task {
                try await withTaskCancellationHandler {
                    try await pool.write { db in
                        hasStarted.yield()
                        gate.wait()
                        // The flag comes over another thread; until then this repeats.
                        while true { try db.execute("UPDATE counter SET number = number + 1") }
                    }
                } onCancel: {
                    gate.open()
                }
            }
            for await _ in started { break }
            task.cancel()
            let failure = try await #require(throws: DatabaseFailure.self) { try await task.value }
            #expect(failure.code == .cancelled)
            #expect(try await pool.read { try $0.value(Int.self, "SELECT number FROM counter") } == 0)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `one that waits for its turn leaves the queue at once`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine, migrations: Sample.migrations) { pool in
            let (started, hasStarted) = AsyncStream<Void>.makeStream()
            let gate = Gate()
            async let first: Void = pool.write { _ in
                hasStarted.yield()
                gate.wait()
            }
            for await _ in started { break }
            let second = Task {
                try await pool.write { db in try db.execute("UPDATE counter SET number = 3") }
            }
            second.cancel()
            let failure = try await #require(throws: DatabaseFailure.self) { try await second.value }
            #expect(failure.code == .cancelled)
            gate.open()
            try await first
            #expect(try await pool.read { try $0.value(Int.self, "SELECT number FROM counter") } == 0)
        }
    }
}
