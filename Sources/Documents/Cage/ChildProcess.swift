import CSpawn
import Foundation

/// How a child process came to its end.
enum ChildEnd: Sendable, Equatable {
    case exited(code: Int32)
    case killed(signal: Int32)
    /// The wall clock ran out; the child was killed.
    case timedOut
    /// The Swift task was cancelled; the child was killed.
    case cancelled
    /// More came on standard output than was allowed; the child was killed.
    case saidTooMuch
}

/// What a child process left behind.
struct ChildOutcome: Sendable {
    var end: ChildEnd
    /// Standard output, at most the command's `outputBytes`.
    var output: [UInt8]
    /// Standard error, cut at `ConversionLimits.toolMessageBytes`.
    var message: String
}

/// One program to run, with its bounds.
struct ChildCommand: Sendable {
    /// Absolute path; nothing is searched.
    var path: String
    var arguments: [String]
    /// Seconds of the wall clock until the child is killed.
    var seconds: Int
    /// The most bytes that it may say on standard output.
    var outputBytes: Int
}

/// Runs programs without blocking the cooperative threads, and kills them when the task is cancelled.
///
/// Each child has a thread of its own that starts it and stays until it is dead: bubblewrap's
/// `--die-with-parent` watches the *thread* that started it, so that thread must not end before.
enum ChildProcess {
    static func run(_ command: ChildCommand) async throws(ConversionFailure) -> ChildOutcome {
        let alarm: Alarm
        do { alarm = try Alarm() } catch { throw .noDescriptors(error) }
        let result: Result<ChildOutcome, ConversionFailure> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let thread = Thread {
                    continuation.resume(returning: ChildRun.result(of: command, alarm: alarm))
                }
                thread.name = "caged tool"
                thread.start()
            }
        } onCancel: {
            alarm.ring()
        }
        return try result.get()
    }
}

/// A pipe that wakes the thread which waits for a child; rung once on cancellation.
final class Alarm: Sendable {
    let pipe: DescriptorPair

    init() throws(ErrnoError) { pipe = try DescriptorPair.pipe() }

    func ring() {
        var byte: UInt8 = 1
        // The pipe is empty and of ours alone, so one byte always fits.
        _ = unsafe write(pipe.writing, &byte, 1)
    }

    deinit {
        close(pipe.reading)
        close(pipe.writing)
    }
}

/// The two ends of a pipe, both closed on exec.
struct DescriptorPair: Sendable {
    let reading: Int32
    let writing: Int32

    static func pipe() throws(ErrnoError) -> DescriptorPair {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe2(&ends, O_CLOEXEC) == 0 else { throw ErrnoError(call: "pipe2") }
        return DescriptorPair(reading: ends[0], writing: ends[1])
    }
}

/// A system call that failed, with its reason.
struct ErrnoError: Error, CustomStringConvertible {
    let call: String
    let code: Int32

    /// Takes the code from `errno`; call it before anything else can change that.
    init(call: String, code: Int32 = errno) {
        self.call = call
        self.code = code
    }

    var description: String { unsafe "\(call): \(String(cString: strerror(code)))" }
}
