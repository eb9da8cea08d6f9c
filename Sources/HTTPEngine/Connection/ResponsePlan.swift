import HTTP

/// What goes over the wire for an answer: after conditions, ranges and compression, before framing.
struct ResponsePlan {
    enum Body {
        case none
        case bytes([UInt8])
        case file(OpenFile, Range<Int>)
        case stream(StreamBody, compressed: Bool)
    }

    var status: Status
    var headers: Headers
    var body = Body.none
    /// `Content-Length`; nil if unknown or not to be sent.
    var length: Int?

    init(status: Status, headers: Headers) {
        self.status = status
        self.headers = headers
    }

    /// - Parameters:
    ///   - isHead: the body is left out, the head is that of GET.
    ///   - isRead: GET or HEAD, for which conditions and ranges count.
    static func make(
        _ response: Response, isHead: Bool, isRead: Bool, requestHeaders: Headers
    ) async -> ResponsePlan {
        var plan = ResponsePlan(status: response.status, headers: response.headers)
        if case .file(let file) = response.body { plan.describe(file) }
        let compressible = ContentCoding.isCompressible(response)
        let outcome = isRead && response.status == .ok ? plan.outcome(response, requestHeaders) : .full
        switch outcome {
        case .full: await plan.setBody(response, compressible: compressible, requestHeaders)
        case .notModified:
            plan.status = .notModified
            plan.headers["Content-Type"] = nil
            if compressible { plan.headers.insert("Accept-Encoding", intoList: "Vary") }
        case .failed: plan.replace(.preconditionFailed)
        case .unsatisfiable: plan.replace(.rangeNotSatisfiable)
        case .part(let range):
            guard case .file(let file) = response.body else { break }
            plan.status = .partialContent
            plan.headers["Content-Range"] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.size)"
            plan.body = .file(file, range)
            plan.length = range.count
        }
        if case .file(let file) = response.body, outcome == .unsatisfiable {
            plan.headers["Content-Range"] = "bytes */\(file.size)"
        }
        if isHead || plan.status.forbidsBody { plan.body = .none }
        if plan.status.forbidsBody { plan.length = nil }
        return plan
    }

    private mutating func describe(_ file: OpenFile) {
        if !headers.contains("etag") { headers.add("ETag", file.entityTag) }
        if !headers.contains("last-modified") {
            headers.add("Last-Modified", HTTPDate.format(file.modifiedSeconds))
        }
        headers["Accept-Ranges"] = "bytes"
    }

    private func outcome(_ response: Response, _ requestHeaders: Headers) -> Preconditions.Outcome {
        let tag = headers["etag"]
        let modified = headers["last-modified"].flatMap(HTTPDate.parse)
        guard tag != nil || modified != nil else { return .full }
        let size: Int? = if case .file(let file) = response.body { file.size } else { nil }
        return Preconditions.evaluate(requestHeaders, entityTag: tag, modifiedSeconds: modified, size: size)
    }

    private mutating func replace(_ status: Status) {
        self.status = status
        headers = ["Content-Type": "text/plain; charset=utf-8"]
        let text = Array(status.description.utf8)
        body = .bytes(text)
        length = text.count
    }

    private mutating func setBody(_ response: Response, compressible: Bool, _ requestHeaders: Headers) async {
        switch response.body {
        case .empty: length = 0
        case .bytes(let bytes):
            await setBytes(bytes, of: response, compressible: compressible, requestHeaders)
        case .file(let file):
            body = .file(file, 0..<file.size)
            length = file.size
        case .stream(let stream):
            var compressed = false
            if compressible, stream.length == nil {
                headers.insert("Accept-Encoding", intoList: "Vary")
                compressed = ContentCoding.acceptsGzip(requestHeaders)
                if compressed { markCompressed() }
            }
            body = .stream(stream, compressed: compressed)
            length = stream.length
        }
    }

    private mutating func setBytes(
        _ bytes: [UInt8], of response: Response, compressible: Bool, _ requestHeaders: Headers
    ) async {
        body = .bytes(bytes)
        length = bytes.count
        guard compressible, bytes.count >= ContentCoding.leastBytes else { return }
        headers.insert("Accept-Encoding", intoList: "Vary")
        guard ContentCoding.acceptsGzip(requestHeaders),
            let smaller = await Self.compress(bytes, kept: response.kept)
        else { return }
        markCompressed()
        body = .bytes(smaller)
        length = smaller.count
    }

    private mutating func markCompressed() {
        headers["Content-Encoding"] = "gzip"
        ContentCoding.weaken(&headers)
    }

    /// Nil if compression gains nothing.
    ///
    /// Large bodies are compressed on the shared pool, not on the loop.
    private static func compress(_ bytes: [UInt8], kept: KeptAnswer?) async -> [UInt8]? {
        if let done = kept?.wire(compressed: true)?.body { return done.count < bytes.count ? done : nil }
        let compressed =
            bytes.count <= ContentCoding.poolBytes
            ? GzipEncoder.compress(bytes)
            : await Task.detached(executorPreference: globalConcurrentExecutor) {
                GzipEncoder.compress(bytes)
            }.value
        return compressed.flatMap { $0.count < bytes.count ? $0 : nil }
    }
}
