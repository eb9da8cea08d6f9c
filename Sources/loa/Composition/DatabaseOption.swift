import Foundation
import Postgres
import SQL
import SQLite

/// The option `--database`, and the pool that it opens.
enum DatabaseOption {
    static let option = CommandDescription.Option(
        "database", "URL",
        "sqlite:PATH or postgres://USER@HOST/NAME\n(default: loa.sqlite in the data folder, or $LOA_DATABASE)"
    )

    /// The address that the command line, else the environment, else the data folder names.
    static func address(
        _ arguments: Arguments, dataFolder: String, command: String
    ) throws(UsageError) -> DatabaseAddress {
        let given = arguments.value("database") ?? EnvironmentKey.database.value
        guard let given, !given.isEmpty else { return .sqliteFile(path: dataFolder + "/loa.sqlite") }
        guard let address = DatabaseAddress(given) else {
            // What was given may hold a password, so it is not repeated.
            throw UsageError("--database takes sqlite:PATH or postgres://…", command: command)
        }
        return address
    }

    /// Opens the pool.
    ///
    /// `creating` says whether a new SQLite file may come to be.
    static func open(_ address: DatabaseAddress, creating: Bool) async throws -> any DatabasePool {
        switch address {
        case .sqliteFile(let path):
            let folder = (path as NSString).deletingLastPathComponent
            if creating, !folder.isEmpty {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            }
            guard creating || FileManager.default.fileExists(atPath: path) else {
                throw CommandFailure(
                    "there is no database at \(path): name another by --data or --database; the first "
                        + "administrator's account begins a new one (loa help administrator)")
            }
            return try await SQLitePool.open(SQLiteConfiguration(.file(path)))
        case .sqliteMemory:
            return try await SQLitePool.open(SQLiteConfiguration(.memory))
        case .postgres(let url):
            return try await PostgresPool.open(PostgresConfiguration(url: url))
        }
    }

    /// Runs the body with an open pool and closes it on every path.
    static func withPool<Value>(
        _ address: DatabaseAddress, creating: Bool, _ body: (any DatabasePool) async throws -> Value
    ) async throws -> Value {
        let pool = try await open(address, creating: creating)
        do {
            let value = try await body(pool)
            await pool.close()
            return value
        } catch {
            await pool.close()
            throw error
        }
    }
}
