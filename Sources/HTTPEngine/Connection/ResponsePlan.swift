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
        if response.sizeForRanges != nil { plan.headers["Accept-Ranges"] = "bytes" }
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
        case .part(let range): plan.setPart(range, of: response)
        }
        if let size = response.sizeForRanges, outcome == .unsatisfiable {
            plan.headers["Content-Range"] = "bytes */\(size)"
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
    }

    private func outcome(_ response: Response, _ requestHeaders: Headers) -> Preconditions.Outcome {
        let tag = headers["etag"]
        let modified = headers["last-modified"].flatMap(HTTPDate.parse)
        guard tag != nil || modified != nil else { return .full }
        return Preconditions.evaluate(
            requestHeaders, entityTag: tag, modifiedSeconds: modified, size: response.sizeForRanges)
    }

    private mutating func setPart(_ range: Range<Int>, of response: Response) {
        switch response.body {
        case .file(let file): body = .file(file, range)
        case .bytes(let bytes): body = .bytes(Array(bytes[range]))
        case .empty, .stream: preconditionFailure("Only what has a size for ranges is cut.")
        }
        status = .partialContent
        headers["Content-Range"] =
            "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(response.sizeForRanges ?? 0)"
        length = range.count
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

extension Response {
    /// How many bytes a client may ask parts of: files, and bytes that have a tag and are never compressed.
    fileprivate var sizeForRanges: Int? {
        switch body {
        case .file(let file): file.size
        case .bytes(let bytes): !mayCompress && headers.contains("etag") ? bytes.count : nil
        case .empty, .stream: nil
        }
    }
}
