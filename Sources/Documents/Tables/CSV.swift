/// Rows as CSV (RFC 4180) that Excel opens with Vietnamese letters and that can't run a formula.
package struct CSV: Sendable {
    /// UTF-8 with a byte order mark; lines end in CR LF.
    package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    package init(columns: [String]) { append(columns) }

    /// Adds one row.
    ///
    /// A cell is quoted where it must be; one that a spreadsheet would take for a formula (beginning with = +
    /// - @, a tab or a line end) gets an apostrophe before it.
    package mutating func append(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            Self.append(cell, to: &bytes)
        }
        bytes += [0x0D, 0x0A]
    }

    /// Hands out what has been written so far and forgets it, for exports in pieces.
    package mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private static func append(_ cell: String, to bytes: inout [UInt8]) {
        let isFormula = cell.utf8.first.map { "=+-@\t\r\n".utf8.contains($0) } ?? false
        let needsQuotes = cell.utf8.contains { ",\"\r\n".utf8.contains($0) }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            // A NUL ends the line for some readers.
            if byte != 0 { bytes.append(byte) }
        }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    }
}
