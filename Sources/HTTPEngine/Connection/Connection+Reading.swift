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

    /// The most bytes read at once while a head or chunk framing is looked for: 16 KiB.
    private static let inputPieceBytes = 16 << 10

    /// The next request's head; nil if the connection is to be closed, in which case a refusal has been
    /// queued if one is due.
    func readHead(isFirst: Bool) async -> RequestHead? {
        var scanner = HeadScanner(limits: core.configuration.parser)
        phase = isFirst ? .readingHead : .idle
        var deadline =
            loop.now
            + (isFirst ? core.configuration.headTimeout : core.configuration.idleTimeout).milliseconds
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
        if outputStart < output.count {
            do { try await flush() } catch { return false }
        }
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

    /// Empties the buffer; small storage is kept for the next head, large isn't held by an idle connection.
    func releaseInput() {
        input.removeAll(keepingCapacity: input.capacity <= 512)
        inputStart = 0
        inputEnd = 0
    }

    /// Reads into the input buffer, which only holds what has arrived.
    func receiveInput(until deadline: Int) async -> Received {
        var received: Received?
        while received == nil {
            if isReadable, !isGone { received = receiveNow(most: Self.inputPieceBytes) }
            if received == nil { received = await waitReadable(until: deadline) }
        }
        guard let received, case .bytes(let count) = received else { return received ?? .gone }
        input.removeLast(input.count - inputEnd)
        unsafe input.append(contentsOf: loop.scratch[..<count])
        inputEnd += count
        return received
    }

    /// Reads into the loop's scratch, whose content counts until the next wait.
    func receive(most: Int, until deadline: Int) async -> Received {
        while true {
            if isReadable, !isGone, let received = receiveNow(most: most) { return received }
            if let ended = await waitReadable(until: deadline) { return ended }
        }
    }

    /// One `recv` into the loop's scratch; nil if nothing is there.
    func receiveNow(most: Int) -> Received? {
        let room = min(most, EventLoop.scratchBytes)
        while true {
            let count = unsafe recv(descriptor, loop.scratch.baseAddress, room, 0)
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
