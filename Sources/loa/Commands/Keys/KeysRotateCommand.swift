import Trust

/// `loa keys rotate ROOT`: draws up the root after this one.
struct KeysRotateCommand: Command {
    static let description = CommandDescription(
        name: "keys rotate", summary: "Draws up the next root: other keys, thresholds, a later end.",
        operands: ["ROOT"],
        options: [
            .init("out", "FILE", "the next root"),
            .init("add", "ROLE=FILE.pub", "give ROLE this key", repeats: true),
            .init(
                "drop", "ROLE=KEY", "take KEY from ROLE: its holder, or the beginning of its identifier",
                repeats: true),
            .init("threshold", "ROLE=N", "how many of ROLE's keys must sign", repeats: true),
            RootEditing.daysOption, Consent.option,
        ],
        details: """
            ROOT is the newest root that players have. The next one must be signed by as many of ROOT's own keys as ROOT
            asks for, and by as many of its own. Without --add, --drop and --threshold only its end moves.
            """)

    private let oldPath: String
    private let path: String
    private let editing: RootEditing
    private let consent: Consent

    init(_ arguments: Arguments) throws(UsageError) {
        oldPath = arguments.operands[0]
        path = try arguments.required("out", of: Self.description)
        editing = try RootEditing(arguments, command: Self.description.name)
        consent = Consent(arguments)
    }

    func run() async throws -> ExitCode {
        try CarriedFile.requireAbsent(path)
        let old = try RootFile.whole(oldPath)
        let now = Terminal.now
        try RootEditing.drawUp(
            try editing.edit(of: old, now: now), after: old, now: now, path: path, consent: consent)
        return .done
    }
}
