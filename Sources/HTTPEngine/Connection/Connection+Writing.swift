import CEpoll
import Glibc
import HTTP

extension Connection {
    /// Sends everything gathered.
    ///
    /// Waits while the socket is full, as long as the client takes some now and then.
    func flush() async throws(ConnectionLost) {
        while outputStart < output.count {
            guard !isGone else { throw ConnectionLost() }
            if isWritable { sendOutput() } else { try await waitWritable() }
        }
        releaseOutput()
    }

    /// Empties the buffer; keeps its storage for the next answer unless it grew large.
    func releaseOutput() {
        guard outputStart > 0 else { return }
        output.removeAll(keepingCapacity: output.capacity <= 2 * Self.pieceBytes)
        outputStart = 0
    }

    /// Returns how many of `bytes` went out.
    func sendOutput(and bytes: [UInt8]) -> Int {
        let count = unsafe output.withUnsafeBytes { first in
            unsafe bytes.withUnsafeBytes { second in
                unsafe loa_send_two(
                    descriptor, first.baseAddress! + outputStart, first.count - outputStart,
                    second.baseAddress, second.count)
            }
        }
        guard sent(count) else { return 0 }
        let ofOutput = min(count, output.count - outputStart)
        outputStart += ofOutput
        return count - ofOutput
    }

    private func sendOutput() {
        let count = unsafe output.withUnsafeBytes { bytes in
            unsafe send(
                descriptor, bytes.baseAddress! + outputStart, bytes.count - outputStart, loa_message_no_signal
            )
        }
        if sent(count) { outputStart += count }
    }

    /// Sends what was gathered and these bytes behind it, without copying them; both in one call where they fit.
    func sendDirectly(_ bytes: [UInt8]) async throws(ConnectionLost) {
        var position = 0
        while outputStart < output.count {
            guard !isGone else { throw ConnectionLost() }
            if isWritable { position = sendOutput(and: bytes) } else { try await waitWritable() }
        }
        releaseOutput()
        while position < bytes.count {
            guard !isGone else { throw ConnectionLost() }
            guard isWritable else {
                try await waitWritable()
                continue
            }
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe send(
                    descriptor, buffer.baseAddress! + position, buffer.count - position, loa_message_no_signal
                )
            }
            if sent(count) { position += count }
        }
    }

    /// Sends a part of a file from the page cache, giving way to others after each MiB.
    func sendFile(_ file: OpenFile, _ range: Range<Int>) async throws(ConnectionLost) {
        try await flush()
        var offset = off_t(range.lowerBound)
        while offset < range.upperBound {
            guard !isGone else { throw ConnectionLost() }
            guard isWritable else {
                try await waitWritable()
                continue
            }
            let most = min(range.upperBound - Int(offset), 1 << 20)
            let count = unsafe sendfile(descriptor, file.descriptor, &offset, most)
            // Zero means that the file has become shorter than we said it is.
            if count == 0 { isGone = true }
            if sent(count), offset < range.upperBound { await Task.yield() }
        }
    }

    /// Evaluates what a call to send returned; true if bytes went out.
    private func sent(_ count: Int) -> Bool {
        if count >= 0 {
            bytesSent += count
            return true
        }
        switch errno {
        case EINTR: break
        case EAGAIN: isWritable = false
        default: isGone = true
        }
        return false
    }

    private func waitWritable() async throws(ConnectionLost) {
        if isGone { throw ConnectionLost() }
        if isWritable { return }
        servedInARow = 0
        precondition(writer == nil, "an answer is written by one task at a time")
        let deadline = loop.now + core.configuration.writeTimeout.milliseconds
        let wake = unsafe await withUnsafeContinuation { continuation in
            writer = unsafe Waiter(continuation: continuation, deadline: deadline)
        }
        if wake == .timedOut {
            loop.metrics.update { $0.timeouts += 1 }
            isGone = true
        }
        if isGone { throw ConnectionLost() }
    }
}
