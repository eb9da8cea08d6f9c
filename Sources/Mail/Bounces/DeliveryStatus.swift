/// What a mail server says about a message that it couldn't deliver (RFC 3464): read strictly, and no more of it
/// than is needed.
package struct DeliveryStatus: Sendable, Hashable {
    package enum Action: String, Sendable, Hashable, CaseIterable {
        case failed, delayed, delivered, relayed, expanded
    }

    /// Whom the server couldn't reach.
    package struct Recipient: Sendable, Hashable {
        package var address: MailAddress
        package var action: Action
        /// Such as `5.1.1` (RFC 3463).
        package var status: String
        /// The words of the server that refused; one line.
        package var diagnostic: String?

        /// Given up for good.
        package var isFinal: Bool { action == .failed && status.hasPrefix("5.") }
    }

    /// The address to which the report was sent: names the letter (`MailAddress.letter(of:)`).
    package var sentTo: MailAddress?
    package var recipients: [Recipient]

    package static let longestBytes = 1 << 20
    static let recipientLimit = 20

    /// Why a message is no report on delivery that can be believed.
    package enum Fault: Error, Sendable, Hashable, CaseIterable {
        case tooLong, noReport, noStatus, badStatus
    }

    /// - Parameter message: as it arrived, with lines of CRLF or LF.
    package init(_ message: [UInt8]) throws(Fault) {
        guard message.count <= Self.longestBytes else { throw .tooLong }
        let text = String(decoding: message, as: UTF8.self).replacing("\r\n", with: "\n")
        let (head, body) = Self.headAndBody(text)
        guard let type = Self.value("content-type", of: head),
            Self.token(type) == "multipart/report",
            Self.parameter("report-type", of: type)?.lowercased() == "delivery-status",
            let boundary = Self.parameter("boundary", of: type), !boundary.isEmpty, boundary.utf8.count <= 70
        else { throw .noReport }
        guard
            let part = Self.parts(of: body, boundary).first(where: { part in
                Self.value("content-type", of: Self.headAndBody(part).head).map(Self.token)
                    == "message/delivery-status"
            })
        else { throw .noStatus }
        let blocks = Self.headAndBody(part).body.split(separator: "\n\n").map(Self.fields)
        // The first block tells of the message, each other of one recipient.
        recipients = try blocks.dropFirst().prefix(Self.recipientLimit).map { block throws(Fault) in
            try Self.recipient(block)
        }
        guard !recipients.isEmpty else { throw .noStatus }
        sentTo = Self.value("to", of: head).flatMap(Self.address)
    }

    private static func recipient(_ block: [(name: String, value: String)]) throws(Fault) -> Recipient {
        func field(_ name: String) -> String? { block.first { $0.name == name }?.value }
        guard let who = field("final-recipient"), let kind = who.split(separator: ";").first,
            kind.lowercased() == "rfc822", let address = address(String(who.dropFirst(kind.count + 1))),
            let action = field("action").flatMap({ Action(rawValue: token($0)) }),
            let status = field("status").map(token), isStatus(status)
        else { throw .badStatus }
        let said = field("diagnostic-code").map { String(EncodedWord.withoutControls($0).prefix(500)) }
        return Recipient(address: address, action: action, status: status, diagnostic: said)
    }

    private static func isStatus(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && ["2", "4", "5"].contains(parts[0])
            && parts.allSatisfy {
                (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) }
            }
    }

    // MARK: - The message's own form

    private static func headAndBody(_ text: String) -> (head: [(name: String, value: String)], body: String) {
        guard let end = text.firstRange(of: "\n\n") else { return (fields(text), "") }
        return (fields(text[..<end.lowerBound]), String(text[end.upperBound...]))
    }

    /// Header fields with their folded lines joined, names in lower case.
    private static func fields(_ text: some StringProtocol) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for line in text.split(separator: "\n") {
            if line.first == " " || line.first == "\t" {
                guard !fields.isEmpty else { continue }
                fields[fields.count - 1].value += " " + trimmed(String(line))
            } else if let colon = line.firstIndex(of: ":") {
                fields.append(
                    (line[..<colon].lowercased(), trimmed(String(line[line.index(after: colon)...]))))
            }
        }
        return fields
    }

    private static func value(_ name: String, of head: [(name: String, value: String)]) -> String? {
        head.first { $0.name == name }?.value
    }

    private static func parts(of body: String, _ boundary: String) -> [String] {
        let all = ("\n" + body).split(separator: "\n--" + boundary, omittingEmptySubsequences: false)
        // Before the first boundary and after the last one stands nothing for us.
        return all.dropFirst().map { part in
            part.first == "\n" ? String(part.dropFirst()) : String(part)
        }
    }

    /// The first word, in lower case: without parameters and comments.
    private static func token(_ text: String) -> String {
        trimmed(String(text.prefix { $0 != ";" && $0 != "(" })).lowercased()
    }

    private static func parameter(_ name: String, of value: String) -> String? {
        for part in value.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, trimmed(String(pair[0])).lowercased() == name else { continue }
            let text = trimmed(String(pair[1]))
            return text.hasPrefix("\"") && text.hasSuffix("\"") && text.count >= 2
                ? String(text.dropFirst().dropLast()) : text
        }
        return nil
    }

    private static func address(_ text: String) -> MailAddress? {
        let inside = text.firstIndex(of: "<").flatMap { start in
            text.firstIndex(of: ">").flatMap { end in start < end ? text[text.index(after: start)..<end] : nil
            }
        }
        return MailAddress(trimmed(String(inside ?? text[...])))
    }

    private static func trimmed(_ text: String) -> String {
        let isBlank: (Character) -> Bool = {
            $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" || $0 == "\r\n"
        }
        return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
