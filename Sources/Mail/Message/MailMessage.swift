package import Foundation

/// A message with a plain text and the same as simple HTML, made by a program for one person.
package struct MailMessage: Sendable, Hashable {
    package var from: MailAddress
    package var fromName: String
    package var to: MailAddress
    package var toName: String
    package var subject: String
    package var date: Date
    /// The left part of the message's identifier: letters and digits; sent again, it stays the same.
    package var identifier: String
    /// Where the reader turns these messages off, `https` or `http`; ASCII without blanks.
    package var settingsAddress: String?
    package var text: String
    package var html: String

    package init(
        from: MailAddress, fromName: String, to: MailAddress, toName: String, subject: String, date: Date,
        identifier: String, settingsAddress: String? = nil, text: String, html: String
    ) {
        self.from = from
        self.fromName = fromName
        self.to = to
        self.toName = toName
        self.subject = subject
        self.date = date
        self.identifier = identifier
        self.settingsAddress = settingsAddress
        self.text = text
        self.html = html
    }

    package var messageID: String { "<\(identifier)@\(from.domain)>" }

    /// The message as RFC 5322 wants it, ready for the wire: ASCII, lines of CRLF.
    package var bytes: [UInt8] {
        precondition(
            !identifier.isEmpty
                && identifier.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) },
            "A message's identifier has lower-case letters and digits only.")
        let boundary = "loa-\(identifier)"
        var lines = [
            "Date: \(Self.date(date))",
            "From: \(Self.mailbox(fromName, from))",
            "To: \(Self.mailbox(toName, to))",
            "Message-ID: \(messageID)",
            "Subject: \(EncodedWord.of(String(subject.prefix(Self.subjectCharacters))))",
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
        ]
        if let settingsAddress, Self.isLink(settingsAddress) {
            lines.append("List-Unsubscribe: <\(settingsAddress)>")
        }
        lines += [
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=\"\(boundary)\"",
            "",
        ]
        for (type, body) in [("plain", text), ("html", html)] {
            lines += [
                "--\(boundary)",
                "Content-Type: text/\(type); charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                // Its own last line end is the one before the boundary.
                String(QuotedPrintable.encode(body).dropLast()),
            ]
        }
        lines += ["--\(boundary)--", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    /// What mailboxes show of a subject is shorter still.
    static let subjectCharacters = 200

    private static func mailbox(_ name: String, _ address: MailAddress) -> String {
        let short = String(name.prefix(100))
        return short.allSatisfy(\.isWhitespace)
            ? "<\(address)>" : "\(EncodedWord.of(short))\r\n <\(address)>"
    }

    private static func isLink(_ text: String) -> Bool {
        text.utf8.count <= 900 && text.utf8.allSatisfy { (33...126).contains($0) && $0 != 60 && $0 != 62 }
    }

    /// In Vietnam's time, as `Mon, 23 Nov 2026 07:30:00 +0700`.
    static func date(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt
        let parts = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
        func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][(parts.weekday ?? 1) - 1]
        let month = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ][(parts.month ?? 1) - 1]
        return
            "\(day), \(two(parts.day)) \(month) \(parts.year ?? 1970) \(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0700"
    }
}
