import Trust

/// What is to be said of a programme: each of its items, judged as a player would, and whether it is the store's own.
struct ProgrammeVerdict {
    private let programme: Programme
    /// Nil without a store.
    private let isInStore: Bool?
    private let releases: [ExactText: SignedRelease]
    private let decisions: [PlayDecision]

    /// - Parameter envelopes: releases in the hand.
    init(
        _ programme: Programme, policy: ReleasePolicy, store: inout VerifiedStore?, envelopes: [[UInt8]],
        withdrawals: [SignedWithdrawal]
    ) throws {
        self.programme = programme
        isInStore = try store?.has(programme)
        var (releases, withdrawals) = ([ExactText: SignedRelease](), withdrawals)
        for envelope in envelopes {
            let signed = try SignedRelease(reading: envelope, policy: policy)
            releases[signed.digest] = signed
        }
        for digest in Set(programme.items.map(\.release)) {
            if releases[digest] == nil, let envelope = try store?.release(digest) {
                releases[digest] = try SignedRelease(reading: envelope, policy: policy)
            }
            if let stored = try store?.withdrawal(of: digest),
                // What isn't a withdrawal of ours stops nothing.
                let withdrawal = try? SignedWithdrawal(reading: stored, policy: policy)
            {
                withdrawals.append(withdrawal)
            }
        }
        self.releases = releases
        decisions = policy.decisions(programme, releases: releases, withdrawals: withdrawals)
    }

    var isGood: Bool { isInStore != false && decisions.allSatisfy(Self.isPlay) }

    var lines: [String] {
        let head =
            "A programme for \(programme.place) on \(programme.channel.rawValue), \(programme.day), "
            + "version \(programme.version):"
        let items = zip(programme.items, decisions).map { item, decision in
            "  \(item.from) until \(item.until): \(title(item)), \(Self.words(decision))"
        }
        let place: [String] =
            switch isInStore {
            case nil: []
            case true: ["It is the one that the store has."]
            case false: ["It is NOT the one that the store has."]
            }
        return [head] + items + place
    }

    private func title(_ item: Programme.Item) -> String {
        releases[item.release].map { Terminal.shown($0.release.title.string) } ?? "an unknown release"
    }

    private static func isPlay(_ decision: PlayDecision) -> Bool {
        if case .mayPlay = decision { true } else { false }
    }

    private static func words(_ decision: PlayDecision) -> String {
        switch decision {
        case .mayPlay: "which may play"
        case .mayNot(let reason): "which may NOT play: \(reason)"
        }
    }
}
