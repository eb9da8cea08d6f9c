import Dispatch

/// A message with the address to which it is returned when it can't be delivered.
package struct OutgoingMail: Sendable, Hashable {
    package var message: MailMessage
    package var returnsTo: MailAddress

    package init(_ message: MailMessage, returnsTo: MailAddress) {
        self.message = message
        self.returnsTo = returnsTo
    }
}

/// How long a mail server may keep us waiting, in seconds.
package struct MailLimits: Sendable, Hashable {
    package var connectSeconds = 20
    /// For one message from first to last; a server may look at a message for minutes (RFC 5321, 4.5.3.2).
    package var totalSeconds = 60

    package init() {}
}

/// Sends messages by SMTP, one after the other over one connection, on a thread of its own.
package final class MailSender: Sendable {
    private let server: MailServer
    private let limits: MailLimits
    private let queue = DispatchQueue(label: "loa.mail")
    /// Touched on the queue alone, one block after the other; kept for the next message.
    private nonisolated(unsafe) var connection: SMTPConnection?

    package init(_ server: MailServer, limits: MailLimits = MailLimits()) {
        self.server = server
        self.limits = limits
    }

    /// Nil: the server has taken it.
    package func send(_ message: OutgoingMail) async -> MailFailure? {
        await withCheckedContinuation { continuation in
            queue.async {
                let connection = unsafe self.connection ?? SMTPConnection(self.server, self.limits)
                unsafe self.connection = connection
                continuation.resume(returning: connection.send(message))
            }
        }
    }
}
