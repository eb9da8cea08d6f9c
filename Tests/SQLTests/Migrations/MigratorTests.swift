import Postgres
import SQL
import SQLite
import TestSupport
import Testing

struct MigratorTests {
    private func makes(_ name: String, _ table: StaticString) -> Migration {
        let text = "CREATE TABLE \(table) (number INTEGER NOT NULL)"
        return Migration(name, sqlite: text + " STRICT", postgres: text)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `each step runs once, in the order of the list`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine) { pool async throws in
            let first = Migrator([makes("0001", "a")])
            let both = Migrator([makes("0001", "a"), makes("0002", "b")])
            #expect(try await first.migrate(pool) == ["0001"])
            #expect(try await both.migrate(pool) == ["0002"])
            #expect(try await both.migrate(pool) == [])
            #expect(try await both.applied(pool) == ["0001", "0002"])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `a new database has seen no steps`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine) { pool in
            try await Migrator([]).migrate(pool)
            #expect(try await Migrator([]).applied(pool) == [])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `a newer schema is refused and left alone`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine) { pool in
            try await Migrator([makes("0001", "a"), makes("0002", "b")]).migrate(pool)
            let failure = try await #require(throws: DatabaseFailure.self) {
                try await Migrator([makes("0001", "a")]).migrate(pool)
            }
            #expect(failure.code == .newerSchema)
            #expect(failure.message.contains("0002"))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `a changed, renamed or reordered step is refused`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine) { pool in
            try await Migrator([makes("0001", "a"), makes("0002", "b")]).migrate(pool)
            for other in [
                [makes("0001", "a"), makes("0002", "changed")], [makes("0001", "a"), makes("0002-b", "b")],
                [makes("0002", "b"), makes("0001", "a"), makes("0003", "c")],
            ] {
                let failure = try await #require(throws: DatabaseFailure.self) {
                    try await Migrator(other).migrate(pool)
                }
                #expect(failure.code == .changedMigration)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `a step that fails halfway leaves nothing, the ones before stay`(
        engine: TestDatabase.Engine
    ) async throws {
        try await TestDatabase.with(engine) { pool async throws in
            let broken = "CREATE TABLE b (number INTEGER); INSERT INTO missing VALUES (1)"
            let migrator = Migrator([makes("0001", "a"), Migration("0002", sqlite: broken, postgres: broken)])
            await #expect(throws: DatabaseFailure.self) { try await migrator.migrate(pool) }
            #expect(try await migrator.applied(pool) == ["0001"])
            let mended = Migrator([makes("0001", "a"), makes("0002", "b")])
            #expect(try await mended.migrate(pool) == ["0002"])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `two servers that start at once share the steps`(engine: TestDatabase.Engine) async throws {
        let migrator = Migrator(
            (1...8).map { number in
                let text = "CREATE TABLE t\(number) (number INTEGER)"
                return Migration("000\(number)", sqlite: text, postgres: text)
            })
        try await withTwoPools(engine) { one, other in
            async let first = migrator.migrate(one)
            async let second = migrator.migrate(other)
            let done = try await first + second
            #expect(done.sorted() == migrator.migrations.map(\.name))
            #expect(try await migrator.applied(one) == migrator.migrations.map(\.name))
        }
    }

    private func withTwoPools(
        _ engine: TestDatabase.Engine, _ body: (any DatabasePool, any DatabasePool) async throws -> Void
    ) async throws {
        switch engine {
        case .sqlite:
            try await TestDatabase.withFolder { folder in
                let one = try await SQLitePool.open(.init(.file(folder + "/loa.db")))
                let other = try await SQLitePool.open(.init(.file(folder + "/loa.db")))
                try await body(one, other)
                await one.close()
                await other.close()
            }
        case .postgres:
            try await TestDatabase.withSchema { url in
                let one = try await PostgresPool.open(.init(url: url))
                let other = try await PostgresPool.open(.init(url: url))
                try await body(one, other)
                await one.close()
                await other.close()
            }
        }
    }

    @Test func `on SQLite a step that leaves references to missing rows is refused`() async throws {
        let breaking = Migration(
            "0001",
            sqlite: """
                PRAGMA defer_foreign_keys = ON;
                CREATE TABLE a (id INTEGER PRIMARY KEY);
                CREATE TABLE b (a_id INTEGER REFERENCES a (id));
                INSERT INTO b VALUES (5);
                """, postgres: "")
        try await TestDatabase.with(.sqlite) { pool in
            let failure = try await #require(throws: DatabaseFailure.self) {
                try await Migrator([breaking]).migrate(pool)
            }
            #expect(failure.code == .constraint(.foreignKey, name: nil))
        }
    }
}
