import Trust

/// Programmes on their way into the store: each newer than the one that is there, and ordering only what may play.
struct ProgrammeFiles {
    private let changes: ObjectChanges
    private let policy: ReleasePolicy
    private let store: ObjectStore

    init(_ changes: ObjectChanges, policy: ReleasePolicy, store: ObjectStore) {
        self.changes = changes
        self.policy = policy
        self.store = store
    }

    /// The targets, in their one spelling.
    ///
    /// - Parameter publication: knows the releases that lie in the store, and those on their way.
    func all(
        beside publication: TUF.Publication
    ) throws -> [(name: TUF.TargetName, bytes: [UInt8])] {
        try changes.programmes.map { bytes in
            let programme: Programme
            do throws(ProgrammeRefused) {
                programme = try Programme(reading: try Programme.canonical(bytes))
            } catch {
                throw ObjectsRefused.unreadable("\(error)")
            }
            let name = try TUF.TargetName(programme.name)
            do throws(ProgrammeRefused) {
                try Programme.check(
                    programme.payload, as: programme.name, after: try known(name, in: publication))
            } catch {
                throw ObjectsRefused.notPlayable("\(error)")
            }
            try requirePlayable(programme, beside: publication)
            return (name, programme.payload)
        }
    }

    private func requirePlayable(_ programme: Programme, beside publication: TUF.Publication) throws {
        var releases: [ExactText: SignedRelease] = [:]
        for envelope in changes.releases {
            // Read before, when it was put beside the others.
            let signed = try SignedRelease(reading: envelope, policy: policy)
            releases[signed.digest] = signed
        }
        var withdrawals = try changes.withdrawals.map { try SignedWithdrawal(reading: $0, policy: policy) }
        for digest in Set(programme.items.map(\.release)) {
            if releases[digest] == nil, let bytes = try object("release-\(digest).json", in: publication) {
                releases[digest] = try SignedRelease(reading: bytes, policy: policy)
            }
            if let bytes = try object("withdrawal-\(digest).json", in: publication) {
                withdrawals.append(try SignedWithdrawal(reading: bytes, policy: policy))
            }
        }
        let decisions = policy.decisions(programme, releases: releases, withdrawals: withdrawals)
        for (number, decision) in decisions.enumerated() {
            if case .mayNot(let reason) = decision {
                throw ObjectsRefused.notPlayable("item \(number + 1): \(reason)")
            }
        }
    }

    private func known(
        _ name: TUF.TargetName, in publication: TUF.Publication
    ) throws(ProgrammeRefused) -> [UInt8]? {
        do { return try file(name, in: publication) } catch { throw ProgrammeRefused.malformed("\(error)") }
    }

    /// Nil where it isn't in the store, or only on its way there.
    private func object(_ name: String, in publication: TUF.Publication) throws -> [UInt8]? {
        try file(try TUF.TargetName(ExactText("\(TUF.Publication.objectsRole)/\(name)")), in: publication)
    }

    private func file(_ name: TUF.TargetName, in publication: TUF.Publication) throws -> [UInt8]? {
        guard let target = try publication.target(name),
            let stored = ObjectName(path: "targets/\(name.path(of: target, isConsistent: true))"),
            let bytes = try store.storage.read(stored, limit: ObjectStore.metadataLimitBytes)
        else { return nil }
        var check = TUF.TargetCheck(name, target)
        try check.add(bytes)
        try check.finish()
        return bytes
    }
}
