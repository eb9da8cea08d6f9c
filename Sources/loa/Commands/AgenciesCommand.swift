import Domain
import Operations
import SQL

/// `loa agencies`: enters the provinces and communes that the program brings along.
struct AgenciesCommand: Command {
    static let description = CommandDescription(
        name: "agencies", summary: "Enters the 34 provinces, 3,321 communes and the provinces before them.",
        options: [DatabaseOption.option, DataFolder.option],
        details: """
            Enters the people's committees of all administrative units with their codes, and what the provinces before
            July 2025 became. Can be run again at any time: what is there stays, and agencies that were typed in under
            the same name get their codes. Also puts reorganisations into effect whose day has come.
            """)

    private let address: DatabaseAddress

    init(_ arguments: Arguments) throws(UsageError) {
        address = try DatabaseOption.address(
            arguments, dataFolder: DataFolder.path(arguments), command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        let (outcome, applied) = try await DatabaseOption.withPool(address, creating: true) { pool in
            let office = Office(pool: pool)
            try await office.prepare()
            let outcome = try await ImportUnits().run(in: office, as: .commandLine)
            return (outcome, try await ApplyDueReorganisations().run(in: office, as: .commandLine))
        }
        Terminal.out(
            "\(outcome.entered) entered, \(outcome.adopted) recognised by name, \(outcome.present) there already.\n"
        )
        if applied > 0 { Terminal.out("\(applied) reorganisations put into effect.\n") }
        return .done
    }
}
