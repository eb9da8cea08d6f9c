import HTTP

extension Connection {
    /// Sends an answer that was made before, if its bytes are there; what the socket doesn't take stays in the buffer.
    ///
    /// Nil where it must go the long way; then nothing was sent. Not asynchronous: at each call of that kind the
    /// runtime looks for the executor again, and a dozen of them were a tenth of a kept answer's time.
    func sendNow(_ kept: KeptAnswer.Sending, _ requestHeaders: Headers) -> Status? {
        guard isWritable, !isGone, inputStart == inputEnd,
            let wire = kept.answer.wire(compressed: ContentCoding.acceptsGzip(requestHeaders))
        else { return nil }
        let start = output.count
        exchange.keepsAlive = exchange.keepsAlive && canSkipBody && !core.isDraining
        output += wire.head
        do throws(UnsafeHeader) { try HeadWriter.append(kept.field, to: &output) } catch {
            output.removeLast(output.count - start)
            return nil
        }
        appendEnd()
        exchange.isAnswerBegun = true
        let count = sendOutput(and: wire.body)
        if outputStart == output.count { releaseOutput() }
        if count < wire.body.count { output += wire.body[count...] }
        return kept.answer.response.status
    }

    /// Sends an answer of which most was made before, and makes that the first time.
    func sendKept(_ kept: KeptAnswer.Sending, _ requestHeaders: Headers) async -> Status {
        let status = kept.answer.response.status
        exchange.keepsAlive = exchange.keepsAlive && canSkipBody && !core.isDraining
        exchange.isAnswerBegun = true
        let start = output.count
        do {
            let wire = try await wire(of: kept.answer, requestHeaders)
            output += wire.head
            try HeadWriter.append(kept.field, to: &output)
            appendEnd()
            try await sendBytes(wire.body)
            try await flushUnlessMoreWaits()
        } catch is UnsafeHeader {
            output.removeLast(output.count - start)
            exchange.keepsAlive = false
            appendFinalAnswer(RequestRefused(.internalServerError))
            return .internalServerError
        } catch {
            isGone = true
        }
        return status
    }

    private func wire(of kept: KeptAnswer, _ requestHeaders: Headers) async throws -> KeptAnswer.Wire {
        let isCompressed = ContentCoding.acceptsGzip(requestHeaders)
        if let wire = kept.wire(compressed: isCompressed) { return wire }
        let plan = await ResponsePlan.make(
            kept.response, isHead: false, isRead: true, requestHeaders: requestHeaders)
        guard case .bytes(let body) = plan.body else { preconditionFailure("only bytes are kept") }
        var head: [UInt8] = []
        try HeadWriter.append(plan, to: &head)
        let wire = KeptAnswer.Wire(head: head, body: body)
        kept.keep(wire, compressed: isCompressed)
        return wire
    }
}
