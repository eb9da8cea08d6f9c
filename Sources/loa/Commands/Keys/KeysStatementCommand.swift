import Trust

/// `loa keys statement FILE`: an envelope around a release or a withdrawal that was written by hand.
struct KeysStatementCommand: Command {
    static let description = CommandDescription(
        name: "keys statement", summary: "Puts a release or a withdrawal into an envelope to be signed.",
        operands: ["FILE"],
        options: [.init("out", "ENVELOPE", "the envelope, without signatures"), Consent.option],
        details: """
            FILE is JSON as docs/trust/releases.md tells. Approvers who work in Loa's pages don't need this: it is for desks
            without network, and for withdrawing when the server is not to be believed.
            """)

    private let statementPath: String
    private let path: String
    private let consent: Consent

    init(_ arguments: Arguments) throws(UsageError) {
        statementPath = arguments.operands[0]
        path = try arguments.required("out", of: Self.description)
        consent = Consent(arguments)
    }

    func run() async throws -> ExitCode {
        try CarriedFile.requireAbsent(path)
        let bytes = try CarriedFile.read(statementPath)
        let json: JSON
        do throws(JSONRefused) { json = try JSON(reading: bytes) } catch {
            throw CommandFailure("\(Terminal.shown(statementPath)) can't be read: \(error)")
        }
        let payload = json.canonicalBytes
        let isWithdrawal =
            if case .object(let object) = json { object["loa-withdrawal"] != nil } else { false }
        let type = isWithdrawal ? Withdrawal.payloadType : Release.payloadType
        let draft = try StatementDraft(StatementEnvelope(payloadType: type, payload: payload), policy: nil)
        try consent.ask(["This makes \(path), \(draft.title):"] + draft.lines + [draft.digestLine])
        try CarriedFile.create(path, draft.bytes)
        return .done
    }
}
