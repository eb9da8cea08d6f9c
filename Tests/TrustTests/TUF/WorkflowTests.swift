import Testing

@testable import Trust

struct WorkflowTests {
    @Test(arguments: [true, false])
    func `A first refresh stores the four roles in order, byte for byte`(isConsistent: Bool) throws {
        let workshop = Workshop(isConsistent: isConsistent)
        try workshop.refresh()
        #expect(workshop.store.log == ["timestamp", "snapshot", "targets"])
        #expect(
            workshop.store.files["snapshot"]
                == workshop.files[isConsistent ? "1.snapshot.json" : "snapshot.json"])
    }

    @Test func `Every verified root is stored before the next is asked for`() throws {
        var workshop = Workshop()
        for number in 0..<3 {
            let old = workshop.keys["root"] ?? []
            workshop.setKeys([Workshop.key("root \(number)")], of: .root)
            workshop.publishRoot(extra: old)
        }
        workshop.files["3.root.json"]?.removeLast()
        #expect(workshop.refusal() != nil)
        #expect(workshop.store.log == ["root"])
        #expect(workshop.store.files["root"] == workshop.files["2.root.json"])
    }

    @Test func `A client without a root trusts nothing`() {
        let workshop = Workshop()
        workshop.store.files = [:]
        #expect(workshop.refusal() == .noTrustedRoot)
    }

    @Test func `Expiry is judged against the instant at which the refresh began`() throws {
        let workshop = Workshop()
        try workshop.refresh(at: Workshop.later.adding(seconds: -1))
        #expect(workshop.refusal(at: Workshop.later) == .expired(role: "root", at: Workshop.later))
    }

    @Test func `An expired stored timestamp still guards against rollback`() throws {
        var workshop = Workshop()
        workshop.repository.root.header.expires = Workshop.later.adding(seconds: 86_400)
        workshop.publishRoot()
        let first = workshop.files["timestamp.json"]
        workshop.publish()
        try workshop.refresh()
        workshop.files["timestamp.json"] = first
        #expect(workshop.refusal(at: Workshop.later) == .rollback(role: "timestamp", trusted: 2, found: 1))
    }

    @Test func `The same timestamp again is judged by its age`() throws {
        var workshop = Workshop()
        workshop.repository.root.header.expires = Workshop.later.adding(seconds: 86_400)
        workshop.publishRoot()
        try workshop.refresh()
        #expect(workshop.refusal(at: Workshop.later) == .expired(role: "timestamp", at: Workshop.later))
    }

    @Test func `Roots beyond the bound are left for the next refresh`() throws {
        var workshop = Workshop()
        for _ in 0..<5 { workshop.publishRoot() }
        var limits = TUF.Limits()
        limits.rootRotations = 3
        try workshop.refresh(limits: limits)
        #expect(try workshop.updater().trusted.root.header.version == 4)
        try workshop.refresh(limits: limits)
        #expect(try workshop.updater().trusted.root.header.version == 6)
    }

    @Test(arguments: ["2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json"])
    func `Metadata beyond their bound are refused before they are read`(path: String) {
        var workshop = Workshop()
        workshop.files[path] = [UInt8](repeating: 0x20, count: 6_000_000)
        let refusal = workshop.refusal()
        guard case .tooLong(let name, _)? = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(name == path)
        #expect(
            !workshop.store.log.contains(path.split(separator: ".").dropLast().last.map(String.init) ?? ""))
    }

    @Test func `A length that a snapshot's signer makes huge is refused unasked`() throws {
        var workshop = Workshop()
        var timestamp = workshop.repository.timestamp
        timestamp.snapshot.length = 1 << 40
        workshop.forge(timestamp, as: "timestamp.json", by: workshop.keys["timestamp"] ?? [])
        #expect(workshop.refusal() == .tooLong(name: "1.snapshot.json", limit: TUF.Limits().listedBytes))
    }

    @Test func `A stored snapshot of another digest than the timestamp's is replaced`() throws {
        var workshop = Workshop()
        try workshop.refresh()
        var other = workshop.repository.snapshot
        other.header.expires = Workshop.later.adding(seconds: -5)
        let right = workshop.store.files["snapshot"]
        workshop.forge(other, as: "other", by: workshop.keys["snapshot"] ?? [])
        workshop.store.files["snapshot"] = workshop.files["other"]
        try workshop.refresh()
        #expect(workshop.store.files["snapshot"] == right)
    }
}

struct RevocationTests {
    /// A thief of the timestamp key drives the version up; then root takes the key away.
    @Test(arguments: [TUF.TopRole.timestamp, .snapshot])
    func `A revoked key frees the client of the version numbers it signed`(role: TUF.TopRole) throws {
        var workshop = Workshop()
        workshop.setKeys([Workshop.key("good"), Workshop.key("stolen")], of: role)
        workshop.publishRoot()
        workshop.publish()
        let honest = workshop.repository
        for _ in 0..<50 { workshop.publish() }
        try workshop.refresh()
        workshop.repository = honest
        workshop.setKeys([Workshop.key("good")], of: role)
        workshop.publishRoot()
        workshop.publish()
        workshop.store.log = []
        try workshop.refresh()
        #expect(workshop.store.log.prefix(3) == ["-timestamp", "-snapshot", "root"])
        #expect(
            try TUF.Envelope(reading: workshop.store.files["timestamp"] ?? []).read(as: TUF.Timestamp.self)
                .header.version == 3)
    }

    @Test func `A key that is only added leaves the guard against rollback in place`() throws {
        var workshop = Workshop()
        let first = workshop.files["timestamp.json"]
        workshop.publish()
        try workshop.refresh()
        workshop.setKeys([Workshop.key("timestamp"), Workshop.key("second")], of: .timestamp)
        workshop.publishRoot()
        workshop.files["timestamp.json"] = first
        #expect(workshop.refusal() == .rollback(role: "timestamp", trusted: 2, found: 1))
    }
}
