/// Fills a database without tables from a backup, inside one transaction.
final class BackupLoader: BackupVisitor {
    /// Rows that go into one statement, as long as its values stay few and small.
    private static let batchRows = 100
    private static let batchValues = 2_000
    private static let batchBytes = 1_000_000

    private let db: Database
    private let migrator: Migrator
    private var guards: LoadGuards?
    private var table = ""
    private var columns: [String] = []
    private var waiting: [[SQLValue]] = []
    private var waitingBytes = 0

    init(_ db: Database, _ migrator: Migrator) {
        self.db = db
        self.migrator = migrator
    }

    /// Makes the schema as the backup's database had it.
    func begin(_ history: [AppliedMigration]) throws {
        try migrator.check(history)
        try migrator.createHistory(in: db)
        for _ in history { _ = try migrator.applyNext(in: db, upTo: history.count) }
        guards = try LoadGuards(db)
        // Rows that migrations put in are in the backup too, as they are now.
        for table in try dataTables() { try db.execute("DELETE FROM \(SQL.catalogueName(table))") }
    }

    func table(_ name: String, _ columns: [String]) throws {
        guard try dataTables().contains(name) else {
            throw DatabaseFailure(.damagedBackup, "The backup's table \(name) is not in its schema.")
        }
        guard try Set(Catalogue.columns(of: name, in: db)) == Set(columns), !columns.isEmpty else {
            throw DatabaseFailure(
                .damagedBackup, "The backup's table \(name) has other columns than its schema.")
        }
        table = name
        self.columns = columns
    }

    func row(_ values: [SQLValue]) throws {
        waiting.append(values)
        for case .text(let text) in values { waitingBytes += text.utf8.count }
        for case .blob(let bytes) in values { waitingBytes += bytes.count }
        if waiting.count >= Self.batchRows || waiting.count * columns.count >= Self.batchValues
            || waitingBytes >= Self.batchBytes
        {
            try flush()
        }
    }

    func tableEnd() throws { try flush() }

    private func flush() throws {
        guard !waiting.isEmpty else { return }
        let names = columns.map(SQL.catalogueName).joined(separator: ", ")
        let rows = waiting.map { row -> SQL in "(\(list: row))" }.joined(separator: ", ")
        try db.execute(
            """
            INSERT INTO \(SQL.catalogueName(table)) (\(names))
            \(SQL.either(sqlite: "", postgres: "OVERRIDING SYSTEM VALUE"))
            VALUES \(rows)
            """)
        waiting.removeAll(keepingCapacity: true)
        waitingBytes = 0
    }

    /// Puts triggers and references back, checks them, and brings the schema up to date.
    func finish() throws {
        try guards?.restore()
        for table in try dataTables() { try Catalogue.advanceSequences(of: table, in: db) }
        while try migrator.applyNext(in: db, upTo: migrator.migrations.count) != nil {}
    }

    private func dataTables() throws -> [String] {
        try Catalogue.tables(in: db).filter { $0 != "schema_migration" }
    }
}
