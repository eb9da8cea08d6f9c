import Trust

/// `loa keys sign FILE`: adds a signature, the first or a further one.
struct KeysSignCommand: Command {
    static let description = CommandDescription(
        name: "keys sign", summary: "Signs a file, or co-signs one that others have signed.",
        operands: ["FILE"],
        options: [.init("key", "FILE", "your secret file")] + DraftOptions.options
            + [PassphraseSource.option, Consent.option],
        details: """
            What FILE says, what it changes and who has signed it is shown first; your signature is added to FILE. Carry
            FILE on to the next holder, who does the same; or let each sign a copy, and put them together by loa keys
            join. Holders who sit apart compare the digest that is shown.
            """)

    private let path: String
    private let keyPath: String
    private let options: DraftOptions
    private let source: PassphraseSource
    private let consent: Consent

    init(_ arguments: Arguments) throws(UsageError) {
        path = arguments.operands[0]
        keyPath = try arguments.required("key", of: Self.description)
        options = DraftOptions(arguments)
        source = try PassphraseSource(arguments, command: Self.description.name)
        consent = Consent(arguments)
    }

    func run() async throws -> ExitCode {
        var draft = try options.draft(path, needsBefore: true)
        let file = try KeyFile(reading: try CarriedFile.read(keyPath))
        let name = KeyWords.holder(file.publicKey.held(by: file.name))
        try consent.ask(
            ["\(path) is \(draft.title):"] + draft.lines + draft.signatureLines
                + [
                    draft.digestLine, "This adds the signature of \(name) to \(path).",
                ])
        try draft.sign(with: try file.open(passphrase: try source.existing(for: file.name.string)))
        try CarriedFile.replace(path, draft.bytes)
        Terminal.out(draft.signatureLines.joined(separator: "\n") + "\n")
        return .done
    }
}
