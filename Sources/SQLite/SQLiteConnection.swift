import CSQLite
import SQL

/// One session with a SQLite file, owned by one thread.
///
/// Safe because the pointer is private, opened in `init`, closed once in
/// `close()`; other threads reach it only through `SQLiteInterrupter`, which
/// `close()` empties first.
@safe final class SQLiteConnection: DatabaseConnection {
    /// Statements kept ready; the one used longest ago leaves first.
    private static let cachedStatements = 200
    /// Steps of SQLite's machine between two looks at the cancel flag: about 0.1 ms.
    private static let progressSteps: Int32 = 4_000

    let dialect = Dialect.sqlite
    private let interrupter: SQLiteInterrupter
    private let handle: OpaquePointer
    private var statements: [String: (statement: SQLiteStatement, use: Int)] = [:]
    private var uses = 0
    private(set) var hasClosed = false

    /// Opens or makes the file.
    ///
    /// Throws `DatabaseFailure`, leaving nothing open.
    init(_ configuration: SQLiteConfiguration, isReader: Bool, _ interrupter: SQLiteInterrupter) throws {
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let result = unsafe sqlite3_open_v2(configuration.location.fileName, &opened, flags, nil)
        guard result == SQLITE_OK, let opened = unsafe opened else {
            var failure = unsafe SQLiteError.failure(result, on: opened)
            failure.message += " (\(configuration.location.description))"
            _ = unsafe sqlite3_close_v2(opened)
            throw failure
        }
        unsafe handle = opened
        self.interrupter = interrupter
        do {
            try setUp(configuration, isReader: isReader)
        } catch {
            close()
            throw error
        }
        unsafe interrupter.open(handle)
        unsafe sqlite3_progress_handler(
            handle, Self.progressSteps, stopWhenCancelled, Unmanaged.passUnretained(interrupter).toOpaque())
    }

    deinit { close() }

    /// As long as the log grows between two of SQLite's automatic checkpoints (1,000 pages).
    private static let keptLogBytes = 4 << 20

    /// One page of the site reads some hundred pages of the file; the upper levels of all indexes stay.
    private static let readerCacheKiB = 16 * 1024
    /// A plan that is issued changes every index: without room each change goes to the log and back.
    private static let writerCacheKiB = 64 * 1024

    private func setUp(_ configuration: SQLiteConfiguration, isReader: Bool) throws {
        _ = unsafe sqlite3_busy_timeout(handle, configuration.busyTimeoutMilliseconds)
        // Refuses values longer than ours may be, also when SQL itself makes them.
        _ = unsafe sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(DatabaseLimits.valueBytes * 2))
        if configuration.location.isFile {
            // Readers and the writer don't wait for each other.
            try setWriteAheadLog()
            // In WAL mode NORMAL may lose the last commits when power fails;
            // FULL syncs the log at each commit, so what was acknowledged stays.
            try script("PRAGMA synchronous = FULL")
            // One large import must not leave a log of its size on the disk for good.
            try script("PRAGMA journal_size_limit = \(Self.keptLogBytes)")
        }
        // Negative: KiB. What is used stays in memory between statements; of a small database that is little.
        try script("PRAGMA cache_size = -\(isReader ? Self.readerCacheKiB : Self.writerCacheKiB)")
        try script("PRAGMA foreign_keys = ON")
        try script("PRAGMA trusted_schema = OFF")
        if let pages = configuration.maximumPages { try script("PRAGMA max_page_count = \(pages)") }
        // What is deleted or overwritten must not stay readable in the file's free space: state secrets and
        // personal data are purged. Always on, for what an older state left behind is not found again later.
        if isReader { try script("PRAGMA query_only = ON") } else { try script("PRAGMA secure_delete = ON") }
    }

    /// SQLite answers with the mode that it could set, not with an error.
    private func setWriteAheadLog() throws {
        var mode = ""
        try query(RenderedSQL(text: "PRAGMA journal_mode = WAL", bindings: []), isStreaming: false) {
            mode = try $0.get("journal_mode")
        }
        guard mode == "wal" else {
            throw DatabaseFailure(
                .cannotOpen, "The file system can't hold SQLite's write-ahead log (\(mode)).")
        }
    }

    /// Finalizes the statements and closes the file.
    ///
    /// May be repeated.
    func close() {
        guard !hasClosed else { return }
        hasClosed = true
        interrupter.close()
        for entry in statements.values { entry.statement.close() }
        statements = [:]
        // Every statement is finalized, so the only result is OK.
        _ = unsafe sqlite3_close_v2(handle)
    }

    func execute(_ statement: RenderedSQL) throws -> Int {
        try withStatement(statement) { prepared in
            let before = unsafe sqlite3_total_changes64(handle)
            while try prepared.step() {}
            let hasChanged = unsafe sqlite3_total_changes64(handle) != before
            // The total also counts triggers' changes; this one only the statement's own.
            return hasChanged ? Int(unsafe sqlite3_changes64(handle)) : 0
        }
    }

    func query(_ statement: RenderedSQL, isStreaming: Bool, _ body: (Row) throws -> Void) throws {
        try withStatement(statement) { prepared in
            guard try prepared.step() else { return }
            let layout = prepared.layout()
            repeat { try body(prepared.row(layout)) } while try prepared.step()
        }
    }

    func load(_ load: RowLoad) throws {
        try refuseIfCancelled()
        let places = load.columns.map { _ in "?" }.joined(separator: ", ")
        let statement = try prepared(
            "INSERT INTO \(load.table) (\(load.columns.joined(separator: ", "))) VALUES (\(places))")
        defer { statement.reset() }
        for row in load.rows {
            try statement.bind(row)
            while try statement.step() {}
            statement.reset()
        }
    }

    func script(_ text: String) throws {
        try refuseIfCancelled()
        let result = unsafe sqlite3_exec(handle, text, nil, nil, nil)
        guard result == SQLITE_OK else {
            throw unsafe SQLiteError.failure(result, on: handle, statement: text)
        }
    }

    /// Whether a transaction is under way; SQLite ends one itself on some errors.
    var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

    /// Undoes the transaction, also when the request was cancelled.
    func rollBack() {
        guard isInTransaction else { return }
        interrupter.reset()
        // If even this fails, closing the connection undoes the transaction.
        if unsafe sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) != SQLITE_OK { close() }
    }

    private func refuseIfCancelled() throws {
        if hasClosed { throw DatabaseFailure(.closed, "The connection has been closed.") }
        if interrupter.isCancelled { throw DatabaseFailure(.cancelled, "The request was given up.") }
    }

    private func withStatement<Value>(
        _ rendered: RenderedSQL, _ body: (SQLiteStatement) throws -> Value
    ) throws -> Value {
        try refuseIfCancelled()
        let statement = try prepared(rendered.text)
        defer { statement.reset() }
        try statement.bind(rendered.bindings)
        return try body(statement)
    }

    private func prepared(_ text: String) throws -> SQLiteStatement {
        uses += 1
        if let entry = statements[text] {
            statements[text] = (entry.statement, uses)
            return entry.statement
        }
        let statement = try prepare(text)
        if statements.count >= Self.cachedStatements,
            let oldest = statements.min(by: { $0.value.use < $1.value.use })
        {
            statements[oldest.key] = nil
            oldest.value.statement.close()
        }
        statements[text] = (statement, uses)
        return statement
    }

    private func prepare(_ text: String) throws -> SQLiteStatement {
        var made: OpaquePointer?
        var text = text
        var hasRest = false
        let result = text.withUTF8 { bytes -> Int32 in
            // Bytes of any type may be looked at as characters of C.
            let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            var tail: UnsafePointer<CChar>?
            let result = unsafe sqlite3_prepare_v3(
                handle, start, Int32(bytes.count), UInt32(SQLITE_PREPARE_PERSISTENT), &made, &tail)
            if let start = unsafe start, let tail = unsafe tail {
                hasRest = unsafe bytes.dropFirst(tail - start).contains { $0 > 0x20 && $0 != 0x3B }
            }
            return result
        }
        guard result == SQLITE_OK else {
            throw unsafe SQLiteError.failure(result, on: handle, statement: text)
        }
        guard let made = unsafe made, !hasRest else {
            _ = unsafe sqlite3_finalize(made)
            throw DatabaseFailure(
                .invalidStatement, "A text must hold exactly one statement.", statement: text)
        }
        return unsafe SQLiteStatement(handle: made, connection: handle, text: text)
    }
}
