package import Domain
import Foundation
import SQL
import Store
package import Trust

/// What the server may do to its store: add what people signed and approved, and keep it fresh.
package struct ObjectChanges: Sendable {
    /// Roots that people signed, one after the other.
    package var roots: [[UInt8]] = []
    /// Top-level targets that people signed.
    package var targets: [UInt8]?
    /// Envelopes of releases; each must be approved.
    package var releases: [[UInt8]] = []
    package var withdrawals: [[UInt8]] = []
    /// Renditions; each must belong to one of the releases.
    package var renditions: [[UInt8]] = []
    /// Programmes; each item must be allowed to play.
    package var programmes: [[UInt8]] = []

    package init() {}

    var isEmpty: Bool {
        roots.isEmpty && targets == nil && releases.isEmpty && withdrawals.isEmpty && renditions.isEmpty
            && programmes.isEmpty
    }
}

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
        if changes.isEmpty, try await !isAnythingDue(at: now) { return [] }
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

    private func isAnythingDue(at now: Date) async throws -> Bool {
        try await ObjectStore.waiting {
            try !publication(at: TUF.Instant(now), mark: nil).metadata.isEmpty
        }
    }

    private func publish(in office: Office, as actor: Actor, at now: Date) async throws -> [String] {
        let instant = TUF.Instant(now)
        if !changes.isEmpty {
            // What will be refused doesn't get into the ledger; what gets there is in the timestamp's mark.
            let trial = try await store.changing { try publication(at: instant, mark: nil) }
            // Metadata never names what isn't there. Large files may take longer than a lease lasts.
            for object in trial.objects {
                try await ObjectLease.hold(as: holder, in: office)
                try await ObjectStore.waiting { [store] in
                    try store.storage.write(object.bytes, as: object.name)
                }
            }
        }
        let end = try await ObjectLease.hold(as: holder, in: office)
        let head = try await office.pool.write { [changes] db -> LedgerHead? in
            if !changes.isEmpty { try Self.record(changes, by: actor, at: now, in: db) }
            return try db.ledgerHead()
        }
        let mark = head.map { TUF.LedgerMark(size: $0.sequence, head: $0.hash) }
        return try await store.changing {
            let new = try publication(at: instant, mark: mark).metadata
            try store.write(new, until: end)
            return new.map(\.name.text).filter { !$0.hasSuffix(".root.json") }
        }
    }

    /// What the changes come to in the store as it is: files of objects, and of metadata, roots first.
    private func publication(
        at now: TUF.Instant, mark: TUF.LedgerMark?
    ) throws -> (objects: [NewObject], metadata: [NewObject]) {
        let (root, newRoots) = try roots(now)
        var objects: [NewObject] = []
        var publication = try TUF.Publication(root: root, key: key, programmesKey: programmesKey, now: now) {
            try store.metadata($0)
        }
        if let targets = changes.targets {
            do { try publication.take(targets: targets) } catch { throw ObjectsRefused.notSigned("\(error)") }
        }
        if !newRoots.isEmpty || changes.targets != nil {
            try Self.requireSeparateKeys(root, try publication.targets())
        }
        if !(changes.releases.isEmpty && changes.withdrawals.isEmpty && changes.renditions.isEmpty) {
            let policy = try ReleasePolicy(in: try publication.targets())
            let files = try ObjectFiles(changes, policy: policy, now: now)
            for file in files.all {
                let name = try TUF.TargetName(ExactText("objects/\(file.name)"))
                objects.append(try Self.add(file.bytes, as: name, file.custom, to: &publication))
            }
        }
        if !changes.programmes.isEmpty {
            let policy = try ReleasePolicy(in: try publication.targets())
            let files = ProgrammeFiles(changes, policy: policy, store: store)
            for (name, bytes) in try files.all(beside: publication) {
                objects.append(try Self.add(bytes, as: name, nil, to: &publication))
            }
        }
        let signed = try publication.files(mark: mark).map { try store.metadata(named: $0.path, $0.bytes) }
        return (objects, newRoots + signed)
    }

    /// People signed both; together they may still give a person's key to the server, or the server's to a person.
    private static func requireSeparateKeys(_ root: TUF.Root, _ targets: TUF.Targets) throws {
        let policy = try ReleasePolicy(in: targets)
        do throws(TUF.KeysNotSeparate) { try root.requireSeparateKeys(in: targets, policy) } catch {
            throw ObjectsRefused.keysNotSeparate("\(error)")
        }
    }

    private static func add(
        _ bytes: [UInt8], as name: TUF.TargetName, _ custom: JSON?, to publication: inout TUF.Publication
    ) throws -> NewObject {
        let target = TUF.TargetFile(of: bytes, custom: custom)
        guard let file = ObjectName(path: "targets/\(name.path(of: target, isConsistent: true))") else {
            throw TUF.Refused.unusableName(name.text)
        }
        try publication.add(name, target)
        return NewObject(name: file, bytes: bytes)
    }

    /// The newest root, after those that came with the changes, and which of these are new.
    private func roots(_ now: TUF.Instant) throws -> (newest: TUF.Root, new: [NewObject]) {
        let newest = try store.newestRoot()
        var added: [(bytes: [UInt8], version: Int64)] = []
        let root = try follow(changes.roots.filter { $0 != newest?.bytes }, after: newest?.bytes, now, &added)
        guard added.isEmpty || isDemonstration || !root.isDemonstration else {
            throw ObjectsRefused.notSigned("its keys are a demonstration's, which anybody may have")
        }
        // What another key signed would silence every player.
        do throws(TUF.Refused) { try TUF.Publication.requirePlace(for: key, in: root) } catch {
            throw ObjectsRefused.otherServerKey(key.publicKey.keyID.string)
        }
        return (root, try added.map { try store.metadata(named: "\($0.version).root.json", $0.bytes) })
    }

    private func follow(
        _ roots: [[UInt8]], after newest: [UInt8]?, _ now: TUF.Instant,
        _ added: inout [(bytes: [UInt8], version: Int64)]
    ) throws(ObjectsRefused) -> TUF.Root {
        do throws(TUF.Refused) {
            var trusted: TUF.TrustedSet?
            if let newest { trusted = try TUF.TrustedSet(root: newest, start: now) }
            for root in roots {
                if trusted == nil {
                    trusted = try TUF.TrustedSet(root: root, start: now)
                } else {
                    try trusted?.update(root: root)
                }
                added.append((root, trusted?.root.header.version ?? 1))
            }
            guard let trusted else { throw TUF.Refused.noTrustedRoot }
            return trusted.root
        } catch TUF.Refused.noTrustedRoot {
            throw ObjectsRefused.noRoot
        } catch {
            throw ObjectsRefused.notSigned("\(error)")
        }
    }

    private static func record(_ changes: ObjectChanges, by actor: Actor, at now: Date, in db: Database)
        throws
    {
        try Office.record(
            "PublishObjects", "objects", "store",
            [
                "roots": String(changes.roots.count), "targets": changes.targets == nil ? "0" : "1",
                "releases": changes.releases.map { Self.digest(of: $0) }.joined(separator: " "),
                "withdrawals": String(changes.withdrawals.count),
                "renditions": String(changes.renditions.count),
                "programmes": String(changes.programmes.count),
            ], by: actor, at: now, in: db)
    }

    private static func digest(of envelope: [UInt8]) -> String {
        let payload = (try? StatementEnvelope(reading: envelope))?.payload ?? []
        return Hexadecimal.encode(SHA256.digest(payload))
    }
}
