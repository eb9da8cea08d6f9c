import Trust

/// What releases, withdrawals and renditions become in the store: names, bytes, and how one leads to the other.
struct ObjectFiles {
    struct File {
        /// Below `objects/`.
        let name: String
        let bytes: [UInt8]
        let custom: JSON?
    }

    private(set) var all: [File] = []

    /// Throws unless each release is approved and each rendition belongs to one.
    init(_ changes: ObjectChanges, policy: ReleasePolicy, now: TUF.Instant) throws(ObjectsRefused) {
        var releases: [SignedRelease] = []
        for envelope in changes.releases {
            let signed = try Self.release(envelope, policy, now)
            releases.append(signed)
            all.append(File(name: "release-\(signed.digest).json", bytes: envelope, custom: nil))
        }
        for envelope in changes.withdrawals {
            let signed: SignedWithdrawal
            do throws(ReleaseRefused) {
                signed = try SignedWithdrawal(reading: envelope, policy: policy)
            } catch {
                throw ObjectsRefused.unreadable("\(error)")
            }
            guard !signed.signers.isEmpty else { throw ObjectsRefused.notApproved(persons: 0, threshold: 1) }
            all.append(
                File(name: "withdrawal-\(signed.withdrawal.release).json", bytes: envelope, custom: nil))
        }
        for bytes in changes.renditions {
            let release = releases.first { $0.release.rendition(of: bytes) != nil }
            guard let release else { throw ObjectsRefused.noRelease }
            let digest = Hexadecimal.encode(SHA256.digest(bytes))
            // Whoever has the bytes finds by their digest what was approved.
            all.append(
                File(name: digest, bytes: bytes, custom: .object(["release": .text(release.digest)])))
        }
    }

    private static func release(
        _ envelope: [UInt8], _ policy: ReleasePolicy, _ now: TUF.Instant
    ) throws(ObjectsRefused) -> SignedRelease {
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
