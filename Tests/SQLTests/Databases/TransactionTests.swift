import SQL
import TestSupport
import Testing

/// What holds of reads and writes on both engines.
struct TransactionTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `rows come back as records, in order, one by one or all`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine, migrations: Sample.migrations) { pool in
            try await pool.write { db in
                let parent = try db.value(
                    Agency.ID.self, "INSERT INTO agency (name) VALUES (\("Sở")) RETURNING agency_id")
                try db.execute("INSERT INTO agency (name, parent_id) VALUES (\("Phòng"), \(parent))")
            }
            try await pool.read { db in
                let query: SQL = "SELECT agency_id, name, parent_id FROM agency ORDER BY agency_id"
                let all = try db.all(Agency.self, query)
                #expect(all.map(\.name) == ["Sở", "Phòng"])
                #expect(all[1].parent == all[0].id)
                #expect(try db.first(Agency.self, query) == all[0])
                #expect(try db.first(Agency.self, "SELECT agency_id FROM agency WHERE level = 3") == nil)
                #expect(try db.value(Int.self, "SELECT COUNT(*) FROM agency") == 2)
                #expect(try db.value(Int.self, "SELECT SUM(level) FROM agency") == 2)
                #expect(try db.value(Double.self, "SELECT AVG(level) FROM agency") == 1)
                #expect(try db.value(Bool.self, "SELECT EXISTS (SELECT 1 FROM agency)") == true)
                var names: [String] = []
                try db.forEach(query) { names.append(try $0.get("name")) }
                #expect(names == all.map(\.name))
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `a statement tells how many rows it changed`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine, migrations: Sample.migrations) { pool in
            let counts = try await pool.write { db in
                [
                    try db.execute("INSERT INTO agency (name) VALUES ('a'), ('b'), ('c')"),
                    try db.execute("UPDATE agency SET level = 2 WHERE name <> 'a'"),
                    try db.execute("SELECT name FROM agency"),
                    try db.execute("DELETE FROM agency WHERE name = 'none'"),
                    try db.execute("DELETE FROM agency"),
                ]
            }
            #expect(counts == [3, 2, 0, 0, 3])
        }
    }

    private struct Refused: Error {}

    @Test(arguments: TestDatabase.Engine.all)
    func `a write that throws leaves nothing`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine, migrations: Sample.migrations) { pool in
            await #expect(throws: Refused.self) {
                try await pool.write { db in
                    try db.execute("UPDATE counter SET number = 99")
                    throw Refused()
                }
            }
            let number = try await pool.read { try $0.value(Int.self, "SELECT number FROM counter") }
            #expect(number == 0)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `a write that swallows a failed statement keeps nothing`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine, migrations: Sample.migrations) { pool in
            let failure = try await #require(throws: DatabaseFailure.self) {
                try await pool.write { db in
                    try db.execute("UPDATE counter SET number = 99")
                    _ = try? db.execute("INSERT INTO agency (name) VALUES (\(String?.none))")
                    _ = try? db.execute("UPDATE counter SET number = 100")
                }
            }
            #expect(failure.code == .constraint(.notNull, name: "agency.name"))
            #expect(try await pool.read { try $0.value(Int.self, "SELECT number FROM counter") } == 0)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `an attempt that fails is undone alone, also inside another`(engine: TestDatabase.Engine)
        async throws
    {
        try await TestDatabase.with(engine, migrations: Sample.migrations) { pool in
            try await pool.write { db in
                try db.execute("INSERT INTO agency (name) VALUES ('a')")
                try db.attempt {
                    try db.execute("UPDATE counter SET number = 5")
                    #expect(throws: DatabaseFailure.self) {
                        try db.attempt {
                            try db.execute("UPDATE counter SET number = 6")
                            try db.execute("INSERT INTO agency (name) VALUES ('a')")
                        }
                    }
                }
            }
            #expect(try await pool.read { try $0.value(Int.self, "SELECT number FROM counter") } == 5)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `a read can't write`(engine: TestDatabase.Engine) async throws {
        for onDisk in [false, true] {
            try await TestDatabase.with(engine, migrations: Sample.migrations, onDisk: onDisk) { pool in
                let failure = try await #require(throws: DatabaseFailure.self) {
                    try await pool.read { db in try db.execute("UPDATE counter SET number = 1") }
                }
                #expect(failure.code == .readOnly)
                // And the connection is good for writing again.
                try await pool.write { db in try db.execute("UPDATE counter SET number = 2") }
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `a read sees one moment while others write`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine, migrations: Sample.migrations, onDisk: true) { pool in
            let (ready, isReady) = AsyncStream<Void>.makeStream()
            let gate = Gate()
            async let seen = pool.read { db in
                let before = try db.value(Int.self, "SELECT number FROM counter")
                isReady.yield()
                gate.wait()
                return [before, try db.value(Int.self, "SELECT number FROM counter")]
            }
            for await _ in ready { break }
            try await pool.write { db in try db.execute("UPDATE counter SET number = 7") }
            gate.open()
            #expect(try await seen == [0, 0])
            #expect(try await pool.read { try $0.value(Int.self, "SELECT number FROM counter") } == 7)
        }
    }

    @Test(arguments: TestDatabase.Engine.all, [false, true])
    func `a thousand increments by sixteen tasks lose none`(
        engine: TestDatabase.Engine, onDisk: Bool
    ) async throws {
        try await TestDatabase.with(engine, migrations: Sample.migrations, onDisk: onDisk) { pool in
            try await withThrowingTaskGroup { group in
                for task in 0..<16 {
                    group.addTask {
                        for _ in 0..<(task < 8 ? 63 : 62) {
                            try await pool.write { db in
                                // Read, then write: loses updates unless writers take turns.
                                let number = try db.value(Int.self, "SELECT number FROM counter") ?? -1
                                try db.execute("UPDATE counter SET number = \(number + 1)")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await pool.read { try $0.value(Int.self, "SELECT number FROM counter") } == 1_000)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `after closing, use is refused and closing again is fine`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine, migrations: Sample.migrations) { pool in
            await pool.close()
            let reading = try await #require(throws: DatabaseFailure.self) { try await pool.read { _ in } }
            let writing = try await #require(throws: DatabaseFailure.self) { try await pool.write { _ in } }
            #expect(reading.code == .closed)
            #expect(writing.code == .closed)
            await pool.close()
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `several hundred different statements pass through the cache`(
        engine: TestDatabase.Engine
    ) async throws {
        try await TestDatabase.with(engine) { pool in
            try await pool.write { db in
                for count in 1...450 {
                    let sum = (1...count).map { number -> SQL in "\(number)" }.joined(separator: " + ")
                    let found = try db.value(Int.self, "SELECT \(sum)")
                    #expect(found == count * (count + 1) / 2)
                }
                let one = try db.value(Int.self, "SELECT \(1)")
                #expect(one == 1)
            }
        }
    }
}
