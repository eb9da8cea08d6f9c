/// Limits that hold alike on both engines.
package enum DatabaseLimits {
    /// One text or blob, in bytes.
    package static let valueBytes = 64 * 1024 * 1024
    /// Placeholders in one statement (PostgreSQL counts them in 16 bits).
    package static let bindings = 32_000
    /// Requests that may wait for a connection of one pool.
    package static let waiting = 10_000
}
