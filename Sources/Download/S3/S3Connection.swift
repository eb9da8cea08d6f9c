internal import CCurl
internal import Glibc

/// libcurl's handle, which signs by itself (Signature V4) and keeps its connection for the next request.
@safe  // The handle is this object's alone: made in the initialiser, freed in `deinit`, never handed out.
final class S3Connection {
    /// Slower than this for so long, and it is given up.
    private static let slowest = (bytesPerSecond: 1000, seconds: 20)
    private static let connectSeconds = 5

    private let handle: UnsafeMutableRawPointer
    private let settings: S3Settings

    init(_ settings: S3Settings) {
        precondition(Downloader.isStarted, "libcurl can't start.")
        guard let made = unsafe curl_easy_init() else { preconditionFailure("libcurl has no memory.") }
        unsafe handle = made
        self.settings = settings
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
    }

    /// The answer, whatever its status.
    func send(_ request: S3Request, totalSeconds: Int) throws(S3Failure) -> S3Answer {
        configure(request, totalSeconds: totalSeconds)
        let exchange = S3Exchange(request)
        let list = unsafe fields(of: request)
        defer { unsafe curl_slist_free_all(list) }
        var code = unsafe loa_curl_set_list(handle, CURLOPT_HTTPHEADER, list)
        // libcurl calls back inside of `curl_easy_perform` only, on this thread: the object outlives it.
        withExtendedLifetime(exchange) {
            let context = unsafe Unmanaged.passUnretained(exchange).toOpaque()
            if code == CURLE_OK { code = unsafe loa_curl_set_writer(handle, takeAnswer, context) }
            if code == CURLE_OK { code = unsafe loa_curl_set_header_writer(handle, takeField, context) }
            if code == CURLE_OK { code = unsafe loa_curl_set_reader(handle, giveBody, context) }
            if code == CURLE_OK { code = unsafe curl_easy_perform(handle) }
        }
        var status = 0
        let told = unsafe loa_curl_get_status(handle, &status)
        // The list is freed now; the handle must not go on pointing at it.
        unsafe curl_easy_reset(handle)
        if let failure = Self.failure(code, exchange) {
            throw S3Failure(
                code: failure, action: request.action, place: settings.place,
                words: unsafe String(cString: curl_easy_strerror(code)))
        }
        exchange.answer.status = told == CURLE_OK ? status : 0
        return exchange.answer
    }

    private func configure(_ request: S3Request, totalSeconds: Int) {
        unsafe curl_easy_reset(handle)
        var numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_SSL_VERIFYPEER, 1),
            (CURLOPT_SSL_VERIFYHOST, 2), (CURLOPT_CONNECTTIMEOUT, Self.connectSeconds),
            (CURLOPT_TIMEOUT, max(1, totalSeconds)), (CURLOPT_PATH_AS_IS, 1),
            (CURLOPT_LOW_SPEED_LIMIT, Self.slowest.bytesPerSecond),
            (CURLOPT_LOW_SPEED_TIME, Self.slowest.seconds),
            (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
        ]
        switch request.method {
        case .get, .delete: break
        case .head: numbers.append((CURLOPT_NOBODY, 1))
        case .put: numbers.append((CURLOPT_UPLOAD, 1))
        }
        for (option, number) in numbers {
            let code = unsafe loa_curl_set_long(handle, option, number)
            precondition(code == CURLE_OK, "libcurl knows all these options.")
        }
        if request.method == .put {
            let code = unsafe loa_curl_set_offset(
                handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(request.body.count))
            precondition(code == CURLE_OK, "libcurl knows the size of what is sent.")
        }
        for (option, text) in texts(request) {
            let code = unsafe loa_curl_set_text(handle, option, text)
            precondition(code == CURLE_OK, "libcurl copies these texts.")
        }
    }

    private func texts(_ request: S3Request) -> [(CURLoption, String)] {
        var texts: [(CURLoption, String)] = [
            (CURLOPT_URL, settings.address(of: request)), (CURLOPT_PROTOCOLS_STR, "http,https"),
            (CURLOPT_USERAGENT, settings.agent),
            (CURLOPT_AWS_SIGV4, "aws:amz:\(settings.region):s3"),
            // Apart: keys of OpenStack hold a colon.
            (CURLOPT_USERNAME, settings.key), (CURLOPT_PASSWORD, settings.secret),
        ]
        if request.method == .delete { texts.append((CURLOPT_CUSTOMREQUEST, "DELETE")) }
        // Not among the fields, which are signed: whoever stands between may leave a range out anyway.
        if let range = request.range {
            texts.append((CURLOPT_RANGE, "\(range.lowerBound)-\(range.upperBound - 1)"))
        }
        // What goes out without encryption goes to this machine or this network: no proxy of the environment.
        if !settings.endpoint.hasPrefix("https:") { texts.append((CURLOPT_PROXY, "")) }
        if let authorities = settings.authorities { texts.append((CURLOPT_CAINFO, authorities)) }
        return texts
    }

    private func fields(of request: S3Request) -> UnsafeMutablePointer<curl_slist>? {
        var texts = ["x-amz-content-sha256: \(request.digest)"]
        if let type = request.mediaType { texts.append("Content-Type: \(type)") }
        var list: UnsafeMutablePointer<curl_slist>?
        for text in texts {
            guard let longer = unsafe curl_slist_append(list, text) else {
                preconditionFailure("libcurl has no memory.")
            }
            unsafe list = longer
        }
        return unsafe list
    }

    private static func failure(_ code: CURLcode, _ exchange: S3Exchange) -> S3Failure.Code? {
        switch code {
        case _ where exchange.isTooLong: .tooLong(limitBytes: exchange.limitBytes)
        case CURLE_OK: nil
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_CERTPROBLEM:
            .notTrusted
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .unexpected(status: 0)
        default: .unreachable
        }
    }
}

/// What libcurl works on during one request.
private final class S3Exchange {
    /// Of all fields of an answer together.
    private static let fieldsLimitBytes = 64 << 10

    let limitBytes: Int
    var answer = S3Answer()
    private(set) var isTooLong = false
    private var fieldBytes = 0
    private let body: [UInt8]
    private var sent = 0

    init(_ request: S3Request) {
        limitBytes = request.answerLimitBytes
        body = request.body
    }

    /// False ends the transfer.
    func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        isTooLong = bytes.count > limitBytes - answer.body.count
        if !isTooLong { unsafe answer.body.append(contentsOf: bytes) }
        return !isTooLong
    }

    func takeField(_ bytes: UnsafeRawBufferPointer) -> Bool {
        fieldBytes += bytes.count
        guard fieldBytes <= Self.fieldsLimitBytes else {
            isTooLong = true
            return false
        }
        let line = unsafe String(decoding: bytes, as: UTF8.self)
        // A new head, after one such as 100 Continue.
        if line.hasPrefix("HTTP/") { answer.fields = [:] }
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return true }
        answer.fields[parts[0].lowercased()] = parts[1].trimmingSpaces
        return true
    }

    /// How many bytes of the body were put there.
    func give(into room: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(room.count, body.count - sent)
        unsafe room.copyBytes(from: body[sent..<(sent + count)])
        sent += count
        return count
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        let isSpace = { (character: Character) in character.isWhitespace }
        var text = drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return String(text)
    }
}

private nonisolated func exchange(_ context: UnsafeMutableRawPointer?) -> S3Exchange? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<S3Exchange>.fromOpaque(context).takeUnretainedValue()
}

private nonisolated func takeAnswer(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let exchange = unsafe exchange(context) else { return 0 }
    let length = size * count
    return unsafe exchange.take(UnsafeRawBufferPointer(start: bytes, count: length)) ? length : 0
}

private nonisolated func takeField(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let exchange = unsafe exchange(context) else { return 0 }
    let length = size * count
    return unsafe exchange.takeField(UnsafeRawBufferPointer(start: bytes, count: length)) ? length : 0
}

private nonisolated func giveBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    // 0x10000000 is libcurl's own CURL_READFUNC_ABORT.
    guard let exchange = unsafe exchange(context) else { return 0x1000_0000 }
    return unsafe exchange.give(into: UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
}
