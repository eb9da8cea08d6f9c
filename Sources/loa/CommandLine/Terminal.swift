import Foundation

/// Standard streams: results go to stdout, everything said beside them to stderr.
enum Terminal {
    static func out(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
    static func out(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }
    static func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Reads a secret: from the terminal without echo, else the first line of standard input.
    ///
    /// Returns nil at the end of input.
    static func secret(prompt: String) -> String? {
        guard isatty(STDIN_FILENO) == 1 else { return readLine(strippingNewline: true) }
        FileHandle.standardError.write(Data(prompt.utf8))
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
        FileHandle(fileDescriptor: terminal, closeOnDealloc: false).write(Data(text.utf8))
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
