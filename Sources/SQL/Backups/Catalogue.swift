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
