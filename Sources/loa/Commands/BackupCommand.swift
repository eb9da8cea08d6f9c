import Foundation
import SQL

/// `loa backup FILE`: copies the whole database into one file while serving goes on.
struct BackupCommand: Command {
    static let description = CommandDescription(
        name: "backup", summary: "Copies the whole database into one file, while serving goes on.",
        operands: ["FILE"],
        options: [
            DatabaseOption.option, DataFolder.option,
            .init("replace", nil, "overwrite FILE where it exists"),
        ],
        details: """
            The file holds one moment of the database. It restores into SQLite and PostgreSQL alike.
            It holds everything that the database holds: keep it as safe.
            """)

    private let path: String
    private let address: DatabaseAddress
    private let replaces: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        path = arguments.operands[0]
        replaces = arguments.has("replace")
        address = try DatabaseOption.address(
            arguments, dataFolder: DataFolder.path(arguments), command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        // The backup of yesterday may be the only one that is good.
        guard replaces || !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(
                "\(path) exists already. Name another file, or give --replace to overwrite it.")
        }
        guard try isRegularFileOrNew() else {
            throw CommandFailure("\(path) is no ordinary file; name one.")
        }
        let summary = try await DatabaseOption.withPool(address, creating: false) { pool in
            try await Backup.write(from: pool, to: path)
        }
        Terminal.out("\(summary.totalRows) rows of \(summary.rows.count) tables are in \(path).\n")
        return .done
    }

    /// A device or a pipe would be replaced by the finished file.
    private func isRegularFileOrNew() throws -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return true }
        return try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
            == .typeRegular
    }
}
