import Foundation
import SQL
import TestSupport
import Testing

/// A backup of either engine restores into either, whole or not at all.
struct BackupTests {
    private static let migrator = Migrator(Sample.migrations)

    private func fill(_ pool: any DatabasePool) async throws {
        try await pool.write { db in
            for number in 1...250 {
                try db.execute(
                    "INSERT INTO agency (agency_id, name) VALUES (\(number), \("Cơ quan số \(number) 📣"))")
            }
            // Each refers to a later row, which a load in order meets first.
            try db.execute("UPDATE agency SET parent_id = agency_id + 1 WHERE agency_id < 250")
            try db.execute("UPDATE counter SET number = \(Int64.min)")
            for number in 1...40 {
                let picture = [UInt8](repeating: UInt8(number), count: number * 1_000)
                try db.execute(
                    """
                    INSERT INTO note (note_id, agency_id, words, weight, picture)
                    VALUES (\(number), \(number), \(number % 3 == 0 ? nil : ""), \(Double(number) / 3), \(picture))
                    """)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all, TestDatabase.Engine.all)
    func `everything arrives, and a backup of it is the same file`(
        from: TestDatabase.Engine, to: TestDatabase.Engine
    ) async throws {
        try await TestDatabase.withFolder { folder in
            let first = folder + "/first.loa"
            let second = folder + "/second.loa"
            let written = try await TestDatabase.with(from, migrations: Sample.migrations) { pool in
                try await fill(pool)
                return try await pool.backup(to: first)
            }
            #expect(written.rows == ["agency": 250, "counter": 1, "note": 40])
            #expect(written.migrations == Sample.migrations.map(\.name))
            #expect(try await Backup.check(first) == written)
            try await withEmpty(to) { pool in
                let read = try await Backup.restore(from: first, into: pool, migrator: Self.migrator)
                #expect(read == written)
                #expect(try await Self.migrator.migrate(pool) == [])
                try await pool.backup(to: second)
                try await checkRules(pool)
            }
            #expect(try Data(contentsOf: URL(filePath: first)) == Data(contentsOf: URL(filePath: second)))
        }
    }

    /// Numbering goes on, and triggers and references are back.
    private func checkRules(_ pool: any DatabasePool) async throws {
        let next = try await pool.write { db in
            try db.value(Int.self, "INSERT INTO agency (name) VALUES ('next') RETURNING agency_id")
        }
        #expect(next == 251)
        let trigger = try await #require(throws: DatabaseFailure.self) {
            try await pool.write { db in try db.execute("DELETE FROM note") }
        }
        #expect(trigger.code == .constraint(.trigger, name: "a note is never deleted"))
        let reference = try await #require(throws: DatabaseFailure.self) {
            try await pool.write { db in
                try db.execute("UPDATE agency SET parent_id = 9999")
                Issue.record("The reference must be checked at once.")
            }
        }
        guard case .constraint(.foreignKey, _) = reference.code else {
            Issue.record("\(reference)")
            return
        }
    }

    /// Without any table, as a database is before its first start.
    private func withEmpty<Value: Sendable>(
        _ engine: TestDatabase.Engine, _ body: (any DatabasePool) async throws -> Value
    ) async throws -> Value {
        try await TestDatabase.with(engine, migrations: nil, body)
    }

    @Test(arguments: TestDatabase.Engine.all, TestDatabase.Engine.all)
    func `taken while others write it holds one moment`(
        from: TestDatabase.Engine, to: TestDatabase.Engine
    ) async throws {
        try await TestDatabase.withFolder { folder in
            let path = folder + "/moving.loa"
            try await TestDatabase.with(from, migrations: Sample.migrations, onDisk: true) { pool in
                try await pool.write { db in
                    try db.execute("INSERT INTO agency (agency_id, name) VALUES (1, 'a')")
                }
                try await withThrowingTaskGroup { group in
                    for writer in 0..<4 {
                        group.addTask {
                            var step = 0
                            while !Task.isCancelled {
                                step += 1
                                let id = step * 4 + writer
                                // Both or neither: a note, and the count of notes.
                                try await pool.write { db in
                                    try db.execute("INSERT INTO note (note_id, agency_id) VALUES (\(id), 1)")
                                    try db.execute("UPDATE counter SET number = number + 1")
                                }
                            }
                        }
                    }
                    while try await pool.read({ try $0.value(Int.self, "SELECT number FROM counter") }) ?? 0
                        < 50
                    {}
                    for _ in 0..<5 { try await pool.backup(to: path) }
                    group.cancelAll()
                    // The writers end by being cancelled.
                    while let result = await group.nextResult() {
                        if case .failure(let error) = result, (error as? DatabaseFailure)?.code != .cancelled
                        {
                            throw error
                        }
                    }
                }
            }
            try await withEmpty(to) { pool in
                try await Backup.restore(from: path, into: pool, migrator: Self.migrator)
                let counts = try await pool.read { db in
                    [
                        try db.value(Int.self, "SELECT number FROM counter"),
                        try db.value(Int.self, "SELECT COUNT(*) FROM note"),
                    ]
                }
                #expect(counts[0] == counts[1])
                #expect(counts[0] ?? 0 >= 50)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `a database with tables is only overwritten when told to`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withFolder { folder in
            let path = folder + "/full.loa"
            try await TestDatabase.with(engine, migrations: Sample.migrations) { pool in
                try await fill(pool)
                try await pool.backup(to: path)
                try await pool.write { db in
                    try db.execute("INSERT INTO agency (agency_id, name) VALUES (900, 'later')")
                }
                let failure = try await #require(throws: DatabaseFailure.self) {
                    try await Backup.restore(from: path, into: pool, migrator: Self.migrator)
                }
                #expect(failure.code == .notEmpty)
                #expect(try await count(pool) == 251)
                try await Backup.restore(from: path, into: pool, migrator: Self.migrator, replacing: true)
                #expect(try await count(pool) == 250)
            }
        }
    }

    private func count(_ pool: any DatabasePool) async throws -> Int? {
        try await pool.read { try $0.value(Int.self, "SELECT COUNT(*) FROM agency") }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `an older backup is brought up to date, a newer one refused`(engine: TestDatabase.Engine)
        async throws
    {
        try await TestDatabase.withFolder { folder in
            let old = folder + "/old.loa"
            let new = folder + "/new.loa"
            try await TestDatabase.with(engine, migrations: [Sample.migrations[0]]) { pool in
                try await pool.backup(to: old)
            }
            try await TestDatabase.with(engine, migrations: Sample.migrations) { pool in
                try await pool.backup(to: new)
            }
            try await withEmpty(engine) { pool in
                try await Backup.restore(from: old, into: pool, migrator: Self.migrator)
                #expect(try await Self.migrator.applied(pool).count == 2)
            }
            try await withEmpty(engine) { pool in
                let failure = try await #require(throws: DatabaseFailure.self) {
                    try await Backup.restore(
                        from: new, into: pool, migrator: Migrator([Sample.migrations[0]]))
                }
                #expect(failure.code == .newerSchema)
                let isEmpty = try await Self.migrator.applied(pool).isEmpty
                #expect(isEmpty)
            }
        }
    }
}
