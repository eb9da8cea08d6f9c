import Domain
import Foundation
import Operations
import SQL
import Store

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
            Terminal.out("The ledger is broken at entry \(fault.sequence): \(Self.words(fault.reason))\n")
            return .failed
        }
        Terminal.out("The ledger is whole: \(report.entries) entries.\n")
        if let head = report.head {
            let hash = head.hash.map { String(format: "%02x", $0) }.joined()
            Terminal.out("Head: entry \(head.sequence), \(hash)\n")
        }
        return .done
    }

    private static func words(_ reason: LedgerFault.Reason) -> String {
        switch reason {
        case .gap: "its number is missing or out of order, so an entry was taken out or put in"
        case .wrongPrevious: "it does not follow the entry before it"
        case .wrongHash: "its content is not what was recorded"
        case .cut: "the ledger ends before the head that was kept"
        case .otherHead: "it is another entry than the head that was kept"
        }
    }
}
