import CEpoll
import Glibc
import HTTP
import Locks
import Synchronization

/// One thread around one epoll.
///
/// It runs the connections that were dealt to it, and, being an executor, every handler that they call, so
/// that an answer that waits for nobody costs no change of thread.
@safe
final class EventLoop: SerialExecutor, TaskExecutor, @unchecked Sendable {
    // Checked by hand: all plain variables below are touched by the loop's own thread alone, except `thread`,
    // which is written before and read after that thread's life. `remote` is locked, `identity` atomic.

    /// What other threads hand over.
    private struct Remote {
        var jobs: [UnownedJob] = []
        var arrivals: [@Sendable () -> Void] = []
        var isSignalled = false
    }

    /// How often deadlines are looked at: 0.25 s.
    static let tickMilliseconds = 250

    private static let wakeToken: UInt64 = 0
    private static let eventsPerRound = 256

    private let epoll: Int32
    private let wake: Int32
    private let remote = Locked(Remote())
    private let identity = Atomic<UInt>(0)
    private var thread = pthread_t()
    private var jobs: [UnownedJob] = []
    private var nextToken: UInt64 = 1
    private var connections: [UInt64: Connection] = [:]
    private var listeners: [UInt64: () -> Void] = [:]
    private var lastTick = 0
    private var isStopping = false
    /// Called at each tick; the acceptor's place to try again after it ran out of descriptors.
    var onTick: (() -> Void)?

    let metrics = LoopMetrics()
    /// The clock's milliseconds at the last round; exact enough for deadlines.
    private(set) var now = EventLoop.clockMilliseconds()
    /// Where the kernel puts what arrives, before a connection keeps what it needs: 64 KiB for all of them.
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: EventLoop.scratchBytes, alignment: 16)
    static let scratchBytes = 64 << 10
    private var dateSeconds = 0
    private var dateBytes: [UInt8] = []

    init() throws(ServerFailure) {
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard epoll >= 0 else { throw ServerFailure("epoll_create1") }
        wake = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
        guard wake >= 0, loa_epoll_add(epoll, wake, loa_epoll_in, Self.wakeToken) == 0 else {
            throw ServerFailure("eventfd")
        }
    }

    deinit {
        close(wake)
        close(epoll)
        unsafe scratch.deallocate()
    }

    // MARK: - Executor

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if isOnLoop {
            jobs.append(job)
        } else {
            signal { remote in remote.jobs.append(job) }
        }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor { unsafe UnownedSerialExecutor(ordinary: self) }

    func checkIsolated() { precondition(isOnLoop, "this runs only on the connection's own loop") }

    func isIsolatingCurrentContext() -> Bool? { isOnLoop }

    var isOnLoop: Bool { identity.load(ordering: .relaxed) == UInt(pthread_self()) }

    /// Runs the closure on the loop's thread, soon.
    func perform(_ closure: @escaping @Sendable () -> Void) { signal { $0.arrivals.append(closure) } }

    private func signal(_ add: (inout Remote) -> Void) {
        let mustWake = remote.withLock { remote in
            add(&remote)
            defer { remote.isSignalled = true }
            return !remote.isSignalled
        }
        // EAGAIN would mean that 2⁶⁴ wakes are pending: then the loop is awake anyway.
        if mustWake { eventfd_write(wake, 1) }
    }

    // MARK: - Thread

    func start(named name: String) throws(ServerFailure) {
        let context = unsafe Unmanaged.passRetained(self).toOpaque()
        let code = unsafe pthread_create(&thread, nil, runEventLoop, context)
        guard code == 0 else {
            unsafe Unmanaged<EventLoop>.fromOpaque(context).release()
            throw ServerFailure("pthread_create", code: code)
        }
        unsafe loa_name_thread(thread, name)
    }

    /// Ends the thread and waits for it; never called from the loop itself.
    func stop() {
        perform { [self] in isStopping = true }
        pthread_join(thread, nil)
    }

    fileprivate func run() {
        identity.store(UInt(pthread_self()), ordering: .relaxed)
        let events = UnsafeMutablePointer<epoll_event>.allocate(capacity: Self.eventsPerRound)
        defer { unsafe events.deallocate() }
        while !isStopping {
            let timeout = jobs.isEmpty ? Int32(Self.tickMilliseconds) : 0
            let count = unsafe epoll_wait(epoll, events, Int32(Self.eventsPerRound), timeout)
            precondition(count >= 0 || errno == EINTR, "epoll_wait failed")
            now = Self.clockMilliseconds()
            for index in 0..<max(0, Int(count)) {
                let flags = unsafe events[index].events
                dispatch(unsafe loa_epoll_token(events + index), flags)
            }
            runJobs()
            if now - lastTick >= Self.tickMilliseconds { tick() }
        }
        // Whoever still waits here would wait for ever; all connections are closed, so nobody does.
        runJobs()
        identity.store(0, ordering: .relaxed)
    }

    private func dispatch(_ token: UInt64, _ flags: UInt32) {
        if token == Self.wakeToken {
            takeRemote()
        } else if let connection = connections[token] {
            connection.assumeIsolated { $0.ready(flags) }
        } else {
            listeners[token]?()
        }
    }

    private func takeRemote() {
        var counter: UInt64 = 0
        unsafe eventfd_read(wake, &counter)
        let taken = remote.withLock { remote in
            defer { remote = Remote() }
            return remote
        }
        jobs += taken.jobs
        for arrival in taken.arrivals { arrival() }
    }

    /// Runs what was queued when the round began and, for a millisecond more, what that queued in turn; then
    /// it's the sockets' turn again.
    private func runJobs() {
        repeat {
            let round = jobs
            jobs = []
            jobs.reserveCapacity(round.count)
            for job in round {
                unsafe job.runSynchronously(
                    isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
            }
        } while !jobs.isEmpty && Self.clockMilliseconds() <= now
    }

    private func tick() {
        lastTick = now
        onTick?()
        for connection in connections.values { connection.assumeIsolated { $0.checkDeadline() } }
    }

    // MARK: - Descriptors (on the loop's thread)

    /// Watches the descriptor and keeps the connection alive until ``remove(_:descriptor:)``.
    func add(_ connection: Connection, descriptor: Int32) -> UInt64? {
        let token = takeToken()
        let events = loa_epoll_in | loa_epoll_out | loa_epoll_read_hangup | loa_epoll_edge
        guard loa_epoll_add(epoll, descriptor, events, token) == 0 else { return nil }
        connections[token] = connection
        return token
    }

    /// Closes the descriptor and forgets the connection.
    func remove(_ token: UInt64, descriptor: Int32) {
        connections[token] = nil
        close(descriptor)
    }

    /// Calls the closure whenever the listener has somebody waiting (level-triggered).
    func listen(_ descriptor: Int32, _ accept: @escaping () -> Void) -> UInt64? {
        let token = takeToken()
        guard loa_epoll_add(epoll, descriptor, loa_epoll_in, token) == 0 else { return nil }
        listeners[token] = accept
        return token
    }

    func stopListening(_ token: UInt64, descriptor: Int32) {
        listeners[token] = nil
        _ = loa_epoll_remove(epoll, descriptor)
    }

    func resumeListening(_ token: UInt64, descriptor: Int32, _ accept: @escaping () -> Void) {
        listeners[token] = accept
        _ = loa_epoll_add(epoll, descriptor, loa_epoll_in, token)
    }

    func forEachConnection(_ body: (Connection) -> Void) {
        for connection in connections.values { body(connection) }
    }

    private func takeToken() -> UInt64 {
        defer { nextToken += 1 }
        return nextToken
    }

    // MARK: - Time

    /// Milliseconds of the monotonic clock.
    static func clockMilliseconds() -> Int { clockMicroseconds() / 1_000 }

    /// Microseconds of the monotonic clock.
    static func clockMicroseconds() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
    }

    /// `Date: …` with its line end, made once a second.
    var dateLine: [UInt8] {
        let seconds = time(nil)
        if seconds != dateSeconds {
            dateSeconds = seconds
            dateBytes = Array("Date: \(HTTPDate.format(seconds))\r\n".utf8)
        }
        return dateBytes
    }
}

/// The thread's body: a named function, since a closure literal could inherit somebody's isolation.
private nonisolated func runEventLoop(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    // `start` retained the loop for this thread.
    guard let context = unsafe context else { return nil }
    unsafe Unmanaged<EventLoop>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
