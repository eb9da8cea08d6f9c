import CEpoll
import Glibc
package import HTTP
import Locks

/// The HTTP/1.1 server: starts its threads, listens, and goes down in good order.
@safe
package final class HTTPServer: Sendable {
    /// An address that the server listens on, with the port that the kernel chose.
    package typealias BoundEndpoint = ServerConfiguration.Endpoint

    private struct State {
        var loops: [EventLoop] = []
        var acceptors: Acceptors?
        var isStarted = false
        var isStopped = false
    }

    /// How long cancelled handlers may take to end before shutdown returns without them: 5 s.
    private static let patienceAfterCancelling = Duration.seconds(5)

    private let core: ServerCore
    private let state = Locked(State())

    /// - Parameters:
    ///   - atOnce: asked before the handler about each GET, on the connection's thread, so it neither blocks nor
    ///     waits.
    ///   - onFailure: told of every error that a handler threw and that knows no answer of its own; the client gets a
    ///     bare 500. Programs log here.
    package init(
        configuration: ServerConfiguration, handler: @escaping Handler,
        atOnce: @escaping AnswerAtOnce = { _ in nil },
        onFailure: @escaping @Sendable (any Error, Request) -> Void = { _, _ in }
    ) {
        core = ServerCore(
            configuration: configuration, handler: handler, atOnce: atOnce, onFailure: onFailure)
    }

    /// Starts threads and listens.
    ///
    /// Called once.
    /// - Returns: the addresses in the order of the configuration, with the real ports.
    /// - Throws: ``ServerFailure``; then nothing is left behind.
    package func start() throws(ServerFailure) -> [BoundEndpoint] {
        let configuration = core.configuration
        let isFirst = state.withLock { state in
            defer { state.isStarted = true }
            return !state.isStarted
        }
        precondition(isFirst, "a server is started once")
        // A client that leaves during sendfile must not end the process; send has a flag for that.
        signal(SIGPIPE, SIG_IGN)
        if configuration.raisesDescriptorLimit { loa_raise_descriptor_limit() }
        let (descriptors, bound) = try Self.bind(configuration)
        let loops = try Self.startLoops(configuration.loops, closingOnFailure: descriptors)
        let acceptors = Acceptors(descriptors, loops: loops, core: core)
        loops[0].perform { acceptors.start() }
        state.withLock { state in
            state.loops = loops
            state.acceptors = acceptors
        }
        return bound
    }

    /// Stops accepting, closes what is idle, ends event streams, lets the rest finish for up to `grace`, then
    /// cancels it; returns when all threads have ended, or 5 s after cancelling.
    ///
    /// Further calls do nothing.
    package func shutdown(grace: Duration = .seconds(10)) async {
        let (loops, acceptors) = state.withLock { state -> ([EventLoop], Acceptors?) in
            defer { state.isStopped = true }
            return state.isStopped ? ([], nil) : (state.loops, state.acceptors)
        }
        guard let first = loops.first, let acceptors else { return }
        await withCheckedContinuation { continuation in
            first.perform {
                acceptors.stop()
                continuation.resume()
            }
        }
        for case .unix(let path, _) in core.configuration.endpoints { unsafe unlink(path) }
        core.beginDraining()
        for loop in loops { loop.perform { loop.forEachConnection { $0.assumeIsolated { $0.drain() } } } }
        if await !isEmpty(within: grace) {
            for loop in loops { loop.perform { loop.forEachConnection { $0.assumeIsolated { $0.abort() } } } }
            // Cancelled and cut; a handler that blocks its own way on must not keep the program from ending.
            guard await isEmpty(within: Self.patienceAfterCancelling) else { return }
        }
        await Self.join(loops)
    }

    /// The sum over all threads.
    package var metrics: ServerMetrics {
        var sum = ServerMetrics()
        for loop in state.withLock({ $0.loops }) { sum.add(loop.metrics.snapshot) }
        return sum
    }

    private func isEmpty(within grace: Duration) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask { [core] in
                await core.waitUntilEmpty()
                return true
            }
            group.addTask {
                // A cancelled sleep only means that the other one was first.
                try? await Task.sleep(for: grace)
                return false
            }
            let first = await group.next() ?? true
            if !first { core.abandonWait() }
            group.cancelAll()
            return first
        }
    }

    /// Joining blocks, so it has a thread of its own rather than one of the shared pool.
    private static func join(_ loops: [EventLoop]) async {
        await withCheckedContinuation { continuation in
            let box = Joining(loops: loops, continuation: continuation)
            let context = unsafe Unmanaged.passRetained(box).toOpaque()
            var thread = pthread_t()
            let code = unsafe pthread_create(&thread, nil, joinEventLoops, context)
            precondition(code == 0, "no thread to wait for the loops")
            pthread_detach(thread)
        }
    }

    private static func startLoops(
        _ count: Int, closingOnFailure descriptors: [Int32]
    ) throws(ServerFailure) -> [EventLoop] {
        var loops: [EventLoop] = []
        do throws(ServerFailure) {
            for index in 0..<count {
                let loop = try EventLoop()
                try loop.start(named: "http-\(index)")
                loops.append(loop)
            }
        } catch {
            for loop in loops { loop.stop() }
            for descriptor in descriptors { close(descriptor) }
            throw error
        }
        return loops
    }

    private static func bind(
        _ configuration: ServerConfiguration
    ) throws(ServerFailure) -> ([Int32], [BoundEndpoint]) {
        var descriptors: [Int32] = []
        var bound: [BoundEndpoint] = []
        for endpoint in configuration.endpoints {
            let descriptor =
                switch endpoint {
                case .tcp(let address, let port):
                    loa_listen_ip(
                        address.isIPv4 ? 4 : 6, address.high,
                        address.isIPv4 ? address.low & 0xFFFF_FFFF : address.low,
                        port, configuration.backlog)
                case .unix(let path, let mode): unsafe loa_listen_unix(path, mode, configuration.backlog)
                }
            guard descriptor >= 0 else {
                let failure = ServerFailure("listening on \(endpoint)")
                for opened in descriptors { close(opened) }
                throw failure
            }
            descriptors.append(descriptor)
            if case .tcp(let address, _) = endpoint {
                bound.append(.tcp(address, port: UInt16(max(0, loa_bound_port(descriptor)))))
            } else {
                bound.append(endpoint)
            }
        }
        return (descriptors, bound)
    }
}

/// All acceptors of a server.
///
/// Made before the loops see it and afterwards used on the first loop's thread alone, hence unchecked.
private final class Acceptors: @unchecked Sendable {
    private let acceptors: [Acceptor]
    private let loop: EventLoop

    init(_ descriptors: [Int32], loops: [EventLoop], core: ServerCore) {
        acceptors = descriptors.map { Acceptor(descriptor: $0, loops: loops, core: core) }
        loop = loops[0]
    }

    func start() {
        for acceptor in acceptors { acceptor.start() }
        loop.onTick = { [unowned self] in for acceptor in acceptors { acceptor.tick() } }
    }

    func stop() {
        loop.onTick = nil
        for acceptor in acceptors { acceptor.stop() }
    }
}

private final class Joining: Sendable {
    let loops: [EventLoop]
    let continuation: CheckedContinuation<Void, Never>

    init(loops: [EventLoop], continuation: CheckedContinuation<Void, Never>) {
        self.loops = loops
        self.continuation = continuation
    }
}

private nonisolated func joinEventLoops(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context = unsafe context else { return nil }
    let joining = unsafe Unmanaged<Joining>.fromOpaque(context).takeRetainedValue()
    for loop in joining.loops { loop.stop() }
    joining.continuation.resume()
    return nil
}
