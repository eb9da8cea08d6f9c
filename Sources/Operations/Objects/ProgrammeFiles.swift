import Trust

/// Programmes on their way into the store: each newer than the one that is there, and ordering only what may play.
struct ProgrammeFiles {
    private let changes: ObjectChanges
    private let policy: ReleasePolicy
    private let targets: StoredTargets
    private let now: TUF.Instant

    /// - Parameter targets: those that lie in the store, and those on their way.
    init(_ changes: ObjectChanges, policy: ReleasePolicy, _ targets: StoredTargets, now: TUF.Instant) {
        self.changes = changes
        self.policy = policy
        self.targets = targets
        self.now = now
    }

    /// The targets, in their one spelling.
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
                    programme.payload, as: programme.name, after: try known(name, in: publication),
                    at: now)
            } catch {
                throw ObjectsRefused.notPlayable("\(error)")
            }
            try requirePlayable(programme, beside: publication)
            return (name, programme.payload)
        }
    }

    private func requirePlayable(_ programme: Programme, beside publication: TUF.Publication) throws {
        var releases: [ExactText: SignedRelease] = [:]
        var withdrawals: [SignedWithdrawal] = []
        for digest in Set(programme.items.map(\.release)) {
            releases[digest] = try targets.release(digest, in: publication).map {
                try SignedRelease(reading: $0, policy: policy)
            }
            for name in try targets.withdrawals(of: digest, in: publication) {
                guard let bytes = try targets.bytes(name, in: publication) else {
                    throw ObjectsRefused.changed("it names \(name.text) and doesn't have it")
                }
                // What isn't a withdrawal of ours stops nothing.
                if let signed = try? SignedWithdrawal(reading: bytes, policy: policy) {
                    withdrawals.append(signed)
                }
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
        do { return try targets.bytes(name, in: publication) } catch {
            throw ProgrammeRefused.malformed("\(error)")
        }
    }
}
