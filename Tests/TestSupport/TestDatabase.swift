import Foundation
import Postgres
package import SQL
import SQLite

/// Lends a test an empty database of its own, on either engine.
///
///     @Test(arguments: TestDatabase.Engine.all)
///     func `A plan is found by its number`(engine: TestDatabase.Engine) async throws {
///         try await TestDatabase.with(engine, migrations: Schema.migrations) { pool in … }
///     }
package enum TestDatabase {
    package enum Engine: String, Sendable, CaseIterable, CustomStringConvertible {
        case sqlite
        /// Needs `LOA_TEST_POSTGRES`, the URL of a server where schemas may be
        /// made; without it the tests fail, for a skipped engine proves nothing.
        case postgres

        package static var all: [Engine] { allCases }
        package var description: String { rawValue }
    }

    /// The tests can't run as the machine is.
    package struct Missing: Error, CustomStringConvertible {
        package let description: String
    }

    /// Where PostgreSQL is, for tests that open it themselves.
    package static func postgresURL() throws -> String {
        guard let url = ProcessInfo.processInfo.environment["LOA_TEST_POSTGRES"], !url.isEmpty else {
            throw Missing(
                description: "PostgreSQL isn't there to test with: LOA_TEST_POSTGRES must hold its URL. "
                    + "`scripts/postgres run swift test` starts one.")
        }
        return url
    }

    /// A pool on an SQLite file that the test looks into from outside; the test closes it.
    package static func sqlite(at path: String, readers: Int) async throws -> any DatabasePool {
        try await SQLitePool.open(.init(.file(path), readers: readers))
    }

    /// Opens an empty database, applies the migrations (none: it has no table at
    /// all), runs the body, and drops it all.
    ///
    /// SQLite is in memory unless `onDisk`, which gives it readers beside the writer.
    @discardableResult
    package static func with<Value: Sendable>(
        _ engine: Engine, migrations: [Migration]? = nil, onDisk: Bool = false,
        _ body: (any DatabasePool) async throws -> Value
    ) async throws -> Value {
        switch engine {
        case .sqlite where onDisk:
            return try await withFolder { folder in
                try await using(
                    SQLitePool.open(.init(.file(folder + "/loa.db"), readers: 2)), migrations, body)
            }
        case .sqlite:
            return try await using(SQLitePool.open(.init(.memory)), migrations, body)
        case .postgres:
            return try await withSchema { url in
                try await using(PostgresPool.open(.init(url: url, readers: 2)), migrations, body)
            }
        }
    }

    /// A new folder for files, deleted afterwards.
    @discardableResult
    package static func withFolder<Value: Sendable>(
        _ body: (_ path: String) async throws -> Value
    ) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "loa-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let result: Result<Value, any Error>
        do { result = .success(try await body(folder.path)) } catch { result = .failure(error) }
        try FileManager.default.removeItem(at: folder)
        return try result.get()
    }

    /// The URL of a new, empty schema on the test server, dropped afterwards.
    @discardableResult
    package static func withSchema<Value: Sendable>(
        _ body: (_ url: String) async throws -> Value
    ) async throws -> Value {
        try await turns.take { try await withNewSchema(body) }
    }

    /// Schemas lent at once.
    ///
    /// Each takes up to five connections of a cluster's 400, and some tests open more.
    private static let turns = Turns(16)

    private static func withNewSchema<Value: Sendable>(
        _ body: (_ url: String) async throws -> Value
    ) async throws -> Value {
        let server = try postgresURL()
        let admin = try await PostgresPool.open(.init(url: server, readers: 1))
        let name = "test_" + UUID().uuidString.lowercased().replacing("-", with: "_")
        let url = server + (server.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(name)"
        var result: Result<Value, any Error>
        do {
            try await admin.createSchema(name)
            do { result = .success(try await body(url)) } catch { result = .failure(error) }
            try await admin.dropSchema(name)
        } catch {
            result = .failure(error)
        }
        await admin.close()
        return try result.get()
    }

    private static func using<Value: Sendable>(
        _ pool: any DatabasePool, _ migrations: [Migration]?, _ body: (any DatabasePool) async throws -> Value
    ) async throws -> Value {
        let result: Result<Value, any Error>
        do {
            if let migrations { try await Migrator(migrations).migrate(pool) }
            result = .success(try await body(pool))
        } catch {
            result = .failure(error)
        }
        await pool.close()
        return try result.get()
    }
}
