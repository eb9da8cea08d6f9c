import Foundation
import Postgres
import SQL
import SQLite

/// Where the data lie: `sqlite:PATH` or `postgres://…`.
enum DatabaseAddress: Sendable {
    case sqlite(path: String)
    case postgres(url: String)

    static let option = CommandDescription.Option(
        "database", "URL", "sqlite:PATH or postgres://USER@HOST/NAME\n(default: sqlite:loa.sqlite in the data folder, or $LOA_DATABASE)")

    /// The address that the command line, else the environment, else the data folder names.
    init(_ arguments: Arguments, dataFolder: String, command: String) throws(UsageError) {
        let given = arguments.value("database") ?? EnvironmentKey.database.value
        guard let given, !given.isEmpty else {
            self = .sqlite(path: dataFolder + "/loa.sqlite")
            return
        }
        if given.hasPrefix("sqlite:"), given.count > "sqlite:".count {
            self = .sqlite(path: String(given.dropFirst("sqlite:".count)))
        } else if given.hasPrefix("postgres://") || given.hasPrefix("postgresql://") {
            self = .postgres(url: given)
        } else {
            // The address may hold a password, so it is not repeated.
            throw UsageError("--database takes sqlite:PATH or postgres://…", command: command)
        }
    }

    /// Opens the pool. `creating` says whether a new SQLite file may come to be.
    func open(creating: Bool) async throws -> any DatabasePool {
        switch self {
        case .sqlite(let path):
            let folder = (path as NSString).deletingLastPathComponent
            if creating, !folder.isEmpty {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            }
            guard creating || FileManager.default.fileExists(atPath: path) else {
                throw CommandFailure("there is no database at \(path)")
            }
            return try await SQLitePool.open(SQLiteConfiguration(.file(path)))
        case .postgres(let url):
            return try await PostgresPool.open(PostgresConfiguration(url: url))
        }
    }
}
