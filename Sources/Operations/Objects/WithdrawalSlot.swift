import Trust

/// Where a withdrawal comes to lie among those of the same release: beside them, never instead of one that may stop
/// the release elsewhere, or when another's scope or key has ended.
struct WithdrawalSlot {
    /// Nil where the same envelope is there already.
    let name: TUF.TargetName?

    /// Throws unless it stops something.
    init(
        _ envelope: [UInt8], policy: ReleasePolicy, _ targets: StoredTargets, in publication: TUF.Publication
    ) throws {
        let signed: SignedWithdrawal
        do throws(ReleaseRefused) {
            signed = try SignedWithdrawal(reading: envelope, policy: policy)
        } catch {
            throw ObjectsRefused.unreadable("\(error)")
        }
        let digest = signed.withdrawal.release
        // What a thief put in the release's place, or spoiled, doesn't keep the withdrawal back.
        let release = (try? targets.release(digest, in: publication)).flatMap {
            try? SignedRelease(reading: $0, policy: policy)
        }
        if let reason = signed.reasonToStopNothing(of: release?.digest == digest ? release : nil) {
            throw ObjectsRefused.stopsNothing("\(reason)")
        }
        let there = try targets.withdrawals(of: digest, in: publication).map {
            try? targets.bytes($0, in: publication)
        }
        guard !there.contains(envelope) else {
            name = nil
            return
        }
        let number = there.count < Withdrawal.limitPerRelease ? there.count : Self.unsigned(there, policy)
        guard let number else {
            throw ObjectsRefused.stopsNothing("the release has \(there.count) withdrawals already")
        }
        name = try TUF.TargetName(Withdrawal.targetName(of: digest, number: number + 1))
    }

    /// What no approver has signed gives way where there is no more room: a thief of the store's keys has put it there.
    private static func unsigned(_ there: [[UInt8]?], _ policy: ReleasePolicy) -> Int? {
        there.firstIndex { bytes in
            bytes.flatMap { try? SignedWithdrawal(reading: $0, policy: policy) }?.signers.isEmpty ?? true
        }
    }
}
