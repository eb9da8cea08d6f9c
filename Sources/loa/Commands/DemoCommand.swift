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
            .init(
                "days-ahead", "N",
                "moves this demonstration's clock so many days ahead, to see deadlines pass;\nonce it has been moved, it doesn't go back"),
            DatabaseOption.option,
        ]
            + ListeningOptions.options + MailOptions.options + [DataFolder.option],
        details: """
            The data folder defaults to data/demo. The first start reads the plans and makes the accounts; later
            starts keep what is there. For trying Loa out, not for work: the passwords lie in the data folder, and the
            clock can be moved, which `loa serve` doesn't do.
            """)

    private let address: DatabaseAddress
    private let listening: ListeningOptions
    private let mail: MailOptions?
    private let samples: String
    private let data: String
    private let daysAhead: Int

    init(_ arguments: Arguments) throws(UsageError) {
        data = arguments.value("data") ?? EnvironmentKey.data.value ?? "data/demo"
        samples = arguments.value("samples") ?? "Samples/plans"
        daysAhead = try arguments.number("days-ahead", in: 0...3_650, command: Self.description.name) ?? 0
        listening = try ListeningOptions(arguments, command: Self.description.name)
        mail = try MailOptions.read(arguments, command: Self.description.name)
        address = try DatabaseOption.address(arguments, dataFolder: data, command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        let signIns = try DemoSignIns(folder: data)
        var filling = Filling.foreign
        let seconds = Double(daysAhead) * 86_400
        let (server, addresses) = try await RunningServer.start(
            address, listening, mail: mail, now: { Date() + seconds }
        ) { office in
            filling = try await Self.fill(office, from: samples, with: signIns)
        }
        Terminal.out(
            filling == .foreign
                ? "\nThis database has accounts of its own; sign in as one of them.\n\n"
                : "\nLoa with its sample data. Sign in as\n\n\(signIns.table(areNew: filling == .new))\n")
        if daysAhead > 0 {
            Terminal.out(
                "THE CLOCK OF THIS DEMONSTRATION IS \(daysAhead) DAYS AHEAD: what it writes down bears days to come.\n\n")
        }
        for address in addresses { Terminal.out("Loa listens on \(address)\n") }
        await server.runUntilStopped()
        return .done
    }

    private enum Filling {
        /// By this start.
        case new
        /// By an earlier start.
        case kept
        /// The database has other accounts.
        case foreign
    }

    /// Loads the samples into a new database; one that has accounts already stays as it is.
    private static func fill(
        _ office: Office, from samples: String, with signIns: DemoSignIns
    ) async throws -> Filling {
        do {
            // Kept first: passwords that nobody knows would lock the database up.
            try signIns.keep()
            let loaded = try await LoadSamples(folder: samples, passwords: signIns.passwords)
                .run(in: office, as: .commandLine)
            for (file, reason) in loaded.refused {
                Terminal.note("loa demo: \(file) was not taken: \(reason)")
            }
            return .new
        } catch AccountRefused.notFirst {
            try signIns.takeBack()
            return signIns.areKept ? .kept : .foreign
        }
    }
}
