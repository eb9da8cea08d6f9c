package import Domain
import Foundation
import SQL
import Store
package import Trust

/// Puts changes into the store, or nothing but freshness; the same for however many servers.
///
/// Readers find the old store or the new one at every instant.
package struct PublishObjects: Operation {
    private let store: ObjectStore
    private let key: SigningKey
    private let changes: ObjectChanges
    private let holder: String
    private let programmesKey: SigningKey?
    private let isDemonstration: Bool

    /// - Parameters:
    ///   - key: the server's, for snapshot, timestamp and objects.
    ///   - programmesKey: where programmes have a key of their own.
    ///   - holder: names this process among the servers.
    ///   - isDemonstration: whether a first root may be one whose keys anybody may have.
    package init(
        _ changes: ObjectChanges = ObjectChanges(), into store: ObjectStore, key: SigningKey,
        programmesKey: SigningKey? = nil, as holder: String, isDemonstration: Bool = false
    ) {
        self.programmesKey = programmesKey
        self.isDemonstration = isDemonstration
        self.changes = changes
        self.store = store
        self.key = key
        self.holder = holder
    }

    /// The names of the files of metadata that were written; none when all is fresh and nothing is new.
    package func run(in office: Office, as actor: Actor) async throws -> [String] {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        let now = office.now()
        // Looked at before a lease is taken: minute by minute nothing is due.
        let memory = try await StoreMemory.read(of: store, in: office)
        if changes.isEmpty, try await !isAnythingDue(at: now, memory) { return [] }
        try await ObjectLease.hold(as: holder, in: office)
        do {
            let written = try await publish(in: office, as: actor, at: now)
            try await ObjectLease.drop(as: holder, in: office)
            return written
        } catch {
            try await ObjectLease.drop(as: holder, in: office)
            throw error
        }
    }

    private func isAnythingDue(at now: Date, _ memory: StoreMemory) async throws -> Bool {
        try await ObjectStore.waiting {
            try !publication(at: TUF.Instant(now), mark: nil, memory).metadata.isEmpty
        }
    }

    private func publish(in office: Office, as actor: Actor, at now: Date) async throws -> [String] {
        let instant = TUF.Instant(now)
        // Once more: another server may have written before this one got the lease.
        let memory = try await StoreMemory.read(of: store, in: office)
        // What will be refused doesn't get into the ledger; what gets there is in the timestamp's mark.
        let trial = try await store.changing { try publication(at: instant, mark: nil, memory) }
        // Metadata never names what isn't there. Large files may take longer than a lease lasts.
        for object in trial.objects {
            try await ObjectLease.hold(as: holder, in: office)
            try await ObjectStore.waiting { [store] in
                try store.storage.write(object.bytes, as: object.name)
            }
        }
        let end = try await ObjectLease.hold(as: holder, in: office)
        let head = try await office.pool.write { [changes] db -> LedgerHead? in
            try LedgerContinuity(trial.previousMark, lost: changes.lostLedger).check(in: db)
            if !changes.isEmpty { try changes.record(root: trial.root, by: actor, at: now, in: db) }
            return try db.ledgerHead()
        }
        let mark = head.map { TUF.LedgerMark(size: $0.sequence, head: $0.hash) }
        let done = try await store.changing {
            let done = try publication(at: instant, mark: mark, memory)
            try store.write(done.metadata, until: end)
            return done
        }
        try await StoreMemory.note(
            root: done.rootVersion, timestamp: done.timestampVersion, of: store, in: office)
        return done.metadata.map(\.name.text).filter { !$0.hasSuffix(".root.json") }
    }

    /// What the changes come to in the store as it is.
    private struct Outcome: Sendable {
        let objects: [NewObject]
        /// Roots first.
        let metadata: [NewObject]
        /// The newest root, as the ledger names it.
        let root: String
        let rootVersion: Int64
        let timestampVersion: Int64
        /// How far the ledger was when the store was signed last.
        let previousMark: TUF.LedgerMark?
    }

    private func publication(
        at now: TUF.Instant, mark: TUF.LedgerMark?, _ memory: StoreMemory
    ) throws -> Outcome {
        let roots = try roots(now, memory)
        let root = roots.newest
        var publication = try TUF.Publication(
            root: root, former: roots.former, lastRoot: memory.signedRoot, key: key,
            programmesKey: programmesKey, now: now
        ) { try store.metadata($0) }
        // Of an emptied store nothing but the root tells whether its key is another one now.
        let signing = roots.former.first { $0.header.version == memory.signedRoot }
        let hasNewKey = signing.map { (try? TUF.Publication.requirePlace(for: key, in: $0)) == nil } ?? false
        // Whoever puts a first root into an empty store begins anew.
        if roots.new.count < roots.all.count {
            try memory.requireNoneOlder(publication, hasNewKey: publication.isRotated || hasNewKey)
        }
        if let targets = changes.targets {
            do { try publication.take(targets: targets) } catch { throw ObjectsRefused.notSigned("\(error)") }
        }
        if !roots.new.isEmpty || changes.targets != nil {
            try Self.requireSeparateKeys(root, try publication.targets())
        }
        let objects = try objects(for: &publication, now)
        let signed = try publication.files(mark: mark, isMarkDue: changes.lostLedger != nil)
            .map { try store.metadata(named: $0.path, $0.bytes) }
        return Outcome(
            objects: objects, metadata: roots.new + signed,
            root: StoreMemory.named(roots.newestBytes, root.header.version),
            rootVersion: root.header.version, timestampVersion: publication.timestampVersion,
            previousMark: publication.previousMark)
    }

    private func objects(
        for publication: inout TUF.Publication, _ now: TUF.Instant
    ) throws -> [NewObject] {
        guard changes.hasObjects else { return [] }
        let policy = try ReleasePolicy(in: try publication.targets())
        var targets = StoredTargets(store)
        var objects = try ObjectFiles(changes, policy: policy, now: now).add(to: &publication, &targets)
        let programmes = ProgrammeFiles(changes, policy: policy, targets, now: now)
        for (name, bytes) in try programmes.all(beside: publication) {
            objects.append(try targets.add(bytes, as: name, to: &publication))
        }
        return objects
    }

    /// The store's roots and those that came with the changes.
    private func roots(_ now: TUF.Instant, _ memory: StoreMemory) throws -> StoredRoots {
        let roots = try StoredRoots(changes.roots, in: store, memory, now: now)
        guard roots.new.isEmpty || isDemonstration || !roots.newest.isDemonstration else {
            throw ObjectsRefused.notSigned("its keys are a demonstration's, which anybody may have")
        }
        // What another key signed would silence every player.
        do throws(TUF.Refused) { try TUF.Publication.requirePlace(for: key, in: roots.newest) } catch {
            throw ObjectsRefused.otherServerKey(key.publicKey.keyID.string)
        }
        return roots
    }

    /// People signed both; together they may still give a person's key to the server, or the server's to a person.
    private static func requireSeparateKeys(_ root: TUF.Root, _ targets: TUF.Targets) throws {
        let policy = try ReleasePolicy(in: targets)
        do throws(TUF.KeysNotSeparate) { try root.requireSeparateKeys(in: targets, policy) } catch {
            throw ObjectsRefused.keysNotSeparate("\(error)")
        }
    }
}
