import Domain
import Foundation
import HTTP
import Mail
import Operations
import Site

/// The mail server that letters are handed to, and whose name they bear; nil where none is set.
struct MailOptions: Sendable {
    static let options: [CommandDescription.Option] = [
        .init(
            "mail", "URL",
            "the mail server: smtp://[USER:PASSWORD@]HOST[:PORT] (STARTTLS, none needed on\nthis machine), smtp+starttls://… or smtps://… (or $LOA_MAIL, which ps doesn't show)"
        ),
        .init("mail-from", "ADDRESS", "the sender; ADDRESS+… must come back to it (or $LOA_MAIL_FROM)"),
        .init("mail-authorities", "FILE", "certificates (PEM) to trust instead of the machine's own"),
    ]

    let server: MailServer
    let from: MailAddress

    /// - Throws: where one of the two is missing or can't be used; what was given is not repeated, for it may hold a
    ///   password.
    static func read(_ arguments: Arguments, command: String) throws(UsageError) -> MailOptions? {
        let address = arguments.value("mail") ?? EnvironmentKey.mail.value ?? ""
        guard !address.isEmpty else { return nil }
        guard var server = MailServer(address) else {
            throw UsageError(
                "--mail takes smtp://HOST, smtps://HOST or smtp+starttls://HOST", command: command)
        }
        server.authorities = arguments.value("mail-authorities")
        return MailOptions(server: server, from: try sender(arguments, command: command))
    }

    static func sender(_ arguments: Arguments, command: String) throws(UsageError) -> MailAddress {
        guard let from = MailAddress(arguments.value("mail-from") ?? EnvironmentKey.mailFrom.value ?? "")
        else {
            throw UsageError("mail needs --mail-from, an address such as loa@example.vn", command: command)
        }
        return from
    }
}

/// Hands letters to the mail server, in words.
struct LetterCarrier: Sendable {
    private let sender: MailSender
    private let from: MailAddress
    private let writer: LetterWriter

    init(_ options: MailOptions, writer: LetterWriter) {
        sender = MailSender(options.server)
        from = options.from
        self.writer = writer
    }

    func carry(_ letters: [LetterContent]) async -> [LetterResult] {
        var results: [LetterResult] = []
        for letter in letters {
            // A stopping server leaves the rest to the next start.
            results.append(Task.isCancelled ? .failed(answer: "stopping") : await carry(letter))
        }
        return results
    }

    private func carry(_ content: LetterContent) async -> LetterResult {
        let letter = content.letter
        guard let to = MailAddress(letter.address), let back = from.returning(letter.id.rawValue) else {
            return .refused(answer: "no usable address")
        }
        let words = writer.words(content)
        let message = MailMessage(
            from: from, fromName: "Loa", to: to, toName: content.recipientName, subject: words.subject,
            date: letter.madeAt, identifier: letter.id.rawValue, settingsAddress: words.settingsAddress,
            text: words.text, html: words.html)
        guard let failure = await sender.send(OutgoingMail(message, returnsTo: back)) else { return .sent }
        switch failure.code {
        case .refused: return .refused(answer: failure.answer)
        case .later, .notWelcome, .notTrusted, .unreachable, .timedOut: return .failed(answer: "\(failure)")
        }
    }
}
