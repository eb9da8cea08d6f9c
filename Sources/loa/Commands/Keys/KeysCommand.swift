/// `loa keys STEP`: the offline side of what players trust.
///
/// Nothing here opens a connection or a database: files come and go by hand.
struct KeysCommand: Command {
    static let description = CommandDescription(
        name: "keys", summary: "Makes keys and signs what players trust; needs no network.",
        operands: ["STEP"],
        details: """
            Steps:
            \(steps.map { row($0) }.joined(separator: "\n"))

            Each step says what it will change and asks before it does. loa help keys STEP tells more of one;
            docs/trust/ceremony.md leads through all of them.
            Exit codes: 0 done, 1 refused or not agreed to, 64 wrong command line.
            """)

    static let steps: [any Command.Type] = [
        KeysMakeCommand.self, KeysRootCommand.self, KeysRotateCommand.self, KeysRevokeCommand.self,
        KeysPolicyCommand.self, KeysStatementCommand.self, KeysSignCommand.self, KeysJoinCommand.self,
        KeysInspectCommand.self, KeysPassphraseCommand.self,
    ]

    init(_ arguments: Arguments) throws(UsageError) {
        throw Self.unknownStep(arguments.operands[0])
    }

    func run() async throws -> ExitCode { .usage }

    static func perform(_ words: ArraySlice<String>) async throws -> ExitCode {
        guard let word = words.first, !["--help", "-h"].contains(word) else {
            guard words.isEmpty else {
                Terminal.out(description.help)
                return .done
            }
            throw UsageError("name a step: \(steps.map(shortName).joined(separator: ", "))", command: "keys")
        }
        return try await step(word).perform(words.dropFirst())
    }

    static func help(_ words: ArraySlice<String>) throws(UsageError) -> String {
        guard let word = words.first else { return description.help }
        return try step(word).description.help
    }

    private static func step(_ word: String) throws(UsageError) -> any Command.Type {
        guard let step = steps.first(where: { shortName($0) == word }) else { throw unknownStep(word) }
        return step
    }

    private static func unknownStep(_ word: String) -> UsageError {
        UsageError("there is no step \(word)", command: "keys")
    }

    private static func shortName(_ step: any Command.Type) -> String {
        String(step.description.name.dropFirst("keys ".count))
    }

    private static func row(_ step: any Command.Type) -> String {
        let name = shortName(step)
        return "  \(name)" + String(repeating: " ", count: 12 - name.count) + step.description.summary
    }
}
