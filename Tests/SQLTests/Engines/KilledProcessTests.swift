import Foundation
import Postgres
import SQL
import SQLite
import TestSupport
import Testing

/// A process that is killed at once (SIGKILL) loses nothing that it acknowledged.
struct KilledProcessTests {
    @Test func `on SQLite`() async throws {
        try await TestDatabase.withFolder { folder in
            let path = folder + "/loa.db"
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [folder = folder as String, path = path as String] in
                let pool = try await SQLitePool.open(.init(.file(path)))
                try await KilledProcessTests.writeUntilKilled(pool, folder + "/acknowledged")
            }
            try await check(try await SQLitePool.open(.init(.file(path))), folder + "/acknowledged")
        }
    }

    @Test func `on PostgreSQL`() async throws {
        try await TestDatabase.withFolder { folder in
            try await TestDatabase.withSchema { url in
                await #expect(processExitsWith: .signal(SIGKILL)) {
                    [folder = folder as String, url = url as String] in
                    let pool = try await PostgresPool.open(.init(url: url))
                    try await KilledProcessTests.writeUntilKilled(pool, folder + "/acknowledged")
                }
                try await check(try await PostgresPool.open(.init(url: url)), folder + "/acknowledged")
            }
        }
    }

    /// Eight tasks write at full speed; each acknowledged number goes into a file,
    /// which the system keeps when the process dies.
    static func writeUntilKilled(_ pool: any DatabasePool, _ acknowledged: String) async throws {
        try await Migrator(Sample.migrations).migrate(pool)
        let file = open(acknowledged, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        try await withThrowingTaskGroup { group in
            for task in 0..<8 {
                group.addTask {
                    for step in 0... {
                        let number = step * 8 + task
                        try await pool.write { db in
                            try db.execute(
                                "INSERT INTO counter (counter_id, number) VALUES (\(number + 10), 1)")
                            try db.execute("UPDATE counter SET number = number + 1 WHERE counter_id = 1")
                        }
                        let line = Array("\(number + 10)\n".utf8)
                        write(file, line, line.count)
                        // In the midst of the others' work.
                        if number >= 400 { kill(getpid(), SIGKILL) }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func check(_ pool: any DatabasePool, _ path: String) async throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let acknowledged = Set(text.split(separator: "\n").compactMap { Int($0) })
        #expect(acknowledged.count > 100)
        let (kept, count) = try await pool.read { db in
            (
                Set(try db.values(Int.self, "SELECT counter_id FROM counter WHERE counter_id > 1")),
                try db.value(Int.self, "SELECT number FROM counter WHERE counter_id = 1")
            )
        }
        #expect(acknowledged.isSubset(of: kept))
        // Both statements of a transaction, or neither.
        #expect(count == kept.count)
        await pool.close()
    }
}
