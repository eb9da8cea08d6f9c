import Trust

/// A release or a withdrawal on its way from approver to approver.
struct StatementDraft: SigningDraft {
    private enum Content {
        case release(Release)
        case withdrawal(Withdrawal)
    }

    private var envelope: StatementEnvelope
    private let content: Content
    /// Whose signatures count; nil when nobody said.
    private let policy: ReleasePolicy?

    init(_ envelope: StatementEnvelope, policy: ReleasePolicy?) throws {
        self.envelope = envelope
        self.policy = policy
        switch envelope.payloadType {
        case Release.payloadType: content = .release(try Release(reading: envelope.payload))
        case Withdrawal.payloadType: content = .withdrawal(try Withdrawal(reading: envelope.payload))
        default: throw ReleaseRefused.unknownKind(envelope.payloadType)
        }
    }

    var title: String {
        switch content {
        case .release: "a release"
        case .withdrawal: "a withdrawal"
        }
    }

    var lines: [String] {
        switch content {
        case .release(let release): ReleaseWords.lines(release)
        case .withdrawal(let withdrawal): ReleaseWords.lines(withdrawal)
        }
    }

    var signatureLines: [String] {
        guard let policy else {
            return envelope.signatures.map {
                "A signature under \(Terminal.shown($0.keyID?.string ?? "no name"))"
            }
                + ["Name the targets by --targets to learn whose signatures count."]
        }
        let lines = policy.approvers.filter { !envelope.signers(among: [$0.key]).isEmpty }.map {
            "Signed by \(ReleaseWords.name($0))"
        }
        guard case .release(let release) = content else { return lines + ["A withdrawal needs one."] }
        return lines + ["A release such as this needs \(policy.threshold(for: release)) different persons."]
    }

    var bytes: [UInt8] { envelope.bytes }
    var digest: String { Hexadecimal.encode(SHA256.digest(envelope.payload)) }

    mutating func sign(with key: SigningKey) throws {
        if let policy, !policy.approvers.contains(where: { $0.key.identity == key.publicKey.identity }) {
            throw CommandFailure("this key is no approver's: its signature would be worth nothing")
        }
        envelope.sign(with: key)
    }

    mutating func join(_ bytes: [UInt8]) throws {
        try envelope.join(try StatementEnvelope(reading: bytes))
    }
}
