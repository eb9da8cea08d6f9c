/// Brings a database to the schema of this program.
package struct Migrator: Sendable {
    /// The whole history; the order of the list is the order of the steps.
    package let migrations: [Migration]

    package init(_ migrations: [Migration]) {
        precondition(
            Set(migrations.map(\.name)).count == migrations.count, "Two migrations must not share a name.")
        self.migrations = migrations
    }

    /// Applies what is missing, one transaction each, and returns their names.
    ///
    /// Writers take turns on both engines, so two servers that start at once wait
    /// for each other and each step runs once. Throws `newerSchema` or
    /// `changedMigration` before anything is changed.
    @discardableResult
    package func migrate(_ pool: any DatabasePool) async throws -> [String] {
        var done: [String] = []
        while let name = try await step(pool) { done.append(name) }
        return done
    }

    /// Waits patiently while another server takes the same step.
    private func step(_ pool: any DatabasePool) async throws -> String? {
        var patience = 20
        while true {
            do {
                return try await pool.write { db in try applyNext(in: db, upTo: migrations.count) }
            } catch let failure as DatabaseFailure
                where [.timedOut, .busy].contains(failure.code) && patience > 0
            {
                patience -= 1
            }
        }
    }

    /// The names of the steps that the database has seen; none when it is new.
    package func applied(_ pool: any DatabasePool) async throws -> [String] {
        try await pool.read { db in try Self.history(in: db).map(\.name) }
    }

    func applyNext(in db: Database, upTo count: Int) throws -> String? {
        try createHistory(in: db)
        let history = try Self.history(in: db)
        try check(history)
        guard history.count < count else { return nil }
        let next = migrations[history.count]
        // A step over a large table may take longer than a request's statement.
        if db.dialect == .postgres { try db.script("SET LOCAL statement_timeout = 0") }
        try db.script(next.text(for: db.dialect))
        if db.dialect == .sqlite, try !db.rows("PRAGMA foreign_key_check").isEmpty {
            throw DatabaseFailure(
                .constraint(.foreignKey, name: nil),
                "Migration \(next.name) leaves references to missing rows.")
        }
        try db.execute(
            """
            INSERT INTO schema_migration (place, name, checksum)
            VALUES (\(history.count + 1), \(next.name), \(next.checksum))
            """)
        return next.name
    }

    /// Refuses a history that isn't the beginning of this program's list.
    func check(_ history: [AppliedMigration]) throws {
        for (known, found) in zip(migrations, history)
        where known.name != found.name || known.checksum != found.checksum {
            throw DatabaseFailure(
                .changedMigration,
                "The database was made with another form of migration \(found.name) than this program knows (\(known.name))."
            )
        }
        if history.count > migrations.count {
            let first = history[migrations.count].name
            throw DatabaseFailure(
                .newerSchema,
                "The database was made ready by a newer program: this one doesn't know \(first).")
        }
    }

    func createHistory(in db: Database) throws {
        try db.execute(
            """
            CREATE TABLE IF NOT EXISTS schema_migration (
                place \(SQL.either(sqlite: "INTEGER", postgres: "BIGINT")) NOT NULL PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                checksum TEXT NOT NULL
            ) \(SQL.either(sqlite: "STRICT", postgres: ""))
            """)
    }

    static func history(in db: Database) throws -> [AppliedMigration] {
        guard try Catalogue.hasTable("schema_migration", in: db) else { return [] }
        return try db.all(
            AppliedMigration.self,
            """
            SELECT name, checksum
            FROM schema_migration
            ORDER BY place
            """)
    }
}

/// One line of the table `schema_migration`.
struct AppliedMigration: RowDecodable, Sendable, Hashable {
    let name: String
    let checksum: String

    init(name: String, checksum: String) {
        self.name = name
        self.checksum = checksum
    }

    init(row: Row) throws {
        name = try row.get("name")
        checksum = try row.get("checksum")
    }
}
