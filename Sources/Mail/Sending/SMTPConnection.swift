internal import CCurl

/// libcurl's handle, with the connection that it keeps from one message to the next.
@safe  // The handle is this object's alone: made in the initialiser, freed in `deinit`, never handed out.
final class SMTPConnection {
    private let handle: UnsafeMutableRawPointer
    private let server: MailServer
    private let limits: MailLimits

    /// libcurl asks for one start per process before all else.
    private static let isStarted = loa_curl_start() == CURLE_OK

    init(_ server: MailServer, _ limits: MailLimits) {
        precondition(Self.isStarted, "libcurl can't start.")
        guard let made = unsafe curl_easy_init() else { preconditionFailure("libcurl has no memory.") }
        unsafe handle = made
        self.server = server
        self.limits = limits
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
    }

    /// Nil: the server has taken the message.
    func send(_ mail: OutgoingMail) -> MailFailure? {
        configure(mail)
        let exchange = Exchange(mail.message.bytes)
        guard let recipients = unsafe curl_slist_append(nil, "<\(mail.message.to)>") else {
            return MailFailure(.unreachable, answer: "libcurl has no memory.")
        }
        defer { unsafe curl_slist_free_all(recipients) }
        var code = unsafe loa_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
        // libcurl calls back inside of `curl_easy_perform` only, on this thread: the object outlives it.
        withExtendedLifetime(exchange) {
            let context = unsafe Unmanaged.passUnretained(exchange).toOpaque()
            if code == CURLE_OK { code = unsafe loa_curl_set_reader(handle, readMessage, context) }
            if code == CURLE_OK { code = unsafe loa_curl_set_header_writer(handle, takeAnswer, context) }
            if code == CURLE_OK { code = unsafe curl_easy_perform(handle) }
        }
        // The list is freed now; the handle must not go on pointing at it.
        unsafe curl_easy_reset(handle)
        return failure(code, exchange)
    }

    private func configure(_ mail: OutgoingMail) {
        unsafe curl_easy_reset(handle)
        let tls = server.encryption != .none
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_UPLOAD, 1), (CURLOPT_CONNECTTIMEOUT, limits.connectSeconds),
            (CURLOPT_TIMEOUT, limits.totalSeconds),
            (CURLOPT_USE_SSL, tls ? Int(CURLUSESSL_ALL.rawValue) : Int(CURLUSESSL_NONE.rawValue)),
            (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
        ]
        for (option, number) in numbers {
            let code = unsafe loa_curl_set_long(handle, option, number)
            precondition(code == CURLE_OK, "libcurl knows all these options.")
        }
        var texts: [(CURLoption, String)] = [
            (CURLOPT_URL, server.address(greeting: mail.returnsTo.domain)),
            (CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            (CURLOPT_MAIL_FROM, "<\(mail.returnsTo)>"),
            // A proxy of the environment is one for the web.
            (CURLOPT_PROXY, ""),
        ]
        if let authorities = server.authorities { texts.append((CURLOPT_CAINFO, authorities)) }
        if let user = server.user, let password = server.password {
            texts += [(CURLOPT_USERNAME, user), (CURLOPT_PASSWORD, password)]
        }
        for (option, text) in texts {
            let code = unsafe loa_curl_set_text(handle, option, text)
            precondition(code == CURLE_OK, "libcurl copies these texts.")
        }
    }

    private func failure(_ code: CURLcode, _ exchange: Exchange) -> MailFailure? {
        if code == CURLE_OK { return nil }
        let words = unsafe String(cString: curl_easy_strerror(code))
        let status = exchange.refusal?.status
        func failure(_ code: MailFailure.Code) -> MailFailure {
            MailFailure(code, status: status, answer: exchange.refusal?.line ?? words)
        }
        switch code {
        case CURLE_OPERATION_TIMEDOUT: return failure(.timedOut)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM:
            return failure(.notTrusted)
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
private final class Exchange {
    private var rest: ArraySlice<UInt8>
    /// The last answer that says no; what follows is only the leave-taking.
    private(set) var refusal: (status: Int, line: String)?
    /// A server's answer may be as long as it likes; ours to keep isn't.
    private static let answerBytes = 500

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    func next(_ count: Int) -> ArraySlice<UInt8> {
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    func take(_ line: [UInt8]) {
        let text = String(decoding: line.prefix(Self.answerBytes), as: UTF8.self)
        let clean = EncodedWord.withoutControls(text).split(separator: " ").joined(separator: " ")
        if let status = Int(clean.prefix(3)), (400...599).contains(status) { refusal = (status, clean) }
    }
}

private nonisolated func readMessage(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
    let exchange = unsafe Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
    let piece = exchange.next(size * count)
    let room = unsafe UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
    unsafe room.copyBytes(from: piece)
    return piece.count
}

private nonisolated func takeAnswer(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
    let exchange = unsafe Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
    exchange.take(unsafe Array(UnsafeRawBufferPointer(start: bytes, count: size * count)))
    return size * count
}
