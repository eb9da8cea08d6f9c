import SQL
import SQLite
import TestSupport
import Testing

/// Two programs on one SQLite file.
struct SharedFileTests {
    @Test func `the second waits for its turn a stated time, then is told that it's busy`() async throws {
        try await TestDatabase.withFolder { folder in
            let one = try await SQLitePool.open(.init(.file(folder + "/loa.db")))
            let other = try await SQLitePool.open(
                .init(.file(folder + "/loa.db"), busyTimeoutMilliseconds: 20))
            try await Migrator(Sample.migrations).migrate(one)
            let (started, hasStarted) = AsyncStream<Void>.makeStream()
            let gate = Gate()
            async let holding: Void = one.write { db in
                try db.execute("UPDATE counter SET number = 1")
                hasStarted.yield()
                gate.wait()
            }
            for await _ in started { break }
            let failure = try await #require(throws: DatabaseFailure.self) {
                try await other.write { db in try db.execute("UPDATE counter SET number = 2") }
            }
            #expect(failure.code == .busy)
            #expect(failure.isRetryable)
            gate.open()
            try await holding
            try await other.write { db in try db.execute("UPDATE counter SET number = 3") }
            #expect(try await one.read { try $0.value(Int.self, "SELECT number FROM counter") } == 3)
            await one.close()
            await other.close()
        }
    }
}
