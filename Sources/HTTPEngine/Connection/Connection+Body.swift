import CEpoll
import HTTP

extension Connection {
    /// The most bytes of one piece: 64 KiB.
    static let pieceBytes = 64 << 10
    /// The most bytes of an unread body that are read and dropped to keep the connection: 64 KiB.
    private static let drainBytes = 64 << 10

    /// Prepares for the body that the head announces.
    func beginBody(_ head: RequestHead) {
        exchange.framing = head.framing
        exchange.isBodyFinished = head.framing == .none || head.framing == .length(0)
        exchange.mustSendContinue = head.expectsContinue
        switch head.framing {
        case .none: break
        case .length(let length): exchange.remaining = length
        case .chunked: exchange.decoder = ChunkedDecoder(limits: core.configuration.parser)
        }
    }

    /// The next piece for the handler.
    /// - Throws: ``RequestRefused`` (400, 408, 413) or ``ConnectionLost``.
    func readBody(serial: UInt64, limit: Int) async throws -> [UInt8]? {
        guard serial == exchange.serial, !isClosed else { throw ConnectionLost() }
        if let refusal = exchange.bodyRefusal { throw refusal }
        if exchange.isBodyFinished { return nil }
        if case .length(let length) = exchange.framing, length > limit { throw fail(.tooLarge) }
        if exchange.mustSendContinue {
            exchange.mustSendContinue = false
            if !exchange.isAnswerBegun {
                output += Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
                try await flush()
            }
        }
        let piece = exchange.decoder == nil ? try await readPlain() : try await readChunked()
        exchange.bodyBytes += piece?.count ?? 0
        if exchange.bodyBytes > limit { throw fail(.tooLarge) }
        return piece
    }

    /// Remembers that the body can't be read on.
    private func fail(_ refusal: RequestRefused) -> RequestRefused {
        exchange.bodyRefusal = refusal
        return refusal
    }

    private func readPlain() async throws -> [UInt8]? {
        let most = min(exchange.remaining, Self.pieceBytes)
        let piece: [UInt8]
        if inputStart < inputEnd {
            let count = min(most, inputEnd - inputStart)
            piece = Array(input[inputStart..<(inputStart + count)])
            inputStart += count
            if inputStart == inputEnd { releaseInput() }
        } else {
            piece = try await receivePiece(most: most)
        }
        exchange.remaining -= piece.count
        exchange.isBodyFinished = exchange.remaining == 0
        return piece
    }

    private func receivePiece(most: Int) async throws -> [UInt8] {
        while true {
            try await waitForBody()
            switch receiveNow(most: most) {
            case .bytes(let count): return unsafe Array(loop.scratch[..<count])
            case nil: continue
            case .end, .gone, .timedOut, .drained: throw lost()
            }
        }
    }

    private func readChunked() async throws -> [UInt8]? {
        var piece: [UInt8] = []
        while true {
            try decodeInput(into: &piece)
            if exchange.decoder?.isFinished == true { exchange.isBodyFinished = true }
            if !piece.isEmpty { return piece }
            if exchange.isBodyFinished { return nil }
            try await waitForBody()
            switch await receiveInput(until: .max) {
            case .bytes: break
            case .end, .gone, .timedOut, .drained: throw lost()
            }
        }
    }

    /// Moves the content of all chunks that are in the buffer, at most one piece's worth.
    private func decodeInput(into piece: inout [UInt8]) throws(RequestRefused) {
        guard inputStart < inputEnd, var decoder = exchange.decoder else { return }
        do throws(RequestRefused) {
            while inputStart < inputEnd, !decoder.isFinished, piece.count < Self.pieceBytes {
                let end = min(inputEnd, inputStart + Self.pieceBytes - piece.count)
                let content = try decoder.next(input.span.extracting(0..<end), &inputStart)
                piece += input[content]
            }
        } catch {
            loop.metrics.update { $0.malformedRequests += 1 }
            throw fail(error)
        }
        exchange.decoder = decoder
        if inputStart == inputEnd { releaseInput() }
    }

    /// Waits until the client has sent more, within the limits for stalls and for the average rate.
    private func waitForBody() async throws {
        let configuration = core.configuration
        let began = loop.now
        // How long the bytes so far, at the least rate, allow us to have waited in all.
        let allowance =
            configuration.bodyGrace.milliseconds
            + exchange.bodyBytes * 1_000 / max(1, configuration.bodyBytesPerSecond)
        let patience = min(
            configuration.bodyStallTimeout.milliseconds, max(0, allowance - exchange.bodyWaited))
        let ended = await waitReadable(until: began + patience)
        exchange.bodyWaited += loop.now - began
        switch ended {
        case nil: return
        case .timedOut:
            loop.metrics.update { $0.timeouts += 1 }
            throw fail(RequestRefused(.requestTimeout, "The body came too slowly."))
        default: throw lost()
        }
    }

    private func lost() -> ConnectionLost {
        isGone = true
        return ConnectionLost()
    }

    /// Whether the connection can go on after this request although its body wasn't read to the end: only if
    /// little is left and it is sure to come.
    var canSkipBody: Bool {
        if exchange.isBodyFinished { return true }
        guard exchange.bodyRefusal == nil, !exchange.mustSendContinue, case .length = exchange.framing else {
            return false
        }
        return exchange.remaining <= Self.drainBytes
    }

    /// Reads and drops the rest of a body; false if it doesn't come.
    func skipBody() async -> Bool {
        let serial = exchange.serial
        do {
            while try await readBody(serial: serial, limit: .max) != nil {}
            return true
        } catch {
            return false
        }
    }
}
