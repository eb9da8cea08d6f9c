import Foundation
import SQL
import SQLite
import TestSupport
import Testing

/// A file that can't be used says why, and nothing stays open.
struct SQLiteOpeningTests {
    private func code(opening path: String) async throws -> DatabaseFailure.Code {
        let failure = try await #require(throws: DatabaseFailure.self) {
            try await SQLitePool.open(.init(.file(path)))
        }
        return failure.code
    }

    @Test func `a missing folder`() async throws {
        try await TestDatabase.withFolder { folder async throws in
            #expect(try await code(opening: folder + "/no/loa.db") == .cannotOpen)
        }
    }

    @Test func `a folder instead of a file`() async throws {
        try await TestDatabase.withFolder { folder async throws in
            #expect(try await code(opening: folder) == .cannotOpen)
        }
    }

    @Test func `a file that is no database`() async throws {
        try await TestDatabase.withFolder { folder in
            let path = folder + "/loa.db"
            try Data(repeating: 0x41, count: 8_192).write(to: URL(filePath: path))
            #expect(try await code(opening: path) == .corrupted)
        }
    }

    @Test func `no permission`() async throws {
        try await TestDatabase.withFolder { folder in
            let closed = folder + "/closed"
            try FileManager.default.createDirectory(
                atPath: closed, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o500])
            await #expect(processExitsWith: .success) { [closed = closed as String] in
                // The superuser may write anywhere: become nobody.
                if geteuid() == 0 { precondition(seteuid(65_534) == 0) }
                do {
                    _ = try await SQLitePool.open(.init(.file(closed + "/loa.db")))
                    exit(7)
                } catch let failure as DatabaseFailure {
                    exit(failure.code == .cannotOpen ? 0 : 2)
                }
            }
        }
    }

    @Test func `a damaged page is found when it is read`() async throws {
        try await TestDatabase.withFolder { folder in
            let path = folder + "/loa.db"
            let pool = try await SQLitePool.open(.init(.file(path)))
            try await Migrator(Sample.migrations).migrate(pool)
            try await pool.write { db in
                for number in 1...2_000 {
                    try db.execute("INSERT INTO agency (name) VALUES (\("a\(number)"))")
                }
            }
            await pool.close()
            var bytes = try Data(contentsOf: URL(filePath: path))
            bytes.replaceSubrange(8_192..., with: Data(repeating: 0xA5, count: bytes.count - 8_192))
            try bytes.write(to: URL(filePath: path))
            let damaged = try await SQLitePool.open(.init(.file(path)))
            let failure = try await #require(throws: DatabaseFailure.self) {
                try await damaged.read { db in try db.rows("SELECT name FROM agency ORDER BY name") }
            }
            #expect(failure.code == .corrupted)
            await damaged.close()
        }
    }

    @Test func `a new file is readable by its owner only`() async throws {
        try await TestDatabase.withFolder { folder in
            let pool = try await SQLitePool.open(.init(.file(folder + "/loa.db")))
            try await Migrator(Sample.migrations).migrate(pool)
            for name in ["loa.db", "loa.db-wal", "loa.db-shm"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
                #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
            }
            await pool.close()
            // Closing folds the log into the file.
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["loa.db"])
        }
    }

    @Test func `text with a NUL that another program wrote is read whole`() async throws {
        try await TestDatabase.with(.sqlite) { pool in
            let found = try await pool.read { db in
                try db.value(String.self, "SELECT 'a' || char(0) || 'b'")
            }
            #expect(found == "a\u{0}b")
        }
    }

    @Test func `text that isn't UTF-8 is refused, not mended in silence`() async throws {
        try await TestDatabase.with(.sqlite) { pool in
            let failure = try await #require(throws: DatabaseFailure.self) {
                try await pool.read { db in try db.rows("SELECT CAST(x'C328' AS TEXT) AS bad") }
            }
            #expect(failure.code == .unreadableValue)
        }
    }
}
