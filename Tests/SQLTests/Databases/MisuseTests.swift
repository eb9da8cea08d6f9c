import Foundation
import SQL
import SQLite
import Synchronization
import Testing

/// Mistakes of the programmer stop the program; they run in processes of their own.
struct MisuseTests {
    @Test func `a write inside a write traps`() async {
        await #expect(processExitsWith: .failure) {
            let pool = try await SQLitePool.open(.init(.memory))
            try await pool.write { _ in
                let done = DispatchSemaphore(value: 0)
                Task {
                    try await pool.write { _ in }
                    done.signal()
                }
                // Without the trap this ends in time and the process exits well.
                _ = done.wait(timeout: .now() + 5)
            }
        }
    }

    @Test func `a database used after its closure traps`() async {
        await #expect(processExitsWith: .failure) {
            let pool = try await SQLitePool.open(.init(.memory))
            let kept = Kept()
            try await pool.write { db in kept.keep(db) }
            _ = try? kept.take().rows("SELECT 1")
        }
    }

    @Test func `a statement inside forEach of the same database traps`() async {
        await #expect(processExitsWith: .failure) {
            let pool = try await SQLitePool.open(.init(.memory))
            try? await pool.read { db in
                try db.forEach("SELECT 1") { _ in _ = try db.rows("SELECT 2") }
            }
        }
    }

    @Test func `the same steps done rightly don't trap`() async {
        await #expect(processExitsWith: .success) {
            let pool = try await SQLitePool.open(.init(.memory))
            try await pool.write { db in _ = try db.rows("SELECT 1") }
            try await pool.write { db in try db.forEach("SELECT 1") { _ in } }
            await pool.close()
        }
    }

    /// Smuggles a database out of its closure, as no program should.
    ///
    /// Unchecked: the test uses it from one task only.
    private final class Kept: @unchecked Sendable {
        private var database: Database?
        func keep(_ database: Database) { self.database = database }
        func take() -> Database { database! }
    }
}
