import Locks
import Postgres
import SQL
import TestSupport
import Testing

/// States that a test can't bring about are raised by a function on the server.
struct PostgresCodeTests {
    private static let raising = Migration(
        "0001-raise", sqlite: "",
        postgres: """
            CREATE FUNCTION raise_state(state TEXT) RETURNS BIGINT LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'as told' USING ERRCODE = state;
            END $$
            """)

    static let states: [(String, DatabaseFailure.Code)] = [
        ("53100", .diskFull), ("53200", .outOfMemory), ("53300", .busy), ("55P03", .busy),
        ("58030", .inputOutput),
        ("57P01", .connectionLost), ("08006", .connectionLost), ("40P01", .conflict), ("40001", .conflict),
        ("XX001", .corrupted), ("54000", .tooLarge), ("42501", .cannotOpen), ("22003", .refusedValue),
        ("25006", .readOnly), ("XX000", .engine),
    ]

    @Test(arguments: states)
    func `each state has its code`(state: String, code: DatabaseFailure.Code) async throws {
        let failure = try await TestDatabase.with(.postgres, migrations: [Self.raising]) { pool in
            try await #require(throws: DatabaseFailure.self) {
                try await pool.write { db in _ = try db.rows("SELECT raise_state(\(state))") }
            }
        }
        #expect(failure.code == code)
        #expect(failure.engineCode == "SQLSTATE \(state)")
    }

    @Test func `a transaction that lost is run again, five times in all at most`() async throws {
        try await TestDatabase.with(.postgres, migrations: [Self.raising]) { pool in
            let runs = Locked(0)
            let third = try await pool.write { db in
                let run = runs.withLock {
                    $0 += 1; return $0
                }
                if run < 3 { _ = try db.rows("SELECT raise_state(\("40001"))") }
                return run
            }
            #expect(third == 3)
            runs.withLock { $0 = 0 }
            let failure = try await #require(throws: DatabaseFailure.self) {
                try await pool.write { db in
                    runs.withLock { $0 += 1 }
                    _ = try db.rows("SELECT raise_state(\("40P01"))")
                }
            }
            #expect(failure.code == .conflict)
            #expect(runs.withLock { $0 } == 5)
        }
    }

    @Test func `a table changed by another program is prepared anew`() async throws {
        try await TestDatabase.withSchema { url in
            let pool = try await PostgresPool.open(.init(url: url))
            let other = try await PostgresPool.open(.init(url: url))
            let first = Migration(
                "0001", sqlite: "", postgres: "CREATE TABLE a (number BIGINT); INSERT INTO a VALUES (1)")
            let second = Migration(
                "0002", sqlite: "", postgres: "ALTER TABLE a ALTER COLUMN number TYPE TEXT")
            try await Migrator([first]).migrate(other)
            let query: SQL = "SELECT number FROM a"
            #expect(try await pool.write { try $0.rows(query).map(\.values) } == [[.integer(1)]])
            try await Migrator([first, second]).migrate(other)
            #expect(try await pool.write { try $0.rows(query).map(\.values) } == [[.text("1")]])
            await pool.close()
            await other.close()
        }
    }

    @Test func `two pools on one schema write in turns`() async throws {
        try await TestDatabase.withSchema { url in
            let pools = [
                try await PostgresPool.open(.init(url: url)), try await PostgresPool.open(.init(url: url)),
            ]
            try await Migrator(Sample.migrations).migrate(pools[0])
            try await withThrowingTaskGroup { group in
                for task in 0..<8 {
                    group.addTask {
                        for _ in 0..<50 {
                            try await pools[task % 2].write { db in
                                let number = try db.value(Int.self, "SELECT number FROM counter") ?? -1
                                try db.execute("UPDATE counter SET number = \(number + 1)")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await pools[1].read { try $0.value(Int.self, "SELECT number FROM counter") } == 400)
            for pool in pools { await pool.close() }
        }
    }
}
