import Trust

/// What is to be said of a programme: each of its items, judged as a player would, and whether it is the store's own.
struct ProgrammeVerdict {
    private let programme: Programme
    /// Nil without a store.
    private let isInStore: Bool?
    private let releases: [ExactText: SignedRelease]
    private let decisions: [PlayDecision]
    private let device: (area: Area, channel: ChannelKind)?
    private let instant: TUF.Instant?

    /// - Parameters:
    ///   - envelopes: releases in the hand.
    ///   - device: where somebody asks whether the programme plays; nil for its own place and channel.
    ///   - instant: when somebody asks what is on; nil for the whole day.
    init(
        _ programme: Programme, policy: ReleasePolicy, store: inout VerifiedStore?, envelopes: [[UInt8]],
        withdrawals: [SignedWithdrawal], device: (area: Area, channel: ChannelKind)?, instant: TUF.Instant?
    ) throws {
        self.programme = programme
        self.device = device
        self.instant = instant
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
            withdrawals +=
                try store?.withdrawals(of: digest).compactMap {
                    // What isn't a withdrawal of ours stops nothing.
                    try? SignedWithdrawal(reading: $0, policy: policy)
                } ?? []
        }
        self.releases = releases
        decisions = policy.decisions(
            programme, releases: releases, withdrawals: withdrawals,
            for: device.map { ($0.area, $0.channel) }, at: instant)
    }

    /// Asked for an instant, what is on then counts; else the whole day.
    var isGood: Bool {
        let asked = instant == nil ? decisions : [atInstant?.decision].compactMap { $0 }
        return isInStore != false && isForDevice && asked.allSatisfy(Self.isPlay)
            && (instant == nil || !asked.isEmpty)
    }

    /// Also where the day is empty, and no item tells.
    private var isForDevice: Bool {
        device.map { programme.place.contains($0.area) && programme.channel == $0.channel } != false
    }

    /// The item that is on at the instant asked for.
    private var atInstant: (item: Programme.Item, decision: PlayDecision)? {
        guard let instant else { return nil }
        return zip(programme.items, decisions).first { $0.0.isOn(at: instant) }.map { ($0.0, $0.1) }
    }

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
        return [head] + items + place + asked
    }

    private var asked: [String] {
        let where_ = device.map { " in \($0.area) on \($0.channel.rawValue)" } ?? ""
        guard let instant else {
            let not = isForDevice ? "" : "NOT "
            return device == nil ? [] : ["It is \(not)for a device\(where_), for which its items are judged."]
        }
        guard let (item, decision) = atInstant else { return ["At \(instant) it orders nothing\(where_)."] }
        return ["At \(instant) it orders\(where_): \(title(item)), \(Self.words(decision))"]
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
