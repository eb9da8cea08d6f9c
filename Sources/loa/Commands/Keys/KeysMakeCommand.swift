import Trust

/// `loa keys make HOLDER`: a new key, encrypted, and its public half.
struct KeysMakeCommand: Command {
    static let description = CommandDescription(
        name: "keys make", summary: "Makes a key: a secret file and a public one.", operands: ["HOLDER"],
        options: [
            .init("out", "FILE", "the secret file; its public half becomes FILE.pub"),
            PassphraseSource.option, Consent.option,
        ],
        details: """
            HOLDER is the person or the server whose key it is; everybody who signs with others reads the name.
            FILE holds the key under a passphrase (Argon2id, AES-256-GCM) and stays with its holder; FILE.pub goes to
            whoever draws up the root. A key whose passphrase is forgotten is lost.
            """)

    private let holder: ExactText
    private let path: String
    private let source: PassphraseSource
    private let consent: Consent

    init(_ arguments: Arguments) throws(UsageError) {
        let name = arguments.operands[0]
        guard !name.isEmpty, name.utf8.count <= 200, Terminal.shown(name) == name else {
            throw UsageError("HOLDER is a name of up to 200 bytes", command: Self.description.name)
        }
        holder = ExactText(name)
        path = try arguments.required("out", of: Self.description)
        source = try PassphraseSource(arguments, command: Self.description.name)
        consent = Consent(arguments)
    }

    func run() async throws -> ExitCode {
        try CarriedFile.requireAbsent(path)
        try CarriedFile.requireAbsent(publicPath)
        try consent.ask([
            "This makes a new Ed25519 key for \(holder):",
            "  \(path)  its secret, under a passphrase; only you may read it",
            "  \(publicPath)  its public half, to be given away",
        ])
        let passphrase = try source.new(for: holder.string)
        let key = SigningKey.make()
        let file = try KeyFile(sealing: key, name: holder, passphrase: passphrase)
        try CarriedFile.create(path, file.bytes, isSecret: true)
        try CarriedFile.create(publicPath, key.publicKey.held(by: holder).json.serialized)
        Terminal.out("Made. Its identifier: \(key.publicKey.keyID)\n")
        return .done
    }

    private var publicPath: String { path + ".pub" }
}
