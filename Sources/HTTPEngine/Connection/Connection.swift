import CEpoll
import Glibc
import HTTP

/// One client's connection: an actor on its event loop, and one task that reads a request, lets the handler
/// answer, writes the answer and begins again. Order, cancellation and lifetime follow from that one flow.
@safe
actor Connection {
    /// What the connection is at; decides what shutdown and the peer's leaving mean.
    enum Phase {
        /// Between requests, nothing of the next one read.
        case idle
        case readingHead
        case handling
        /// A streamed answer; `endsAtShutdown` for events.
        case streaming(endsAtShutdown: Bool)
        case lingering
    }

    /// Why a wait for the socket is over.
    enum Wake { case ready, timedOut, gone, drained }

    /// Resumed exactly once: whoever does so has taken it out of `reader` or `writer` first.
    @safe
    struct Waiter {
        let continuation: UnsafeContinuation<Wake, Never>
        /// Milliseconds of the loop's clock.
        let deadline: Int
    }

    nonisolated let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

    let core: ServerCore
    let descriptor: Int32
    let peer: ClientAddress
    private var token: UInt64 = 0
    private var task: Task<Void, Never>?
    var phase = Phase.readingHead

    // The socket, as epoll's edges and the last calls left it.
    var isReadable = false
    var isWritable = true
    var isHalfClosed = false
    /// Nothing more can be sent: the peer has gone, was cut or the server gave up on it.
    var isGone = false
    var isClosed = false
    var reader: Waiter?
    var writer: Waiter?

    /// Received and not yet used: `input[inputStart..<inputEnd]`.
    ///
    /// Empty storage while the connection is idle.
    var input: [UInt8] = []
    var inputStart = 0
    var inputEnd = 0

    /// Gathered and not yet sent: `output[outputStart...]`.
    var output: [UInt8] = []
    var outputStart = 0

    var exchange = Exchange()
    /// Whether unread input must be thrown away before closing, lest a reset swallow the last answer.
    var mustLinger = false
    /// Requests served since the task last gave way to others.
    var servedInARow = 0

    // Counted here and handed to the metrics with each answer.
    var bytesReceived = 0
    var bytesSent = 0

    private init(_ descriptor: Int32, peer: ClientAddress, loop: EventLoop, core: ServerCore) {
        self.descriptor = descriptor
        self.peer = peer
        self.loop = loop
        self.core = core
    }

    /// Takes over an accepted socket; on the loop's thread.
    nonisolated static func open(_ descriptor: Int32, peer: ClientAddress, loop: EventLoop, core: ServerCore)
    {
        let connection = Connection(descriptor, peer: peer, loop: loop, core: core)
        connection.assumeIsolated { $0.begin() }
    }

    private func begin() {
        loop.metrics.update {
            $0.connectionsAccepted += 1
            $0.connectionsOpen += 1
        }
        guard let token = loop.add(self, descriptor: descriptor) else {
            Glibc.close(descriptor)
            return release()
        }
        self.token = token
        // The one unstructured task of the engine; `finish` ends its ownership, `abort` cancels it.
        task = Task(executorPreference: loop) { await self.run() }
    }

    private func run() async {
        var isFirst = true
        while let head = await readHead(isFirst: isFirst) {
            isFirst = false
            guard await serve(head) else { break }
            // Lets other connections have a turn after some requests that never had to wait.
            servedInARow += 1
            if servedInARow >= 8 {
                servedInARow = 0
                await Task.yield()
            }
        }
        await finish()
    }

    private func finish() async {
        if !isGone {
            do { try await flush() } catch { isGone = true }
        }
        if !isGone, mustLinger || inputStart < inputEnd || isReadable { await linger() }
        isClosed = true
        isGone = true
        loop.remove(token, descriptor: descriptor)
        task = nil
        release()
    }

    private func release() {
        let (received, sent) = (bytesReceived, bytesSent)
        loop.metrics.update {
            $0.connectionsOpen -= 1
            $0.bytesReceived += received
            $0.bytesSent += sent
        }
        core.release(peer)
    }

    /// Says that no more will come and reads on for a while, so that a client which is still sending gets
    /// to read its answer instead of a reset.
    private func linger() async {
        phase = .lingering
        shutdown(descriptor, Int32(loa_shutdown_write))
        let configuration = core.configuration
        let end = loop.now + configuration.lingerTimeout.milliseconds
        while !core.isDraining, loop.now < end {
            let deadline = min(end, loop.now + configuration.lingerIdleTimeout.milliseconds)
            guard case .bytes = await receive(most: EventLoop.scratchBytes, until: deadline) else { return }
        }
    }

    // MARK: - Called by the loop

    /// Takes epoll's news.
    func ready(_ flags: UInt32) {
        if flags & (loa_epoll_error | loa_epoll_hangup) != 0 { isGone = true }
        if flags & loa_epoll_read_hangup != 0 {
            isHalfClosed = true
            // A client may end its side after the request and still want the answer. One that does so while
            // it is fed a stream has left.
            if case .streaming = phase { isGone = true }
        }
        if flags & (loa_epoll_in | loa_epoll_read_hangup) != 0 { isReadable = true }
        if flags & loa_epoll_out != 0 { isWritable = true }
        if isGone { return leave() }
        if isReadable { wakeReader(.ready) }
        if isWritable { wakeWriter(.ready) }
    }

    func checkDeadline() {
        if let reader, reader.deadline <= loop.now { wakeReader(.timedOut) }
        if let writer, writer.deadline <= loop.now { wakeWriter(.timedOut) }
    }

    /// The server goes down: ends what has no request to finish.
    func drain() {
        switch phase {
        case .idle, .lingering: wakeReader(.drained)
        case .readingHead: if inputStart == inputEnd { wakeReader(.drained) }
        case .streaming(endsAtShutdown: true): task?.cancel()
        case .handling, .streaming: break
        }
    }

    /// The grace period is over.
    func abort() {
        isGone = true
        leave()
    }

    private func leave() {
        switch phase {
        case .handling, .streaming: task?.cancel()
        case .idle, .readingHead, .lingering: break
        }
        wakeReader(.gone)
        wakeWriter(.gone)
    }

    private func wakeReader(_ wake: Wake) {
        guard let waiter = reader else { return }
        reader = nil
        unsafe waiter.continuation.resume(returning: wake)
    }

    private func wakeWriter(_ wake: Wake) {
        guard let waiter = writer else { return }
        writer = nil
        unsafe waiter.continuation.resume(returning: wake)
    }

    /// Ends a streaming task that begins when the server is already going down, or whose client has left.
    func cancelTask() { task?.cancel() }
}
