import Testing

@testable import Trust

/// What may stand in targets, and what whoever signs them is told.
struct PolicyCeremonyTests {
    private let server = Workshop.key("server").publicKey

    private func root() -> TUF.Root {
        var root = TUF.Root(header: TUF.Header(expires: Workshop.later))
        root.setKeys(["a", "b"].map { Workshop.key($0).publicKey }, threshold: 2, of: .root)
        root.setKeys(["b", "c"].map { Workshop.key($0).publicKey }, threshold: 2, of: .targets)
        for role in [TUF.TopRole.snapshot, .timestamp] { root.setKeys([server], threshold: 1, of: role) }
        return root
    }

    private func draw(
        _ policy: ReleasePolicy, objects: PublicKey? = nil, after old: TUF.TargetsCeremony? = nil
    ) throws -> TUF.TargetsCeremony {
        try TUF.TargetsCeremony(
            policy: policy.json, delegatingTo: [("objects", objects ?? server)], after: old?.targets,
            root: root(), expires: Workshop.later)
    }

    private func approver(
        _ person: ExactText, _ name: ExactText, key: PublicKey? = nil, agency: ExactText = "so-yte"
    ) -> Approver {
        Approver(
            key: key ?? Newsroom.key("\(person) \(name)").publicKey, person: person, name: name,
            agency: .init(id: agency, name: "Sở Y tế"), scopes: [Newsroom.scope()],
            from: Newsroom.instant("2026-01-01T00:00:00Z"), until: Newsroom.instant("2027-01-01T00:00:00Z"))
    }

    @Test func `The server's key approves nothing`() throws {
        var policy = Newsroom().policy
        policy.approvers.append(approver("may-chu", "Máy chủ", key: server))
        #expect(
            throws: TUF.KeysNotSeparate.approverOnline(
                name: "Máy chủ", role: .snapshot, keyID: server.keyID)
        ) { try draw(policy, objects: Workshop.key("other").publicKey) }
    }

    @Test func `A key to which targets delegate approves nothing, and no reader takes such a policy`() throws
    {
        let programmes = Workshop.key("programmes").publicKey
        var policy = Newsroom().policy
        policy.approvers.append(approver("em", "Em", key: programmes))
        #expect(throws: ReleaseRefused.self) { try draw(policy, objects: programmes) }
        var targets = try draw(policy).targets
        targets.delegations = try draw(Newsroom().policy, objects: programmes).targets.delegations
        #expect(throws: ReleaseRefused.self) { try ReleasePolicy(in: targets) }
    }

    @Test(arguments: ["a", "b", "c"])
    func `Holders of root or targets hold no role of the server`(name: String) throws {
        let key = Workshop.key(name).publicKey
        #expect(
            throws: TUF.KeysNotSeparate.holderDelegated(
                role: name == "c" ? .targets : .root, keyID: key.keyID)
        ) {
            try draw(Newsroom().policy, objects: key)
        }
    }

    @Test func `A root that gives a holder's key to the server is refused with every policy under it`() throws
    {
        var other = root()
        let key = Workshop.key("a").publicKey
        other.setKeys([key], threshold: 1, of: .timestamp)
        #expect(throws: TUF.KeysNotSeparate.holderOnline(keyID: key.keyID)) {
            try other.requireSeparateKeys()
        }
        let targets = try draw(Newsroom().policy).targets
        #expect(throws: TUF.KeysNotSeparate.holderOnline(keyID: key.keyID)) {
            try other.requireSeparateKeys(in: targets, Newsroom().policy)
        }
        try root().requireSeparateKeys()
    }

    @Test func `A signer refuses what somebody else drew up`() throws {
        let made = try draw(Newsroom().policy)
        var targets = made.targets
        targets.delegations = TUF.Delegations(
            keys: [Workshop.key("a").publicKey], roles: try #require(targets.delegations?.roles))
        let bytes = TUF.Envelope(signing: targets).bytes
        #expect(throws: TUF.KeysNotSeparate.self) {
            try TUF.TargetsCeremony(reading: bytes, after: nil, root: root())
        }
    }

    @Test(arguments: [
        ("an", "Trần An", "An", "Lê Bình"), ("an", "Trần An", "an-2", "TRẦN  AN"),
        ("an", "Tr\u{1EA7}n An", "an-2", "Tra\u{302}\u{300}n An"),
    ])
    func `Two persons who are likely one are refused`(
        one: String, name: String, other: String, otherName: String
    ) {
        let policy = ReleasePolicy(approvers: [
            approver(ExactText(one), ExactText(name)), approver(ExactText(other), ExactText(otherName)),
        ])
        #expect(throws: ReleaseRefused.self) { try ReleasePolicy(json: policy.json) }
    }

    @Test func `Two persons of one name in two agencies, and one person's two keys, are taken`() throws {
        let policy = ReleasePolicy(approvers: [
            approver("an", "Trần An"), approver("an-2", "Trần An", agency: "so-vhttdl"),
            approver("an", "Trần An", key: Newsroom.key("another").publicKey),
        ])
        #expect(try ReleasePolicy(json: policy.json).approvers.count == 3)
    }

    @Test func `A person's other key is told as another key, not as another person`() throws {
        let first = try draw(Newsroom().policy)
        var policy = Newsroom().policy
        let before = policy.approvers[1]
        let after = Approver(
            key: Newsroom.key("thief").publicKey, person: before.person, name: before.name,
            agency: before.agency,
            scopes: before.scopes, from: before.from, until: before.until)
        policy.approvers[1] = after
        #expect(
            try draw(policy, after: first).changes == [
                .version(from: 1, to: 2), .approverHasOtherKey(from: before, to: after),
            ])
    }

    @Test func `Where unknown fields stand is told, however deep`() throws {
        var targets = try draw(Newsroom().policy).targets
        targets.header.custom["x"] = .null
        let odd = server.with("y", .null).with("x-loa-holder", .text("Server"))
        targets.delegations?.keys[server.keyID] = odd
        #expect(targets.unknownFields == ["x", ExactText("delegations.keys.\(server.keyID).y")])
        #expect(try draw(Newsroom().policy).targets.unknownFields.isEmpty)
    }
}
