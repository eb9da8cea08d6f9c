import Trust

/// `loa keys revoke ROOT KEY`: draws up the next root without that key in any role.
struct KeysRevokeCommand: Command {
    static let description = CommandDescription(
        name: "keys revoke", summary: "Draws up the next root without a lost or stolen key.",
        operands: ["ROOT", "KEY"],
        options: [
            .init("out", "FILE", "the next root"),
            .init("add", "ROLE=FILE.pub", "give ROLE another key in its place", repeats: true),
            .init("threshold", "ROLE=N", "how many of ROLE's keys must sign", repeats: true),
            RootEditing.daysOption, Consent.option,
        ],
        details: """
            KEY is its holder, or the beginning of its identifier (loa keys inspect shows both). It is taken from every role
            that has it. A role that would be left with too few keys needs another one by --add.
            """)

    private let oldPath: String
    private let name: String
    private let path: String
    private let editing: RootEditing
    private let consent: Consent

    init(_ arguments: Arguments) throws(UsageError) {
        oldPath = arguments.operands[0]
        name = arguments.operands[1]
        path = try arguments.required("out", of: Self.description)
        editing = try RootEditing(arguments, command: Self.description.name)
        consent = Consent(arguments)
    }

    func run() async throws -> ExitCode {
        try CarriedFile.requireAbsent(path)
        let old = try RootFile.whole(oldPath)
        let now = Terminal.now
        var edit = try editing.edit(of: old, now: now)
        let places = try RootEditing.places(of: name, in: old, roles: TUF.TopRole.allCases)
        edit.dropped += places
        try RootEditing.drawUp(edit, after: old, now: now, path: path, consent: consent)
        return .done
    }
}
