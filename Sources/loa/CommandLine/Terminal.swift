import Foundation
import Locks

/// Standard streams: results go to stdout, everything said beside them to stderr.
///
/// A stream that lies on a full disk, or that nobody reads, never ends the program.
enum Terminal {
    private static let resultsFailure = Locked<Int32?>(nil)

    static func out(_ text: String) { out(Array(text.utf8)) }

    static func out(_ bytes: [UInt8]) {
        let failure = put(bytes, to: STDOUT_FILENO)
        // Whoever has seen enough, such as `head`, may leave.
        if let failure, failure != EPIPE { resultsFailure.withLock { $0 = failure } }
    }

    static func note(_ text: String) {
        // What can't be said here has no other place.
        _ = put(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    /// Why results couldn't be written to stdout, in the system's words; nil where all were.
    static var lostResults: String? { resultsFailure.withLock { $0 }.map { String(cString: strerror($0)) } }

    /// Writes all the bytes; gives the `errno` of what hindered it.
    static func put(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            // The address is used within the closure only.
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&wanted, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }

    /// Reads a secret: from the terminal without echo, else the first line of standard input.
    ///
    /// Returns nil at the end of input.
    static func secret(prompt: String) -> String? {
        guard isatty(STDIN_FILENO) == 1 else { return readLine(strippingNewline: true) }
        _ = put(Array(prompt.utf8), to: STDERR_FILENO)
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return readLine(strippingNewline: true) }
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
            note("")
        }
        return readLine(strippingNewline: true)
    }

    /// The terminal itself, whatever standard input is; for questions to the person.
    ///
    /// - Parameter whyNeeded: what to do where there is none.
    static func open(whyNeeded: String) throws -> Int32 {
        let descriptor = Foundation.open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CommandFailure("there is no terminal to ask at: \(whyNeeded)") }
        return descriptor
    }

    static func write(_ text: String, to terminal: Int32) {
        _ = put(Array(text.utf8), to: terminal)
    }

    /// Text out of somebody's file without what would steer a terminal or turn letters around.
    static func shown(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    // Khmer and Lao are written with joiners and the space of no width.
                    case .format: 0x200B...0x200D ~= scalar.value ? scalar : "\u{FFFD}"
                    case .control, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }
}
