import Foundation
import SQL
import TestSupport
import Testing

/// What isn't a whole backup is refused before the database is touched.
struct DamagedBackupTests {
    private func withBackup(_ body: (_ bytes: Data, _ path: String) async throws -> Void) async throws {
        try await TestDatabase.withFolder { folder in
            let path = folder + "/whole.loa"
            try await TestDatabase.with(.sqlite, migrations: Sample.migrations) { pool in
                try await pool.write { db in
                    try db.execute("INSERT INTO agency (agency_id, name) VALUES (1, 'Sở Thông tin')")
                    try db.execute(
                        "INSERT INTO note (note_id, agency_id, words, weight) VALUES (1, 1, 'chữ', \(1.5))")
                }
                try await pool.backup(to: path)
            }
            try await body(try Data(contentsOf: URL(filePath: path)), folder + "/damaged.loa")
        }
    }

    private func expectDamaged(_ bytes: Data, _ path: String, _ what: String) async throws {
        try bytes.write(to: URL(filePath: path))
        do {
            try await Backup.check(path)
            Issue.record("Taken for whole: \(what)")
        } catch let failure as DatabaseFailure {
            #expect(failure.code == .damagedBackup, "\(what)")
        }
    }

    @Test func `cut off at any byte`() async throws {
        try await withBackup { bytes, path in
            for length in 0..<bytes.count {
                try await expectDamaged(bytes.prefix(length), path, "\(length) of \(bytes.count) bytes")
            }
        }
    }

    @Test func `any byte changed`() async throws {
        try await withBackup { bytes, path in
            for place in 0..<bytes.count {
                var changed = bytes
                changed[place] ^= UInt8(1 << (place % 8))
                try await expectDamaged(changed, path, "byte \(place)")
            }
        }
    }

    @Test func `something behind the end, text, nothing but zeros`() async throws {
        try await withBackup { bytes, path in
            try await expectDamaged(bytes + [0], path, "one byte more")
            try await expectDamaged(bytes + bytes, path, "twice")
            try await expectDamaged(Data("SELECT 1;".utf8), path, "text")
            try await expectDamaged(Data(count: 10_000), path, "zeros")
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `restoring a damaged file changes nothing, even when told to replace`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withBackup { bytes, path in
            try bytes.dropLast(3).write(to: URL(filePath: path))
            try await TestDatabase.with(engine, migrations: Sample.migrations) { pool in
                try await pool.write { db in try db.execute("UPDATE counter SET number = 12") }
                let failure = try await #require(throws: DatabaseFailure.self) {
                    try await Backup.restore(
                        from: path, into: pool, migrator: Migrator(Sample.migrations), replacing: true)
                }
                #expect(failure.code == .damagedBackup)
                #expect(try await pool.read { try $0.value(Int.self, "SELECT number FROM counter") } == 12)
            }
        }
    }

    @Test func `a missing file or folder is told, and leaves no half file`() async throws {
        try await TestDatabase.withFolder { folder in
            try await TestDatabase.with(.sqlite, migrations: Sample.migrations) { pool in
                let missing = try await #require(throws: DatabaseFailure.self) {
                    try await pool.backup(to: folder + "/no/such/folder.loa")
                }
                #expect(missing.code == .cannotOpen)
                // A folder stands where the file should be: the last step fails.
                try FileManager.default.createDirectory(
                    atPath: folder + "/taken/inside", withIntermediateDirectories: true)
                let taken = try await #require(throws: DatabaseFailure.self) {
                    try await pool.backup(to: folder + "/taken")
                }
                #expect(taken.code == .inputOutput)
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["taken"])
            }
            let unread = try await #require(throws: DatabaseFailure.self) {
                try await Backup.check(folder + "/none.loa")
            }
            #expect(unread.code == .cannotOpen)
        }
    }
}
