import SQL

/// `loa backup FILE`: copies the whole database into one file while serving goes on.
struct BackupCommand: Command {
    static let description = CommandDescription(
        name: "backup", summary: "Copies the whole database into one file, while serving goes on.",
        operands: ["FILE"], options: [DatabaseOption.option, DataFolder.option],
        details: """
            The file holds one moment of the database. It restores into SQLite and PostgreSQL alike.
            It holds everything that the database holds: keep it as safe.
            """)

    private let path: String
    private let address: DatabaseAddress

    init(_ arguments: Arguments) throws(UsageError) {
        path = arguments.operands[0]
        address = try DatabaseOption.address(
            arguments, dataFolder: DataFolder.path(arguments), command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        let summary = try await DatabaseOption.withPool(address, creating: false) { pool in
            try await Backup.write(from: pool, to: path)
        }
        Terminal.out("\(summary.totalRows) rows of \(summary.rows.count) tables are in \(path).\n")
        return .done
    }
}
