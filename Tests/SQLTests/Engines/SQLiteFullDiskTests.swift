import Foundation
import SQL
import SQLite
import TestSupport
import Testing

/// A disk without room refuses changes, keeps what was there, and works again.
struct SQLiteFullDiskTests {
    @Test func `a full database says so and keeps what it has`() async throws {
        try await TestDatabase.withFolder { folder in
            let pool = try await SQLitePool.open(.init(.file(folder + "/loa.db"), maximumPages: 60))
            try await Migrator(Sample.migrations).migrate(pool)
            let kept = try await fill(pool, until: .diskFull)
            #expect(kept > 0)
            let found = try await pool.read { try $0.value(Int.self, "SELECT COUNT(*) FROM note") }
            #expect(found == kept)
            // Changes that need no room still work.
            try await pool.write { db in try db.execute("UPDATE counter SET number = 1") }
            await pool.close()
        }
    }

    private func fill(_ pool: SQLitePool, until code: DatabaseFailure.Code) async throws -> Int {
        try await pool.write { db in try db.execute("INSERT INTO agency (agency_id, name) VALUES (1, 'a')") }
        for number in 0..<1_000 {
            do {
                try await pool.write { db in
                    try db.execute(
                        """
                        INSERT INTO note (note_id, agency_id, picture)
                        VALUES (\(number), 1, \([UInt8](repeating: 1, count: 20_000)))
                        """)
                }
            } catch let failure as DatabaseFailure {
                #expect(failure.code == code)
                return number
            }
        }
        Issue.record("It never got full.")
        return 0
    }

    /// The limit on the size of files stops writes in the middle, as a full disk
    /// does; it holds for a whole process, hence one of its own.
    @Test func `when the system refuses to write, nothing is lost and later writes work`() async throws {
        try await TestDatabase.withFolder { folder in
            await #expect(processExitsWith: .success) { [folder = folder as String] in
                signal(SIGXFSZ, SIG_IGN)
                let pool = try await SQLitePool.open(.init(.file(folder + "/loa.db")))
                try await Migrator(Sample.migrations).migrate(pool)
                try await pool.write { db in try db.execute("UPDATE counter SET number = 41") }
                var limit = rlimit()
                getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
                let room = limit
                limit.rlim_cur = 600_000
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
                let large = [UInt8](repeating: 1, count: 2_000_000)
                do {
                    try await pool.write { db in
                        try db.execute("UPDATE counter SET number = 42")
                        try db.execute("INSERT INTO agency (agency_id, name) VALUES (1, 'a')")
                        try db.execute(
                            "INSERT INTO note (note_id, agency_id, picture) VALUES (1, 1, \(large))")
                    }
                    exit(3)
                } catch let failure as DatabaseFailure {
                    // SQLite calls only ENOSPC "full"; the limit gives EFBIG.
                    guard [.diskFull, .inputOutput].contains(failure.code) else { exit(4) }
                }
                do {
                    try await pool.backup(to: folder + "/small.loa")
                } catch {
                    exit(5)
                }
                var again = room
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &again)
                let number = try await pool.read { try $0.value(Int.self, "SELECT number FROM counter") }
                guard number == 41 else { exit(6) }
                try await pool.write { db in
                    try db.execute("INSERT INTO agency (agency_id, name) VALUES (1, 'a')")
                    try db.execute("INSERT INTO note (note_id, agency_id, picture) VALUES (1, 1, \(large))")
                }
                await pool.close()
                exit(0)
            }
        }
    }

    @Test func `a backup that finds no room leaves the older one in place`() async throws {
        try await TestDatabase.withFolder { folder in
            await #expect(processExitsWith: .success) { [folder = folder as String] in
                signal(SIGXFSZ, SIG_IGN)
                let pool = try await SQLitePool.open(.init(.memory))
                try await Migrator(Sample.migrations).migrate(pool)
                let path = folder + "/loa.loa"
                let older = try await pool.backup(to: path)
                try await pool.write { db in
                    let large = [UInt8](repeating: 1, count: 2_000_000)
                    try db.execute("INSERT INTO agency (agency_id, name) VALUES (1, 'a')")
                    try db.execute("INSERT INTO note (note_id, agency_id, picture) VALUES (1, 1, \(large))")
                }
                var limit = rlimit()
                getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
                limit.rlim_cur = 500_000
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
                do {
                    try await pool.backup(to: path)
                    exit(3)
                } catch let failure as DatabaseFailure {
                    guard failure.code == .diskFull else { exit(4) }
                }
                let found = try await Backup.check(path)
                let files = try FileManager.default.contentsOfDirectory(atPath: folder)
                exit(found == older && files == ["loa.loa"] ? 0 : 5)
            }
        }
    }
}
