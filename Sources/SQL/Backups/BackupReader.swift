import Glibc

/// Reads a backup file from its beginning; refuses whatever isn't in the form.
final class BackupReader {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var place = 0
    private var checksum = Checksum()

    /// Throws `DatabaseFailure`: `cannotOpen`, `inputOutput`, `damagedBackup`.
    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure.now("open", path, isOpening: true) }
        guard try bytes(BackupFormat.magic.count) == BackupFormat.magic else {
            throw damaged("it isn't a backup of this program")
        }
    }

    deinit { close(descriptor) }

    func damaged(_ why: String) -> DatabaseFailure {
        DatabaseFailure(.damagedBackup, "\(path) can't be restored: \(why).")
    }

    /// Reads the whole file; gives its parts to the visitor in their order.
    func read(_ visitor: some BackupVisitor) throws -> BackupSummary {
        var summary = BackupSummary()
        guard try mark() == .header else { throw damaged("it has no header") }
        let history = try (0..<number(upTo: BackupFormat.migrations)).map { _ in
            AppliedMigration(name: try name(), checksum: try name())
        }
        summary.migrations = history.map(\.name)
        try visitor.begin(history)
        while true {
            switch try mark() {
            case .table:
                let table = try name()
                guard summary.rows[table] == nil else { throw damaged("a table comes twice") }
                summary.rows[table] = try readTable(table, visitor)
            case .trailer:
                try readTrailer(summary)
                return summary
            case .header, .row, .tableEnd, .null, .integer, .real, .text, .blob:
                throw damaged("its parts are out of order")
            }
        }
    }

    private func readTable(_ table: String, _ visitor: some BackupVisitor) throws -> Int {
        let columns = try (0..<number(upTo: BackupFormat.columns)).map { _ in try name() }
        try visitor.table(table, columns)
        var rows = 0
        while true {
            switch try mark() {
            case .row:
                try visitor.row(columns.map { _ in try value() })
                rows += 1
            case .tableEnd:
                guard try bits(UInt64.self) == UInt64(rows) else { throw damaged("rows are missing") }
                try visitor.tableEnd()
                return rows
            case .header, .table, .trailer, .null, .integer, .real, .text, .blob:
                throw damaged("its parts are out of order")
            }
        }
    }

    private func readTrailer(_ summary: BackupSummary) throws {
        guard try bits(UInt32.self) == UInt32(summary.rows.count),
            try bits(UInt64.self) == UInt64(summary.totalRows)
        else { throw damaged("tables are missing") }
        let expected = checksum.value
        guard try bits(UInt64.self) == expected else { throw damaged("its checksum is wrong") }
        guard place == buffer.count, try fill() == 0 else { throw damaged("something follows its end") }
    }

    private func mark() throws -> BackupFormat.Mark {
        guard let mark = BackupFormat.Mark(rawValue: try bytes(1)[0]) else {
            throw damaged("a part has an unknown mark")
        }
        return mark
    }

    private func value() throws -> SQLValue {
        switch try mark() {
        case .null: return .null
        case .integer: return .integer(Int64(bitPattern: try bits(UInt64.self)))
        case .real: return .real(Double(bitPattern: try bits(UInt64.self)))
        case .text: return .text(try text(upTo: DatabaseLimits.valueBytes))
        case .blob: return .blob(try bytes(number(upTo: DatabaseLimits.valueBytes)))
        case .header, .table, .row, .tableEnd, .trailer: throw damaged("a value has an unknown mark")
        }
    }

    private func name() throws -> String { try text(upTo: BackupFormat.nameBytes) }

    private func text(upTo limit: Int) throws -> String {
        guard let text = String(validating: try bytes(number(upTo: limit)), as: UTF8.self) else {
            throw damaged("a text isn't UTF-8")
        }
        return text
    }

    private func number(upTo limit: Int) throws -> Int {
        let number = Int(try bits(UInt32.self))
        guard number <= limit else { throw damaged("a length is beyond all limits") }
        return number
    }

    private func bits<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        try bytes(Number.bitWidth / 8).reduce(0) { $0 << 8 | Number($1) }
    }

    private func bytes(_ count: Int) throws -> [UInt8] {
        var result: [UInt8] = []
        while result.count < count {
            if place == buffer.count, try fill() == 0 { throw damaged("it is cut off") }
            let part = buffer[place..<min(buffer.count, place + count - result.count)]
            result += part
            place += part.count
        }
        checksum.update(result)
        return result
    }

    private func fill() throws -> Int {
        buffer = [UInt8](repeating: 0, count: BackupFormat.bufferBytes)
        while true {
            // The pointer is used up before the closure ends; read writes no more than count bytes.
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileFailure.now("read", path)
            }
            buffer.removeLast(buffer.count - count)
            place = 0
            return count
        }
    }
}

/// Takes the parts of a backup as they are read.
protocol BackupVisitor {
    func begin(_ history: [AppliedMigration]) throws
    func table(_ name: String, _ columns: [String]) throws
    func row(_ values: [SQLValue]) throws
    func tableEnd() throws
}

/// Reads a backup only to know that it is whole.
struct BackupCheck: BackupVisitor {
    func begin(_ history: [AppliedMigration]) {}
    func table(_ name: String, _ columns: [String]) {}
    func row(_ values: [SQLValue]) {}
    func tableEnd() {}
}
