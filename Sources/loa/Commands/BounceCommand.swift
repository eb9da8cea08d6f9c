import Domain
import Foundation
import Mail
import Operations
import SQL

/// `loa bounce < MESSAGE`: takes what a mail server returned.
struct BounceCommand: Command {
    static let description = CommandDescription(
        name: "bounce", summary: "Reads a returned message from standard input and marks its letter.",
        options: [
            .init("mail-from", "ADDRESS", "the sender that the server uses (or $LOA_MAIL_FROM)"),
            DatabaseOption.option, DataFolder.option,
        ],
        details: """
            For a mail server's pipe: deliver ADDRESS+… to it. Only reports of delivery (RFC 3464) about the letter that
            their own address names are believed; anything else is left alone, and the exit code is 0 all the same, so
            that the mail server doesn't answer with another message. 1: the database can't be written; keep the message
            and try again.
            """)

    private let from: MailAddress
    private let address: DatabaseAddress

    init(_ arguments: Arguments) throws(UsageError) {
        from = try MailOptions.sender(arguments, command: Self.description.name)
        address = try DatabaseOption.address(
            arguments, dataFolder: DataFolder.path(arguments), command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        let input = try FileHandle.standardInput.read(upToCount: DeliveryStatus.longestBytes + 1) ?? Data()
        let status: DeliveryStatus
        do { status = try DeliveryStatus(Array(input)) } catch {
            Terminal.note("loa bounce: no report of delivery (\(error))")
            return .done
        }
        guard let letter = status.sentTo.flatMap(from.letter(of:)),
            let recipient = status.recipients.first(where: \.isFinal)
        else {
            Terminal.note("loa bounce: nothing that came back for good")
            return .done
        }
        let isTaken = try await DatabaseOption.withPool(address, creating: false) { pool in
            try await TakeBounce(
                letter: Letter.ID(letter), address: recipient.address.description,
                answer: recipient.diagnostic ?? recipient.status
            ).run(in: Office(pool: pool), as: .commandLine)
        }
        Terminal.out(isTaken ? "The letter is marked as returned.\n" : "No letter of ours came back so.\n")
        return .done
    }
}
