internal import CCurl
internal import Curl

/// What a mail server is asked through libcurl, whose connection is kept from one message to the next.
final class SMTPConnection {
    private let handle = CurlHandle()
    private let server: MailServer
    private let limits: MailLimits

    init(_ server: MailServer, _ limits: MailLimits) {
        self.server = server
        self.limits = limits
    }

    /// Nil: the server has taken the message.
    func send(_ mail: OutgoingMail) -> MailFailure? {
        let exchange = Exchange(mail.message.bytes)
        return failure(handle.run(options(mail), exchange), exchange)
    }

    private func options(_ mail: OutgoingMail) -> CurlOptions {
        let tls = server.encryption == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        var options = CurlOptions(
            numbers: [
                (CURLOPT_UPLOAD, 1), (CURLOPT_CONNECTTIMEOUT, limits.connectSeconds),
                (CURLOPT_TIMEOUT, limits.totalSeconds), (CURLOPT_USE_SSL, Int(tls.rawValue)),
            ],
            texts: [
                (CURLOPT_URL, server.address(greeting: mail.returnsTo.domain)),
                (CURLOPT_PROTOCOLS_STR, "smtp,smtps"), (CURLOPT_MAIL_FROM, "<\(mail.returnsTo)>"),
                // A proxy of the environment is one for the web.
                (CURLOPT_PROXY, ""),
            ])
        options.list = ["<\(mail.message.to)>"]
        options.listOption = CURLOPT_MAIL_RCPT
        if let authorities = server.authorities { options.texts.append((CURLOPT_CAINFO, authorities)) }
        if let user = server.user, let password = server.password {
            options.texts += [(CURLOPT_USERNAME, user), (CURLOPT_PASSWORD, password)]
        }
        return options
    }

    private func failure(_ outcome: CurlOutcome, _ exchange: Exchange) -> MailFailure? {
        if outcome.code == CURLE_OK { return nil }
        let status = exchange.refusal?.status
        func failure(_ code: MailFailure.Code) -> MailFailure {
            MailFailure(code, status: status, answer: exchange.refusal?.line ?? outcome.words)
        }
        switch outcome.code {
        case CURLE_OPERATION_TIMEDOUT: return failure(.timedOut)
        case _ where outcome.isNotTrusted: return failure(.notTrusted)
        case CURLE_LOGIN_DENIED: return failure(.notWelcome)
        default: break
        }
        switch status ?? 0 {
        // Commands and sign-in: about us, not about the message.
        case 500...504, 530, 534, 535, 538: return failure(.notWelcome)
        case 500...599: return failure(.refused)
        case 400...499: return failure(.later)
        default: return failure(.unreachable)
        }
    }
}

/// What libcurl reads from and writes to during one message.
private final class Exchange: CurlExchange {
    private var rest: ArraySlice<UInt8>
    /// The last answer that says no; what follows is only the leave-taking.
    private(set) var refusal: (status: Int, line: String)?
    /// A server's answer may be as long as it likes; ours to keep isn't.
    private static let answerBytes = 500

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    func give(_ limit: Int) -> ArraySlice<UInt8> {
        defer { rest = rest.dropFirst(limit) }
        return rest.prefix(limit)
    }

    func takeLine(_ line: [UInt8]) -> Bool {
        let text = String(decoding: line.prefix(Self.answerBytes), as: UTF8.self)
        let clean = EncodedWord.withoutControls(text).split(separator: " ").joined(separator: " ")
        if let status = Int(clean.prefix(3)), (400...599).contains(status) { refusal = (status, clean) }
        return true
    }
}
