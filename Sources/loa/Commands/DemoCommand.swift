import Domain
import Foundation
import Operations
import SQL

/// `loa demo`: runs the server with the sample plans and an account for each role.
struct DemoCommand: Command {
    static let description = CommandDescription(
        name: "demo", summary: "Runs the server with the sample plans and prints the sign-ins.",
        options: [
            .init("samples", "DIR", "the folder of sample plans (default: Samples/plans)"),
            DatabaseOption.option,
        ]
            + ListeningOptions.options + MailOptions.options + [DataFolder.option],
        details: """
            The data folder defaults to data/demo. The first start reads the plans and makes the accounts; later
            starts keep what is there. For trying Loa out, not for work: the passwords lie in the data folder.
            """)

    private let address: DatabaseAddress
    private let listening: ListeningOptions
    private let mail: MailOptions?
    private let samples: String
    private let data: String

    init(_ arguments: Arguments) throws(UsageError) {
        data = arguments.value("data") ?? EnvironmentKey.data.value ?? "data/demo"
        samples = arguments.value("samples") ?? "Samples/plans"
        listening = try ListeningOptions(arguments, command: Self.description.name)
        mail = try MailOptions.read(arguments, command: Self.description.name)
        address = try DatabaseOption.address(arguments, dataFolder: data, command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        let signIns = try DemoSignIns(folder: data)
        var areValid = false
        let (server, addresses) = try await RunningServer.start(address, listening, mail: mail) { office in
            areValid = try await Self.fill(office, from: samples, with: signIns)
        }
        Terminal.out(
            areValid
                ? "\nLoa with its sample data. Sign in as\n\n\(signIns.table)\n"
                : "\nThis database has accounts of its own; sign in as one of them.\n\n")
        for address in addresses { Terminal.out("Loa listens on \(address)\n") }
        await server.runUntilStopped()
        return .done
    }

    /// Loads the samples into a new database; one that has accounts already stays as it is.
    ///
    /// Returns whether the sign-ins are those of the database.
    private static func fill(
        _ office: Office, from samples: String, with signIns: DemoSignIns
    ) async throws -> Bool {
        do {
            // Kept first: passwords that nobody knows would lock the database up.
            try signIns.keep()
            let loaded = try await LoadSamples(folder: samples, passwords: signIns.passwords)
                .run(in: office, as: .commandLine)
            for (file, reason) in loaded.refused {
                Terminal.note("loa demo: \(file) was not taken: \(reason)")
            }
            return true
        } catch AccountRefused.notFirst {
            if !signIns.areKept { signIns.forget() }
            return signIns.areKept
        }
    }
}
