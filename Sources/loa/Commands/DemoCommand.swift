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
                "clock", "DAY",
                "begins this demonstration's clock at nine in the morning of a day to come, such as\n2026-12-01, to see deadlines pass"
            ),
            DatabaseOption.option,
        ]
            + ListeningOptions.options + MailOptions.options + OpenIDOptions.options
            + WebhookOptions.options + PageOptions.options + [DataFolder.option],
        details: """
            The data folder defaults to data/demo. The first start reads the plans and makes the accounts; later
            starts keep what is there. For trying Loa out, not for work: the passwords lie in the data folder, and the
            clock can be moved, which `loa serve` doesn't do. A release is in its store of players, signed by
            demonstration keys; every page says so, and `loa serve` refuses that store.
            """)

    private let address: DatabaseAddress
    private let listening: ListeningOptions
    private let mail: MailOptions?
    private let openID: OpenIDOptions?
    private let webhooks: WebhookOptions
    private let pages: PageOptions
    private let samples: String
    private let data: String
    private let secondsAhead: TimeInterval

    init(_ arguments: Arguments) throws(UsageError) {
        data = arguments.value("data") ?? EnvironmentKey.data.value ?? "data/demo"
        samples = arguments.value("samples") ?? "Samples/plans"
        secondsAhead = try Self.secondsAhead(arguments.value("clock"), of: Date())
        listening = try ListeningOptions(arguments, command: Self.description.name)
        mail = try MailOptions.read(arguments, command: Self.description.name)
        openID = try OpenIDOptions.read(arguments, listening, command: Self.description.name)
        webhooks = try WebhookOptions(arguments, command: Self.description.name)
        pages = try PageOptions(arguments, command: Self.description.name)
        address = try DatabaseOption.address(arguments, dataFolder: data, command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: samples, isDirectory: &isFolder), isFolder.boolValue
        else {
            throw CommandFailure(
                "there is no folder \(samples): name the one of the sample plans by --samples")
        }
        let signIns = try DemoSignIns(folder: data)
        var filling = Filling.foreign
        var store: DemoStore?
        let (server, addresses) = try await RunningServer.start(
            address, listening, mail: mail, openID: openID, webhooks: webhooks, pages: pages,
            now: { [secondsAhead] in Date() + secondsAhead }
        ) { office in
            filling = try await Self.fill(office, from: samples, with: signIns)
            // Nobody's own data is put before players by keys that anybody may have.
            if filling != .foreign { store = try await DemoStore.prepare(in: data, office) }
            return store?.objects
        }
        Terminal.out(
            filling == .foreign
                ? "\nThis database has accounts of its own; sign in as one of them.\n\n"
                : "\nLoa with its sample data. Sign in as\n\n\(signIns.table(areNew: filling == .new))\n")
        if secondsAhead > 0 {
            let day = CalendarDay(inVietnamAt: Date() + secondsAhead)
            Terminal.out("THE CLOCK OF THIS DEMONSTRATION IS MOVED: here it is \(day).\n\n")
        }
        if let store, let address = addresses.first(where: { $0.hasPrefix("http") }) {
            Terminal.out(try store.words(address))
        }
        for address in addresses { Terminal.out("Loa listens on \(address)\n") }
        await server.runUntilStopped()
        return .done
    }

    /// From now to nine in the morning of a day, in Vietnam; never back.
    private static func secondsAhead(_ text: String?, of now: Date) throws(UsageError) -> TimeInterval {
        guard let text else { return 0 }
        guard let day = CalendarDay(iso: text), day > CalendarDay(inVietnamAt: now),
            day <= CalendarDay(inVietnamAt: now).adding(days: 3_650)
        else {
            throw UsageError(
                "--clock takes a day to come, such as 2026-12-01, not \(text)", command: description.name)
        }
        // Vietnam is seven hours ahead of UTC all year.
        return Date(timeIntervalSince1970: TimeInterval(day.dayNumber * 86_400 + 2 * 3_600))
            .timeIntervalSince(now)
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
            if loaded.plans.isEmpty, loaded.refused.isEmpty {
                Terminal.note("loa demo: \(samples) holds no plan (*.txt), so the lists are empty")
            }
            return .new
        } catch AccountRefused.notFirst {
            try signIns.takeBack()
            return signIns.areKept ? .kept : .foreign
        }
    }
}
