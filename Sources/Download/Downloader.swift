internal import CCurl
internal import Curl

/// Fetches over HTTP and HTTPS with libcurl, on the thread that calls, with bounds on bytes and time.
///
/// It keeps the connection from one call to the next.
package final class Downloader {
    private let handle = CurlHandle()
    private let limits: DownloadLimits

    package init(limits: DownloadLimits = DownloadLimits()) {
        self.limits = limits
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
            let outcome = handle.run(options(address, limit: limit), receiver)
            if let error = receiver.error { throw error }
            try check(outcome, address: address, limit: limit, isTooLong: receiver.isTooLong)
        }
    }

    private func options(_ address: String, limit: Int64) -> CurlOptions {
        var options = CurlOptions(
            numbers: [
                (CURLOPT_FAILONERROR, 1), (CURLOPT_FOLLOWLOCATION, 1),
                (CURLOPT_MAXREDIRS, limits.redirects), (CURLOPT_CONNECTTIMEOUT, limits.connectSeconds),
                (CURLOPT_LOW_SPEED_LIMIT, limits.slowestBytesPerSecond),
                (CURLOPT_LOW_SPEED_TIME, limits.slowSeconds),
                (CURLOPT_TIMEOUT, limits.totalSeconds ?? 0),
                // Names of roles hold encoded dots and slashes: the address goes out as it is.
                (CURLOPT_PATH_AS_IS, 1),
            ],
            texts: [
                (CURLOPT_URL, address), (CURLOPT_PROTOCOLS_STR, "http,https"),
                (CURLOPT_REDIR_PROTOCOLS_STR, "http,https"), (CURLOPT_USERAGENT, "loa-player"),
            ])
        options.sizes = [(CURLOPT_MAXFILESIZE_LARGE, Int(limit))]
        return options
    }

    private func check(_ outcome: CurlOutcome, address: String, limit: Int64, isTooLong: Bool)
        throws(DownloadFailure)
    {
        func failure(_ failure: DownloadFailure.Code) -> DownloadFailure {
            DownloadFailure(code: failure, address: address, message: outcome.words)
        }
        switch outcome.code {
        case _ where isTooLong: throw failure(.tooLong(limit: limit))
        case CURLE_OK: guard outcome.status == 200 else { throw failure(.status(outcome.status)) }
        case CURLE_HTTP_RETURNED_ERROR: throw failure(.status(outcome.status))
        case CURLE_FILESIZE_EXCEEDED: throw failure(.tooLong(limit: limit))
        case CURLE_OPERATION_TIMEDOUT: throw failure(.timedOut)
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: throw failure(.unusableAddress)
        default: throw failure(.unreachable)
        }
    }
}

/// What the writer works on during one transfer.
private final class Receiver: CurlExchange {
    private let limit: Int64
    private var count: Int64 = 0
    private let receive: ([UInt8]) throws -> Void
    private(set) var error: (any Error)?
    private(set) var isTooLong = false

    init(limit: Int64, receive: @escaping ([UInt8]) throws -> Void) {
        self.limit = limit
        self.receive = receive
    }

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
