import Testing

@testable import Trust

struct RootEditTests {
    private static let now = Workshop.now

    private func key(_ name: String) -> PublicKey { Workshop.key(name).publicKey }

    private func edit(_ added: [(TUF.TopRole, String)], dropped: [(TUF.TopRole, String)] = []) -> TUF.RootEdit
    {
        var edit = TUF.RootEdit(expires: Workshop.later)
        edit.added = added.map { .init(role: $0.0, key: key($0.1)) }
        edit.dropped = dropped.map { .init(role: $0.0, key: key($0.1)) }
        return edit
    }

    private func first() throws -> TUF.Root {
        try edit([
            (.root, "a"), (.root, "b"), (.root, "c"), (.targets, "a"), (.targets, "b"), (.snapshot, "s"),
            (.timestamp, "s"),
        ]).root(after: nil, now: Self.now)
    }

    @Test func `The first root has version 1 and asks two of the offline keys to sign`() throws {
        let root = try first()
        #expect(root.header.version == 1)
        #expect(
            TUF.TopRole.allCases.map { root.authority(of: $0).threshold } == [2, 1, 1, 2])
        #expect(root.authority(of: .root).keyIDs.count == 3)
    }

    @Test func `A later root keeps what wasn't edited`() throws {
        let root = try first()
        var edit = edit([(.root, "d")], dropped: [(.root, "a")])
        edit.thresholds = [.root: 3]
        let next = try edit.root(after: root, now: Self.now)
        #expect(next.header.version == 2)
        #expect(next.authority(of: .root).keyIDs.sorted() == ["b", "c", "d"].map { key($0).keyID }.sorted())
        #expect(next.authority(of: .root).threshold == 3)
        #expect(next.authority(of: .targets) == root.authority(of: .targets))
    }

    @Test func `No role is left that nobody can sign for`() throws {
        let root = try first()
        #expect(throws: TUF.RootEditRefused.tooFewKeys(role: .targets, keys: 1, threshold: 2)) {
            try edit([], dropped: [(.targets, "a")]).root(after: root, now: Self.now)
        }
        #expect(throws: TUF.RootEditRefused.tooFewKeys(role: .root, keys: 0, threshold: 2)) {
            try edit([(.targets, "a")]).root(after: nil, now: Self.now)
        }
    }

    @Test func `A key is added once, and only dropped from where it is`() throws {
        let root = try first()
        #expect(throws: TUF.RootEditRefused.alreadyThere(role: .root, keyID: key("a").keyID)) {
            try edit([(.root, "a")]).root(after: root, now: Self.now)
        }
        #expect(throws: TUF.RootEditRefused.notThere(role: .targets, keyID: key("c").keyID)) {
            try edit([], dropped: [(.targets, "c")]).root(after: root, now: Self.now)
        }
        // The same key with a name beside it is the same key.
        var twice = edit([])
        twice.added = [.init(role: .root, key: key("a").held(by: "Another"))]
        #expect(throws: TUF.RootEditRefused.self) { try twice.root(after: root, now: Self.now) }
    }

    @Test func `The server's keys are never those of persons`() throws {
        let root = try first()
        #expect(throws: TUF.RootEditRefused.onlineAndOffline(keyID: key("a").keyID)) {
            try edit([(.timestamp, "a")]).root(after: root, now: Self.now)
        }
        #expect(throws: TUF.RootEditRefused.onlineAndOffline(keyID: key("s").keyID)) {
            try edit([(.root, "s")]).root(after: root, now: Self.now)
        }
    }

    @Test func `A root that has ended already is not drawn up`() {
        #expect(throws: TUF.RootEditRefused.expiresTooEarly(Self.now)) {
            try TUF.RootEdit(expires: Self.now).root(after: nil, now: Self.now)
        }
    }

    @Test func `A holder's name beside a key is told when it changes, and so is every other unknown field`()
        throws
    {
        let root = try first()
        var edit = edit([(.targets, "d")])
        edit.added.append(.init(role: .targets, key: key("c").held(by: "Châu")))
        let next = try edit.root(after: root, now: Self.now)
        // "c" was in root without a name; the new entry replaces its text everywhere.
        #expect(TUF.RootChange.all(from: root, to: next).contains(.keyFields(keyID: key("c").keyID)))
        #expect(next.keys[key("c").keyID]?.holder == "Châu")
        #expect(key("c").held(by: "Châu").keyID == key("c").keyID)
    }
}
