import Domain
import Foundation
import Locks
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

struct CollectObjectsTests {
    private static let day: TimeInterval = 86_400

    private func collect(
        _ example: ExampleStore, _ mode: CollectObjects.Mode = .now, as holder: String = "collector",
        from store: ObjectStore? = nil
    ) async throws -> [String] {
        try await CollectObjects(from: store ?? example.store, as: holder, mode).run(
            in: example.office.office, as: .commandLine
        ).map(\.name.text)
    }

    /// An object that a publication wrote which died before it named it.
    private func leave(_ name: String, in example: ExampleStore) throws {
        let name = try #require(ObjectName(name, in: .objects))
        try example.store.storage.write([1, 2, 3], as: name)
    }

    /// Snapshots of weeks ago, and an object that nobody names.
    private func age(_ example: ExampleStore) async throws {
        try leave("orphan", in: example)
        example.office.clock.advance(4 * Self.day)
        try await example.publish(as: "renewer")
        example.office.clock.advance(4.5 * Self.day)
        try await example.publish(as: "renewer")
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `What nobody is led to goes, once, and the ledger tells it`(engine: TestDatabase.Engine) async throws
    {
        try await withExampleStore(engine, isNow: true) { example in
            try await age(example)
            let before = try example.names(.metadata)
            #expect(try await collect(example, .trial) == ["1.snapshot.json", "orphan"])
            #expect(try example.names(.metadata) == before && example.names(.objects) == ["orphan"])
            let counted = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<6 {
                    group.addTask {
                        do { return try await collect(example, .daily, as: "server \(number)").count } catch {
                            // Busy is an answer: another one does it.
                            guard case ObjectsRefused.busy = error else { throw error }
                            return 0
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(counted == 2)
            #expect(try example.names(.metadata) == before.subtracting(["1.snapshot.json"]))
            #expect(try example.names(.objects) == [])
            let rows = try await ListLedger().run(in: example.office.office, as: .commandLine)
            #expect(String(describing: rows).contains("CollectObjects"))
        }
    }

    @Test func `By itself it is done once a day`() async throws {
        try await withExampleStore(.sqlite, isNow: true) { example in
            try await age(example)
            #expect(try await collect(example, .daily).count == 2)
            try leave("another", in: example)
            example.office.clock.advance(Self.day - 60)
            #expect(try await collect(example, .daily, as: "other") == [])
            example.office.clock.advance(120)
            try await example.publish(as: "renewer")
            #expect(try await collect(example, .daily, as: "other").contains("another"))
        }
    }

    @Test func `What was written within a day stays, for it may be about to be named`() async throws {
        try await withExampleStore(.sqlite, isNow: true) { example in
            try leave("orphan", in: example)
            example.office.clock.advance(CollectObjects.graceSeconds - 60)
            #expect(try await collect(example) == [])
            example.office.clock.advance(120)
            #expect(try await collect(example) == ["orphan"])
        }
    }

    @Test func `Nothing goes while another server writes, or after it has published`() async throws {
        try await withExampleStore(.sqlite, isNow: true) { example in
            try await age(example)
            try await ObjectLease.hold(as: "publisher", in: example.office.office)
            await #expect(throws: ObjectsRefused.busy) { try await collect(example) }
            try await ObjectLease.drop(as: "publisher", in: example.office.office)
            // One whose lease ended publishes between looking and deleting.
            let late = ObjectStore(
                MeddledStorage(inner: example.store.storage) {
                    let path = "\(example.folder)/metadata/timestamp.json"
                    var bytes = try Data(contentsOf: URL(filePath: path))
                    bytes.append(0x0A)
                    try bytes.write(to: URL(filePath: path))
                })
            #expect(try await collect(example, from: late) == [])
            #expect(try example.names(.objects) == ["orphan"])
        }
    }

    @Test func `One that dies half-way has only done less`() async throws {
        try await withExampleStore(.sqlite, isNow: true) { example in
            for number in 0..<20 { try leave("orphan-\(number)", in: example) }
            try await age(example)
            let dying = ObjectStore(MeddledStorage(inner: example.store.storage, removals: 5))
            await #expect(throws: MeddledStorage.Dead.self) { try await collect(example, from: dying) }
            #expect(try example.names(.objects).count == 17)
            // The store can be read and written to, the lease is free, and the rest goes the next time.
            try await example.publish(as: "renewer")
            #expect(try await collect(example).count == 17)
            #expect(try example.names(.objects) == [])
        }
    }

    @Test func `Only the server itself collects`() async throws {
        try await withExampleStore(.sqlite) { example in
            for actor in [example.office.actor(.administrator), example.office.actor(.planner), .nobody] {
                await #expect(throws: AccessRefused.notAllowed) {
                    try await CollectObjects(from: example.store, as: "x", .now).run(
                        in: example.office.office, as: actor)
                }
            }
        }
    }

    @Test func `A store that was never begun holds nothing to delete`() async throws {
        try await withExampleStore(.sqlite) { example in
            let empty = ObjectStore(ObjectFolder("\(example.folder)-empty"))
            let gone = try await collect(example, from: empty)
            #expect(gone == [])
        }
    }
}

/// A storage that somebody else writes to, or that dies.
private struct MeddledStorage: ObjectStorage {
    struct Dead: Error {}

    let inner: any ObjectStorage
    var meddle: @Sendable () throws -> Void = {}
    private let left: Countdown

    init(inner: any ObjectStorage, removals: Int = .max, meddle: @escaping @Sendable () throws -> Void = {}) {
        self.inner = inner
        self.meddle = meddle
        left = Countdown(removals)
    }

    var description: String { inner.description }

    func read(_ name: ObjectName, limit: Int) throws -> [UInt8]? { try inner.read(name, limit: limit) }
    func write(_ bytes: [UInt8], as name: ObjectName) throws { try inner.write(bytes, as: name) }

    func remove(_ name: ObjectName) throws {
        guard left.next() else { throw Dead() }
        try inner.remove(name)
    }

    func list(_ part: ObjectName.Part, prefix: String) throws -> [ListedObject] {
        if part == .objects { try meddle() }
        return try inner.list(part, prefix: prefix)
    }

    func changing<Result>(_ body: () throws -> Result) throws -> Result { try inner.changing(body) }
    func open(_ name: ObjectName) async throws -> StoredObject? { try await inner.open(name) }
}

private final class Countdown: Sendable {
    private let left: Locked<Int>

    init(_ count: Int) { left = Locked(count) }

    func next() -> Bool {
        left.withLock { left in
            left -= 1
            return left >= 0
        }
    }
}
