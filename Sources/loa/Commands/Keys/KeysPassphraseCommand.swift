import Trust

/// `loa keys passphrase FILE`: the same key under another passphrase.
struct KeysPassphraseCommand: Command {
    static let description = CommandDescription(
        name: "keys passphrase", summary: "Puts a secret file under another passphrase.", operands: ["FILE"],
        options: [PassphraseSource.option, Consent.option],
        details: """
            With --passphrase-fd the first line is the old passphrase, the second the new one. Copies of the file keep
            the old passphrase: destroy them.
            """)

    private let path: String
    private let source: PassphraseSource
    private let consent: Consent

    init(_ arguments: Arguments) throws(UsageError) {
        path = arguments.operands[0]
        source = try PassphraseSource(arguments, command: Self.description.name)
        consent = Consent(arguments)
    }

    func run() async throws -> ExitCode {
        let file = try KeyFile(reading: try CarriedFile.read(path))
        try consent.ask([
            "This writes \(path) anew: the key of \(Terminal.shown(file.name.string)) under another passphrase."
        ])
        let key = try file.open(passphrase: try source.existing(for: file.name.string))
        let passphrase = try source.new(for: file.name.string)
        let renewed = try KeyFile(sealing: key, name: file.name, passphrase: passphrase)
        try CarriedFile.replace(path, renewed.bytes, isSecret: true)
        Terminal.out("Done.\n")
        return .done
    }
}
