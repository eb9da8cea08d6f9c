/// Reads an engine's own tables about the tables.
enum Catalogue {
    static func hasTable(_ name: String, in db: Database) throws -> Bool {
        try tables(in: db).contains(name)
    }

    /// The program's tables, without the engine's own and without shadow tables.
    static func tables(in db: Database) throws -> [String] {
        try db.values(
            String.self,
            .either(
                sqlite: """
                    SELECT name
                    FROM pragma_table_list
                    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                    ORDER BY name
                    """,
                postgres: """
                    SELECT table_name
                    FROM information_schema.tables
                    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                    ORDER BY table_name COLLATE "C"
                    """))
    }

    /// The columns that can be written: generated ones are left out.
    static func columns(of table: String, in db: Database) throws -> [String] {
        try db.values(
            String.self,
            .either(
                sqlite: """
                    SELECT name
                    FROM pragma_table_xinfo(\(table))
                    WHERE hidden = 0
                    ORDER BY cid
                    """,
                postgres: """
                    SELECT column_name
                    FROM information_schema.columns
                    WHERE table_schema = current_schema() AND table_name = \(table) AND is_generated = 'NEVER'
                    ORDER BY ordinal_position
                    """))
    }
}

extension Catalogue {
    /// The columns of the primary key in its order; none when there is none.
    static func primaryKey(of table: String, in db: Database) throws -> [String] {
        try db.values(
            String.self,
            .either(
                sqlite: """
                    SELECT name
                    FROM pragma_table_info(\(table))
                    WHERE pk > 0
                    ORDER BY pk
                    """,
                postgres: """
                    SELECT a.attname
                    FROM pg_index i
                    JOIN pg_class c ON c.oid = i.indrelid
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
                    WHERE i.indisprimary AND c.relname = \(table)
                      AND c.relnamespace = current_schema()::text::regnamespace
                    ORDER BY array_position(i.indkey::int2[], a.attnum)
                    """))
    }

    /// Lets the next number follow the largest one loaded; SQLite does so by itself.
    static func advanceSequences(of table: String, in db: Database) throws {
        guard db.dialect == .postgres else { return }
        for column in try columns(of: table, in: db) {
            let sequence = try db.value(
                String?.self, "SELECT pg_get_serial_sequence(quote_ident(\(table)), \(column))")
            guard case .some(.some(let sequence)) = sequence else { continue }
            let name = SQL.catalogueName(column)
            _ = try db.rows(
                """
                SELECT setval(\(sequence)::text::regclass, COALESCE(MAX(\(name)), 1), MAX(\(name)) IS NOT NULL)
                FROM \(SQL.catalogueName(table))
                """)
        }
    }

    /// Empties the database of all that migrations can have made.
    static func dropEverything(in db: Database) throws {
        switch db.dialect {
        case .sqlite: try dropOnSQLite(db)
        case .postgres: try db.script(dropOnPostgres)
        }
    }

    private static func dropOnSQLite(_ db: Database) throws {
        try db.script("PRAGMA defer_foreign_keys = ON")
        for trigger in try db.values(String.self, "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
            try db.execute("DROP TRIGGER \(SQL.catalogueName(trigger))")
        }
        for view in try db.values(String.self, "SELECT name FROM sqlite_schema WHERE type = 'view'") {
            try db.execute("DROP VIEW \(SQL.catalogueName(view))")
        }
        // Word indexes, with the shadow tables that they keep.
        for index in try db.values(
            String.self, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'virtual'")
        {
            try db.execute("DROP TABLE \(SQL.catalogueName(index))")
        }
        // Rows first: a table whose rows others refer to can't be dropped.
        let tables = try tables(in: db)
        for table in tables { try db.execute("DELETE FROM \(SQL.catalogueName(table))") }
        // Who refers to others goes first: SQLite looks the tables up that a dropped one refers to.
        var remaining = tables
        while !remaining.isEmpty {
            let held = Set(try remaining.flatMap { try othersReferredTo(by: $0, in: db) })
            let free = remaining.filter { !held.contains($0) }
            // In a circle any order is as good as another.
            let next = free.isEmpty ? Array(remaining.prefix(1)) : free
            for table in next { try db.execute("DROP TABLE \(SQL.catalogueName(table))") }
            remaining.removeAll { next.contains($0) }
        }
    }

    private static func othersReferredTo(by table: String, in db: Database) throws -> [String] {
        try db.values(String.self, #"SELECT "table" FROM pragma_foreign_key_list(\#(table))"#).filter {
            $0 != table
        }
    }

    private static let dropOnPostgres = """
        DO $$
        DECLARE
            home oid := current_schema()::text::regnamespace;
            item record;
        BEGIN
            FOR item IN SELECT relname FROM pg_class WHERE relnamespace = home AND relkind = 'v' LOOP
                EXECUTE format('DROP VIEW IF EXISTS %I CASCADE', item.relname);
            END LOOP;
            FOR item IN SELECT relname FROM pg_class WHERE relnamespace = home AND relkind IN ('r', 'p') LOOP
                EXECUTE format('DROP TABLE IF EXISTS %I CASCADE', item.relname);
            END LOOP;
            FOR item IN SELECT relname FROM pg_class WHERE relnamespace = home AND relkind = 'S' LOOP
                EXECUTE format('DROP SEQUENCE IF EXISTS %I CASCADE', item.relname);
            END LOOP;
            FOR item IN SELECT p.oid::regprocedure AS signature FROM pg_proc p WHERE p.pronamespace = home
                AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
                EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', item.signature);
            END LOOP;
            FOR item IN SELECT t.typname FROM pg_type t WHERE t.typnamespace = home AND t.typtype IN ('e', 'd') LOOP
                EXECUTE format('DROP TYPE IF EXISTS %I CASCADE', item.typname);
            END LOOP;
        END $$
        """
}
