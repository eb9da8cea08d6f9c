import Trust

/// `loa keys root`: draws up the first root of all.
struct KeysRootCommand: Command {
    static let description = CommandDescription(
        name: "keys root", summary: "Draws up the first root, for its holders to sign.",
        options: [
            .init("out", "FILE", "the root; players later fetch it as 1.root.json"),
            .init(
                "add", "ROLE=FILE.pub", "give ROLE this key: root, targets, snapshot, timestamp",
                repeats: true),
            .init(
                "threshold", "ROLE=N", "how many of ROLE's keys must sign (default 2, online roles 1)",
                repeats: true),
            RootEditing.daysOption, Consent.option,
        ],
        details: """
            Root says whose keys count. Take three persons for root and two of them to sign: one key may get lost, and one
            thief can do nothing. Targets is for those who say who may approve; snapshot and timestamp are the server's.
            """)

    private let path: String
    private let editing: RootEditing
    private let consent: Consent

    init(_ arguments: Arguments) throws(UsageError) {
        path = try arguments.required("out", of: Self.description)
        editing = try RootEditing(arguments, command: Self.description.name)
        consent = Consent(arguments)
    }

    func run() async throws -> ExitCode {
        try CarriedFile.requireAbsent(path)
        let now = Terminal.now
        let root = try editing.edit(of: nil, now: now).root(after: nil, now: now)
        let draft = RootDraft(try TUF.RootCeremony(root, after: nil))
        try consent.ask(["This draws up the first root, in \(path):"] + draft.lines + [draft.digestLine])
        try CarriedFile.create(path, draft.bytes)
        Terminal.out(draft.signatureLines.joined(separator: "\n") + "\n")
        return .done
    }
}
