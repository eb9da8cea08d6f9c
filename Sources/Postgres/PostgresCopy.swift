import SQL

/// Rows in the binary form of `COPY` (PostgreSQL's manual, COPY, "Binary Format").
struct PostgresCopy {
    /// Sent at once, about.
    static let pieceBytes = 256 * 1024

    private(set) var bytes: [UInt8]

    init() {
        bytes = Array("PGCOPY\n".utf8) + [0xFF] + Array("\r\n".utf8) + [0]
        // Flags, and the length of an extension of the header: neither.
        bytes += [UInt8](repeating: 0, count: 8)
    }

    mutating func append(_ row: [SQLValue]) {
        append(UInt16(row.count))
        for value in row { append(value) }
    }

    /// What says that no row follows.
    mutating func end() { append(UInt16.max) }

    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    private mutating func append(_ value: SQLValue) {
        switch value {
        case .null:
            append(UInt32.max)
        case .integer(let number):
            append(UInt32(8))
            append(UInt64(bitPattern: number))
        case .real(let number):
            append(UInt32(8))
            append(number.bitPattern)
        case .text(let text):
            append(UInt32(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        case .blob(let blob):
            append(UInt32(blob.count))
            bytes.append(contentsOf: blob)
        }
    }

    private mutating func append(_ number: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
