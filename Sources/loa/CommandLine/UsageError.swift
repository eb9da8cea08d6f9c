/// A command line that can't be followed; the text says what is wrong and where help is.
struct UsageError: Error, CustomStringConvertible {
    let message: String
    let command: String?
    init(_ message: String, command: String? = nil) {
        self.message = message
        self.command = command
    }
    var description: String {
        "loa\(command.map { " " + $0 } ?? ""): \(message)\nSee: loa help\(command.map { " " + $0 } ?? "")"
    }
}

/// A sentence for the person at the terminal, for a command that could not do its work.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
