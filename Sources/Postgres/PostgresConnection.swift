import CPostgres
import Glibc
import SQL

/// One session with a PostgreSQL server, owned by one thread.
///
/// Safe because the pointer is private, opened in `init` and finished once in
/// `close()`; other threads only have the `PostgresCanceller`.
@safe final class PostgresConnection: DatabaseConnection {
    /// Statements that the server keeps ready; the one used longest ago leaves first.
    private static let cachedStatements = 200

    private struct Key: Hashable {
        let text: String
        let kinds: [Oid]
    }

    let dialect = Dialect.postgres
    private let canceller: PostgresCanceller
    private let handle: OpaquePointer
    private var statements: [Key: (name: String, use: Int)] = [:]
    private var uses = 0
    private var hasClosed = false

    /// Connects; throws `cannotOpen`, leaving nothing open.
    init(_ configuration: PostgresConfiguration, _ canceller: PostgresCanceller) throws {
        // Later parameters win: the address may change the first six, not the last.
        let parameters = [
            ("connect_timeout", "5"), ("keepalives_idle", "30"), ("keepalives_interval", "10"),
            ("keepalives_count", "3"), ("tcp_user_timeout", "30000"), ("application_name", "loa"),
            ("dbname", configuration.url), ("client_encoding", "UTF8"),
        ]
        let opened = unsafe Self.connect(parameters)
        guard let opened = unsafe opened else {
            throw DatabaseFailure(.outOfMemory, "No memory for a connection.")
        }
        guard unsafe PQstatus(opened) == CONNECTION_OK else {
            let message = unsafe PostgresError.firstLine(String(cString: PQerrorMessage(opened)))
            unsafe PQfinish(opened)
            throw DatabaseFailure(.cannotOpen, message)
        }
        unsafe handle = opened
        self.canceller = canceller
        // Notices go to stderr unless someone takes them.
        unsafe PQsetNoticeProcessor(handle, dropNotice, nil)
        unsafe canceller.open(handle)
        do {
            try setUp(configuration)
        } catch {
            close()
            throw error
        }
    }

    deinit { close() }

    private static func connect(_ parameters: [(String, String)]) -> OpaquePointer? {
        var names = unsafe parameters.map { unsafe UnsafePointer(strdup($0.0)) }
        var values = unsafe parameters.map { unsafe UnsafePointer(strdup($0.1)) }
        defer {
            unsafe names.forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) }
            unsafe values.forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) }
        }
        unsafe names.append(nil)
        unsafe values.append(nil)
        // 1: a URL in `dbname` is taken apart.
        return unsafe PQconnectdbParams(names, values, 1)
    }

    private func setUp(_ configuration: PostgresConfiguration) throws {
        guard unsafe String(cString: PQparameterStatus(handle, "server_encoding")) == "UTF8" else {
            throw DatabaseFailure(.cannotOpen, "The database must be made with ENCODING 'UTF8'.")
        }
        try script(
            """
            SET statement_timeout = \(configuration.statementTimeoutMilliseconds);
            SET idle_in_transaction_session_timeout = 60000;
            SET bytea_output = 'hex';
            SET extra_float_digits = 1;
            SET TimeZone = 'UTC';
            SET client_min_messages = 'warning'
            """)
    }

    func close() {
        guard !hasClosed else { return }
        hasClosed = true
        canceller.close()
        unsafe PQfinish(handle)
    }

    /// Whether the session still stands, as far as this side knows.
    var isUsable: Bool {
        if hasClosed { return false }
        return unsafe PQstatus(handle) == CONNECTION_OK
    }

    func execute(_ statement: RenderedSQL) throws -> Int {
        let result = try run(statement)
        return result.rowsChanged
    }

    func query(_ statement: RenderedSQL, isStreaming: Bool, _ body: (Row) throws -> Void) throws {
        guard !isStreaming else { return try stream(statement, body) }
        let result = try run(statement)
        let layout = result.layout(statement: statement.text)
        for row in 0..<result.rowCount { try body(result.row(row, layout)) }
    }

    func load(_ load: RowLoad) throws {
        try refuseIfCancelled()
        let text = "COPY \(load.table) (\(load.columns.joined(separator: ", "))) FROM STDIN (FORMAT binary)"
        guard let start = unsafe PostgresResult(PQexec(handle, text)) else { throw lost(text) }
        if start.status == .failed { throw explained(unsafe start.failure(on: handle, statement: text)) }
        var copy = PostgresCopy()
        var isSent = true
        for row in load.rows where isSent {
            copy.append(row)
            if copy.bytes.count >= PostgresCopy.pieceBytes { isSent = send(&copy) }
        }
        copy.end()
        isSent = isSent && send(&copy)
        guard unsafe PQputCopyEnd(handle, isSent ? nil : "given up") == 1 else { throw lost(text) }
        var failure: DatabaseFailure?
        // All results must be taken before the next statement, also after an error.
        while let result = unsafe PostgresResult(PQgetResult(handle)) {
            if result.status == .failed, failure == nil {
                failure = explained(unsafe result.failure(on: handle, statement: text))
            }
        }
        if let failure { throw failure }
        guard isSent, isUsable else { throw lost(text) }
    }

    /// False where the connection was lost.
    private func send(_ copy: inout PostgresCopy) -> Bool {
        defer { copy.clear() }
        return unsafe copy.bytes.withUnsafeBytes { buffer in
            // Bytes of any type may be looked at as characters of C.
            let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe PQputCopyData(handle, start, Int32(buffer.count)) == 1
        }
    }

    func script(_ text: String) throws {
        _ = try command(text)
        // What was prepared may no longer fit the tables.
        if !statements.isEmpty, text.contains("TABLE") { try forgetStatements() }
    }

    /// Runs SQL without values and returns the last command's tag.
    func command(_ text: String) throws -> String {
        try refuseIfCancelled()
        guard let result = unsafe PostgresResult(PQexec(handle, text)) else { throw lost(text) }
        if result.status == .failed { throw explained(unsafe result.failure(on: handle, statement: text)) }
        return result.commandTag
    }

    private func run(_ statement: RenderedSQL) throws -> PostgresResult {
        let parameters = PostgresParameters(statement.bindings)
        let name = try prepared(statement.text, parameters.kinds)
        let result = unsafe parameters.withAddresses { values, lengths, formats in
            unsafe PQexecPrepared(
                handle, name, Int32(parameters.kinds.count), values, lengths, formats, 0)
        }
        guard let result = unsafe PostgresResult(result) else { throw lost(statement.text) }
        if result.status == .failed {
            throw explained(unsafe result.failure(on: handle, statement: statement.text))
        }
        return result
    }

    /// One row at a time: neither side holds the whole result.
    private func stream(_ statement: RenderedSQL, _ body: (Row) throws -> Void) throws {
        let parameters = PostgresParameters(statement.bindings)
        let name = try prepared(statement.text, parameters.kinds)
        let isSent = unsafe parameters.withAddresses { values, lengths, formats in
            unsafe PQsendQueryPrepared(
                handle, name, Int32(parameters.kinds.count), values, lengths, formats, 0)
        }
        guard isSent == 1, unsafe PQsetSingleRowMode(handle) == 1 else { throw lost(statement.text) }
        var layout: RowLayout?
        var failure: (any Error)?
        // All results must be taken before the next statement, also after an error.
        while let result = unsafe PostgresResult(PQgetResult(handle)) {
            if result.status == .failed {
                if failure == nil {
                    failure = explained(unsafe result.failure(on: handle, statement: statement.text))
                }
                continue
            }
            if failure != nil || result.rowCount == 0 { continue }
            do {
                let layout = layout ?? result.layout(statement: statement.text)
                for row in 0..<result.rowCount { try body(result.row(row, layout)) }
            } catch {
                failure = error
            }
            if layout == nil { layout = result.layout(statement: statement.text) }
        }
        if let failure { throw failure }
    }

    private func prepared(_ text: String, _ kinds: [Oid]) throws -> String {
        try refuseIfCancelled()
        uses += 1
        let key = Key(text: text, kinds: kinds)
        if let entry = statements[key] {
            statements[key] = (entry.name, uses)
            return entry.name
        }
        if statements.count >= Self.cachedStatements,
            let oldest = statements.min(by: { $0.value.use < $1.value.use })
        {
            statements[oldest.key] = nil
            _ = try command("DEALLOCATE \(oldest.value.name)")
        }
        let name = "loa_\(uses)"
        guard let result = unsafe PostgresResult(PQprepare(handle, name, text, Int32(kinds.count), kinds))
        else {
            throw lost(text)
        }
        if result.status == .failed { throw explained(unsafe result.failure(on: handle, statement: text)) }
        statements[key] = (name, uses)
        return name
    }

    private func forgetStatements() throws {
        statements = [:]
        _ = try command("DEALLOCATE ALL")
    }

    private func refuseIfCancelled() throws {
        if hasClosed { throw DatabaseFailure(.connectionLost, "The connection has been closed.") }
        if canceller.isCancelled { throw DatabaseFailure(.cancelled, "The request was given up.") }
    }

    private func lost(_ text: String) -> DatabaseFailure {
        unsafe PostgresError.failure(nil, on: handle, statement: text)
    }

    /// The server reports a cancelled statement and one past its time alike; and
    /// a prepared statement whose table has changed must be prepared anew.
    private func explained(_ failure: DatabaseFailure) -> DatabaseFailure {
        var failure = failure
        if failure.engineCode == "SQLSTATE 57014", canceller.isCancelled { failure.code = .cancelled }
        if failure.engineCode == "SQLSTATE 0A000", failure.message.contains("cached plan") {
            failure.code = .conflict
            close()
        }
        return failure
    }
}

/// Takes the server's notices, which tell nothing that the program needs.
nonisolated func dropNotice(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?) {}
