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
    private static let lease = "objects"
    private static let leaseSeconds: TimeInterval = 120

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
        try await office.pool.write { [holder] db in
            guard try db.takeLease(Self.lease, for: holder, at: now, until: now + Self.leaseSeconds) else {
                throw ObjectsRefused.busy
            }
        }
        do {
            let written = try await publish(in: office, as: actor, at: now)
            try await dropLease(in: office)
            return written
        } catch {
            try await dropLease(in: office)
            throw error
        }
    }

    private func publish(in office: Office, as actor: Actor, at now: Date) async throws -> [String] {
        let instant = TUF.Instant(secondsSince1970: Int64(now.timeIntervalSince1970.rounded(.down)))
        // What will be refused doesn't get into the ledger; what gets there is in the timestamp's mark.
        if !changes.isEmpty {
            _ = try await store.changing { try publish(at: instant, mark: nil, isTrial: true) }
        }
        let head = try await office.pool.write { [changes] db -> LedgerHead? in
            if !changes.isEmpty { try Self.record(changes, by: actor, at: now, in: db) }
            return try db.ledgerHead()
        }
        let mark = head.map { TUF.LedgerMark(size: $0.sequence, head: $0.hash) }
        return try await store.changing { try publish(at: instant, mark: mark, isTrial: false) }
    }

    private func dropLease(in office: Office) async throws {
        try await office.pool.write { [holder] db in try db.dropLease(Self.lease, of: holder) }
    }

    /// - Parameter isTrial: whether nothing is written.
    private func publish(
        at now: TUF.Instant, mark: TUF.LedgerMark?, isTrial: Bool
    ) throws -> [String] {
        let root = try adoptRoots(now, isTrial: isTrial)
        var publication = try TUF.Publication(root: root, key: key, programmesKey: programmesKey, now: now) {
            try store.metadata($0)
        }
        if let targets = changes.targets {
            do { try publication.take(targets: targets) } catch { throw ObjectsRefused.notSigned("\(error)") }
        }
        if !(changes.releases.isEmpty && changes.withdrawals.isEmpty && changes.renditions.isEmpty) {
            let policy = try ReleasePolicy(in: try publication.targets())
            let files = try ObjectFiles(changes, policy: policy, now: now)
            for file in files.all {
                let name = try TUF.TargetName(ExactText("objects/\(file.name)"))
                try publish(file.bytes, as: name, file.custom, in: &publication, isTrial: isTrial)
            }
        }
        if !changes.programmes.isEmpty {
            let policy = try ReleasePolicy(in: try publication.targets())
            let files = ProgrammeFiles(changes, policy: policy, store: store)
            for (name, bytes) in try files.all(beside: publication) {
                try publish(bytes, as: name, nil, in: &publication, isTrial: isTrial)
            }
        }
        let written = try publication.files(mark: mark)
        for file in written where !isTrial { try store.write(file.bytes, as: file.path, in: .metadata) }
        return written.map(\.path)
    }

    private func publish(
        _ bytes: [UInt8], as name: TUF.TargetName, _ custom: JSON?, in publication: inout TUF.Publication,
        isTrial: Bool
    ) throws {
        let target = TUF.TargetFile(of: bytes, custom: custom)
        // The file first: metadata never names what isn't there.
        let path = name.path(of: target, isConsistent: true)
        if !isTrial {
            guard let stored = ObjectName(path: "targets/\(path)") else {
                throw TUF.Refused.unusableName(name.text)
            }
            try store.storage.write(bytes, as: stored)
        }
        try publication.add(name, target)
    }

    /// The newest root, after those that came with the changes.
    private func adoptRoots(_ now: TUF.Instant, isTrial: Bool) throws -> TUF.Root {
        let newest = try store.newestRoot()
        var added: [(bytes: [UInt8], version: Int64)] = []
        let root = try follow(changes.roots.filter { $0 != newest?.bytes }, after: newest?.bytes, now, &added)
        guard added.isEmpty || isDemonstration || !root.isDemonstration else {
            throw ObjectsRefused.notSigned("its keys are a demonstration's, which anybody may have")
        }
        for one in added where !isTrial {
            try store.write(one.bytes, as: "\(one.version).root.json", in: .metadata)
        }
        return root
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
            // What another key signed would silence every player.
            try TUF.Publication.requirePlace(for: key, in: trusted.root)
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
