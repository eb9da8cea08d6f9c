import Trust

/// `loa keys join FILE COPY`: the signatures of two copies in one file.
struct KeysJoinCommand: Command {
    static let description = CommandDescription(
        name: "keys join", summary: "Puts the signatures of two copies of a file together.",
        operands: ["FILE", "COPY"],
        options: DraftOptions.options + [Consent.option],
        details: "COPY must say the same as FILE. Its signatures are added to FILE; COPY stays as it is.")

    private let path: String
    private let copyPath: String
    private let options: DraftOptions
    private let consent: Consent

    init(_ arguments: Arguments) {
        path = arguments.operands[0]
        copyPath = arguments.operands[1]
        options = DraftOptions(arguments)
        consent = Consent(arguments)
    }

    func run() async throws -> ExitCode {
        var draft = try options.draft(path, needsBefore: true)
        try draft.join(try CarriedFile.read(copyPath))
        try consent.ask(
            ["This adds the signatures of \(copyPath) to \(path), \(draft.title). Then:"]
                + draft.signatureLines)
        try CarriedFile.replace(path, draft.bytes)
        return .done
    }
}
