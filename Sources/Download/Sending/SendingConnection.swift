internal import CCurl
internal import Glibc

/// libcurl's handle, with the connections that it keeps from one request to the next.
@safe  // The handle is this object's alone: made in the initialiser, freed in `deinit`, never handed out.
final class SendingConnection {
    struct Settings: Sendable {
        var agent: String
        var authorities: String?
        var usesProxy: Bool
        var limits: HTTPSender.Limits
    }

    private let handle: UnsafeMutableRawPointer
    private let settings: Settings

    init(_ settings: Settings) {
        precondition(Downloader.isStarted, "libcurl can't start.")
        guard let made = unsafe curl_easy_init() else { preconditionFailure("libcurl has no memory.") }
        unsafe handle = made
        self.settings = settings
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
    }

    func send(_ request: OutgoingRequest) -> Result<ReceivedAnswer, DownloadFailure> {
        configure(request)
        let exchange = Exchange(request)
        var list: UnsafeMutablePointer<curl_slist>?
        for field in request.fields {
            let text = "\(field.name): \(field.value)"
            guard let longer = unsafe curl_slist_append(list, text) else {
                preconditionFailure("libcurl has no memory.")
            }
            unsafe list = longer
        }
        defer { unsafe curl_slist_free_all(list) }
        var code = unsafe loa_curl_set_list(handle, CURLOPT_HTTPHEADER, list)
        // libcurl calls back inside of `curl_easy_perform` only, on this thread: the object outlives it.
        withExtendedLifetime(exchange) {
            let context = unsafe Unmanaged.passUnretained(exchange).toOpaque()
            if code == CURLE_OK { code = unsafe loa_curl_set_writer(handle, takeBody, context) }
            if code == CURLE_OK { code = unsafe loa_curl_set_socket_opener(handle, openSocket, context) }
            if code == CURLE_OK { code = unsafe curl_easy_perform(handle) }
        }
        var status = 0
        let told = unsafe loa_curl_get_status(handle, &status)
        let mediaType = mediaType()
        let retryAfter = retryAfterSeconds()
        // The list is freed now; the handle must not go on pointing at it.
        unsafe curl_easy_reset(handle)
        var answer = ReceivedAnswer(told == CURLE_OK ? status : 0, mediaType, exchange)
        answer.retryAfterSeconds = retryAfter
        return outcome(code, answer, exchange, request)
    }

    /// Of the last answer; read before the handle is used again.
    private func retryAfterSeconds() -> Int? {
        var seconds: curl_off_t = 0
        guard unsafe loa_curl_get_retry_after(handle, &seconds) == CURLE_OK, seconds > 0 else { return nil }
        return Int(seconds)
    }

    private func configure(_ request: OutgoingRequest) {
        unsafe curl_easy_reset(handle)
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, request.redirects > 0 ? 1 : 0),
            (CURLOPT_MAXREDIRS, request.redirects), (CURLOPT_SSL_VERIFYPEER, 1),
            (CURLOPT_SSL_VERIFYHOST, 2), (CURLOPT_CONNECTTIMEOUT, settings.limits.connectSeconds),
            (CURLOPT_TIMEOUT, settings.limits.totalSeconds),
            // A kept connection was judged under another request's reach.
            (CURLOPT_FRESH_CONNECT, request.reach == .everything ? 0 : 1),
            (CURLOPT_FORBID_REUSE, request.reach == .everything ? 0 : 1),
        ]
        for (option, number) in numbers {
            let code = unsafe loa_curl_set_long(handle, option, number)
            precondition(code == CURLE_OK, "libcurl knows all these options.")
        }
        var texts: [(CURLoption, String)] = [
            (CURLOPT_URL, request.address), (CURLOPT_PROTOCOLS_STR, "http,https"),
            (CURLOPT_REDIR_PROTOCOLS_STR, "http,https"),
            (CURLOPT_USERAGENT, settings.agent),
        ]
        if !settings.usesProxy { texts.append((CURLOPT_PROXY, "")) }
        if let authorities = settings.authorities { texts.append((CURLOPT_CAINFO, authorities)) }
        for (option, text) in texts {
            let code = unsafe loa_curl_set_text(handle, option, text)
            precondition(code == CURLE_OK, "libcurl copies these texts.")
        }
        guard let body = request.body else { return }
        precondition(request.redirects == 0, "What is posted goes to whom it was meant for.")
        let sized = unsafe loa_curl_set_offset(
            handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
        let copied = unsafe body.withUnsafeBytes {
            unsafe loa_curl_set_bytes(
                handle, CURLOPT_COPYPOSTFIELDS, $0.baseAddress ?? UnsafeRawPointer(handle))
        }
        precondition(sized == CURLE_OK && copied == CURLE_OK, "libcurl copies the body.")
    }

    /// Of the last answer; read before the handle is used again.
    private func mediaType() -> String? {
        var text: UnsafePointer<CChar>?
        guard unsafe loa_curl_get_media_type(handle, &text) == CURLE_OK, let text = unsafe text else {
            return nil
        }
        return unsafe String(cString: text)
    }

    private func outcome(
        _ code: CURLcode, _ answer: ReceivedAnswer, _ exchange: Exchange, _ request: OutgoingRequest
    ) -> Result<ReceivedAnswer, DownloadFailure> {
        let words = unsafe String(cString: curl_easy_strerror(code))
        func failure(_ code: DownloadFailure.Code) -> Result<ReceivedAnswer, DownloadFailure> {
            .failure(DownloadFailure(code: code, address: request.address, message: words))
        }
        if exchange.isCut, request.cutsLongAnswers {
            return .success(answer)
        }
        switch code {
        case _ where exchange.isCut: return failure(.tooLong(limit: Int64(request.answerLimitBytes)))
        case CURLE_OK: return .success(answer)
        case CURLE_OPERATION_TIMEDOUT: return failure(.timedOut)
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: return failure(.unusableAddress)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_CERTPROBLEM:
            return failure(.notTrusted)
        case _ where exchange.isForbidden: return failure(.forbiddenAddress)
        default: return failure(.unreachable)
        }
    }
}

extension ReceivedAnswer {
    fileprivate init(_ status: Int, _ mediaType: String?, _ exchange: Exchange) {
        self.init(status: status, body: exchange.body, isCut: exchange.isCut, mediaType: mediaType)
    }
}

/// What libcurl works on during one request.
private final class Exchange {
    private let limit: Int
    private let reach: AddressReach
    private(set) var body: [UInt8] = []
    private(set) var isCut = false
    /// Whether an address was met to which nothing may be sent.
    private(set) var isForbidden = false

    init(_ request: OutgoingRequest) {
        limit = request.answerLimitBytes
        reach = request.reach
    }

    /// False ends the transfer.
    func take(_ bytes: [UInt8]) -> Bool {
        let room = limit - body.count
        body += bytes.prefix(room)
        isCut = bytes.count > room
        return !isCut
    }

    func mayConnect(to address: [UInt8]) -> Bool {
        let may = reach.allows(AddressReach.kind(of: address))
        if !may { isForbidden = true }
        return may
    }
}

private nonisolated func takeBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
    let exchange = unsafe Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
    let piece = unsafe Array(UnsafeRawBufferPointer(start: bytes, count: size * count))
    return exchange.take(piece) ? size * count : 0
}

/// Makes the socket for an address that libcurl is about to connect to, or refuses.
private nonisolated func openSocket(
    _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype,
    _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let context = unsafe context, let address = unsafe address,
        let start = MemoryLayout<curl_sockaddr>.offset(of: \.addr)
    else { return -1 }
    let exchange = unsafe Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
    let family = unsafe address.pointee.family
    // Where the numbers stand in `sockaddr_in` and `sockaddr_in6`.
    let place: (offset: Int, count: Int)
    switch family {
    case AF_INET: place = (4, 4)
    case AF_INET6: place = (8, 16)
    default: return -1
    }
    guard unsafe Int(address.pointee.addrlen) >= place.offset + place.count else { return -1 }
    // `addr` is the beginning of an address that is as long as `addrlen` says (curl/curl.h).
    let bytes = unsafe Array(
        UnsafeRawBufferPointer(
            start: UnsafeRawPointer(address) + start + place.offset, count: place.count))
    guard exchange.mayConnect(to: bytes) else { return -1 }
    return unsafe socket(
        family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.`protocol`)
}
