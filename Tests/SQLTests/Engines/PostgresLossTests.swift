import Foundation
import SQL
import Synchronization
import TestSupport
import Testing

@testable import Postgres

/// A server that goes away fails the request in hand and no later one.
struct PostgresLossTests {
    /// A pool, and another that can end its sessions.
    private func withPools(_ body: (_ pool: PostgresPool, _ other: PostgresPool) async throws -> Void)
        async throws
    {
        try await TestDatabase.withSchema { url in
            let pool = try await PostgresPool.open(.init(url: url, readers: 1))
            let other = try await PostgresPool.open(.init(url: url, readers: 1))
            try await Migrator(Sample.migrations).migrate(pool)
            try await body(pool, other)
            await pool.close()
            await other.close()
        }
    }

    private func end(_ session: Int, by other: PostgresPool) async throws {
        let isEnded = try await other.read { db in
            // The second argument waits until it is gone, 5 s at most.
            try db.value(Bool.self, "SELECT pg_terminate_backend(\(session)::bigint::int, 5000)")
        }
        #expect(isEnded == true)
    }

    private static let session: SQL = "SELECT pg_backend_pid()"

    @Test(arguments: [false, true])
    func `lost in the middle: that request fails retryably, the next works`(isWriting: Bool) async throws {
        try await withPools { pool, other in
            let (sessions, found) = AsyncStream<Int>.makeStream()
            let gate = Gate()
            let body: @Sendable (Database) throws -> Void = { db in
                if isWriting { try db.execute("UPDATE counter SET number = 5") }
                found.yield(try db.value(Int.self, Self.session) ?? 0)
                gate.wait()
                _ = try db.rows("SELECT 1")
            }
            let task = Task { if isWriting { try await pool.write(body) } else { try await pool.read(body) } }
            for await session in sessions {
                try await end(session, by: other)
                break
            }
            gate.open()
            let failure = try await #require(throws: DatabaseFailure.self) { try await task.value }
            #expect(failure.code == .connectionLost)
            #expect(failure.isRetryable)
            #expect(try await pool.read { try $0.value(Int.self, "SELECT number FROM counter") } == 0)
            try await pool.write { db in try db.execute("UPDATE counter SET number = 6") }
        }
    }

    @Test func `lost before the commit: nothing was kept`() async throws {
        try await withPools { pool, other in
            let (sessions, found) = AsyncStream<Int>.makeStream()
            let gate = Gate()
            let task = Task {
                try await pool.write { db in
                    try db.execute("UPDATE counter SET number = 5")
                    found.yield(try db.value(Int.self, Self.session) ?? 0)
                    gate.wait()
                }
            }
            for await session in sessions {
                try await end(session, by: other)
                break
            }
            gate.open()
            let failure = try await #require(throws: DatabaseFailure.self) { try await task.value }
            #expect(failure.code == .connectionLost)
            // The client can't know; so it must not blindly try again.
            #expect(failure.isOutcomeUnknown)
            #expect(!failure.isRetryable)
            #expect(try await pool.read { try $0.value(Int.self, "SELECT number FROM counter") } == 0)
        }
    }

    @Test func `lost while idle: nobody notices`() async throws {
        try await withPools { pool, other in
            for _ in 0..<3 {
                let reader = try await pool.read { try $0.value(Int.self, Self.session) }
                let writer = try await pool.write { try $0.value(Int.self, Self.session) }
                try await end(try #require(reader), by: other)
                try await end(try #require(writer), by: other)
                try await pool.write { db in try db.execute("UPDATE counter SET number = number + 1") }
            }
            #expect(try await pool.read { try $0.value(Int.self, "SELECT number FROM counter") } == 3)
        }
    }

    @Test func `away for a while and back`() async throws {
        let server = try TestDatabase.postgresURL()
        let admin = try await PostgresPool.open(.init(url: server))
        try await admin.command("CREATE DATABASE loa_away")
        let url = try #require(server.range(of: "/postgres", options: .backwards)).lowerBound
        let pool = try await PostgresPool.open(.init(url: server[..<url] + "/loa_away"))
        #expect(try await pool.read { try $0.value(Int.self, "SELECT 1") } == 1)
        try await admin.command("ALTER DATABASE loa_away ALLOW_CONNECTIONS false")
        try await admin.command(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = 'loa_away'")
        for _ in 0..<3 {
            let failure = try await #require(throws: DatabaseFailure.self) { try await pool.read { _ in } }
            #expect(failure.code == .connectionLost)
        }
        try await admin.command("ALTER DATABASE loa_away ALLOW_CONNECTIONS true")
        #expect(try await pool.read { try $0.value(Int.self, "SELECT 1") } == 1)
        try await pool.write { _ in }
        await pool.close()
        try await admin.command("DROP DATABASE loa_away WITH (FORCE)")
        await admin.close()
    }

    @Test func `a wrong address can't be opened and the password isn't told`() async throws {
        for url in [
            "postgres://loa:s3cret@127.0.0.1:1/postgres",
            "postgres://loa:s3cret@/postgres?host=/no/such/folder",
            "postgres://loa:s3cret@127.0.0.1:notaport/postgres",
        ] {
            let failure = try await #require(throws: DatabaseFailure.self) {
                try await PostgresPool.open(.init(url: url))
            }
            #expect(failure.code == .cannotOpen)
            #expect(!failure.description.contains("s3cret"))
        }
    }

    @Test func `a statement past its time is stopped`() async throws {
        try await TestDatabase.withSchema { url in
            let pool = try await PostgresPool.open(.init(url: url, statementTimeoutMilliseconds: 50))
            let failure = try await #require(throws: DatabaseFailure.self) {
                try await pool.read { db in _ = try db.rows("SELECT pg_sleep(60)") }
            }
            #expect(failure.code == .timedOut)
            #expect(try await pool.read { try $0.value(Int.self, "SELECT 1") } == 1)
            await pool.close()
        }
    }
}
