import Domain
import Operations
import SQL

/// `loa administrator NAME`: makes the first administrator.
struct AdministratorCommand: Command {
    static let description = CommandDescription(
        name: "administrator", summary: "Makes the first administrator of a new database.",
        operands: ["NAME"],
        options: [
            .init("agency", "AGENCY", "the agency that runs this Loa, by its full name"),
            .init("display-name", "TEXT", "the person's name as pages show it (default: NAME)"),
            DatabaseOption.option, DataFolder.option,
        ],
        details: """
            The password is asked for at the terminal, or read as the first line of standard input.
            Further accounts are made on the page Tài khoản by an administrator.
            """)

    private let name: String
    private let displayName: String
    private let agency: String
    private let address: DatabaseAddress

    init(_ arguments: Arguments) throws(UsageError) {
        name = arguments.operands[0]
        displayName = arguments.value("display-name") ?? name
        guard let agency = arguments.value("agency"), !agency.isEmpty else {
            throw UsageError("it needs --agency, the name of the agency", command: Self.description.name)
        }
        self.agency = agency
        address = try DatabaseOption.address(
            arguments, dataFolder: DataFolder.path(arguments), command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        guard let password = Terminal.secret(prompt: "Password for \(name): ") else {
            throw CommandFailure("no password was given")
        }
        try await DatabaseOption.withPool(address, creating: true) { pool in
            let office = Office(pool: pool)
            try await office.prepare()
            _ = try await CreateFirstAdministrator(
                name: name, displayName: displayName, password: password, agencyName: agency
            ).run(in: office, as: .commandLine)
        }
        Terminal.out("\(name) may sign in as administrator of \(agency).\n")
        return .done
    }
}
