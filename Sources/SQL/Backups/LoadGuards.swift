/// Sets aside what would stand in the way of loading rows in any order: triggers,
/// and references to rows that come later.
struct LoadGuards {
    private let db: Database
    /// SQLite: the texts that make the triggers again.
    private var triggers: [String] = []
    /// PostgreSQL: table and constraint of each reference that was put off.
    private var references: [(table: String, name: String)] = []

    init(_ db: Database) throws {
        self.db = db
        switch db.dialect {
        case .sqlite: try setAsideOnSQLite()
        case .postgres: try setAsideOnPostgres()
        }
    }

    private mutating func setAsideOnSQLite() throws {
        // Holds until the transaction ends.
        try db.script("PRAGMA defer_foreign_keys = ON")
        for row in try db.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name") {
            triggers.append(try row.get("sql"))
            try db.execute("DROP TRIGGER \(SQL.catalogueName(row.get("name")))")
        }
    }

    private mutating func setAsideOnPostgres() throws {
        let rows = try db.rows(
            """
            SELECT c.relname AS table_name, k.conname AS constraint_name
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            WHERE k.contype = 'f' AND NOT k.condeferrable
              AND k.connamespace = current_schema()::text::regnamespace
            ORDER BY c.relname, k.conname
            """)
        for row in rows {
            references.append((try row.get("table_name"), try row.get("constraint_name")))
        }
        for reference in references {
            try db.execute(
                """
                ALTER TABLE \(SQL.catalogueName(reference.table))
                ALTER CONSTRAINT \(SQL.catalogueName(reference.name)) DEFERRABLE INITIALLY DEFERRED
                """)
        }
        for table in try Catalogue.tables(in: db) {
            try db.execute("ALTER TABLE \(SQL.catalogueName(table)) DISABLE TRIGGER USER")
        }
    }

    func restore() throws {
        switch db.dialect {
        case .sqlite:
            if let row = try db.rows("PRAGMA foreign_key_check").first {
                throw DatabaseFailure(
                    .damagedBackup,
                    "The backup's table \(try row.get("table", as: String.self)) refers to missing rows.")
            }
            for trigger in triggers { try db.script(trigger) }
        case .postgres:
            // Checks all that was put off; the tables can't be altered before.
            try db.script("SET CONSTRAINTS ALL IMMEDIATE")
            for reference in references {
                try db.execute(
                    """
                    ALTER TABLE \(SQL.catalogueName(reference.table))
                    ALTER CONSTRAINT \(SQL.catalogueName(reference.name)) NOT DEFERRABLE
                    """)
            }
            for table in try Catalogue.tables(in: db) {
                try db.execute("ALTER TABLE \(SQL.catalogueName(table)) ENABLE TRIGGER USER")
            }
        }
    }
}
