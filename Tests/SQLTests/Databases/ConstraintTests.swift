import SQL
import TestSupport
import Testing

/// Broken rules of the schema are told alike by both engines.
struct ConstraintTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let sql: SQL
        let constraint: DatabaseFailure.Constraint
        let name: String?
        var testDescription: String { rule }
    }

    static let cases = [
        Case(
            rule: "unique", sql: "INSERT INTO agency (name) VALUES (\("secret"))", constraint: .unique,
            name: "agency.name"),
        Case(
            rule: "primary key", sql: "INSERT INTO counter (counter_id, number) VALUES (1, 1)",
            constraint: .unique, name: "counter.counter_id"),
        Case(
            rule: "check", sql: "INSERT INTO agency (name, level) VALUES ('x', \(9))", constraint: .check,
            name: "agency_level"),
        Case(
            rule: "not null", sql: "INSERT INTO counter (counter_id, number) VALUES (2, \(Int?.none))",
            constraint: .notNull, name: "counter.number"),
        Case(
            rule: "trigger", sql: "DELETE FROM note", constraint: .trigger, name: "a note is never deleted"),
    ]

    @Test(arguments: TestDatabase.Engine.all, cases)
    func `named alike`(engine: TestDatabase.Engine, broken: Case) async throws {
        let failure = try await failure(engine, broken.sql)
        #expect(failure.code == .constraint(broken.constraint, name: broken.name))
        #expect(!failure.description.contains("secret"))
        #expect(failure.statement?.isEmpty == false)
        #expect(failure.engineCode?.isEmpty == false)
        #expect(!failure.isRetryable)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `a missing parent is a foreign key`(engine: TestDatabase.Engine) async throws {
        let failure = try await failure(engine, "INSERT INTO note (note_id, agency_id) VALUES (2, 77)")
        guard case .constraint(.foreignKey, _) = failure.code else {
            Issue.record("\(failure)")
            return
        }
    }

    @Test(
        arguments: TestDatabase.Engine.all, ["SELEC 1", "SELECT none FROM agency", "SELECT 1 FROM missing"])
    func `bad SQL is an invalid statement`(engine: TestDatabase.Engine, text: String) async throws {
        let statements: [String: SQL] = [
            "SELEC 1": "SELEC 1", "SELECT none FROM agency": "SELECT none FROM agency",
            "SELECT 1 FROM missing": "SELECT 1 FROM missing",
        ]
        let failure = try await failure(engine, try #require(statements[text]))
        #expect(failure.code == .invalidStatement)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `two statements in one text are refused`(engine: TestDatabase.Engine) async throws {
        let failure = try await failure(engine, "UPDATE counter SET number = 1; DELETE FROM counter")
        #expect(failure.code == .invalidStatement)
    }

    private func failure(_ engine: TestDatabase.Engine, _ sql: SQL) async throws -> DatabaseFailure {
        try await TestDatabase.with(engine, migrations: Sample.migrations) { pool in
            try await pool.write { db in
                let agency = try db.value(
                    Int.self, "INSERT INTO agency (name) VALUES (\("secret")) RETURNING agency_id")
                try db.execute("INSERT INTO note (note_id, agency_id) VALUES (1, \(agency))")
            }
            return try await #require(throws: DatabaseFailure.self) {
                try await pool.write { db in try db.execute(sql) }
            }
        }
    }
}
