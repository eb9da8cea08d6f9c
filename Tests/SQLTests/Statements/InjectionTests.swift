import SQL
import TestSupport
import Testing

/// Nothing that a user types is ever read as SQL.
struct InjectionTests {
    static let attacks = [
        "'; DROP TABLE agency; --", "' OR '1'='1", "\\'; DROP TABLE agency; --", "$1", "?", ":name", "\"",
        "x'); DELETE FROM agency WHERE ('1'='1", "/*", "--", "%", "_", "E'\\047", "$$; DROP TABLE agency; $$",
        "ʼ; DROP TABLE agency", "\u{FF07} OR 1=1",
    ]

    @Test(arguments: TestDatabase.Engine.all)
    func `attacks are kept and found as plain text`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine, migrations: Sample.migrations) { pool in
            for attack in Self.attacks {
                try await pool.write { db in
                    try db.execute("INSERT INTO agency (name) VALUES (\(attack))")
                }
            }
            try await pool.read { db in
                for attack in Self.attacks {
                    let found = try db.values(String.self, "SELECT name FROM agency WHERE name = \(attack)")
                    #expect(found == [attack])
                    let listed = try db.values(
                        String.self, "SELECT name FROM agency WHERE name IN (\(list: [attack]))")
                    #expect(listed == [attack])
                }
                #expect(try db.value(Int.self, "SELECT COUNT(*) FROM agency") == Self.attacks.count)
            }
        }
    }
}
