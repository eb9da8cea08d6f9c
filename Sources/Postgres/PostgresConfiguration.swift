/// Where a PostgreSQL database is and how it is used.
package struct PostgresConfiguration: Sendable {
    /// `postgres://user@host:port/database?sslmode=verify-full…`; every
    /// parameter of libpq may stand in it.
    ///
    /// It may hold a password: never show it.
    package var url: String
    /// Connections that read beside the one that writes.
    package var readers: Int
    /// The longest that one statement may take, waiting for a turn included.
    package var statementTimeoutMilliseconds: Int

    package init(url: String, readers: Int = 4, statementTimeoutMilliseconds: Int = 30_000) {
        precondition(readers > 0, "A pool needs a reader.")
        precondition(statementTimeoutMilliseconds > 0, "A statement needs some time.")
        self.url = url
        self.readers = readers
        self.statementTimeoutMilliseconds = statementTimeoutMilliseconds
    }
}
