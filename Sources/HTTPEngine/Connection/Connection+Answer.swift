import HTTP

extension Connection {
    /// Lets the handler answer the request and sends the answer; false if the connection ends here.
    func serve(_ head: RequestHead) async -> Bool {
        beginExchange(head)
        var response: Response
        if let target = head.target {
            let made = makeRequest(head, target)
            phase = .handling
            if head.method == .get, let kept = core.atOnce(made) {
                guard let status = sendNow(kept, head.headers) else {
                    return await end(await sendKept(kept, head.headers))
                }
                if outputStart < output.count {
                    do { try await flush() } catch { isGone = true }
                }
                guard exchange.isBodyFinished, exchange.keepsAlive else { return await end(status) }
                count(status)
                return !isGone
            }
            // A peer that had already gone when this began has had its event.
            if isGone { cancelTask() }
            do {
                response = try await core.handler(made)
            } catch {
                response = answer(to: error, made)
            }
        } else {
            response = Response(
                .noContent, headers: ["Allow": "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"])
        }
        if isGone { return false }
        return await end(await send(&response, head.headers))
    }

    /// Counts the answer and makes room for the next; false if the connection ends here.
    private func end(_ status: Status) async -> Bool {
        count(status)
        guard !isGone, exchange.keepsAlive else {
            if !exchange.isBodyFinished { mustLinger = true }
            return false
        }
        return exchange.isBodyFinished ? true : await skipBody()
    }

    private func beginExchange(_ head: RequestHead) {
        let serial = exchange.serial + 1
        exchange = Exchange()
        exchange.serial = serial
        exchange.minorVersion = head.minorVersion
        exchange.isHead = head.method == .head
        exchange.isRead = head.method == .get || head.method == .head
        exchange.keepsAlive = head.wantsKeepAlive
        exchange.startedAt = EventLoop.clockMicroseconds()
        beginBody(head)
    }

    private func makeRequest(_ head: RequestHead, _ target: RequestTarget) -> Request {
        var source: ConnectionBody?
        if !exchange.isBodyFinished {
            let length: Int? = if case .length(let length) = head.framing { length } else { nil }
            source = ConnectionBody(connection: self, serial: exchange.serial, announcedLength: length)
        }
        var request = Request(
            method: head.method, path: target.path, rawPath: target.rawPath, rawQuery: target.rawQuery,
            query: target.query, headers: head.headers,
            body: RequestBody(source, limit: core.configuration.bodyBytes), client: peer, host: head.host)
        core.configuration.trustedProxies.apply(to: &request)
        return request
    }

    /// The plain answer to an error that no middleware has turned into a page.
    private func answer(to error: any Error, _ request: Request) -> Response {
        if let responding = error as? any RespondingError {
            var response = Response.text(
                responding.publicMessage.isEmpty ? responding.status.description : responding.publicMessage,
                status: responding.status)
            for field in responding.headers.fields { response.headers.add(field.name, field.value) }
            return response
        }
        if !(error is ConnectionLost), !(error is CancellationError && isGone) {
            core.onFailure(error, request)
        }
        return .text(Status.internalServerError.description, status: .internalServerError)
    }

    func reportStreamFailure(_ error: any Error) {
        core.onFailure(error, Request(path: [], rawPath: "(stream)"))
    }

    /// Sends the answer; returns the status that went out.
    private func send(_ response: inout Response, _ requestHeaders: Headers) async -> Status {
        let plan = await ResponsePlan.make(
            response, isHead: exchange.isHead, isRead: exchange.isRead, requestHeaders: requestHeaders)
        exchange.keepsAlive =
            exchange.keepsAlive && canSkipBody && !core.isDraining
            && plan.headers["connection"].map { !Headers.same($0, "close") } != false
        do {
            try appendHead(plan)
            try await sendBody(plan)
        } catch is UnsafeHeader {
            // The head in its place is queued already.
            return .internalServerError
        } catch {
            isGone = true
        }
        return plan.status
    }

    private func appendHead(_ plan: ResponsePlan) throws {
        exchange.isAnswerBegun = true
        let isStream = if case .stream = plan.body { true } else { false }
        exchange.isChunked = isStream && plan.length == nil && exchange.minorVersion == 1
        // In HTTP/1.0 a body without a length ends with the connection.
        if isStream, plan.length == nil, exchange.minorVersion == 0 { exchange.keepsAlive = false }
        do {
            try HeadWriter.append(plan, isChunked: exchange.isChunked, to: &output)
            appendEnd()
        } catch {
            // The handler's mistake must neither reach the client nor leave it waiting.
            exchange.keepsAlive = false
            appendFinalAnswer(RequestRefused(.internalServerError))
            throw error
        }
    }

    func appendEnd() {
        HeadWriter.appendEnd(
            keepsAlive: exchange.keepsAlive, minorVersion: exchange.minorVersion, dateLine: loop.dateLine,
            to: &output)
    }

    private func sendBody(_ plan: ResponsePlan) async throws {
        switch plan.body {
        case .none: break
        case .bytes(let bytes): try await sendBytes(bytes)
        case .file(let file, let range): try await sendFile(file, range)
        case .stream(let body, let compressed):
            guard await sendStream(body, compressed: compressed) else { throw ConnectionLost() }
        }
        try await flushUnlessMoreWaits()
    }

    /// Sends a body without copying it; small ones are gathered where more requests wait in the buffer.
    func sendBytes(_ bytes: [UInt8]) async throws {
        if inputStart < inputEnd, output.count - outputStart + bytes.count <= core.configuration.gatherBytes {
            output += bytes
        } else {
            try await sendDirectly(bytes)
        }
    }

    /// Answers to pipelined requests go out together while there are more in the buffer.
    func flushUnlessMoreWaits() async throws {
        if inputStart == inputEnd || output.count - outputStart >= core.configuration.gatherBytes {
            try await flush()
        }
    }

    /// Queues the last answer of a connection: short, plain, closing.
    func appendFinalAnswer(_ refusal: RequestRefused) {
        var plan = ResponsePlan(
            status: refusal.status, headers: ["Content-Type": "text/plain; charset=utf-8"])
        let text = refusal.publicMessage.isEmpty ? refusal.status.description : refusal.publicMessage
        plan.body = .bytes(Array(text.utf8))
        plan.length = text.utf8.count
        do {
            try HeadWriter.append(plan, to: &output)
        } catch {
            preconditionFailure("the engine's own header is safe")
        }
        HeadWriter.appendEnd(keepsAlive: false, minorVersion: 1, dateLine: loop.dateLine, to: &output)
        output += Array(text.utf8)
    }

    func count(_ status: Status) {
        let elapsed = exchange.startedAt == 0 ? 0 : EventLoop.clockMicroseconds() - exchange.startedAt
        loop.metrics.count(status, microseconds: elapsed, received: bytesReceived, sent: bytesSent)
        bytesReceived = 0
        bytesSent = 0
    }
}
