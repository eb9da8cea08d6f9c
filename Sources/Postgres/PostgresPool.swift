package import SQL

/// One PostgreSQL database: a connection that writes, and several that read beside it.
///
/// When the server goes away, the request in hand fails with `connectionLost`,
/// which is retryable; later ones connect anew by themselves.
package final class PostgresPool: DatabasePool {
    private let writer: WorkerPool<PostgresSession>
    private let readers: WorkerPool<PostgresSession>

    /// Connects once, so that a wrong address fails here with `cannotOpen`.
    package static func open(_ configuration: PostgresConfiguration) async throws -> PostgresPool {
        let pool = PostgresPool(configuration)
        do {
            try await pool.writer.run { session in try session.open() }
        } catch {
            await pool.close()
            throw error
        }
        return pool
    }

    private init(_ configuration: PostgresConfiguration) {
        writer = WorkerPool(name: "postgres-write", threads: 1) { PostgresSession(configuration) }
        readers = WorkerPool(name: "postgres-read", threads: configuration.readers) {
            PostgresSession(configuration)
        }
    }

    package var dialect: Dialect { .postgres }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await readers.run { session in try session.read(body) }
    }

    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        WriteScope.check()
        return try await writer.run { session in try session.write(body) }
    }

    /// One statement of the driver's own, outside a transaction.
    func command(_ text: String) async throws {
        try await writer.run { session in try session.command(text) }
    }

    package func clean(_ tables: [String], isThorough: Bool, patience: Duration) async throws -> Cleaning {
        let start = try await writer.run { session in try session.serverTime() }
        let end = ContinuousClock.now + patience
        var isHeldUp = false
        // A snapshot from before keeps deleted rows alive.
        while try await writer.run({ session in try session.hasSnapshots(before: start) }) {
            if ContinuousClock.now >= end {
                isHeldUp = true
                break
            }
            try await Task.sleep(for: .cleaningInterval)
        }
        for table in tables {
            let name = checked(table)
            try await writer.run { session in try session.vacuum(name, isFull: isThorough) }
        }
        return isHeldUp ? .heldUp : .done
    }

    package func close() async {
        await readers.close()
        await writer.close()
    }
}
