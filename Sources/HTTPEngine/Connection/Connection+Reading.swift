import CEpoll
import Glibc
import HTTP

extension Connection {
    enum Received: Equatable {
        case bytes(Int)
        case end
        case timedOut
        case gone
        case drained
    }

    /// Input grows to this while a head or chunk framing is read: 16 KiB and a little.
    private static let firstInputBytes = 4_096

    /// The next request's head; nil if the connection is to be closed, in which case a refusal has been
    /// queued if one is due.
    func readHead(isFirst: Bool) async -> RequestHead? {
        var scanner = HeadScanner(limits: core.configuration.parser)
        phase = isFirst ? .readingHead : .idle
        var deadline = loop.now + (isFirst ? core.configuration.headTimeout : core.configuration.idleTimeout).milliseconds
        do throws(RequestRefused) {
            while true {
                if inputStart < inputEnd {
                    if case .idle = phase {
                        phase = .readingHead
                        deadline = loop.now + core.configuration.headTimeout.milliseconds
                    }
                    if let head = try scan(&scanner) { return head }
                } else if core.isDraining {
                    return nil
                }
                guard await fillInput(until: deadline) else { return nil }
            }
        } catch {
            refuse(error)
            return nil
        }
    }

    private func scan(_ scanner: inout HeadScanner) throws(RequestRefused) -> RequestHead? {
        let bytes = input.span.extracting(inputStart..<inputEnd)
        guard let length = try scanner.scan(bytes) else { return nil }
        let head = try HeadParser.parse(
            bytes.extracting(0..<length), from: scanner.start, limits: core.configuration.parser)
        inputStart += length
        return head
    }

    /// Queues the answer to a request that couldn't be understood; the connection ends with it.
    private func refuse(_ refusal: RequestRefused) {
        loop.metrics.update { $0.malformedRequests += 1 }
        appendFinalAnswer(refusal)
        count(refusal.status)
        mustLinger = true
    }

    /// Sends what is queued and waits for more of a head; false if none will come.
    private func fillInput(until deadline: Int) async -> Bool {
        do { try await flush() } catch { return false }
        makeRoom()
        switch await receiveInput(until: deadline) {
        case .bytes: return true
        case .timedOut:
            // Silent clients are dropped silently, half a head is told why.
            if inputStart < inputEnd { refuseSlowness() }
            return false
        case .end, .gone, .drained: return false
        }
    }

    private func refuseSlowness() {
        loop.metrics.update { $0.timeouts += 1 }
        appendFinalAnswer(RequestRefused(.requestTimeout, "The request came too slowly."))
        count(.requestTimeout)
        mustLinger = true
    }

    /// Gives back the storage of an empty buffer and moves what's left of a used one to its start.
    private func makeRoom() {
        if inputStart == inputEnd {
            releaseInput()
        } else if inputStart > 0 {
            input.removeFirst(inputStart)
            inputEnd -= inputStart
            inputStart = 0
        }
    }

    func releaseInput() {
        input = []
        inputStart = 0
        inputEnd = 0
    }

    /// Reads into the input buffer, which is only allocated once something is there to read.
    func receiveInput(until deadline: Int, least: Int = Connection.firstInputBytes) async -> Received {
        while true {
            if isReadable, !isGone {
                let room = inputEnd == 0 ? least : max(least, inputEnd)
                if input.count < inputEnd + room {
                    input.append(contentsOf: repeatElement(0, count: inputEnd + room - input.count))
                }
                if let received = receiveNow(into: &input, at: inputEnd) {
                    if case .bytes(let count) = received { inputEnd += count }
                    return received
                }
            }
            if let ended = await waitReadable(until: deadline) { return ended }
        }
    }

    /// Reads into the buffer from the place on.
    func receive(into buffer: inout [UInt8], at place: Int, until deadline: Int) async -> Received {
        while true {
            if isReadable, !isGone, let received = receiveNow(into: &buffer, at: place) { return received }
            if let ended = await waitReadable(until: deadline) { return ended }
        }
    }

    /// One `recv`; nil if nothing is there.
    func receiveNow(into buffer: inout [UInt8], at place: Int) -> Received? {
        let room = buffer.count - place
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress! + place, room, 0) }
            if count > 0 {
                // A short read has emptied the socket; the next edge tells of more. The end has no edge of
                // its own after RDHUP, so then we read until it shows.
                if count < room, !isHalfClosed { isReadable = false }
                bytesReceived += count
                return .bytes(count)
            }
            if count == 0 { return .end }
            if errno == EINTR { continue }
            isReadable = false
            if errno == EAGAIN { return nil }
            isGone = true
            return .gone
        }
    }

    /// Nil once the socket may be read.
    func waitReadable(until deadline: Int) async -> Received? {
        if isGone { return .gone }
        if isReadable { return nil }
        servedInARow = 0
        precondition(reader == nil, "a connection is read by one task at a time")
        let wake = unsafe await withUnsafeContinuation { continuation in
            reader = unsafe Waiter(continuation: continuation, deadline: deadline)
        }
        switch wake {
        case .ready: return nil
        case .timedOut: return .timedOut
        case .gone: return .gone
        case .drained: return .drained
        }
    }
}
