import Trust

/// What is to be said of a release: its words, its approvals, whether it was withdrawn, the file and the place asked for.
struct ReleaseVerdict {
    let signed: SignedRelease
    let withdrawals: [SignedWithdrawal]
    let policy: ReleasePolicy
    let instant: TUF.Instant
    let place: (area: Area, channel: ChannelKind)?
    /// The bytes at hand.
    let file: (path: String, bytes: [UInt8])?

    var isGood: Bool {
        // Asked for a place, a withdrawal for another one doesn't matter.
        isApproved && rendition.map { $0 != nil } != false && (decision.map(Self.isPlay) ?? !isWithdrawn)
    }

    var lines: [String] {
        ["A release, as of \(instant):"] + ReleaseWords.lines(signed.release) + [
            "  its digest: \(signed.digest)"
        ]
            + approvalLines + withdrawalLines + windowLines + fileLines + placeLines
    }

    private var isApproved: Bool {
        Int64(signed.persons(at: instant).count) >= policy.threshold(for: signed.release)
    }

    private var approvalLines: [String] {
        var lines = signed.standings(at: instant).map { approver, standing in
            "\(ReleaseWords.name(approver)) signed it" + Self.words(standing)
        }
        if signed.strangers > 0 {
            lines.append("\(signed.strangers) signatures are nobody's, and count for nothing")
        }
        let persons = signed.persons(at: instant).count
        let needed = policy.threshold(for: signed.release)
        return lines + [
            isApproved
                ? "APPROVED by \(persons) different persons; it needs \(needed)."
                : "NOT APPROVED: by \(persons) different persons, and it needs \(needed)."
        ]
    }

    private static func words(_ standing: SignedRelease.Standing) -> String {
        switch standing {
        case .counts: ""
        case .notYetValid(let from): ", which counts for nothing: the key is valid from \(from)"
        case .expired(let at): ", which counts for nothing: the key ended at \(at)"
        case .outOfScope: ", which counts for nothing: that person may not approve all of it"
        }
    }

    private var stops: [(approver: Approver, withdrawal: Withdrawal)] {
        withdrawals.flatMap { $0.effective(on: signed).map { ($0.approver, $0.withdrawal) } }
    }

    private var isWithdrawn: Bool { policy.withdrawn.contains(signed.digest) || !stops.isEmpty }

    private var withdrawalLines: [String] {
        var lines = stops.map { approver, withdrawal in
            "WITHDRAWN by \(ReleaseWords.name(approver)), where that person may speak, at \(withdrawal.drawnUp): "
                + Terminal.shown(withdrawal.reason.string)
        }
        if policy.withdrawn.contains(signed.digest) { lines.append("WITHDRAWN for good by the policy.") }
        return lines
    }

    private var windowLines: [String] {
        if instant < signed.release.from { return ["It may not play yet."] }
        return instant < signed.release.until ? [] : ["Its time is over."]
    }

    /// Nil without a file; in it nil when the file isn't approved.
    private var rendition: Release.Rendition?? { file.map { signed.release.rendition(of: $0.bytes) } }

    private var fileLines: [String] {
        guard let file, let rendition else { return [] }
        let name = Terminal.shown(file.path)
        guard let rendition else {
            return [
                "\(name) is NOT what was approved: its \(file.bytes.count) bytes have the SHA-256 "
                    + Hexadecimal.encode(SHA256.digest(file.bytes))
            ]
        }
        return [
            "\(name) is what was approved, byte for byte: \(rendition.mediaType) in \(rendition.language)."
        ]
    }

    private var decision: PlayDecision? {
        place.map {
            policy.decide(
                signed, withdrawals: withdrawals, PlayQuestion(at: instant, in: $0.area, on: $0.channel))
        }
    }

    private static func isPlay(_ decision: PlayDecision) -> Bool {
        if case .mayPlay = decision { true } else { false }
    }

    private var placeLines: [String] {
        guard let place, let decision else { return [] }
        let where_ = "in \(place.area) on \(place.channel.rawValue)"
        switch decision {
        case .mayPlay(let volume): return ["It may play \(where_), at a volume of \(volume) of 100 at most."]
        case .mayNot(let reason): return ["It may NOT play \(where_): \(reason)."]
        }
    }
}
