/// The form of a backup file, the same for both engines.
///
/// Numbers are big-endian. Texts and blobs have a length of 32 bits before them.
///
///     "LOABACK1"
///     H  number of migrations (32), of each its name and checksum
///     T  name of a table, number of its columns (32), their names
///     R  the values of one row: N null, I integer (64), D real (64), S text, B blob
///     E  number of the table's rows (64)
///     Z  number of tables (32), of rows (64), CRC-64 of all bytes before it (64)
///
/// The trailer tells a whole file from one that was cut off or damaged.
enum BackupFormat {
    static let magic = Array("LOABACK1".utf8)
    /// Bytes gathered before they are written, and read at once.
    static let bufferBytes = 256 * 1024
    /// Names of tables, columns and migrations are shorter than this.
    static let nameBytes = 1024
    static let columns = 2_000
    static let migrations = 100_000

    enum Mark: UInt8 {
        case header = 0x48
        case table = 0x54
        case row = 0x52
        case tableEnd = 0x45
        case trailer = 0x5A
        case null = 0x4E
        case integer = 0x49
        case real = 0x44
        case text = 0x53
        case blob = 0x42
    }
}

/// What a backup holds.
package struct BackupSummary: Sendable, Hashable {
    /// The migrations that its schema has seen.
    package var migrations: [String] = []
    /// Number of rows of each table.
    package var rows: [String: Int] = [:]

    package var totalRows: Int { rows.values.reduce(0, +) }
}
