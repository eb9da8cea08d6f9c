import Trust

/// `loa keys inspect FILE`: tells what a file says and who has signed it; changes nothing.
struct KeysInspectCommand: Command {
    static let description = CommandDescription(
        name: "keys inspect", summary: "Tells what a key or a signed file says; changes nothing.",
        operands: ["FILE"],
        options: DraftOptions.options,
        details:
            "FILE is a secret file, a public key, or anything that loa keys sign takes. No passphrase is needed."
    )

    private let path: String
    private let options: DraftOptions

    init(_ arguments: Arguments) {
        path = arguments.operands[0]
        options = DraftOptions(arguments)
    }

    func run() async throws -> ExitCode {
        let bytes = try CarriedFile.read(path)
        if let file = try? KeyFile(reading: bytes) {
            Terminal.out("secret file of \(KeyWords.holder(file.publicKey.held(by: file.name)))\n")
            return .done
        }
        if let key = (try? JSON(reading: bytes)).flatMap({ PublicKey(json: $0) }) {
            Terminal.out("public key of \(KeyWords.holder(key)), \(Terminal.shown(key.scheme.string))\n")
            return .done
        }
        let draft = try options.draft(path, needsBefore: false)
        let lines =
            [draft.title] + draft.lines + draft.signatureLines + [draft.digestLine]
        Terminal.out(lines.joined(separator: "\n") + "\n")
        return .done
    }
}
