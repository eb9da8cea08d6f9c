import Locks

/// Server-sent events for one client: a bounded queue that any task may fill, drained by the connection.
///
/// A client that reads too slowly loses its stream when the queue is full; its browser comes back by itself
/// and tells the last identifier that it has seen in `Last-Event-ID`.
package final class EventStream: Sendable {
    /// One event.
    package struct Event: Sendable, Hashable {
        package var name: String?
        package var data: String
        package var identifier: String?

        package init(name: String? = nil, data: String, identifier: String? = nil) {
            self.name = name
            self.data = data
            self.identifier = identifier
        }
    }

    /// The most bytes that wait for one client: 64 KiB.
    package static let defaultCapacityBytes = 65_536
    /// How often a comment goes to a silent stream, so that proxies and dead peers are noticed: 15 s.
    package static let defaultHeartbeat = Duration.seconds(15)

    private enum Wake { case data([UInt8]), finished }

    private struct State {
        var pending: [UInt8] = []
        var isFinished = false
        var waiter: CheckedContinuation<Wake, Never>?
    }

    private let state = Locked(State())
    private let capacityBytes: Int

    package init(capacityBytes: Int = EventStream.defaultCapacityBytes) { self.capacityBytes = capacityBytes }

    /// Queues an event.
    ///
    /// False if the stream has ended or its client is too slow, which ends it.
    @discardableResult
    package func send(_ event: Event) -> Bool { enqueue(event.encoded) }

    /// Ends the stream after what is queued.
    package func finish() {
        let waiter = state.withLock { state in
            state.isFinished = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(returning: .finished)
    }

    /// Whether nothing more can be sent, so that its feeder can forget the stream.
    package var isFinished: Bool { state.withLock { $0.isFinished } }

    private func enqueue(_ bytes: [UInt8], onlyIfEmpty: Bool = false) -> Bool {
        let (accepted, waiter) = state.withLock { state -> (Bool, CheckedContinuation<Wake, Never>?) in
            if state.isFinished { return (false, nil) }
            if let waiter = state.waiter {
                state.waiter = nil
                return (true, waiter)
            }
            if onlyIfEmpty, !state.pending.isEmpty { return (true, nil) }
            guard state.pending.count + bytes.count <= capacityBytes else {
                state.isFinished = true
                return (false, nil)
            }
            state.pending += bytes
            return (true, nil)
        }
        waiter?.resume(returning: .data(bytes))
        return accepted
    }

    /// Bytes to send; waits for them.
    ///
    /// Nil at the end.
    private func next() async -> [UInt8]? {
        let wake: Wake = await withCheckedContinuation { continuation in
            let ready: Wake? = state.withLock { state in
                if !state.pending.isEmpty {
                    defer { state.pending = [] }
                    return .data(state.pending)
                }
                if state.isFinished { return .finished }
                state.waiter = continuation
                return nil
            }
            if let ready { continuation.resume(returning: ready) }
        }
        guard case .data(let bytes) = wake else { return nil }
        return bytes
    }

    /// Carries the queue to the writer until the stream ends or the client leaves.
    package func run(_ writer: any ResponseWriter, heartbeat: Duration) async throws {
        defer { finish() }
        // The opening comment makes proxies and browsers see the head at once.
        try await writer.write(Array(": \n\n".utf8))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [self] in
                while enqueue(Array(": \n\n".utf8), onlyIfEmpty: true) {
                    try await Task.sleep(for: heartbeat)
                }
            }
            try await withTaskCancellationHandler {
                while let bytes = await next() { try await writer.write(bytes) }
            } onCancel: {
                finish()
            }
            group.cancelAll()
        }
    }
}

extension EventStream.Event {
    /// The wire form; line ends of any kind in the data become `data:` lines, those in names are dropped.
    var encoded: [UInt8] {
        var text = ""
        if let name { text += "event: \(Self.oneLine(name))\n" }
        if let identifier { text += "id: \(Self.oneLine(identifier))\n" }
        for line in data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            text += "data: \(line)\n"
        }
        return Array((text + "\n").utf8)
    }

    private static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 }))
    }
}

extension Response {
    /// An event stream; it ends when ``EventStream/finish()`` is called, the client leaves or the server stops.
    package static func events(
        _ stream: EventStream, heartbeat: Duration = EventStream.defaultHeartbeat
    ) -> Response {
        var body = StreamBody { try await stream.run($0, heartbeat: heartbeat) }
        body.endsAtShutdown = true
        body.flushesEachWrite = true
        // X-Accel-Buffering tells nginx not to hold events back.
        return Response(
            .ok,
            headers: [
                "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",
            ], body: .stream(body))
    }
}
