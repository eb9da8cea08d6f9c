import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

struct PublishObjectsTests {
    private static let people = SigningKey(seed: SHA256.digest("people"))
    private static let server = SigningKey(seed: SHA256.digest("server"))

    private static func signed(_ role: some TUF.Role) -> [UInt8] {
        var envelope = TUF.Envelope(signing: role)
        envelope.sign(with: people)
        return envelope.bytes
    }

    /// A root and targets that people signed, good for ten years.
    private static func beginning(at now: Date) -> ObjectChanges {
        let expires = TUF.Instant(secondsSince1970: Int64(now.timeIntervalSince1970) + 3650 * 86_400)
        var root = TUF.Root(header: TUF.Header(expires: expires))
        for role in TUF.TopRole.allCases {
            let key = [.root, .targets].contains(role) ? people : server
            root.setKeys([key.publicKey], threshold: 1, of: role)
        }
        var header = TUF.Header(expires: expires)
        header.custom[ReleasePolicy.field] = ReleasePolicy(approvers: []).json
        var changes = ObjectChanges()
        changes.roots = [signed(root)]
        changes.targets = signed(TUF.Targets(header: header))
        return changes
    }

    private func withStore(
        _ engine: TestDatabase.Engine, _ body: (ExampleOffice, ObjectStore) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await withOffice(engine) { example in
            let store = ObjectStore(ObjectFolder(folder))
            _ = try await publish(Self.beginning(at: example.clock.now), store, "first", example)
            try await body(example, store)
        }
    }

    private let nothing = ObjectChanges()

    @discardableResult
    private func publish(
        _ changes: ObjectChanges, _ store: ObjectStore, _ holder: String,
        _ example: ExampleOffice
    ) async throws -> [String] {
        try await PublishObjects(changes, into: store, key: Self.server, as: holder).run(
            in: example.office, as: .commandLine)
    }

    private func timestamp(_ store: ObjectStore) throws -> TUF.Timestamp {
        try TUF.Envelope(reading: try #require(try store.metadata("timestamp.json"))).read(
            as: TUF.Timestamp.self)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `However many servers run, what would end is signed anew once`(engine: TestDatabase.Engine)
        async throws
    {
        try await withStore(engine) { example, store in
            #expect(try timestamp(store).header.version == 1)
            example.clock.advance(TimeInterval(TUF.Publication.Lifetimes().timestamp / 2 + 1))
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        // Busy is an answer: another one does it.
                        _ = try? await publish(nothing, store, "server \(number)", example)
                    }
                }
            }
            #expect(try timestamp(store).header.version == 2)
            try await publish(nothing, store, "later", example)
            #expect(try timestamp(store).header.version == 2)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The timestamp names the ledger's head, and the ledger what was published`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withStore(engine) { example, store in
            let mark = try #require(TUF.LedgerMark(in: try timestamp(store)))
            let head = try await example.office.pool.read { db in try db.ledgerHead() }
            #expect(mark.size == head?.sequence && mark.head == head?.hash)
            let rows = try await ListLedger().run(in: example.office, as: .commandLine)
            #expect(String(describing: rows).contains("PublishObjects"))
        }
    }

    @Test func `A server that died while publishing is waited for, and no longer than its lease`()
        async throws
    {
        try await withStore(.sqlite) { example, store in
            let now = example.clock.now
            _ = try await example.office.pool.write { db in
                try db.takeLease("objects", for: "dead", at: now, until: now + 120)
            }
            await #expect(throws: ObjectsRefused.busy) { try await publish(nothing, store, "other", example) }
            example.clock.advance(121)
            try await publish(nothing, store, "other", example)
        }
    }

    @Test func `A refusal frees the store for the next`() async throws {
        try await withStore(.sqlite) { example, store in
            var changes = ObjectChanges()
            changes.renditions = [[1, 2, 3]]
            await #expect(throws: ObjectsRefused.noRelease) {
                try await publish(changes, store, "a", example)
            }
            try await publish(nothing, store, "b", example)
        }
    }

    @Test func `A key that the root doesn't name signs nothing, and the refusal is not in the ledger`()
        async throws
    {
        try await withStore(.sqlite) { example, store in
            let before = try await example.office.pool.read { db in try db.ledgerHead() }
            let stranger = SigningKey(seed: SHA256.digest("stranger"))
            var changes = ObjectChanges()
            changes.renditions = [[1]]
            for one in [changes, nothing] {
                await #expect(throws: ObjectsRefused.self) {
                    try await PublishObjects(one, into: store, key: stranger, as: "x").run(
                        in: example.office, as: .commandLine)
                }
            }
            #expect(try timestamp(store).header.version == 1)
            #expect(try await example.office.pool.read { db in try db.ledgerHead() } == before)
        }
    }

    @Test func `Only the server itself publishes`() async throws {
        try await withStore(.sqlite) { example, store in
            for actor in [example.actor(.administrator), example.actor(.planner), .nobody] {
                await #expect(throws: AccessRefused.notAllowed) {
                    try await PublishObjects(into: store, key: Self.server, as: "x").run(
                        in: example.office, as: actor)
                }
            }
        }
    }

    @Test(arguments: [
        "", ".lock", "..", "a/b", "a\\b", "a b", "a\u{0}", "ă", String(repeating: "a", count: 201),
    ])
    func `No name leads out of the store`(name: String) {
        #expect(ObjectName(name, in: .metadata) == nil)
    }
}
