import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

/// Somebody has written to the disk or the bucket, or to the database, behind the server's back.
struct ChangedStoreTests {
    private static let newServer = SigningKey(seed: SHA256.digest("another server"))

    /// Time goes on so far that the timestamp is due.
    private func wait(_ example: ExampleStore) {
        example.office.clock.advance(TimeInterval(TUF.Publication.Lifetimes().timestamp / 2 + 1))
    }

    private func refusal(_ body: () async throws -> Void) async -> ObjectsRefused? {
        do {
            try await body()
            return nil
        } catch {
            return error as? ObjectsRefused
        }
    }

    private func isChanged(_ refusal: ObjectsRefused?) -> Bool {
        if case .changed = refusal { true } else { false }
    }

    @Test func `A timestamp whose number was driven up without a key is not signed on`() async throws {
        try await withExampleStore(.sqlite) { example in
            let text = String(decoding: try #require(example.metadata()["timestamp.json"]), as: UTF8.self)
            let changed = text.replacing("\"version\":1}", with: "\"version\":9223372036854775806}")
            #expect(changed != text)
            try example.put(changed.utf8, as: "timestamp.json")
            for _ in 0..<2 {
                wait(example)
                await #expect(throws: TUF.Refused.self) { try await example.publish() }
            }
            #expect(try example.metadata()["timestamp.json"] == Data(changed.utf8))
            // What is put back is taken as it was.
            try example.put(text.utf8, as: "timestamp.json")
            #expect(try await example.publish() == ["timestamp.json"])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A store that was put back to what it was is not signed on`(engine: TestDatabase.Engine) async throws
    {
        try await withExampleStore(engine) { example in
            let old = try example.metadata()
            wait(example)
            try await example.publish()
            for (name, bytes) in old { try example.put(bytes, as: name) }
            #expect(isChanged(await refusal { try await example.publish() }))
            // Where nothing newer is left, versions begin anew under another key, and players forget the old ones.
            let now = example.office.clock.now
            var changes = ObjectChanges()
            changes.roots = [ExampleStore.root(at: now, version: 2, server: Self.newServer)]
            changes.targets = ExampleStore.targets(at: now, version: 2, server: Self.newServer)
            #expect(try await example.publish(changes, with: Self.newServer).contains("2.targets.json"))
            #expect(try await example.publish(with: Self.newServer) == [])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A store without its timestamp doesn't begin anew`(engine: TestDatabase.Engine) async throws {
        try await withExampleStore(engine) { example in
            try FileManager.default.removeItem(atPath: "\(example.folder)/metadata/timestamp.json")
            let now = example.office.clock.now
            var changes = ObjectChanges()
            changes.targets = ExampleStore.targets(at: now, version: 2)
            #expect(isChanged(await refusal { try await example.publish(changes) }))
            // A root for another reason gives the server no other key.
            changes.roots = [ExampleStore.root(at: now, version: 2)]
            #expect(isChanged(await refusal { try await example.publish(changes) }))
            changes.roots = [ExampleStore.root(at: now, version: 2, server: Self.newServer)]
            changes.targets = ExampleStore.targets(at: now, version: 2, server: Self.newServer)
            #expect(
                try await example.publish(changes, with: Self.newServer).contains("timestamp.json"))
        }
    }

    @Test func `A store that was put back is known by whatever path it is named`() async throws {
        try await withExampleStore(.sqlite) { example in
            let old = try example.metadata()
            wait(example)
            try await example.publish()
            for (name, bytes) in old { try example.put(bytes, as: name) }
            let link = "\(example.folder).link"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: example.folder)
            defer { try? FileManager.default.removeItem(atPath: link) }
            for path in ["\(example.folder)/", "\(example.folder)/.", link] {
                let store = ObjectStore(ObjectFolder(path))
                let publish = PublishObjects(into: store, key: ExampleStore.server, as: "server")
                #expect(
                    isChanged(
                        await refusal {
                            _ = try await publish.run(in: example.office.office, as: .commandLine)
                        }))
            }
        }
    }

    @Test func `What the old key signs after a new root is not believed`() async throws {
        try await withExampleStore(.sqlite) { example in
            let now = example.office.clock.now
            let old = try #require(example.metadata()["timestamp.json"])
            var changes = ObjectChanges()
            changes.roots = [ExampleStore.root(at: now, version: 2, server: Self.newServer)]
            changes.targets = ExampleStore.targets(at: now, version: 2, server: Self.newServer)
            try await example.publish(changes, with: Self.newServer)
            try example.put(old, as: "timestamp.json")
            await #expect(throws: TUF.Refused.self) { try await example.publish(with: Self.newServer) }
        }
    }

    @Test func `A root that names the server and was signed by nobody we know is not taken for the store's`()
        async throws
    {
        try await withExampleStore(.sqlite) { example in
            let thief = SigningKey(seed: SHA256.digest("thief"))
            let now = example.office.clock.now
            try example.put(ExampleStore.root(at: now, people: thief), as: "1.root.json")
            wait(example)
            #expect(isChanged(await refusal { try await example.publish() }))
            try example.put(ExampleStore.root(at: now - 100, version: 2, people: thief), as: "2.root.json")
            #expect(isChanged(await refusal { try await example.publish() }))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A mark is signed only by a ledger that holds the one before`(engine: TestDatabase.Engine)
        async throws
    {
        try await withExampleStore(engine) { example in
            let pool = example.office.office.pool
            let mark = try #require(TUF.LedgerMark(in: try example.timestamp()))
            _ = try await pool.write { db in
                try db.execute("DELETE FROM ledger WHERE sequence >= \(mark.size)")
            }
            wait(example)
            #expect(await refusal { try await example.publish() } == .ledgerLost(mark.printed))
            // Another history of the same length is no better.
            let now = example.office.clock.now
            _ = try await pool.write { db in
                try db.appendToLedger(
                    at: now, actor: nil, action: "PublishObjects", subjectKind: "objects", subjectID: "store",
                    detail: "{}")
            }
            #expect(await refusal { try await example.publish() } == .ledgerLost(mark.printed))
            #expect(try example.timestamp().header.version == 1)
            var changes = ObjectChanges()
            changes.lostLedger = TUF.LedgerMark(size: mark.size, head: SHA256.digest("another"))
            #expect(await refusal { try await example.publish(changes) } == .ledgerLost(mark.printed))
            // Whoever says that it is lost is written down.
            changes.lostLedger = mark
            #expect(try await example.publish(changes) == ["timestamp.json"])
            let rows = try await ListLedger().run(in: example.office.office, as: .commandLine)
            #expect(String(describing: rows).contains(mark.printed))
            wait(example)
            #expect(try await example.publish() == ["timestamp.json"])
        }
    }
}
