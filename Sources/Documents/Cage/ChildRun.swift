import CSpawn
import Foundation

/// One run of a child on the thread that owns it: start, listen, wait, reap.
struct ChildRun {
    private let command: ChildCommand
    private let process: pid_t
    private let alarm: Alarm
    private let deadline: ContinuousClock.Instant
    private var output: [UInt8] = []
    private var message: [UInt8] = []
    /// Why we killed it, if we did.
    private var verdict: ChildEnd?

    static func result(of command: ChildCommand, alarm: Alarm) -> Result<ChildOutcome, ConversionFailure> {
        do {
            let output = try DescriptorPair.pipe()
            defer { close(output.reading) }
            let message: DescriptorPair
            do { message = try DescriptorPair.pipe() } catch {
                close(output.writing)
                throw error
            }
            defer { close(message.reading) }
            let started = Result { () throws(ErrnoError) in
                try start(command, output: output.writing, message: message.writing)
            }
            close(output.writing)
            close(message.writing)
            var run = ChildRun(command: command, process: try started.get(), alarm: alarm)
            return .success(run.outcome(output: output.reading, message: message.reading))
        } catch {
            return .failure(.notStarted(command.path, error))
        }
    }

    private init(command: ChildCommand, process: pid_t, alarm: Alarm) {
        self.command = command
        self.process = process
        self.alarm = alarm
        deadline = .now + .seconds(command.seconds)
    }

    /// Starts the child in a process group of its own, with an empty environment and no descriptors but the three
    /// standard ones: those of sockets and databases that some library forgot to mark are closed too.
    private static func start(_ command: ChildCommand, output: Int32, message: Int32) throws(ErrnoError)
        -> pid_t
    {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, message, 2)
        unsafe posix_spawn_file_actions_addclosefrom_np(&actions, 3)

        // The server ignores SIGPIPE and may block others; a tool starts with the system's own settings.
        var none = sigset_t()
        var all = sigset_t()
        unsafe sigemptyset(&none)
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        unsafe posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var arguments: [UnsafeMutablePointer<CChar>?] =
            unsafe ([command.path] + command.arguments).map { unsafe strdup($0) } + [nil]
        defer { unsafe arguments.forEach { unsafe free($0) } }
        var environment: [UnsafeMutablePointer<CChar>?] = unsafe [nil]
        var process: pid_t = 0
        let code = unsafe posix_spawn(&process, command.path, &actions, &attributes, &arguments, &environment)
        guard code == 0 else { throw ErrnoError(call: "posix_spawn", code: code) }
        return process
    }

    private mutating func outcome(output reading: Int32, message messages: Int32) -> ChildOutcome {
        listen(output: reading, message: messages)
        let end = reap()
        if verdict != nil { awaitSilence(reading, messages) }
        return ChildOutcome(
            end: verdict ?? end, output: output, message: String(decoding: message, as: UTF8.self))
    }

    /// Reads both pipes until they close or the child must die.
    private mutating func listen(output reading: Int32, message messages: Int32) {
        var open = (output: true, message: true)
        while verdict == nil, open.output || open.message {
            var waiting = [
                pollfd(fd: alarm.pipe.reading, events: Int16(POLLIN), revents: 0),
                pollfd(fd: open.output ? reading : -1, events: Int16(POLLIN), revents: 0),
                pollfd(fd: open.message ? messages : -1, events: Int16(POLLIN), revents: 0),
            ]
            pause(on: &waiting, atMostMilliseconds: 60_000)
            if waiting[1].revents != 0 { open.output = take(from: reading, isOutput: true) }
            if waiting[2].revents != 0 { open.message = take(from: messages, isOutput: false) }
        }
    }

    /// Waits until the last process of a killed cage has let go of the pipes.
    ///
    /// The kernel kills them after bubblewrap itself, so they may write for some milliseconds more. Who has closed its
    /// pipes isn't seen here; the folder that it writes to is removed until it is gone (`Workspace.remove`).
    private func awaitSilence(_ reading: Int32, _ messages: Int32) {
        let latest = ContinuousClock.now + .seconds(5)
        var scrap = [UInt8](repeating: 0, count: 65_536)
        for descriptor in [reading, messages] {
            while .now < latest {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                guard unsafe poll(&waiting, 1, 100) > 0 else { continue }
                if unsafe read(descriptor, &scrap, scrap.count) == 0 { break }
            }
        }
    }

    /// Waits for the child itself; it may have closed its pipes long before its end.
    private mutating func reap() -> ChildEnd {
        var status: Int32 = 0
        while true {
            let found = unsafe waitpid(process, &status, verdict == nil ? WNOHANG : 0)
            if found == process { break }
            if found < 0 && errno != EINTR { return .killed(signal: SIGKILL) }
            guard found == 0 else { continue }
            var waiting = [pollfd(fd: alarm.pipe.reading, events: Int16(POLLIN), revents: 0)]
            pause(on: &waiting, atMostMilliseconds: 10)
        }
        // WIFEXITED and friends are macros that Swift doesn't see; waitpid(2) fixes their meaning.
        let signal = status & 0x7f
        return signal == 0 ? .exited(code: (status >> 8) & 0xff) : .killed(signal: signal)
    }

    /// Waits for news, the alarm or the deadline; the last two kill the child.
    private mutating func pause(on waiting: inout [pollfd], atMostMilliseconds: Int32) {
        let left = deadline - .now
        let milliseconds = Int32(
            clamping: left / .milliseconds(1) > 0 ? Int64(left / .milliseconds(1)) + 1 : 0)
        _ = unsafe poll(&waiting, nfds_t(waiting.count), min(milliseconds, atMostMilliseconds))
        if waiting[0].revents != 0 {
            kill(.cancelled)
        } else if deadline <= .now {
            kill(.timedOut)
        }
    }

    private mutating func kill(_ reason: ChildEnd) {
        guard verdict == nil else { return }
        verdict = reason
        // The whole group: bubblewrap dies, and by --die-with-parent everything in its cage.
        _ = Foundation.kill(-process, SIGKILL)
    }

    /// Takes what is there; false when the pipe is closed.
    private mutating func take(from descriptor: Int32, isOutput: Bool) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe read(descriptor, &bytes, bytes.count)
        if count < 0 { return errno == EINTR }
        if count == 0 { return false }
        if isOutput {
            output += bytes[..<count]
            if output.count > command.outputBytes { kill(.saidTooMuch) }
        } else {
            // The rest of a long complaint is read, so that the tool doesn't block, and dropped.
            message += bytes[..<min(count, ConversionLimits.toolMessageBytes - message.count)]
        }
        return true
    }
}
