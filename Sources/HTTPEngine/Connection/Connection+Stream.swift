import HTTP

extension Connection {
    /// Lets the handler write its stream, and ends it; false if the connection can't go on.
    func sendStream(_ body: StreamBody, compressed: Bool) async -> Bool {
        phase = .streaming(endsAtShutdown: body.endsAtShutdown)
        exchange.encoder = compressed ? StreamEncoder() : nil
        exchange.flushesEachWrite = body.flushesEachWrite
        exchange.streamRemaining = body.length
        if isHalfClosed { isGone = true }
        if isGone || (core.isDraining && body.endsAtShutdown) { cancelTask() }
        if body.endsAtShutdown { output.reserveCapacity(0) }
        do {
            // The head goes first: whoever waits for events wants to see it now.
            if body.flushesEachWrite { try await flush() }
            try await body.write(StreamWriter(connection: self, serial: exchange.serial))
            try endStream()
        } catch {
            // Without its last chunk the client sees that something is missing; there is no other way to tell.
            if !(error is CancellationError), !(error is ConnectionLost) { reportStreamFailure(error) }
            isGone = true
        }
        phase = .handling
        return !isGone
    }

    func writeStream(_ bytes: [UInt8], serial: UInt64) async throws {
        try checkStream(serial)
        if let remaining = exchange.streamRemaining {
            guard bytes.count <= remaining else { throw StreamLengthMismatch() }
            exchange.streamRemaining = remaining - bytes.count
        }
        if let encoder = exchange.encoder {
            appendPiece(encoder.encode(bytes, flush: exchange.flushesEachWrite ? .sync : .none))
        } else {
            appendPiece(bytes)
        }
        if exchange.flushesEachWrite || output.count - outputStart >= core.configuration.gatherBytes {
            try await flush()
        }
    }

    func flushStream(serial: UInt64) async throws {
        try checkStream(serial)
        if let encoder = exchange.encoder { appendPiece(encoder.encode([], flush: .sync)) }
        try await flush()
    }

    private func checkStream(_ serial: UInt64) throws {
        guard case .streaming = phase, serial == exchange.serial, !isGone else { throw ConnectionLost() }
        try Task.checkCancellation()
    }

    private func endStream() throws {
        if let remaining = exchange.streamRemaining, remaining > 0 { throw StreamLengthMismatch() }
        if let encoder = exchange.encoder { appendPiece(encoder.encode([], flush: .finish)) }
        exchange.encoder = nil
        if exchange.isChunked { output += Array("0\r\n\r\n".utf8) }
    }

    /// Gathers bytes in the answer's framing; nothing at all for none, since an empty chunk would be the last.
    private func appendPiece(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        guard exchange.isChunked else {
            output += bytes
            return
        }
        output += Array(String(bytes.count, radix: 16).utf8)
        output += [0x0D, 0x0A]
        output += bytes
        output += [0x0D, 0x0A]
    }
}

/// A stream didn't write as many bytes as it had said.
struct StreamLengthMismatch: Error {}
