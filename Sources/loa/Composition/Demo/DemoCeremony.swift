import Operations
import Trust

/// The key ceremony of docs/trust/ceremony.md in one go, with keys that anybody may have.
struct DemoCeremony {
    /// What comes of it: the files that people would carry, and the server's key.
    struct Outcome {
        let root: [UInt8]
        let targets: [UInt8]
        let release: [UInt8]
        let serverKey: SigningKey
    }

    private static let holders = ["root-1", "root-2", "root-3"]
    static let server = "server"

    let keys: DemoKeys
    let now: TUF.Instant
    let until: TUF.Instant

    func perform(for sample: SampleRelease) throws -> Outcome {
        let holders = try Self.holders.map { try keys.make($0, holder: $0) }
        let server = try keys.make(Self.server, holder: Self.server)
        let signed = try root(holders, server.marked)
        let signing = holders.prefix(2).map(\.secret)
        var root = try TUF.RootCeremony(signed, after: nil)
        for key in signing { try root.sign(with: key) }
        var approvers: [String: (secret: SigningKey, marked: PublicKey)] = [:]
        for person in sample.persons {
            approvers[person.account] = try keys.make(person.account, holder: person.name)
        }
        let policy = sample.policy(from: now, until: until) { person in
            guard let key = approvers[person.account] else { preconditionFailure("Each person has a key.") }
            return key.marked
        }
        var targets = try TUF.TargetsCeremony(
            policy: policy.json, delegatingTo: [("objects", server.marked), ("programmes", server.marked)],
            after: nil, root: signed, expires: until)
        for key in signing { try targets.sign(with: key) }
        var release = StatementEnvelope(payloadType: Release.payloadType, payload: sample.release.payload)
        for name in SampleRelease.signers {
            if let key = approvers[name] { release.sign(with: key.secret) }
        }
        return Outcome(
            root: root.envelope.bytes, targets: targets.envelope.bytes, release: release.bytes,
            serverKey: server.secret)
    }

    private func root(
        _ holders: [(secret: SigningKey, marked: PublicKey)], _ server: PublicKey
    ) throws -> TUF.Root {
        var edit = TUF.RootEdit(expires: until)
        edit.isDemonstration = true
        for role in TUF.TopRole.allCases {
            let isOffline = [.root, .targets].contains(role)
            edit.added += (isOffline ? holders.map(\.marked) : [server]).map { .init(role: role, key: $0) }
        }
        return try edit.root(after: nil, now: now)
    }
}
