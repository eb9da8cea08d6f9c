import CEpoll
import Glibc
import HTTP

/// Takes connections from one listener, on the first loop, and deals them to all loops in turn.
@safe
final class Acceptor {
    private static let roundLimit = 128
    private static let refusal = Array(
        "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\nRetry-After: 5\r\n\r\n"
            .utf8)

    private let descriptor: Int32
    private let loops: [EventLoop]
    private let core: ServerCore
    private var next = 0
    private var token: UInt64?
    /// A descriptor to give up when there are no more, so that the waiting client can be turned away.
    private var spare: Int32
    private var isPaused = false

    init(descriptor: Int32, loops: [EventLoop], core: ServerCore) {
        self.descriptor = descriptor
        self.loops = loops
        self.core = core
        spare = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
    }

    /// On the first loop's thread.
    func start() { token = loops[0].listen(descriptor) { [self] in acceptAll() } }

    /// On the first loop's thread; closes the listener.
    func stop() {
        if let token { loops[0].stopListening(token, descriptor: descriptor) }
        token = nil
        close(descriptor)
        close(spare)
    }

    /// Tries again after a pause.
    func tick() {
        guard isPaused, let token else { return }
        isPaused = false
        loops[0].resumeListening(token, descriptor: descriptor) { [self] in acceptAll() }
    }

    private func acceptAll() {
        for _ in 0..<Self.roundLimit {
            var peer = loa_peer()
            let accepted = unsafe loa_accept(descriptor, &peer)
            if accepted >= 0 {
                deal(accepted, Self.address(peer))
            } else if errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM {
                turnOneAway()
                return pause()
            } else if errno != ECONNABORTED, errno != EINTR {
                // EAGAIN: nobody is waiting any more. Errors of the client's network count as its own.
                return
            }
        }
    }

    private func deal(_ accepted: Int32, _ peer: ClientAddress) {
        guard core.admit(peer) else { return refuse(accepted) }
        let loop = loops[next]
        next = (next + 1) % loops.count
        let core = core
        if loop === loops[0] {
            Connection.open(accepted, peer: peer, loop: loop, core: core)
        } else {
            loop.perform { Connection.open(accepted, peer: peer, loop: loop, core: core) }
        }
    }

    private func refuse(_ accepted: Int32) {
        loops[0].metrics.update { $0.connectionsRefused += 1 }
        // Best effort: a client that isn't listening loses only this line.
        _ = unsafe send(accepted, Self.refusal, Self.refusal.count, loa_message_no_signal)
        close(accepted)
    }

    /// Without a free descriptor `accept` fails for ever while the client stays in the queue: epoll would
    /// report it again at once and the loop spin.
    ///
    /// So the spare one is given up for a moment.
    private func turnOneAway() {
        close(spare)
        var peer = loa_peer()
        let accepted = unsafe loa_accept(descriptor, &peer)
        if accepted >= 0 { refuse(accepted) }
        spare = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
    }

    /// Leaves the rest in the kernel's queue until the next tick.
    private func pause() {
        guard let token, !isPaused else { return }
        isPaused = true
        loops[0].stopListening(token, descriptor: descriptor)
    }

    private static func address(_ peer: loa_peer) -> ClientAddress {
        switch peer.family {
        case 4: .ip(IPAddress(ipv4: UInt32(peer.low)))
        case 6: .ip(IPAddress(high: peer.high, low: peer.low))
        default: .unixSocket
        }
    }
}
