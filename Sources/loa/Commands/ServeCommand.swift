import Domain
import Operations
import SQL

/// `loa serve`: runs the server.
struct ServeCommand: Command {
    static let description = CommandDescription(
        name: "serve", summary: "Runs the server.",
        options: [DatabaseOption.option] + ListeningOptions.options + MailOptions.options
            + OpenIDOptions.options + WebhookOptions.options + PageOptions.options + ObjectOptions.options
            + [
                DataFolder.option
            ],
        details: """
            A new database is made ready by itself, with the provinces and communes of the country; `loa administrator`
            makes the first account. Logs are lines of JSON on stderr. SIGTERM and SIGINT stop the server once what runs is finished.
            $LOA_OIDC_SECRET holds the secret of --oidc-client, where no file does.
            $LOA_METRICS_TOKEN lets whoever bears it read /metrics from another machine.
            """)

    private let address: DatabaseAddress
    private let listening: ListeningOptions
    private let mail: MailOptions?
    private let openID: OpenIDOptions?
    private let webhooks: WebhookOptions
    private let pages: PageOptions
    private let arguments: Arguments

    init(_ arguments: Arguments) throws(UsageError) {
        listening = try ListeningOptions(arguments, command: Self.description.name)
        mail = try MailOptions.read(arguments, command: Self.description.name)
        openID = try OpenIDOptions.read(arguments, listening, command: Self.description.name)
        self.arguments = arguments
        webhooks = try WebhookOptions(arguments, command: Self.description.name)
        pages = try PageOptions(arguments, command: Self.description.name)
        address = try DatabaseOption.address(
            arguments, dataFolder: DataFolder.path(arguments), command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        // Opening the key takes its time and may fail: that is no fault of the command line.
        let objects = try ObjectOptions.read(arguments, command: Self.description.name)
        let (server, addresses) = try await RunningServer.start(
            address, listening, mail: mail, openID: openID, webhooks: webhooks, pages: pages
        ) { office in
            if try await objects?.store.isDemonstration() == true {
                throw CommandFailure(
                    "the keys of this store are a demonstration's, which anybody may have: make some of your own "
                        + "(docs/trust/ceremony.md)")
            }
            // An office that has them isn't asked to read their lists.
            guard try await !HasUnits().run(in: office, as: .commandLine) else { return objects }
            let units = try await ImportUnits().run(in: office, as: .commandLine)
            Terminal.note(
                "loa: entered \(units.entered) provinces and communes, recognised \(units.adopted) by name")
            return objects
        }
        for address in addresses { Terminal.out("Loa listens on \(address)\n") }
        await server.runUntilStopped()
        return .done
    }
}
