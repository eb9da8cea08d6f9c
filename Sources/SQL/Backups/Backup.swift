import Dispatch

/// Copies a whole database into one file and back, from either engine to either.
package enum Backup {
    /// Writes one moment of the database to a file while others go on writing.
    ///
    /// Streams, so memory stays small. An existing file is replaced only by a
    /// whole one. Throws `DatabaseFailure`.
    @discardableResult
    package static func write(from pool: any DatabasePool, to path: String) async throws -> BackupSummary {
        try await pool.read { db in
            let file = try BackupWriter(path: path)
            do {
                let summary = try copy(db, to: file)
                try file.finish()
                return summary
            } catch {
                file.discard()
                throw error
            }
        }
    }

    /// Replaces nothing unless told: without `replacing` the database must be
    /// without tables.
    ///
    /// Everything happens in one transaction, also the later migrations that
    /// the backup hasn't seen; a damaged file changes nothing.
    ///
    /// Throws `DatabaseFailure`: `notEmpty`, `damagedBackup`, `newerSchema`, ….
    @discardableResult
    package static func restore(
        from path: String, into pool: any DatabasePool, migrator: Migrator, replacing: Bool = false
    ) async throws -> BackupSummary {
        try await check(path)
        return try await pool.write { db in
            try endTimeLimit(db)
            if try !Catalogue.tables(in: db).isEmpty {
                guard replacing else {
                    throw DatabaseFailure(
                        .notEmpty, "The database holds tables already; it is only overwritten when told to.")
                }
                try Catalogue.dropEverything(in: db)
            }
            let loader = BackupLoader(db, migrator)
            let summary = try BackupReader(path: path).read(loader)
            try loader.finish()
            return summary
        }
    }

    /// Reads a file to its end; throws `damagedBackup` unless it is whole.
    @discardableResult
    package static func check(_ path: String) async throws -> BackupSummary {
        // Dispatch's threads may block, those of Swift's tasks may not.
        try await withCheckedThrowingContinuation { waiter in
            DispatchQueue.global().async {
                waiter.resume(with: Result { try BackupReader(path: path).read(BackupCheck()) })
            }
        }
    }

    private static func copy(_ db: Database, to file: BackupWriter) throws -> BackupSummary {
        try endTimeLimit(db)
        var summary = BackupSummary()
        try file.bytes(BackupFormat.magic)
        let history = try Migrator.history(in: db)
        summary.migrations = history.map(\.name)
        try file.mark(.header)
        try file.number(history.count, as: UInt32.self)
        for step in history {
            try file.text(step.name)
            try file.text(step.checksum)
        }
        for table in try Catalogue.tables(in: db) where table != "schema_migration" {
            summary.rows[table] = try copy(table, db, to: file)
        }
        try file.mark(.trailer)
        try file.number(summary.rows.count, as: UInt32.self)
        try file.number(summary.totalRows, as: UInt64.self)
        return summary
    }

    private static func copy(_ table: String, _ db: Database, to file: BackupWriter) throws -> Int {
        let columns = try Catalogue.columns(of: table, in: db)
        try file.mark(.table)
        try file.text(table)
        try file.number(columns.count, as: UInt32.self)
        for column in columns { try file.text(column) }
        var rows = 0
        let key = try Catalogue.primaryKey(of: table, in: db)
        let names = columns.map(SQL.catalogueName).joined(separator: ", ")
        let order = (key.isEmpty ? columns : key).map(SQL.catalogueName).joined(separator: ", ")
        try db.forEach("SELECT \(names) FROM \(SQL.catalogueName(table)) ORDER BY \(order)") { row in
            try file.mark(.row)
            for value in row.values { try file.value(value) }
            rows += 1
        }
        try file.mark(.tableEnd)
        try file.number(rows, as: UInt64.self)
        return rows
    }

    /// A large table may take longer than a request's statement may.
    private static func endTimeLimit(_ db: Database) throws {
        guard db.dialect == .postgres else { return }
        try db.script("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0")
    }
}

extension DatabasePool {
    /// Writes one moment of the database to a file; see `Backup.write`.
    @discardableResult
    package func backup(to path: String) async throws -> BackupSummary {
        try await Backup.write(from: self, to: path)
    }
}
