/// Indexes, and in PostgreSQL references, that were taken off tables so that very many rows can be loaded: to make
/// them once at the end takes a fraction of keeping them in step with each row.
///
/// Only for a database that nobody works with yet: what was loaded before a failure stands without its indexes, and
/// must be thrown away.
package struct SetAside: Sendable {
    /// Statements that put them back, in their order.
    private let texts: [String]

    /// Takes them off; constraints that make keys or values unique stay.
    package init(from tables: [String], in db: Database) throws {
        switch db.dialect {
        case .sqlite: texts = try Self.onSQLite(tables, db)
        case .postgres: texts = try Self.onPostgres(tables, db)
        }
    }

    /// Puts them back; rows that break a reference are refused here.
    package func restore(in db: Database) throws {
        if db.dialect == .postgres {
            // Sorting a million keys in the server's few standard megabytes goes through the disk.
            try db.script("SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL statement_timeout = 0")
        }
        for text in texts { try db.script(text) }
    }

    /// Lets PostgreSQL look at what the tables hold now; without that it guesses wrong ways to answer.
    package static func analyze(_ tables: [String], in db: Database) throws {
        guard db.dialect == .postgres else { return }
        for table in tables { try db.execute("ANALYZE \(SQL.catalogueName(table))") }
    }

    private static func onSQLite(_ tables: [String], _ db: Database) throws -> [String] {
        let rows = try db.rows(
            """
            SELECT name, sql
            FROM sqlite_schema
            WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (\(list: tables))
            ORDER BY tbl_name, name
            """)
        for row in rows { try db.execute("DROP INDEX \(SQL.catalogueName(row.get("name")))") }
        return try rows.map { try $0.get("sql") }
    }

    private static func onPostgres(_ tables: [String], _ db: Database) throws -> [String] {
        let references = try db.rows(
            """
            SELECT c.relname::text AS table_name, k.conname::text AS name, pg_get_constraintdef(k.oid) AS definition
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            WHERE k.contype = 'f' AND k.connamespace = current_schema()::text::regnamespace
                AND c.relname IN (\(list: tables))
            ORDER BY c.relname, k.conname
            """)
        let indexes = try db.rows(
            """
            SELECT i.indexname::text AS name, i.indexdef AS definition
            FROM pg_indexes i
            WHERE i.schemaname = current_schema() AND i.tablename IN (\(list: tables))
                AND NOT EXISTS (
                    SELECT 1 FROM pg_constraint k
                    WHERE k.conname = i.indexname AND k.connamespace = current_schema()::text::regnamespace
                )
            ORDER BY i.tablename, i.indexname
            """)
        for row in references {
            let table: String = try row.get("table_name")
            let name: String = try row.get("name")
            try db.execute(
                "ALTER TABLE \(SQL.catalogueName(table)) DROP CONSTRAINT \(SQL.catalogueName(name))")
        }
        for row in indexes { try db.execute("DROP INDEX \(SQL.catalogueName(row.get("name")))") }
        return try indexes.map { try $0.get("definition") }
            + references.map { row in
                let table: String = try row.get("table_name")
                let name: String = try row.get("name")
                return
                    "ALTER TABLE \"\(table)\" ADD CONSTRAINT \"\(name)\" \(try row.get("definition", as: String.self))"
            }
    }
}
