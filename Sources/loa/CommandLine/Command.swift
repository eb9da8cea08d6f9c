/// One verb of the program.
protocol Command: Sendable {
    static var description: CommandDescription { get }
    init(_ arguments: Arguments) throws(UsageError)
    func run() async throws -> ExitCode
    /// Parses the words and runs, or prints the help where it is asked for.
    static func perform(_ words: ArraySlice<String>) async throws -> ExitCode
    /// The help for `loa help NAME words…`.
    static func help(_ words: ArraySlice<String>) throws(UsageError) -> String
}

extension Command {
    static func help(_ words: ArraySlice<String>) throws(UsageError) -> String {
        if let word = words.first {
            throw UsageError("\(description.name) has no part \(word)", command: description.name)
        }
        return description.help
    }

    static func perform(_ words: ArraySlice<String>) async throws -> ExitCode {
        if words.contains("--help") || words.contains("-h") {
            Terminal.out(description.help)
            return .done
        }
        return try await Self(Arguments(words, for: description)).run()
    }
}
