import Domain
import Foundation
import SQL
import TestSupport
import Testing

@testable import Store

/// The schema of each engine changes only on purpose, and every released database can still be opened.
///
/// Written anew only where `LOA_WRITE_SNAPSHOTS` is set, and that run fails.
struct SchemaSnapshotTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")
    private static var isWriting: Bool { ProcessInfo.processInfo.environment["LOA_WRITE_SNAPSHOTS"] != nil }

    /// Tables, columns, rules and indexes as the engine's own catalogue tells them.
    static let description: SQL = .either(
        sqlite: """
            SELECT type || ' ' || name || char(10) || sql AS line
            FROM sqlite_schema
            WHERE sql IS NOT NULL
            ORDER BY type DESC, name
            """,
        postgres: """
            SELECT line
            FROM (
                SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type
                    || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END
                    || COALESCE(' DEFAULT ' || column_default, '')
                    || COALESCE(' AS ' || generation_expression, '') AS line
                FROM information_schema.columns
                WHERE table_schema = current_schema()
                UNION ALL
                SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
                FROM pg_constraint
                WHERE connamespace = current_schema()::regnamespace
                UNION ALL
                SELECT 'index ' || replace(indexdef, current_schema() || '.', '')
                FROM pg_indexes
                WHERE schemaname = current_schema()
            ) AS description
            ORDER BY line COLLATE "C"
            """)

    private static func schema(of pool: any DatabasePool) async throws -> String {
        try await pool.read { db in
            try db.values(String.self, description).joined(separator: "\n") + "\n"
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The schema is what it was`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine, migrations: Schema.migrations) { pool async throws in
            let file = Self.fixtures.appending(path: "schema.\(engine).txt")
            let text = try await Self.schema(of: pool)
            if Self.isWriting {
                try FileManager.default.createDirectory(at: Self.fixtures, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
                Issue.record("written anew: \(file.lastPathComponent)")
                return
            }
            let kept = try String(contentsOf: file, encoding: .utf8)
            #expect(text == kept, "the schema has changed; LOA_WRITE_SNAPSHOTS=1 writes it anew")
        }
    }

    /// Databases of releases, one backup each (a backup holds the migrations that its database had seen).
    ///
    /// Add one
    /// when a release is made: `loa backup` of a database with a plan in it, or this test with LOA_WRITE_SNAPSHOTS.
    private static let releases = ["0.1"]

    @Test(arguments: TestDatabase.Engine.all, releases)
    func `The database of each release becomes today's, with what was in it`(
        engine: TestDatabase.Engine, release: String
    ) async throws {
        let file = Self.fixtures.appending(path: "release-\(release).loaback").path
        if Self.isWriting {
            // Only the newest: an older one must never be made by a newer program.
            guard release == Self.releases.last, engine == .sqlite else { return }
            try await Self.writeRelease(to: file)
            Issue.record("written anew: \(file)")
            return
        }
        let migrator = Migrator(Schema.migrations)
        try await TestDatabase.with(engine) { pool async throws in
            _ = try await Backup.restore(from: file, into: pool, migrator: migrator)
            _ = try await migrator.migrate(pool)
            try await pool.write { db in _ = try db.mendSearch() }
            let kept = try String(
                contentsOf: Self.fixtures.appending(path: "schema.\(engine).txt"), encoding: .utf8)
            #expect(try await Self.schema(of: pool) == kept)
            try await pool.read { db in
                let plan = try #require(try db.planRecord(Plan.ID("p1"))?.plan)
                #expect(plan.title == "Thông tin đối ngoại" && plan.agency == home)
                #expect(try db.planText(plan.id) == "Kế hoạch biên giới")
                #expect(try db.documentBytes(plan.file) == [1, 2, 3])
                #expect(try db.tasks(of: plan.id).map(\.text) == ["Tuyên truyền"])
                #expect(try db.corrections(of: plan.id).count == 1)
                let found = try db.plans(
                    PlanFilter(search: "bien gioi", showsAllDrafts: true), after: nil, limit: 9)
                #expect(found.items.map(\.id) == [plan.id])
                #expect(try db.verifyLedger().fault == nil)
                #expect(try db.verifyLedger().entries == 1)
            }
        }
    }

    private static func writeRelease(to file: String) async throws {
        try await withStore(.sqlite) { pool async throws in
            try await pool.write { db in
                try db.insertExample(.example(), text: "Kế hoạch biên giới")
                try db.insert([.example(1, due: today)])
                try db.insert(
                    Correction(id: 1, parent: 0, by: lan, at: noon, change: .dismissWarning(id: "w")),
                    of: Plan.ID("p1"))
                try db.appendToLedger(
                    at: noon, actor: lan, action: "ReceiveDocument", subjectKind: "plan", subjectID: "p1",
                    detail: "{}")
            }
            try await pool.backup(to: file)
        }
    }
}
