import Operations
import SQL
import Store

/// `loa restore FILE`: brings a backup into an empty database.
struct RestoreCommand: Command {
    static let description = CommandDescription(
        name: "restore", summary: "Brings a backup into a database.",
        operands: ["FILE"],
        options: [
            DatabaseOption.option, DataFolder.option,
            .init("replace", nil, "overwrite a database that holds something"),
        ],
        details: """
            All of it happens in one transaction: a damaged file changes nothing. Without --replace the database
            must be empty. It works while servers run; they see the old state until it is done, then the new one.
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
        try await Backup.check(path)
        let summary = try await DatabaseOption.withPool(address, creating: true) { pool in
            do {
                let summary = try await Backup.restore(
                    from: path, into: pool, migrator: Migrator(Schema.migrations), replacing: replaces)
                // SQLite's word index is no part of a backup; this makes it anew.
                try await Office(pool: pool).prepare()
                return summary
            } catch let failure as DatabaseFailure where failure.code == .notEmpty {
                throw CommandFailure(
                    "\(address) holds data already. Give --replace to overwrite all of it, or another --database."
                )
            }
        }
        Terminal.out("\(summary.totalRows) rows of \(summary.rows.count) tables were restored.\n")
        return .done
    }
}
