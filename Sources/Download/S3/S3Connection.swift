internal import CCurl
internal import Curl

/// What a bucket asks of libcurl, which signs by itself (Signature V4) and keeps its connection for the next request.
final class S3Connection {
    /// Slower than this for so long, and it is given up.
    private static let slowest = (bytesPerSecond: 1000, seconds: 20)
    private static let connectSeconds = 5

    private let handle = CurlHandle()
    private let settings: S3Settings

    init(_ settings: S3Settings) {
        self.settings = settings
    }

    /// The answer, whatever its status.
    func send(_ request: S3Request, totalSeconds: Int) throws(S3Failure) -> S3Answer {
        let exchange = S3Exchange(request)
        let outcome = handle.run(options(request, totalSeconds: totalSeconds), exchange)
        if let code = Self.failure(outcome, exchange) {
            throw S3Failure(
                code: code, action: request.action, place: settings.place, words: outcome.words)
        }
        exchange.answer.status = outcome.status
        return exchange.answer
    }

    private func options(_ request: S3Request, totalSeconds: Int) -> CurlOptions {
        var options = CurlOptions(
            numbers: [
                (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_CONNECTTIMEOUT, Self.connectSeconds),
                (CURLOPT_TIMEOUT, max(1, totalSeconds)), (CURLOPT_PATH_AS_IS, 1),
                (CURLOPT_LOW_SPEED_LIMIT, Self.slowest.bytesPerSecond),
                (CURLOPT_LOW_SPEED_TIME, Self.slowest.seconds),
                (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
            ], texts: texts(request))
        switch request.method {
        case .get, .delete: break
        case .head: options.numbers.append((CURLOPT_NOBODY, 1))
        case .put:
            options.numbers.append((CURLOPT_UPLOAD, 1))
            options.sizes = [(CURLOPT_INFILESIZE_LARGE, request.body.count)]
        }
        options.list = ["x-amz-content-sha256: \(request.digest)"]
        if let type = request.mediaType { options.list.append("Content-Type: \(type)") }
        return options
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

    private static func failure(_ outcome: CurlOutcome, _ exchange: S3Exchange) -> S3Failure.Code? {
        switch outcome.code {
        case _ where exchange.isTooLong: .tooLong(limitBytes: exchange.limitBytes)
        case CURLE_OK: nil
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case _ where outcome.isNotTrusted: .notTrusted
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .unexpected(status: 0)
        default: .unreachable
        }
    }
}

/// What libcurl works on during one request.
private final class S3Exchange: CurlExchange {
    /// Of all fields of an answer together.
    private static let fieldsLimitBytes = 64 << 10

    let limitBytes: Int
    var answer = S3Answer()
    private(set) var isTooLong = false
    private var fieldBytes = 0
    private var rest: ArraySlice<UInt8>

    init(_ request: S3Request) {
        limitBytes = request.answerLimitBytes
        rest = request.body[...]
    }

    func take(_ bytes: [UInt8]) -> Bool {
        isTooLong = bytes.count > limitBytes - answer.body.count
        if !isTooLong { answer.body += bytes }
        return !isTooLong
    }

    func takeLine(_ bytes: [UInt8]) -> Bool {
        fieldBytes += bytes.count
        guard fieldBytes <= Self.fieldsLimitBytes else {
            isTooLong = true
            return false
        }
        let line = String(decoding: bytes, as: UTF8.self)
        // A new head, after one such as 100 Continue.
        if line.hasPrefix("HTTP/") { answer.fields = [:] }
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return true }
        answer.fields[parts[0].lowercased()] = parts[1].trimmingSpaces
        return true
    }

    func give(_ limit: Int) -> ArraySlice<UInt8> {
        defer { rest = rest.dropFirst(limit) }
        return rest.prefix(limit)
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
