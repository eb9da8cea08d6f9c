internal import CCurl

/// Fetches over HTTP and HTTPS with libcurl, on the thread that calls, with bounds on bytes and time.
///
/// It keeps the connection from one call to the next.
@safe  // The handle is this object's alone: made in the initialiser, freed in `deinit`, never handed out.
package final class Downloader {
    private let handle: UnsafeMutableRawPointer
    private let limits: DownloadLimits

    /// libcurl asks for one start per process before all else.
    static let isStarted = loa_curl_start() == CURLE_OK

    package init(limits: DownloadLimits = DownloadLimits()) {
        precondition(Self.isStarted, "libcurl can't start.")
        guard let made = unsafe curl_easy_init() else { preconditionFailure("libcurl has no memory.") }
        unsafe handle = made
        self.limits = limits
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
    }

    private static let reservedBytes = 8_000_000

    /// The body at the address, at most `limit` bytes of it.
    package func bytes(at address: String, limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        // Pages that stay empty cost nothing; growing would copy what has come so far.
        bytes.reserveCapacity(min(limit, Self.reservedBytes))
        try fetch(address, limit: Int64(limit)) { bytes += $0 }
        return bytes
    }

    /// Hands the body on in pieces as they come.
    ///
    /// An error of `receive` ends the transfer and is thrown.
    ///
    /// Pieces come before it is known whether the transfer ends well: throw them away when this throws.
    package func fetch(_ address: String, limit: Int64, receive: ([UInt8]) throws -> Void) throws {
        try withoutActuallyEscaping(receive) { receive in
            let receiver = Receiver(limit: limit, receive: receive)
            configure(address, limit: limit)
            // libcurl calls the writer inside of `curl_easy_perform` only, on this thread: the object outlives it.
            let code = withExtendedLifetime(receiver) {
                let context = unsafe Unmanaged.passUnretained(receiver).toOpaque()
                let code = unsafe loa_curl_set_writer(handle, receiveFromCurl, context)
                return unsafe code == CURLE_OK ? curl_easy_perform(handle) : code
            }
            if let error = receiver.error { throw error }
            try check(code, address: address, limit: limit, isTooLong: receiver.isTooLong)
        }
    }

    private func configure(_ address: String, limit: Int64) {
        unsafe curl_easy_reset(handle)
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_FAILONERROR, 1), (CURLOPT_FOLLOWLOCATION, 1),
            (CURLOPT_MAXREDIRS, limits.redirects), (CURLOPT_CONNECTTIMEOUT, limits.connectSeconds),
            (CURLOPT_LOW_SPEED_LIMIT, limits.slowestBytesPerSecond),
            (CURLOPT_LOW_SPEED_TIME, limits.slowSeconds),
            (CURLOPT_TIMEOUT, limits.totalSeconds ?? 0),
            // Names of roles hold encoded dots and slashes: the address goes out as it is.
            (CURLOPT_PATH_AS_IS, 1),
        ]
        for (option, number) in numbers {
            let code = unsafe loa_curl_set_long(handle, option, number)
            precondition(code == CURLE_OK, "libcurl knows all these options.")
        }
        let texts: [(CURLoption, String)] = [
            (CURLOPT_URL, address), (CURLOPT_PROTOCOLS_STR, "http,https"),
            (CURLOPT_REDIR_PROTOCOLS_STR, "http,https"),
            (CURLOPT_USERAGENT, "loa-player"),
        ]
        for (option, text) in texts {
            let code = unsafe loa_curl_set_text(handle, option, text)
            precondition(code == CURLE_OK, "libcurl copies these texts.")
        }
        let code = unsafe loa_curl_set_offset(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limit))
        precondition(code == CURLE_OK, "libcurl knows the bound on a file's size.")
    }

    private func check(_ code: CURLcode, address: String, limit: Int64, isTooLong: Bool)
        throws(DownloadFailure)
    {
        var status = 0
        let told = unsafe loa_curl_get_status(handle, &status)
        let words = unsafe String(cString: curl_easy_strerror(code))
        func failure(_ failure: DownloadFailure.Code) -> DownloadFailure {
            DownloadFailure(code: failure, address: address, message: words)
        }
        switch code {
        case _ where isTooLong: throw failure(.tooLong(limit: limit))
        case CURLE_OK: guard told == CURLE_OK, status == 200 else { throw failure(.status(status)) }
        case CURLE_HTTP_RETURNED_ERROR: throw failure(.status(status))
        case CURLE_FILESIZE_EXCEEDED: throw failure(.tooLong(limit: limit))
        case CURLE_OPERATION_TIMEDOUT: throw failure(.timedOut)
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: throw failure(.unusableAddress)
        default: throw failure(.unreachable)
        }
    }
}

/// What the writer works on during one transfer.
private final class Receiver {
    private let limit: Int64
    private var count: Int64 = 0
    private let receive: ([UInt8]) throws -> Void
    private(set) var error: (any Error)?
    private(set) var isTooLong = false

    init(limit: Int64, receive: @escaping ([UInt8]) throws -> Void) {
        self.limit = limit
        self.receive = receive
    }

    /// False ends the transfer.
    func take(_ bytes: [UInt8]) -> Bool {
        count += Int64(bytes.count)
        guard count <= limit else {
            isTooLong = true
            return false
        }
        do {
            try receive(bytes)
            return true
        } catch {
            self.error = error
            return false
        }
    }
}

/// libcurl's writer: copies the bytes out and hands them on.
private nonisolated func receiveFromCurl(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
    let receiver = unsafe Unmanaged<Receiver>.fromOpaque(context).takeUnretainedValue()
    let piece = unsafe Array(UnsafeRawBufferPointer(start: bytes, count: size * count))
    return receiver.take(piece) ? size * count : 0
}
