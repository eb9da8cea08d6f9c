import SQL
import TestSupport
import Testing

/// Rows that go in by the engine's shortest way are the same rows.
struct RowLoadTests {
    private static let migrations = [
        Migration(
            "0001-sample",
            sqlite: """
                CREATE TABLE kind (kind_id TEXT NOT NULL PRIMARY KEY) STRICT;
                CREATE TABLE thing (
                    thing_id INTEGER NOT NULL PRIMARY KEY, kind_id TEXT REFERENCES kind (kind_id), words TEXT, bytes BLOB
                ) STRICT;
                CREATE INDEX thing_words ON thing (words);
                """,
            postgres: """
                CREATE TABLE kind (kind_id TEXT NOT NULL PRIMARY KEY);
                CREATE TABLE thing (
                    thing_id BIGINT NOT NULL PRIMARY KEY, kind_id TEXT REFERENCES kind (kind_id), words TEXT, bytes BYTEA
                );
                CREATE INDEX thing_words ON thing (words);
                """)
    ]

    private static let rows: [[SQLValue]] = [
        [.integer(.max), .null, .text("Thông tin đối ngoại\t\\N"), .blob([])],
        [.integer(.min), .text("a"), .text(""), .blob([0, 255, 10])],
        [.integer(0), .text("a"), .null, .null],
    ]

    private static func load(_ rows: [[SQLValue]], _ db: Database) throws {
        try db.load(into: "thing", "thing_id, kind_id, words, bytes", rows)
    }

    private static func things(_ db: Database) throws -> Int {
        try db.value(Int.self, "SELECT COUNT(*) FROM thing") ?? 0
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Every kind of value arrives as it was`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine, migrations: Self.migrations) { pool async throws in
            try await pool.write { db in
                try db.load(into: "kind", "kind_id", [[.text("a")]])
                try Self.load(Self.rows, db)
                // The connection goes on as ever.
                try Self.load([], db)
                let found = try db.rows(
                    "SELECT thing_id, kind_id, words, bytes FROM thing ORDER BY thing_id DESC")
                #expect(try found[0].get("words", as: String?.self) == "Thông tin đối ngoại\t\\N")
                #expect(try found[0].get("bytes", as: [UInt8]?.self) == [])
                #expect(try found[0].get("kind_id", as: String?.self) == nil)
                #expect(try found[1].get("words", as: String?.self) == nil)
                #expect(try found[1].get("bytes", as: [UInt8]?.self) == nil)
                #expect(try found[2].get("thing_id", as: Int64.self) == .min)
                #expect(try found[2].get("words", as: String?.self) == "")
                #expect(try found[2].get("bytes", as: [UInt8]?.self) == [0, 255, 10])
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A row that the schema refuses takes all with it, and the connection lives on`(
        engine: TestDatabase.Engine
    ) async throws {
        try await TestDatabase.with(engine, migrations: Self.migrations) { pool async throws in
            await #expect(throws: DatabaseFailure.self) {
                try await pool.write { db in
                    try db.load(into: "kind", "kind_id", [[.text("a")]])
                    try Self.load(Self.rows + [Self.rows[0]], db)
                }
            }
            await #expect(throws: DatabaseFailure.self) {
                try await pool.write { db in
                    try db.load(into: "kind", "kind_id", [[.text("nul\0")]])
                }
            }
            #expect(try await pool.write { db in try Self.things(db) } == 0)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `More than one piece of rows arrives whole`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine, migrations: Self.migrations) { pool async throws in
            try await pool.write { db in
                let words = SQLValue.text(String(repeating: "dài ", count: 100))
                try Self.load((0..<3_000).map { [.integer(Int64($0)), .null, words, .null] }, db)
                #expect(try Self.things(db) == 3_000)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `What is set aside comes back, and refuses what breaks a reference`(engine: TestDatabase.Engine)
        async throws
    {
        try await TestDatabase.with(engine, migrations: Self.migrations) { pool async throws in
            try await pool.write { db in
                let setAside = try SetAside(from: ["thing"], in: db)
                try Self.load([[.integer(1), .null, .text("a"), .null]], db)
                try setAside.restore(in: db)
                try SetAside.analyze(["thing"], in: db)
            }
            await #expect(throws: DatabaseFailure.self) {
                try await pool.write { db in
                    let again = try SetAside(from: ["thing"], in: db)
                    // SQLite refuses it at once, PostgreSQL when the reference comes back.
                    try Self.load([[.integer(2), .text("missing"), .null, .null]], db)
                    try again.restore(in: db)
                }
            }
            let plan = try await pool.write { db in
                if db.dialect == .postgres { try db.execute("SET LOCAL enable_seqscan = off") }
                return try db.rows(
                    .either(
                        sqlite: "EXPLAIN QUERY PLAN SELECT thing_id FROM thing WHERE words = 'a'",
                        postgres: "EXPLAIN (COSTS OFF) SELECT thing_id FROM thing WHERE words = 'a'")
                ).map { try $0.get(db.dialect == .sqlite ? "detail" : "QUERY PLAN", as: String.self) }
            }
            #expect(plan.joined().contains("thing_words"))
        }
    }
}
