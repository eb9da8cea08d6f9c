import Trust

/// What releases, withdrawals and renditions become in the store: names, bytes, and how one leads to the other.
struct ObjectFiles {
    private let changes: ObjectChanges
    private let policy: ReleasePolicy
    private let now: TUF.Instant

    init(_ changes: ObjectChanges, policy: ReleasePolicy, now: TUF.Instant) {
        self.changes = changes
        self.policy = policy
        self.now = now
    }

    /// Throws unless each release is approved, each withdrawal stops something, and each rendition belongs to a
    /// release.
    func add(to publication: inout TUF.Publication, _ targets: inout StoredTargets) throws -> [NewObject] {
        var objects: [NewObject] = []
        var releases: [SignedRelease] = []
        for envelope in changes.releases {
            let signed = try release(envelope)
            releases.append(signed)
            let name = try TUF.TargetName(ExactText("objects/release-\(signed.digest).json"))
            objects.append(try targets.add(envelope, as: name, to: &publication))
        }
        for envelope in changes.withdrawals {
            let slot = try WithdrawalSlot(envelope, policy: policy, targets, in: publication)
            guard let name = slot.name else { continue }
            objects.append(try targets.add(envelope, as: name, to: &publication))
        }
        for bytes in changes.renditions {
            let digests = releases.filter { $0.release.rendition(of: bytes) != nil }.map(\.digest)
            guard !digests.isEmpty else { throw ObjectsRefused.noRelease }
            let name = try TUF.TargetName(
                ExactText("objects/\(Hexadecimal.encode(SHA256.digest(bytes)))"))
            let custom = try RenditionReleases(publication.target(name)).adding(digests).json
            objects.append(try targets.add(bytes, as: name, custom, to: &publication))
        }
        return objects
    }

    private func release(_ envelope: [UInt8]) throws(ObjectsRefused) -> SignedRelease {
        let signed: SignedRelease
        do throws(ReleaseRefused) { signed = try SignedRelease(reading: envelope, policy: policy) } catch {
            throw ObjectsRefused.unreadable("\(error)")
        }
        let (persons, threshold) = (signed.persons(at: now).count, policy.threshold(for: signed.release))
        guard Int64(persons) >= threshold else {
            throw ObjectsRefused.notApproved(persons: persons, threshold: threshold)
        }
        return signed
    }
}
