import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

struct PublishObjectsTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `However many servers run, what would end is signed anew once`(engine: TestDatabase.Engine)
        async throws
    {
        try await withExampleStore(engine) { example in
            #expect(try example.timestamp().header.version == 1)
            example.office.clock.advance(TimeInterval(TUF.Publication.Lifetimes().timestamp / 2 + 1))
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        // Busy is an answer: another one does it.
                        _ = try? await example.publish(as: "server \(number)")
                    }
                }
            }
            #expect(try example.timestamp().header.version == 2)
            try await example.publish(as: "later")
            #expect(try example.timestamp().header.version == 2)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The timestamp names the ledger's head, and the ledger what was published`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withExampleStore(engine) { example in
            let mark = try #require(TUF.LedgerMark(in: try example.timestamp()))
            let head = try await example.office.office.pool.read { db in try db.ledgerHead() }
            #expect(mark.size == head?.sequence && mark.head == head?.hash)
            let rows = try await ListLedger().run(in: example.office.office, as: .commandLine)
            #expect(String(describing: rows).contains("PublishObjects"))
        }
    }

    @Test func `A server that died while publishing is waited for, and no longer than its lease`()
        async throws
    {
        try await withExampleStore(.sqlite) { example in
            example.office.clock.advance(TimeInterval(TUF.Publication.Lifetimes().timestamp / 2 + 1))
            let now = example.office.clock.now
            _ = try await example.office.office.pool.write { db in
                try db.takeLease("objects", for: "dead", at: now, until: now + 120)
            }
            await #expect(throws: ObjectsRefused.busy) { try await example.publish(as: "other") }
            example.office.clock.advance(121)
            try await example.publish(as: "other")
        }
    }

    @Test func `Where nothing is due, nothing is written: no file, no lease`() async throws {
        try await withExampleStore(.sqlite) { example in
            let now = example.office.clock.now
            // Whoever needed the lease would be turned away.
            _ = try await example.office.office.pool.write { db in
                try db.takeLease("objects", for: "another", at: now, until: now + 120)
            }
            #expect(try await example.publish(as: "idle") == [])
        }
    }

    @Test func `A refusal frees the store for the next`() async throws {
        try await withExampleStore(.sqlite) { example in
            var changes = ObjectChanges()
            changes.renditions = [[1, 2, 3]]
            await #expect(throws: ObjectsRefused.noRelease) {
                try await example.publish(changes, as: "a")
            }
            try await example.publish(as: "b")
        }
    }

    @Test func `A key that the root doesn't name signs nothing, and the refusal is not in the ledger`()
        async throws
    {
        try await withExampleStore(.sqlite) { example in
            let before = try await example.office.office.pool.read { db in try db.ledgerHead() }
            let stranger = SigningKey(seed: SHA256.digest("stranger"))
            var changes = ObjectChanges()
            changes.renditions = [[1]]
            for one in [changes, ObjectChanges()] {
                await #expect(throws: ObjectsRefused.self) {
                    try await PublishObjects(one, into: example.store, key: stranger, as: "x").run(
                        in: example.office.office, as: .commandLine)
                }
            }
            #expect(try example.timestamp().header.version == 1)
            #expect(try await example.office.office.pool.read { db in try db.ledgerHead() } == before)
        }
    }

    @Test func `Only the server itself publishes`() async throws {
        try await withExampleStore(.sqlite) { example in
            for actor in [example.office.actor(.administrator), example.office.actor(.planner), .nobody] {
                await #expect(throws: AccessRefused.notAllowed) {
                    try await PublishObjects(into: example.store, key: ExampleStore.server, as: "x").run(
                        in: example.office.office, as: actor)
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
