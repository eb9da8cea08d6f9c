import Domain
import Foundation
import Operations
import SQL
import Site

/// `loa remind`: does the day's reminding at once.
struct RemindCommand: Command {
    static let description = CommandDescription(
        name: "remind", summary: "Makes the day's reminders and sends the letters that are due.",
        options: [
            .init("on", "DAY", "an earlier day, as 2026-11-20, worked through as if it were over"),
            ListeningOptions.publicAddressOption, DatabaseOption.option, DataFolder.option,
        ] + MailOptions.options,
        details: """
            A running server does the same each minute; nothing is told twice. Without --mail the reminders reach the
            inboxes of Loa alone.
            """)

    private let day: CalendarDay?
    private let origin: String?
    private let mail: MailOptions?
    private let address: DatabaseAddress

    init(_ arguments: Arguments) throws(UsageError) {
        let name = Self.description.name
        day = try arguments.value("on").map { text throws(UsageError) in
            guard let day = CalendarDay(iso: text), day <= CalendarDay(inVietnamAt: Date()) else {
                throw UsageError(
                    "--on takes a day that has come, such as 2026-11-20, not \(text)", command: name)
            }
            return day
        }
        origin = try ListeningOptions.publicAddress(arguments, name)?.origin
        mail = try MailOptions.read(arguments, command: name)
        address = try DatabaseOption.address(arguments, dataFolder: DataFolder.path(arguments), command: name)
    }

    func run() async throws -> ExitCode {
        let holder = BackgroundWork.holder()
        return try await DatabaseOption.withPool(address, creating: false) { pool in
            let office = Office(pool: pool)
            try await office.prepare()
            switch try await RemindOfTasks(on: day, as: holder).run(in: office, as: .commandLine) {
            case .made(let count): Terminal.out("New reminders: \(count)\n")
            case .elsewhere: Terminal.out("Another server is making the reminders.\n")
            }
            guard let mail else { return .done }
            let carrier = LetterCarrier(mail, writer: LetterWriter(origin: origin))
            let sent = try await SendLetters(on: day, as: holder, carry: carrier.carry).run(
                in: office, as: .commandLine)
            Terminal.out(
                "Letters sent: \(sent.sent), refused: \(sent.refused), to try again: \(sent.failed)\n")
            if let failure = sent.lastFailure { Terminal.note("loa: letters couldn't leave: \(failure)") }
            return sent.failed == 0 ? .done : .failed
        }
    }
}
