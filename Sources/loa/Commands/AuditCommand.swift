import Operations
import SQL

/// `loa audit`: verifies the ledger's chain.
struct AuditCommand: Command {
    static let description = CommandDescription(
        name: "audit", summary: "Verifies the ledger and says where it breaks.",
        options: [DatabaseOption.option, DataFolder.option],
        details: "Exit codes: 0 the ledger is whole, 1 it is broken or can't be read.")

    private let address: DatabaseAddress

    init(_ arguments: Arguments) throws(UsageError) {
        address = try DatabaseOption.address(
            arguments, dataFolder: DataFolder.path(arguments), command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        let report = try await DatabaseOption.withPool(address, creating: false) { pool in
            try await VerifyLedger().run(in: Office(pool: pool), as: .commandLine)
        }
        if let fault = report.fault {
            Terminal.out("The ledger is broken: \(fault)\n")
            return .failed
        }
        Terminal.out("The ledger is whole: \(report.entries) entries.\n")
        if let head = report.head { Terminal.out("Head: \(head)\n") }
        return .done
    }
}
