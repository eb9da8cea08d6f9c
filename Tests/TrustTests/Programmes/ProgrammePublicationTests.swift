import Testing

@testable import Trust

/// Programmes are a role of their own in the store, with a key of its own.
struct ProgrammePublicationTests {
    private static let own = Workshop.key("programmes")

    private let name: TUF.TargetName
    private let file = TUF.TargetFile(of: ProgrammeTests.programme().payload)

    init() throws {
        name = try TUF.TargetName(ProgrammeTests.programme().name)
    }

    /// A store whose targets give programmes that key.
    private func begun(_ key: SigningKey) throws -> ServedStore {
        try ServedStore.begun(programmesKey: key)
    }

    private func find(_ name: TUF.TargetName, in store: ServedStore) throws -> TUF.TargetFile {
        var updater = try store.updater()
        return try updater.find(name.text)
    }

    @Test func `A programme is found by whoever follows the root`() throws {
        var store = try begun(Self.own)
        let written = try store.publish { try $0.add(name, file) }
        #expect(written.count == 3)
        #expect(try find(name, in: store) == file)
        var known: TUF.TargetFile?
        try store.publish { known = try $0.target(name) }
        #expect(known == file)
    }

    @Test func `Nobody orders where targets didn't say so, or with another key`() throws {
        var store = try ServedStore.begun()
        #expect(throws: TUF.Refused.notDelegated("programmes")) {
            try store.publish { try $0.add(name, file) }
        }
        store = try begun(Self.own)
        store.programmesKey = nil
        #expect(throws: TUF.Refused.notDelegated("programmes")) {
            try store.publish { try $0.add(name, file) }
        }
    }

    @Test func `The key of programmes vouches for no object, and that of objects for no programme`() throws {
        for (forged, thief) in [("objects", Self.own), ("programmes", ServedStore.server)] {
            var store = try begun(Self.own)
            let bins = TUF.HashBins(
                keys: TUF.RoleKeys(keyIDs: [thief.publicKey.keyID], threshold: 1), bitLength: 4,
                namePrefix: ExactText(forged))
            let list = TUF.Targets(
                header: {
                    var header = Workshop.header(); header.version = 2; return header
                }(),
                delegations: TUF.Delegations(keys: [thief.publicKey], roles: .bins(bins)))
            // Snapshot and timestamp are the thief's too: they name whatever he likes.
            let bytes = store.signed(list, thief)
            store.files["2.\(forged).json"] = bytes
            try store.republish(ExactText(forged), version: 2, bytes)
            let target = forged == "objects" ? try TUF.TargetName("objects/1") : name
            #expect(throws: TUF.Refused.unsigned(role: ExactText(forged), valid: 0, threshold: 1)) {
                try find(target, in: store)
            }
        }
    }

    @Test func `Programmes get another key when people give them one, and keep what they order`() throws {
        var store = try begun(ServedStore.server)
        try store.publish { try $0.add(name, file) }
        store.programmesKey = Self.own
        let targets = store.targets(version: 2)
        let written = try store.publish { try $0.take(targets: targets) }
        #expect(written.contains("2.programmes.json") && !written.contains("2.objects.json"))
        #expect(try find(name, in: store) == file)
        #expect(try store.publish() == [])
    }

    @Test func `Older metadata of programmes under a new snapshot is refused`() throws {
        var store = try begun(Self.own)
        let memory = MemoryStore()
        try store.publish { try $0.add(name, file) }
        var updater = try store.updater(store: memory)
        _ = try updater.find(name.text)
        let bin = TUF.HashBins(
            keys: TUF.RoleKeys(keyIDs: [], threshold: 1), bitLength: 4, namePrefix: "programmes"
        ).bin(for: name.text)
        let old = try #require(store.files["1.\(bin).json"])
        try store.republish(bin, version: 1, old)
        #expect(throws: TUF.Refused.rollback(role: ExactText("\(bin).json"), trusted: 2, found: 1)) {
            var updater = try store.updater(store: memory)
            _ = try updater.find(name.text)
        }
    }
}

extension ServedStore {
    /// A thief with the keys of snapshot and timestamp names other metadata of a role.
    mutating func republish(_ role: ExactText, version: Int64, _ bytes: [UInt8]) throws {
        let old = try TUF.Envelope(reading: files["timestamp.json"] ?? []).read(as: TUF.Timestamp.self)
        let number = old.snapshot.version
        var snapshot = try TUF.Envelope(reading: files["\(number).snapshot.json"] ?? []).read(
            as: TUF.Snapshot.self)
        snapshot.header.version = number + 1
        snapshot.files[ExactText("\(role).json")] = TUF.MetaFile(version: version, of: bytes)
        let signedSnapshot = signed(snapshot, Self.server)
        files["\(number + 1).snapshot.json"] = signedSnapshot
        var timestamp = old
        timestamp.header.version += 1
        timestamp.snapshot = TUF.MetaFile(version: number + 1, of: signedSnapshot)
        files["timestamp.json"] = signed(timestamp, Self.server)
    }
}
