import Testing

@testable import Trust

/// Each case refreshes once, lets a thief act, and expects the store to stay as it was but for the roles that come before.
struct AttackTests {
    private func expectRefusal(
        _ workshop: Workshop, _ refused: TUF.Refused, moves: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        workshop.store.log = []
        #expect(workshop.refusal() == refused, sourceLocation: sourceLocation)
        #expect(workshop.store.log == moves, sourceLocation: sourceLocation)
    }

    private func refreshed() throws -> Workshop {
        let workshop = Workshop()
        try workshop.refresh()
        return workshop
    }

    @Test func `A signature by another key is none`() throws {
        var workshop = try refreshed()
        workshop.keys["timestamp"] = [Workshop.key("thief")]
        workshop.publish()
        expectRefusal(workshop, .unsigned(role: "timestamp", valid: 0, threshold: 1))
    }

    @Test func `One key under several identifiers counts once`() throws {
        var workshop = try refreshed()
        let key = Workshop.key("timestamp")
        var envelope = TUF.Envelope(signing: workshop.repository.root)
        envelope.sign(with: key, as: "a")
        envelope.sign(with: key, as: "b")
        let authority = TUF.Authority(
            keyIDs: ["a", "b"], threshold: 2, keys: ["a": key.publicKey, "b": key.publicKey])
        #expect(throws: TUF.Refused.unsigned(role: "x", valid: 1, threshold: 2)) {
            try authority.check(envelope, role: "x")
        }
        envelope.sign(with: Workshop.key("root"), as: "b")
        let two = TUF.Authority(
            keyIDs: ["a", "b"], threshold: 2, keys: ["a": key.publicKey, "b": Workshop.key("root").publicKey])
        try two.check(envelope, role: "x")
        workshop.publish()
        try workshop.refresh()
    }

    @Test func `A key that root has but not for this role can't sign it`() throws {
        var workshop = try refreshed()
        workshop.keys["snapshot"] = [Workshop.key("timestamp")]
        workshop.publish()
        expectRefusal(workshop, .unsigned(role: "snapshot", valid: 0, threshold: 1), moves: ["timestamp"])
    }

    @Test func `A threshold above the number of keys can't be met`() throws {
        var workshop = try refreshed()
        workshop.setKeys([Workshop.key("targets")], threshold: 2, of: .targets)
        workshop.publishRoot()
        expectRefusal(workshop, .unsigned(role: "targets", valid: 1, threshold: 2), moves: ["root"])
    }

    @Test(arguments: [["new"], ["root"]])
    func `The next root needs the old keys and its own`(signers: [String]) throws {
        var workshop = try refreshed()
        workshop.setKeys([Workshop.key("new")], of: .root)
        workshop.keys["root"] = signers.map(Workshop.key)
        workshop.publishRoot()
        expectRefusal(workshop, .unsigned(role: "root", valid: 0, threshold: 1))
    }

    @Test func `A root that leaps over a version is refused`() throws {
        var workshop = try refreshed()
        workshop.repository.root.header.version = 3
        workshop.forge(workshop.repository.root, as: "2.root.json", by: workshop.keys["root"] ?? [])
        expectRefusal(workshop, .wrongVersion(role: "root", expected: 2, found: 3))
        workshop.files["2.root.json"] = workshop.files["1.root.json"]
        expectRefusal(workshop, .wrongVersion(role: "root", expected: 2, found: 1))
    }

    @Test func `An old root under a new name is a rollback`() throws {
        var workshop = Workshop()
        workshop.publishRoot()
        try workshop.refresh()
        workshop.files["3.root.json"] = workshop.files["1.root.json"]
        expectRefusal(workshop, .rollback(role: "root", trusted: 2, found: 1))
    }

    @Test func `A fresh timestamp over an old snapshot is refused`() throws {
        var workshop = Workshop()
        let old = workshop.repository
        workshop.publish("targets")
        try workshop.refresh()
        var timestamp = old.timestamp
        timestamp.header.version = 9
        workshop.forge(timestamp, as: "timestamp.json", by: workshop.keys["timestamp"] ?? [])
        expectRefusal(workshop, .rollback(role: "snapshot", trusted: 2, found: 1))
    }

    @Test func `A snapshot of another version than the timestamp's is refused`() throws {
        var workshop = try refreshed()
        var snapshot = workshop.repository.snapshot
        snapshot.header.version = 3
        var timestamp = workshop.repository.timestamp
        timestamp.header.version = 2
        timestamp.snapshot = TUF.MetaFile(version: 2)
        workshop.forge(snapshot, as: "2.snapshot.json", by: workshop.keys["snapshot"] ?? [])
        workshop.forge(timestamp, as: "timestamp.json", by: workshop.keys["timestamp"] ?? [])
        expectRefusal(workshop, .wrongVersion(role: "snapshot", expected: 2, found: 3), moves: ["timestamp"])
    }

    @Test func `A snapshot with other bytes than the timestamp's digest is refused`() throws {
        var workshop = try refreshed()
        workshop.publish()
        let signed = workshop.files["2.snapshot.json"] ?? []
        workshop.files["2.snapshot.json"] = signed.map { $0 == 0x22 ? 0x20 : $0 }
        expectRefusal(workshop, .wrongHash(name: "snapshot.json"), moves: ["timestamp"])
        workshop.files["2.snapshot.json"] = signed.dropLast()
        expectRefusal(
            workshop,
            .wrongLength(name: "snapshot.json", expected: Int64(signed.count), found: Int64(signed.count - 1))
        )
    }

    @Test func `Targets of another kind, version or age are refused`() throws {
        var workshop = try refreshed()
        let keys = workshop.keys["targets"] ?? []
        workshop.publish("targets")
        func serve(_ change: (inout TUF.Targets) -> Void) {
            var targets = workshop.repository.targets["targets"] ?? TUF.Targets(header: Workshop.header())
            change(&targets)
            workshop.forge(targets, as: "2.targets.json", by: keys)
            var snapshot = workshop.repository.snapshot
            snapshot.files["targets.json"] = TUF.MetaFile(version: 2)
            workshop.forge(snapshot, as: "2.snapshot.json", by: workshop.keys["snapshot"] ?? [])
            var timestamp = workshop.repository.timestamp
            timestamp.snapshot = TUF.MetaFile(version: 2)
            workshop.forge(timestamp, as: "timestamp.json", by: workshop.keys["timestamp"] ?? [])
        }
        serve { $0.header.version = 1 }
        expectRefusal(
            workshop, .wrongVersion(role: "targets", expected: 2, found: 1), moves: ["timestamp", "snapshot"])
        serve { $0.header.expires = Workshop.now }
        expectRefusal(workshop, .expired(role: "targets", at: Workshop.now))
        workshop.forge(workshop.repository.timestamp, as: "2.targets.json", by: keys)
        expectRefusal(workshop, .wrongType(expected: "targets", found: "timestamp"))
        serve { _ in }
        try workshop.refresh()
    }

    @Test func `Changing any one byte of a signed role is noticed`() throws {
        let workshop = Workshop()
        let bytes = workshop.files["1.root.json"] ?? []
        let original = try TUF.Envelope(reading: bytes)
        for at in bytes.indices {
            var changed = bytes
            changed[at] ^= 1
            guard let envelope = try? TUF.Envelope(reading: changed), envelope.signed != original.signed
            else { continue }
            #expect(throws: TUF.Refused.self) { try TUF.TrustedSet(root: changed, start: Workshop.now) }
        }
    }
}

struct TargetPatienceTests {
    @Test(
        arguments: [(0, 600), (4_000_000, 1600), (512 << 20, 21_600), (.max, 21_600)] as [(Int64, Int)]
    )
    func `A target that comes byte by byte is waited for by its length, and six hours at most`(
        length: Int64, seconds: Int
    ) throws {
        let start = ContinuousClock.now
        let patience = TUF.TargetPatience(try TUF.TargetName("objects/1"), length: length, from: start)
        try patience.check(at: start + .seconds(seconds - 1))
        #expect(throws: TUF.Refused.tooSlow(name: "objects/1")) {
            try patience.check(at: start + .seconds(seconds))
        }
    }
}
