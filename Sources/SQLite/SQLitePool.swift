import Foundation
package import SQL

/// One SQLite database: a connection that writes, and several that read beside it.
///
/// An acknowledged change is in the synced write-ahead log, so it outlives
/// `kill -9` and a power cut.
package final class SQLitePool: DatabasePool {
    private let writer: WorkerPool<SQLiteSession>
    /// Nil in memory, where the one connection does both.
    private let readers: WorkerPool<SQLiteSession>?

    /// Opens the file and makes it if need be, readable by its owner only.
    ///
    /// Throws `DatabaseFailure` with `cannotOpen`, `corrupted` or `readOnly`.
    package static func open(_ configuration: SQLiteConfiguration) async throws -> SQLitePool {
        let pool = SQLitePool(configuration)
        do {
            try await pool.writer.run { session in
                try makeFile(configuration)
                try session.open()
            }
        } catch {
            await pool.close()
            throw error
        }
        return pool
    }

    private init(_ configuration: SQLiteConfiguration) {
        writer = WorkerPool(name: "sqlite-write", threads: 1) {
            SQLiteSession(configuration, isReader: false)
        }
        readers =
            switch configuration.location {
            case .memory: nil
            case .file:
                WorkerPool(name: "sqlite-read", threads: configuration.readers) {
                    SQLiteSession(configuration, isReader: true)
                }
            }
    }

    /// SQLite gives its log files the rights of the database file.
    private static func makeFile(_ configuration: SQLiteConfiguration) throws {
        guard case .file(let path) = configuration.location, !FileManager.default.fileExists(atPath: path)
        else {
            return
        }
        // If it can't be made, opening it says why.
        _ = FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }

    package var dialect: Dialect { .sqlite }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        if let readers {
            return try await readers.run { session in try session.read(body) }
        }
        // Reading in memory would wait for the write that it is called from.
        WriteScope.check()
        return try await writer.run { session in try session.read(body) }
    }

    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        WriteScope.check()
        return try await writer.run { session in try session.write(body) }
    }

    /// The tables don't matter: the log holds pages of all.
    package func clean(_ tables: [String], isThorough: Bool, patience: Duration) async throws -> Cleaning {
        if isThorough { try await writer.run { session in try session.vacuum() } }
        let end = ContinuousClock.now + patience
        while true {
            if try await writer.run({ session in try session.emptyLog() }) { return .done }
            if ContinuousClock.now >= end { return .heldUp }
            // Between two looks others may write.
            try await Task.sleep(for: .cleaningInterval)
        }
    }

    /// The readers first: the writer, closing last, folds the log into the file.
    package func close() async {
        await readers?.close()
        await writer.close()
    }
}
