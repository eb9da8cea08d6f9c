package import Domain
package import Foundation
import SQL
import Store
import Trust

/// Deletes from the store what no unexpired metadata leads to (`TUF.Garbage`); the same for however many servers.
///
/// Nobody misses what it deletes, so one that dies half-way has only done less.
package struct CollectObjects: Operation {
    /// How long a file is left alone that nobody names: a publication writes objects before it names them, and a
    /// client may be in the middle of a file that has just been replaced.
    package static let graceSeconds: TimeInterval = 86_400

    package enum Mode: Sendable, Hashable {
        /// Only looks.
        case trial
        case now
        /// Does nothing when a server has done it within a day.
        case daily
    }

    /// Deletions between two looks at whether the store is still ours alone.
    private static let batch = 500

    private static let mark = "objects.collected"
    private static let dailySeconds: Int64 = 86_400

    private let store: ObjectStore
    private let holder: String
    private let mode: Mode

    /// - Parameter holder: names this process among the servers.
    package init(from store: ObjectStore, as holder: String, _ mode: Mode) {
        self.store = store
        self.holder = holder
        self.mode = mode
    }

    /// The files that went, or in a trial would go, in the order of their going.
    package func run(in office: Office, as actor: Actor) async throws -> [ListedObject] {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        if mode == .trial { return try await garbage(office.now()).files }
        if mode == .daily, try await !isDue(in: office) { return [] }
        try await ObjectLease.hold(as: holder, in: office)
        do {
            let gone = try await collect(in: office, as: actor)
            try await ObjectLease.drop(as: holder, in: office)
            return gone
        } catch {
            try await ObjectLease.drop(as: holder, in: office)
            throw error
        }
    }

    private func collect(in office: Office, as actor: Actor) async throws -> [ListedObject] {
        // Another server may have done it while this one waited for the lease.
        if mode == .daily, try await !isDue(in: office) { return [] }
        // Before the work: where it fails, it is tried again the next day and not each minute.
        try await note(in: office)
        let gone = try await delete(try await garbage(office.now()), in: office)
        if !gone.isEmpty { try await record(gone, by: actor, in: office) }
        return gone
    }

    private func isDue(in office: Office) async throws -> Bool {
        let now = TUF.Instant(office.now()).secondsSince1970
        let last = try await office.pool.read { db in try db.workMark(Self.mark) }
        // A day ahead of now was noted by a clock that went wrong.
        return last.map { !(0..<Self.dailySeconds).contains(now - $0) } ?? true
    }

    private func note(in office: Office) async throws {
        let now = TUF.Instant(office.now()).secondsSince1970
        try await office.pool.write { db in try db.setWorkMark(Self.mark, now) }
    }

    /// What may go, and the timestamp that was there when it was looked for.
    private func garbage(_ now: Date) async throws -> (files: [ListedObject], timestamp: [UInt8]?) {
        try await ObjectStore.waiting { [store] in
            // A store without a timestamp was never begun.
            guard let timestamp = try store.metadata("timestamp.json") else { return ([], nil) }
            let metadata = try store.storage.list(.metadata, prefix: "")
            let garbage = try TUF.Garbage(
                metadata: metadata.lazy.map(\.name.text), now: TUF.Instant(now), load: store.metadata)
            let isOld = { (file: ListedObject) in file.writtenAt < now - Self.graceSeconds }
            let targets = try ObjectName.Part.allCases.filter { $0 != .metadata }
                .flatMap { try store.storage.list($0, prefix: "") }.filter(isOld)
            let unnamed = try garbage.targets(among: targets.lazy.map(Self.path(of:)))
            let unled = Set(garbage.metadata)
            // Metadata first: what names an object is never there without it.
            return (
                metadata.filter { unled.contains($0.name.text) && isOld($0) }
                    + targets.filter { unnamed.contains(Self.path(of: $0)) },
                timestamp
            )
        }
    }

    /// As metadata names it: below the address of targets.
    private static func path(of file: ListedObject) -> String {
        String(file.name.path.dropFirst("targets/".count))
    }

    private func delete(
        _ found: (files: [ListedObject], timestamp: [UInt8]?), in office: Office
    ) async throws -> [ListedObject] {
        var gone: [ListedObject] = []
        while gone.count < found.files.count {
            try await ObjectLease.hold(as: holder, in: office)
            let batch = Array(found.files[gone.count...].prefix(Self.batch))
            let isDone = try await store.changing { [store] in
                // Somebody published meanwhile: what was garbage may be named again.
                guard try store.metadata("timestamp.json") == found.timestamp else { return false }
                for file in batch { try store.storage.remove(file.name) }
                return true
            }
            guard isDone else { break }
            gone += batch
        }
        return gone
    }

    private func record(_ gone: [ListedObject], by actor: Actor, in office: Office) async throws {
        let now = office.now()
        try await office.pool.write { db in
            try Office.record(
                "CollectObjects", "objects", "store",
                [
                    "metadata": String(gone.count { $0.name.part == .metadata }),
                    "objects": String(gone.count { $0.name.part != .metadata }),
                ], by: actor, at: now, in: db)
        }
    }
}
