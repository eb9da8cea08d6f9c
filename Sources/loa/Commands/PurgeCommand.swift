import Domain
import Operations
import SQL

/// `loa purge PLAN`: destroys a plan that should never have been here.
struct PurgeCommand: Command {
    static let description = CommandDescription(
        name: "purge", summary: "Destroys a plan with all that came of it, for a leaked state secret.",
        operands: ["PLAN"],
        options: [
            .init("reason", "CLASS", "stateSecret, personalData or wrongDocument"),
            DatabaseOption.option, DataFolder.option,
        ],
        details: """
            PLAN is the last part of the plan's address, such as 0199c0…. There is no way back.
            The ledger keeps the time, that it was done at the command line, the class of the reason and PLAN.
            Servers that run keep what they last showed in memory until they are asked for something else: start
            them anew. Backups, replicas and PostgreSQL's log are the operator's to deal with: see
            docs/operations/purging.md.
            Exit codes: 0 destroyed and cleaned, 1 not, or not wholly: run it again.
            """)

    private let plan: Plan.ID
    private let reason: PurgeReason
    private let address: DatabaseAddress

    init(_ arguments: Arguments) throws(UsageError) {
        plan = Plan.ID(arguments.operands[0])
        guard let reason = arguments.value("reason").flatMap({ PurgeReason(rawValue: $0) }) else {
            throw UsageError(
                "it needs --reason, one of \(PurgeReason.allCases.map(\.rawValue).joined(separator: ", "))",
                command: Self.description.name)
        }
        self.reason = reason
        address = try DatabaseOption.address(
            arguments, dataFolder: DataFolder.path(arguments), command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        let outcome = try await DatabaseOption.withPool(address, creating: false) { pool in
            try await PurgePlan(plan: plan, reason: reason).run(in: Office(pool: pool), as: .commandLine)
        }
        guard outcome == .clean else {
            Terminal.note("loa: \(outcome.english)")
            return .failed
        }
        Terminal.out(outcome.english + "\n")
        return .done
    }
}
