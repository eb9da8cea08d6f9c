import Foundation

/// Where passphrases come from: the terminal, without echo, or a descriptor; never the command line, which every
/// process of the machine can read.
struct PassphraseSource {
    static let option = CommandDescription.Option(
        "passphrase-fd", "N", "read the passphrase as a line of descriptor N (default: ask at the terminal)")
    /// Characters; Argon2id makes each guess dear, but a thief of the file has years.
    static let leastCharacters = 12
    private static let lineLimitBytes = 1024

    private let descriptor: Int32?

    init(_ arguments: Arguments, command: String) throws(UsageError) {
        descriptor = try arguments.number("passphrase-fd", in: 0...1023, command: command).map { Int32($0) }
    }

    /// The passphrase of a key that is there.
    func existing(for holder: String) throws -> String {
        try line("Passphrase of \(Terminal.shown(holder)): ")
    }

    /// A passphrase for a new file, typed twice at the terminal.
    func new(for holder: String) throws -> String {
        let passphrase = try line("New passphrase of \(Terminal.shown(holder)): ")
        guard passphrase.count >= Self.leastCharacters else {
            throw CommandFailure(
                "the passphrase is too short: take at least \(Self.leastCharacters) characters")
        }
        if descriptor == nil, try line("The same again: ") != passphrase {
            throw CommandFailure("the two passphrases differ")
        }
        return passphrase
    }

    private func line(_ prompt: String) throws -> String {
        let answer = try descriptor.map { try Self.line(of: $0) } ?? Self.ask(prompt)
        guard !answer.isEmpty else { throw CommandFailure("no passphrase was given") }
        return answer
    }

    private static func ask(_ prompt: String) throws -> String {
        let terminal = try Terminal.open(whyNeeded: "give the passphrase by --passphrase-fd")
        defer { close(terminal) }
        var settings = termios()
        guard tcgetattr(terminal, &settings) == 0 else { throw CommandFailure("the terminal can't be set") }
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else {
            throw CommandFailure("the terminal would show the passphrase")
        }
        Terminal.write(prompt, to: terminal)
        defer {
            tcsetattr(terminal, TCSAFLUSH, &settings)
            Terminal.write("\n", to: terminal)
        }
        return try line(of: terminal)
    }

    /// Byte by byte: what stands behind the line is for whoever reads the descriptor next.
    static func line(of descriptor: Int32) throws -> String {
        var bytes: [UInt8] = []
        while bytes.count < lineLimitBytes {
            var byte: UInt8 = 0
            let count = Foundation.read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw CommandFailure(
                    "descriptor \(descriptor) can't be read: \(String(cString: strerror(errno)))")
            }
            if count == 0 || byte == 0x0A { break }
            bytes.append(byte)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure("what was typed isn't UTF-8")
        }
        return text
    }
}
