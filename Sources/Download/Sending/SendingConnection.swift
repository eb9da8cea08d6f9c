internal import CCurl
internal import Curl

/// What a sender asks of libcurl, with the connections that are kept from one request to the next.
final class SendingConnection {
    struct Settings: Sendable {
        var agent: String
        var authorities: String?
        var usesProxy: Bool
        var limits: HTTPSender.Limits
    }

    private let handle = CurlHandle()
    private let settings: Settings

    init(_ settings: Settings) {
        self.settings = settings
    }

    func send(_ request: OutgoingRequest) -> Result<ReceivedAnswer, DownloadFailure> {
        let exchange = Exchange(request)
        return result(handle.run(options(request), exchange), exchange, request)
    }

    private func options(_ request: OutgoingRequest) -> CurlOptions {
        var options = CurlOptions(
            numbers: [
                (CURLOPT_FOLLOWLOCATION, request.redirects > 0 ? 1 : 0),
                (CURLOPT_MAXREDIRS, request.redirects),
                (CURLOPT_CONNECTTIMEOUT, settings.limits.connectSeconds),
                (CURLOPT_TIMEOUT, settings.limits.totalSeconds),
                // A kept connection was judged under another request's reach.
                (CURLOPT_FRESH_CONNECT, request.reach == .everything ? 0 : 1),
                (CURLOPT_FORBID_REUSE, request.reach == .everything ? 0 : 1),
            ],
            texts: [
                (CURLOPT_URL, request.address), (CURLOPT_PROTOCOLS_STR, "http,https"),
                (CURLOPT_REDIR_PROTOCOLS_STR, "http,https"), (CURLOPT_USERAGENT, settings.agent),
            ])
        if !settings.usesProxy { options.texts.append((CURLOPT_PROXY, "")) }
        if let authorities = settings.authorities { options.texts.append((CURLOPT_CAINFO, authorities)) }
        options.list = request.fields.map { "\($0.name): \($0.value)" }
        precondition(
            request.body == nil || request.redirects == 0, "What is posted goes to whom it was meant for.")
        options.posted = request.body
        return options
    }

    private func result(
        _ outcome: CurlOutcome, _ exchange: Exchange, _ request: OutgoingRequest
    ) -> Result<ReceivedAnswer, DownloadFailure> {
        var answer = ReceivedAnswer(
            status: outcome.status, body: exchange.body, isCut: exchange.isCut, mediaType: outcome.mediaType)
        answer.retryAfterSeconds = outcome.retryAfterSeconds
        func failure(_ code: DownloadFailure.Code) -> Result<ReceivedAnswer, DownloadFailure> {
            .failure(DownloadFailure(code: code, address: request.address, message: outcome.words))
        }
        switch outcome.code {
        case _ where exchange.isCut:
            return request.cutsLongAnswers
                ? .success(answer) : failure(.tooLong(limit: Int64(request.answerLimitBytes)))
        case CURLE_OK: return .success(answer)
        case CURLE_OPERATION_TIMEDOUT: return failure(.timedOut)
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: return failure(.unusableAddress)
        case _ where outcome.isNotTrusted: return failure(.notTrusted)
        case _ where exchange.isForbidden: return failure(.forbiddenAddress)
        default: return failure(.unreachable)
        }
    }
}

/// What libcurl works on during one request.
private final class Exchange: CurlExchange {
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

    func take(_ bytes: [UInt8]) -> Bool {
        let room = limit - body.count
        body += bytes.prefix(room)
        isCut = bytes.count > room
        return !isCut
    }

    var choosesAddresses: Bool { true }

    func mayConnect(to address: [UInt8]) -> Bool {
        let may = reach.allows(AddressReach.kind(of: address))
        if !may { isForbidden = true }
        return may
    }
}
