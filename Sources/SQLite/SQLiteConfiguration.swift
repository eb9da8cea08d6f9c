/// Where a SQLite database lies and how many connections it gets.
package struct SQLiteConfiguration: Sendable, Hashable {
    package enum Location: Sendable, Hashable, CustomStringConvertible {
        case file(String)
        /// Gone when the pool closes; for tests.
        case memory

        package var description: String {
            switch self {
            case .file(let path): path
            case .memory: "in memory"
            }
        }

        var fileName: String {
            switch self {
            case .file(let path): path
            case .memory: ":memory:"
            }
        }

        var isFile: Bool { self != .memory }
    }

    package var location: Location
    /// Connections that read beside the one that writes.
    package var readers: Int
    /// Largest size of the file in pages of 4,096 bytes; nil for SQLite's own
    /// limit.
    ///
    /// A change past it fails with `diskFull`.
    package var maximumPages: Int?
    /// How long a change waits for another program that holds the file.
    package var busyTimeoutMilliseconds: Int32

    package init(
        _ location: Location, readers: Int = 4, maximumPages: Int? = nil,
        busyTimeoutMilliseconds: Int32 = 5_000
    ) {
        precondition(readers > 0, "A pool needs a reader.")
        self.location = location
        self.readers = readers
        self.maximumPages = maximumPages
        self.busyTimeoutMilliseconds = busyTimeoutMilliseconds
    }
}
