/// A release out of its envelope, and the approvers whose keys have signed it.
///
/// Signatures are verified once, here; whether each counts is a question of time and is asked for each play.
package struct SignedRelease: Sendable, Hashable {
    /// What a signature is worth at an instant.
    package enum Standing: Sendable, Hashable {
        case counts
        case notYetValid(from: TUF.Instant)
        case expired(at: TUF.Instant)
        /// The person may not speak so, or not everywhere where the release wants to appear.
        case outOfScope
    }

    package let release: Release
    package let digest: ExactText
    /// Approvers whose keys have signed these very bytes, whatever it is worth.
    package let signers: [Approver]
    /// Signatures that no approver's key has made.
    package let strangers: Int

    package init(reading bytes: [UInt8], policy: ReleasePolicy) throws(ReleaseRefused) {
        let envelope = try StatementEnvelope(kind: Release.payloadType, bytes, limitBytes: Release.limitBytes)
        release = try Release(reading: envelope.payload)
        digest = ExactText(Hexadecimal.encode(SHA256.digest(envelope.payload)))
        (signers, strangers) = policy.signers(of: envelope)
    }

    /// What each signature is worth.
    package func standings(at instant: TUF.Instant) -> [(approver: Approver, standing: Standing)] {
        signers.map { approver in
            let standing: Standing =
                if instant < approver.from {
                    .notYetValid(from: approver.from)
                } else if !approver.isValid(at: instant) {
                    .expired(at: approver.until)
                } else {
                    approver.covers(release) ? .counts : .outOfScope
                }
            return (approver, standing)
        }
    }

    /// The persons who have approved it, as of an instant; each counts once, with however many keys.
    package func persons(at instant: TUF.Instant) -> Set<ExactText> {
        Set(standings(at: instant).filter { $0.standing == .counts }.map(\.approver.person))
    }
}

/// A withdrawal out of its envelope, and the approvers who have signed it.
package struct SignedWithdrawal: Sendable, Hashable {
    package let withdrawal: Withdrawal
    package let signers: [Approver]

    package init(reading bytes: [UInt8], policy: ReleasePolicy) throws(ReleaseRefused) {
        let envelope = try StatementEnvelope(
            kind: Withdrawal.payloadType, bytes, limitBytes: Withdrawal.limitBytes)
        withdrawal = try Withdrawal(reading: envelope.payload)
        signers = policy.signers(of: envelope).approvers
    }

    /// Who stops the release there: one person who may speak so in that place on that channel is enough.
    func stops(_ release: SignedRelease, in place: Area, on channel: ChannelKind) -> Approver? {
        valid(for: release).first { $0.covers(release.release.releaseClass, channel, place) }
    }

    /// Whether and by whom it stops the release anywhere.
    package func effective(on release: SignedRelease) -> [(approver: Approver, withdrawal: Withdrawal)] {
        valid(for: release).filter { approver in
            release.release.channels.contains { channel in
                approver.scopes.contains { scope in
                    scope.classes.contains(release.release.releaseClass) && scope.channels.contains(channel)
                        && release.release.areas.areas.contains { scope.areas.overlaps($0) }
                }
            }
        }.map { ($0, withdrawal) }
    }

    /// The key must have been valid when the withdrawal was drawn up: its end doesn't bring the release back.
    private func valid(for release: SignedRelease) -> [Approver] {
        guard withdrawal.release == release.digest else { return [] }
        return signers.filter { $0.isValid(at: withdrawal.drawnUp) }
    }
}

extension StatementEnvelope {
    /// An envelope of that kind of statement; nothing in it is believed yet.
    fileprivate init(kind: ExactText, _ bytes: [UInt8], limitBytes: Int) throws(ReleaseRefused) {
        // Base 64 takes four bytes for three; the rest is signatures.
        guard bytes.count <= limitBytes * 2 else {
            throw ReleaseRefused.malformed("the envelope is too long")
        }
        do throws(StatementRefused) { self = try StatementEnvelope(reading: bytes) } catch {
            throw ReleaseRefused.malformed("\(error)")
        }
        guard payloadType == kind else { throw ReleaseRefused.unknownKind(payloadType) }
    }
}

extension ReleasePolicy {
    /// The approvers who have signed, and how many signatures are nobody's.
    ///
    /// Only a signature that names its key is tried, with that key: an envelope can't ask for endless work.
    fileprivate func signers(of envelope: StatementEnvelope) -> (approvers: [Approver], strangers: Int) {
        let message = envelope.signedBytes
        var byKeyID: [ExactText: Approver] = [:]
        for approver in approvers { byKeyID[approver.key.keyID] = approver }
        var found: [Approver] = []
        var strangers = 0
        for signature in envelope.signatures {
            guard let keyID = signature.keyID, let approver = byKeyID[keyID],
                approver.key.verifies(signature.bytes, over: message)
            else {
                strangers += 1
                continue
            }
            if !found.contains(approver) { found.append(approver) }
        }
        return (found, strangers)
    }
}
