import SQL

/// The office's database, whose passing failures are refusals: so every verb tells of them alike.
struct OfficePool: DatabasePool {
    private let pool: any DatabasePool
    private let changes: ChangeWatch

    init(_ pool: any DatabasePool, _ changes: ChangeWatch) {
        self.pool = pool
        self.changes = changes
    }

    var dialect: Dialect { pool.dialect }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        do { return try await pool.read(body) } catch { throw Self.told(error) }
    }

    @discardableResult
    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value
    {
        // A write that failed may have been kept all the same.
        defer { changes.noteWrite() }
        do { return try await pool.write(body) } catch { throw Self.told(error) }
    }

    func clean(_ tables: [String], isThorough: Bool, patience: Duration) async throws -> Cleaning {
        do { return try await pool.clean(tables, isThorough: isThorough, patience: patience) } catch {
            throw Self.told(error)
        }
    }

    func close() async { await pool.close() }

    private static func told(_ error: any Error) -> any Error {
        (error as? DatabaseFailure).flatMap { Unavailable($0) } ?? error
    }
}
